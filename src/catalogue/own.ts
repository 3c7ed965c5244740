import { listAvailabilities } from "../availability/queries.ts";
import type { Reader, Transaction } from "../foundation/database.ts";
import { largestLogo } from "../hosts/logo.ts";
import { findHost } from "../hosts/queries.ts";
import { listOffers } from "../offers/queries.ts";
import type { HostSheet, OfferSheet } from "./catalogue.ts";
import { dropOffers, keepHost, keepOffers } from "./keeping.ts";

/** The addresses under which others know what is here. */
export interface OwnAddresses {
  readonly origin: string;
  readonly instance: string;
  actorId(actor: { readonly id: string; readonly kind: "host" | "offer" }): string;
  proposalId(offer: string): string;
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
  { origin, actorId, proposalId }: OwnAddresses,
  ids?: readonly string[],
): Promise<readonly OfferSheet[]> {
  const offers = await listOffers(reader, { states: ["published"], ...(ids && { ids }) });
  const said = await listAvailabilities(reader, ids);
  return offers.map(({ id, handle, slug, content, version, published, created, changed }) => {
    const availability = said.get(id) ?? null;
    const times = [changed, ...(availability ? [availability.confirmed] : [])].map((time) => time.getTime());
    return {
      ...{ actor: actorId({ id, kind: "offer" }), host, proposal: proposalId(id), handle, slug, content, availability },
      ...{ url: `${origin}/offers/${slug}`, published: published ?? created },
      ...{ version: `${version}.${availability?.version ?? 0}`, changed: new Date(Math.max(...times)) },
    };
  });
}

/** Our own host enters the catalogue by the same door as everyone else's, with all its offers. */
export async function enterOwn(tx: Transaction, addresses: OwnAddresses, now: Date): Promise<void> {
  const host = await findOwnHost(tx, addresses);
  if (host === null) return;
  await enterOwnHost(tx, addresses, now);
  const offers = await listOwnOffers(tx, host.actor, addresses);
  await keepOffers(tx, offers, now);
  const here = new Set(offers.map(({ actor }) => actor));
  const kept = await tx.selectFrom("catalogueOffers").select("actor").where("host", "=", host.actor).execute();
  const gone = kept.map(({ actor }) => actor).filter((actor) => !here.has(actor));
  await dropOffers(tx, gone, now);
}

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
  if (offers.length === 0) return dropOffers(tx, [addresses.actorId({ id, kind: "offer" })], now);
  await keepOffers(tx, offers, now);
}
