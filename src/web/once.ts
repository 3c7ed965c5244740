import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { sql } from "kysely";
import type { Database, Reader, Transaction } from "../foundation/database.ts";
import type { Secret } from "../foundation/secret.ts";
import type { ApiEnv } from "./api.ts";
import { Problem, showProblem } from "./problem.ts";

/** Names a request, so that it may be sent again without being done again. */
export const IdempotencyKey = z.object({
  "idempotency-key": z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/, "1 to 255 letters, figures and signs, without spaces")
    .optional(),
});

/** What `once` needs. */
export interface OnceDeps {
  readonly db: Database;
  readonly secret: Secret;
}

/**
 * Answers a request in one transaction with what it does. With an `Idempotency-Key`, the answer is kept in that transaction
 * too, a refusal included, and given again to the same request of the same token; what failed here is not kept.
 */
export async function once<Answer extends Response>(
  c: Context<ApiEnv>,
  { db, secret }: OnceDeps,
  make: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  const given = c.req.header("idempotency-key");
  const caller = c.get("caller");
  if (given === undefined || caller === null) return db.transaction().execute(make);
  const key: Key = { token: caller.id, key: given.replace(/^"(.+)"$/, "$1"), request: await digestOf(c, secret) };
  return db.transaction().execute(async (tx) => {
    await takeTurn(tx, key);
    const kept = await findAnswer(tx, secret, key);
    const answer = kept ?? (await attempt(c, tx, make));
    if (kept === null) await keep(tx, secret, key, answer.clone());
    return answer as Answer; // or what stood for one the first time
  });
}

/** Answers are kept this long at least. */
export async function sweepIdempotencyKeys(db: Database): Promise<void> {
  await db.deleteFrom("idempotencyKeys").where("created", "<", sql<Date>`now() - interval '24 hours'`).execute();
}

interface Key {
  readonly token: string;
  readonly key: string;
  readonly request: string;
}

/** Spaces and line ends in the JSON make no other request; anything else does. */
async function digestOf(c: Context, secret: Secret): Promise<string> {
  const body = await c.req.text();
  const { pathname, search } = new URL(c.req.url);
  const said = body === "" ? "" : JSON.stringify(JSON.parse(body));
  return secret.digest("idempotent-request", `${c.req.method} ${pathname}${search}\n${said}`);
}

/** While the first is at work, the second is told to come again: it neither waits nor works. */
async function takeTurn(tx: Transaction, { token, key }: Key): Promise<void> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${token} ${key}`}, 0)) as mine`.execute(tx);
  if (rows[0]?.mine !== true) {
    const sentence = "The first request with this Idempotency-Key is still at work. Send this one again in a second.";
    throw new Problem(409, "request-in-progress", sentence, { headers: { "retry-after": "1" } });
  }
}

async function findAnswer(reader: Reader, secret: Secret, { token, key, request }: Key): Promise<Response | null> {
  const row = await reader
    .selectFrom("idempotencyKeys")
    .select(["request", "status", "headers", "body"])
    .where("token", "=", token)
    .where("key", "=", key)
    .executeTakeFirst();
  if (!row) return null;
  if (row.request !== request)
    throw new Problem(
      422,
      "key-reused",
      "This Idempotency-Key was sent with another request. Take a new key for this one.",
    );
  const headers = { ...(row.headers as Record<string, string>), "idempotent-replayed": "true" };
  return new Response(new Uint8Array(secret.unseal(purpose, row.body)), { status: row.status, headers });
}

/** A refusal takes back what was done before it, and is an answer like another. */
async function attempt(c: Context, tx: Transaction, make: (tx: Transaction) => Promise<Response>): Promise<Response> {
  await sql`savepoint before_it`.execute(tx);
  try {
    return await make(tx);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await sql`rollback to savepoint before_it`.execute(tx);
    return showProblem(c, error);
  }
}

async function keep(tx: Transaction, secret: Secret, key: Key, answer: Response): Promise<void> {
  const headers = Object.fromEntries(
    lasting.flatMap((name) => [[name, answer.headers.get(name)]]).filter(([, value]) => value),
  );
  const body = secret.seal(purpose, new Uint8Array(await answer.arrayBuffer()));
  await tx
    .insertInto("idempotencyKeys")
    .values({ ...key, status: answer.status, headers: JSON.stringify(headers), body })
    .execute();
}

const purpose = "idempotent-answer";
/** The headers that belong to the answer; the others belong to the moment. */
const lasting = ["content-type", "etag", "location", "cache-control"];
