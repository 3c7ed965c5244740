import { sql } from "kysely";
import { hashOfAddresses, listOthers } from "../src/catalogue/held.ts";
import type { Reader } from "../src/foundation/database.ts";
import { findHandle, findHandleById, type Handle, instanceName } from "../src/hosts/handles.ts";
import { listApprovedActors } from "../src/peers/queries.ts";
import { availabilityHashtags, campaignHashtags, hashtags, hostHashtags, offerHashtags } from "./actors/hashtags.ts";
import { findLocal, hostIri, type Local } from "./actors/local.ts";
import { actorIri, noteIri } from "./addresses.ts";
import { noteOf } from "./notes.ts";
import { embeddedPartners } from "./partnerships.ts";
import type { Reach } from "./reach.ts";
import { embeddedReviews } from "./reviews.ts";
import { listOwnRequests } from "./swarm/own-funding.ts";
import { type Collection, writeCollection, writePage } from "./vocabulary/collection.ts";
import { embedNote } from "./vocabulary/note.ts";
import { writeHashtag } from "./vocabulary/tags.ts";
import { embeddedVouches } from "./vouches.ts";

/** What a collection is of. */
interface Owner {
  readonly reader: Reader;
  readonly reach: Reach;
  readonly handle: Handle;
  readonly id: string;
}

const pageSize = 20;
const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const ofActor = new RegExp(`^/ap/(?:instance|actors/(${uuid}))/([a-z]+)$`);
const ofNote = new RegExp(`^/ap/notes/(${uuid})/replies$`);

/** The collection at a path, or the page of it that `cursor` names; null when there is none. */
export async function findCollection(
  reader: Reader,
  reach: Reach,
  path: string,
  cursor: string | null,
): Promise<object | null> {
  const [, note] = ofNote.exec(path) ?? [];
  if (note !== undefined) return replies(reader, reach, note);
  const [matched, actor, name] = ofActor.exec(path) ?? [];
  if (matched === undefined || name === undefined) return null;
  const handle = actor === undefined ? await findHandle(reader, instanceName) : await findHandleById(reader, actor);
  if (handle === null || handle.gone || (actor !== undefined && handle.kind === "instance")) return null;
  const owner = { reader, reach, handle, id: `${reach.origin}${path}` };
  return paged[name]?.(owner, cursor) ?? listed(owner, name);
}

/** The collections that are too long for one document. */
const paged: Readonly<Record<string, (owner: Owner, cursor: string | null) => Promise<object | null>>> = {
  outbox,
  directory,
  funding,
};

async function listed(owner: Owner, name: string): Promise<object | null> {
  const collection = collections[name];
  const found = collection && (await collection(owner));
  return found ? writeCollection({ id: owner.id, owner: actorIri(owner.reach.origin, owner.handle), ...found }) : null;
}

type Listed = Omit<Collection, "id" | "owner">;

/** Every collection of an actor but its outbox. Who follows, and who is followed, is only counted. */
const collections: Readonly<Record<string, (owner: Owner) => Promise<Listed | null>>> = {
  followers: async ({ reader, handle }) => ({ total: await countOf(reader, "followers", handle.id) }),
  following: async ({ reader, handle }) => ({ total: await countOf(reader, "followings", handle.id) }),
  featured: async (owner) => whole(await pinned(owner)),
  tags: async (owner) => whole((await tagsOf(owner)).map(writeHashtag)),
  offers: async (owner) => (owner.handle.kind === "host" ? whole(await offersOf(owner)) : null),
  partners: async ({ handle, reader, reach: { origin } }) =>
    handle.kind === "host" ? whole(await embeddedPartners(reader, origin)) : null,
  vouches: async (owner) => (owner.handle.kind === "host" ? whole(await vouches(owner)) : null),
  reviews: async (owner) => (owner.handle.kind === "host" ? whole(await reviews(owner)) : null),
  peers: async (owner) => (owner.handle.kind === "instance" ? whole(await listApprovedActors(owner.reader)) : null),
};

const whole = (items: readonly unknown[]): Listed => ({ total: items.length, items });

async function countOf(reader: Reader, table: "followers" | "followings", actor: string): Promise<number> {
  const counted = sql<{ count: number }>`select count(*) as count from ${sql.table(table)} where actor = ${actor}
    and ${table === "followers" ? sql`accepted` : sql`state = 'accepted'`}`;
  return (await counted.execute(reader)).rows[0]?.count ?? 0;
}

/** The one note that says what holds now; whole, for those who fetch nothing else of a new account. */
async function pinned({ reader, reach, handle }: Owner): Promise<readonly unknown[]> {
  const rows = await reader
    .selectFrom("notes")
    .selectAll()
    .where("actor", "=", handle.id)
    .where("kind", "=", "state")
    .where("deleted", "is", null)
    .execute();
  return rows.map((row) => embedNote(noteOf(reach.origin, handle, row)));
}

async function tagsOf({ reader, reach, handle }: Owner) {
  const local = await findLocal(reader, reach, new Date());
  return local ? hashtags(reach.origin, tagNames(local, handle)) : [];
}

