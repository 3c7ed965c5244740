import { randomUUID } from "node:crypto";
import type { Reader, Transaction } from "../foundation/database.ts";
import type { Outcome } from "../foundation/outcome.ts";
import type { FundingRequest, Party } from "../funding/funding.ts";
import { breakAnswer, mendAnswer, type SignedContent, standTogether } from "../funding/joint-answers.ts";
import type { FundingProposal, ProposalContent } from "../funding/proposal.ts";
import { changeProposal, makeProposal, type ProposalRefusal, withdrawProposal } from "../funding/proposals.ts";
import { findReceivedAnswer } from "./queries.ts";
import type { ReceivedAnswer, ReceivedRefusal, ReceivedState, ShownAnswer } from "./received-answer.ts";

/** So many answers of one host to one request are kept at most, and so many of one host in all that were never shown. */
const [mostToOne, mostUnseen] = [3, 30];

/** Whether this host has sent so many answers that another one is not even looked at. */
export async function isCrowded(reader: Reader, actor: string, request: string): Promise<boolean> {
  const rows = await reader
    .selectFrom("receivedAnswers")
    .select(["request", "state"])
    .where("actor", "=", actor)
    .where("state", "<>", "withdrawn")
    .limit(1_000)
    .execute();
  const unseen = rows.filter(({ state }) => state === "waiting" || state === "refused").length;
  const kept = rows.filter((one) => one.request === request && one.state !== "refused").length;
  return kept >= mostToOne || unseen >= mostUnseen;
}

/** What was found at the answer's own addresses. */
export interface Found {
  readonly shown: ShownAnswer;
  /** Whether all who are named have signed this very version; of an answer of one, nobody has to. */
  readonly signed: boolean;
  /** What was found is short of a signature only because somebody's server does not answer. */
  readonly away: boolean;
}

/** Where an answer comes from, and to what it is one. */
export interface Coming {
  readonly request: FundingRequest;
  readonly party: Party;
  readonly actor: string;
  readonly offer: string;
}

/** Keeps an answer as it was found: shown, waiting for a signature, broken, or refused with the reason. */
export async function keepAnswer(tx: Transaction, found: Found, coming: Coming, now: Date): Promise<ReceivedAnswer> {
  const { shown } = found;
  const known = await hold(tx, shown.proposal);
  if (known !== null && shown.version < known.version) return known; // it was asked for earlier than what is kept
  const settled = await settle(tx, known, found, coming, now);
  const row = {
    ...{ offer: coming.offer, version: shown.version, sheet: JSON.stringify(shown), changed: now },
    ...settled,
    ...(found.away ? {} : { checked: now }),
  };
  const fresh = { id: randomUUID(), source: shown.proposal, actor: coming.actor, request: coming.request.id };
  await tx
    .insertInto("receivedAnswers")
    .values({ ...fresh, received: now, ...row })
    .onConflict((conflict) => conflict.column("source").doUpdateSet(row))
    .execute();
  return need(tx, shown.proposal);
}

interface Settled {
  readonly state: ReceivedState;
  readonly reason: ReceivedRefusal | null;
  readonly proposal: string | null;
}

async function settle(
  tx: Transaction,
  known: ReceivedAnswer | null,
  { shown, signed, away }: Found,
  coming: Coming,
  now: Date,
): Promise<Settled> {
  const proposal = known?.proposal ?? null;
  const stands = shown.state === "offered" && signed;
  if (!stands && proposal !== null) await breakAnswer(tx, coming.request.code, proposal, now);
  if (!stands) return unsigned(shown, proposal, away);
  const said = await stand(tx, known, shown, coming, now);
  if (said.done) return { state: "shown", reason: null, proposal: said.value.id };
  // What takes no other answer any more keeps the one that it has.
  if (proposal !== null) return { state: known?.state ?? "shown", reason: null, proposal };
  return { state: "refused", reason: refusalOf(said.reason), proposal };
}

/** What becomes of one that not all stand by: one that was never shown is not shown now. */
function unsigned({ state }: ShownAnswer, proposal: string | null, away: boolean): Settled {
  if (proposal !== null || state === "suspended") return { state: "broken", reason: null, proposal };
  return away ? { state: "waiting", reason: null, proposal } : { state: "refused", reason: "not-signed", proposal };
}

async function stand(
  tx: Transaction,
  known: ReceivedAnswer | null,
  { content, proposal: source, version }: ShownAnswer,
  { request: { code }, party: { id: by } }: Coming,
  now: Date,
): Promise<Outcome<FundingProposal, ProposalRefusal>> {
  const before = known?.proposal ?? null;
  const answering = { by, now, source, site: new URL(source).origin };
  if (isSigned(content)) return standTogether(tx, code, before, content, answering);
  if (before === null) return makeProposal(tx, code, content, answering);
  const mended = await mendAnswer(tx, code, before, now);
  return known?.version === version ? mended : changeProposal(tx, code, before, content, answering);
}

const isSigned = (content: ProposalContent): content is SignedContent => content.joint != null;

const refusalOf = (reason: ProposalRefusal): ReceivedRefusal =>
  reason === "hosts-not-called" || reason === "chosen-already" ? reason : "wrong-state";

/** It is taken back by its maker: 410 at its address says so. */
export async function withdrawReceived(
  tx: Transaction,
  source: string,
  { code }: FundingRequest,
  by: string,
  now: Date,
) {
  const known = await hold(tx, source);
  if (known === null || known.state === "withdrawn") return;
  if (known.proposal !== null) await withdrawProposal(tx, code, known.proposal, { by, now });
  await set(tx, source, { state: "withdrawn", reason: null, changed: now });
}

/** Nobody has answered at its address for too long, or we do not go there any more: it is not shown as standing. */
export async function breakReceived(
  tx: Transaction,
  source: string,
  { code }: FundingRequest,
  now: Date,
): Promise<void> {
  const known = await hold(tx, source);
  if (known?.proposal == null || known.state !== "shown") return;
  await breakAnswer(tx, code, known.proposal, now);
  await set(tx, source, { state: "broken", changed: now });
}

/** A signature that was seen holds for so long while nobody answers at its address. */
const grace = 72 * 3_600_000;

/** Whether its own address was last read so long ago that it counts no more. */
export const isStale = ({ checked }: Pick<ReceivedAnswer, "checked">, now: Date): boolean =>
  checked === null || now.getTime() - checked.getTime() > grace;

async function set(
  tx: Transaction,
  source: string,
  columns: Partial<Pick<ReceivedAnswer, "state" | "reason">> & { changed: Date },
) {
  await tx.updateTable("receivedAnswers").set(columns).where("source", "=", source).execute();
}

async function hold(tx: Transaction, source: string): Promise<ReceivedAnswer | null> {
  await tx.selectFrom("receivedAnswers").select("id").where("source", "=", source).forUpdate().execute();
  return findReceivedAnswer(tx, source);
}

async function need(tx: Transaction, source: string): Promise<ReceivedAnswer> {
  const found = await findReceivedAnswer(tx, source);
  if (found === null) throw new Error(`the answer at ${source} was not kept`);
  return found;
}
