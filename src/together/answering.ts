import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { AskingAnswered } from "./events.ts";
import type { HostSaid, ProposedHost } from "./hearing.ts";
import { findReceived, type ReceivedAsking, receivedStep } from "./received.ts";
import type { HostAnswer, Result } from "./together.ts";

export type AnswerRefusal =
  | "not-possible-now"
  | "reason-missing"
  | "roles-missing"
  | "not-lead"
  | "result-missing"
  | "no-result"
  | "changed-meanwhile";

/** What our host answers: yes, and whether it would lead, with what it would take on; or no, with the reason. */
export interface Answering {
  readonly answer: HostAnswer;
  readonly roles: readonly string[];
  readonly words: string | null;
}

type Answered = Promise<Outcome<ReceivedAsking, AnswerRefusal>>;

/** Answers, or answers otherwise. */
export async function answerAsking(
  tx: Transaction,
  id: string,
  { answer, roles, words }: Answering,
  now: Date,
): Answered {
  const asking = await lockReceived(tx, id);
  if (receivedStep(asking) === "over") return refused("not-possible-now");
  const reason = refusalToAnswer({ answer, roles, words });
  if (reason !== null) return refused(reason);
  return say(tx, asking, { answer, rolesOffered: answer === "no" ? [] : [...roles], words }, now);
}

/** Why an answer cannot be given. */
function refusalToAnswer({ answer, roles, words }: Answering): AnswerRefusal | null {
  if (answer === "no") return words === null ? "reason-missing" : null;
  return roles.length === 0 ? "roles-missing" : null;
}

/** Names another host that should join; the association is asked before anybody writes to it. */
export async function proposeHost(tx: Transaction, id: string, host: ProposedHost, now: Date): Answered {
  const asking = await lockReceived(tx, id);
  if (receivedStep(asking) === "over" || asking.answer === "waiting") return refused("not-possible-now");
  const others = asking.proposes.filter(({ address }) => address !== host.address);
  return say(tx, asking, { proposes: JSON.stringify([...others, host].slice(-5)) }, now);
}

/** Says what comes out of it, as the one who leads: an offer at its address, a quote, or what several have signed. */
export async function giveResult(tx: Transaction, id: string, result: Omit<Result, "version">, now: Date): Answered {
  const asking = await lockReceived(tx, id);
  if (receivedStep(asking) === "over") return refused("not-possible-now");
  if (asking.chosen !== "lead") return refused("not-lead");
  if (result.url === null && result.text === null && result.paper === null) return refused("result-missing");
  const version = (asking.proposedResult?.version ?? 0) + 1;
  // What our host proposes alone takes the place of what several were to sign.
  const alone = result.paper === null ? { paper: null } : {};
  return say(tx, asking, { ...alone, proposedResult: JSON.stringify({ ...result, version }) }, now);
}

/** Says yes to what the lead proposes, as it was read. */
export async function agreeToResult(tx: Transaction, id: string, version: number, now: Date): Answered {
  const asking = await lockReceived(tx, id);
  if (asking.result === null) return refused("no-result");
  if (receivedStep(asking) !== "agree") return refused("not-possible-now");
  if (asking.result.version !== version) return refused("changed-meanwhile");
  return say(tx, asking, { agreed: version }, now);
}

/** Says again what our host says: what several sign stands otherwise, and is to be looked at. */
export async function touchAnswer(tx: Transaction, id: string, now: Date): Answered {
  const asking = await lockReceived(tx, id);
  if (receivedStep(asking) === "over" || asking.proposedResult?.paper == null) return refused("not-possible-now");
  return say(tx, asking, {}, now);
}

interface Change {
  readonly answer?: HostAnswer;
  readonly rolesOffered?: string[];
  readonly words?: string | null;
  readonly proposes?: string;
  readonly proposedResult?: string;
  readonly paper?: null;
  readonly agreed?: number;
}

async function say(tx: Transaction, { id, version, answered }: ReceivedAsking, change: Change, now: Date): Answered {
  await tx
    .updateTable("receivedAskings")
    .set({ ...change, version: version + 1, answered: answered ?? now, changed: now })
    .where("id", "=", id)
    .execute();
  const happened = now.toISOString();
  const event: AskingAnswered = {
    ...{ id: randomUUID(), name: "asking-answered", happened, received: id, version: version + 1 },
  };
  await record(tx, event);
  return done(await need(tx, id));
}

/** What our host says, all of it, as the association's site reads it; null before it has said anything. */
export function saidOf(asking: ReceivedAsking, document: string | null): HostSaid | null {
  const { answer, version, rolesOffered: roles, words, proposes, proposedResult, agreed } = asking;
  if (answer === "waiting" || version === 0) return null;
  const { version: _, ...result } = proposedResult ?? {};
  const given = proposedResult === null ? null : (result as Omit<Result, "version">);
  return { version, answer, roles, words, proposes, result: given, agreed, document };
}

/** What was asked, as it stands, and as it stays until this transaction ends. */
export async function lockReceived(tx: Transaction, id: string): Promise<ReceivedAsking> {
  await sql`select from received_askings where id = ${id} for update`.execute(tx);
  return need(tx, id);
}

async function need(tx: Transaction, id: string): Promise<ReceivedAsking> {
  const asking = await findReceived(tx, id);
  if (asking === null || asking.seenVersion === 0) throw new NotFound(`nothing of this id was asked: ${id}`);
  return asking;
}
