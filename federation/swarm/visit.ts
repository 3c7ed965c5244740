import type { Task } from "graphile-worker";
import { dropHost, forgetAltered } from "../../src/catalogue/dropping.ts";
import { budget } from "../../src/catalogue/gossip.ts";
import { spread } from "../../src/catalogue/tidings.ts";
import { settleTrust } from "../../src/catalogue/trust.ts";
import {
  becomeKnown,
  type Ending,
  endVisit,
  failVisit,
  findVisited,
  noteProgress,
  pauseVisit,
  type Visited,
  type VisitProblem,
} from "../../src/catalogue/visits.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { VisitFailed } from "./asking.ts";
import { walkDirectory } from "./directory.ts";
import { reconcileFunding } from "./funding.ts";
import { keepHostNews } from "./host-news.ts";
import { HostLeft, type Met, meet } from "./meeting.ts";
import { reconcileOffers } from "./offers.ts";
import { visitPartners } from "./partners.ts";
import { visitReviews } from "./reviews.ts";
import { TimeIsUp, within } from "./time-limit.ts";
import { visitVouches } from "./vouches.ts";
import { keep, type Walk } from "./walk.ts";

/** The job `visit-instance`. */
export const visitTask =
  (walk: Walk): Task =>
  async (payload) => {
    await visit(walk, (payload as { origin: string }).origin);
  };

/**
 * Visits an instance: it proves what it is, what is held of its host and offers is made equal to what it publishes, and
 * whom it names become candidates. Gives why that did not come about, or not wholly; null when it did.
 */
export async function visit(walk: Walk, origin: string): Promise<VisitProblem | null> {
  const visited = await findVisited(walk.db, origin);
  if (visited === null || visited.source === "own" || origin === walk.origin) return null;
  const asked = new Date();
  try {
    return await readAll(within(walk, budget.visit), visited, asked);
  } catch (error) {
    return await leaveOff(walk, visited, { error, asked });
  }
}

async function readAll(walk: Walk, visited: Visited, asked: Date): Promise<VisitProblem | null> {
  const { origin, progress } = visited;
  if (progress === null) await noteProgress(walk.db, origin, { ...beginning, began: asked });
  const met = await meet(walk, visited);
  await keep(walk, origin, (tx) => keepMet(tx, visited, met, asked));
  await visitVouches(walk, origin, met);
  await visitPartners(walk, origin, met);
  await visitReviews(walk, origin, met);
  const { digest, problem, news: offered, said } = await reconcileOffers(walk, met, progress);
  const news = (await reconcileFunding(walk, met, said)) ? asked : offered;
  const walked = await walkDirectory(walk, visited, met);
  const left = problem ?? walked.problem;
  const ending = { digest, directory: walked.directory, problem: left, asked };
  await walk.db.transaction().execute((tx) => keepEnd(tx, met, ending, passedOn(visited, news, asked)));
  return left;
}

/** Of one that is new here, others hear that it is listed. What an earlier go of this visit brought may be news too. */
function passedOn({ visited, progress }: Visited, news: Date | null, asked: Date): Date | null {
  if (visited === null) return null;
  return news ?? (progress === null || progress.phase === "meeting" ? null : asked);
}

interface LeftOff {
  readonly error: unknown;
  readonly asked: Date;
}

async function leaveOff({ db }: Walk, visited: Visited, { error, asked }: LeftOff): Promise<VisitProblem> {
  if (error instanceof TimeIsUp) {
    await db.transaction().execute((tx) => pauseVisit(tx, visited, new Date()));
    return "slow";
  }
  if (!(error instanceof VisitFailed)) throw error;
  await db.transaction().execute((tx) => keepFailure(tx, visited, error, asked));
  return error.problem;
}

const beginning = { phase: "meeting", done: 0, of: null, next: null, pages: 0 } as const;

/** An instance has one host: any other that was shown before is no more. */
async function keepMet(
  tx: Transaction,
  { origin, state }: Visited,
  { instance, host }: Met,
  asked: Date,
): Promise<void> {
  const known = await becomeKnown(tx, origin, { actor: instance.id, name: host.profile.name }, asked);
  if (!known) throw new VisitFailed("blocked");
  await forgetAltered(tx, origin);
  const isNews = await keepHostNews(tx, host, asked);
  for (const actor of await listHostsAt(tx, origin)) if (actor !== host.actor) await dropHost(tx, actor, asked);
  await settleTrust(tx, asked, [origin]);
  if (state !== "known") await spread(tx, { kind: "listed", address: host.actor, changed: asked }, asked);
  else if (isNews) await spread(tx, { kind: "changed", address: host.actor, changed: asked }, asked);
}

/** What was missed here was perhaps missed by those who hear of it through us. */
async function keepEnd(
  tx: Transaction,
  { instance, host: { origin } }: Met,
  ending: Ending,
  news: Date | null,
): Promise<void> {
  const now = new Date();
  await endVisit(tx, origin, ending, now);
  if (news !== null) await spread(tx, { kind: "changed", address: instance.id, changed: news }, now);
}

async function keepFailure(tx: Transaction, visited: Visited, failed: VisitFailed, asked: Date): Promise<void> {
  await failVisit(tx, visited, failed.problem, new Date());
  if (!(failed instanceof HostLeft)) return;
  for (const actor of await listHostsAt(tx, visited.origin)) {
    await dropHost(tx, actor, asked);
    await spread(tx, { kind: "left", address: actor, changed: asked }, asked);
  }
}

async function listHostsAt(tx: Transaction, origin: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom("catalogueHosts").select("actor").where("origin", "=", origin).execute();
  return rows.map(({ actor }) => actor);
}
