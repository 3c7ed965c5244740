import type { Task } from "graphile-worker";
import { sql } from "kysely";
import type { HostSheet } from "../../src/catalogue/catalogue.ts";
import { depart } from "../../src/catalogue/departed.ts";
import { dropHost, dropOffers } from "../../src/catalogue/dropping.ts";
import { isHeld } from "../../src/catalogue/hearing.ts";
import { keepOffers } from "../../src/catalogue/keeping.ts";
import { findListedHost } from "../../src/catalogue/queries.ts";
import { spread } from "../../src/catalogue/tidings.ts";
import { settleTrust } from "../../src/catalogue/trust.ts";
import { askVisit, askVisitSince, findVisited, type Visited } from "../../src/catalogue/visits.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { Unreachable } from "../../src/foundation/errors.ts";
import { dropFunding } from "../../src/listed-funding/keeping.ts";
import { dropListedPartnership } from "../../src/partnerships/listed.ts";
import { dropReview } from "../../src/reviews/keeping.ts";
import { originOf } from "../guard/origins.ts";
import { type HostActor, readHost } from "../vocabulary/host.ts";
import { readPartnership } from "../vocabulary/partnership.ts";
import { type Proposal, readProposal } from "../vocabulary/proposal.ts";
import { readRequestProposal } from "../vocabulary/request-proposal.ts";
import { readReview } from "../vocabulary/review.ts";
import { readVouch } from "../vocabulary/vouch.ts";
import { VisitFailed } from "./asking.ts";
import { lookAtRequest } from "./funding.ts";
import { keepHostNews } from "./host-news.ts";
import { noteStampNews } from "./joint-copies.ts";
import { found } from "./pages.ts";
import { keepAnnouncedPartner } from "./partners.ts";
import { keepToldReview } from "./reviews.ts";
import { readHostDatasheet, readOffer } from "./sheets.ts";
import { dropAnnounced, keepAnnounced } from "./vouches.ts";
import { keep, type Walk } from "./walk.ts";

/** The job `refresh-listed`. */
export const refreshTask =
  (walk: Walk): Task =>
  async (payload) => {
    const { address, changed } = payload as { address: string; changed: string };
    await refresh(walk, address, new Date(changed));
  };

/** One thing that is said to have changed, as its own origin shows it now. What is news here is passed on. */
async function refresh(walk: Walk, address: string, changed: Date): Promise<void> {
  const { db, asker } = walk;
  const visited = await findVisited(db, originOf(address) ?? "");
  if (visited === null || (await isHeld(db, address, changed))) return;
  // Asked too often already: one visit brings all that it has.
  if (!asker.prompt.mayAsk(address)) return askVisit(db, visited.origin, aMinuteAfter(visited.visited ?? new Date(0)));
  try {
    await fetchListed(walk, visited, { address, changed });
  } catch (error) {
    await giveUp(walk, error, { address, changed });
  }
}

/** What cannot be had for the moment is asked for again; what is wrong with it, a visit finds out. */
async function giveUp({ db }: Walk, error: unknown, { address, changed }: Listed): Promise<void> {
  if (!(error instanceof VisitFailed)) throw error;
  const { host, origin } = new URL(address);
  if (error.problem === "unreachable") throw new Unreachable(host, { cause: error });
  if (error.problem !== "blocked") await askVisitSince(db, origin, changed);
}

const aMinuteAfter = (time: Date): Date => new Date(time.getTime() + 60_000);

interface Listed {
  readonly address: string;
  readonly changed: Date;
}

async function fetchListed(walk: Walk, visited: Visited, { address, changed }: Listed): Promise<void> {
  const { origin } = visited;
  const asked = new Date();
  const isNews = await look(walk, visited, address, asked);
  if (isNews === null) return askVisitSince(walk.db, origin, changed);
  await keep(walk, origin, (tx) => noteSeen(tx, { origin, address, changed, isNews }, asked));
}

