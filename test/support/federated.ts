import { randomBytes } from "node:crypto";
import { MemoryKvStore } from "@fedify/fedify";
import { getDocumentLoader } from "@fedify/vocab-runtime";
import { ActorKeys } from "../../federation/actors/keys.ts";
import { buildFederation } from "../../federation/federation.ts";
import { federationListeners } from "../../federation/outbox.ts";
import type { Reach } from "../../federation/reach.ts";
import { tellTidings } from "../../federation/swarm/telling.ts";
import type { AvailabilityStatement } from "../../src/availability/availability.ts";
import { changeAvailability } from "../../src/availability/changes.ts";
import { SiteEvent } from "../../src/events.ts";
import { type Database, openDatabase, openPool, type Transaction } from "../../src/foundation/database.ts";
import { runsOf, tell } from "../../src/foundation/outbox.ts";
import { secretOf } from "../../src/foundation/secret.ts";
import { nameInstance, setUp } from "../../src/hosts/changes.ts";
import { createOffer, publishOffer } from "../../src/offers/changes.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import { freshDatabase } from "./database.ts";

const noQueue = { enqueue: async () => {}, listen: async () => {} };
const loader = () => getDocumentLoader({ allowPrivateAddress: true });

/** A site as far as other servers meet it, with its database; events are told when `tellAll` is called. */
export async function startFederated(origin = "https://hote-a.example") {
  const { url, drop } = await freshDatabase();
  const db = openDatabase(openPool(url, 4, () => {}));
  const reach: Reach = { db, origin, keys: new ActorKeys(db, secretOf(randomBytes(32))), language: "fr" };
  const { fetch, render } = await buildFederation(reach, {
    kv: new MemoryKvStore(),
    queue: noQueue,
    documentLoaderFactory: loader,
    contextLoaderFactory: loader,
    authenticatedDocumentLoaderFactory: loader,
    version: "0.1.0",
    signedBy: async () => null,
  });
  const change = <T>(work: (tx: Transaction) => Promise<T>) => db.transaction().execute(work);
  return {
    ...{ db, reach, origin, render, change },
    setUp: () => change((tx) => setUp(tx, { name: "Hôte A", handle: "hote_a", now: new Date() })),
    tellAll: () => tellAll(db, reach),
    /** Asks as another server does. */
    get: (path: string, accept = "application/activity+json") =>
      fetch(new Request(origin + path, { headers: { accept } })),
    fetch,
    async [Symbol.asyncDispose]() {
      await db.destroy();
      await drop();
    },
  };
}

export type Federated = Awaited<ReturnType<typeof startFederated>>;

async function tellAll(db: Database, reach: Reach): Promise<void> {
  const rows = await db.selectFrom("events").select("event").where("told", "is", null).orderBy("happened").execute();
  const events = rows.map(({ event }) => SiteEvent.parse(event));
  for (const run of runsOf(events, federationListeners(reach)))
    await tell(db, run, (stored) => SiteEvent.parse(stored));
  const told = await db.selectFrom("tidings").select("origin").distinct().where("told", "is", null).execute();
  for (const { origin } of told) await db.transaction().execute((tx) => tellTidings(tx, reach, origin));
}

/** What has been sent since the start, the first first, as documents. */
export async function sentBy(db: Database) {
  const rows = await db.selectFrom("outgoing").select(["body", "public"]).orderBy("created").orderBy("id").execute();
  return rows.map(({ body, public: open }) => ({ open, document: JSON.parse(body) }));
}

export const nextcloud = StoredOffer.parse({
  title: "Nextcloud 50 Go",
  summary: "Vos fichiers <ensemble> & à l’abri.",
  language: "fr",
  needs: ["file-sharing"],
  does: ["sauvegarde quotidienne"],
  software: [{ name: "Nextcloud", version: null, license: "AGPL-3.0-or-later", url: null }],
  tiers: [
    {
      id: "base",
      price: { model: "flat", amount: 2400, currency: "EUR", period: "year" },
    },
  ],
});

export const open: AvailabilityStatement = {
  ...{ state: "open", slots: 7, capacity: 40, nextOpening: null, waves: [] },
  ...{ approval: null, territory: null, message: null },
};

/** A site with one offer published, told of; returns the offer. */
export async function withOffer(site: Federated) {
  await site.setUp();
  const offer = await site.change(async (tx) => {
    const now = new Date();
    const made = await createOffer(tx, nextcloud, { slug: "nextcloud", now });
    if (!made.done) throw new Error(made.reason);
    const published = await publishOffer(tx, "nextcloud", now);
    if (!published.done) throw new Error(published.reason);
    return published.value;
  });
  await site.tellAll();
  return offer;
}

export async function say(site: Federated, statement: AvailabilityStatement) {
  await site.change((tx) => changeAvailability(tx, "nextcloud", statement, { now: new Date() }));
  await site.tellAll();
}

/** Another instance follows this one. */
export async function followedBy(site: Federated, follower: string): Promise<void> {
  await site.change(nameInstance);
  const { id: actor } = await site.db
    .selectFrom("handles")
    .select("id")
    .where("kind", "=", "instance")
    .executeTakeFirstOrThrow();
  const inbox = `${follower}/inbox`;
  await site.db.insertInto("remoteActors").values({ id: follower, type: "Application", inbox }).execute();
  await site.db
    .insertInto("followers")
    .values({ actor, follower, follow: `${follower}/follow`, inbox, accepted: true })
    .execute();
}
