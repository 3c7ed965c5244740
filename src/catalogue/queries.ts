import { sql } from "kysely";
import { z } from "zod";
import type { Availability } from "../availability/availability.ts";
import type { Reader } from "../foundation/database.ts";
import type { HostProfile } from "../hosts/host.ts";
import type { OfferContent } from "../offers/offer.ts";
import { type ListedHost, type ListedJoint, type ListedOffer, type Trust, trusted } from "./catalogue.ts";
import { partnersOf } from "./entries.ts";

/** The hosts of these actors, in no order. */
export async function listHosts(reader: Reader, actors: readonly string[]): Promise<readonly ListedHost[]> {
  if (actors.length === 0) return [];
  return (
    await hosts(reader)
      .where("catalogueHosts.actor", "in", [...actors])
      .execute()
  ).map(hostOf);
}

export async function findListedHost(reader: Reader, actor: string): Promise<ListedHost | null> {
  const row = await hosts(reader).where("catalogueHosts.actor", "=", actor).executeTakeFirst();
  return row ? hostOf(row) : null;
}

/** Our own host, as the catalogue has it; null before the set-up. */
export async function findOwnListed(reader: Reader): Promise<ListedHost | null> {
  const row = await hosts(reader).where("instances.source", "=", "own").executeTakeFirst();
  return row ? hostOf(row) : null;
}

/** The offers of these actors, in no order. */
export async function listListedOffers(reader: Reader, actors: readonly string[]): Promise<readonly ListedOffer[]> {
  if (actors.length === 0) return [];
  return (
    await offers(reader)
      .where("actor", "in", [...actors])
      .execute()
  ).map(offerOf);
}

/** All that a host offers, by title. */
export async function listOffersOf(reader: Reader, host: string): Promise<readonly ListedOffer[]> {
  return (await offers(reader).where("host", "=", host).orderBy("slug").execute()).map(offerOf);
}

/** The hosts of these offers, by their actors: those whose they are, and those who give them together with them. */
export async function listGivers(
  reader: Reader,
  some: readonly Pick<ListedOffer, "host" | "joint">[],
): Promise<ReadonlyMap<string, ListedHost>> {
  const actors = new Set(some.flatMap((offer) => [offer.host, ...partnersOf(offer)]));
  return new Map((await listHosts(reader, [...actors])).map((host) => [host.actor, host]));
}

/** How many of the offers that every visitor sees are given by several hosts together. */
export async function countGivenTogether(reader: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from catalogue_entries where partners <> '{}' and trust >= ${trusted}`.execute(
    reader,
  );
  return rows[0]?.count ?? 0;
}

function hosts(reader: Reader) {
  return reader
    .selectFrom("catalogueHosts")
    .innerJoin("instances", "instances.origin", "catalogueHosts.origin")
    .selectAll("catalogueHosts")
    .select("instances.source");
}

type HostRow = Awaited<ReturnType<ReturnType<typeof hosts>["executeTakeFirstOrThrow"]>>;

// What stands in these tables was read and checked before it was kept.
function hostOf({ source, trust, profile, asked: _, ...row }: HostRow): ListedHost {
  return { ...row, own: source === "own", trust: trust as Trust, profile: profile as unknown as HostProfile };
}

function offers(reader: Reader) {
  return reader.selectFrom("catalogueOffers").selectAll();
}

type OfferRow = Awaited<ReturnType<ReturnType<typeof offers>["executeTakeFirstOrThrow"]>>;

const Dates = z.object({ confirmed: z.coerce.date(), expires: z.coerce.date() });

function offerOf({ content, availability, joint, version: _, asked: __, ...row }: OfferRow): ListedOffer {
  const said = availability as unknown as Availability | null;
  return {
    ...row,
    content: content as unknown as OfferContent,
    joint: joint as unknown as ListedJoint | null,
    availability: said && { ...said, ...Dates.parse(said) },
  };
}
