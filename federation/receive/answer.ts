import { meetPeer } from "../../src/catalogue/visits.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { hearPeer } from "../../src/peers/changes.ts";
import { findPeerByActor } from "../../src/peers/queries.ts";
import { readLocal } from "../addresses.ts";
import { isStamp } from "../vocabulary/stamp.ts";
import { actorAt, type Heard, ofInstance, type Receiver, type ReceivingReach } from "./activity.ts";
import { confirmAgreement } from "./pledge-ends.ts";
import { readReference } from "./reference.ts";
import { hearRelationshipAnswer } from "./relationships.ts";
import { hearAnswerToPledge } from "./sent-pledge.ts";

/** Someone lets one of our actors follow them, accepts what somebody here promised or asked, or confirms a promise of their own. */
export const accept: Receiver = (reach, heard) => {
  const local = readLocal(reach.origin, readReference(heard.object)?.id ?? "");
  if (local?.thing === "agreement") return confirmAgreement(reach, heard, local.id);
  const effect = answered(reach, heard, answer("accepted", ["requested"]));
  return isStamp(heard.result) ? { answer: effect } : effect; // who signed says so again to whoever has not looked
};

/** Someone does not, or no longer, let one of our actors follow them, or refuses what was promised or asked. */
export const reject: Receiver = (reach, heard) => answered(reach, heard, answer("rejected", ["requested", "accepted"]));

type Answer = (reach: ReceivingReach, heard: Heard) => (tx: Transaction) => Promise<void>;

/** What is answered carries a Follow, or names something else of ours: what we said of a promise, or a Follow too. */
function answered(reach: ReceivingReach, heard: Heard, ofFollow: Answer): ReturnType<Answer> {
  if (readReference(heard.object)?.type === "Follow") return ofFollow(reach, heard);
  return async (tx) => {
    const { origin } = reach;
    if (await hearAnswerToPledge(tx, origin, heard)) return;
    if (!(await hearRelationshipAnswer(tx, origin, heard))) await ofFollow(reach, heard)(tx);
  };
}

/** Only the one who is followed can answer. Some name the Follow by its id, some only by who asked. */
function answer(state: "accepted" | "rejected", from: readonly string[]): Answer {
  return ({ origin }, { actor, object }) => {
    const asked = readReference(object);
    if (!asked) return nothing;
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

const nothing = async (): Promise<void> => {};

/** What another instance answers; one that lets us follow it is visited at once. */
async function hearAnswer(tx: Transaction, actor: string, state: "accepted" | "rejected"): Promise<void> {
  const now = new Date();
  await hearPeer(tx, actor, state === "accepted" ? "accepts" : "refuses", now);
  const peer = state === "accepted" ? await findPeerByActor(tx, actor) : null;
  if (peer?.ours === "approved") await meetPeer(tx, peer, now);
}
