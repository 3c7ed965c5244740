import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import { placeOf, toAnswer, unblocked } from "./conversations.ts";

/** How many conversations wait for an answer, as a subselect. */
export const conversationsToAnswer = sql<number>`(
  select count(distinct coalesce(conversation, id)) from messages where ${toAnswer} and ${unblocked(toAnswer)})`;

export async function countToAnswer(reader: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`select ${conversationsToAnswer} as count`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** A message that waits for an answer. */
export interface Waiting {
  readonly number: number;
  readonly author: string;
  readonly received: Date;
}

/** The message that has waited longest for an answer; `but` leaves out the conversation of one. Null when none waits. */
export async function findOldest(reader: Reader, but: number | null = null): Promise<Waiting | null> {
  const { rows } = await sql<Waiting>`
    select number, author, received from messages where ${toAnswer} and ${unblocked(toAnswer)}
    and coalesce(conversation, id) is distinct from ${but === null ? null : placeOf(but)}
    order by received, number limit 1`.execute(reader);
  return rows[0] ?? null;
}
