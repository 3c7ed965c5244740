import { sql } from "kysely";
import type { Transaction } from "../../src/foundation/database.ts";
import { hearAsk } from "../../src/peers/changes.ts";
import { activityIri, actorIri, type LocalActor, type LocalKind } from "../addresses.ts";
import { type Outgoing, send } from "../delivery/deliveries.ts";
import type { Reach } from "../reach.ts";
import { derivedId } from "../send/ids.ts";
import { type Follow, writeAnswer } from "../vocabulary/activities.ts";
import { actorAt, noEffect, type Receiver } from "./activity.ts";
import { readReference } from "./reference.ts";

/** Someone wants to follow one of our actors: all may, but only other instances the instance, approved by hand. */
export const follow: Receiver = ({ origin }, { id, actor, object }) => {
  const address = readReference(object)?.id ?? null;
  if (address === null) return noEffect;
  return async (tx) => {
    const found = await findFollowable(tx, origin, address, actor);
    if (found === null) return;
    const request: Follow = { id, actor, object: address };
    if (found.gone || found.limited || !(await isWelcome(tx, found, actor)))
      return answer(tx, origin, "Reject", found.followed, request, found.inbox);
    const accepted = await keepFollower(tx, found, request);
    if (accepted) await answer(tx, origin, "Accept", found.followed, request, found.inbox);
  };
};

/** One who follows, or waits to follow, one of our actors. */
export interface Follower {
  readonly actor: LocalActor;
  /** The permanent address of the one elsewhere. */
  readonly follower: string;
}

/** Approves a follower who waits for it; false when nobody of that address does. */
export async function acceptFollower(tx: Transaction, { origin }: Reach, who: Follower): Promise<boolean> {
  const waiting = await tx
    .updateTable("followers")
    .set({ accepted: true })
    .from("remoteActors")
    .whereRef("remoteActors.id", "=", "follower")
    .where("actor", "=", who.actor.id)
    .where("follower", "=", who.follower)
    .where("accepted", "=", false)
    .returning(["follow", "remoteActors.inbox"])
    .executeTakeFirst();
  if (waiting) await answerLater(tx, origin, "Accept", who, waiting);
  return waiting !== undefined;
}

/** Sends a follower away, approved or waiting; false when nobody of that address follows. */
export async function rejectFollower(
  tx: Transaction,
  { origin }: Pick<Reach, "origin">,
  who: Follower,
): Promise<boolean> {
  const sent = await tx
    .deleteFrom("followers")
    .using("remoteActors")
    .whereRef("remoteActors.id", "=", "follower")
    .where("actor", "=", who.actor.id)
    .where("follower", "=", who.follower)
    .returning(["follow", "remoteActors.inbox"])
    .executeTakeFirst();
  if (sent) await answerLater(tx, origin, "Reject", who, sent);
  return sent !== undefined;
}

async function answerLater(
  tx: Transaction,
  origin: string,
  type: "Accept" | "Reject",
  { actor, follower }: Follower,
  { follow: id, inbox }: { readonly follow: string; readonly inbox: string },
): Promise<void> {
  await answer(tx, origin, type, actor, { id, actor: follower, object: actorIri(origin, actor) }, inbox);
}

// What the instance says is for other instances: it stays between us until someone here approves.
async function isWelcome(tx: Transaction, { followed, asker }: Followable, actor: string): Promise<boolean> {
  if (followed.kind !== "instance") return true;
  if (asker.type !== "Application") return false;
  const instance = { actor, origin: new URL(actor).origin, name: asker.name ?? "" };
  return (await hearAsk(tx, instance, new Date())) !== null;
}

interface Followable {
  readonly followed: LocalActor;
  readonly asker: { readonly type: string; readonly name: string | null };
  readonly gone: boolean;
  /** An association that shows its name alone: it follows, and is not followed. */
  readonly limited: boolean;
  readonly inbox: string;
  readonly shared: string;
}

// A draft has no actor yet; an offer that was withdrawn has one that is gone.
async function findFollowable(
  tx: Transaction,
  origin: string,
  address: string,
  follower: string,
): Promise<Followable | null> {
  const row = await tx
    .selectFrom("handles")
    .innerJoin("remoteActors", (join) => join.on("remoteActors.id", "=", follower))
    .leftJoin("offers", "offers.id", "handles.id")
    .leftJoin("associations", "associations.id", "handles.id")
    .select(["handles.id", "handles.kind", "handles.gone", "offers.state", "associations.public"])
    .select(["remoteActors.inbox", "remoteActors.type", "remoteActors.name"])
    .select(sql<string>`coalesce(remote_actors.shared_inbox, remote_actors.inbox)`.as("shared"))
    .where("handles.id", "=", actorAt(origin, address))
    .executeTakeFirst();
  if (!row || row.state === "draft") return null;
  const { id, kind, inbox, shared, gone, type, name } = row;
  const followed = { id, kind: kind as LocalKind };
  return { followed, asker: { type, name }, gone: gone !== null, limited: row.public === false, inbox, shared };
}

async function keepFollower(
  tx: Transaction,
  { followed, shared }: Followable,
  { id, actor }: Follow,
): Promise<boolean> {
  const { accepted } = await tx
    .insertInto("followers")
    .values({ actor: followed.id, follower: actor, follow: id, inbox: shared, accepted: followed.kind !== "instance" })
    .onConflict((known) => known.columns(["actor", "follower"]).doUpdateSet({ follow: id, inbox: shared }))
    .returning("accepted")
    .executeTakeFirstOrThrow();
  return accepted;
}

// Between two, and to the asker's own inbox: nobody else reads it.
async function answer(
  tx: Transaction,
  origin: string,
  type: "Accept" | "Reject",
  followed: LocalActor,
  request: Follow,
  inbox: string,
): Promise<void> {
  const id = derivedId(request.id, request.actor, type);
  const body = JSON.stringify(writeAnswer(activityIri(origin, id), type, request));
  const outgoing: Outgoing = { id, actor: followed.id, type, body, public: false };
  await send(tx, outgoing, [inbox]);
}
