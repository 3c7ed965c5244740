import { type RawBuilder, sql } from "kysely";
import type { Reader } from "../foundation/database.ts";

/** One of our accounts, and how many follow it. */
export interface Followed {
  readonly id: string;
  readonly name: string;
  readonly followers: number;
}

/** A server, and how many people there follow us. */
export interface FollowingServer {
  /** With its port, where it has one of its own. */
  readonly server: string;
  readonly people: number;
  /** When the last of them began. */
  readonly latest: Date;
}

/** Somebody elsewhere who follows one of our accounts. */
export interface Follower {
  readonly account: string;
  /** The name of the account that they follow. */
  readonly accountName: string;
  /** Their permanent address. */
  readonly follower: string;
  readonly name: string | null;
  readonly handle: string | null;
  readonly since: Date;
}

/** Whom of them is meant; what is left out leaves all. */
export interface Choice {
  readonly account?: string | undefined;
  readonly server?: string | undefined;
  /** A part of a name or an address, as somebody typed it. */
  readonly search?: string | undefined;
}

export interface Part {
  readonly limit: number;
  readonly offset: number;
}

/** Our accounts that can be followed by anybody, the most followed first. */
export async function listFollowed(reader: Reader): Promise<readonly Followed[]> {
  const { rows } = await sql<Followed>`
    select handles.id, handles.name, count(followers.follower) as followers
    from handles left join followers on followers.actor = handles.id and accepted
    where kind not in ('instance', 'watch') and gone is null and (kind <> 'offer' or exists (
      select from offers where offers.id = handles.id and state = 'published'))
    group by handles.id order by followers desc, handles.name`.execute(reader);
  return rows;
}

/** The servers of those who follow, those with the most people first. */
export async function listServers(reader: Reader, choice: Choice, part: Part): Promise<readonly FollowingServer[]> {
  const { rows } = await sql<FollowingServer>`
    select ${server} as server, count(distinct follower) as people, max(since) as latest
    from ${chosen(choice)} group by ${server}
    order by people desc, server limit ${part.limit} offset ${part.offset}`.execute(reader);
  return rows;
}

/** Those who follow, by server, the newest of each first. */
export async function listFollowers(reader: Reader, choice: Choice, part: Part): Promise<readonly Follower[]> {
  const { rows } = await sql<Follower>`
    select followers.actor as account, handles.name as account_name, follower, remote_actors.name, handle, since
    from ${chosen(choice)}
    order by ${server}, since desc, follower, handles.name limit ${part.limit} offset ${part.offset}`.execute(reader);
  return rows;
}

/** One who follows one of our accounts; null when they do not. */
export async function findFollower(reader: Reader, account: string, follower: string): Promise<Follower | null> {
  const { rows } = await sql<Follower>`
    select followers.actor as account, handles.name as account_name, follower, remote_actors.name, handle, since
    from ${chosen({ account })} and follower = ${follower}`.execute(reader);
  return rows[0] ?? null;
}

const server = sql`lower(substring(follower from '^https?://([^/]+)'))`;

// Other instances follow the instance: they are peers, and looked after there. What somebody searches for is theirs to know.
function chosen({ account, server: wanted, search }: Choice): RawBuilder<unknown> {
  const text = search === undefined ? null : `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return sql`followers
    join handles on handles.id = followers.actor
    join remote_actors on remote_actors.id = follower
    where handles.kind not in ('instance', 'watch') and accepted
    and (${account ?? null}::uuid is null or followers.actor = ${account ?? null}::uuid)
    and (${wanted ?? null}::text is null or ${server} = ${wanted ?? null})
    and (${text}::text is null or remote_actors.name ilike ${text} or follower ilike ${text}
      or '@' || handle || '@' || ${server} ilike ${text})`;
}
