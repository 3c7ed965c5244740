import type { Reader } from "../../src/foundation/database.ts";
import type { OtherHost } from "../../src/partnerships/changes.ts";

/** A host elsewhere, as its own server last showed it; null for one that nobody has met. */
export async function findSeenHost(reader: Reader, actor: string): Promise<OtherHost | null> {
  const row = await reader
    .selectFrom("remoteActors")
    .select(["name", "handle", "url"])
    .where("id", "=", actor)
    .where("gone", "is", null)
    .executeTakeFirst();
  if (!row) return null;
  const { host } = new URL(actor);
  const name = row.name?.trim() || (row.handle === null ? host : `@${row.handle}@${host}`);
  return { actor, name, page: row.url ?? actor };
}
