import { differences } from "../../src/catalogue/gossip.ts";
import { hashOf } from "../../src/catalogue/held.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import type { FundingSheet } from "../../src/funding/funding.ts";
import { confirmFunding, dropFunding, findHeldFunding, keepFunding } from "../../src/listed-funding/keeping.ts";
import { mostListed } from "../../src/listed-funding/listed-funding.ts";
import { tellNearElsewhere } from "../../src/notices/near.ts";
import { originOf } from "../guard/origins.ts";
import { type DigestSummary, readEntry, readListPage } from "../vocabulary/digest.ts";
import type { RequestProposal } from "../vocabulary/request-proposal.ts";
import { readRequestSheet } from "../vocabulary/request-sheet.ts";
import { type Questions, VisitFailed } from "./asking.ts";
import type { Met } from "./meeting.ts";
import { found, pagesFrom } from "./pages.ts";
import { keep, type Walk } from "./walk.ts";

/** What funding requests are called in a digest. */
export const requestKind = "funding-request";

const idsAtOnce = 20;

/**
 * Makes what is held of an instance's funding requests equal to what it shows. While nothing differs, its summary alone
 * says that every total is still the same; else only what differs is fetched. Gives whether anything was news.
 */
export async function reconcileFunding(
  walk: Walk,
  met: Met,
  { summary, asked }: { readonly summary: DigestSummary; readonly asked: Date },
): Promise<boolean> {
  const { actor: host, origin } = met.host;
  const held = await findHeldFunding(walk.db, host);
  const { hash = hashOf(new Map()) } = summary.kinds[requestKind] ?? {};
  if (hash === hashOf(held)) {
    await keep(walk, origin, (tx) => confirmFunding(tx, host, [...held.keys()], asked));
    return false;
  }
  const theirs = summary.kinds[requestKind] ? await readVersions(walk.asker.patient, summary.first, origin) : new Map();
  const { fetch, drop } = differences(held, theirs);
  const same = [...held.keys()].filter((actor) => theirs.get(actor) === held.get(actor));
  const dropped = await keep(walk, origin, async (tx) => {
    await confirmFunding(tx, host, same, asked);
    return dropFunding(tx, drop, asked);
  });
  return (await fetchRequests(walk, met, fetch)) || dropped.length > 0;
}

async function readVersions(
  questions: Questions,
  first: string | null,
  origin: string,
): Promise<ReadonlyMap<string, string>> {
  const versions = new Map<string, string>();
  for await (const { items } of pagesFrom(questions, { origin, from: first }, readListPage)) {
    for (const entry of items.flatMap((item) => readEntry(item) ?? []))
      if (entry.kind === requestKind && originOf(entry.id) === origin && versions.size < mostListed)
        versions.set(entry.id, entry.version);
    if (versions.size >= mostListed) break;
  }
  return versions;
}

/** What cannot be read of them is left out, and asked for again at the next visit. */
async function fetchRequests(walk: Walk, { host, instance }: Met, wanted: readonly string[]): Promise<boolean> {
  if (instance.sheets === null) return false;
  let isNews = false;
  for (let at = 0; at < wanted.length; at += idsAtOnce) {
    const ids = wanted.slice(at, at + idsAtOnce);
    const asked = new Date();
    const query = new URLSearchParams(ids.map((id) => ["id", id]));
    const page = readListPage(await found(walk.asker.patient, `${instance.sheets}?${query}`));
    if (page === null) throw new VisitFailed("not-readable");
    const source = { origin: host.origin, now: new Date() };
    const sheets = page.items.flatMap((item) => readRequestSheet(item, source) ?? []);
    const named = sheets.filter(({ actor }) => ids.includes(actor));
    const kept = await keep(walk, host.origin, (tx) => keepAll(tx, host.actor, named, asked));
    isNews ||= kept.length > 0;
  }
  return isNews;
}

/** One request that is said to have changed, as its own origin shows it; whether it was news, null where it cannot be kept. */
export async function lookAtRequest(
  walk: Walk,
  origin: string,
  { id, datasheet }: RequestProposal,
  asked: Date,
): Promise<boolean | null> {
  if (originOf(datasheet) !== origin) throw new VisitFailed("lies-about-origin");
  const sheet = readRequestSheet(await found(walk.asker.prompt, datasheet), { origin, now: new Date() });
  if (sheet?.proposal !== id) return null;
  return keep(walk, origin, (tx) => keepOf(tx, origin, sheet, asked));
}

// Only of a host that a visit has proved.
async function keepOf(tx: Transaction, origin: string, sheet: FundingSheet, asked: Date): Promise<boolean | null> {
  const host = await tx.selectFrom("catalogueHosts").select("actor").where("origin", "=", origin).executeTakeFirst();
  return host ? (await keepAll(tx, host.actor, [sheet], asked)).length > 0 : null;
}

/** What is news is looked at, too: our host may be able to answer it. */
async function keepAll(
  tx: Transaction,
  host: string,
  sheets: readonly FundingSheet[],
  asked: Date,
): Promise<readonly string[]> {
  const news = await keepFunding(tx, host, sheets, asked);
  await tellNearElsewhere(tx, news, asked);
  return news;
}