function tagNames(local: Local, { id, kind }: Handle): readonly string[] {
  const published = local.offers.find(({ offer }) => offer.id === id);
  if (kind === "host") return hostHashtags(local.host.profile);
  if (kind === "availability") return availabilityHashtags;
  if (kind === "campaign") return campaignHashtags;
  return published ? offerHashtags(published.offer.content) : [];
}

async function offersOf({ reader, reach }: Owner): Promise<readonly string[]> {
  const local = await findLocal(reader, reach, new Date());
  return (local?.offers ?? []).map(({ offer }) => actorIri(reach.origin, { id: offer.id, kind: "offer" }));
}

async function vouches({ reader, reach }: Owner): Promise<readonly unknown[]> {
  const local = await findLocal(reader, reach, new Date());
  return local ? embeddedVouches(reader, local) : [];
}

async function reviews({ reader, reach }: Owner): Promise<readonly unknown[]> {
  const local = await findLocal(reader, reach, new Date());
  return local ? embeddedReviews(reader, local) : [];
}

const requestsPage = 200;

/** The proposals of the funding requests that were opened here, the last first; what each says stands at its address. */
async function funding({ reader, reach, id, handle }: Owner, cursor: string | null): Promise<object | null> {
  if (handle.kind !== "instance") return null;
  const all = await listOwnRequests(reader, reach.origin);
  if (cursor === null) {
    const shown = { total: all.length, first: `${id}?page=1`, owner: actorIri(reach.origin, handle) };
    return writeCollection({ id, ...shown, ...(all.length <= requestsPage && { items: all }) });
  }
  if (!/^[1-9]\d{0,4}$/.test(cursor)) return null;
  const end = Number(cursor) * requestsPage;
  const next = all.length > end ? `${id}?page=${Number(cursor) + 1}` : null;
  return writePage({ id: `${id}?page=${cursor}`, of: id, items: all.slice(end - requestsPage, end), next });
}

const directoryPage = 200;

/** The hosts that are known here, our own first; whole where one page holds them all. */
async function directory({ reader, reach, id, handle }: Owner, cursor: string | null): Promise<object | null> {
  if (handle.kind !== "instance") return null;
  const local = await findLocal(reader, reach, new Date());
  const hosts = [...(local ? [hostIri(local)] : []), ...(await listOthers(reader))];
  const pageAt = (page: number) => `${id}?page=${page}`;
  if (cursor === null) {
    const items = hosts.length > directoryPage ? {} : { items: hosts };
    const owner = actorIri(reach.origin, handle);
    return writeCollection({
      id,
      owner,
      total: hosts.length,
      first: pageAt(1),
      digest: hashOfAddresses(hosts),
      ...items,
    });
  }
  if (!/^[1-9]\d{0,4}$/.test(cursor)) return null;
  const end = Number(cursor) * directoryPage;
  const next = hosts.length > end ? pageAt(Number(cursor) + 1) : null;
  return writePage({ id: pageAt(Number(cursor)), of: id, items: hosts.slice(end - directoryPage, end), next });
}

/** What an actor has said in public, the newest first, page by page. */
async function outbox({ reader, handle, id }: Owner, cursor: string | null): Promise<object | null> {
  if (cursor === null) {
    const { count } = await publicOf(reader, handle.id)
      .select(sql<number>`count(*)`.as("count"))
      .executeTakeFirstOrThrow();
    return writeCollection({ id, total: count, first: `${id}?page=0` });
  }
  if (!/^\d{1,6}$/.test(cursor)) return null;
  const rows = await publicOf(reader, handle.id)
    .select("body")
    .orderBy("created", "desc")
    .orderBy("id")
    .limit(pageSize + 1)
    .offset(Number(cursor) * pageSize)
    .execute();
  const next = rows.length > pageSize ? `${id}?page=${Number(cursor) + 1}` : null;
  const items = rows.slice(0, pageSize).map(({ body }) => JSON.parse(body));
  return writePage({ id: `${id}?page=${cursor}`, of: id, items, next });
}

const publicOf = (reader: Reader, actor: string) =>
  reader.selectFrom("outgoing").where("actor", "=", actor).where("public", "=", true);

/** The public answers to a note of ours, as addresses. */
async function replies(reader: Reader, { origin }: Reach, note: string): Promise<object | null> {
  const id = noteIri(origin, note);
  const known = await sql`
    select from notes where id = ${note} and deleted is null
    union all select from answers where id = ${note} and deleted is null and visibility = 'unlisted'`.execute(reader);
  if (known.rows.length === 0) return null;
  const rows = await reader
    .selectFrom("messages")
    .select("id")
    .where("inReplyTo", "=", id)
    .where("visibility", "in", ["public", "unlisted"])
    .where("deleted", "is", null)
    .where(({ not }) => not(sql<boolean>`is_blocked(author)`))
    .orderBy("received")
    .limit(100)
    .execute();
  return writeCollection({ id: `${id}/replies`, ...whole(rows.map((row) => row.id)) });
}
