import "temporal-polyfill/global";
import { randomBytes, randomUUID } from "node:crypto";
import { chmod, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { ActorKeys } from "../federation/actors/keys.ts";
import { actorIri, inboxIri } from "../federation/addresses.ts";
import { followActor } from "../federation/send/follow.ts";
import { createToken } from "./accounts/tokens.ts";
import { withDatabase } from "./commands/instance.ts";
import { importSample } from "./exchange/sample.ts";
import { type Config, readConfig } from "./foundation/config.ts";
import { type Embedded, openEmbedded, removeEmbedded } from "./foundation/embedded-postgres.ts";
import { findFreePort } from "./foundation/free-port.ts";
import { configureLog } from "./foundation/log.ts";
import { migrate } from "./foundation/migrate.ts";
import type { Outcome } from "./foundation/outcome.ts";
import { projectPath } from "./foundation/project-path.ts";
import { type Secret, secretOf } from "./foundation/secret.ts";
import { setUp } from "./hosts/changes.ts";
import { availabilityName, findHandle, type Handle } from "./hosts/handles.ts";
import { buildSite, type Site } from "./site.ts";

/** One invented host of the demonstration: `id` in `demo.json`, and where it answers if that port is free. */
const hosts = [
  { id: "la-pomme", name: "La Pomme du voisin", handle: "la_pomme", port: 8081 },
  { id: "le-rucher", name: "Le Rucher numérique", handle: "le_rucher", port: 8082 },
] as const;

interface Running {
  readonly host: (typeof hosts)[number];
  readonly site: Site;
  readonly config: Config;
  readonly secret: Secret;
  readonly token: string;
}

const folder = await mkdtemp(join(tmpdir(), "essaim-demo-"));
await chmod(folder, 0o755);
await configureLog({ logLevel: "warning", logFormat: "text" }, (line) => process.stderr.write(line));
const opened: { stop(): Promise<void> }[] = [];
let ending = false;
const starting = start().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  end(1);
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(0));

/** Two hosts that federate for real on the loopback, each following the other's availability. */
async function start(): Promise<void> {
  process.stdout.write("Two invented hosts are being set up…\n");
  const embedded = await openEmbedded(folder);
  opened.push(embedded);
  const running: Running[] = [];
  for (const host of hosts) running.push(await startHost(embedded, host));
  const [one, other] = running as [Running, Running];
  await follow(one, other);
  await follow(other, one);
  for (const each of running) process.stdout.write(describe(each));
  process.stdout.write("\nEach follows the other's availability. Ctrl-C ends this and removes everything.\n");
}

async function startHost(embedded: Embedded, host: Running["host"]): Promise<Running> {
  const port = await findFreePort(host.port);
  const databaseUrl = await createDatabase(embedded.url, host.handle);
  const config = done(
    readConfig({
      PORT: String(port),
      ORIGIN: `http://127.0.0.1:${port}`,
      DATABASE_URL: databaseUrl,
      DATA_DIR: folder,
      ALLOWED_PRIVATE_RANGES: "127.0.0.0/8",
    }),
  );
  const secret = secretOf(randomBytes(32));
  const site = await buildSite(config, { databaseUrl, secret, demonstration: true });
  opened.push(site);
  await site.start();
  return { host, site, config, secret, token: await fill(site, host, secret) };
}

async function createDatabase(clusterUrl: string, name: string): Promise<string> {
  await withDatabase(clusterUrl, (db) => sql`create database ${sql.id(name)}`.execute(db));
  const url = new URL(clusterUrl);
  url.pathname = name;
  await withDatabase(url.href, migrate);
  return url.href;
}

async function fill(site: Site, { id, name, handle }: Running["host"], secret: Secret): Promise<string> {
  const sample: unknown = JSON.parse(await readFile(projectPath("src", "demo.json"), "utf8"));
  return await site.db.transaction().execute(async (tx) => {
    const now = new Date();
    done(await setUp(tx, { name, handle, now }));
    done(await importSample(tx, sample, { host: id, publish: true, now }));
    return (await createToken(tx, secret, { scope: "offers", label: "demo", now })).token;
  });
}

/** What one host asks of the other's server, as its desk will. */
async function follow(one: Running, other: Running): Promise<void> {
  const { db } = one.site;
  const reach = { db, origin: one.config.origin, language: "fr", keys: new ActorKeys(db, one.secret) } as const;
  const actor = await nameOf(one.site, one.host.handle);
  const followed = actorIri(other.config.origin, await nameOf(other.site, availabilityName));
  await db
    .transaction()
    .execute((tx) =>
      followActor(tx, reach, { actor, followed: { id: followed, inbox: inboxIri(followed) } }, randomUUID()),
    );
}

async function nameOf(site: Site, name: string): Promise<Handle> {
  const handle = await findHandle(site.db, name);
  if (handle === null) throw new Error(`nobody is called ${name} here`);
  return handle;
}

function describe({ host, config, token }: Running): string {
  const slug = host.id === "la-pomme" ? "compta-et-adherents" : "courriel";
  return `
${host.name}
  pages   ${config.origin}
  account @${host.handle}@${new URL(config.origin).host}
  open    curl -X PUT ${config.origin}/api/v1/offers/${slug}/availability \\
            -H 'Authorization: Bearer ${token}' -H 'Content-Type: application/json' -d '{"state":"open","slots":7}'
`;
}

function done<Value, Reason>(outcome: Outcome<Value, Reason>): Value {
  if (outcome.done) return outcome.value;
  throw new Error(String(outcome.reason));
}

function end(code: number): void {
  if (ending) return;
  ending = true;
  void clearAway().finally(() => process.exit(code));
}

async function clearAway(): Promise<void> {
  await starting;
  for (const part of opened.splice(0).reverse()) await part.stop().catch(() => {});
  await removeEmbedded(folder);
}
