import { meetPeer } from "../../src/catalogue/visits.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { hearPeer } from "../../src/peers/changes.ts";
import { findPeerByActor } from "../../src/peers/queries.ts";
import { readLocal } from "../addresses.ts";
import { actorAt, noEffect, ofInstance, type Receiver } from "./activity.ts";
import { readReference } from "./reference.ts";

/** Someone lets one of our actors follow them. */
export const accept: Receiver = answer("accepted", ["requested"]);

/** Someone does not, or no longer, let one of our actors follow them. */
export const reject: Receiver = answer("rejected", ["requested", "accepted"]);

/** Only the one who is followed can answer. Some name the Follow by its id, some only by who asked. */
function answer(state: "accepted" | "rejected", from: readonly string[]): Receiver {
  return ({ origin }, { actor, object }) => {
    const asked = readReference(object);
    if (!asked) return noEffect;
    const named = asked.id !== null && readLocal(origin, asked.id)?.thing === "activity";
    return async (tx) => {
      const answered = await tx
        .updateTable("followings")
        .set({ state })
        .where("followed", "=", actor)
        .where("state", "in", from)
        .where((row) => (named ? row("follow", "=", asked.id) : row("actor", "=", actorAt(origin, asked.actor))))
        .returning(ofInstance.as("peer"))
        .execute();
      if (answered.some(({ peer }) => peer)) await hearAnswer(tx, actor, state);
    };
  };
}

/** What another instance answers; one that lets us follow it is visited at once. */
async function hearAnswer(tx: Transaction, actor: string, state: "accepted" | "rejected"): Promise<void> {
  const now = new Date();
  await hearPeer(tx, actor, state === "accepted" ? "accepts" : "refuses", now);
  const peer = state === "accepted" ? await findPeerByActor(tx, actor) : null;
  if (peer?.ours === "approved") await meetPeer(tx, peer, now);
}
