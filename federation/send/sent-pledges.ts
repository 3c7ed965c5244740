import type { Task } from "graphile-worker";
import { z } from "zod";
import type { Transaction } from "../../src/foundation/database.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import type { PledgeSent } from "../../src/sent-pledges/events.ts";
import { findSentPledge } from "../../src/sent-pledges/queries.ts";
import type { RemoteActors } from "../actors/remote-actors.ts";
import { repeat } from "../delivery/deliveries.ts";
import type { Reach } from "../reach.ts";
import { sentActivity } from "../sent-pledges.ts";

/** What is said of a promise elsewhere leaves by a job: where the request has its inbox may have to be asked first. */
export async function askToSend(tx: Transaction, { sent, deed }: Pick<PledgeSent, "sent" | "deed">): Promise<void> {
  await addJob(tx, "send-pledge", { sent, deed }, { key: `send-pledge:${deed}:${sent}` });
}

/** The job `send-pledge`: says it, or says it again. Throws `Unreachable` when the request's server cannot be asked for the moment. */
export function sendPledgeTask(reach: Reach & { readonly remoteActors: Pick<RemoteActors, "find"> }): Task {
  return async (payload) => {
    const { sent, deed } = Job.parse(payload);
    const pledge = await findSentPledge(reach.db, sent);
    const campaign = pledge && (await reach.remoteActors.find(pledge.campaign));
    if (campaign === null) return; // gone, or blocked: nothing is sent there
    await reach.db.transaction().execute(async (tx) => {
      const now = await findSentPledge(tx, sent);
      const outgoing = now && (await sentActivity(tx, reach.origin, now, deed));
      if (outgoing !== null) await repeat(tx, outgoing, campaign.inbox);
    });
  };
}

const Job = z.object({ sent: z.uuid(), deed: z.enum(["offer", "undo", "confirm"]) });
