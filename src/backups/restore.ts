import { sql } from "kysely";
import type pg from "pg";
import { type Transaction, withClient } from "../foundation/database.ts";
import { addAllJobs, dropAllJobs, jobColumns } from "../foundation/jobs.ts";
import { listAppliedMigrations, listKnownMigrations, migrateWithin } from "../foundation/migrate.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { serverRuns } from "../foundation/running.ts";
import { setSequences } from "../foundation/sequences.ts";
import type { BackupRefusal, Manifest } from "./backup.ts";
import { copyInto, quoted } from "./copies.ts";
import type { OpenBackup } from "./opened.ts";
import { Damaged } from "./pieces.ts";

/** Where a backup is restored to. */
export interface RestoredTo {
  readonly url: string;
  /** Puts the secret in its place; false when another is there. */
  readonly keepSecret: (secret: Buffer) => Promise<boolean>;
  /** Told which table is being filled. */
  readonly progress: (what: string) => void;
  /** What is still to be done to what was restored, before it becomes true. */
  readonly settle?: (tx: Transaction) => Promise<void>;
}

/** Restores a backup onto a database that is empty or of nobody, all of it or nothing, and brings it up to this version. */
export async function restoreBackup(backup: OpenBackup, to: RestoredTo): Promise<Outcome<Manifest, BackupRefusal>> {
  const { manifest } = backup;
  return await withClient(to.url, async (tx, client) => {
    const reason = await prepare(tx, manifest);
    if (reason !== null) return refused(reason);
    await load(tx, client, backup, to.progress);
    await migrateWithin(tx, null);
    await to.settle?.(tx);
    // The last thing before all becomes true: a secret without its database harms nobody.
    return (await to.keepSecret(backup.secret)) ? done(manifest) : undo("other-secret");
  }).catch((error: unknown) => {
    if (error instanceof Undone) return refused(error.reason);
    throw isBadData(error) ? new Damaged(error.message, { cause: error }) : error;
  });
}

/** What PostgreSQL cannot take of a backup is damage too. */
function isBadData(error: unknown): error is Error {
  return error instanceof Error && "code" in error && /^(22|23|42|57014)/.test(String(error.code));
}

/** Thrown, so that the transaction keeps nothing. */
class Undone extends Error {
  override readonly name = "Undone";
  readonly reason: BackupRefusal;

  constructor(reason: BackupRefusal) {
    super(reason);
    this.reason = reason;
  }
}

function undo(reason: BackupRefusal): never {
  throw new Undone(reason);
}

/** Makes the tables what they were when the backup was taken, and empty; or says why they cannot be. */
async function prepare(tx: Transaction, { migrations, tables }: Manifest): Promise<BackupRefusal | null> {
  if (await serverRuns(tx)) return "server-running";
  const known = await listKnownMigrations(tx);
  if (migrations.some((name, index) => known[index] !== name)) return "newer-schema";
  const applied = await listAppliedMigrations(tx);
  if (applied.length === 0) await migrateWithin(tx, migrations.at(-1) ?? null);
  else if (applied.join() !== migrations.join()) return "other-schema";
  else if (await isSomeones(tx)) return "not-empty";
  if (tables.length > 0) await sql`truncate ${sql.join(tables.map(({ name }) => sql.id(name)))} cascade`.execute(tx);
  await dropAllJobs(tx);
  return null;
}

async function isSomeones(tx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from handles where kind <> 'instance') or exists (select from accounts) as found`.execute(tx);
  return rows[0]?.found === true;
}

async function load(tx: Transaction, client: pg.Client, backup: OpenBackup, progress: RestoredTo["progress"]) {
  // What triggers once wrote is in the backup already.
  const switchTriggers = async (how: "disable" | "enable") => {
    for (const { name } of backup.manifest.tables)
      await sql`alter table ${sql.id(name)} ${sql.raw(how)} trigger user`.execute(tx);
  };
  await switchTriggers("disable");
  for (const { name, columns } of backup.manifest.tables) {
    progress(name);
    await copyInto(client, `${quoted(name)} (${columns.map(quoted).join(", ")})`, backup.parts(`tables/${name}`));
  }
  await switchTriggers("enable");
  await setSequences(tx);
  progress("jobs");
  await sql`create temporary table restored_jobs (n bigint generated always as identity, ${sql.raw(jobColumns)}) on commit drop`.execute(
    tx,
  );
  await copyInto(client, `restored_jobs (${namesOf(jobColumns)})`, backup.parts("jobs"));
  await backup.end();
  await addAllJobs(tx, sql`restored_jobs`);
}

const namesOf = (columns: string): string => columns.replaceAll(/ [a-z]+(?=,|$)/g, "");
