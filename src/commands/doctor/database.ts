import { sql } from "kysely";
import { ActorKeys } from "../../../federation/actors/keys.ts";
import type { Database } from "../../foundation/database.ts";
import type { Secret } from "../../foundation/secret.ts";
import { type Finding, fault, fine, warning } from "./finding.ts";
import { readable } from "./machine.ts";

/** What is asked of PostgreSQL itself. */
export interface Server {
  /** As `server_version_num` has it: 180004 is 18.4. */
  readonly version: number;
  readonly encoding: string;
  /** Whether what is committed survives a power cut. */
  readonly durable: boolean;
  readonly bytes: number;
  /** The table that takes most of it. */
  readonly largest: string | null;
}

export async function findServer(db: Database): Promise<Server> {
  const { rows } = await sql<Server>`
    select current_setting('server_version_num')::integer as version, current_setting('server_encoding') as encoding,
      current_setting('fsync') = 'on' and current_setting('synchronous_commit') <> 'off' as durable,
      pg_database_size(current_database()) as bytes,
      (select relname from pg_stat_user_tables order by pg_total_relation_size(relid) desc limit 1) as largest`.execute(
    db,
  );
  const [server] = rows;
  if (!server) throw new Error("PostgreSQL says nothing of itself");
  return server;
}

/** Whether this PostgreSQL is one that Essaim can be run on without fear. */
export function checkServer({ version, encoding, durable, bytes, largest }: Server): Finding {
  const named = `PostgreSQL ${Math.floor(version / 10_000)}.${version % 10_000}`;
  if (version < oldest * 10_000)
    return fault(
      "database",
      `${named} is no longer mended by its makers.`,
      `Upgrade to PostgreSQL ${oldest} or later.`,
    );
  if (encoding !== "UTF8")
    return fault(
      "database",
      `The database holds ${encoding}, not every language.`,
      "Make one with encoding UTF8 and restore the backup into it.",
    );
  if (!durable)
    return warning(
      "database",
      "PostgreSQL confirms before it has written (fsync or synchronous_commit is off): a power cut loses what was promised.",
      "Switch both on in its settings.",
    );
  const most = largest === null ? "" : `, most of it for ${largest}`;
  return fine("database", `${named} answers; the database takes ${readable(bytes)}${most}.`);
}

// 14 has had its last release in November 2026.
const oldest = 15;

/** Whether the database is as this version of the code wants it. */
export function checkMigrations(pending: readonly string[]): Finding {
  return pending.length === 0
    ? fine("migrations", "The database is up to date.")
    : warning(
        "migrations",
        `The database lacks ${pending.length} changes of this version: ${pending.join(", ")}.`,
        "Start Essaim anew, or run `essaim migrate`.",
      );
}

/** Whether the site is somebody's. */
export function checkSetUp(handle: string | null): Finding {
  return handle === null
    ? warning(
        "setup",
        "This site is nobody's yet, and others do not find it.",
        "Open the link that the start prints, or run `essaim setup`.",
      )
    : fine("setup", `This site is @${handle}'s.`);
}

/** Whether the secret opens what it once sealed. */
export async function checkKeys(db: Database, secret: Secret): Promise<Finding> {
  const rows = await db.selectFrom("actorKeys").select("actor").orderBy("created").limit(20).execute();
  const keys = new ActorKeys(db, secret);
  try {
    for (const { actor } of rows) await keys.of(actor);
  } catch {
    await db.selectFrom("actorKeys").select("actor").limit(1).execute(); // throws when it was the database that failed
    return fault(
      "keys",
      "The secret does not open this site's private keys: nothing can be signed.",
      "Restore SECRET_FILE from the backup of the same day as the database's.",
    );
  }
  return fine("keys", rows.length > 0 ? "The secret opens this site's private keys." : "There are no keys yet.");
}
