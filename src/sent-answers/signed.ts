import type { Transaction } from "../foundation/database.ts";
import { answerOf, codeIn } from "../joint/answers.ts";
import type { Named } from "../joint/joint.ts";
import { findPaper } from "../joint/queries.ts";
import { findListedAt } from "../listed-funding/queries.ts";
import { sendSigned, suspendSigned, withdrawAnswer } from "./changes.ts";
import { findSentAnswer } from "./queries.ts";

/** What several hosts answer to a request of another instance leaves once all have signed, is held back as soon as one no longer does, and is taken back when its lead gives it up. */
export async function settleSigned(
  tx: Transaction,
  id: string,
  { origin, own, now }: { readonly origin: string; readonly own: Named; readonly now: Date },
): Promise<void> {
  const paper = await findPaper(tx, id);
  if (paper?.kind !== "answer" || paper.about === null || codeIn(paper.about, origin) !== null) return;
  const sent = await findSentAnswer(tx, id);
  if (paper.state === "withdrawn") {
    if (sent !== null && sent.state !== "withdrawn") await withdrawAnswer(tx, id, now);
    return;
  }
  const content = paper.state === "published" ? answerOf(paper, own) : null;
  if (content === null) return suspendSigned(tx, id, now);
  await sendSigned(tx, paper, await findListedAt(tx, paper.about), content, now);
}
