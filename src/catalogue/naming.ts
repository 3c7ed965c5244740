import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import { isBlocked } from "../peers/queries.ts";
import { type Naming, type NamingRefusal, refusalToLook } from "./gossip.ts";
import { afterThisVisit, askVisit } from "./visits.ts";

/**
 * An instance names others: each that nobody here knows becomes a candidate and is visited, within the budgets. What it
 * says of them is not believed. Gives those that became candidates.
 */
export async function nameOrigins(
  tx: Transaction,
  by: string,
  origins: readonly string[],
  now: Date,
): Promise<readonly string[]> {
  const namer = await tx.selectFrom("instances").select("hops").where("origin", "=", by).executeTakeFirst();
  if (!namer) return [];
  const candidates: string[] = [];
  const full = new Set<string>();
  for (const { origin, domain } of await listNews(tx, namer.hops, [...new Set(origins)])) {
    if (full.has(domain)) continue;
    const naming = await findNaming(tx, { by, origin, hops: namer.hops });
    const refusal = refusalToLook(naming, now);
    if (endsAll(refusal)) break; // whatever it names next is refused for the same reason
    if (refusal === "too-many-siblings") full.add(domain);
    if (refusal !== null) continue;
    await meet(tx, { origin, by, hops: namer.hops + 1 }, now);
    candidates.push(origin);
  }
  return candidates;
}

const endsAll = (refusal: NamingRefusal | null): boolean => refusal === "too-far" || isSpent(refusal);
const isSpent = (refusal: NamingRefusal | null): boolean => refusal === "too-many" || refusal === "too-many-unproved";

/** Whether an instance has named as much as it may for now, so that the rest has to be heard another day. */
export async function hasMore(reader: Reader, by: string): Promise<boolean> {
  const namer = await reader.selectFrom("instances").select("hops").where("origin", "=", by).executeTakeFirst();
  if (!namer) return false;
  const naming = await findNaming(reader, { by, origin: by, hops: namer.hops });
  return isSpent(refusalToLook({ ...naming, blocked: false, left: null, siblings: 0 }, new Date()));
}

/** An origin, and the domain that somebody had to register for it. */
interface Fresh {
  readonly origin: string;
  readonly domain: string;
}

/** Those that are new here, or were refused so long ago that they may be looked at again. Of the others, how near they are is settled. */
async function listNews(tx: Transaction, hops: number, origins: readonly string[]): Promise<readonly Fresh[]> {
  if (origins.length === 0) return [];
  await tx
    .updateTable("instances")
    .set({ hops: hops + 1 })
    .where("origin", "in", [...origins])
    .where("hops", ">", hops + 1)
    .execute();
  const { rows } = await sql<Fresh>`
    select named.origin, registrable_domain(named.origin) as domain
    from unnest(${origins}::text[]) with ordinality as named (origin, place)
    where not is_blocked(named.origin) and not exists (
      select from instances where instances.origin = named.origin
      and (state <> 'refused' or source = 'own' or seen > now() - interval '30 days'))
    order by place`.execute(tx);
  return rows;
}

interface Named {
  readonly origin: string;
  readonly by: string;
  readonly hops: number;
}

async function findNaming(tx: Reader, { by, origin, hops }: Named): Promise<Naming> {
  const { rows } = await sql<Pick<Naming, "namedToday" | "unproved" | "siblings" | "left">>`select
    (select count(*) from instances where named_by = ${by} and met > now() - interval '1 day') as "namedToday",
    (select count(*) from instances where named_by = ${by} and seen is null) as unproved,
    (select count(*) from instances where domain = registrable_domain(${origin}) and origin <> ${origin}
      and (seen is not null or named_by = ${by})) as siblings,
    (select max("left") from departed where kind = 'host' and starts_with(id, ${`${origin}/`})) as "left"`.execute(tx);
  const [counted] = rows;
  if (counted === undefined) throw new Error("counting gave no row");
  return { hops, blocked: await isBlocked(tx, origin), ...counted };
}

async function meet(tx: Transaction, { origin, by: namedBy, hops }: Named, met: Date): Promise<void> {
  const candidate = {
    namedBy,
    hops,
    met,
    source: "named",
    state: "candidate",
    problem: null,
    nextVisit: afterThisVisit(met),
  } as const;
  await tx
    .insertInto("instances")
    .values({ origin, ...candidate })
    .onConflict((known) => known.column("origin").doUpdateSet({ ...candidate, failures: 0 }))
    .execute();
  await askVisit(tx, origin);
}
