import type { Task } from "graphile-worker";
import { z } from "zod";
import type { Transaction } from "../../src/foundation/database.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import type { AnswerSent } from "../../src/sent-answers/events.ts";
import { findSentAnswer } from "../../src/sent-answers/queries.ts";
import type { RemoteActors } from "../actors/remote-actors.ts";
import { repeat } from "../delivery/deliveries.ts";
import type { Reach } from "../reach.ts";
import { answerActivity } from "../sent-answers.ts";

/** What is said of an answer to a request elsewhere leaves by a job: where the request has its inbox may have to be asked first. */
export async function askToSendReply(
  tx: Transaction,
  { sent, deed }: Pick<AnswerSent, "sent" | "deed">,
  runAt?: Date,
): Promise<void> {
  const key = `send-answer:${deed}:${sent}`;
  await addJob(tx, "send-answer", { sent, deed }, { key, ...(runAt && { runAt }) });
}

/** The job `send-answer`: says it, or says it again. Throws `Unreachable` when the request's server cannot be asked for the moment. */
export function sendReplyTask(reach: Reach & { readonly remoteActors: Pick<RemoteActors, "find"> }): Task {
  return async (payload) => {
    const { sent, deed } = Job.parse(payload);
    const answer = await findSentAnswer(reach.db, sent);
    const campaign = answer && (await reach.remoteActors.find(answer.campaign));
    if (campaign === null) return; // gone, or blocked: nothing is sent there
    await reach.db.transaction().execute(async (tx) => {
      const now = await findSentAnswer(tx, sent);
      const stands = now !== null && (now.state === "withdrawn") === (deed === "undo");
      const outgoing = stands ? await answerActivity(tx, reach.origin, now, deed) : null;
      if (outgoing !== null) await repeat(tx, outgoing, campaign.inbox);
    });
  };
}

const Job = z.object({ sent: z.uuid(), deed: z.enum(["offer", "undo"]) });
