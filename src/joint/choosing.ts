import type { Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import { happened, lockPaper } from "./changes.ts";
import type { JointChosen } from "./events.ts";

/** Whoever asks has chosen the answer that our host leads: its partners learn of it. Said again, it is said once. */
export async function noteChosen(tx: Transaction, id: string, now: Date): Promise<void> {
  const { kind, chosen } = await lockPaper(tx, id);
  if (kind !== "answer" || chosen !== null) return;
  await tx.updateTable("jointPapers").set({ chosen: now, changed: now }).where("id", "=", id).execute();
  const event: JointChosen = { ...happened(now), name: "joint-chosen", paper: id };
  await record(tx, event);
}
