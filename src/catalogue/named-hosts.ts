import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { HostProfile } from "../hosts/host.ts";
import type { ListedHost, Trust } from "./catalogue.ts";
import { findListedHost } from "./queries.ts";

/**
 * The host that another one names in its own words, where it is known here: by an address of its, as @name@domain, or by
 * its whole name when only one bears it. Null where that is somebody else, or nobody.
 */
export async function findNamedHost(reader: Reader, named: string | null): Promise<ListedHost | null> {
  const text = named?.trim() ?? "";
  if (text === "") return null;
  const known = await reader
    .selectFrom("catalogueHosts")
    .select("actor")
    .where("trust", ">=", least)
    .where(({ or, eb }) =>
      or([
        eb("actor", "=", text),
        sql<boolean>`rtrim(lower(url), '/') = ${addressOf(text)}`,
        sql<boolean>`lower(origin) = ${addressOf(text)}`,
        sql<boolean>`rtrim(lower(profile->>'website'), '/') = ${addressOf(text)}`,
        sql<boolean>`lower('@' || handle || '@' || regexp_replace(origin, '^https?://', '')) = ${accountOf(text)}`,
        sql<boolean>`lower(profile->>'name') = lower(${text})`,
      ]),
    )
    .limit(2)
    .execute();
  const [only] = known;
  return only !== undefined && known.length === 1 ? await findListedHost(reader, only.actor) : null;
}

/** One to whom a host sends those whom it cannot take, in its own words, and the host that this is, where it is known here. */
export interface Recommended {
  readonly to: string;
  readonly why: string | null;
  readonly host: ListedHost | null;
}

/** Whom a host recommends when it cannot take somebody itself, in its own order. */
export async function listRecommended(
  reader: Reader,
  { referrals }: Pick<HostProfile, "referrals">,
): Promise<readonly Recommended[]> {
  return await Promise.all(referrals.map(async (one) => ({ ...one, host: await findNamedHost(reader, one.to) })));
}

// Shown at least on demand: what nobody sees is not recommended either.
const least: Trust = 2;

const addressOf = (text: string): string =>
  (/^https?:\/\//i.test(text) ? text : `https://${text}`).toLowerCase().replace(/\/+$/, "");

const accountOf = (text: string): string => `@${text.replace(/^@/, "")}`.toLowerCase();
