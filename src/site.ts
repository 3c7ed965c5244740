import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { getLogger } from "@logtape/logtape";
import { Documents } from "../federation/front/documents.ts";
import { openFront } from "../federation/front/front.ts";
import { readSeedsOnce, shippedSeeds } from "./catalogue/seeds.ts";
import { SiteEvent } from "./events.ts";
import { addressesWithin, isPublicAddress } from "./foundation/address-ranges.ts";
import { listenForChanges } from "./foundation/changed.ts";
import { clientAddress } from "./foundation/client-address.ts";
import type { Config } from "./foundation/config.ts";
import { type Database, openDatabase, openPool } from "./foundation/database.ts";
import { type Metrics, openMetrics, serveMetrics } from "./foundation/metrics.ts";
import { ToTell } from "./foundation/outbox.ts";
import { projectPath } from "./foundation/project-path.ts";
import type { Secret } from "./foundation/secret.ts";
import { Teller } from "./foundation/teller.ts";
import { startWorker } from "./foundation/worker.ts";
import { catalogueListener, fillCatalogue, jointListener } from "./site-catalogue.ts";
import { fundingListener } from "./site-funding.ts";
import { siteCrontab, siteTasks } from "./site-jobs.ts";
import { jointAnswerListeners, jointLetters } from "./site-joint.tsx";
import { groupOf, siteReadings } from "./site-metrics.ts";
import { type Network, openNetwork } from "./site-network.ts";
import { noticeListeners } from "./site-notices.ts";
import { partnerListener } from "./site-partners.tsx";
import { placeListener } from "./site-places.ts";
import { referralErasure, referralListener } from "./site-referrals.ts";
import { reviewListener } from "./site-reviews.tsx";
import { togetherListeners } from "./site-together.ts";
import { trustListener } from "./site-trust.ts";
import { buildWeb } from "./site-web.ts";

/** What a site stands on besides its settings. */
export interface SiteParts {
  readonly databaseUrl: string;
  readonly secret: Secret;
  /** Every page says that what it shows is invented. */
  readonly demonstration?: boolean;
  /** Where its first start looks for others; without it, the list that comes with the code, and at a demonstration nowhere. */
  readonly seeds?: readonly string[];
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
  let ended = false;
  const pool = openPool(parts.databaseUrl, poolSize, (error) => {
    // PostgreSQL may end before a connection that was let go of has said farewell.
    if (!ended) log.error("a database connection was lost: {error}", { error });
  });
  const db = openDatabase(pool);
  const metrics = config.metricsPort === null ? null : openMetrics(version, siteReadings(db));
  const network = await openNetwork(config, db, parts.secret, { version, metrics });
  const endings: (() => Promise<void>)[] = [() => db.destroy(), () => network.close()];
  return {
    db,
    async start() {
      if (metrics) endings.push(await startFigures(config, metrics));
      const documents = new Documents((path) => network.federation.render(path));
      endings.push(await heedChanges(parts.databaseUrl, network, documents));
      if (config.role !== "web") endings.push(await startWork(config, parts, pool, db, network));
      if (config.role !== "worker")
        endings.push(await startAnswering({ config, parts, db, network, version, metrics, documents }));
    },
    async stop() {
      for (const end of endings.splice(0).reverse()) await end();
      ended = true;
    },
  };
}

