import { listHosts } from "../catalogue/queries.ts";
import { hostKey } from "../directory/addresses.ts";
import type { Reader } from "../foundation/database.ts";
import type { Sent } from "../foundation/kept-forms.ts";
import type { Language } from "../foundation/language.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { isPublic } from "../funding/life.ts";
import { findFunding } from "../funding/queries.ts";
import { placeName } from "../hosts/place-names.ts";
import { decimalOf } from "../offers/price.ts";

interface Asked {
  readonly db: Reader;
  readonly origin: string;
}

/** What a funding request says already of the need. */
export async function sentOfFunding(
  { db, origin }: Asked,
  code: string | undefined,
  language: Language,
): Promise<Sent> {
  const request = code ? await findFunding(db, code) : null;
  if (request === null || !isPublic(request)) return {};
  const { title, description, needs, territories } = request.content;
  const { minimum, currency, period } = request.terms.goal;
  const budget = minimum !== null && currency === "EUR" ? decimalOf(minimum, "EUR").replace(/\.00$/, "") : "";
  return {
    ...{ needs, need: [`${title}\n\n${description}`.slice(0, 4_000)], about: [`${origin}/funding/${request.code}`] },
    ...{ place: territories.slice(0, 1).map((one) => placeName(one, language)), budget: [budget] },
    ...(period !== null && { period: [period] }),
  };
}

/** Only a funding request of this site that everybody may read is named. */
export async function findAbout({ db, origin }: Asked, about: string | null): Promise<string | null> {
  return (await requestAt({ db, origin }, about)) === null ? null : about;
}

/** The funding request of this site at an address; null where everybody reads none there. */
async function requestAt({ db, origin }: Asked, about: string | null): Promise<FundingRequest | null> {
  const code = about?.startsWith(`${origin}/funding/`) ? about.slice(`${origin}/funding/`.length) : null;
  const request = code === null ? null : await findFunding(db, code);
  return request !== null && isPublic(request) ? request : null;
}

const mostKnown = 200;

/** What a browser may offer while somebody types the name of a host. */
export async function listKnownHosts({
  db,
}: Asked): Promise<readonly { readonly key: string; readonly name: string }[]> {
  const rows = await db
    .selectFrom("catalogueHosts")
    .select("actor")
    .where("trust", ">=", 2)
    .orderBy("actor")
    .limit(mostKnown)
    .execute();
  const hosts = await listHosts(
    db,
    rows.map(({ actor }) => actor),
  );
  return hosts.map(({ origin, profile }) => ({ key: hostKey(origin), name: profile.name }));
}

/** The funding request that an asking is for, by its address. */
export async function aboutOf(
  { db, origin }: Asked,
  about: string | null,
): Promise<{ readonly href: string; readonly title: string } | null> {
  const request = await requestAt({ db, origin }, about);
  return request !== null ? { href: `/funding/${request.code}`, title: request.content.title } : null;
}
