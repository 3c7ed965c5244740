import { createHash } from "node:crypto";
import type { Selectable } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { OutsidePartnerships } from "../foundation/tables.ts";
import type { OutsidePartnership, OutsideState } from "./outside.ts";
import type { PartnershipKind } from "./partnership.ts";

/** What is kept of a private link. The link itself is as long as a key, so that nobody can try them all. */
export function outsideDigestOf(token: string): string {
  return createHash("sha256").update(`outside-partnership ${token}`).digest("base64url");
}

export async function findOutside(reader: Reader, id: string): Promise<OutsidePartnership | null> {
  const row = await reader.selectFrom("outsidePartnerships").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? outsideOf(row) : null;
}

/** What a private link opens; null when it opens nothing. */
export async function findOutsideByToken(reader: Reader, token: string): Promise<OutsidePartnership | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const row = await reader
    .selectFrom("outsidePartnerships")
    .selectAll()
    .where("tokenDigest", "=", outsideDigestOf(token))
    .executeTakeFirst();
  return row ? outsideOf(row) : null;
}

/** Those in these states, the last changed first. */
export async function listOutside(
  reader: Reader,
  { states, limit, offset = 0 }: OutsideSelection,
): Promise<readonly OutsidePartnership[]> {
  let query = reader
    .selectFrom("outsidePartnerships")
    .selectAll()
    .where("state", "in", [...states])
    .orderBy("changed", "desc")
    .orderBy("id")
    .offset(offset);
  if (limit !== undefined) query = query.limit(limit);
  return (await query.execute()).map(outsideOf);
}

interface OutsideSelection {
  readonly states: readonly OutsideState[];
  readonly limit?: number;
  readonly offset?: number;
}

function outsideOf({ tokenDigest: _, ...row }: Selectable<OutsidePartnerships>): OutsidePartnership {
  const language = row.language === "en" ? "en" : "fr";
  return { ...row, language, kind: row.kind as PartnershipKind, state: row.state as OutsideState };
}
