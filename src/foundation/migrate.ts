import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import { sql } from "kysely";
import { type Migration, type MigrationProvider, Migrator } from "kysely/migration";
import type pg from "pg";
import type { Database, Reader, Transaction } from "./database.ts";
import { projectPath } from "./project-path.ts";

/** Brings the database up to the newest file in `migrations/`, and the job queue to its own; returns what was applied. */
export async function migrate(db: Database, pool: pg.Pool): Promise<readonly string[]> {
  await runMigrations({ pgPool: pool });
  const { error, results } = await migrator(db).migrateToLatest();
  if (error) throw error;
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** The migrations that the database has, in order; none of a database that was never used. */
export async function listAppliedMigrations(db: Reader): Promise<readonly string[]> {
  const all = await migrator(db).getMigrations();
  return all.filter(({ executedAt }) => executedAt !== undefined).map(({ name }) => name);
}

/** The migrations that this code brings, in order. */
export async function listKnownMigrations(db: Reader): Promise<readonly string[]> {
  return (await migrator(db).getMigrations()).map(({ name }) => name);
}

/** Brings the tables up to one migration, or to the newest, within the caller's transaction. */
export async function migrateWithin(tx: Transaction, target: string | null): Promise<void> {
  const within = migrator(tx);
  const { error } = await (target === null ? within.migrateToLatest() : within.migrateTo(target));
  if (error) throw error;
}

/** The migrations that this code brings and the database does not have yet. */
export async function listPendingMigrations(db: Database): Promise<readonly string[]> {
  const all = await migrator(db).getMigrations();
  return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

function migrator(db: Reader): Migrator {
  return new Migrator({ db, provider: new SqlFiles(projectPath("migrations")) });
}

class SqlFiles implements MigrationProvider {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async getMigrations(): Promise<Record<string, Migration>> {
    const files = (await readdir(this.#folder)).filter((file) => file.endsWith(".sql"));
    const migrations = files.map(async (file): Promise<[string, Migration]> => {
      const text = await readFile(join(this.#folder, file), "utf8");
      return [file.replace(/\.sql$/, ""), { up: async (db) => void (await sql.raw(text).execute(db)) }];
    });
    return Object.fromEntries(await Promise.all(migrations));
  }
}
