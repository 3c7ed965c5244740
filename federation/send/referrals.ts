import type { Task } from "graphile-worker";
import { z } from "zod";
import type { Transaction } from "../../src/foundation/database.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import { ReferralChanged } from "../../src/referrals/events.ts";
import { findReferral } from "../../src/referrals/queries.ts";
import type { Referral } from "../../src/referrals/referrals.ts";
import { findLocal, hostIri, type Local } from "../actors/local.ts";
import type { RemoteActors } from "../actors/remote-actors.ts";
import { activityIri, relationshipIri } from "../addresses.ts";
import { type Outgoing, repeat } from "../delivery/deliveries.ts";
import type { Reach } from "../reach.ts";
import { referralOf, takenOf } from "../referrals.ts";
import type { Exchange } from "../vocabulary/exchange.ts";
import {
  writeReferralAcceptance,
  writeReferralNews,
  writeReferralOffer,
  writeReferralRefusal,
  writeReferralUndo,
} from "../vocabulary/referral.ts";
import { derivedId } from "./ids.ts";

type Deed = ReferralChanged["deed"];

/** What is said of a referral leaves by a job: where the other host has its inbox may have to be asked first. */
export async function askToSendReferral(
  tx: Transaction,
  { referral, deed }: Pick<ReferralChanged, "referral" | "deed">,
): Promise<void> {
  await addJob(tx, "send-referral", { referral, deed }, { key: `send-referral:${deed}:${referral}` });
}

/** The job `send-referral`: says it, or says it again. Throws `Unreachable` when the other server cannot be asked for the moment. */
export function sendReferralTask(reach: Reach & { readonly remoteActors: Pick<RemoteActors, "find"> }): Task {
  return async (payload) => {
    const { referral, deed } = Job.parse(payload);
    const found = await findReferral(reach.db, referral);
    const other = found?.other == null ? null : await reach.remoteActors.find(found.other);
    if (other === null) return; // without an instance, gone, or blocked: nothing is sent there
    await reach.db.transaction().execute(async (tx) => {
      const now = await findReferral(tx, referral);
      const local = now && (await findLocal(tx, reach, new Date()));
      if (now && local) await repeat(tx, outgoingOf(local, now, deed), other.inbox);
    });
  };
}

const Job = ReferralChanged.pick({ referral: true, deed: true }).extend({ referral: z.uuid() });

/** What our host says of a referral to the other one, under the same id each time. */
export function outgoingOf(local: Local, referral: Referral, deed: Deed): Outgoing {
  const id = idOf(referral, deed);
  const exchange = { id: activityIri(local.origin, id), actor: hostIri(local), to: referral.other ?? "" };
  const document = write(local, referral, deed, exchange);
  return {
    id,
    actor: local.host.id,
    type: String(document["type"]),
    body: JSON.stringify(document),
    public: false,
  };
}

function idOf({ id, offer, handingChanged }: Referral, deed: Deed): string {
  if (deed === "ask") return offer;
  return derivedId(id, deed, deed === "hand" ? (handingChanged?.toISOString() ?? "") : "");
}

function write(local: Local, referral: Referral, deed: Deed, exchange: Exchange) {
  const own = relationshipIri(local.origin, referral.id);
  const { said, language, offer } = referral;
  switch (deed) {
    case "ask":
      return writeReferralOffer(exchange, referralOf(local, referral));
    case "withdraw":
      return writeReferralUndo(exchange, activityIri(local.origin, offer), own);
    case "take":
      return writeReferralAcceptance(exchange, offer, { taken: takenOf(local, referral), said, language });
    case "decline":
      return writeReferralRefusal(exchange, offer, said ?? "", language);
    case "hand":
    case "place":
      return writeReferralNews(exchange, "Update", own);
    case "leave":
      return writeReferralNews(exchange, "Delete", own);
  }
}
