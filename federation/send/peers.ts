import { sql } from "kysely";
import type { SiteEvent } from "../../src/events.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { NotFound } from "../../src/foundation/errors.ts";
import { findHandle, instanceName } from "../../src/hosts/handles.ts";
import { closeWith } from "../../src/partnerships/hearing.ts";
import { listLiveWithin } from "../../src/partnerships/queries.ts";
import type {
  DomainBlocked,
  PeerAccepted,
  PeerApproved,
  PeerAsked,
  PeerLeft,
  PeerRejected,
  PeerWaits,
} from "../../src/peers/events.ts";
import { findPeer } from "../../src/peers/queries.ts";
import type { LocalActor } from "../addresses.ts";
import type { Reach } from "../reach.ts";
import { acceptFollower, rejectFollower } from "../receive/follow.ts";
import { followActor, unfollow } from "./follow.ts";
import { derivedId } from "./ids.ts";

/** What happens between instances; it is told even before anyone hosts here. */
export type PeerEvent = PeerAsked | PeerWaits | PeerAccepted | PeerApproved | PeerRejected | PeerLeft | DomainBlocked;

export function isOfPeers(event: SiteEvent): event is PeerEvent {
  return event.name.startsWith("peer-") || event.name === "domain-blocked";
}

/** Says to another instance what was decided about it; to a blocked domain nothing is said. */
export async function tellPeers(tx: Transaction, reach: Reach, event: PeerEvent): Promise<void> {
  switch (event.name) {
    case "peer-asked":
      return ask(tx, reach, event);
    case "peer-approved":
    case "peer-rejected":
      return answer(tx, reach, event);
    case "peer-waits":
    case "peer-accepted":
      return; // it came from there
    case "peer-left":
      return leave(tx, reach, event.actor);
    case "domain-blocked":
      return forgetDomain(tx, event.domain);
  }
}

async function ask(tx: Transaction, reach: Reach, { id, peer }: PeerAsked): Promise<void> {
  const asked = await findPeer(tx, peer);
  const followed = asked?.ours === "requested" ? await findInbox(tx, asked.actor) : null;
  if (followed) await followActor(tx, reach, { actor: await instance(tx), followed }, derivedId(id, "Follow"));
}

// What was decided since counts: each decision has an event of its own.
async function answer(tx: Transaction, reach: Reach, { peer, name }: PeerApproved | PeerRejected): Promise<void> {
  const answered = await findPeer(tx, peer);
  if (!answered) return;
  const who = { actor: await instance(tx), follower: answered.actor };
  if (name === "peer-approved" && answered.theirs === "approved") await acceptFollower(tx, reach, who);
  if (name === "peer-rejected" && answered.theirs === "rejected") await rejectFollower(tx, reach, who);
}

async function leave(tx: Transaction, reach: Reach, left: string): Promise<void> {
  const actor = await instance(tx);
  const followed = await findInbox(tx, left);
  if (followed) await unfollow(tx, reach, { actor, followed });
  await rejectFollower(tx, reach, { actor, follower: left });
}

/** Ends all that ties us to a domain: who follows whom, what they liked or passed on, what still waits to be sent. */
async function forgetDomain(tx: Transaction, domain: string): Promise<void> {
  const within = (address: string) => sql<boolean>`is_within(${sql.ref(address)}, ${domain})`;
  await tx
    .deleteFrom("followers")
    .where(({ or }) => or([within("follower"), within("inbox")]))
    .execute();
  await tx.deleteFrom("followings").where(within("followed")).execute();
  await tx.deleteFrom("reactions").where(within("actor")).execute();
  await tx.deleteFrom("pollVotes").where(within("voter")).execute();
  await closeWith(tx, await listLiveWithin(tx, domain), new Date());
  await tx.deleteFrom("deliveries").where(within("inbox")).execute();
}

async function findInbox(tx: Transaction, actor: string) {
  return await tx.selectFrom("remoteActors").select(["id", "inbox"]).where("id", "=", actor).executeTakeFirst();
}

async function instance(tx: Transaction): Promise<LocalActor> {
  const handle = await findHandle(tx, instanceName);
  if (handle === null) throw new NotFound("the instance has no name");
  return handle;
}
