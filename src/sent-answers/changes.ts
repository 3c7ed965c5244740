import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { takesPledges } from "../funding/life.ts";
import type { ProposalContent } from "../funding/proposal.ts";
import type { JointPaper } from "../joint/joint.ts";
import type { ListedFunding } from "../listed-funding/listed-funding.ts";
import type { AnswerSent } from "./events.ts";
import { findSentAnswer } from "./queries.ts";
import type { SentAnswer } from "./sent-answer.ts";

/** Why an answer is not even sent. What the other instance thinks of it, it says itself. */
export type AnswerRefusal =
  | "request-over"
  | "hosts-not-called"
  | "answered-already"
  | "chosen-already"
  | "taken-back"
  | "not-shown-here";

type Sent = Promise<Outcome<SentAnswer, AnswerRefusal>>;

/** What is said of a copy: which request it is, and whether it takes answers, as far as was heard. */
export type Toward = Pick<ListedFunding, "actor" | "proposal" | "url" | "state" | "content">;

/** Why our host cannot answer this request now, as far as is known here; null when it can. */
export function refusalToAnswer({ state, content: { call } }: Toward, origin: string): AnswerRefusal | null {
  if (!takesPledges(state)) return "request-over";
  if (call.to === "everyone") return null;
  return call.to === "some" && call.hosts.some((one) => URL.parse(one)?.origin === origin) ? null : "hosts-not-called";
}

/** From which site our host answers, any address of which may have been asked, and when. */
export interface Answering {
  readonly origin: string;
  readonly now: Date;
}

/** Answers a request of another instance, in the name of our host. */
export async function answerElsewhere(
  tx: Transaction,
  toward: Toward,
  content: ProposalContent,
  answering: Answering,
): Sent {
  await lockCampaign(tx, toward.actor);
  const reason = refusalToAnswer(toward, answering.origin);
  if (reason !== null) return refused(reason);
  const known = await tx
    .selectFrom("sentAnswers")
    .select("id")
    .where("campaign", "=", toward.actor)
    .where("state", "<>", "withdrawn")
    .executeTakeFirst();
  if (known !== undefined) return refused("answered-already");
  const { title } = toward.content;
  return add(tx, toward, { id: randomUUID(), paper: null, title, content }, answering.now);
}

// One answer of our host at a time, however often a form is sent.
const lockCampaign = (tx: Transaction, campaign: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`answer ${campaign}`}, 0))`.execute(tx);

interface Adding {
  readonly id: string;
  readonly paper: string | null;
  readonly title: string;
  readonly content: ProposalContent;
}

async function add(tx: Transaction, toward: Toward, { id, paper, title, content }: Adding, now: Date): Sent {
  const { actor: campaign, proposal, url: page } = toward;
  await tx
    .insertInto("sentAnswers")
    .values({
      ...{ id, campaign, proposal, page, title, paper, state: "offered", version: 1 },
      ...{ content: JSON.stringify(content), offer: randomUUID(), undo: randomUUID(), made: now, changed: now },
    })
    .execute();
  await tell(tx, id, "offer", now);
  return done(await need(tx, id));
}

/** Puts another answer of our host alone in its place, as long as it was not chosen. */
export async function changeAnswer(tx: Transaction, id: string, content: ProposalContent, now: Date): Sent {
  const { state, standing, title } = await hold(tx, id);
  if (state === "withdrawn") return refused("taken-back");
  if (standing === "chosen") return refused("chosen-already");
  return restate(tx, id, { state: "offered", title, content }, now);
}

/** Takes an answer back, for good. Taken back already, it is said again. */
export async function withdrawAnswer(tx: Transaction, id: string, now: Date): Sent {
  const { state } = await hold(tx, id);
  if (state !== "withdrawn")
    await tx.updateTable("sentAnswers").set({ state: "withdrawn", changed: now }).where("id", "=", id).execute();
  await tell(tx, id, "undo", now);
  return done(await need(tx, id));
}

/** What several have signed for a request of another instance is its answer there, from when all have. */
export async function sendSigned(
  tx: Transaction,
  { id, title }: Pick<JointPaper, "id" | "title">,
  toward: Toward | null,
  content: ProposalContent,
  now: Date,
): Sent {
  const known = await findSentAnswer(tx, id);
  if (known?.state === "withdrawn") return refused("taken-back");
  if (known !== null) return restate(tx, id, { state: "offered", title, content }, now);
  return toward === null ? refused("not-shown-here") : add(tx, toward, { id, paper: id, title, content }, now);
}

/** Not all of them stand by it any more; the other instance is told to look. */
export async function suspendSigned(tx: Transaction, paper: string, now: Date): Promise<void> {
  const known = await findSentAnswer(tx, paper);
  if (known?.state === "offered") await restate(tx, paper, { ...known, state: "suspended" }, now);
}

async function restate(
  tx: Transaction,
  id: string,
  { state, title, content }: Pick<SentAnswer, "state" | "title" | "content">,
  now: Date,
): Sent {
  await tx
    .updateTable("sentAnswers")
    .set((row) => ({ state, title, content: JSON.stringify(content), changed: now, version: row("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
  await tell(tx, id, "offer", now);
  return done(await need(tx, id));
}

async function tell(tx: Transaction, sent: string, deed: AnswerSent["deed"], now: Date): Promise<void> {
  const event: AnswerSent = { id: randomUUID(), name: "sent-answer-changed", happened: now.toISOString(), sent, deed };
  await record(tx, event);
}

/** The answer as it stands, and stays until this transaction ends. */
export async function hold(tx: Transaction, id: string): Promise<SentAnswer> {
  await sql`select from sent_answers where id = ${id} for update`.execute(tx);
  return need(tx, id);
}

async function need(tx: Transaction, id: string): Promise<SentAnswer> {
  const found = await findSentAnswer(tx, id);
  if (found === null) throw new NotFound(`no answer of this id was sent: ${id}`);
  return found;
}
