import { sql } from "kysely";
import { shownState } from "../availability/availability.ts";
import { type ListedHost, type ListedOffer, trusted } from "../catalogue/catalogue.ts";
import { partnersOf, territoryOf } from "../catalogue/entries.ts";
import { listGivers, listHosts, listListedOffers } from "../catalogue/queries.ts";
import type { Reader } from "../foundation/database.ts";
import { decimalOf, type Price } from "../offers/price.ts";
import type { Filters } from "./directory.ts";
import { readFitting } from "./fitting.ts";
import type { Candidate } from "./matching.ts";
import { searchOf } from "./normal-form.ts";

/** Which part of the directory: all of it, what fits a search, what this site has learnt since. */
export interface Wanted {
  /** In their normal form. */
  readonly filters: Filters;
  readonly since: Date | null;
  readonly now: Date;
}

/** So many rows are read at a time, so that the whole directory is never in memory. */
const batch = 500;

/** A host as the open data has it: what it says of itself in public, without ways to reach people. */
function hostRow({ actor, origin, handle, url, profile, trust, confirmed }: ListedHost) {
  return {
    ...{ actor, origin, handle, url, name: profile.name, tagline: profile.tagline, summary: profile.summary },
    ...{ language: profile.language, languages: profile.languages, legalForm: profile.legalForm },
    ...{ country: profile.country, commune: profile.commune, memberOf: profile.memberOf },
    ...{ capabilities: profile.capabilities, territory: profile.territory, website: profile.website },
    ...{ terms: profile.termsUrl, closing: profile.closing && { ends: profile.closing.ends }, trust, confirmed },
  };
}

export type HostRow = ReturnType<typeof hostRow>;

/** An offer as the open data has it. */
function offerRow(listed: ListedOffer, givers: Pick<Candidate, "host" | "partners">, now: Date) {
  const { content, availability, actor, proposal, slug, url, published, changed, joint } = listed;
  const { host } = givers;
  return {
    ...{ actor, host: host.actor, hostName: host.profile.name, origin: host.origin, slug, url, proposal },
    ...{ title: content.title, summary: content.summary, language: content.language, needs: content.needs },
    ...{ audiences: content.audiences, software: content.software.map(({ name }) => name) },
    ...{ isolation: content.isolation, territory: territoryOf(listed, givers) },
    partners: joint?.partners.map(({ actor: partner, name, page }) => ({ actor: partner, name, url: page })) ?? [],
    accompaniment: content.accompaniment.included,
    prices: content.tiers.flatMap(({ title, price }) => (price === null ? [] : [priceRow(title, price)])),
    availability: availability && {
      ...{ state: shownState(availability, now), slots: availability.slots, nextOpening: availability.nextOpening },
      ...{ confirmed: availability.confirmed, expires: availability.expires },
    },
    ...{ published, changed, trust: host.trust, confirmed: availability?.confirmed ?? host.confirmed },
  };
}

export type OfferRow = ReturnType<typeof offerRow>;

/** What a formula costs; the amount only where it is one amount. */
function priceRow(tier: string | null, price: Price) {
  const cents = price.model === "free" ? 0 : price.model === "flat" ? price.amount : null;
  return {
    ...{ tier, model: price.model, amount: cents === null ? null : decimalOf(cents, price.currency) },
    ...{ currency: price.currency, period: price.period },
  };
}

/** All hosts that visitors are shown, some at a time. */
export async function* listHostRows(reader: Reader, wanted: Wanted): AsyncGenerator<readonly HostRow[]> {
  const { since } = wanted;
  const some = await readSome(reader, wanted);
  for (let after = ""; ; ) {
    const rows = await shownHosts(reader)
      .select("catalogueHosts.actor")
      .where("catalogueHosts.actor", ">", after)
      .$if(since !== null, (query) => query.where("catalogueHosts.asked", ">", since ?? new Date(0)))
      .orderBy("catalogueHosts.actor")
      .limit(batch)
      .execute();
    const hosts = await listHosts(
      reader,
      await some(
        "host",
        rows.map(({ actor }) => actor),
      ),
    );
    yield hosts.toSorted(byActor).map(hostRow);
    if (rows.length < batch) return;
    after = rows.at(-1)?.actor ?? after;
  }
}

