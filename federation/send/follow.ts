import type { Transaction } from "../../src/foundation/database.ts";
import type { Handle } from "../../src/hosts/handles.ts";
import { activityIri, actorIri } from "../addresses.ts";
import { type Outgoing, send } from "../delivery/deliveries.ts";
import type { Reach } from "../reach.ts";
import { type Follow, writeFollow, writeUndo } from "../vocabulary/activities.ts";
import { derivedId } from "./ids.ts";

/** Whom one of our actors follows, or no longer does. */
export interface Following {
  readonly actor: Pick<Handle, "id" | "kind">;
  /** The other's actor, as its own document shows it. One of this site has no inbox here: it is asked nothing, all may follow it. */
  readonly followed: { readonly id: string; readonly inbox: string | null };
}

/** Asks to follow an actor; asked already, or followed, it is not asked again. `id` is a fresh uuid. */
export async function followActor(
  tx: Transaction,
  { origin }: Pick<Reach, "origin">,
  { actor, followed }: Following,
  id: string,
): Promise<void> {
  const follow = { id: activityIri(origin, id), actor: actorIri(origin, actor), object: followed.id };
  const asked = await tx
    .insertInto("followings")
    .values({
      actor: actor.id,
      followed: followed.id,
      follow: follow.id,
      state: followed.inbox === null ? "accepted" : "requested",
    })
    .onConflict((conflict) =>
      conflict
        .columns(["actor", "followed"])
        .doUpdateSet({ follow: follow.id, state: "requested" })
        .where("followings.state", "=", "rejected"),
    )
    .returning("follow")
    .executeTakeFirst();
  if (asked && followed.inbox !== null) await send(tx, outgoingOf(id, actor.id, writeFollow(follow)), [followed.inbox]);
}

/** Follows an actor no longer; nothing happens when it was not followed. */
export async function unfollow(
  tx: Transaction,
  { origin }: Pick<Reach, "origin">,
  { actor, followed }: Following,
): Promise<void> {
  const known = await tx
    .deleteFrom("followings")
    .where("actor", "=", actor.id)
    .where("followed", "=", followed.id)
    .returning("follow")
    .executeTakeFirst();
  if (!known || followed.inbox === null) return;
  const follow: Follow = { id: known.follow, actor: actorIri(origin, actor), object: followed.id };
  const id = derivedId(known.follow, "undo");
  await send(tx, outgoingOf(id, actor.id, writeUndo(activityIri(origin, id), follow)), [followed.inbox]);
}

// Between two: nobody else reads it.
function outgoingOf(id: string, actor: string, document: Readonly<Record<string, unknown>>): Outgoing {
  return { id, actor, type: String(document["type"]), body: JSON.stringify(document), public: false };
}
