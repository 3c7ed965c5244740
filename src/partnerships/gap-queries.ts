import { sql } from "kysely";
import type { ListedHost } from "../catalogue/catalogue.ts";
import { listHosts, listListedOffers } from "../catalogue/queries.ts";
import type { Reader } from "../foundation/database.ts";
import type { Host } from "../hosts/host.ts";
import type { Offer } from "../offers/offer.ts";
import { listOffers } from "../offers/queries.ts";
import { accompanimentFor, type Candidate, type Giver, giversOf, type Lack, lacksOf } from "./gaps.ts";
import { listKnownPartnerships } from "./listed.ts";

/** A part that some of our offers lack, and who could take it. */
export interface Gap {
  readonly role: string;
  /** Our offers that lack it, and what shows that. */
  readonly lacking: readonly { readonly offer: Pick<Offer, "slug" | "content">; readonly because: Lack["because"] }[];
  readonly givers: readonly Giver[];
}

/** The parts that hosts play with others, by their actors: what their public partnerships say. */
export type Plays = ReadonlyMap<string, readonly string[]>;

/** As many of each part as somebody reads through. */
const most = 5;
const looked = 400;

/** What our published offers lack, and the nearest hosts that could give it; computed from the copies that are here. */
export async function listGaps(reader: Reader, host: Host, plays: Plays, now: Date): Promise<readonly Gap[]> {
  const offers = await listOffers(reader, { states: ["published"] });
  const lacks = offers.flatMap((offer) =>
    lacksOf(offer.content, host.profile.capabilities).map((lack) => ({ ...lack, offer })),
  );
  if (lacks.length === 0) return [];
  const candidates = await listCandidates(reader, plays);
  return [...Map.groupBy(lacks, ({ role }) => role)].map(([role, lacking]) => ({
    role,
    lacking: lacking.map(({ offer, because }) => ({ offer, because })),
    givers: nearestOf(
      lacking.map(({ offer }) => giversOf(role, offer.content.territory ?? host.profile.territory, candidates, now)),
    ),
  }));
}

/** The nearest for any of the offers; each host once, as near as it is to one of them. */
function nearestOf(byOffer: readonly (readonly Giver[])[]): readonly Giver[] {
  const longest = Math.max(...byOffer.map((givers) => givers.length));
  const inTurn = Array.from({ length: longest }, (_, at) => byOffer.flatMap((givers) => givers[at] ?? [])).flat();
  return [...new Map(inTurn.toReversed().map((giver) => [giver.host.actor, giver])).values()]
    .toReversed()
    .slice(0, most);
}

/** Hosts that say that they can do something besides their own offers, with these offers, so far as they are shown here. */
async function listCandidates(reader: Reader, plays: Plays): Promise<readonly Candidate[]> {
  const actors = await listHelping(reader, [...plays.keys()]);
  const hosts = await listHosts(reader, actors);
  const rows = await reader
    .selectFrom("catalogueOffers")
    .select("actor")
    .where("host", "in", actors.length === 0 ? [""] : [...actors])
    .limit(looked * 10)
    .execute();
  const offers = await listListedOffers(
    reader,
    rows.map(({ actor }) => actor),
  );
  const byHost = Map.groupBy(offers, ({ host }) => host);
  return hosts.map((host) => ({ host, offers: byHost.get(host.actor) ?? [], plays: plays.get(host.actor) ?? [] }));
}

async function listHelping(reader: Reader, playing: readonly string[]): Promise<readonly string[]> {
  const codes = Object.values(accompanimentFor)
    .flat()
    .map((code) => `accompaniment:${code}`);
  const { rows } = await sql<{ readonly actor: string }>`
    select hosts.actor from catalogue_hosts hosts join instances on instances.origin = hosts.origin
    where hosts.trust >= 3 and instances.state = 'known' and instances.source <> 'own'
      and (jsonb_array_length(hosts.profile -> 'capabilities') > 0 or hosts.actor = any(${[...playing]}::text[])
        or exists (select from catalogue_entries entries
          where entries.host = hosts.actor and entries.codes && ${codes}::text[]))
    order by hosts.actor limit ${looked}`.execute(reader);
  return rows.map(({ actor }) => actor);
}

/** Hosts that may be asked: all that are shown here and whose site answers, by name. */
export async function listAskable(reader: Reader): Promise<readonly ListedHost[]> {
  const rows = await reader
    .selectFrom("catalogueHosts")
    .innerJoin("instances", "instances.origin", "catalogueHosts.origin")
    .select("catalogueHosts.actor")
    .where("trust", ">=", 2)
    .where("instances.state", "=", "known")
    .where("instances.source", "<>", "own")
    .where(sql<boolean>`not is_blocked(catalogue_hosts.actor)`)
    .orderBy(sql`lower(profile ->> 'name')`)
    .orderBy("catalogueHosts.actor")
    .limit(looked)
    .execute();
  const hosts = new Map(
    (
      await listHosts(
        reader,
        rows.map(({ actor }) => actor),
      )
    ).map((host) => [host.actor, host]),
  );
  return rows.flatMap(({ actor }) => hosts.get(actor) ?? []);
}

/** The parts that hosts play, by what their public partnerships say. */
export async function listPlays(reader: Reader): Promise<Plays> {
  const known = await listKnownPartnerships(reader);
  const plays = known.flatMap(({ one, other, oneRoles, otherRoles }) => [
    { actor: one, roles: oneRoles },
    { actor: other, roles: otherRoles },
  ]);
  return new Map(
    [...Map.groupBy(plays, ({ actor }) => actor)].map(([actor, all]) => [actor, all.flatMap(({ roles }) => roles)]),
  );
}
