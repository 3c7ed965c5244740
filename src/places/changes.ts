import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { letsIn, shownState } from "../availability/availability.ts";
import { findAvailability } from "../availability/queries.ts";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { PlaceRequested } from "./events.ts";
import type { Asked } from "./form.ts";
import { mostRequests, type PlaceRequest, type PlaceSettings } from "./places.ts";
import { digestOf } from "./queries.ts";

/** What comes with what somebody typed. */
export interface Asking {
  /** The id of the offer. */
  readonly offer: string;
  /** The id of the form that was sent, which nobody else knows. */
  readonly form: string;
  readonly language: PlaceRequest["language"];
  readonly now: Date;
}

export type AskingRefusal = "not-open" | "too-many-for-offer" | "too-many-of-contact";

/** Keeps a request for a place. A form that is sent twice is one request: the second time it is found `again`. */
export async function receiveRequest(
  tx: Transaction,
  asked: Asked,
  { offer, form, language, now }: Asking,
): Promise<Outcome<{ readonly id: string; readonly again: boolean }, AskingRefusal>> {
  const open = await lockOpenOffer(tx, offer, now);
  const sent = await tx.selectFrom("placeRequests").select("id").where("form", "=", form).executeTakeFirst();
  if (sent) return done({ id: sent.id, again: true });
  if (!open) return refused("not-open");
  const reason = await refusalToKeep(tx, offer, asked.contact.address, now);
  if (reason !== null) return refused(reason);
  const { contact, ...said } = asked;
  const id = randomUUID();
  await tx
    .insertInto("placeRequests")
    .values({
      ...{ id, offer, form, ...said, contact: contact.address, contactKind: contact.kind, language },
      ...{ state: "received", received: now, changed: now, waiting: now },
    })
    .execute();
  const event: PlaceRequested = { id: randomUUID(), name: "place-requested", happened: now.toISOString(), request: id };
  await record(tx, event);
  return done({ id, again: false });
}

/** One request at a time comes to an offer, so that none slips past what it takes in a day. */
async function lockOpenOffer(tx: Transaction, offer: string, now: Date): Promise<boolean> {
  const row = await tx
    .selectFrom("offers")
    .select(["state", "partClosed"])
    .where("id", "=", offer)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new NotFound(`there is no offer ${offer}`);
  // Closed by one of those who make it, or suspended since one has left: whatever was said of the places before.
  if (row.state !== "published" || row.partClosed) return false;
  return letsIn(shownState(await findAvailability(tx, offer), now));
}

async function refusalToKeep(
  tx: Transaction,
  offer: string,
  contact: string,
  now: Date,
): Promise<AskingRefusal | null> {
  const row = await tx
    .selectFrom("placeRequests")
    .select(sql<number>`count(*) filter (where offer = ${offer})`.as("ofOffer"))
    .select(sql<number>`count(*) filter (where lower(contact) = ${contact.toLowerCase()})`.as("ofContact"))
    .where("received", ">", new Date(now.getTime() - 86_400_000))
    .executeTakeFirstOrThrow();
  if (row.ofContact >= mostRequests.ofContact) return "too-many-of-contact";
  return row.ofOffer >= mostRequests.ofOffer ? "too-many-for-offer" : null;
}

/** Makes a private link to a request: its last part, which is kept nowhere; older links go on opening it. */
export async function makeLink(tx: Transaction, request: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx
    .insertInto("placeRequestLinks")
    .values({ digest: digestOf(token), request, created: now })
    .execute();
  return token;
}

/** Says how the host deals with requests from now on. */
export async function changePlaceSettings(tx: Transaction, settings: PlaceSettings): Promise<void> {
  await tx
    .insertInto("placeSettings")
    .values({ singleton: true, ...settings })
    .onConflict((known) => known.column("singleton").doUpdateSet({ ...settings }))
    .execute();
}
