import type { Task } from "graphile-worker";
import { z } from "zod";
import type { Transaction } from "../../src/foundation/database.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import type { PartnershipChanged, PartnershipShown } from "../../src/partnerships/events.ts";
import { type PartnershipDeed, partnershipDeeds } from "../../src/partnerships/life.ts";
import { findPartnership } from "../../src/partnerships/queries.ts";
import type { RemoteActors } from "../actors/remote-actors.ts";
import { relationshipIri } from "../addresses.ts";
import { repeat } from "../delivery/deliveries.ts";
import { partnershipActivity } from "../partnerships.ts";
import type { Reach } from "../reach.ts";
import { boost, type Telling } from "./telling.ts";

/** What our host did about a partnership leaves by a job: where the other has its inbox may have to be asked first. */
export async function askToSendPartnership(
  tx: Transaction,
  { partnership, deed }: Pick<PartnershipChanged, "partnership" | "deed">,
): Promise<void> {
  await addJob(tx, "send-partnership", { partnership, deed }, { key: `send-partnership:${deed}:${partnership}` });
}

/** The job `send-partnership`: says it, or says it again. Throws `Unreachable` when the other's server cannot be asked for the moment. */
export function sendPartnershipTask(reach: Reach & { readonly remoteActors: Pick<RemoteActors, "find"> }): Task {
  return async (payload) => {
    const { partnership, deed } = Job.parse(payload);
    await sendPartnership(reach, partnership, deed);
  };
}

const Job = z.object({ partnership: z.uuid(), deed: z.enum(partnershipDeeds) });

async function sendPartnership(
  reach: Reach & { readonly remoteActors: Pick<RemoteActors, "find"> },
  id: string,
  deed: PartnershipDeed,
): Promise<void> {
  const asked = await findPartnership(reach.db, id);
  const other = asked && (await reach.remoteActors.find(asked.other));
  if (other === null) return; // gone, or blocked: nothing is sent there
  await reach.db.transaction().execute(async (tx) => {
    const now = await findPartnership(tx, id);
    const outgoing = now && (await partnershipActivity(tx, reach.origin, now, deed));
    if (outgoing !== null) await repeat(tx, outgoing, other.inbox);
  });
}

/** Everybody sees a partnership now, or nobody else any more: other instances look at the address where our host says its part. */
export async function tellPartnership(telling: Telling, { partnership }: PartnershipShown): Promise<void> {
  await boost(telling, telling.local.instance, relationshipIri(telling.reach.origin, partnership));
}
