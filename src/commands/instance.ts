import type pg from "pg";
import type { Config } from "../foundation/config.ts";
import { type Database, openDatabase, openPool } from "../foundation/database.ts";
import { openEmbedded } from "../foundation/embedded-postgres.ts";
import { openSecret, type Secret } from "../foundation/secret.ts";

/** What every process of an instance needs first: its secret, and a PostgreSQL that runs. */
export interface Instance {
  readonly databaseUrl: string;
  readonly secret: Secret;
  /** Whether the embedded PostgreSQL still runs; always so with one of the operator's own. */
  alive(): boolean;
  close(): Promise<void>;
}

/** Opens the instance of these settings, beside its other processes or alone. */
export async function openInstance(config: Config): Promise<Instance> {
  const secret = await openSecret(config.secretFile);
  if (config.databaseUrl !== null) {
    return { databaseUrl: config.databaseUrl, secret, alive: () => true, close: async () => {} };
  }
  const embedded = await openEmbedded(config.dataDir);
  return { databaseUrl: embedded.url, secret, alive: embedded.alive, close: embedded.stop };
}

/** Closes after `act`, however it ends; Ctrl-C leaves all in order too. */
export async function closingAfter(close: () => Promise<void>, act: () => Promise<void>): Promise<void> {
  const interrupt = () => void close().finally(() => process.exit(130));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, interrupt);
  try {
    await act();
  } finally {
    await close();
  }
}

/** Opens a database for the time of `act` only. */
export async function withDatabase<Value>(
  url: string,
  act: (db: Database, pool: pg.Pool) => Promise<Value>,
): Promise<Value> {
  const pool = openPool(url, 2, () => {});
  const db = openDatabase(pool);
  try {
    return await act(db, pool);
  } finally {
    await db.destroy();
  }
}
