import { sql } from "kysely";
import { type Effect, type Elsewhere, type Receiver, readReference } from "./activity.ts";
import { keep } from "./say.ts";

/** An actor shows itself otherwise, or its words now read otherwise. */
export const update: Receiver = (reach, heard) =>
  readReference(heard.object)?.id === heard.actor ? refresh(reach.remoteActors, heard.actor) : keep(reach, heard);

/** An actor is asked anew at its own address: nothing that came along is believed. */
async function refresh(elsewhere: Elsewhere, actor: string): Promise<Effect> {
  await elsewhere.refresh(actor);
  return async (tx) => {
    await sql`
      update followers set inbox = coalesce(shared_inbox, remote_actors.inbox)
      from remote_actors where follower = ${actor} and id = follower
      and followers.inbox is distinct from coalesce(shared_inbox, remote_actors.inbox)`.execute(tx);
  };
}
