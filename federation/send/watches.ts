import { listHosts, listListedOffers } from "../../src/catalogue/queries.ts";
import { readFilters } from "../../src/directory/filters.ts";
import { giversOf } from "../../src/directory/giver-words.ts";
import { searchWords } from "../../src/directory/search-words.ts";
import { dateWords } from "../../src/foundation/date-words.ts";
import { findHandleById } from "../../src/hosts/handles.ts";
import type { WatchFound, WatchRetired, WatchStarted } from "../../src/watches/events.ts";
import { findFollowedWatch } from "../../src/watches/queries.ts";
import type { FollowedWatch } from "../../src/watches/watch.ts";
import { availabilityHashtags } from "../actors/hashtags.ts";
import { searchPage } from "../addresses.ts";
import { forgetReached } from "../delivery/erasing.ts";
import { writeActorDelete } from "../vocabulary/activities.ts";
import { escapeHtml, link, paragraphs } from "../vocabulary/html.ts";
import { stateWords } from "./availability-words.ts";
import { sayNews, sayState, unsay, type Words } from "./saying.ts";
import { say, type Telling } from "./telling.ts";
import { anchors } from "./texts.ts";
import { words } from "./words.ts";

/** A search has an account: what it does stands pinned before anybody follows. */
export async function tellStarted(telling: Telling, { actor }: WatchStarted): Promise<void> {
  const found = await findAccount(telling, actor);
  if (found === null) return;
  const { local } = telling;
  const { watches } = words[local.language];
  const search = searchWords(readFilters(new URLSearchParams(found.watch.search)), local.language);
  const content = paragraphs(`${watches.state} ${search}`) + paragraphs(watches.promise) + endOf(telling, found.watch);
  await sayState(telling, found.handle, { content, hashtags: availabilityHashtags, context: null });
}

/** Offers that fit were listed, or opened: one Note for all of them. What is gone meanwhile is left out. */
export async function tellFound(telling: Telling, { actor, found }: WatchFound): Promise<void> {
  const account = await findAccount(telling, actor);
  const lines = account === null ? [] : await listLines(telling, found);
  if (account === null || lines.length === 0) return;
  await sayNews(telling, account.handle, "announcement", findsNews(telling, account.watch, lines));
}

/** Nobody keeps the search any more: its account takes its leave, as that of a withdrawn offer does. */
export async function tellRetired(telling: Telling, { actor }: WatchRetired): Promise<void> {
  const handle = await findHandleById(telling.tx, actor);
  if (handle === null) return;
  await say({ ...telling, erases: actor }, handle, "delete", writeActorDelete);
  await unsay(telling, actor);
  await forgetReached(telling.tx, actor);
  await telling.tx.deleteFrom("followers").where("actor", "=", actor).execute();
}

async function findAccount({ tx }: Telling, actor: string) {
  const [watch, handle] = [await findFollowedWatch(tx, actor), await findHandleById(tx, actor)];
  return watch && handle && handle.gone === null ? { watch, handle } : null;
}

/** So many are named; the others stand behind the link. */
const mostNamed = 8;

function findsNews(telling: Telling, watch: FollowedWatch, lines: readonly string[]): Words {
  const { watches } = words[telling.local.language];
  const rest = lines.length - mostNamed;
  const list = `<ul>${lines.slice(0, mostNamed).join("")}</ul>`;
  const content = `${paragraphs(watches.found(lines.length))}${list}${rest > 0 ? paragraphs(watches.more(rest)) : ""}`;
  return { content: content + endOf(telling, watch), hashtags: availabilityHashtags, context: null };
}

async function listLines({ tx, local }: Telling, found: WatchFound["found"]): Promise<readonly string[]> {
  const { language, now } = local;
  const { watches, line } = words[language];
  const offers = await listListedOffers(
    tx,
    found.map(({ offer }) => offer),
  );
  const hosts = await listHosts(
    tx,
    offers.map(({ host }) => host),
  );
  return found.flatMap(({ offer: actor, what }) => {
    const offer = offers.find((one) => one.actor === actor);
    const host = hosts.find((one) => one.actor === offer?.host);
    if (!offer || !host) return [];
    const title = watches.offer(offer.content.title, giversOf({ host, offer }, language));
    const confirmed = watches.confirmed(dateWords(offer.availability?.confirmed ?? host.confirmed, language));
    const state = stateWords(offer.availability, now, language);
    const told = line(title, `${watches.kinds[what]}. ${state}, ${confirmed}.`);
    return [`<li>${escapeHtml(told)} ${link(offer.url)}</li>`];
  });
}

function endOf({ local: { origin, language } }: Telling, { search }: FollowedWatch): string {
  const all = `<p>${escapeHtml(words[language].watches.all)} ${link(searchPage(origin, search))}</p>`;
  return all + anchors(origin, availabilityHashtags);
}
