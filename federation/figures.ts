import { sql } from "kysely";
import type { Database, Reader } from "../src/foundation/database.ts";

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

/** How many followed the accounts of one kind at the end of a week, by its Monday; null stands for the time before. */
export interface FollowerWeek {
  readonly kind: string;
  readonly week: string | null;
  readonly followers: number;
}

/** How many followed us at the end of each week since an instant, as far as it was counted, and today. */
export async function listFollowerWeeks(reader: Reader, since: Date): Promise<readonly FollowerWeek[]> {
  const { rows } = await sql<FollowerWeek>`
    select distinct on (kind, week) kind, week, followers
    from (
      select kind, day, followers,
        case when day < ${since}::timestamptz then null else to_char(date_trunc('week', day), 'YYYY-MM-DD') end as week
      from (select kind, day::timestamp, followers from follower_counts union all ${followersNow}) as counts (kind, day, followers)
    ) as weeks
    order by kind, week, day desc`.execute(reader);
  return rows;
}

/** Notes how many follow us now, for the day that ends. */
export async function noteFollowers(db: Database): Promise<void> {
  await sql`insert into follower_counts (kind, day, followers) ${followersNow}
    on conflict (kind, day) do update set followers = excluded.followers`.execute(db);
}

const followersNow = sql`
  select kinds.kind, now() at time zone 'UTC', count(follower)::integer
  from (values ('host'), ('availability')) as kinds (kind)
  left join handles on handles.kind = kinds.kind
  left join followers on followers.actor = handles.id and accepted
  group by kinds.kind`;

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
