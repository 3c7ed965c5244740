import type { Transaction } from "../foundation/database.ts";
import { Conflict } from "../foundation/errors.ts";
import type { Acting } from "../funding/acting.ts";
import { codeOf } from "../funding/changes.ts";
import { findAnswer } from "../messages/answers.ts";
import { takeBackAnswer } from "../messages/keeping-answers.ts";
import { findSayingOf } from "./queries.ts";
import { daysKept, type Saying } from "./sayings.ts";

/** What a message says, once it was read. */
export type NewSaying = Pick<
  Saying,
  "note" | "actor" | "kind" | "request" | "deed" | "fields" | "unsure" | "text" | "language" | "received"
>;

const signsOfToken = 8;

/** Keeps what was read of a message; gives the token of its link. */
export async function keepSaying(tx: Transaction, { fields, unsure, ...saying }: NewSaying): Promise<string> {
  const row = { ...saying, fields: JSON.stringify(fields), unsure: [...unsure] };
  for (let tries = 0; tries < 5; tries += 1) {
    const written = await tx
      .insertInto("sayings")
      .values({ ...row, token: codeOf(signsOfToken) })
      .onConflict((known) => known.column("token").doNothing())
      .returning("token")
      .executeTakeFirst();
    if (written) return written.token;
  }
  throw new Conflict("no token could be found for what somebody wrote");
}

/** Reads a message otherwise, since its author edited it; the link stays. */
export async function rereadSaying(
  tx: Transaction,
  token: string,
  { kind, request, deed, fields, unsure, text, language }: NewSaying,
): Promise<void> {
  const read = { kind, request, deed, text, language, fields: JSON.stringify(fields), unsure: [...unsure] };
  await tx
    .updateTable("sayings")
    .set({ ...read, withdrawn: null })
    .where("token", "=", token)
    .execute();
}

/** Keeps with what was read what we answered to it. */
export async function noteAnswer(tx: Transaction, token: string, answer: string): Promise<void> {
  await tx.updateTable("sayings").set({ answer }).where("token", "=", token).execute();
}

/** Its author has confirmed it: it is a draft or a promise now, and its link does nothing more. False for anybody else, and the second time. */
export async function useSaying(tx: Transaction, token: string, acting: Acting, now: Date): Promise<boolean> {
  if (acting.kind !== "actor") return false;
  const { numUpdatedRows } = await tx
    .updateTable("sayings")
    .set({ used: now })
    .where("token", "=", token.toLowerCase())
    .where("actor", "=", acting.actor)
    .where("used", "is", null)
    .where("withdrawn", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** It leads nowhere any more, unless its author writes it anew. */
export async function withdrawSaying(tx: Transaction, token: string, now: Date): Promise<void> {
  await tx
    .updateTable("sayings")
    .set({ withdrawn: now })
    .where("token", "=", token)
    .where("used", "is", null)
    .where("withdrawn", "is", null)
    .execute();
}

/** Its author deleted the message: what was not confirmed is gone with it, and so is what we answered, which told it again. */
export async function forgetSaying(tx: Transaction, note: string, actor: string, now: Date): Promise<void> {
  const saying = await findSayingOf(tx, note);
  if (saying === null || saying.actor !== actor) return;
  await withdrawSaying(tx, saying.token, now);
  await tx
    .updateTable("sayings")
    .set({ text: "", fields: "{}", unsure: [] })
    .where("token", "=", saying.token)
    .execute();
  const answer = saying.answer === null ? null : await findAnswer(tx, saying.answer);
  if (answer !== null && answer.deleted === null) await takeBackAnswer(tx, answer, now);
}

/** Takes back all that somebody promised in sentences towards a request and has not confirmed; how many there were. */
export async function withdrawUnconfirmed(
  tx: Transaction,
  { actor, request }: { readonly actor: string; readonly request: string },
  now: Date,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable("sayings")
    .set({ withdrawn: now })
    .where("actor", "=", actor)
    .where("request", "=", request)
    .where("used", "is", null)
    .where("withdrawn", "is", null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Forgets what is older than sentences are kept. */
export async function sweepSayings(tx: Transaction, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - daysKept * 24 * 3_600_000);
  await tx.deleteFrom("sayings").where("received", "<", oldest).execute();
}
