import { hearPeer } from "../../src/peers/changes.ts";
import { readLocal } from "../addresses.ts";
import { actorAt, type Receiver } from "./activity.ts";
import { readReference } from "./reference.ts";

/** Someone wants nothing more to do with one of our actors: neither follows the other any longer. */
export const block: Receiver = ({ origin }, { actor, object }) => {
  const address = readReference(object)?.id ?? null;
  const blocked = actorAt(origin, address);
  const peer = address !== null && readLocal(origin, address)?.thing === "instance";
  return async (tx) => {
    await tx.deleteFrom("followers").where("follower", "=", actor).where("actor", "=", blocked).execute();
    await tx.deleteFrom("followings").where("followed", "=", actor).where("actor", "=", blocked).execute();
    if (peer) await hearPeer(tx, actor, "shuns", new Date());
  };
};
