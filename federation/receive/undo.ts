import { type RawBuilder, sql } from "kysely";
import type { Transaction } from "../../src/foundation/database.ts";
import { hearPeer } from "../../src/peers/changes.ts";
import {
  type Asking,
  actorAt,
  type Heard,
  noEffect,
  ofInstance,
  type Receiver,
  type ReceivingReach,
  takeBack,
} from "./activity.ts";
import { takeBackPledge } from "./pledge-ends.ts";
import { type Reference, readReference } from "./reference.ts";
import { hearRelationshipUndo } from "./relationships.ts";

/** Someone takes back what they did: a Follow, a like, a boost, a promise. If that comes later than this, it has no effect. */
export const undo: Receiver = (reach, heard) => {
  const { origin } = reach;
  const { actor, object } = heard;
  const undone = readReference(object);
  if (!undone || (undone.actor !== null && undone.actor !== actor)) return noEffect;
  if (undone.type === "Offer") return undoOffer(reach, heard, undone);
  const follow = undone.type === "Follow" ? undone.object : null;
  return async (tx) => {
    const { rows } = await sql<{ peer: boolean }>`
      delete from followers where follower = ${actor}
      and ${named(undone, sql`follow`, sql`actor = ${actorAt(origin, follow)}`)} returning ${ofInstance} as peer`.execute(
      tx,
    );
    if (rows.some(({ peer }) => peer)) await hearPeer(tx, actor, "withdraws", new Date());
    await sql`
      delete from reactions where actor = ${actor}
      and ${named(undone, sql`activity`, sql`kind = ${kindOf(undone.type)} and object = ${undone.object}`)}`.execute(
      tx,
    );
    if (undone.id === null) return;
    if (undone.type === null) await takeBackOffered(tx, reach, heard, undone); // named only: it may have been offered
    await takeBack(tx, actor, undone.id);
  };
};

/** What was offered is taken back, perhaps before it came. */
function undoOffer(reach: ReceivingReach, heard: Heard, undone: Reference): Asking {
  return {
    answer: async (tx) => {
      const isKnown = await takeBackOffered(tx, reach, heard, undone);
      if (!isKnown && undone.id !== null) await takeBack(tx, heard.actor, undone.id);
    },
  };
}

/** Ends what was offered: what ties two hosts, else a promise. False where it was neither, as far as anybody here knows. */
async function takeBackOffered(tx: Transaction, reach: ReceivingReach, heard: Heard, undone: Reference) {
  return (await hearRelationshipUndo(tx, heard, undone)) || takeBackPledge(tx, reach, heard, undone);
}

// Some (Misskey) undo a Follow under another id than they sent it under: what they embed says which is meant.
// If that id is of an earlier one, which has been repeated since, the later one stands.
function named({ id }: Reference, column: RawBuilder<unknown>, embedded: RawBuilder<unknown>) {
  return sql`(${column} = ${id} or (${embedded} and not exists (select from heard where activity = ${id})))`;
}

function kindOf(type: string | null): "like" | "boost" | null {
  return type === "Announce" ? "boost" : type === "Like" || type === "EmojiReact" ? "like" : null;
}
