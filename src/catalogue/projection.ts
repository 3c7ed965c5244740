import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { type Entry, entryOf, entryRules, partnersOf } from "./entries.ts";
import { listGivers, listListedOffers } from "./queries.ts";

/** Enters offers of the catalogue into what the directory searches, as they and their hosts stand there now. */
export async function enterOffers(tx: Transaction, actors: readonly string[]): Promise<void> {
  for (let from = 0; from < actors.length; from += batch) {
    const entries = await listEntries(tx, actors.slice(from, from + batch));
    if (entries.length > 0) await keepEntries(tx, entries);
  }
}

/** The same for all that a host offers, alone or with others, after what it says of itself has changed. */
export async function enterOffersOf(tx: Transaction, host: string): Promise<void> {
  const { rows } = await sql<{ readonly actor: string }>`
    select actor from catalogue_offers where host = ${host}
    union select actor from catalogue_entries where partners <> '{}' and partners @> array[${host}]`.execute(tx);
  await enterOffers(
    tx,
    rows.map(({ actor }) => actor),
  );
}

/** Enters what is not there yet, or by older rules: after an upgrade, and after an archive was read. */
export async function enterMissing(tx: Transaction): Promise<void> {
  const missing = await tx
    .selectFrom("catalogueOffers")
    .leftJoin("catalogueEntries", "catalogueEntries.actor", "catalogueOffers.actor")
    .select("catalogueOffers.actor")
    .where((is) => is.or([is("rules", "is", null), is("rules", "<>", entryRules)]))
    .execute();
  await enterOffers(
    tx,
    missing.map(({ actor }) => actor),
  );
}

/** Takes offers out before they go; in one statement, which costs less than one by one. */
export async function leaveEntries(tx: Transaction, actors: readonly string[]): Promise<void> {
  await tx
    .deleteFrom("catalogueEntries")
    .where("actor", "in", [...actors])
    .execute();
}

const batch = 250;

async function listEntries(tx: Transaction, actors: readonly string[]): Promise<readonly Entry[]> {
  const offers = await listListedOffers(tx, actors);
  const hosts = await listGivers(tx, offers);
  const asked = await tx
    .selectFrom("catalogueOffers")
    .select(["actor", "asked"])
    .where("actor", "in", [...actors])
    .execute();
  const when = new Map(asked.map((row) => [row.actor, row.asked]));
  return offers.flatMap((offer) => {
    const [host, time] = [hosts.get(offer.host), when.get(offer.actor)];
    const partners = partnersOf(offer).flatMap((partner) => hosts.get(partner) ?? []);
    return host && time ? [entryOf(offer, { host, partners }, time)] : [];
  });
}

async function keepEntries(tx: Transaction, entries: readonly Entry[]): Promise<void> {
  const places = await placesOf(
    tx,
    entries.map(({ actor }) => actor),
  );
  const rows = JSON.stringify(
    entries.map((entry) => ({ ...entry, ordinal: places.get(entry.actor), rules: entryRules })),
  );
  await sql`
    insert into catalogue_entries as kept (ordinal, actor, host, partners, trust, codes, numbers, words, confirmed, rules)
    select ordinal, actor, host, partners, catalogue_entry_trust(host, partners), codes, numbers,
      setweight(to_tsvector('directory_fr', title->>'fr') || to_tsvector('directory_en', title->>'en'), 'A') ||
        to_tsvector('directory_fr', words->>'fr') || to_tsvector('directory_en', words->>'en'),
      confirmed, rules
    from jsonb_to_recordset(${rows}::jsonb) as entry (ordinal integer, actor text, host text, partners text[],
      codes text[], numbers jsonb, title jsonb, words jsonb, confirmed timestamptz, rules integer)
    on conflict (actor) do update set host = excluded.host, partners = excluded.partners, trust = excluded.trust,
      codes = excluded.codes, numbers = excluded.numbers, words = excluded.words, confirmed = excluded.confirmed, rules = excluded.rules
    where (kept.host, kept.partners, kept.trust, kept.codes, kept.numbers, kept.words, kept.confirmed, kept.rules)
      is distinct from (excluded.host, excluded.partners, excluded.trust, excluded.codes, excluded.numbers, excluded.words,
        excluded.confirmed, excluded.rules)`.execute(tx);
  await keepSpellings(tx, rows);
}

/** The ordinal of each: the one it has, else one that nothing has any more, else the next. */
async function placesOf(tx: Transaction, actors: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const kept = await tx
    .selectFrom("catalogueEntries")
    .select(["actor", "ordinal"])
    .where("actor", "in", [...actors])
    .execute();
  const places = new Map(kept.map(({ actor, ordinal }) => [actor, ordinal]));
  const missing = actors.filter((actor) => !places.has(actor));
  if (missing.length === 0) return places;
  // Two that enter something at the same time wait for each other here, so as not to take the same.
  await sql`select pg_advisory_xact_lock(hashtext('catalogue_entries'))`.execute(tx);
  const free = await sql<{ ordinal: number }>`
    with gaps as (delete from catalogue_gaps
      where ordinal in (select ordinal from catalogue_gaps order by ordinal limit ${missing.length}) returning ordinal),
    next as (select coalesce(max(ordinal), -1) as highest
      from (select ordinal from catalogue_entries union all select ordinal from catalogue_gaps) as given)
    select ordinal from gaps union all
    select highest + more from next, generate_series(1, ${missing.length} - (select count(*) from gaps)) as more`.execute(
    tx,
  );
  return new Map([...places, ...missing.map((actor, index) => [actor, Number(free.rows[index]?.ordinal)] as const)]);
}

async function keepSpellings(tx: Transaction, rows: string): Promise<void> {
  await sql`
    insert into catalogue_spellings (word)
    select distinct word
    from jsonb_to_recordset(${rows}::jsonb) as entry (title jsonb, words jsonb),
      lateral (values (title->>'fr'), (title->>'en'), (words->>'fr'), (words->>'en')) as written (text),
      regexp_split_to_table(lower(unaccent(text)), '[^[:alnum:]]+') as word
    where length(word) between 3 and 40 and word !~ '^[0-9]+$'
    on conflict do nothing`.execute(tx);
}
