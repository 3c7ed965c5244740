import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { FollowedWatch, Watch } from "./watch.ts";

/** The watch of a search in its normal form; null when nobody keeps it. */
export async function findWatch(reader: Reader, search: string): Promise<Watch | null> {
  const row = await watches(reader).where("search", "=", search).executeTakeFirst();
  return row ?? null;
}

export async function findWatchById(reader: Reader, id: string): Promise<Watch | null> {
  return (await watches(reader).where("id", "=", id).executeTakeFirst()) ?? null;
}

/** The watch of an account of ours; null when that is none, or it was retired. */
export async function findFollowedWatch(reader: Reader, actor: string): Promise<FollowedWatch | null> {
  const row = await followed(reader).where("watches.actor", "=", actor).executeTakeFirst();
  return row ? { ...row, actor } : null;
}

/** All searches that have an account. */
export async function listFollowedWatches(reader: Reader): Promise<readonly FollowedWatch[]> {
  const rows = await followed(reader).orderBy("watches.created").execute();
  return rows.flatMap(({ actor, ...row }) => (actor === null ? [] : [{ ...row, actor }]));
}

const watches = (reader: Reader) => reader.selectFrom("watches").select(["id", "search", "actor", "created"]);

const followed = (reader: Reader) =>
  reader
    .selectFrom("watches")
    .innerJoin("handles", "handles.id", "watches.actor")
    .select(["watches.id", "watches.search", "watches.actor", "watches.created", "handles.name as handle"]);

/** How many are told of a search, and how; who they are stays unsaid. */
export interface CountedWatch extends Watch {
  readonly handle: string | null;
  readonly followers: number;
  readonly readers: number;
}

/** What the team sees of all searches that are kept, those with the most people first. */
export async function listCountedWatches(reader: Reader, limit: number): Promise<readonly CountedWatch[]> {
  const rows = await counted(reader)
    .orderBy(sql`followers + readers`, "desc")
    .orderBy("created")
    .limit(limit)
    .execute();
  return rows;
}

/** The same of one of them. */
export async function findCountedWatch(reader: Reader, id: string): Promise<CountedWatch | null> {
  return (await counted(reader).where("id", "=", id).executeTakeFirst()) ?? null;
}

function counted(reader: Reader) {
  const rows = reader
    .selectFrom("watches")
    .leftJoin("handles", "handles.id", "watches.actor")
    .select(["watches.id", "watches.search", "watches.actor", "watches.created", "handles.name as handle"])
    .select(
      sql<number>`(select count(*) from followers where followers.actor = watches.actor and accepted)`.as("followers"),
    )
    .select(
      sql<number>`(select count(*) from watch_readers where watch = watches.id and confirmed is not null)`.as(
        "readers",
      ),
    )
    .as("counted");
  return reader.selectFrom(rows).selectAll();
}
