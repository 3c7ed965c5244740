import type { Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { lockFunding } from "./changes.ts";
import { takesPledges } from "./life.ts";
import type { FundingProposal, ProposalContent, SignedAnswer } from "./proposal.ts";
import { type Answering, announce, columnsOf, makeProposal, needProposal, type ProposalRefusal } from "./proposals.ts";

type Kept = Promise<Outcome<FundingProposal, ProposalRefusal>>;

/** What several hosts answer together, as all of them have signed it. */
export interface SignedContent extends ProposalContent {
  readonly joint: SignedAnswer;
}

/**
 * All who give a joint answer stand by it: it is one answer, made or the same again. What was chosen stays so as long as it
 * is the version that was chosen; another version has to be chosen anew.
 */
export async function standTogether(
  tx: Transaction,
  code: string,
  known: string | null,
  content: SignedContent,
  answering: Answering,
): Kept {
  if (known === null) return makeProposal(tx, code, content, answering);
  const request = await lockFunding(tx, code);
  const before = await needProposal(tx, request, known);
  if (before.party.id !== answering.by) return refused("not-allowed");
  if (before.state === "withdrawn") return refused("wrong-state");
  const same = before.joint?.version === content.joint.version;
  if (!same && !takesPledges(request.state)) return refused("wrong-state");
  const state = same ? before.state : "made";
  await tx
    .updateTable("fundingProposals")
    .set({ ...columnsOf(content), state, broken: null })
    .where("id", "=", known)
    .execute();
  if (same && before.broken === null) return done(await needProposal(tx, request, known));
  await tx.updateTable("fundingProposals").set({ changed: answering.now }).where("id", "=", known).execute();
  await announce(tx, request, known, answering.now);
  return done(await needProposal(tx, request, known));
}

/** Not all who gave it stand by it any more: it is shown so, and cannot be chosen. Said again, it is said once. */
export async function breakAnswer(tx: Transaction, code: string, id: string, now: Date): Promise<void> {
  const request = await lockFunding(tx, code);
  const { state, broken } = await needProposal(tx, request, id);
  if (state === "withdrawn" || broken !== null) return;
  await tx.updateTable("fundingProposals").set({ broken: now, changed: now }).where("id", "=", id).execute();
  await announce(tx, request, id, now);
}

/** Who gave it stands by it again. */
export async function mendAnswer(tx: Transaction, code: string, id: string, now: Date): Kept {
  const request = await lockFunding(tx, code);
  const { state, broken } = await needProposal(tx, request, id);
  if (state === "withdrawn") return refused("wrong-state");
  if (broken !== null) {
    await tx.updateTable("fundingProposals").set({ broken: null, changed: now }).where("id", "=", id).execute();
    await announce(tx, request, id, now);
  }
  return done(await needProposal(tx, request, id));
}
