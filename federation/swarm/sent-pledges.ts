import type { Task } from "graphile-worker";
import { z } from "zod";
import type { Transaction } from "../../src/foundation/database.ts";
import { noteEnded, noteShown, settleSent } from "../../src/sent-pledges/answers.ts";
import { findSentPledge, listUnsettled } from "../../src/sent-pledges/queries.ts";
import { holdingOf, latestOf, type SentPledge, type SentStanding } from "../../src/sent-pledges/sent-pledge.ts";
import { sameOrigin } from "../guard/origins.ts";
import { askToCompare } from "../receive/sent-pledge.ts";
import { askToSend } from "../send/sent-pledges.ts";
import { readAgreement } from "../vocabulary/agreement.ts";
import type { Shown } from "./asking.ts";
import { compareEach, shownAt } from "./comparing.ts";
import type { Walk } from "./walk.ts";

/** The daily job `compare-sent-pledges`: each promise of somebody here is held against what the other instance has. */
export const compareSentPledgesTask =
  (walk: Walk): Task =>
  () =>
    compareEach(walk, listUnsettled, askToCompare);

/** The job `compare-sent-pledge`. */
export const compareSentPledgeTask =
  (walk: Walk): Task =>
  async (payload) => {
    const { sent } = z.object({ sent: z.uuid() }).parse(payload);
    const pledge = await findSentPledge(walk.db, sent);
    if (pledge !== null && pledge.settled === null) await compare(walk, pledge);
  };

/** Asks how a promise stands at the instance that counts it, and says again whatever was lost on the way there. */
async function compare(walk: Walk, pledge: SentPledge): Promise<void> {
  const { agreement, campaign } = pledge;
  if (agreement === null || !sameOrigin(agreement, campaign)) return compareUnanswered(walk, pledge);
  const shown = await shownAt(walk.asker.patient, agreement);
  if (shown === null) return;
  await walk.db.transaction().execute((tx) => keepShown(tx, pledge, shown, walk.now()));
}

async function keepShown(tx: Transaction, pledge: SentPledge, shown: Shown, now: Date): Promise<void> {
  const { id, agreement, withdrawn } = pledge;
  if (shown.kind === "gone") return noteEnded(tx, id, now);
  if (shown.kind === "absent") return withdrawn ? settleSent(tx, id, now) : askToSend(tx, { sent: id, deed: "offer" });
  const there = readAgreement(shown.json);
  if (there?.id !== agreement || there.standing === null || there.standing === "withdrawn") return;
  const { version, quantity, standing, confirmUntil } = there;
  const noted = await noteShown(tx, id, { version, amount: quantity ?? "", standing, confirmUntil }, now);
  const deed = missedThere(noted, version);
  if (deed !== null) return askToSend(tx, { sent: id, deed });
  if (isOver(standing)) await settleSent(tx, id, now);
}

const isOver = (standing: SentStanding): boolean => standing === "released" || standing === "lapsed";

/** What the other instance has not heard yet, although it was said. */
function missedThere(pledge: SentPledge, version: number): "offer" | "undo" | "confirm" | null {
  if (pledge.withdrawn !== null) return "undo";
  if (version < holdingOf(pledge).version) return "offer";
  return pledge.confirming === null ? null : "confirm";
}

/** So long after it was taken back it is said again, to whoever may not have heard. */
const patience = 3 * 86_400_000;

/** Nothing is known of how it stands there: it is said again, and answered again. */
async function compareUnanswered(walk: Walk, pledge: SentPledge): Promise<void> {
  const { id, withdrawn } = pledge;
  const now = walk.now();
  await walk.db.transaction().execute(async (tx) => {
    if (withdrawn !== null) {
      if (now.getTime() - withdrawn.getTime() > patience) return settleSent(tx, id, now);
      return askToSend(tx, { sent: id, deed: "undo" });
    }
    if (latestOf(pledge).answer === null) await askToSend(tx, { sent: id, deed: "offer" });
  });
}
