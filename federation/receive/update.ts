import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Database, Reader } from "../../src/foundation/database.ts";
import { Unreachable } from "../../src/foundation/errors.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import { type Effect, type Elsewhere, type Heard, noEffect, type Receiver, type ReceivingReach } from "./activity.ts";
import { readReference } from "./reference.ts";
import { hearRelationshipNews } from "./relationships.ts";
import { keep } from "./say.ts";
import { agreementIn, lookAtAgreement } from "./sent-pledge.ts";

/** An actor shows itself otherwise, or its words now read otherwise, or there is news of an agreement, or of what ties two hosts. */
export const update: Receiver = (reach, heard) => {
  if (readReference(heard.object)?.id === heard.actor) return refresh(reach.remoteActors, heard.actor);
  const agreement = agreementIn(heard);
  if (agreement !== null) return lookAtAgreement(agreement, heard);
  if (["Relationship", "Proposal"].includes(readReference(heard.object)?.type ?? "")) return newsOf(reach, heard);
  return typeof heard.object === "string" ? wordsOrNews(reach, heard) : keep(reach, heard);
};

const newsOf =
  ({ origin }: ReceivingReach, heard: Heard): Effect =>
  async (tx) =>
    void (await hearRelationshipNews(tx, origin, heard));

/** Only an address came: what stands there is words, or else what they may be news of. */
async function wordsOrNews(reach: ReceivingReach, heard: Heard): Promise<Effect> {
  const words = await keep(reach, heard);
  return words === noEffect ? newsOf(reach, heard) : words;
}

/** An actor is asked anew at its own address: nothing that came along is believed. Of many Updates within a minute, the last one is answered for all. */
async function refresh(elsewhere: Elsewhere, actor: string): Promise<Effect> {
  const later = await elsewhere.refresh(actor);
  if (later === null) return (tx) => keepInboxes(tx, actor);
  return (tx) => addJob(tx, "refresh-actor", { actor }, { key: keyOf(actor), runAt: later });
}

/** The job `refresh-actor`: asks for an actor whose Updates came too fast. Throws `Unreachable` when that must be done later. */
export async function refreshActor(db: Database, elsewhere: Elsewhere, actor: string): Promise<void> {
  const later = await elsewhere.refresh(actor);
  if (later !== null) throw new Unreachable("the actor has just been asked");
  await keepInboxes(db, actor);
}

async function keepInboxes(reader: Reader, actor: string): Promise<void> {
  await sql`
    update followers set inbox = coalesce(shared_inbox, remote_actors.inbox)
    from remote_actors where follower = ${actor} and id = follower
    and followers.inbox is distinct from coalesce(shared_inbox, remote_actors.inbox)`.execute(reader);
}

// Of one length: the queue's keys are short, addresses need not be.
const keyOf = (actor: string): string => `refresh-actor:${createHash("sha256").update(actor).digest("base64url")}`;
