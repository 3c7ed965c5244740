import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { dropJobs } from "../foundation/jobs.ts";
import { record } from "../foundation/outbox.ts";
import type { PlaceRequestErased } from "./events.ts";
import { keptSince } from "./places.ts";
import { findPlaceSettings } from "./queries.ts";

/** Erases a request with all that was said, and the letters about it that have not left; a number is all that stays. False when there was none. */
export async function eraseRequest(tx: Transaction, id: string, now: Date): Promise<boolean> {
  // Held first: nothing is added any more to what is about to go.
  await tx.selectFrom("placeRequests").select("id").where("id", "=", id).forUpdate().execute();
  const entries = await tx.selectFrom("placeRequestEntries").select("id").where("request", "=", id).execute();
  const erased = await tx
    .deleteFrom("placeRequests")
    .where("id", "=", id)
    .returning(["state", sql<number>`extract(year from received at time zone 'UTC')::integer`.as("year")])
    .executeTakeFirst();
  if (!erased) return false;
  await tx
    .insertInto("placeRequestCounts")
    .values({ ...erased, erased: 1 })
    .onConflict((known) =>
      known.columns(["year", "state"]).doUpdateSet({ erased: sql`place_request_counts.erased + 1` }),
    )
    .execute();
  await dropJobs(tx, lettersOf(id));
  await record(
    tx,
    eventOf(
      id,
      entries.map((entry) => entry.id),
      now,
    ),
  );
  return true;
}

/** Erases what the host has promised not to keep any longer; how many requests that were. */
export async function eraseOldRequests(tx: Transaction, now: Date): Promise<number> {
  const since = keptSince(await findPlaceSettings(tx), now);
  const old = await tx
    .selectFrom("placeRequests")
    .select("id")
    .where("changed", "<", since)
    .orderBy("id")
    .forUpdate()
    .execute();
  for (const { id } of old) await eraseRequest(tx, id, now);
  return old.length;
}

/** With what the keys of all letters about a request begin. */
export const lettersOf = (request: string): string => `place-request:${request}:`;

function eventOf(request: string, entries: readonly string[], now: Date): PlaceRequestErased {
  const about = { id: randomUUID(), happened: now.toISOString(), request };
  return { ...about, name: "place-request-erased", entries: [...entries] };
}
