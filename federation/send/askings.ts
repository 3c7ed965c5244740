import type { Task } from "graphile-worker";
import { z } from "zod";
import type { Reader, Transaction } from "../../src/foundation/database.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import { findHost } from "../../src/hosts/queries.ts";
import type { AskingAnswered, AskingErased, AskingSaid } from "../../src/together/events.ts";
import { findAskedHost, findAsking } from "../../src/together/queries.ts";
import { findReceived } from "../../src/together/received.ts";
import type { RemoteActors } from "../actors/remote-actors.ts";
import { activityIri, actorIri, type LocalActor, relationshipIri } from "../addresses.ts";
import { findAskingActor } from "../askings.ts";
import { type Outgoing, repeat } from "../delivery/deliveries.ts";
import type { Reach } from "../reach.ts";
import {
  writeAskingNews,
  writeAskingOffer,
  writeAskingUndo,
  writeAskingYesOrNo,
} from "../vocabulary/asking-activities.ts";
import type { Exchange } from "../vocabulary/exchange.ts";
import { derivedId } from "./ids.ts";

/** What is said to a host that an association asks leaves by a job: its inbox may have to be asked for first. */
export async function askToSendAsking(
  tx: Transaction,
  { host, deed }: Pick<AskingSaid, "host" | "deed">,
): Promise<void> {
  const found = await findAskedHost(tx, host);
  if (found?.way !== "essaim") return;
  await addJob(tx, "send-asking", { kind: "asking", id: host, deed }, { key: `send-asking:${deed}:${host}` });
}

/** What our host answers leaves in the same way. */
export async function askToSendAnswer(
  tx: Transaction,
  { received, version }: Pick<AskingAnswered, "received" | "version">,
) {
  await addJob(tx, "send-asking", { kind: "answer", id: received, version }, { key: `send-asking-answer:${received}` });
}

/** Those who read an asking that is erased are told to forget it. */
export async function askToSendErased(tx: Transaction, { hosts, party }: AskingErased): Promise<void> {
  for (const { id, host } of hosts) await addJob(tx, "send-asking", { kind: "erased", id, host, party });
}

/** Has what several have signed for an asking be looked at: at the lead, and at each who has signed. */
export async function askToCheckPaper(tx: Transaction, asking: string, runAt?: Date): Promise<void> {
  const key = `check-asking-paper:${asking}`;
  await addJob(tx, "check-asking-paper", { asking }, { key, maxAttempts: 6, ...(runAt && { runAt }) });
}

const Job = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("asking"), id: z.uuid(), deed: z.enum(["ask", "news", "withdraw"]) }),
  z.object({ kind: z.literal("answer"), id: z.uuid(), version: z.int() }),
  z.object({ kind: z.literal("erased"), id: z.uuid(), host: z.url(), party: z.uuid().nullable() }),
]);
type Job = z.infer<typeof Job>;

interface ToSend {
  readonly outgoing: Outgoing;
  readonly to: string;
}

/** The job `send-asking`: says it, or says it again. Throws `Unreachable` when the other server cannot be asked for the moment. */
export function sendAskingTask(reach: Reach & { readonly remoteActors: Pick<RemoteActors, "find"> }): Task {
  return async (payload) => {
    const job = Job.parse(payload);
    const said = await toSend(reach.db, reach.origin, job);
    const actor = said && (await reach.remoteActors.find(said.to));
    if (said === null || actor === null) return; // gone, or blocked: nothing is sent there
    await reach.db.transaction().execute((tx) => repeat(tx, said.outgoing, actor.inbox));
  };
}

function toSend(reader: Reader, origin: string, job: Job): Promise<ToSend | null> {
  switch (job.kind) {
    case "asking":
      return askingToSend(reader, origin, job.id, job.deed);
    case "answer":
      return answerToSend(reader, origin, job.id);
    case "erased":
      return erasedToSend(reader, origin, job);
  }
}

async function askingToSend(
  reader: Reader,
  origin: string,
  id: string,
  deed: AskingSaid["deed"],
): Promise<ToSend | null> {
  const host = await findAskedHost(reader, id);
  const asking = host && (await findAsking(reader, host.asking));
  const speaker = asking && (await findAskingActor(reader, asking.party));
  if (!host || host.host === null || !asking || !speaker) return null;
  const document = relationshipIri(origin, id);
  const offer = activityIri(origin, host.offer);
  const to = host.host;
  const activity = {
    ask: host.offer,
    news: derivedId(id, "news", String(asking.version)),
    withdraw: derivedId(id, "withdraw"),
  }[deed];
  const exchange = exchangeOf(origin, speaker, activity, to);
  const written = {
    ask: () => writeAskingOffer(exchange, document, asking.sent ?? asking.made),
    news: () => writeAskingNews(exchange, "Update", document),
    withdraw: () => writeAskingUndo(exchange, offer, document),
  }[deed]();
  return { to, outgoing: outgoingOf(activity, speaker, written) };
}

async function answerToSend(reader: Reader, origin: string, id: string): Promise<ToSend | null> {
  const [asking, host] = [await findReceived(reader, id), await findHost(reader)];
  if (asking === null || host === null || asking.answer === "waiting") return null;
  if (asking.document.startsWith(`${origin}/`)) return null;
  const speaker: LocalActor = { id: host.id, kind: "host" };
  const activity = derivedId(id, "answer", String(asking.version));
  const exchange = exchangeOf(origin, speaker, activity, asking.asker);
  const yes = asking.answer !== "no";
  const reason = yes ? null : asking.words;
  const document = relationshipIri(origin, id);
  const written = writeAskingYesOrNo(exchange, asking.offer, { yes, document, reason });
  return { to: asking.asker, outgoing: outgoingOf(activity, speaker, written) };
}

async function erasedToSend(reader: Reader, origin: string, job: Job & { kind: "erased" }): Promise<ToSend | null> {
  const speaker = await findAskingActor(reader, job.party);
  if (speaker === null || job.host.startsWith(`${origin}/`)) return null;
  const activity = derivedId(job.id, "erased");
  const exchange = exchangeOf(origin, speaker, activity, job.host);
  const written = writeAskingNews(exchange, "Delete", relationshipIri(origin, job.id));
  return { to: job.host, outgoing: outgoingOf(activity, speaker, written) };
}

const exchangeOf = (origin: string, speaker: LocalActor, activity: string, to: string): Exchange => ({
  ...{ id: activityIri(origin, activity), actor: actorIri(origin, speaker), to },
});

const outgoingOf = (id: string, speaker: LocalActor, document: Readonly<Record<string, unknown>>): Outgoing => ({
  ...{ id, actor: speaker.id, type: String(document["type"]), body: JSON.stringify(document), public: false },
});
