import { sql } from "kysely";
import { trusted } from "../catalogue/catalogue.ts";
import { partnersOf } from "../catalogue/entries.ts";
import { listGivers, listListedOffers } from "../catalogue/queries.ts";
import type { Reader } from "../foundation/database.ts";
import { and, type Bitmap } from "./bitmap.ts";
import { conditionsOf, fitting, listsFor } from "./conditions.ts";
import { type Filters, noFilters } from "./directory.ts";
import { accompanimentOf, type Help } from "./help.ts";
import { readLists } from "./lists.ts";
import type { Candidate } from "./matching.ts";
import { search } from "./search.ts";
import { firstByRank } from "./sorting.ts";
import type { Wish } from "./wishes.ts";

// So many of those that grant everything, of those that grant all but one wish, and of those that grant each.
const ofEach = 12;

/**
 * Offers that may grant some of what is wished for: the first by nearness of those that grant all of it, all but one wish,
 * and each wish; with what else the same hosts offer of it.
 */
export async function listCandidates(
  reader: Reader,
  wishes: readonly Wish[],
  territory: string | null,
  now: Date,
): Promise<readonly Candidate[]> {
  const needs = [...new Set(wishes.flatMap((wish) => wish.needs))];
  if (needs.length === 0) return [];
  const filters: Filters = { ...noFilters, needs, territory, sort: "nearness" };
  const lists = await readLists(reader, listsFor(filters));
  const there = fitting(conditionsOf({ ...filters, needs: [] }, lists, now));
  const granting = wishes.map((wish) => lists.ofAny("need", wish.needs));
  const page = { after: null, limit: ofEach, at: now.getTime() };
  const first = setsOf(granting).flatMap((set) =>
    firstByRank(and(there, set), { filters, lists, matches: null }, page),
  );
  const ordinals = [...new Set(first.map(({ ordinal }) => ordinal))];
  return withHosts(reader, await listActors(reader, ordinals, needs));
}

/** Those in all of the sets, those in all but one, and each. */
function setsOf(granting: readonly Bitmap[]): readonly Bitmap[] {
  const inAll = (sets: readonly Bitmap[]) => (sets.length === 0 ? [] : [sets.reduce(and)]);
  if (granting.length < 2) return granting;
  const others = granting.length > 2 ? granting.map((_, at) => granting.filter((__, other) => other !== at)) : [];
  return [...inAll(granting), ...others.flatMap(inAll), ...granting];
}

/** Offers that include some of this help. */
export async function listHelpers(
  reader: Reader,
  help: readonly Help[],
  territory: string | null,
  now: Date,
): Promise<readonly Candidate[]> {
  const accompaniment = help.flatMap((one) => accompanimentOf[one]);
  if (accompaniment.length === 0) return [];
  const filters: Filters = { ...noFilters, accompaniment, territory, sort: "nearness" };
  return (await search(reader, filters, { after: null, limit: 2 * ofEach, facets: false }, now)).items;
}

/** Offers on the same theme: what somebody may want to compare. */
export async function listAlike(reader: Reader, needs: readonly string[], now: Date): Promise<readonly Candidate[]> {
  const filters: Filters = { ...noFilters, needs };
  return (await search(reader, filters, { after: null, limit: 2 * ofEach, facets: false }, now)).items;
}

const mostActors = 400;

/** The offers of these entries, and what else their hosts offer for these needs. */
async function listActors(
  reader: Reader,
  ordinals: readonly number[],
  needs: readonly string[],
): Promise<readonly string[]> {
  const codes = needs.map((need) => `need:${need}`);
  const { rows } = await sql<{ readonly actor: string }>`
    with first as (select actor, host from catalogue_entries where ordinal = any(${[...ordinals]}::integer[]))
    select actor from first
    union select entries.actor from catalogue_entries entries
      where entries.host in (select host from first) and entries.codes && ${codes}::text[] and trust >= ${trusted}
    limit ${mostActors}`.execute(reader);
  return rows.map(({ actor }) => actor);
}

/** The offers of these actors with their hosts, in the order of the actors. */
export async function withHosts(reader: Reader, actors: readonly string[]): Promise<readonly Candidate[]> {
  const offers = new Map((await listListedOffers(reader, actors)).map((offer) => [offer.actor, offer]));
  const hosts = await listGivers(reader, [...offers.values()]);
  return actors.flatMap((actor) => {
    const offer = offers.get(actor);
    const host = hosts.get(offer?.host ?? "");
    if (!offer || !host) return [];
    return [{ offer, host, partners: partnersOf(offer).flatMap((partner) => hosts.get(partner) ?? []) }];
  });
}
