import { sql } from "kysely";
import type { ServerStanding } from "../../src/deliveries/server.ts";
import type { Reader, Transaction } from "../../src/foundation/database.ts";
import { setProbe, setTries } from "./delivery-jobs.ts";

/** The servers to which something did not get through, those that gave us most to give up first; `origin` only that one. */
export async function listTroubled(
  reader: Reader,
  { origin, limit, offset = 0 }: { origin?: string; limit: number; offset?: number },
): Promise<readonly ServerStanding[]> {
  const { rows } = await sql<ServerStanding>`
    select origin, last as arrived, coalesce(waiting, 0) as waiting, coalesce(failed, 0) as failed,
      opened as silent, case when opened is null then next else probe end as next, status, problem
    from (
      select origin, count(*) filter (where state <> 'failed') as waiting, count(*) filter (where state = 'failed') as failed,
        min(next_try) filter (where state = 'waiting') as next,
        (array_agg(status order by first_try desc, id desc))[1] as status,
        (array_agg(problem order by first_try desc, id desc))[1] as problem
      from deliveries where ${origin ?? null}::text is null or origin = ${origin ?? null} group by origin) as stored
    full join (
      select origin, opened, probe from peer_origins
      where opened is not null and (${origin ?? null}::text is null or origin = ${origin ?? null})) as circuits using (origin)
    left join arrivals using (origin)
    order by failed desc, waiting desc, origin limit ${limit} offset ${offset}`.execute(reader);
  return rows;
}

/** The servers that took everything, the one that did so last first. */
export async function listWell(
  reader: Reader,
  limit: number,
): Promise<readonly { readonly origin: string; readonly arrived: Date }[]> {
  const { rows } = await sql<{ origin: string; arrived: Date }>`
    select origin, last as arrived from arrivals
    where not exists (select from deliveries where deliveries.origin = arrivals.origin)
    and not exists (select from peer_origins where peer_origins.origin = arrivals.origin and opened is not null)
    order by last desc, origin limit ${limit}`.execute(reader);
  return rows;
}

/** How many deliveries are on their first way. */
export async function countUnderWay(reader: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from graphile_worker._private_jobs as jobs
    join graphile_worker._private_tasks as tasks on tasks.id = task_id
    where identifier = 'deliver' and attempts < max_attempts`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** Tries all at once that waits for a server or was given up, for another 14 days; how many that is. */
export async function sendAllAgain(tx: Transaction, origin: string, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    update deliveries set state = 'waiting', next_try = ${now},
      attempts = case when state = 'failed' then 0 else attempts end,
      first_try = case when state = 'failed' then ${now} else first_try end
    where origin = ${origin} and state <> 'held' returning id`.execute(tx);
  await setTries(
    tx,
    rows.map(({ id }) => id),
    now,
  );
  const held = await tx
    .updateTable("peerOrigins")
    .set({ probe: now })
    .where("origin", "=", origin)
    .where("opened", "is not", null)
    .returning("origin")
    .executeTakeFirst();
  if (held) await setProbe(tx, origin, now);
  return rows.length + (await countHeld(tx, origin));
}

async function countHeld(tx: Transaction, origin: string): Promise<number> {
  const { count } = await tx
    .selectFrom("deliveries")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("origin", "=", origin)
    .where("state", "=", "held")
    .executeTakeFirstOrThrow();
  return count;
}
