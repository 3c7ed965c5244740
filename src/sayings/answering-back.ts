import type { Transaction } from "../foundation/database.ts";
import { findAnswer } from "../messages/answers.ts";
import { keepAnswer, rewriteAnswer, wasAnswered } from "../messages/keeping-answers.ts";
import type { Addressed } from "./addressed.ts";
import { keepSaying, type NewSaying, noteAnswer, rereadSaying, withdrawSaying } from "./changes.ts";
import type { Saying } from "./sayings.ts";
import type { Texts } from "./texts.ts";

/** What answering finds at hand. */
export interface Answering {
  readonly addressed: Addressed;
  /** What was read of it before it was edited. */
  readonly known: Saying | null;
  readonly texts: Texts;
  readonly now: Date;
}

type Kept = Pick<NewSaying, "kind" | "request" | "deed" | "fields" | "unsure">;

/** Keeps what was read and says so; of an edited message, both read otherwise from now on. */
export async function keepAndSay(
  tx: Transaction,
  { addressed, known, now }: Answering,
  { by, say: sayOf, ...kept }: Kept & { readonly by: string | null; say(token: string): string },
): Promise<void> {
  const { id: note, author: actor, text, language, received } = addressed;
  const saying: NewSaying = { ...kept, note, actor, text, language, received };
  if (known !== null) {
    await rereadSaying(tx, known.token, saying);
    return resay(tx, known, sayOf(known.token), now);
  }
  const token = await keepSaying(tx, saying);
  const answer = await say(tx, addressed, { by, text: sayOf(token) }, now);
  if (answer !== null) await noteAnswer(tx, token, answer);
}

/** What an edited message no longer says leads nowhere any more. */
export async function takeBack(tx: Transaction, known: Saying, text: string, now: Date): Promise<void> {
  await withdrawSaying(tx, known.token, now);
  await resay(tx, known, text, now);
}

async function resay(tx: Transaction, { answer: id }: Saying, text: string, now: Date): Promise<void> {
  const answer = id === null ? null : await findAnswer(tx, id);
  if (answer !== null && answer.deleted === null && answer.text !== text.trim())
    await rewriteAnswer(tx, answer, text, now);
}

/** What one of our accounts says to the author of a message that leaves nothing to confirm, once to each message. */
export async function sayOnce(
  tx: Transaction,
  addressed: Addressed,
  said: { readonly by: string | null; readonly text: string },
  now: Date,
): Promise<void> {
  if (!(await wasAnswered(tx, addressed.id))) await say(tx, addressed, said, now);
}

async function say(
  tx: Transaction,
  addressed: Addressed,
  { by: actor, text }: { readonly by: string | null; readonly text: string },
  now: Date,
): Promise<string | null> {
  if (actor === null) return null;
  const { language } = addressed;
  return keepAnswer(tx, addressed, { actor, text, language }, { writer: null, now });
}
