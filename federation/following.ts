import { sql } from "kysely";
import type { Followable, Followed, Reading } from "../src/associations/following.ts";
import type { Reader } from "../src/foundation/database.ts";
import { findHandle, findHandleById, type Handle } from "../src/hosts/handles.ts";
import { actorIri, actorPage, readLocal } from "./addresses.ts";

/** One of our own that may be followed, by its name or the id of its actor; null when there is none. Whoever follows is not asked for it over the network. */
export async function findOwnFollowable(reader: Reader, origin: string, address: string): Promise<Followable | null> {
  const handle = await findOwn(reader, origin, address);
  if (handle === null || handle.gone !== null || handle.kind === "instance") return null;
  const { rows } = await sql<{ name: string }>`
    select ${shownName} as name from handles ${withNames}
    where handles.id = ${handle.id} and coalesce(offers.state, '') <> 'draft' and coalesce(associations.public, true)
      and coalesce(funding_requests.state, '') <> 'draft'`.execute(reader);
  const [row] = rows;
  return row ? { actor: actorIri(origin, handle), name: row.name, inbox: null } : null;
}

async function findOwn(reader: Reader, origin: string, address: string): Promise<Handle | null> {
  const local = readLocal(origin, address);
  if (local?.thing === "actor") return findHandleById(reader, local.id);
  const [, slug] = /^\/offers\/([a-z0-9-]{1,80})$/.exec(address.slice(origin.length)) ?? [];
  if (slug === undefined) return findHandle(reader, address.replace(`${origin}/@`, "").toLowerCase());
  const offer = await reader.selectFrom("offers").select("id").where("slug", "=", slug).executeTakeFirst();
  return offer ? findHandleById(reader, offer.id) : null;
}

/** How our own actors are called, for a statement on handles. */
const shownName = sql<string>`coalesce(
  associations.name, offers.content ->> 'title', funding_requests.content ->> 'title',
  case when handles.kind in ('host', 'availability') then (select profile ->> 'name' from hosts) end, '@' || handles.name)`;
const withNames = sql`
  left join associations on associations.id = handles.id
  left join offers on offers.id = handles.id
  left join funding_requests on funding_requests.id = handles.id`;

/** Whom one of our actors follows, the last first. */
export async function listFollowed(reader: Reader, origin: string, actor: string): Promise<readonly Followed[]> {
  const { rows } = await sql<FollowedRow>`
    select followings.followed as actor, followings.state, followings.since, remote_actors.handle, remote_actors.url,
      coalesce(remote_actors.name, case when handles.id is not null then ${shownName} end) as name, handles.name as own
    from followings
    left join remote_actors on remote_actors.id = followings.followed
    left join handles on handles.id::text = ${ownId(sql`followings.followed`, origin)} ${withNames}
    where followings.actor = ${actor} order by followings.since desc, followings.followed`.execute(reader);
  return rows.map((row) => followedOf(origin, row));
}

interface FollowedRow {
  readonly actor: string;
  readonly state: Followed["state"];
  readonly since: Date;
  readonly handle: string | null;
  readonly url: string | null;
  readonly name: string | null;
  readonly own: string | null;
}

function followedOf(origin: string, { actor, state, since, handle, url, name, own }: FollowedRow): Followed {
  const { host } = new URL(actor);
  const known = own ?? handle;
  return {
    ...{ actor, state, since, name: name ?? known ?? host },
    address: known === null ? null : `@${known}@${host}`,
    url: own === null ? (url ?? actor) : actorPage(origin, own),
  };
}

/** The id in the address of one of our actors; null for any other, for a statement. */
const ownId = (address: ReturnType<typeof sql>, origin: string) =>
  sql`case when ${address} like ${`${origin}/ap/actors/%`} then right(${address}, 36) end`;

interface Part {
  readonly before?: Date | null;
  readonly after?: Date | null;
  readonly limit: number;
}

/** What those whom an association follows said, here and elsewhere, the newest first. What came with a date to come counts from when it came. */
export async function listReadings(
  reader: Reader,
  origin: string,
  association: string,
  { before = null, after = null, limit }: Part,
): Promise<readonly Reading[]> {
  const { rows } = await sql<Reading>`
    select * from (${fromElsewhere(association)} union all ${fromHere(association, origin)}) as readings
    where (${before}::timestamptz is null or published < ${before}::timestamptz)
    and (${after}::timestamptz is null or received > ${after}::timestamptz)
    order by published desc, id limit ${limit}`.execute(reader);
  return rows;
}

const fromElsewhere = (association: string) => sql`
  select messages.id, coalesce(remote_actors.name, '@' || remote_actors.handle, messages.author) as author,
    messages.content, messages.language, coalesce(messages.url, messages.id) as url,
    date_trunc('milliseconds', least(coalesce(messages.published, messages.received), messages.received)) as published,
    messages.received
  from messages left join remote_actors on remote_actors.id = messages.author
  where messages.recipients @> array[${association}::uuid] and messages.deleted is null
  and messages.visibility <> 'direct' and not is_blocked(messages.author)`;

// Each once, whether its author is followed or somebody who passed it on.
const fromHere = (association: string, origin: string) => sql`
  select distinct on (notes.id) ${`${origin}/ap/notes/`} || notes.id as id, ${shownName} as author,
    notes.content, notes.language, ${`${origin}/@`} || handles.name || '/' || notes.id as url,
    date_trunc('milliseconds', notes.published) as published, outgoing.created as received
  from followings
  join outgoing on outgoing.actor::text = ${ownId(sql`followings.followed`, origin)}
    and outgoing.public and outgoing.type in ('Create', 'Announce')
  join notes on notes.id::text = right(coalesce(
    outgoing.body::jsonb -> 'object' ->> 'id', outgoing.body::jsonb ->> 'object'), 36)
  join handles on handles.id = notes.actor ${withNames}
  where followings.actor = ${association} and followings.state = 'accepted'
  and notes.deleted is null and handles.gone is null`;
