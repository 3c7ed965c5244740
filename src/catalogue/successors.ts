import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { ListedHost, Trust } from "./catalogue.ts";
import { findListedHost } from "./queries.ts";

/**
 * The host that takes over from one that closes, where what it wrote names one that is known here: by an address of
 * its, as @name@domain, or by its whole name when only one bears it. Null where it names somebody else, or nobody.
 */
export async function findSuccessor(reader: Reader, successor: string | null): Promise<ListedHost | null> {
  const text = successor?.trim() ?? "";
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

// Shown at least on demand: what nobody sees is not recommended either.
const least: Trust = 2;

const addressOf = (text: string): string =>
  (/^https?:\/\//i.test(text) ? text : `https://${text}`).toLowerCase().replace(/\/+$/, "");

const accountOf = (text: string): string => `@${text.replace(/^@/, "")}`.toLowerCase();
