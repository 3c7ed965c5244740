import { type RawBuilder, sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { Trust } from "./catalogue.ts";

/** An instance that is known here, with its host as far as it has shown one, for those who run this site. */
export interface Known {
  readonly origin: string;
  /** Of its host; null until that is known. */
  readonly actor: string | null;
  readonly name: string;
  readonly url: string | null;
  readonly trust: Trust;
  readonly own: boolean;
  readonly source: "own" | "peer" | "named" | "seed";
  readonly namedBy: string | null;
  readonly hops: number;
  readonly met: Date;
  readonly state: "candidate" | "known" | "hidden" | "refused";
  readonly visited: Date | null;
  readonly seen: Date | null;
  readonly nextVisit: Date | null;
  readonly problem: string | null;
  readonly offers: number;
  /** What stands between us and it; null where nothing does. */
  readonly peer: string | null;
}

export interface KnownSlice {
  readonly trust: Trust | null;
  readonly skip: number;
  readonly limit: number;
}

/** Everybody known here, those whom we trust most first. */
export async function listKnown(reader: Reader, { trust, skip, limit }: KnownSlice): Promise<readonly Known[]> {
  const { rows } = await sql<Known>`
    select * from (${known}) as known where ${trust === null ? sql`true` : sql`trust = ${trust}`}
    order by own desc, trust desc, name, origin offset ${skip} limit ${limit}`.execute(reader);
  return rows;
}

export async function findKnown(reader: Reader, origin: string): Promise<Known | null> {
  const { rows } = await sql<Known>`select * from (${known}) as known where origin = ${origin}`.execute(reader);
  return rows[0] ?? null;
}

/** How many there are of each level; none is left out. */
export async function countKnown(reader: Reader): Promise<Readonly<Record<Trust, number>>> {
  const { rows } = await sql<{ trust: Trust; count: number }>`
    select trust, count(*) as count from (${known}) as known group by trust`.execute(reader);
  const counts: Record<Trust, number> = { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0 };
  for (const { trust, count } of rows) counts[trust] = count;
  return counts;
}

// One that has not shown its host yet is a candidate, or blocked.
const known: RawBuilder<unknown> = sql`
  select instances.origin, host.actor, coalesce(nullif(profile->>'name', ''), nullif(instances.name, ''), instances.origin) as name,
    host.url, coalesce(host.trust, case when exists (
      select from domains_around(instances.origin) as around join blocks using (domain)) then 0 else 1 end) as trust,
    instances.source = 'own' as own, instances.source, named_by as "namedBy", hops, met, instances.state, visited,
    instances.seen, next_visit as "nextVisit", problem, peers.id as peer,
    (select count(*) from catalogue_offers where catalogue_offers.host = host.actor) as offers
  from instances
  left join catalogue_hosts as host on host.origin = instances.origin
  left join peers on peers.origin = instances.origin`;
