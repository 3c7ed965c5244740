import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import type { Secret } from "../foundation/secret.ts";
import { codesIn, isOnlyCode, newCode } from "./message-codes.ts";
import { isKey } from "./sessions.ts";
import { mostTries, signInSpan, type Visitor } from "./visitors.ts";

/** Somebody on their way in, on one browser. */
export interface SignIn {
  /** What they typed, for the form to have it again. */
  readonly typed: string;
  /** The page of ours that they were going to. */
  readonly back: string;
  /** The origin of the server that asks them; null where they send a code. */
  readonly server: string | null;
  /** Whom the typed address leads to; null where only a server was typed. */
  readonly visitor: Visitor | null;
  readonly code: string | null;
  /** How many other codes came. */
  readonly tries: number;
  readonly confirmed: Date | null;
}

/** What a browser keeps while its person is on their way. */
export const newSignInKey = (): string => randomBytes(32).toString("base64url");

const purpose = "visitor-sign-in";

/** What the way to another server carries of a sign-in: made from the browser's key, so that only this browser can come back. */
export function proofsOf(secret: Secret, key: string) {
  const verifier = secret.digest("visitor-verifier", key);
  return {
    state: secret.digest("visitor-state", key),
    verifier,
    challenge: createHash("sha256").update(verifier).digest("base64url"),
  };
}

/** Keeps a sign-in for a quarter of an hour. With no server, somebody is waited for who sends a code. */
export async function keepSignIn(
  tx: Transaction,
  secret: Secret,
  key: string,
  { visitor, now, ...signIn }: Pick<SignIn, "typed" | "back" | "server" | "visitor"> & { readonly now: Date },
): Promise<void> {
  const code = signIn.server === null ? newCode() : null;
  const row = { ...signIn, ...(visitor ?? nobody), code, hash: secret.digest(purpose, key), created: now };
  await tx.insertInto("visitorSignIns").values(row).execute();
}

const nobody = { actor: null, name: null, address: null, url: null };

/** The sign-in of a browser; null when there is none, or no longer. */
export async function findSignIn(reader: Reader, secret: Secret, key: string, now: Date): Promise<SignIn | null> {
  if (!isKey(key)) return null;
  const row = await reader
    .selectFrom("visitorSignIns")
    .selectAll()
    .where("hash", "=", secret.digest(purpose, key))
    .where("created", ">", new Date(now.getTime() - signInSpan))
    .executeTakeFirst();
  if (!row) return null;
  const { typed, back, server, code, tries, confirmed, actor, name, address, url } = row;
  const known = actor !== null && name !== null && address !== null && url !== null;
  return { typed, back, server, code, tries, confirmed, visitor: known ? { actor, name, address, url } : null };
}

/** Ends a sign-in, which is good once; false when it was ended already. */
export async function takeSignIn(tx: Transaction, secret: Secret, key: string): Promise<boolean> {
  const taken = await tx
    .deleteFrom("visitorSignIns")
    .where("hash", "=", secret.digest(purpose, key))
    .executeTakeFirst();
  return taken.numDeletedRows > 0n;
}

/** What an actor wrote to us, as text, if it brings a code: opens the sign-in that waits for it. True when nobody needs to read it besides. */
export async function hearCode(
  tx: Transaction,
  { actor, text, now }: { readonly actor: string; readonly text: string; readonly now: Date },
): Promise<boolean> {
  const codes = codesIn(text);
  if (codes.length === 0) return false;
  const waiting = tx
    .updateTable("visitorSignIns")
    .where("actor", "=", actor)
    .where("confirmed", "is", null)
    .where("tries", "<", mostTries)
    .where("created", ">", new Date(now.getTime() - signInSpan));
  const { numUpdatedRows } = await waiting.where("code", "in", codes).set({ confirmed: now }).executeTakeFirst();
  if (numUpdatedRows > 0n) return true;
  if (!isOnlyCode(text)) return false;
  await waiting.where("code", "is not", null).set({ tries: sql<number>`tries + 1` }).execute();
  return true;
}
