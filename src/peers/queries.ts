import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import { type Block, domainsAround } from "./block.ts";
import type { Decision, Ours, Peer, Theirs } from "./peer.ts";

/** Some of a list, from where on, and how many at most. */
export interface Slice {
  /** Those that come after this one. */
  readonly after?: string;
  readonly limit?: number;
}

/** The peers in the order of their origins; `after` is an origin. */
export async function listPeers(reader: Reader, { after, limit }: Slice = {}): Promise<readonly Peer[]> {
  let query = peers(reader).orderBy("origin");
  if (after !== undefined) query = query.where("origin", ">", after);
  if (limit !== undefined) query = query.limit(limit);
  return (await query.execute()).map(peerOf);
}

/** The permanent addresses of the instances with which we are in touch, the oldest first: for everyone to read. */
export async function listApprovedActors(reader: Reader): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom("peers")
    .select("actor")
    .where(({ or, eb }) => or([eb("ours", "=", "approved"), eb("theirs", "=", "approved")]))
    .where(({ not }) => not(sql<boolean>`is_blocked(origin)`))
    .orderBy("created")
    .orderBy("id")
    .execute();
  return rows.map(({ actor }) => actor);
}

/** Instances that wait for us to decide, the longest first. */
export async function listPendingPeers(reader: Reader, limit: number): Promise<readonly Peer[]> {
  const waiting = peers(reader)
    .where("theirs", "=", "pending")
    .where(({ not }) => not(sql<boolean>`is_blocked(origin)`));
  return (await waiting.orderBy("seen").orderBy("origin").limit(limit).execute()).map(peerOf);
}

/** How many instances we are in touch with, and how many wait for us to decide. */
export async function countPeers(reader: Reader): Promise<{ readonly approved: number; readonly pending: number }> {
  const { rows } = await sql<{ approved: number; pending: number }>`
    select count(*) filter (where ours = 'approved' or theirs = 'approved')::integer as approved,
      count(*) filter (where theirs = 'pending')::integer as pending
    from peers where not is_blocked(origin)`.execute(reader);
  return rows[0] ?? { approved: 0, pending: 0 };
}

export async function findPeer(reader: Reader, id: string): Promise<Peer | null> {
  const row = await peers(reader).where("id", "=", id).executeTakeFirst();
  return row ? peerOf(row) : null;
}

export async function findPeerByOrigin(reader: Reader, origin: string): Promise<Peer | null> {
  const row = await peers(reader).where("origin", "=", origin).executeTakeFirst();
  return row ? peerOf(row) : null;
}

export async function findPeerByActor(reader: Reader, actor: string): Promise<Peer | null> {
  const row = await peers(reader).where("actor", "=", actor).executeTakeFirst();
  return row ? peerOf(row) : null;
}

/** The blocks in the order of their domains; `after` is a domain. */
export async function listBlocks(reader: Reader, { after, limit }: Slice = {}): Promise<readonly Block[]> {
  let query = reader.selectFrom("blocks").selectAll().orderBy("domain");
  if (after !== undefined) query = query.where("domain", ">", after);
  if (limit !== undefined) query = query.limit(limit);
  return await query.execute();
}

export async function findBlock(reader: Reader, domain: string): Promise<Block | null> {
  return (await reader.selectFrom("blocks").selectAll().where("domain", "=", domain).executeTakeFirst()) ?? null;
}

/** Whether an address belongs to a blocked domain, as the database has it now. */
export async function isBlocked(reader: Reader, address: string): Promise<boolean> {
  const domains = domainsAround(address);
  if (domains.length === 0) return false;
  const found = await reader.selectFrom("blocks").select("id").where("domain", "in", domains).limit(1).execute();
  return found.length > 0;
}

const columns = ["id", "origin", "actor", "name", "ours", "theirs", "decision", "seen"] as const;

function peers(reader: Reader) {
  return reader.selectFrom("peers").select(columns).select(sql<boolean>`is_blocked(origin)`.as("blocked"));
}

type Row = Awaited<ReturnType<ReturnType<typeof peers>["executeTakeFirstOrThrow"]>>;

const peerOf = ({ ours, theirs, decision, ...row }: Row): Peer => ({
  ...row,
  ...{ ours: ours as Ours, theirs: theirs as Theirs, decision: decision as Decision | null },
});

/** How much of what is here has to do with a domain. */
export interface Within {
  readonly followers: number;
  readonly messages: number;
  readonly deliveries: number;
  readonly peers: number;
  /** Hosts that are shown here now. */
  readonly hosts: number;
}

/** What a block of a domain would end or hide. */
export async function countWithin(reader: Reader, domain: string): Promise<Within> {
  const { rows } = await sql<Within>`select
    (select count(distinct follower) from followers where is_within(follower, ${domain}) or is_within(inbox, ${domain})) as followers,
    (select count(*) from messages where kind <> 'news' and deleted is null and author = any(array(
      select author from messages group by author having is_within(author, ${domain})))) as messages,
    (select count(*) from deliveries where is_within(inbox, ${domain})) as deliveries,
    (select count(*) from peers where is_within(origin, ${domain})
      and (ours in ('requested', 'approved') or theirs in ('pending', 'approved'))) as peers,
    (select count(*) from catalogue_hosts where is_within(origin, ${domain})) as hosts`.execute(reader);
  return rows[0] ?? { followers: 0, messages: 0, deliveries: 0, peers: 0, hosts: 0 };
}
