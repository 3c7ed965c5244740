import { sql } from "kysely";
import type { Transaction } from "../../src/foundation/database.ts";
import { readLocal } from "../addresses.ts";
import type { Heard, Receiver } from "./activity.ts";
import { hearAnswerToAsking, hearAskingNews, hearAskingUndo } from "./askings.ts";
import { hearJointAnswer, hearJointNews } from "./joint.ts";
import { hearPartnershipAnswer, hearPartnershipNews, hearPartnershipUndo } from "./partnership.ts";
import { type Reference, readReference } from "./reference.ts";
import { hearReferralAnswer, hearReferralNews, hearReferralUndo } from "./referral-news.ts";
import { hearAnswerNews, hearAnswerStanding, hearAnswerUndo } from "./request-answer.ts";

/** Who may be meant by an answer to what we offered, in turn; each says whether it was. */
const answers: readonly ((tx: Transaction, origin: string, heard: Heard) => Promise<boolean>)[] = [
  hearPartnershipAnswer,
  hearReferralAnswer,
  hearJointAnswer,
  hearAnswerToAsking,
  hearAnswerStanding,
];

/** Who may be meant where an offer is taken back. */
const undos: readonly ((tx: Transaction, heard: Heard, undone: Reference) => Promise<boolean>)[] = [
  hearPartnershipUndo,
  hearReferralUndo,
  hearAskingUndo,
  hearAnswerUndo,
];

/** Who may be meant by news of what stands at another host's address. Signatures come last: they may stand where nobody here has looked yet. */
const news: readonly ((tx: Transaction, heard: Heard) => Promise<boolean>)[] = [
  hearPartnershipNews,
  hearReferralNews,
  hearAnswerNews,
  hearAskingNews,
  hearJointNews,
];

/** Whether an answer was to a relationship that we offered. */
export async function hearRelationshipAnswer(tx: Transaction, origin: string, heard: Heard): Promise<boolean> {
  const said = readLocal(origin, readReference(heard.object)?.id ?? "");
  if (said?.thing !== "activity" || !(await isTied(tx, heard.actor))) return false;
  for (const hear of answers) if (await hear(tx, origin, heard)) return true;
  return false;
}

/** Whether an offered relationship was taken back. */
export async function hearRelationshipUndo(tx: Transaction, heard: Heard, undone: Reference): Promise<boolean> {
  if (!(await isTied(tx, heard.actor))) return false;
  for (const hear of undos) if (await hear(tx, heard, undone)) return true;
  return false;
}

/** Whether there was news of a relationship that stands at another host, told to one of ours. */
export async function hearRelationshipNews(tx: Transaction, origin: string, heard: Heard): Promise<boolean> {
  if (!heard.addressed.some((iri) => iri.startsWith(`${origin}/ap/actors/`)) || !(await isTied(tx, heard.actor)))
    return false;
  for (const hear of news) if (await hear(tx, heard)) return true;
  return false;
}

/** Another proposal will come in place of what we asked, as hosts answer that are asked to work together; or what we answered to a request is shown there. */
export const tentativelyAccept: Receiver = ({ origin }, heard) => ({
  answer: async (tx) =>
    void ((await hearPartnershipAnswer(tx, origin, heard)) || (await hearAnswerStanding(tx, origin, heard))),
});

/** Whether one of ours has had something to do with this host, association or request: what anybody else says is of something else. */
async function isTied(tx: Transaction, actor: string): Promise<boolean> {
  const { rows } = await sql<{ tied: boolean }>`
    select exists (select from partnerships where other = ${actor})
      or exists (select from referrals where other = ${actor})
      or exists (select from joint_partners where joint_partners.actor = ${actor})
      or exists (select from joint_invitations where lead = ${actor})
      or exists (select from asking_hosts where host = ${actor})
      or exists (select from received_askings where asker = ${actor})
      or exists (select from sent_answers where campaign = ${actor})
      or exists (select from received_answers where received_answers.actor = ${actor}) as tied`.execute(tx);
  return rows[0]?.tied === true;
}
