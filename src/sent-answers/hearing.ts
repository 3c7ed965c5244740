import { randomUUID } from "node:crypto";
import type { Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import { hold } from "./changes.ts";
import type { AnswerHeard } from "./events.ts";
import type { AnswerStanding } from "./sent-answer.ts";

/** Keeps what the request's instance says of our answer. Said again, it is news to nobody; once chosen, an older word that comes late changes nothing. */
export async function hearStanding(
  tx: Transaction,
  id: string,
  { standing, reason }: { readonly standing: AnswerStanding; readonly reason: string | null },
  now: Date,
): Promise<void> {
  const before = await hold(tx, id);
  if (before.state === "withdrawn" || (before.standing === standing && before.reason === reason)) return;
  await tx
    .updateTable("sentAnswers")
    .set({ standing, reason: standing === "refused" ? reason : null, answered: now })
    .where("id", "=", id)
    .execute();
  if (before.standing === standing) return;
  const event: AnswerHeard = {
    ...{ id: randomUUID(), name: "sent-answer-heard", happened: now.toISOString(), sent: id, standing },
  };
  await record(tx, event);
}
