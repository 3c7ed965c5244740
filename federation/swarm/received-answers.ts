import type { Task } from "graphile-worker";
import type { z } from "zod";
import { isSigned } from "../../src/catalogue/joint-copies.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { Unreachable } from "../../src/foundation/errors.ts";
import type { FundingRequest } from "../../src/funding/funding.ts";
import { isPublic } from "../../src/funding/life.ts";
import { findFundingById } from "../../src/funding/queries.ts";
import { codeIn } from "../../src/joint/answers.ts";
import {
  breakReceived,
  type Found,
  isCrowded,
  isStale,
  keepAnswer,
  withdrawReceived,
} from "../../src/received-answers/changes.ts";
import { findReceivedAnswer, listLiveAnswers } from "../../src/received-answers/queries.ts";
import type { ReceivedAnswer, ReceivedRefusal, ShownAnswer } from "../../src/received-answers/received-answer.ts";
import { readShownAnswer } from "../../src/received-answers/shown.ts";
import { listUnsettledAnswers } from "../../src/sent-answers/queries.ts";
import { proposalIri } from "../addresses.ts";
import { campaignIri } from "../agreements.ts";
import { originOf, sameOrigin } from "../guard/origins.ts";
import { pledgerOf } from "../receive/pledge-answers.ts";
import { askToReadAnswer, ToRead } from "../receive/request-answer.ts";
import { sayStanding } from "../send/received-answers.ts";
import { askToSendReply } from "../send/sent-answers.ts";
import { readAnswerProposal } from "../vocabulary/answer.ts";
import { centsWithin } from "../vocabulary/datasheet.ts";
import { type Shown, VisitFailed } from "./asking.ts";
import { type Looked, lookAtStamp, noteLooked } from "./joint-copies.ts";
import { keep, type Walk } from "./walk.ts";

/**
 * The job `look-at-answer`: what a host answers to a request of ours, as its own address shows it to us, with every
 * signature that it names, each looked at where its host keeps it. Throws `Unreachable` when one cannot be asked for the moment.
 */
const lookTask =
  (walk: Walk): Task =>
  async (payload) => {
    const asked = ToRead.parse(payload);
    const request = await findFundingById(walk.db, asked.request);
    const known = await findReceivedAnswer(walk.db, asked.source);
    if (request === null || !isPublic(request) || (known !== null && !isSame(known, asked))) return;
    if (known === null && (await isCrowded(walk.db, asked.actor, request.id))) return;
    await look(walk, { ...asked, request, known });
  };

interface Looking extends Omit<z.infer<typeof ToRead>, "request"> {
  readonly request: FundingRequest;
  readonly known: ReceivedAnswer | null;
}

const isSame = (known: ReceivedAnswer, { actor, request }: z.infer<typeof ToRead>): boolean =>
  known.actor === actor && known.request === request;

async function look(walk: Walk, looking: Looking): Promise<void> {
  const { source } = looking;
  const shown = await ask(walk, looking, source);
  if (shown === null) return;
  if (shown.kind === "gone")
    return act(walk, looking, (tx, { id }) => withdrawReceived(tx, source, looking.request, id, walk.now()));
  if (shown.kind === "absent") return breakIfStale(walk, looking);
  const document = readAnswerProposal(shown.json);
  const isIt = document?.id === source && document.by === looking.actor && sameOrigin(document.sheet, source);
  if (document === null || !isIt) return refuse(walk, looking, "unreadable");
  if (document.request !== proposalIri(walk.origin, looking.request.id)) return refuse(walk, looking, "other-request");
  const sheet = await ask(walk, looking, document.sheet);
  if (sheet !== null) await read(walk, looking, sheet);
}