/** Whether what was kept is news; null where the address shows nothing that we know how to keep. */
async function look(walk: Walk, visited: Visited, address: string, asked: Date): Promise<boolean | null> {
  const shown = await walk.asker.prompt.ask(address);
  if (await keep(walk, visited.origin, (tx) => noteStampNews(tx, address, shown, asked))) return false;
  if (shown.kind === "absent") return null;
  if (shown.kind === "gone") return keep(walk, visited.origin, (tx) => drop(tx, visited.origin, address, asked));
  const vouch = readVouch(shown.json);
  if (vouch?.id === address) return keep(walk, visited.origin, (tx) => keepAnnounced(tx, vouch, asked));
  const partnership = readPartnership(shown.json);
  if (partnership?.id === address)
    return keep(walk, visited.origin, (tx) => keepAnnouncedPartner(tx, partnership, asked));
  const review = readReview(shown.json);
  if (review?.id === address) return keep(walk, visited.origin, (tx) => keepToldReview(tx, review, asked));
  const proposal = readProposal(shown.json);
  if (proposal?.id === address) return lookAtOffer(walk, visited, proposal, asked);
  const request = readRequestProposal(shown.json);
  if (request?.id === address) return lookAtRequest(walk, visited.origin, request, asked);
  const host = readHost(shown.json);
  return host?.id === address ? lookAtHost(walk, visited, host, asked) : null;
}

/** It is gone: an offer or a funding request, by its proposal or its actor, or a host. */
async function drop(tx: Transaction, origin: string, address: string, asked: Date): Promise<boolean> {
  const isIt = sql<boolean>`proposal = ${address} or actor = ${address}`;
  const { rows: offers } = await sql<{ actor: string }>`
    select actor from catalogue_offers where ${isIt} union select actor from catalogue_joint where ${isIt}`.execute(tx);
  const dropped = await dropOffers(
    tx,
    offers.map(({ actor }) => actor),
    asked,
  );
  if (offers.length > 0) return dropped.length > 0;
  if ((await dropFunding(tx, [address], asked)).length > 0) return true;
  if (await dropAnnounced(tx, origin, address, asked)) return false;
  if (await dropListedPartnership(tx, address, asked)) return true;
  if (await dropReview(tx, address, asked)) return false;
  const host = await findListedHost(tx, address);
  if (host === null) await depart(tx, "unseen", [address], asked); // what shows it still may be on its way
  return host?.origin === origin && (await dropHost(tx, address, asked));
}

async function lookAtOffer(
  walk: Walk,
  { origin }: Visited,
  { id, datasheet }: Proposal,
  asked: Date,
): Promise<boolean | null> {
  if (originOf(datasheet) !== origin) throw new VisitFailed("lies-about-origin");
  const sheet = readOffer(await found(walk.asker.prompt, datasheet), { origin, now: new Date() });
  if (sheet?.proposal !== id) return null;
  return keep(walk, origin, async (tx) => {
    const host = await findListedHost(tx, sheet.host);
    if (host?.origin !== origin) return null;
    return (await keepOffers(tx, [sheet], asked)).length > 0;
  });
}

async function lookAtHost(walk: Walk, visited: Visited, host: HostActor, asked: Date): Promise<boolean | null> {
  const { origin } = visited;
  if (host.reserved) return keep(walk, origin, (tx) => dropHost(tx, host.id, asked));
  if (host.instance !== visited.actor || originOf(host.datasheet) !== origin) return null;
  const sheet = readHostDatasheet(await found(walk.asker.prompt, host.datasheet), origin);
  if (sheet?.actor !== host.id) return null;
  return keep(walk, origin, (tx) => keepSheet(tx, sheet, asked));
}

// Only a host that a visit has proved is kept up to date.
async function keepSheet(tx: Transaction, sheet: HostSheet, asked: Date): Promise<boolean | null> {
  const known = await findListedHost(tx, sheet.actor);
  if (known?.origin !== sheet.origin) return null;
  const isNews = await keepHostNews(tx, sheet, asked);
  await settleTrust(tx, asked, [sheet.origin]);
  return isNews;
}

interface Seen {
  readonly origin: string;
  readonly address: string;
  readonly changed: Date;
  readonly isNews: boolean;
}

/** It has answered; and others hear of what was new here, so that news crosses a swarm in which not everyone follows everyone. */
async function noteSeen(tx: Transaction, { origin, address, changed, isNews }: Seen, asked: Date): Promise<void> {
  await tx.updateTable("instances").set({ seen: asked }).where("origin", "=", origin).execute();
  if (isNews) await spread(tx, { kind: "changed", address, changed }, asked);
}
