import { sql } from "kysely";
import type { ListedHost, ListedJoint } from "../catalogue/catalogue.ts";
import { trusted } from "../catalogue/catalogue.ts";
import { listHosts } from "../catalogue/queries.ts";
import type { Reader } from "../foundation/database.ts";
import { withHosts } from "./candidates.ts";
import type { Candidate } from "./matching.ts";

/** What a host gives together with others, led by one of them: what each of them has signed. */
export async function listGivenWith(reader: Reader, host: string): Promise<readonly Candidate[]> {
  const { rows } = await sql<{ readonly actor: string }>`
    select actor from catalogue_entries entries join catalogue_offers offers using (actor)
    where entries.partners <> '{}' and entries.partners @> array[${host}] and entries.trust >= ${trusted}
    order by offers.published desc, actor limit 24`.execute(reader);
  return withHosts(
    reader,
    rows.map(({ actor }) => actor),
  );
}

/** Of those who give an offer together with its host, the ones that are known here. */
export async function listPartnersKnown(reader: Reader, joint: ListedJoint | null): Promise<readonly ListedHost[]> {
  return listHosts(reader, joint?.partners.map(({ actor }) => actor) ?? []);
}

/** When this site last found all their signatures at their own places; null where it did not have to. */
export async function findSignedOn(reader: Reader, offer: string): Promise<Date | null> {
  const row = await reader.selectFrom("catalogueJoint").select("checked").where("actor", "=", offer).executeTakeFirst();
  return row?.checked ?? null;
}
