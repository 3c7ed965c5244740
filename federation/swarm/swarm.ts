import type { TaskList } from "graphile-worker";
import { catchUp, keepInTouch } from "../../src/catalogue/touch.ts";
import type { Asking } from "../actors/signed-get.ts";
import type { Reach } from "../reach.ts";
import { openAsker } from "./asking.ts";
import { checkPaperTask } from "./asking-papers.ts";
import { compareAskingsTask, lookAtAnswerTask, lookAtAskingTask } from "./askings.ts";
import { jointTasks } from "./joint.ts";
import type { Meeting } from "./meeting.ts";
import { comparePartnershipsTask, comparePartnershipTask, expirePartnershipsTask } from "./partnerships.ts";
import { receivedAnswerTasks } from "./received-answers.ts";
import { compareReferralsTask, compareReferralTask } from "./referrals.ts";
import { refreshTask } from "./refresh.ts";
import { compareSentPledgesTask, compareSentPledgeTask } from "./sent-pledges.ts";
import { spreadTask } from "./telling.ts";
import { visitTask } from "./visit.ts";
import type { Walk } from "./walk.ts";

/** What the swarm needs of the site. */
export interface SwarmReach extends Reach, Asking, Pick<Meeting, "findInstance"> {}

/** The work by which this instance holds what all others publish, and they what this one does. */
export interface Swarm {
  readonly tasks: TaskList;
  readonly crontab: string;
  /** At the start of a worker: what others did meanwhile is asked for. */
  catchUp(): Promise<void>;
}

export function openSwarm(reach: SwarmReach): Swarm {
  const { db, origin, findInstance } = reach;
  const walk: Walk = { db, origin, findInstance, asker: openAsker(reach), now: () => new Date() };
  return {
    tasks: {
      "visit-instance": visitTask(walk),
      "refresh-listed": refreshTask(walk),
      spread: spreadTask(reach),
      ...jointTasks(walk),
      ...receivedAnswerTasks(walk),
      "compare-sent-pledges": compareSentPledgesTask(walk),
      "compare-sent-pledge": compareSentPledgeTask(walk),
      "look-at-asking": lookAtAskingTask(walk),
      "look-at-asking-answer": lookAtAnswerTask(walk),
      "compare-askings": compareAskingsTask(walk),
      "check-asking-paper": checkPaperTask(walk, reach),
      "compare-partnerships": comparePartnershipsTask(walk),
      "compare-partnership": comparePartnershipTask(walk),
      "expire-partnerships": expirePartnershipsTask(walk),
      "compare-referrals": compareReferralsTask(walk),
      "compare-referral": compareReferralTask(walk),
      "keep-in-touch": () => db.transaction().execute((tx) => keepInTouch(tx, new Date())),
    },
    crontab: [
      "* * * * * keep-in-touch",
      "31 2 * * * compare-sent-pledges",
      "17 3 * * * compare-partnerships",
      "47 2 * * * compare-referrals",
      "17 2 * * * compare-joint",
      "37 2 * * * compare-answers",
      "41 2 * * * compare-askings",
      "*/10 * * * * expire-partnerships",
    ].join("\n"),
    catchUp: () => db.transaction().execute((tx) => catchUp(tx, new Date())),
  };
}
