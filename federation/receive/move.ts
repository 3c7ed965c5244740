import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { Transaction } from "../../src/foundation/database.ts";
import type { LocalKind } from "../addresses.ts";
import { followActor } from "../send/follow.ts";
import { derivedId } from "../send/ids.ts";
import { listOf } from "../vocabulary/shapes.ts";
import {
  documentAt,
  type Effect,
  type Heard,
  noEffect,
  ofInstance,
  type Receiver,
  type ReceivingReach,
  type RemoteInboxes,
} from "./activity.ts";
import { readReference } from "./reference.ts";

/** Someone has moved to another server, and the new account says so too: follows go along (FEP-7628). */
export const move: Receiver = (reach, heard) => {
  const target = readReference(heard.target)?.id ?? null;
  if (target === null || readReference(heard.object)?.id !== heard.actor) return noEffect;
  return target.startsWith(`${reach.origin}/`) ? noEffect : moveTo(reach, heard, target);
};

const Movable = z.object({ id: z.string(), alsoKnownAs: listOf(z.string()) });

async function moveTo(reach: ReceivingReach, heard: Heard, target: string): Promise<Effect> {
  const { data } = Movable.safeParse(await documentAt(reach, target));
  if (data?.id !== target || !data.alsoKnownAs.includes(heard.actor)) return noEffect;
  const home = await reach.remoteActors.find(target);
  if (home === null) return noEffect;
  return async (tx) => {
    for (const actor of await moveFollows(tx, heard.actor, home)) {
      const id = derivedId(heard.id, actor.id, "Follow");
      await followActor(tx, reach, { actor, followed: home }, id);
    }
  };
}

/** Moves the followers along, and gives those of our actors who followed: they have to ask anew. Another instance is trusted at its own address only. */
async function moveFollows(tx: Transaction, from: string, { id, inbox, sharedInbox }: RemoteInboxes) {
  const moving: RawBuilder<{ id: string; kind: LocalKind }> = sql`
    with moved as (delete from followers where follower = ${from} and not ${ofInstance} returning actor, follow, accepted),
         kept as (
           insert into followers (actor, follower, follow, inbox, accepted)
           select actor, ${id}, follow, ${sharedInbox ?? inbox}, accepted from moved
           on conflict (actor, follower) do nothing),
         left_behind as (delete from followings where followed = ${from} and not ${ofInstance} and state <> 'rejected' returning actor)
    select handles.id, handles.kind from left_behind join handles on handles.id = left_behind.actor`;
  return (await moving.execute(tx)).rows;
}
