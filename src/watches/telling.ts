import { randomUUID } from "node:crypto";
import { takesIn } from "../availability/availability.ts";
import { listToldSince, type OfferNews, takeUntold } from "../catalogue/news.ts";
import { readFilters } from "../directory/filters.ts";
import { listFitting } from "../directory/fitting.ts";
import type { Reader as DatabaseReader, Transaction } from "../foundation/database.ts";
import { addJob } from "../foundation/jobs.ts";
import { record } from "../foundation/outbox.ts";
import type { WatchFound } from "./events.ts";
import { findWatchById, listFollowedWatches } from "./queries.ts";
import { listDueReaders, type WatchReader } from "./readers.ts";
import type { Find, Watch } from "./watch.ts";

/** How many news are looked at in one go: what comes with a whole new instance is told piece by piece. */
const atOnce = 500;

/** Tells the accounts of all searches what of the latest news fits them. */
export async function tellFollowed(tx: Transaction, now: Date): Promise<void> {
  const news = await takeUntold(tx, atOnce, now);
  if (news.length === atOnce) await addJob(tx, "tell-watches", {}, { queue: "watches" });
  if (news.length === 0) return;
  for (const { actor, search } of await listFollowedWatches(tx)) {
    const finds = await listFinds(tx, search, news, now);
    if (finds.length === 0) continue;
    const found = finds.map(({ found: { offer }, what }) => ({ offer: offer.actor, what }));
    const event: WatchFound = { id: randomUUID(), name: "watch-found", happened: now.toISOString(), actor, found };
    await record(tx, event);
  }
}

/** What somebody is to be written to about. */
export interface Letterful {
  readonly reader: WatchReader;
  readonly watch: Watch;
  readonly finds: readonly Find[];
}

/** What those who read by mail have not been told yet, and may be told now; it counts as written. */
export async function takeLetters(tx: Transaction, now: Date): Promise<readonly Letterful[]> {
  const letters: Letterful[] = [];
  const readers = await listDueReaders(tx, now);
  for (const [id, due] of Map.groupBy(readers, ({ watch }) => watch)) {
    const watch = await findWatchById(tx, id);
    if (watch !== null) letters.push(...(await listLetters(tx, watch, due, now)));
  }
  const written = letters.map(({ reader }) => reader.id);
  if (written.length > 0)
    await tx.updateTable("watchReaders").set({ written: now }).where("id", "in", written).execute();
  return letters;
}

// Those who are due hear of what comes at once, so nothing older is left for them than a day and the hour between two looks.
const longest = 26 * 3_600_000;

async function listLetters(
  tx: Transaction,
  watch: Watch,
  readers: readonly WatchReader[],
  now: Date,
): Promise<readonly Letterful[]> {
  const news = await listToldSince(tx, new Date(now.getTime() - longest));
  const letters: Letterful[] = [];
  for (const reader of readers) {
    const since = reader.written ?? reader.confirmed ?? now;
    const fresh = news.filter(({ told }) => told > since);
    const finds = await listFinds(tx, watch.search, fresh, now);
    if (finds.length > 0) letters.push({ reader, watch, finds });
  }
  return letters;
}

/** Which of these news fit a search, an offer once, as it stands now: what has closed again meanwhile did not open. */
async function listFinds(
  reader: DatabaseReader,
  search: string,
  news: readonly OfferNews[],
  now: Date,
): Promise<readonly Find[]> {
  const offers = [...new Set(news.map(({ offer }) => offer))];
  if (offers.length === 0) return [];
  const fitting = await listFitting(reader, readFilters(new URLSearchParams(search)), offers, now);
  return fitting.flatMap((found): readonly Find[] => {
    const kinds = news.filter(({ offer }) => offer === found.offer.actor).map(({ what }) => what);
    if (kinds.includes("opened") && takesIn(found.state)) return [{ found, what: "opened" }];
    return kinds.includes("listed") ? [{ found, what: "listed" }] : [];
  });
}
