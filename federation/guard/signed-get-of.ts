import { readCavage } from "./cavage.ts";
import { readFields } from "./fields.ts";
import { Refused } from "./refused.ts";
import { readRfc9421 } from "./rfc9421.ts";
import { onlyAsks, type Signed } from "./signed.ts";

/** The signature of a request that only asks, by the rules of the inbox; null when there is none, or it breaks one of them. */
export function signedGetOf(request: Request, origin: string, now: Date): Signed | null {
  const { method, headers } = request;
  if (!onlyAsks(method) || !headers.has("signature")) return null;
  const { pathname, search } = new URL(request.url);
  const incoming = { method, target: pathname + search, fields: [...headers].flat(), body: new Uint8Array() };
  try {
    const fields = readFields(incoming.fields);
    if (fields.get("host") !== new URL(origin).host) return null;
    const read = fields.has("signature-input");
    return read ? readRfc9421(incoming, fields, origin, now) : readCavage(incoming, fields, now);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
