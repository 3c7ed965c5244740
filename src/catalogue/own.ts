import type { Availability, KeptAvailability } from "../availability/availability.ts";
import { listAvailabilities } from "../availability/queries.ts";
import type { Reader, Transaction } from "../foundation/database.ts";
import { largestLogo } from "../hosts/logo.ts";
import { findHost } from "../hosts/queries.ts";
import { listOffers } from "../offers/queries.ts";
import type { HostSheet, ListedJoint, OfferSheet } from "./catalogue.ts";
import { dropOffers } from "./dropping.ts";
import type { Digest } from "./gossip.ts";
import { keepHost, keepOffers } from "./keeping.ts";

/** The addresses under which others know what is here. */
export interface OwnAddresses {
  readonly origin: string;
  readonly instance: string;
  actorId(actor: { readonly id: string; readonly kind: "host" | "offer" }): string;
  proposalId(offer: string): string;
  /** Who makes our own offers together with us, by the offer's id. */
  jointOf(reader: Reader): Promise<ReadonlyMap<string, ListedJoint>>;
}

/** Our own host as its sheet; null before the set-up. */
export async function findOwnHost(reader: Reader, { origin, actorId }: OwnAddresses): Promise<HostSheet | null> {
  const host = await findHost(reader);
  if (host === null) return null;
  const { id, handle, profile } = host;
  const logo = host.logo.find(({ size }) => size === largestLogo);
  return {
    ...{ actor: actorId({ id, kind: "host" }), origin, handle, url: `${origin}/@${handle}`, profile },
    logo: logo ? `${origin}${logo.path}` : null,
  };
}

/** Our own published offers as their sheets, or those of some ids. */
export async function listOwnOffers(
  reader: Reader,
  host: string,
  { origin, actorId, proposalId, jointOf }: OwnAddresses,
  ids?: readonly string[],
): Promise<readonly OfferSheet[]> {
  const offers = await listOffers(reader, { states: ["published"], ...(ids && { ids }) });
  const said = await listAvailabilities(reader, ids);
  const together = await jointOf(reader);
  return offers.map(({ id, handle, slug, content, version, published, created, changed }) => {
    const kept = said.get(id) ?? null;
    const times = [changed, ...(kept ? [kept.confirmed] : [])].map((time) => time.getTime());
    const availability = kept && statedIn(kept);
    return {
      ...{ actor: actorId({ id, kind: "offer" }), host, proposal: proposalId(id), handle, slug, content, availability },
      ...{ url: `${origin}/offers/${slug}`, published: published ?? created },
      ...{ version: versionOf(version, kept?.version ?? null), changed: new Date(Math.max(...times)) },
      joint: together.get(id) ?? null,
    };
  });
}

/** The version of each of our own published offers, by its actor, in the order of their ids. */
export async function listOwnVersions(reader: Reader, { actorId }: Pick<OwnAddresses, "actorId">): Promise<Digest> {
  const rows = await reader
    .selectFrom("offers")
    .leftJoin("availabilities", "availabilities.offer", "offers.id")
    .select(["offers.id", "offers.version", "availabilities.version as said"])
    .where("offers.state", "=", "published")
    .orderBy("offers.id")
    .execute();
  return new Map(rows.map(({ id, version, said }) => [actorId({ id, kind: "offer" }), versionOf(version, said)]));
}

/** The ids of some of them, in that order. */
export async function listOwnIds(reader: Reader, after: string | null, limit: number): Promise<readonly string[]> {
  let query = reader.selectFrom("offers").select("id").where("state", "=", "published").orderBy("id").limit(limit);
  if (after !== null) query = query.where("id", ">", after);
  return (await query.execute()).map(({ id }) => id);
}

const versionOf = (content: number, said: number | null): string => `${content}.${said ?? 0}`;

// What is said of it, as others read it too.
const statedIn = ({ version: _, ...said }: KeptAvailability): Availability => said;

/** Our own host enters the catalogue by the same door as everyone else's, with all its offers. */
export async function enterOwn(tx: Transaction, addresses: OwnAddresses, now: Date): Promise<void> {
  const host = await findOwnHost(tx, addresses);
  if (host === null) return;
  await enterOwnHost(tx, addresses, now);
  const offers = await listOwnOffers(tx, host.actor, addresses);
  for (let from = 0; from < offers.length; from += atOnce) await keepOffers(tx, offers.slice(from, from + atOnce), now);
  const here = new Set(offers.map(({ actor }) => actor));
  const kept = await tx.selectFrom("catalogueOffers").select("actor").where("host", "=", host.actor).execute();
  const gone = kept.map(({ actor }) => actor).filter((actor) => !here.has(actor));
  await dropOffers(tx, gone, now);
}

/** A statement takes no more than 65,535 values, and each offer some fifteen. */
const atOnce = 250;

/** What our own host says of itself. */
export async function enterOwnHost(tx: Transaction, addresses: OwnAddresses, now: Date): Promise<void> {
  const host = await findOwnHost(tx, addresses);
  if (host === null) return;
  const { origin, instance: actor } = addresses;
  const own = { actor, name: host.profile.name, source: "own", state: "known", seen: now } as const;
  await tx
    .insertInto("instances")
    .values({ origin, ...own })
    .onConflict((known) => known.column("origin").doUpdateSet(own))
    .execute();
  await keepHost(tx, host, now);
  await tx.updateTable("catalogueHosts").set({ trust: 4 }).where("actor", "=", host.actor).execute();
}

/** One of our own offers as it stands now; withdrawn, it leaves. */
export async function enterOwnOffer(tx: Transaction, addresses: OwnAddresses, id: string, now: Date): Promise<void> {
  const host = await findOwnHost(tx, addresses);
  if (host === null) return;
  const offers = await listOwnOffers(tx, host.actor, addresses, [id]);
  if (offers.length === 0) await dropOffers(tx, [addresses.actorId({ id, kind: "offer" })], now);
  else await keepOffers(tx, offers, now);
}
