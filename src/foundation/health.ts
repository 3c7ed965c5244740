import { sql } from "kysely";
import type { Database } from "./database.ts";
import { listPendingMigrations } from "./migrate.ts";

/** What an instance needs before it can work, each with whether it is there. */
export interface Readiness {
  readonly database: boolean;
  readonly migrations: boolean;
  readonly queue: boolean;
}

const LATE_MINUTES = 10;

/** Asks the database, the migrations, and whether jobs that are due wait unserved. */
export async function checkReadiness(db: Database): Promise<Readiness> {
  try {
    const pending = await listPendingMigrations(db);
    const { rows } = await sql<{ late: boolean }>`
      select exists (select from graphile_worker.jobs where run_at < now() - make_interval(mins => ${LATE_MINUTES})
        and locked_at is null and attempts = 0) as late`.execute(db);
    return { database: true, migrations: pending.length === 0, queue: rows[0]?.late === false };
  } catch {
    return { database: false, migrations: false, queue: false };
  }
}
