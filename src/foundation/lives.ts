import { sql } from "kysely";
import pg from "pg";
import type { Reader } from "./database.ts";

/** The signs of life of this process, held in a connection of its own: they end with it, however it ends. */
export interface Lives {
  /** Marks a runner as alive, by the id under which it locks jobs. */
  hold(runner: string): Promise<void>;
  close(): Promise<void>;
}

// Any fixed number: it keeps these locks apart from other advisory locks.
const space = 20261122;
/** What its connection is called in PostgreSQL. */
export const lifeName = "essaim-life";

/** `lost` is told when the connection is gone while the process lives: it must end then, or its jobs run twice. */
export async function openLives(url: string, lost: (error: Error) => void): Promise<Lives> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: lifeName });
  let closing = false;
  const tell = (error: Error) => {
    if (!closing) lost(error);
    closing = true;
  };
  client.on("error", tell);
  client.on("end", () => tell(new Error("the connection that holds this process's sign of life has ended")));
  await client.connect();
  return {
    async hold(runner) {
      await client.query("select pg_advisory_lock(hashtextextended($1, $2))", [runner, space]);
    },
    async close() {
      closing = true;
      await client.end();
    },
  };
}

/** How many runners show a sign of life on this database. */
export async function countWorkers(reader: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from pg_stat_activity as held where application_name = ${lifeName} and datname = current_database()
      and exists (select from pg_locks where pg_locks.pid = held.pid and locktype = 'advisory' and granted)`.execute(
    reader,
  );
  return rows[0]?.count ?? 0;
}

/**
 * Frees the jobs that runners without a sign of life have locked; returns those runners. Marks younger than 3 s are left
 * alone: a runner may lock jobs a moment before its sign of life is set.
 */
export async function freeJobsOfTheDead(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ dead: string[]; jobs: number }>(
    `with marks as (
       select locked_by as id, locked_at from graphile_worker._private_jobs where locked_by is not null
       union all
       select locked_by, locked_at from graphile_worker._private_job_queues where locked_by is not null),
     stale as materialized (
       select id, count(*)::integer as jobs from marks group by id having max(locked_at) < now() - interval '3 seconds'),
     dead as materialized (
       select id, jobs from stale where pg_try_advisory_xact_lock(hashtextextended(id, $1)))
     select array_agg(id) as dead, sum(jobs)::integer as jobs, graphile_worker.force_unlock_workers(array_agg(id))
     from dead having count(*) > 0`,
    [space],
  );
  const [found] = rows;
  if (!found) return [];
  // Unlocking tells nobody: without this, the jobs would wait for the next poll.
  await pool.query("select pg_notify('jobs:insert', json_build_object('r', random(), 'count', $1::integer)::text)", [
    found.jobs,
  ]);
  return found.dead;
}
