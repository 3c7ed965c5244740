import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import { readSeedList } from "./seed-list.ts";
import shipped from "./seeds.json" with { type: "json" };

/** Where a first start looks for others: the list that comes with the code. */
export const shippedSeeds: readonly string[] = readSeedList(shipped) ?? [];

/** At the first start of an instance, and only then: each origin of the list may be visited, and is trusted by nobody for it. */
export async function readSeedsOnce(tx: Transaction, origins: readonly string[], now: Date): Promise<void> {
  const first = await tx
    .insertInto("seedsRead")
    .values({ read: now })
    .onConflict((known) => known.doNothing())
    .returning("singleton")
    .executeTakeFirst();
  if (first) await addSeeds(tx, origins, now);
}

/** Makes candidates of some origins, to be visited soon; those that are known in any way, blocked or gone stay as they are. Returns how many were added. */
export async function addSeeds(tx: Transaction, origins: readonly string[], now: Date): Promise<number> {
  const fresh = (await weighSeeds(tx, origins)).filter(({ why }) => why === null);
  if (fresh.length === 0) return 0;
  const seed = { source: "seed", state: "candidate", hops: 0, met: now, nextVisit: now } as const;
  await tx
    .insertInto("instances")
    .values(fresh.map(({ origin }) => ({ origin, ...seed })))
    .onConflict((known) => known.doNothing())
    .execute();
  return fresh.length;
}

/** An origin of a list, and why it is not added; null when it can be. */
export interface WeighedSeed {
  readonly origin: string;
  readonly why: "known" | "blocked" | null;
}

/** Which origins of a list are news. */
export async function weighSeeds(reader: Reader, origins: readonly string[]): Promise<readonly WeighedSeed[]> {
  if (origins.length === 0) return [];
  const { rows } = await sql<{ origin: string; known: boolean; blocked: boolean }>`
    select origin, exists (select from instances where instances.origin = named.origin) as known, is_blocked(origin) as blocked
    from unnest(${[...origins]}::text[]) with ordinality as named (origin, place) order by place`.execute(reader);
  return rows.map(({ origin, known, blocked }) => ({ origin, why: blocked ? "blocked" : known ? "known" : null }));
}