/** All offers of theirs, some at a time. */
export async function* listOfferRows(reader: Reader, wanted: Wanted): AsyncGenerator<readonly OfferRow[]> {
  const { since, now } = wanted;
  const some = await readSome(reader, wanted);
  for (let after = ""; ; ) {
    const rows = await reader
      .selectFrom("catalogueEntries")
      .innerJoin("catalogueOffers", "catalogueOffers.actor", "catalogueEntries.actor")
      .select("catalogueOffers.actor")
      .where("catalogueEntries.trust", ">=", trusted)
      .where("catalogueOffers.actor", ">", after)
      .$if(since !== null, (query) => query.where("catalogueOffers.asked", ">", since ?? new Date(0)))
      .orderBy("catalogueOffers.actor")
      .limit(batch)
      .execute();
    const offers = await listListedOffers(
      reader,
      await some(
        "actor",
        rows.map(({ actor }) => actor),
      ),
    );
    const hosts = await listGivers(reader, offers);
    yield offers.toSorted(byActor).flatMap((offer) => {
      const host = hosts.get(offer.host);
      const partners = partnersOf(offer).flatMap((partner) => hosts.get(partner) ?? []);
      return host ? [offerRow(offer, { host, partners }, now)] : [];
    });
    if (rows.length < batch) return;
    after = rows.at(-1)?.actor ?? after;
  }
}

/** Leaves of some offers, or hosts, those that fit, or have one that does; where nothing is searched for, all. */
async function readSome(reader: Reader, { filters, now }: Wanted) {
  const fits = searchOf(filters) === "" ? null : await readFitting(reader, filters, now);
  return async (what: "actor" | "host", some: readonly string[]): Promise<readonly string[]> => {
    if (fits === null || some.length === 0) return some;
    const entries = await reader
      .selectFrom("catalogueEntries")
      .select([`${what} as id`, "ordinal"])
      .where(what, "in", [...some])
      .execute();
    return [...new Set(entries.filter(({ ordinal }) => fits(ordinal)).map(({ id }) => id))];
  };
}

/** The addresses of hosts and offers that have left since then: whoever keeps a copy takes them out of it. What is blocked here is not named. */
export async function listDepartedSince(reader: Reader, since: Date) {
  return await reader
    .selectFrom("departed")
    .select(["id", "kind", "left"])
    .where("left", ">", since)
    .where(sql<boolean>`not exists (select from domains_around(id) join blocks using (domain))`)
    .execute();
}

/** What changes whenever the open data does, or a statement may have run out, and costs little to know. */
export async function findDataVersion(reader: Reader, now: Date): Promise<string> {
  const hosts = await shownHosts(reader)
    .select(sql<string>`count(*)`.as("count"))
    .select(
      sql<string>`sum(hashtextextended(catalogue_hosts.actor || trust || catalogue_hosts.asked, 0)::numeric)`.as("sum"),
    )
    .executeTakeFirstOrThrow();
  const offers = await reader
    .selectFrom("catalogueOffers")
    .select(sql<string>`count(*)`.as("count"))
    .select(sql<Date | null>`max(asked)`.as("latest"))
    .executeTakeFirstOrThrow();
  const hour = Math.floor(now.getTime() / 3_600_000);
  return [hosts.count, hosts.sum, offers.count, offers.latest?.getTime() ?? 0, hour].join(" ");
}

/** Those whom a visitor is shown who asks for nothing more. */
export function shownHosts(reader: Reader) {
  return reader
    .selectFrom("catalogueHosts")
    .innerJoin("instances", "instances.origin", "catalogueHosts.origin")
    .where("catalogueHosts.trust", ">=", trusted)
    .where("instances.state", "=", "known");
}

// As PostgreSQL orders them matters to the cursor alone; within a batch any order will do.
const byActor = (one: { readonly actor: string }, other: { readonly actor: string }): number =>
  one.actor < other.actor ? -1 : 1;
