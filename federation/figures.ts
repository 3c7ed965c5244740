import { sql } from "kysely";
import type { Reader } from "../src/foundation/database.ts";

/** How many other servers get nothing for the moment, because they did not answer. */
export async function countOpenCircuits(reader: Reader): Promise<number> {
  const { count } = await reader
    .selectFrom("peerOrigins")
    .select(sql<number>`count(*)`.as("count"))
    .where("opened", "is not", null)
    .executeTakeFirstOrThrow();
  return count;
}

/** How many deliveries have not got through: to be tried again, held for a server that is down, and given up. */
export async function countUndelivered(reader: Reader): Promise<Readonly<Record<string, number>>> {
  const rows = await reader
    .selectFrom("deliveries")
    .select(["state", sql<number>`count(*)`.as("count")])
    .groupBy("state")
    .execute();
  return { waiting: 0, held: 0, failed: 0, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

/** How many follow our actors, by what these stand for. */
export async function countFollowersByKind(reader: Reader): Promise<Readonly<Record<string, number>>> {
  const rows = await reader
    .selectFrom("followers")
    .innerJoin("handles", "handles.id", "followers.actor")
    .select(["handles.kind", sql<number>`count(*)`.as("count")])
    .where("followers.accepted", "=", true)
    .groupBy("handles.kind")
    .execute();
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}
