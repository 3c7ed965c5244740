import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import type { Secret } from "../foundation/secret.ts";

export type TokenScope = "read" | "offers" | "admin";

/** From the narrowest to the widest: each may do all that those before it may. */
export const tokenScopes: readonly TokenScope[] = ["read", "offers", "admin"];

/** A key to the JSON API, without the key itself. */
export interface Token {
  readonly id: string;
  readonly label: string;
  readonly scope: TokenScope;
  readonly created: Date;
  /** When it was last used, to the minute. */
  readonly used: Date | null;
}

const purpose = "api-token";

/** Whether a key of one scope opens what asks for another. */
export function allows(scope: TokenScope, asked: TokenScope): boolean {
  return tokenScopes.indexOf(scope) >= tokenScopes.indexOf(asked);
}

/** Makes a key; it is shown this once, and only its keyed hash is kept. */
export async function createToken(
  tx: Transaction,
  secret: Secret,
  { scope, label, now = new Date() }: { readonly scope: TokenScope; readonly label: string; readonly now?: Date },
): Promise<{ readonly id: string; readonly token: string }> {
  const token = `essaim_${randomBytes(32).toString("base64url")}`;
  const id = randomUUID();
  await tx
    .insertInto("tokens")
    .values({ id, label, scope, hash: secret.digest(purpose, token), created: now })
    .execute();
  return { id, token };
}

/** The keys that were shown, in their order, or null for each that is none of ours. Notes their use, once a minute at most. */
export async function findTokens(
  reader: Reader,
  secret: Secret,
  tokens: readonly string[],
  now: Date,
): Promise<readonly (Token | null)[]> {
  const hashes = tokens.map((token) => (pattern.test(token) ? secret.digest(purpose, token) : null));
  const known = [...new Set(hashes)].filter((hash) => hash !== null);
  if (known.length === 0) return hashes.map(() => null);
  const rows = await reader
    .selectFrom("tokens")
    .select(["id", "label", "scope", "created", "used", "hash"])
    .where("hash", "in", known)
    .execute();
  const unnoted = rows.filter(({ used }) => used === null || now.getTime() - used.getTime() >= 60_000);
  if (unnoted.length > 0) {
    const ids = unnoted.map(({ id }) => id).sort();
    await reader.updateTable("tokens").set({ used: now }).where("id", "in", ids).execute();
  }
  const found = new Map(rows.map(({ hash, ...row }) => [hash, { ...row, scope: row.scope as TokenScope }]));
  return hashes.map((hash) => (hash === null ? null : (found.get(hash) ?? null)));
}

const pattern = /^essaim_[A-Za-z0-9_-]{43}$/;

/** Which keys, from where on, and how many at most. */
export interface TokenSelection {
  /** Those that were made after this one: its instant and its id. */
  readonly after?: readonly [created: string, id: string] | null;
  readonly limit?: number;
}

/** The keys, the oldest first. */
export async function listTokens(
  reader: Reader,
  { after = null, limit }: TokenSelection = {},
): Promise<readonly Token[]> {
  // Instants are compared as scripts read them, to the millisecond.
  const created = sql<Date>`date_trunc('milliseconds', created)`;
  let query = reader
    .selectFrom("tokens")
    .select(["id", "label", "scope", "created", "used"])
    .orderBy(created)
    .orderBy("id");
  if (after) query = query.where(sql<boolean>`(${created}, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  if (limit !== undefined) query = query.limit(limit);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, scope: row.scope as TokenScope }));
}

/** Ends a key; false when there was none. */
export async function deleteToken(tx: Transaction, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom("tokens").where("id", "=", id).executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
