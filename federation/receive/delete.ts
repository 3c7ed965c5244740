import { sql } from "kysely";
import type { Transaction } from "../../src/foundation/database.ts";
import { eraseMessage } from "../../src/messages/changes.ts";
import { hearPeer } from "../../src/peers/changes.ts";
import { noEffect, type Receiver, readReference, takeBack } from "./activity.ts";

/** An actor is no more, or withdraws what it said: both are forgotten here at once, and stay so whatever comes late. */
export const remove: Receiver = (_reach, { actor, object }) => {
  const removed = readReference(object)?.id ?? null;
  if (removed === null) return noEffect;
  if (removed === actor) return (tx) => forgetActor(tx, actor);
  return async (tx) => {
    await eraseMessage(tx, removed, actor, new Date());
    await takeBack(tx, actor, removed);
  };
};

async function forgetActor(tx: Transaction, actor: string): Promise<void> {
  await sql`
    with followers_gone as (delete from followers where follower = ${actor}),
         followings_gone as (delete from followings where followed = ${actor}),
         reactions_gone as (delete from reactions where actor = ${actor}),
         messages_gone as (
           update messages set content = '', url = null, deleted = now() where author = ${actor} and deleted is null)
    update remote_actors set gone = now(), name = null where id = ${actor}`.execute(tx);
  await hearPeer(tx, actor, "vanishes", new Date());
}
