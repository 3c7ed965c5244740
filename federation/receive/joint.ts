import { z } from "zod";
import type { Transaction } from "../../src/foundation/database.ts";
import { forgetComment, hearComment } from "../../src/joint/comments.ts";
import { hearRefusal } from "../../src/joint/hearing.ts";
import type { JointPaper } from "../../src/joint/joint.ts";
import { findInvitationTo, findPaperAsking } from "../../src/joint/queries.ts";
import { readLocal } from "../addresses.ts";
import { originOf, sameOrigin } from "../guard/origins.ts";
import { askToCheck, askToLook, askToSay } from "../send/joint.ts";
import { plainText } from "../vocabulary/html.ts";
import { indexable } from "../vocabulary/shapes.ts";
import { isStamp } from "../vocabulary/stamp.ts";
import { type Effect, type Heard, isTakenBack, noEffect, type Receiver, type Saying } from "./activity.ts";
import { readRemoteNote } from "./note.ts";
import { readReference } from "./reference.ts";

/** Another host asks ours to sign what stands at an address of its own. Asked again, what was answered is said again. */
export const invite: Receiver = ({ origin }, { id, actor: lead, object }) => {
  const proposal = readReference(object)?.id ?? null;
  const isOwn = proposal !== null && sameOrigin(proposal, lead) && originOf(proposal) !== origin;
  if (proposal === null || !isOwn || !indexable(proposal)) return noEffect;
  return {
    async answer(tx) {
      const known = await findInvitationTo(tx, proposal);
      if (known !== null && known.lead.actor !== lead) return;
      if (known !== null && ["accepted", "refused"].includes(known.state))
        await askToSay(tx, { say: "answer", id: known.id, to: lead });
      await askToLook(tx, { proposal, lead, invite: id });
    },
  };
};

/** A partner signs, or does not: only the one who was asked can. False where the answer is to something else. */
export async function hearJointAnswer(tx: Transaction, origin: string, heard: Heard): Promise<boolean> {
  const local = readLocal(origin, readReference(heard.object)?.id ?? "");
  const paper = local?.thing === "activity" ? await findPaperAsking(tx, local.id) : null;
  if (paper === null) return false;
  if (paper.partners.some(({ actor }) => actor === heard.actor)) await hearPartner(tx, paper, heard);
  return true;
}

async function hearPartner(tx: Transaction, { id: paper, state }: JointPaper, heard: Heard): Promise<void> {
  const { type, actor, result, content } = heard;
  // It answers what was given up meanwhile, and has not heard that.
  if (state === "withdrawn") return askToSay(tx, { say: "withdraw", id: paper, to: actor });
  const stamp = readReference(result)?.id ?? null;
  if (type === "Reject")
    return hearRefusal(tx, paper, actor, plainText(content ?? "", longestReason) || null, new Date());
  if (type === "Accept" && stamp !== null && sameOrigin(stamp, actor) && indexable(stamp))
    await askToCheck(tx, { paper, actor, stamp });
}

const longestReason = 500;

/** There is news of what is signed together, or an end of it: what it is, its own address tells. False where it is about something else. */
export async function hearJointNews(tx: Transaction, { type, actor, object }: Heard): Promise<boolean> {
  const address = readReference(object)?.id ?? null;
  if (address === null || !sameOrigin(address, actor) || !indexable(address)) return false;
  if (await lookAtPaper(tx, actor, address)) return true;
  if (type === "Delete") await forgetComment(tx, address, actor); // words are no news, but they may be about it
  return lookAtStamp(tx, actor, { address, isOne: isStamp(object) || Ended.safeParse(object).success });
}

const Ended = z.object({ type: z.literal("Tombstone"), formerType: z.literal("Relationship") });

interface Named {
  readonly address: string;
  /** Whether it says so: one that was never seen may be news too. */
  readonly isOne: boolean;
}

async function lookAtPaper(tx: Transaction, lead: string, proposal: string): Promise<boolean> {
  const known = await findInvitationTo(tx, proposal);
  if (known?.lead.actor !== lead) return false;
  await askToLook(tx, { proposal, lead, invite: null });
  return true;
}

async function lookAtStamp(tx: Transaction, actor: string, { address: stamp, isOne }: Named): Promise<boolean> {
  let asked = tx
    .selectFrom("jointPartners")
    .innerJoin("jointPapers", "jointPapers.id", "jointPartners.paper")
    .select("jointPartners.paper")
    .where("actor", "=", actor)
    .where("jointPapers.state", "in", ["awaiting", "published", "suspended"]);
  if (!isOne) asked = asked.where("jointPartners.stamp", "=", stamp);
  const rows = await asked.execute();
  for (const { paper } of rows) await askToCheck(tx, { paper, actor, stamp });
  return rows.length > 0;
}

/** One of those who sign together writes to the others; null where it is no private word about something. */
export function jointComment(origin: string, { actor, object }: Heard, otherwise: KeepSayings): Effect | null {
  const context = Spoken.safeParse(object).data?.context ?? null;
  const note = context === null ? null : readRemoteNote(object, actor);
  if (context === null || note === null || note.visibility !== "direct") return null;
  const local = readLocal(origin, context);
  const about = local?.thing === "proposal" ? { paper: local.id } : { proposal: context };
  return async (tx) => {
    const now = new Date();
    const text = plainText(note.content, 5_000);
    const said = { note: note.id, author: actor, text, about, said: note.published ?? now };
    if (await isTakenBack(tx, actor, note.id)) return;
    if (!(await hearComment(tx, said, now))) await otherwise(tx, origin, [{ said: note }]);
  };
}

/** The account of what we sign says in public that it is there, and names us: that waits for no answer of ours. Null where it can be nothing of the kind. */
export function jointAnnouncement(origin: string, { actor, object }: Heard, otherwise: KeepSayings): Effect | null {
  const proposal = Spoken.safeParse(object).data?.context ?? null;
  const note = proposal === null ? null : readRemoteNote(object, actor);
  if (proposal === null || note === null || note.visibility === "direct" || !sameOrigin(proposal, actor)) return null;
  if (!note.addressed.some((one) => readLocal(origin, one)?.thing === "actor")) return null;
  return async (tx) => {
    if ((await findInvitationTo(tx, proposal)) === null) await otherwise(tx, origin, [{ said: note }]);
  };
}

/** What is done with words that are about nothing that is signed with us. */
type KeepSayings = (tx: Transaction, origin: string, said: readonly Saying[]) => Promise<void>;

const Spoken = z.object({ context: z.url().max(2_048) });