async function read(walk: Walk, looking: Looking, shown: Shown): Promise<void> {
  const { source: proposal, actor, request } = looking;
  if (shown.kind !== "found") return breakIfStale(walk, looking);
  const answer = readShownAnswer(centsWithin(shown.json), { origin: originOf(proposal) ?? "", proposal, actor });
  if (answer === null) return refuse(walk, looking, "unreadable");
  const here =
    answer.request === campaignIri(walk.origin, request.id) && codeIn(answer.about, walk.origin) === request.code;
  if (!here) return refuse(walk, looking, "other-request");
  const looked: Looked[] = [];
  for (const partner of stampsOf(answer)) looked.push(await lookAtStamp(walk, partner));
  const away = looked.find(({ found }) => found === "unreachable");
  await act(walk, looking, async (tx, party) => {
    const now = walk.now();
    for (const one of looked) await noteLooked(tx, proposal, one, now);
    const found: Found = { shown: answer, signed: await isStanding(tx, answer, now), away: away !== undefined };
    const kept = await keepAnswer(tx, found, { ...looking, party }, now);
    await sayStanding(tx, walk.origin, kept);
  });
  if (away !== undefined && !looking.daily) throw new Unreachable(new URL(away.partner.actor).host);
}

const stampsOf = ({ content: { partners } }: ShownAnswer) =>
  (partners ?? []).flatMap(({ actor, stamp }) => (stamp === null ? [] : [{ actor, stamp }]));

async function isStanding(tx: Transaction, answer: ShownAnswer, now: Date): Promise<boolean> {
  const { joint } = answer.content;
  if (!joint) return true;
  return isSigned(
    tx,
    { proposal: answer.proposal, joint: { version: joint.version, partners: stampsOf(answer) } },
    now,
  );
}

/** Does it as the party that answers, unless its domain was blocked while it did. */
async function act(
  walk: Walk,
  { actor }: Looking,
  work: (tx: Transaction, party: NonNullable<Awaited<ReturnType<typeof pledgerOf>>>["party"]) => Promise<void>,
): Promise<void> {
  await keep(walk, originOf(actor) ?? "", async (tx) => {
    const pledger = await pledgerOf(tx, actor, walk.now());
    if (pledger !== null) await work(tx, pledger.party);
  });
}

/** What cannot be read is said to whoever sent it; what was shown before stands no more. */
async function refuse(
  walk: Walk,
  { source, request, actor, offer, known }: Looking,
  reason: ReceivedRefusal,
): Promise<void> {
  await walk.db.transaction().execute(async (tx) => {
    await breakReceived(tx, source, request, walk.now());
    await sayStanding(tx, walk.origin, {
      ...{ actor, offer, request: request.id, proposal: known?.proposal ?? null },
      ...{ version: known?.version ?? 0, state: "refused", reason },
    });
  });
}

async function breakIfStale(walk: Walk, { source, request, known }: Looking): Promise<void> {
  if (known === null || !isStale(known, walk.now())) return;
  await walk.db.transaction().execute((tx) => breakReceived(tx, source, request, walk.now()));
}

/** Asks; what cannot be had for the moment is asked for again by the queue, or, daily, the next day. */
async function ask(walk: Walk, looking: Looking, address: string): Promise<Shown | null> {
  try {
    return await walk.asker.prompt.ask(address);
  } catch (error) {
    if (!(error instanceof VisitFailed)) throw error;
    const isBlocked = error.problem === "blocked";
    if (isBlocked)
      await walk.db.transaction().execute((tx) => breakReceived(tx, looking.source, looking.request, walk.now()));
    else await breakIfStale(walk, looking);
    if (error.problem === "unreachable" && !looking.daily)
      throw new Unreachable(new URL(address).host, { cause: error });
    return null;
  }
}

const hour = 3_600_000;
/** So long after its end something is said again, to whoever may not have heard. */
const patience = 3 * 24 * hour;

/** The daily job `compare-answers`: what came here is looked at anew, and what our host has sent is said again; spread over an hour. */
const compareTask =
  ({ db, now }: Walk): Task =>
  async () => {
    const began = now().getTime();
    const at = () => new Date(began + Math.random() * hour);
    await db.transaction().execute(async (tx) => {
      for (const { source, actor, request, offer } of await listLiveAnswers(tx))
        await askToReadAnswer(tx, { source, actor, request, offer, daily: true }, at());
      for (const { id, state } of await listUnsettledAnswers(tx, new Date(began - patience)))
        await askToSendReply(tx, { sent: id, deed: state === "withdrawn" ? "undo" : "offer" }, at());
    });
  };

export const receivedAnswerTasks = (walk: Walk) => ({
  "look-at-answer": lookTask(walk),
  "compare-answers": compareTask(walk),
});
