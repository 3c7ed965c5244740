import { randomBytes, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import { z } from "zod";
import { ActorKeys } from "../federation/actors/keys.ts";
import { actorIri, inboxIri } from "../federation/addresses.ts";
import { followActor } from "../federation/send/follow.ts";
import { createAdministrator } from "./accounts/changes.ts";
import { createToken } from "./accounts/tokens.ts";
import { withDatabase } from "./commands/instance.ts";
import { importSample } from "./exchange/sample.ts";
import { type Config, readConfig } from "./foundation/config.ts";
import { findFreePort } from "./foundation/free-port.ts";
import { migrate } from "./foundation/migrate.ts";
import type { Outcome } from "./foundation/outcome.ts";
import { projectPath } from "./foundation/project-path.ts";
import { type Secret, secretOf } from "./foundation/secret.ts";
import { changeHost, setUp } from "./hosts/changes.ts";
import { availabilityName, findHandle, type Handle } from "./hosts/handles.ts";
import { findPeerByOrigin } from "./peers/queries.ts";
import { buildSite, type Site } from "./site.ts";

/** One invented instance: `id` in `demo.json`, where it answers if that port is free, and what it says once it is heard. */
export interface Invented {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  readonly port: number;
  readonly hub?: boolean;
  /** The one instance whose address its people were given; of all others it learns by itself. */
  readonly joins?: string;
  readonly news?: { readonly offer: string; readonly said: object };
  readonly toTry?: string;
}

export const hub: Invented = {
  id: "le-carrefour",
  name: "Le Carrefour des voisins",
  handle: "carrefour",
  port: 8080,
  hub: true,
};
export const hosts: readonly Invented[] = [
  {
    ...{ id: "la-pomme", name: "La Pomme du voisin", handle: "la_pomme", port: 8081, toTry: "compta-et-adherents" },
    joins: "le-carrefour",
    news: { offer: "fichiers-et-agendas", said: { state: "limited", slots: 3 } },
  },
  {
    ...{ id: "le-rucher", name: "Le Rucher numérique", handle: "le_rucher", port: 8082, toTry: "courriel" },
    joins: "le-carrefour",
    news: { offer: "site-web", said: { state: "open", slots: 4 } },
  },
  {
    ...{ id: "la-loutre", name: "Les Outils de la Loutre", handle: "la_loutre", port: 8083, toTry: "inscriptions" },
    joins: "le-rucher",
    news: { offer: "reunions", said: { state: "open" } },
  },
];

/** It comes when all others know each other. */
export const latecomer: Invented = {
  ...{ id: "le-verger", name: "Le Verger commun", handle: "le_verger", port: 8084, joins: "la-pomme" },
};

/** Who may sign in at every desk of this demonstration. */
export const administrator = { email: "demo@example.org", password: randomBytes(12).toString("base64url") } as const;

/** One of them, as it runs. */
export interface Running {
  readonly invented: Invented;
  readonly site: Site;
  readonly config: Config;
  readonly secret: Secret;
  readonly token: string;
}

/** What the instances stand on: a PostgreSQL, a folder, and the list of what has to be stopped at the end. */
export interface Ground {
  readonly clusterUrl: string;
  readonly folder: string;
  readonly opened: { stop(): Promise<void> }[];
}

/** Starts an invented instance on a database of its own, with all that it offers. */
export async function startOne({ clusterUrl, folder, opened }: Ground, invented: Invented): Promise<Running> {
  const port = await findFreePort(invented.port);
  const databaseUrl = await createDatabase(clusterUrl, invented.handle);
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
  return { invented, site, config, secret, token: await fill(site, invented, secret) };
}

async function createDatabase(clusterUrl: string, name: string): Promise<string> {
  await withDatabase(clusterUrl, (db) => sql`create database ${sql.id(name)}`.execute(db));
  const url = new URL(clusterUrl);
  url.pathname = name;
  await withDatabase(url.href, migrate);
  return url.href;
}

async function fill(site: Site, { id, name, handle, hub = false }: Invented, secret: Secret): Promise<string> {
  const sample: unknown = JSON.parse(await readFile(projectPath("src", "demo.json"), "utf8"));
  return await site.db.transaction().execute(async (tx) => {
    const now = new Date();
    const { profile } = done(await setUp(tx, { name, handle, hub, now }));
    done(await createAdministrator(tx, { ...administrator, now }));
    if (hub) await changeHost(tx, { ...profile, ...presentationOf(sample, id) }, now);
    else done(await importSample(tx, sample, { host: id, publish: true, now }));
    return (await createToken(tx, secret, { scope: "admin", label: "demo", now })).token;
  });
}

const Portals = z.object({
  hosts: z.array(z.object({ id: z.string(), tagline: z.string().optional(), summary: z.string() })),
});

/** How a hub presents itself: it has nothing that an import would bring. */
function presentationOf(sample: unknown, id: string) {
  const { tagline = null, summary = "" } = Portals.parse(sample).hosts.find((host) => host.id === id) ?? {};
  return { tagline, summary };
}

/** One asks to follow the instance of another. */
export async function ask(one: Running, other: Running): Promise<void> {
  await call(one, "POST", "/peers", { url: other.config.origin });
}

/** Its people agree, once they have heard of it: each instance then follows the other. False while they have not. */
export async function approve(other: Running, one: Running): Promise<boolean> {
  const peer = await findPeerByOrigin(other.site.db, one.config.origin);
  if (peer) await call(other, "POST", `/peers/${peer.id}/approval`);
  return peer !== null;
}

/** The one of this id in `demo.json`. */
export function oneOf(all: readonly Running[], id: string): Running {
  const found = all.find(({ invented }) => invented.id === id);
  if (found === undefined) throw new Error(`nobody of the demonstration is called ${id}`);
  return found;
}

/** What one asks of the other's server, as its desk will: to hear of the places that open there. */
export async function follow(one: Running, other: Running): Promise<void> {
  const { db } = one.site;
  const reach = { db, origin: one.config.origin, language: "fr", keys: new ActorKeys(db, one.secret) } as const;
  const actor = await nameOf(one.site, one.invented.handle);
  const id = actorIri(other.config.origin, await nameOf(other.site, availabilityName));
  const following = { actor, followed: { id, inbox: inboxIri(id) } };
  await db.transaction().execute((tx) => followActor(tx, reach, following, randomUUID()));
}

/** The handle of an actor of this site. */
export async function nameOf(site: Site, name: string): Promise<Handle> {
  const handle = await findHandle(site.db, name);
  if (handle === null) throw new Error(`nobody is called ${name} here`);
  return handle;
}

/** Whether all whom it asked let it follow. */
export async function isAnswered({ site }: Running): Promise<boolean> {
  const asked = await site.db.selectFrom("followings").select("state").execute();
  return asked.length > 0 && asked.every(({ state }) => state === "accepted");
}

/** Whether its directory has all that these offer. */
export async function knows({ site }: Running, others: readonly Running[]): Promise<boolean> {
  const hosts = await site.db.selectFrom("catalogueHosts").select("origin").where("trust", ">=", 2).execute();
  const offers = await site.db.selectFrom("catalogueOffers").select("actor").execute();
  const [known, offered] = [new Set(hosts.map(({ origin }) => origin)), new Set(offers.map(({ actor }) => actor))];
  const published = await Promise.all(others.map(listPublished));
  return (
    others.every(({ config }) => known.has(config.origin)) && published.flat().every((actor) => offered.has(actor))
  );
}

async function listPublished({ site, config }: Running): Promise<readonly string[]> {
  const offers = await site.db.selectFrom("offers").select("id").where("state", "=", "published").execute();
  return offers.map(({ id }) => actorIri(config.origin, { id, kind: "offer" }));
}

/** Whether its directory shows what a host has just told of its places. */
export async function shows({ site }: Running, { invented: { news }, config }: Running): Promise<boolean> {
  if (news === undefined) return true;
  const offer = await site.db
    .selectFrom("catalogueOffers")
    .select(sql<boolean>`availability @> ${JSON.stringify(news.said)}`.as("told"))
    .where("url", "=", `${config.origin}/offers/${news.offer}`)
    .executeTakeFirst();
  return offer?.told ?? false;
}

/** Whether its directory has what stands at this page. */
export async function lists({ site }: Running, url: string): Promise<boolean> {
  const offers = site.db.selectFrom("catalogueOffers").select("actor").where("url", "=", url);
  return (await offers.executeTakeFirst()) !== undefined;
}

/** Its people vouch for all whom they know, so that those who trust them are shown these too. */
export async function vouchForAll(one: Running): Promise<void> {
  const known = await one.site.db
    .selectFrom("catalogueHosts")
    .select("actor")
    .where("trust", ">=", 2)
    .where("origin", "<>", one.config.origin)
    .execute();
  for (const { actor } of known) await call(one, "POST", "/vouches", { actor });
}

/** Whether its directory shows the hosts of these to everyone. */
export async function trusts({ site }: Running, others: readonly Running[]): Promise<boolean> {
  const hosts = await site.db.selectFrom("catalogueHosts").select("origin").where("trust", ">=", 3).execute();
  const shown = new Set(hosts.map(({ origin }) => origin));
  return others.every(({ config }) => shown.has(config.origin));
}

/** Some of its places open or close. */
export async function tellNews(host: Running): Promise<void> {
  const { news } = host.invented;
  if (news) await call(host, "PUT", `/offers/${news.offer}/availability`, news.said);
}

/** Whether the hub has heard what a host told. */
export async function hasNewsOf(portal: Running, host: Running): Promise<boolean> {
  const said = await portal.site.db.selectFrom("messages").select("author").where("kind", "=", "news").execute();
  return said.some(({ author }) => author.startsWith(`${host.config.origin}/`));
}

/** The JSON API, as a script would use it. */
export async function call({ config, token }: Running, method: string, path: string, body?: object): Promise<Response> {
  const response = await fetch(`${config.origin}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} was answered by ${response.status}: ${await response.text()}`);
  return response;
}

/** The value of what has to succeed here. */
export function done<Value, Reason>(outcome: Outcome<Value, Reason>): Value {
  if (outcome.done) return outcome.value;
  throw new Error(String(outcome.reason));
}
