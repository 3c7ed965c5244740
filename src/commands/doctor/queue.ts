import { sql } from "kysely";
import type { Database } from "../../foundation/database.ts";
import { countWorkers } from "../../foundation/lives.ts";
import { type Finding, fault, fine, warning } from "./finding.ts";

/** How the background work stands. */
export interface Work {
  /** Processes that show a sign of life. */
  readonly workers: number;
  /** How long the oldest job that is due waits already; null when none is due. */
  readonly lateSeconds: number | null;
  /** Jobs that failed for the last time. */
  readonly dead: number;
  /** Deliveries that were given up. */
  readonly failed: number;
}

export async function findWork(db: Database): Promise<Work> {
  const { rows } = await sql<Omit<Work, "workers">>`
    select
      (select extract(epoch from now() - min(run_at))::integer from graphile_worker.jobs
        where run_at < now() and locked_at is null and attempts < max_attempts) as late_seconds,
      (select count(*) from graphile_worker.jobs where attempts >= max_attempts and locked_at is null) as dead,
      (select count(*) from deliveries where state = 'failed') as failed`.execute(db);
  const [found] = rows;
  if (!found) throw new Error("the queue says nothing of itself");
  return { ...found, workers: await countWorkers(db) };
}

/** Whether somebody does the background work, and in time. */
export function checkQueue({ workers, lateSeconds, dead }: Work): Finding {
  if (workers === 0)
    return fault(
      "queue",
      "No process does the background work: nothing is delivered.",
      "Start one: npm start, or with ROLE=worker beside a web process.",
    );
  const minutes = Math.floor((lateSeconds ?? 0) / 60);
  const late = `The oldest job that is due has waited for ${minutes} min.`;
  const hurry =
    "Give this machine more room to work, or start another process with ROLE=worker; LOG_LEVEL=debug shows what it does.";
  if (minutes >= 10) return fault("queue", late, hurry);
  if (minutes >= 2) return warning("queue", late, hurry);
  if (dead > 0)
    return warning(
      "queue",
      `${dead === 1 ? "One job has" : `${dead} jobs have`} failed for good.`,
      "The log says why; report it if it is not the fault of a setting.",
    );
  return fine("queue", `${workers} at work, nothing is late.`);
}

/** Whether what was sent got through. */
export function checkDeliveries({ failed }: Work): Finding {
  return failed === 0
    ? fine("deliveries", "No delivery was given up.")
    : warning(
        "deliveries",
        `${failed === 1 ? "One delivery was" : `${failed} deliveries were`} given up after 14 days.`,
        "`essaim queue list` shows them; `essaim queue retry` and `queue drop` clear them away.",
      );
}
