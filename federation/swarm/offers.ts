import type { OfferSheet } from "../../src/catalogue/catalogue.ts";
import { dropOffers } from "../../src/catalogue/dropping.ts";
import { budget, type Digest, differences } from "../../src/catalogue/gossip.ts";
import { findHeld, hashOf } from "../../src/catalogue/held.ts";
import { keepOffers } from "../../src/catalogue/keeping.ts";
import { noteProgress, type Progress, type VisitProblem } from "../../src/catalogue/visits.ts";
import { originOf } from "../guard/origins.ts";
import { type DigestEntry, type DigestSummary, readEntry, readListPage, readSummary } from "../vocabulary/digest.ts";
import { type Questions, VisitFailed } from "./asking.ts";
import type { Met } from "./meeting.ts";
import { found, type Page, pagesFrom } from "./pages.ts";
import { readOffer } from "./sheets.ts";
import { keep, type Walk } from "./walk.ts";

/** What is held of an instance's offers after a visit. */
export interface Reconciled {
  /** The hash of what it publishes. */
  readonly digest: string;
  readonly problem: VisitProblem | null;
  /** When the last of what was held otherwise changed; null where nothing was. */
  readonly news: Date | null;
  /** What it says in short of all that it publishes, and when it was asked. */
  readonly said: { readonly summary: DigestSummary; readonly asked: Date };
}

/**
 * Makes what is held of an instance's offers equal to what it publishes. One small question when nothing differs; else
 * the list of versions, and only what differs. `progress` is where an earlier visit was interrupted.
 */
export async function reconcileOffers(walk: Walk, met: Met, progress: Progress | null): Promise<Reconciled> {
  const { digest, sheets, origin } = listsOf(met);
  const asked = new Date();
  const held = await findHeld(walk.db, met.host.actor); // before it is asked: what comes live meanwhile is not taken for gone
  const summary = readSummary(await found(walk.asker.patient, digest));
  if (summary === null) throw new VisitFailed("not-readable");
  const { hash } = summary.kinds["offer"] ?? { hash: "" };
  if (hash === hashOf(held)) return { digest: hash, problem: null, news: null, said: { summary, asked } };
  const theirs = await readDigest(walk.asker.patient, summary.first, origin);
  const { fetch, drop } = differences(held, theirs.digest);
  for (const part of partsOf(drop, inTransaction)) await keep(walk, origin, (tx) => dropOffers(tx, part, asked));
  const source = { walk, met, sheets, origin, total: theirs.digest.size };
  const { missing, changed } = await fetchOffers(source, fetch, progress);
  const unreadable = missing.size > 0 ? "not-readable" : null;
  const news = drop.length > 0 ? asked : changed; // when something left, it does not say
  return { digest: hash, problem: theirs.tooMany ? "too-many-offers" : unreadable, news, said: { summary, asked } };
}

const inTransaction = 100;

function listsOf({ instance: { id, digest, sheets } }: Met) {
  if (digest === null || sheets === null) throw new VisitFailed("no-capability");
  const origin = originOf(id);
  if (origin === null || [digest, sheets].some((list) => originOf(list) !== origin))
    throw new VisitFailed("lies-about-origin");
  return { digest, sheets, origin };
}

/** Its own offers by address, as many as are kept of one instance. Things of kinds that are not known here are left out. */
async function readDigest(questions: Questions, first: string | null, origin: string) {
  const digest = new Map<string, string>();
  for await (const { items } of pagesFrom(questions, { origin, from: first }, readListPage)) {
    for (const { id, version } of items.flatMap((item) => readOwn(item, origin) ?? [])) digest.set(id, version);
    if (digest.size > budget.offers) break;
  }
  const tooMany = digest.size > budget.offers;
  const kept: Digest = tooMany ? new Map([...digest].slice(0, budget.offers)) : digest;
  return { digest: kept, tooMany };
}

function readOwn(item: unknown, origin: string): DigestEntry | null {
  const entry = readEntry(item);
  return entry?.kind === "offer" && originOf(entry.id) === origin ? entry : null;
}

/** Where its offers are fetched from. */
interface Source {
  readonly walk: Walk;
  readonly met: Met;
  /** Where its data sheets can be had. */
  readonly sheets: string;
  readonly origin: string;
  /** How many offers it has. */
  readonly total: number;
}

const idsAtOnce = 20;
const sheetsInPage = 100;

/** Fetches these by name, or page by page where that takes fewer questions. */
async function fetchOffers(source: Source, wanted: readonly string[], progress: Progress | null): Promise<Begun> {
  const missing = new Set(wanted);
  const begun: Begun = { source, missing, of: wanted.length, changed: null };
  if (wanted.length / idsAtOnce > source.total / sheetsInPage) {
    await takePages(begun, progress?.phase === "offers" && progress.next !== null ? progress : null);
  }
  for (const [at, ids] of partsOf([...missing].slice(0, idsAtOnce * 10), idsAtOnce).entries()) {
    const query = new URLSearchParams(ids.map((id) => ["id", id]));
    await take(begun, await pageAt(source, `${source.sheets}?${query}`, at + 1));
  }
  return begun;
}

interface Begun {
  readonly source: Source;
  /** What has not come yet. */
  readonly missing: Set<string>;
  readonly of: number;
  /** When the last of what has come changed, by its origin's clock. */
  changed: Date | null;
}

/** Page after page, from where an earlier visit was interrupted. */
async function takePages(begun: Begun, resumed: Progress | null): Promise<void> {
  const { walk, sheets, origin } = begun.source;
  let asked = new Date();
  let pages = resumed?.pages ?? 0;
  const place = { origin, from: resumed?.next ?? sheets, read: pages };
  for await (const page of pagesFrom(walk.asker.patient, place, readListPage)) {
    pages += 1;
    await take(begun, { ...page, asked, pages });
    if (begun.missing.size === 0) return;
    asked = new Date();
  }
}

async function pageAt({ walk }: Source, address: string, pages: number): Promise<AskedPage> {
  const asked = new Date();
  const page = readListPage(await found(walk.asker.patient, address));
  if (page === null) throw new VisitFailed("not-readable");
  return { items: page.items, next: null, asked, pages };
}

interface AskedPage extends Page {
  readonly asked: Date;
  /** How many were read with this one. */
  readonly pages: number;
}

async function take(begun: Begun, { items, next, asked, pages }: AskedPage): Promise<void> {
  const { source, missing, of } = begun;
  const { walk, met, origin } = source;
  const read = items.slice(0, sheetsInPage * 2).flatMap((item) => readOffer(item, { origin, now: new Date() }) ?? []);
  const wanted = read.filter(({ actor, host }) => missing.has(actor) && host === met.host.actor);
  for (const { actor, changed } of wanted) {
    missing.delete(actor);
    if (begun.changed === null || begun.changed < changed) begun.changed = changed;
  }
  const progress = { phase: "offers", done: of - missing.size, of, next, pages, began: asked } as const;
  for (const part of partsOf(wanted, inTransaction)) await keepPart(walk, origin, part, asked);
  // What was asked for by name and did not come is no step further.
  if (next !== null || wanted.length > 0) await noteProgress(walk.db, origin, progress);
}

async function keepPart(walk: Walk, origin: string, sheets: readonly OfferSheet[], asked: Date): Promise<void> {
  await keep(walk, origin, (tx) => keepOffers(tx, sheets, asked));
}

function partsOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
