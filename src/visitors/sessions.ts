import { randomBytes, randomUUID } from "node:crypto";
import type { Reader, Transaction } from "../foundation/database.ts";
import type { Secret } from "../foundation/secret.ts";
import { idleSpan, type Visitor, wholeSpan } from "./visitors.ts";

/** A visitor on one browser. */
export interface VisitorSession {
  readonly id: string;
  readonly visitor: Visitor;
}

const purpose = "visitor-session";
const minute = 60_000;

/** Lets a visitor in on one browser: returns the key that it keeps, of which only a keyed hash stays here. */
export async function openVisitorSession(
  tx: Transaction,
  secret: Secret,
  { actor, name, address, url }: Visitor,
  now: Date,
): Promise<string> {
  const key = randomBytes(32).toString("base64url");
  const row = { id: randomUUID(), hash: secret.digest(purpose, key), actor, name, address, url };
  await tx
    .insertInto("visitorSessions")
    .values({ ...row, created: now, seen: now })
    .execute();
  return key;
}

/** Whose key this is; null when it opens nothing, or no longer, or when their own server says that they are no more. Notes its use, once a minute at most. */
export async function findVisitorSession(
  reader: Reader,
  secret: Secret,
  key: string,
  now: Date,
): Promise<VisitorSession | null> {
  if (!isKey(key)) return null;
  const row = await reader
    .selectFrom("visitorSessions")
    .innerJoin("remoteActors", "remoteActors.id", "visitorSessions.actor")
    .select(["visitorSessions.id", "visitorSessions.seen", "visitorSessions.actor"])
    .select(["visitorSessions.name", "visitorSessions.address", "visitorSessions.url"])
    .where("visitorSessions.hash", "=", secret.digest(purpose, key))
    .where("visitorSessions.seen", ">", new Date(now.getTime() - idleSpan))
    .where("visitorSessions.created", ">", new Date(now.getTime() - wholeSpan))
    .where("remoteActors.gone", "is", null)
    .executeTakeFirst();
  if (!row) return null;
  if (now.getTime() - row.seen.getTime() >= minute)
    await reader.updateTable("visitorSessions").set({ seen: now }).where("id", "=", row.id).execute();
  const { id, seen: _, ...visitor } = row;
  return { id, visitor };
}

/** Whether a browser can have been given this: no other text is looked up. */
export const isKey = (key: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(key);

/** Signs a visitor out on one browser. */
export async function endVisitorSession(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom("visitorSessions").where("id", "=", id).execute();
}

/** Signs a visitor out on every browser. */
export async function endVisitorSessions(tx: Transaction, actor: string): Promise<void> {
  await tx.deleteFrom("visitorSessions").where("actor", "=", actor).execute();
}
