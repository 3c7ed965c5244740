import { isDeepStrictEqual } from "node:util";
import type { HostSheet } from "../../src/catalogue/catalogue.ts";
import { keepHost } from "../../src/catalogue/keeping.ts";
import { findListedHost } from "../../src/catalogue/queries.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { heedClaims } from "../../src/reviews/keeping.ts";

/** Keeps what a host says of itself. Whether it says something else than what was held; of one that was not, it is no news. */
export async function keepHostNews(tx: Transaction, sheet: HostSheet, asked: Date): Promise<boolean> {
  const known = await findListedHost(tx, sheet.actor);
  const kept = await keepHost(tx, sheet, asked);
  if (kept) await heedClaims(tx, sheet.actor, asked);
  if (!kept || known === null) return false;
  const { handle, url, logo, profile } = known;
  const { actor: _, origin: __, ...said } = sheet;
  return !isDeepStrictEqual({ handle, url, logo, profile }, said);
}
