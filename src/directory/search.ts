import { shownState } from "../availability/availability.ts";
import { partnersOf, territoryOf } from "../catalogue/entries.ts";
import { monthlyPrice } from "../catalogue/price-ladder.ts";
import { listGivers, listListedOffers } from "../catalogue/queries.ts";
import type { Reader } from "../foundation/database.ts";
import { type Bitmap, count } from "./bitmap.ts";
import { type Conditions, conditionsOf, countedBy, fitting, listsFor } from "./conditions.ts";
import { type Facets, type Filters, type Findings, type Found, noFilters } from "./directory.ts";
import { countFacets } from "./facets.ts";
import { type Lists, readLists } from "./lists.ts";
import type { Candidate } from "./matching.ts";
import { type Cursor, type Placed, readCursor, writeCursor } from "./order.ts";
import { nearnessOf, placeOf } from "./place.ts";
import { firstByConfirmation, firstByRank } from "./sorting.ts";
import { findMatches, type Matches } from "./typed.ts";

/** Where to go on, and how many at most. */
export interface Slice {
  readonly after: string | null;
  readonly limit: number;
  /** What else could be chosen is counted, unless nobody needs it. */
  readonly facets?: boolean;
}

/** The offers that fit, a page of them, with what else could be chosen. A cursor that is none of ours begins anew. */
export async function search(reader: Reader, filters: Filters, slice: Slice, now: Date): Promise<Findings> {
  const lists = await readLists(reader, listsFor(filters));
  const asked = conditionsOf(filters, lists, now);
  const matches = await findMatches(reader, filters.q, { everybody: asked.everybody, chunks: lists.chunks });
  const conditions = withWords(asked, matches);
  const found = fitting(conditions);
  const placed = await place(reader, { filters, lists, matches, found, slice, now });
  const items = await readItems(reader, placed.shown, filters, now);
  const facets = slice.facets === false ? none : await countFacets(reader, conditions, found);
  return { items, total: count(found), next: placed.next, facets, ...said(matches, filters) };
}

interface Ordering {
  readonly filters: Filters;
  readonly lists: Lists;
  readonly matches: Matches | null;
  readonly found: Bitmap;
  readonly slice: Slice;
  readonly now: Date;
}

async function place(
  reader: Reader,
  { filters, lists, matches, found, slice, now }: Ordering,
): Promise<{ readonly shown: readonly Placed[]; readonly next: string | null }> {
  const after: Cursor | null = slice.after === null ? null : readCursor(slice.after);
  const at = after?.at ?? now.getTime();
  const page = { after, limit: slice.limit + 1, at };
  const placed =
    filters.sort === "confirmed"
      ? await firstByConfirmation(reader, found, page)
      : firstByRank(found, { filters, lists, matches }, page);
  const shown = placed.slice(0, slice.limit);
  const last = shown.at(-1);
  const next = placed.length > slice.limit && last ? writeCursor({ at, rank: last.rank, turn: last.turn }) : null;
  return { shown, next };
}

/** What stands behind these entries, in their order. */
export async function readItems(
  reader: Reader,
  placed: readonly Pick<Placed, "ordinal">[],
  filters: Filters,
  now: Date,
): Promise<readonly Found[]> {
  if (placed.length === 0) return [];
  const rows = await reader
    .selectFrom("catalogueEntries")
    .select(["ordinal", "actor"])
    .where(
      "ordinal",
      "in",
      placed.map(({ ordinal }) => ordinal),
    )
    .execute();
  const entries = new Map(rows.map((row) => [row.ordinal, row]));
  const offers = new Map(
    (
      await listListedOffers(
        reader,
        rows.map(({ actor }) => actor),
      )
    ).map((one) => [one.actor, one]),
  );
  const hosts = await listGivers(reader, [...offers.values()]);
  return placed.flatMap(({ ordinal }) => {
    const offer = offers.get(entries.get(ordinal)?.actor ?? "");
    const host = hosts.get(offer?.host ?? "");
    if (!offer || !host) return [];
    const partners = partnersOf(offer).flatMap((partner) => hosts.get(partner) ?? []);
    return [showOne({ host, partners, offer }, filters, now)];
  });
}

/** An offer as a list shows it that nobody searched for. */
export const asFound = (candidate: Candidate, now: Date): Found => showOne(candidate, noFilters, now);

function showOne({ offer, ...givers }: Candidate, { territory, price }: Filters, now: Date): Found {
  const cents = price && monthlyPrice(offer.content, price.currency, price.quantity);
  return {
    ...{ ...givers, offer, state: shownState(offer.availability, now) },
    nearness: territory === null ? null : nearnessOf(territoryOf(offer, givers), placeOf(territory)),
    monthly: price === null || cents === null ? null : { cents, currency: price.currency },
  };
}

export function withWords(conditions: Conditions, matches: Matches | null): Conditions {
  return matches === null ? conditions : { ...conditions, rest: [...conditions.rest, matches.all] };
}

function said(matches: Matches | null, { price }: Filters): Pick<Findings, "corrected" | "loosened" | "counted"> {
  const counted = countedBy(price);
  return {
    ...{ corrected: matches?.corrected ?? [], loosened: matches?.loosened ?? false },
    counted: counted?.count === price?.quantity?.count ? null : counted,
  };
}

const none: Facets = {
  ...{ needs: [], audiences: [], availability: [], software: [] },
  ...{ isolation: [], accompaniment: [], capabilities: [], languages: [], joint: [] },
};
