import { sql } from "kysely";
import type { Reader } from "./database.ts";

/** Which events, how many to pass over, and how many at most. */
export interface HappenedSelection {
  /** An event belongs when it holds all that one of these holds: `{ name: "offer-published" }`. */
  readonly holding: readonly Readonly<Record<string, unknown>>[];
  readonly skip: number;
  readonly limit: number;
}

/** What happened here, the newest first, as it was recorded. */
export async function listHappened(reader: Reader, { holding, skip, limit }: HappenedSelection) {
  const wanted = holding.map((part) => JSON.stringify(part));
  const rows = await reader
    .selectFrom("events")
    .select("event")
    .where(sql<boolean>`event @> any(${wanted}::jsonb[])`)
    .orderBy("happened", "desc")
    .orderBy("id", "desc")
    .offset(skip)
    .limit(limit)
    .execute();
  return rows.map(({ event }) => event as unknown);
}
