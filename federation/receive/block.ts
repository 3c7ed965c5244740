import { actorAt, type Receiver, readReference } from "./activity.ts";

/** Someone wants nothing more to do with one of our actors: neither follows the other any longer. */
export const block: Receiver = ({ origin }, { actor, object }) => {
  const blocked = actorAt(origin, readReference(object)?.id ?? null);
  return async (tx) => {
    await tx.deleteFrom("followers").where("follower", "=", actor).where("actor", "=", blocked).execute();
    await tx.deleteFrom("followings").where("followed", "=", actor).where("actor", "=", blocked).execute();
  };
};
