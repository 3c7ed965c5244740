import { sql } from "kysely";
import { trusted } from "../catalogue/catalogue.ts";
import { listHosts, listListedOffers } from "../catalogue/queries.ts";
import type { Reader } from "../foundation/database.ts";
import { accompanimentOf, type Help } from "./help.ts";
import type { Candidate } from "./matching.ts";
import type { Wish } from "./wishes.ts";

/** So many offers are looked at, those first that grant most. */
const most = 200;

/** Offers that may grant some of what is wished for. */
export async function listCandidates(reader: Reader, wishes: readonly Wish[]): Promise<readonly Candidate[]> {
  const needs = [...new Set(wishes.flatMap((wish) => wish.needs))];
  if (needs.length === 0) return [];
  const { rows } = await sql<{ readonly actor: string }>`
    select offers.actor from catalogue_offers offers join catalogue_hosts hosts on hosts.actor = offers.host
    where hosts.trust >= ${trusted} and offers.content -> 'needs' ?| ${needs}
    order by (select count(*) from jsonb_array_elements_text(offers.content -> 'needs') need where need = any(${needs})) desc,
      offers.changed desc
    limit ${most}`.execute(reader);
  return withHosts(reader, actorsOf(rows));
}

/** Offers that include some of this help. */
export async function listHelpers(reader: Reader, help: readonly Help[]): Promise<readonly Candidate[]> {
  const codes = help.flatMap((one) => accompanimentOf[one]);
  if (codes.length === 0) return [];
  const { rows } = await sql<{ readonly actor: string }>`
    select offers.actor from catalogue_offers offers join catalogue_hosts hosts on hosts.actor = offers.host
    where hosts.trust >= ${trusted} and offers.content -> 'accompaniment' -> 'included' ?| ${codes}
    order by offers.changed desc
    limit ${most}`.execute(reader);
  return withHosts(reader, actorsOf(rows));
}

const actorsOf = (rows: readonly { readonly actor: string }[]) => rows.map(({ actor }) => actor);

/** The offers of these actors with their hosts, in the order of the actors. */
export async function withHosts(reader: Reader, actors: readonly string[]): Promise<readonly Candidate[]> {
  const offers = await listListedOffers(reader, actors);
  const hosts = await listHosts(reader, [...new Set(offers.map(({ host }) => host))]);
  return actors.flatMap((actor) => {
    const offer = offers.find((one) => one.actor === actor);
    const host = hosts.find((one) => one.actor === offer?.host);
    return offer && host ? [{ offer, host }] : [];
  });
}
