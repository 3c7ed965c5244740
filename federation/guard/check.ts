import { readActivity, type Said } from "./activity.ts";
import { readCavage } from "./cavage.ts";
import { type Fields, readFields } from "./fields.ts";
import type { Incoming } from "./incoming.ts";
import { readJson } from "./json.ts";
import { originOf, sameOrigin } from "./origins.ts";
import { Refused } from "./refused.ts";
import { readRfc9421 } from "./rfc9421.ts";
import type { Signed } from "./signed.ts";

/** A request in which all is well that can be said before anything is looked up. */
export interface Checked extends Signed, Said {}

/** Asks every rule of the inbox that needs neither network nor database. Throws `Refused`. */
export function check(incoming: Incoming, origin: string, now: Date): Checked {
  const fields = readFields(incoming.fields);
  const { host } = new URL(origin);
  if (fields.get("host") !== host) throw new Refused(421, `this is the inbox of ${host}`);
  if (!isActivityType(fields.get("content-type") ?? "")) {
    throw new Refused(415, "the content type must be application/activity+json");
  }
  if (fields.has("content-encoding")) throw new Refused(415, "the body must not be compressed");
  const said = readActivity(readJson(incoming.body));
  const signed = readSigned(incoming, fields, origin, now);
  if (!sameOrigin(said.id, said.actor)) throw new Refused(401, "the activity is not of its actor's server");
  if (!sameOrigin(signed.keyId, said.actor)) throw new Refused(401, "the key is not of the actor's server");
  if (originOf(said.actor) === origin) throw new Refused(401, "our own actors do not write to us");
  return { ...signed, ...said };
}

/** Whether a content type is that of ActivityPub. */
export function isActivityType(contentType: string): boolean {
  const [type = "", ...rest] = contentType
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const profile = rest.find((parameter) => parameter.startsWith("profile="));
  if (type === "application/activity+json") return true;
  return type === "application/ld+json" && (profile?.includes("https://www.w3.org/ns/activitystreams") ?? true);
}

function readSigned(incoming: Incoming, fields: Fields, origin: string, now: Date): Signed {
  const read = fields.has("signature-input");
  return read ? readRfc9421(incoming, fields, origin, now) : readCavage(incoming, fields, now);
}
