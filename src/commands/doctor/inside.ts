import { existsSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { actorIri } from "../../../federation/addresses.ts";
import type { Config } from "../../foundation/config.ts";
import type { Database } from "../../foundation/database.ts";
import { openEmbedded } from "../../foundation/embedded-postgres.ts";
import { listPendingMigrations } from "../../foundation/migrate.ts";
import type { Secret } from "../../foundation/secret.ts";
import { instanceName } from "../../hosts/handles.ts";
import { findHost } from "../../hosts/queries.ts";
import { closingAfter, withDatabase } from "../instance.ts";
import { type Reading, readClock } from "./clock.ts";
import { checkKeys, checkMigrations, checkServer, checkSetUp, findServer } from "./database.ts";
import { type Finding, fault } from "./finding.ts";
import { look } from "./look.ts";
import { checkDeliveries, checkQueue, findWork } from "./queue.ts";

/** What the database shows, and what it knows that a look from outside needs. */
export interface Inside {
  readonly findings: readonly Finding[];
  readonly clocks: readonly Reading[];
  /** The account that others look for; null as long as the site is nobody's. */
  readonly account: Account | null;
  /** Some servers that we deliver to. */
  readonly peers: readonly string[];
}

/** An account of ours, and the actor that it is. */
export interface Account {
  readonly name: string;
  readonly actor: string;
}

/** Looks at the database and the queue, as they are: it makes neither, and brings nothing up to date. */
export async function examineInside(config: Config, secret: Secret | null): Promise<Inside> {
  const unknown = { clocks: [], account: instanceOf(config.origin), peers: [] };
  if (config.databaseUrl === null && !existsSync(join(config.dataDir, "postgres.json"))) {
    const what = `There is no database in ${config.dataDir} yet.`;
    return { ...unknown, findings: [fault("database", what, "Start Essaim once: it makes one.")] };
  }
  const found: { inside: Inside } = { inside: { ...unknown, findings: [] } };
  const failed = await look("database", async () => {
    await withOwnDatabase(config, async (db) => {
      found.inside = await examineDatabase(db, config.origin, secret);
    });
    return [];
  });
  return { ...found.inside, findings: [...found.inside.findings, ...failed] };
}

async function withOwnDatabase(config: Config, act: (db: Database) => Promise<void>): Promise<void> {
  if (config.databaseUrl !== null) {
    await knock(config.databaseUrl);
    return withDatabase(config.databaseUrl, act);
  }
  const embedded = await openEmbedded(config.dataDir);
  await closingAfter(embedded.stop, () => withDatabase(embedded.url, act));
}

// A pool would wait for ever for a machine that never answers.
async function knock(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } finally {
    await client.end();
  }
}

async function examineDatabase(db: Database, origin: string, secret: Secret | null): Promise<Inside> {
  const clocks = [await askDatabase(db)];
  const pending = await listPendingMigrations(db);
  const findings = [
    ...(await look("database", async () => checkServer(await findServer(db)))),
    checkMigrations(pending),
  ];
  if (pending.length > 0) return { findings, clocks, account: instanceOf(origin), peers: [] };
  const account = await findAccount(db, origin);
  const keys = secret === null ? [] : await look("keys", () => checkKeys(db, secret));
  const queue = await look("queue", async () => {
    const work = await findWork(db);
    return [checkQueue(work), checkDeliveries(work)];
  });
  return {
    findings: [...findings, checkSetUp(account?.name ?? null), ...keys, ...queue],
    clocks,
    account,
    peers: await listReached(db),
  };
}

async function askDatabase(db: Database): Promise<Reading> {
  const asked = Date.now();
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  return readClock("the database", asked, rows[0]?.now.getTime() ?? Number.NaN, Date.now());
}

async function findAccount(db: Database, origin: string): Promise<Account | null> {
  const host = await findHost(db);
  return host && { name: host.handle, actor: actorIri(origin, { id: host.id, kind: "host" }) };
}

const instanceOf = (origin: string): Account => ({
  name: instanceName,
  actor: actorIri(origin, { id: "", kind: "instance" }),
});

async function listReached(db: Database): Promise<readonly string[]> {
  const rows = await db.selectFrom("followers").select("inbox").where("accepted", "=", true).limit(200).execute();
  const origins = rows.flatMap(({ inbox }) => (URL.canParse(inbox) ? [new URL(inbox).origin] : []));
  return [...new Set(origins)].slice(0, 5);
}
