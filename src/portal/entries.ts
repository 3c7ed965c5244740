import { sql } from "kysely";
import type { ListedHost, ListedOffer } from "../catalogue/catalogue.ts";
import { closingStanding } from "../catalogue/closing.ts";
import { listHosts, listListedOffers } from "../catalogue/queries.ts";
import { readFilters } from "../directory/filters.ts";
import { search } from "../directory/search.ts";
import type { Reader } from "../foundation/database.ts";
import { type Absence, absenceOf, type Highlight, type Ref, type Section } from "./portal.ts";
import { listPicks } from "./queries.ts";

/** A host, or an offer with its host, as sections show it; ours and others' alike. */
export type Entry =
  | { readonly kind: "host"; readonly host: ListedHost }
  | { readonly kind: "offer"; readonly host: ListedHost; readonly offer: ListedOffer };

/** What a section shows now. */
export interface Filled {
  readonly section: Section;
  readonly entries: readonly Entry[];
  /** Of which `entries` may be only the first. */
  readonly total: number;
}

/** Fills a section with at most so many: from the search, or from what was picked and can be shown. */
export async function fill(reader: Reader, section: Section, room: number, now: Date): Promise<Filled> {
  const { content } = section;
  if (content.fill === "search") {
    const filters = { ...readFilters(new URLSearchParams(content.query)), all: false };
    const found = await search(reader, filters, { after: null, limit: room, facets: false }, now);
    return {
      section,
      total: found.total,
      entries: found.items.map(({ host, offer }) => ({ kind: "offer", host, offer })),
    };
  }
  const picks = await listPicks(reader, section.id);
  const { entries } = await present(reader, picks, now);
  return { section, total: entries.length, entries: entries.slice(0, room).map(({ entry }) => entry) };
}

/** A recommendation with what it recommends. */
export interface Recommended {
  readonly highlight: Highlight;
  readonly entry: Entry;
}

/** The recommendations whose host or offer can be shown. */
export async function recommend(reader: Reader, highlights: readonly Highlight[], now: Date) {
  const { entries } = await present(reader, highlights, now);
  return entries.map(({ of, entry }): Recommended => ({ highlight: of, entry }));
}

/** Which of what was picked can be shown, in its order, and why the rest cannot. */
export async function present<Picked extends Ref>(
  reader: Reader,
  picked: readonly Picked[],
  now: Date,
): Promise<{
  readonly entries: readonly { readonly of: Picked; readonly entry: Entry }[];
  readonly absent: ReadonlyMap<string, Absence>;
}> {
  const known = await listEntries(reader, picked);
  const away = await listAway(
    reader,
    [...known.values()].map(({ host }) => host.origin),
  );
  const absent = new Map<string, Absence>();
  const entries = picked.flatMap((of) => {
    const entry = known.get(of.actor);
    const absence = absenceOf({
      known: entry !== undefined,
      blocked: away.blocked.has(entry?.host.origin ?? ""),
      silent: away.silent.has(entry?.host.origin ?? ""),
      trust: entry?.host.trust ?? 0,
      closed: entry !== undefined && closingStanding(entry.host.profile, now) === "closed",
    });
    if (absence !== null) absent.set(of.actor, absence);
    return entry === undefined || absence !== null ? [] : [{ of, entry }];
  });
  return { entries, absent };
}

/** What the catalogue has of some addresses, whether it may be shown or not. */
export async function listEntries(reader: Reader, refs: readonly Ref[]): Promise<ReadonlyMap<string, Entry>> {
  const actorsOf = (kind: Ref["kind"]) => refs.filter((ref) => ref.kind === kind).map(({ actor }) => actor);
  const offers = await listListedOffers(reader, actorsOf("offer"));
  const hosts = await listHosts(reader, [...actorsOf("host"), ...offers.map(({ host }) => host)]);
  const byActor = new Map(hosts.map((host) => [host.actor, host]));
  const entries: [string, Entry][] = actorsOf("host").flatMap((actor) => {
    const host = byActor.get(actor);
    return host ? [[actor, { kind: "host", host }]] : [];
  });
  for (const offer of offers) {
    const host = byActor.get(offer.host);
    if (host) entries.push([offer.actor, { kind: "offer", host, offer }]);
  }
  return new Map(entries);
}

/** Which of some origins are blocked, and which have not answered for long. */
async function listAway(reader: Reader, origins: readonly string[]) {
  if (origins.length === 0) return { blocked: new Set<string>(), silent: new Set<string>() };
  const rows = await reader
    .selectFrom("instances")
    .select(["origin", "state", sql<boolean>`is_blocked(origin)`.as("blocked")])
    .where("origin", "in", [...new Set(origins)])
    .execute();
  const originsOf = (fits: (row: (typeof rows)[number]) => boolean) =>
    new Set(rows.filter(fits).map(({ origin }) => origin));
  return {
    blocked: originsOf(({ blocked }) => blocked),
    silent: originsOf(({ state }) => state === "hidden" || state === "refused"),
  };
}

/** What an entry is called. */
export const nameOf = (entry: Entry): string =>
  entry.kind === "offer" ? entry.offer.content.title : entry.host.profile.name;

/** The permanent address of an entry. */
export const actorOf = (entry: Entry): string => (entry.kind === "offer" ? entry.offer.actor : entry.host.actor);

/** Hosts and offers that may be shown and whose name, or whose host's, holds these words: to pick from. */
export async function findToPick(reader: Reader, words: string, now: Date): Promise<readonly Entry[]> {
  const wanted = `%${words.trim().replaceAll(/[\\%_]/g, "\\$&")}%`;
  const hosts = await reader
    .selectFrom("catalogueHosts")
    .select("actor")
    .where("trust", ">=", 3)
    .where(sql<boolean>`profile->>'name' ilike ${wanted} or origin ilike ${wanted}`)
    .orderBy(sql`profile->>'name'`)
    .limit(10)
    .execute();
  const offers = await reader
    .selectFrom("catalogueOffers")
    .innerJoin("catalogueHosts", "catalogueHosts.actor", "catalogueOffers.host")
    .select("catalogueOffers.actor")
    .where("trust", ">=", 3)
    .where(sql<boolean>`(content->>'title' ilike ${wanted} or profile->>'name' ilike ${wanted})`)
    .orderBy(sql`content->>'title'`)
    .limit(20)
    .execute();
  const refs: readonly Ref[] = [
    ...hosts.map(({ actor }) => ({ kind: "host" as const, actor })),
    ...offers.map(({ actor }) => ({ kind: "offer" as const, actor })),
  ];
  return (await present(reader, refs, now)).entries.map(({ entry }) => entry);
}
