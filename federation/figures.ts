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

/** Of those who follow our accounts of one kind today: how many came in a week, by its Monday; null stands for all weeks before. */
export interface FollowerWeek {
  readonly kind: string;
  readonly week: string | null;
  readonly came: number;
}

/** When those who follow us today came, week by week since an instant. Who has left again is in no week: nothing is kept of them. */
export async function listFollowerWeeks(reader: Reader, since: Date): Promise<readonly FollowerWeek[]> {
  const { rows } = await sql<FollowerWeek>`
    select kind, case when since < ${since} then null else to_char(date_trunc('week', since at time zone 'UTC'), 'YYYY-MM-DD') end as week,
      count(*)::integer as came
    from followers join handles on handles.id = followers.actor
    where accepted and kind in ('host', 'availability')
    group by 1, 2 order by 1, 2 nulls first`.execute(reader);
  return rows;
}

/** How many of those who follow us today came since an instant, by what they follow. */
export async function countNewFollowers(reader: Reader, since: Date): Promise<Readonly<Record<string, number>>> {
  const rows = await reader
    .selectFrom("followers")
    .innerJoin("handles", "handles.id", "followers.actor")
    .select(["handles.kind", sql<number>`count(*)`.as("count")])
    .where("followers.accepted", "=", true)
    .where("followers.since", ">", since)
    .groupBy("handles.kind")
    .execute();
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}

/** A subselect with the number of deliveries that were given up. */
export const failedDeliveries = sql<number>`(select count(*) from deliveries where state = 'failed')`;
