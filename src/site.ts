import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { getLogger } from "@logtape/logtape";
import { Documents } from "../federation/front/documents.ts";
import { openFront } from "../federation/front/front.ts";
import { expireAvailabilities } from "./availability/changes.ts";
import { SiteEvent } from "./events.ts";
import { listenForChanges } from "./foundation/changed.ts";
import type { Config } from "./foundation/config.ts";
import { type Database, openDatabase, openPool } from "./foundation/database.ts";
import { sweepEvents, tell } from "./foundation/outbox.ts";
import { projectPath } from "./foundation/project-path.ts";
import type { Secret } from "./foundation/secret.ts";
import { startWorker } from "./foundation/worker.ts";
import { type Network, openNetwork } from "./site-network.ts";
import { buildWeb } from "./site-web.ts";

/** What a site stands on besides its settings. */
export interface SiteParts {
  readonly databaseUrl: string;
  readonly secret: Secret;
  /** Every page says that what it shows is invented. */
  readonly demonstration?: boolean;
}

/** One process of this site. */
export interface Site {
  readonly db: Database;
  /** Answers requests, works, or both, as ROLE says. */
  start(): Promise<void>;
  /** Lets what is in hand be finished, and ends. */
  stop(): Promise<void>;
}

const log = getLogger(["essaim", "site"]);
const poolSize = 16;

/** Builds one process of the site from its settings: the one place where every part meets. The database is up to date already. */
export async function buildSite(config: Config, parts: SiteParts): Promise<Site> {
  const { version } = JSON.parse(readFileSync(projectPath("package.json"), "utf8")) as { version: string };
  const pool = openPool(parts.databaseUrl, poolSize, (error) =>
    log.error("a database connection was lost: {error}", { error }),
  );
  const db = openDatabase(pool);
  const network = await openNetwork(config, db, parts.secret, version);
  const endings: (() => Promise<void>)[] = [() => db.destroy(), () => network.close()];
  return {
    db,
    async start() {
      if (config.role !== "web") endings.push(await startWork(parts.databaseUrl, pool, db, network));
      if (config.role !== "worker") endings.push(await startAnswering(config, parts, db, network, version));
    },
    async stop() {
      for (const end of endings.splice(0).reverse()) await end();
    },
  };
}

async function startWork(url: string, pool: ReturnType<typeof openPool>, db: Database, network: Network) {
  const stopping = new AbortController();
  const queues = network.startQueues(stopping.signal);
  const worker = await startWorker({
    pool,
    url,
    tasks: {
      ...network.tasks,
      tell: (payload) => tell(db, (payload as { event: string }).event, SiteEvent.parse, [network.listener]),
      "sweep-events": () => sweepEvents(db, new Date()),
      "expire-availabilities": async () => {
        await db.transaction().execute((tx) => expireAvailabilities(tx, new Date()));
      },
    },
    crontab: `${network.crontab}\n*/5 * * * * expire-availabilities\n29 3 * * * sweep-events`,
    lost: endProcess,
    freed: (runners) => log.info("jobs of {count} ended processes were taken over", { count: runners.length }),
  });
  return async () => {
    await worker.stop();
    stopping.abort();
    await queues;
  };
}

// Its jobs may run elsewhere now: whoever supervises this process starts it anew.
function endProcess(error: Error): void {
  setImmediate(() => {
    throw error;
  });
}

async function startAnswering(config: Config, parts: SiteParts, db: Database, network: Network, version: string) {
  const { federation, followTemplate } = network;
  const report = (error: unknown, what: string) => log.error("{what}: {error}", { what, error });
  const web = buildWeb({
    ...{ config, db, federation, followTemplate, version, secret: parts.secret },
    demonstration: parts.demonstration ?? false,
    report: (error, reference) => report(error, `a page failed (${reference})`),
  });
  const documents = new Documents((path) => federation.render(path));
  const changes = await listenForChanges(parts.databaseUrl, () => documents.clear(), endProcess);
  const server = openFront({
    ...{ origin: config.origin, documents, report },
    inbox: (incoming) => network.receive(incoming),
    application: (request) => web.fetch(request),
  });
  await listen(server, config).catch(async (error: unknown) => {
    await changes.stop();
    throw error;
  });
  return async () => {
    await close(server);
    await changes.stop();
  };
}

function listen(server: Server, { port, bind }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, bind, resolve);
  });
}

/** Answers in hand get three seconds. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), 3_000);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
