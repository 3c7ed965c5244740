import {
  CamelCasePlugin,
  Kysely,
  type Transaction as KyselyTransaction,
  type PostgresPool,
  type PostgresPoolClient,
} from "kysely";
import pg from "pg";
import { HeedingDialect } from "./own-commits.ts";
import type { DB } from "./tables.ts";

export type Database = Kysely<DB>;

/** Changes take a `Transaction`, so that what they write and what they record happen together. */
export type Transaction = KyselyTransaction<DB>;

/** Reads take either. */
export type Reader = Database | Transaction;

// A day stays the text "2026-11-22": as a Date it would slip across midnight with the time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);
pg.types.setTypeParser(pg.types.builtins.INT8, (count) => Number(count));

/** The pool is shared by Kysely and by the few statements that go past it; a lost idle connection is only reported. */
export function openPool(url: string, size: number, report: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: size, application_name: "essaim" });
  pool.on("error", report);
  pool.on("connect", (client) => client.on("error", report));
  return pool;
}

/** `changed` is called as soon as a transaction that was begun here has committed a notice of change. */
export function openDatabase(pool: PostgresPool, changed: () => void = () => {}): Database {
  return new Kysely<DB>({
    dialect: new HeedingDialect({ pool }, changed),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** One transaction, in a snapshot, on a connection of its own that the caller may also use past Kysely, as COPY has to. */
export async function withClient<Value>(
  url: string,
  act: (tx: Transaction, client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({ connectionString: url, application_name: "essaim" });
  client.on("error", () => {}); // whoever waits for an answer is told
  await client.connect();
  const borrowed = { query: client.query.bind(client), release: () => {} } as PostgresPoolClient;
  const db = openDatabase({ options: {}, connect: async () => borrowed, end: async () => {} });
  try {
    return await db
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute((tx) => act(tx, client));
  } finally {
    await client.end();
  }
}
