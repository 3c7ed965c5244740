import { sql } from "kysely";
import type { ListedHost } from "../catalogue/catalogue.ts";
import { findListedHost } from "../catalogue/queries.ts";
import type { Reader } from "../foundation/database.ts";
import type { Found, Outlook } from "./reading.ts";
import { domainOf, type ListKind, type Sighting, type Unclaimed } from "./unclaimed.ts";

/** Some of a list by name, from which place on and how many at most; of all needs, or of one. */
export interface Part {
  readonly skip: number;
  readonly limit: number;
  readonly need: string | null;
}

/** The entries that the public sees, by name: those whose host is here itself have given way. */
export async function listUnclaimed(reader: Reader, { skip, limit, need }: Part): Promise<readonly Unclaimed[]> {
  let query = shown(reader).select(columns).orderBy("name").orderBy("id").offset(skip).limit(limit);
  if (need !== null) query = query.where(sql<boolean>`${need} = any(needs)`);
  return (await query.execute()).map(unclaimedOf);
}

export async function countUnclaimed(reader: Reader, need: string | null = null): Promise<number> {
  let query = shown(reader).select(({ fn }) => fn.countAll<string>().as("count"));
  if (need !== null) query = query.where(sql<boolean>`${need} = any(needs)`);
  return Number((await query.executeTakeFirstOrThrow()).count);
}

/** An entry, also one that has given way; null for one that is removed, or whose domain is blocked. */
export async function findUnclaimed(reader: Reader, id: string): Promise<Unclaimed | null> {
  const row = await reader
    .selectFrom("unclaimed")
    .select(columns)
    .where("id", "=", id)
    .where(notBlocked)
    .executeTakeFirst();
  return row ? unclaimedOf(row) : null;
}

/** The host that an entry has given way to: of an instance of its domain, or one that its website names. Null while there is none. */
export async function findClaimant(reader: Reader, id: string): Promise<ListedHost | null> {
  const found = await reader
    .selectFrom("unclaimed")
    .innerJoin("catalogueHosts", (join) =>
      join.on(sql<boolean>`catalogue_hosts.actor = claimed_by or is_within(catalogue_hosts.origin, domain)`),
    )
    .select("catalogueHosts.actor")
    .where("unclaimed.id", "=", id)
    .where("trust", ">=", 2)
    .orderBy("trust", "desc")
    .limit(1)
    .executeTakeFirst();
  return found ? await findListedHost(reader, found.actor) : null;
}

/** The hosts that are known at an origin. */
export async function findHostAt(reader: Reader, origin: string): Promise<string | null> {
  const row = await reader
    .selectFrom("catalogueHosts")
    .select("actor")
    .where("origin", "=", origin)
    .where("trust", ">=", 2)
    .executeTakeFirst();
  return row?.actor ?? null;
}

/** What entering a list would do, in numbers. */
export async function outlookOf(reader: Reader, list: string, found: Found): Promise<Outlook> {
  const domains = found.sightings.flatMap(({ website }) => domainOf(website) ?? []);
  const [entries, removals, hosts] = await Promise.all([
    reader.selectFrom("unclaimed").selectAll().execute(),
    reader.selectFrom("unclaimedRemovals").select("domain").execute(),
    listKnownDomains(reader, domains),
  ]);
  const byDomain = new Map(entries.map((entry) => [entry.domain, entry]));
  const away = new Set(removals.map(({ domain }) => domain));
  const named = new Set(found.files);
  const counts = { fresh: 0, changed: 0, same: 0, known: 0, removed: 0 };
  for (const sighting of found.sightings) {
    const domain = domainOf(sighting.website) ?? "";
    const news = newsOf(sighting, byDomain.get(domain));
    counts[away.has(domain) ? "removed" : hosts.has(domain) ? "known" : news] += 1;
  }
  return { ...counts, gone: entries.filter((entry) => entry.list === list && !named.has(entry.file)).length };
}

function newsOf({ name, summary }: Sighting, entry: Pick<Unclaimed, "name" | "summary"> | undefined) {
  if (entry === undefined) return "fresh";
  return entry.name === name && entry.summary === summary ? "same" : "changed";
}

/** Which of some domains an instance speaks for that is known here. */
async function listKnownDomains(reader: Reader, domains: readonly string[]): Promise<ReadonlySet<string>> {
  if (domains.length === 0) return new Set();
  const { rows } = await sql<{ domain: string }>`
    select distinct domain from (${spokenFor}) as spoken where domain = any(${[...domains]}::text[])`.execute(reader);
  return new Set(rows.map(({ domain }) => domain));
}

const columns = [
  ...(["id", "domain", "name", "website", "summary", "language", "needs", "territory"] as const),
  ...(["source", "list", "listName", "entered", "read"] as const),
] as const;

const notBlocked = sql<boolean>`not is_blocked('https://' || domain)`;

function shown(reader: Reader) {
  return reader
    .selectFrom("unclaimed")
    .where(notBlocked)
    .where(
      sql<boolean>`not exists (select from catalogue_hosts where trust >= 2 and actor = unclaimed.claimed_by)
        and not exists (select from (${spokenFor}) as spoken where spoken.domain = unclaimed.domain)`,
    );
}

// Every domain that a known host is in, so that one join finds what has given way: asked of each entry for each host, ten thousand hosts take longer than anybody waits.
const spokenFor = sql`
  select array_to_string(labels[at:], '.') as domain
  from catalogue_hosts,
    string_to_array(lower(substring(origin from '^[A-Za-z]+://([^/:?#]+)')), '.') as labels,
    generate_subscripts(labels, 1) as at
  where trust >= 2`;

const unclaimedOf = (row: Omit<Unclaimed, "source"> & { readonly source: string }): Unclaimed => ({
  ...row,
  source: row.source as ListKind,
});