async function startWork(
  config: Config,
  { databaseUrl: url, secret, demonstration = false, seeds = demonstration ? [] : shippedSeeds }: SiteParts,
  pool: ReturnType<typeof openPool>,
  db: Database,
  network: Network,
) {
  const stopping = new AbortController();
  const queues = network.startQueues(stopping.signal);
  const { origin, language } = config;
  await db.transaction().execute((tx) => readSeedsOnce(tx, seeds, new Date()));
  await fillCatalogue(db, origin);
  await network.catchUp();
  const listeners = [
    catalogueListener(origin),
    jointListener,
    trustListener(origin),
    ...network.listeners,
    fundingListener,
    ...jointAnswerListeners(origin),
    ...noticeListeners,
    referralErasure,
    referralListener({ origin, language, mail: config }),
    placeListener({ origin, language, mail: config }),
    jointLetters({ origin, language, mail: config }),
    ...togetherListeners({ origin, language, mail: config, secret }),
    partnerListener({ origin, language, mail: config }),
    reviewListener({ origin, language, mail: config }),
  ];
  const teller = new Teller<SiteEvent>(db, SiteEvent.parse, listeners);
  const worker = await startWorker({
    pool,
    url,
    tasks: {
      ...network.tasks,
      ...siteTasks(config, { db, secret, outbound: network.outbound }),
      tell: (payload) => teller.tell(ToTell.parse(payload)),
    },
    crontab: [network.crontab, ...siteCrontab].join("\n"),
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

/** Under a crowd of notices the last one counts: what comes while it is at work is done once, afterwards. */
function oneAtATime(act: () => Promise<void>): () => void {
  let [busy, wanted] = [false, false];
  const run = async () => {
    for (busy = true; wanted; ) {
      wanted = false;
      await act();
    }
    busy = false;
  };
  return () => {
    wanted = true;
    if (!busy) void run();
  };
}

async function startFigures({ bind, metricsPort }: Config, metrics: Metrics) {
  const server = await serveMetrics(metrics, { bind, port: metricsPort ?? 0 });
  return () => close(server);
}

/** What a process remembers of this site is old as soon as any process has changed it. */
async function heedChanges(url: string, network: Network, documents: Documents) {
  const read = () =>
    network.changed().catch((error: unknown) => log.error("a change could not be read: {error}", { error }));
  const readAgain = oneAtATime(read);
  const changed = () => {
    documents.clear();
    readAgain();
  };
  const changes = await listenForChanges(url, changed, endProcess);
  await network.changed(); // before this process listened
  return () => changes.stop();
}

interface Answering {
  readonly config: Config;
  readonly parts: SiteParts;
  readonly db: Database;
  readonly network: Network;
  readonly version: string;
  readonly metrics: Metrics | null;
  readonly documents: Documents;
}

async function startAnswering({ config, parts, db, network, version, metrics, documents }: Answering) {
  const { federation, followTemplate, shareTemplate, findInstance, findHost, outbound, visitors, actors } = network;
  const report = (error: unknown, what: string) => log.error("{what}: {error}", { what, error });
  const web = buildWeb({
    ...{
      config,
      db,
      federation,
      followTemplate,
      shareTemplate,
      findInstance,
      findHost,
      outbound,
      visitors,
      actors,
      version,
      secret: parts.secret,
    },
    demonstration: parts.demonstration ?? false,
    report: (error, reference) => report(error, `a page failed (${reference})`),
  });
  const clientOf = recogniseClients(config.trustedProxies);
  const server = openFront({
    ...{ origin: config.origin, documents, report },
    inbox: (incoming) => network.receive(incoming),
    application: (request, socket) => web.fetch(request, { socket, client: clientOf(request, socket) }),
  });
  metrics?.watch(server, groupOf);
  await listen(server, config);
  return () => close(server);
}

/** Who sent a request. Behind a proxy that no setting names, all clients look like one and share its limits: the log says so once. */
function recogniseClients(trustedProxies: readonly string[]): (request: Request, socket: string) => string {
  const isProxy = addressesWithin(trustedProxies);
  let said = false;
  return (request, socket) => {
    const forwarded = request.headers.get("x-forwarded-for") ?? undefined;
    if (forwarded !== undefined && !isProxy(socket) && !isPublicAddress(socket) && !said) {
      said = true;
      log.warning("requests come through a proxy that TRUSTED_PROXIES does not name: its clients are counted as one");
    }
    return clientAddress(socket, forwarded, isProxy);
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
