import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { findHost } from "../hosts/queries.ts";
import type { PeerAccepted, PeerApproved, PeerAsked, PeerLeft, PeerRejected, PeerWaits } from "./events.ts";
import {
  type Decision,
  type Deed,
  type Instance,
  next,
  type Peer,
  type PeerRefusal,
  type Relation,
  refusalTo,
  type Sign,
  strangers,
} from "./peer.ts";
import { findPeer, findPeerByActor, findPeerByOrigin, isBlocked } from "./queries.ts";

/** Asks to follow an instance that was found; asked or followed already, nothing happens. One that waits for us is approved. */
export async function askPeer(tx: Transaction, instance: Instance, now: Date): Promise<Outcome<Peer, PeerRefusal>> {
  if ((await findHost(tx)) === null) return refused("not-set-up");
  if (await isBlocked(tx, instance.origin)) return refused("domain-blocked");
  const peer = await meet(tx, instance, "ask", now);
  return peer ? done(peer) : refused("another-actor");
}

/** Lets an instance that asked follow us, and asks to follow it in return. */
export function approvePeer(tx: Transaction, id: string, now: Date): Promise<Outcome<Peer, PeerRefusal>> {
  return decide(tx, id, "approve", now);
}

/** Lets an instance follow us of which nobody here has decided anything, as its host is vouched for; false when somebody did, or it no longer waits. */
export async function welcomePeer(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const peer = await lockPeer(tx, id);
  if (peer === null || peer.blocked || peer.decision !== null || peer.theirs !== "pending") return false;
  await step(tx, peer, "approve", now, "welcomed");
  return true;
}

/** Refuses an instance that asked, or that follows already. */
export function rejectPeer(tx: Transaction, id: string, now: Date): Promise<Outcome<Peer, PeerRefusal>> {
  return decide(tx, id, "reject", now);
}

/** Ends all that is between us and a peer, and forgets it. */
export async function leavePeer(tx: Transaction, id: string, now: Date): Promise<void> {
  const peer = await needPeer(tx, id);
  await step(tx, peer, "leave", now);
  const event: PeerLeft = { ...happened(now), name: "peer-left", actor: peer.actor };
  await record(tx, event);
}

/** An instance asks to follow us; null when its origin has another actor already, which it would have to speak through. */
export function hearAsk(tx: Transaction, instance: Instance, now: Date): Promise<Peer | null> {
  return meet(tx, instance, "asks", now);
}

/** A peer does something; of whom we do not know, nothing is to be heard. */
export async function hearPeer(tx: Transaction, actor: string, sign: Exclude<Sign, "asks">, now: Date): Promise<void> {
  const known = await findPeerByActor(tx, actor);
  const peer = known && (await lockPeer(tx, known.id));
  if (peer) await step(tx, peer, sign, now);
}

/** Ends, without a word to them, what is between us and the peers of a domain. */
export async function turnAway(tx: Transaction, domain: string, now: Date): Promise<void> {
  const within = sql<boolean>`is_within(origin, ${domain})`;
  const rows = await tx.selectFrom("peers").select("id").where(within).orderBy("origin").execute();
  for (const { id } of rows) {
    const peer = await lockPeer(tx, id);
    if (peer) await step(tx, peer, "block", now);
  }
}

async function decide(
  tx: Transaction,
  id: string,
  deed: "approve" | "reject",
  now: Date,
): Promise<Outcome<Peer, PeerRefusal>> {
  const peer = await needPeer(tx, id);
  if (peer.blocked) return refused("domain-blocked");
  const reason = refusalTo(deed, peer);
  return reason === null ? done((await step(tx, peer, deed, now)) ?? peer) : refused(reason);
}

/** Something happens between us and an instance that we may not know yet. */
async function meet(tx: Transaction, instance: Instance, what: "ask" | "asks", now: Date): Promise<Peer | null> {
  const { actor, origin } = instance;
  await lock(tx, origin);
  const known = await findPeerByOrigin(tx, origin);
  if (known && known.actor !== actor) return null;
  const name = instance.name.trim().slice(0, 200) || new URL(origin).host;
  if (known) return step(tx, { ...known, name }, what, now);
  const decision = decisions[what] ?? null;
  const met = { id: randomUUID(), actor, origin, name, decision, seen: now };
  const peer: Peer = { ...met, blocked: false, ...next(strangers, what) };
  const { blocked: _, ...row } = peer;
  await tx
    .insertInto("peers")
    .values({ ...row, created: now })
    .execute();
  await announce(tx, peer.id, strangers, peer, now);
  return peer;
}

/** What somebody here decides by each of these; whatever else happens, what was decided stays. */
const decisions: Readonly<Partial<Record<Deed | Sign, Decision>>> = {
  ...{ ask: "approved", approve: "approved", reject: "rejected", block: "rejected" },
};

/** Takes a peer one step on; null when nothing is left between us. */
async function step(
  tx: Transaction,
  peer: Peer,
  happening: Deed | Sign,
  now: Date,
  decision: Decision | null = decisions[happening] ?? peer.decision,
): Promise<Peer | null> {
  const relation = next(peer, happening);
  const gone = relation.ours === "none" && relation.theirs === "none";
  if (gone) {
    await tx.deleteFrom("peers").where("id", "=", peer.id).execute();
    return null;
  }
  const decided = ["approve", "reject", "block"].includes(happening);
  const after = { ...peer, ...relation, decision, seen: decided ? peer.seen : now };
  const { name, seen } = after;
  await tx
    .updateTable("peers")
    .set({ ...relation, name, decision, seen })
    .where("id", "=", peer.id)
    .execute();
  if (happening !== "block") await announce(tx, peer.id, peer, relation, now);
  if (peer.decision === "welcomed" && decision === "approved") await announceApproval(tx, peer.id, now);
  return after;
}

/** What has changed is told to those whom it concerns. */
async function announce(tx: Transaction, peer: string, before: Relation, after: Relation, now: Date): Promise<void> {
  if (after.ours !== before.ours && after.ours === "requested") {
    const event: PeerAsked = { ...happened(now), name: "peer-asked", peer };
    await record(tx, event);
  }
  if (after.ours !== before.ours && after.ours === "approved") {
    const event: PeerAccepted = { ...happened(now), name: "peer-accepted", peer };
    await record(tx, event);
  }
  if (after.theirs === before.theirs) return;
  if (after.theirs === "pending") {
    const event: PeerWaits = { ...happened(now), name: "peer-waits", peer };
    await record(tx, event);
  }
  if (after.theirs === "approved") await announceApproval(tx, peer, now);
  if (after.theirs === "rejected") {
    const event: PeerRejected = { ...happened(now), name: "peer-rejected", peer };
    await record(tx, event);
  }
}

async function announceApproval(tx: Transaction, peer: string, now: Date): Promise<void> {
  const event: PeerApproved = { ...happened(now), name: "peer-approved", peer };
  await record(tx, event);
}

const happened = (now: Date) => ({ id: randomUUID(), happened: now.toISOString() });

async function needPeer(tx: Transaction, id: string): Promise<Peer> {
  const peer = await lockPeer(tx, id);
  if (peer === null) throw new NotFound(`there is no peer ${id}`);
  return peer;
}

/** The peer as it stands, and as it stays until this transaction ends; null when it is no more. */
async function lockPeer(tx: Transaction, id: string): Promise<Peer | null> {
  const known = await findPeer(tx, id);
  if (known === null) return null;
  await lock(tx, known.origin);
  return findPeer(tx, id);
}

// An instance that nobody knows yet has no row to lock.
async function lock(tx: Transaction, origin: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${origin}, 19))`.execute(tx);
}
