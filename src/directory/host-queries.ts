import { sql } from "kysely";
import type { ListedHost, ListedOffer } from "../catalogue/catalogue.ts";
import { listHosts, listListedOffers, listOffersOf } from "../catalogue/queries.ts";
import type { Reader } from "../foundation/database.ts";
import { originsOf } from "./addresses.ts";

/** What is known here of a host that an address names. */
export type KnownHost =
  | { readonly standing: "shown"; readonly host: ListedHost }
  /** Its instance has not answered for so long that it is shown no more. */
  | { readonly standing: "silent"; readonly host: ListedHost; readonly seen: Date | null }
  /** Its own instance said that it is gone. */
  | { readonly standing: "gone"; readonly left: Date }
  | { readonly standing: "unknown" };

/** The host that lives on a domain. What is blocked here, or has proved nothing yet, is not known. */
export async function findHostAt(reader: Reader, key: string): Promise<KnownHost> {
  const origins = originsOf(key);
  if (origins.length === 0) return { standing: "unknown" };
  const row = await reader
    .selectFrom("catalogueHosts")
    .innerJoin("instances", "instances.origin", "catalogueHosts.origin")
    .select(["catalogueHosts.actor", "instances.state", "instances.seen"])
    .where("catalogueHosts.origin", "in", [...origins])
    .where("catalogueHosts.trust", ">=", leastShown)
    .where("instances.state", "in", ["known", "hidden"])
    .orderBy("catalogueHosts.origin", "desc")
    .orderBy("catalogueHosts.actor")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return findDeparted(reader, origins);
  const [host] = await listHosts(reader, [row.actor]);
  if (host === undefined) return { standing: "unknown" };
  return row.state === "hidden" ? { standing: "silent", host, seen: row.seen } : { standing: "shown", host };
}

/** Hosts that are only known, not vouched for, are shown to those who ask for them. */
const leastShown = 2;

async function findDeparted(reader: Reader, origins: readonly string[]): Promise<KnownHost> {
  const row = await reader
    .selectFrom("departed")
    .select("left")
    .where("kind", "=", "host")
    .where(sql<boolean>`not is_blocked(id)`)
    .where(({ or, fn, val }) => or(origins.map((origin) => fn<boolean>("starts_with", ["id", val(`${origin}/`)]))))
    .orderBy("left", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? { standing: "gone", left: row.left } : { standing: "unknown" };
}

/** One of the offers of a host. */
export async function findOfferOf(reader: Reader, host: string, slug: string): Promise<ListedOffer | null> {
  return (await listOffersOf(reader, host)).find((offer) => offer.slug === slug) ?? null;
}

/** What somebody can follow elsewhere: a host that is shown here, or one of its offers. */
export async function findFollowed(
  reader: Reader,
  actor: string,
): Promise<{ readonly host: ListedHost; readonly offer: ListedOffer | null } | null> {
  const [offer] = await listListedOffers(reader, [actor]);
  const [host] = await listHosts(reader, [offer?.host ?? actor]);
  return host === undefined || host.trust < leastShown ? null : { host, offer: offer ?? null };
}
