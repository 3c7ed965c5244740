import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import { type Bitmap, count, each, has, or, without } from "./bitmap.ts";
import { expiredIn, later, takingIn } from "./conditions.ts";
import type { Filters } from "./directory.ts";
import type { Lists } from "./lists.ts";
import { type Cursor, firstOf, type Partition, type Placed, partition } from "./order.ts";
import { placeOf } from "./place.ts";
import type { Matches } from "./typed.ts";

interface Page {
  readonly after: Cursor | null;
  readonly limit: number;
  /** When the first page was read. */
  readonly at: number;
}

interface Known {
  readonly filters: Filters;
  readonly lists: Lists;
  readonly matches: Matches | null;
}

/** By relevance or by nearness; among equals by turns, which change every day. */
export function firstByRank(found: Bitmap, { filters, lists, matches }: Known, page: Page): readonly Placed[] {
  const where = filters.territory === null ? [] : placesOf(found, filters, lists);
  const words = matches === null ? [] : [partition(found, [matches.titled, matches.named])];
  const standing = standingOf(found, lists, new Date(page.at));
  const order = [...where, ...words, standing];
  return firstOf(found, order, { ...page, day: Math.floor(page.at / 86_400_000) });
}

/**
 * Whoever takes others only when nobody nearer does comes last. Before them, by relevance those around before all others;
 * by nearness those of the same commune, then of the EPCI, the department, the region.
 */
function placesOf(found: Bitmap, { territory, sort }: Filters, lists: Lists): readonly Partition[] {
  const { near, around } = placeOf(territory ?? "");
  const within = or(lists.ofAny("place", around), lists.of("place", "remote"));
  const others = without(lists.of("policy", "fallback"), within);
  const levels = near.map((codes) => lists.ofAny("place", codes));
  const local = sort === "nearness" ? levels : [levels.reduce(or)];
  return [partition(found, [without(found, others)]), partition(found, local)];
}

/** Who takes people in, who will, of whom it is not known, who does not; and those that close for good. */
function standingOf(found: Bitmap, lists: Lists, at: Date): Partition {
  const expired = expiredIn(lists, at);
  const closing = lists.of("closing", "announced");
  const now = without(without(lists.ofAny("state", takingIn), expired), closing);
  const soon = without(without(lists.ofAny("state", later), expired), closing);
  const unknown = without(or(expired, lists.of("state", "unknown")), closing);
  return partition(found, [now, soon, unknown]);
}

/** The last confirmed first. Among few they are looked up, among many the index is walked until enough are found. */
export async function firstByConfirmation(reader: Reader, found: Bitmap, page: Page): Promise<readonly Placed[]> {
  const placed: Placed[] = [];
  const few = count(found) <= 2_000;
  const among: number[] = [];
  if (few) each(found, (ordinal) => among.push(ordinal));
  let from: Pick<Cursor, "rank" | "turn"> | null = page.after;
  for (let step = few ? page.limit : 500; placed.length < page.limit; step *= 2) {
    const rows = await confirmedAfter(reader, from, step, few ? among : null);
    placed.push(...rows.filter(({ ordinal }) => has(found, ordinal)));
    from = rows.at(-1) ?? from;
    if (rows.length < step) break;
  }
  return placed.slice(0, page.limit);
}

async function confirmedAfter(
  reader: Reader,
  from: Pick<Cursor, "rank" | "turn"> | null,
  limit: number,
  among: readonly number[] | null,
): Promise<readonly Placed[]> {
  const after = from && { confirmed: new Date(from.rank), ordinal: from.turn };
  const rows = await reader
    .selectFrom("catalogueEntries")
    .select(["ordinal", "confirmed"])
    .$if(among !== null, (query) => query.where(sql<boolean>`ordinal = any(${among ?? []}::integer[])`))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`confirmed <= ${after?.confirmed} and (confirmed < ${after?.confirmed} or ordinal > ${after?.ordinal})`,
      ),
    )
    .orderBy("confirmed", "desc")
    .orderBy("ordinal")
    .limit(limit)
    .execute();
  return rows.map(({ ordinal, confirmed }) => ({ ordinal, rank: confirmed.getTime(), turn: ordinal }));
}
