import type { Transaction } from "../foundation/database.ts";
import { hold } from "./changes.ts";
import { latestOf, type SentPledge, type SentStanding } from "./sent-pledge.ts";

/** What the other instance answers to one of our activities about a promise. */
export type SentAnswer =
  | { readonly kind: "accepted"; readonly agreement: string | null; readonly amount: string | null }
  | { readonly kind: "refused"; readonly reason: string };

/** Keeps what was answered. The first answer to a version holds; what refuses a withdrawal or a confirmation lets the promise stand. */
export async function hearSentAnswer(
  tx: Transaction,
  { id }: Pick<SentPledge, "id">,
  activity: string,
  answer: SentAnswer,
  now: Date,
): Promise<void> {
  const pledge = await hold(tx, id);
  const version = pledge.versions.find(({ offer }) => offer === activity);
  if (version !== undefined) return hearOfVersion(tx, pledge, version.version, answer, now);
  if (answer.kind === "accepted") return;
  const stands =
    activity === pledge.undo ? { withdrawn: null, undo: null } : activity === pledge.confirming && { confirming: null };
  if (!stands) return;
  const { reason } = answer;
  await tx
    .updateTable("sentPledges")
    .set({ ...stands, reason, changed: now })
    .where("id", "=", id)
    .execute();
}

async function hearOfVersion(tx: Transaction, pledge: SentPledge, version: number, answer: SentAnswer, now: Date) {
  const { id } = pledge;
  const accepted = answer.kind === "accepted";
  await tx
    .updateTable("sentPledgeVersions")
    .set({ answer: answer.kind, reason: accepted ? null : answer.reason, answered: now })
    .where("pledge", "=", id)
    .where("version", "=", version)
    .where("answer", "is", null)
    .execute();
  if (!accepted) {
    const isLast = latestOf(pledge).version === version;
    if (isLast) await tx.updateTable("sentPledges").set({ changed: now }).where("id", "=", id).execute();
    return;
  }
  const { agreement, amount } = answer;
  const newer = version >= (pledge.held?.version ?? 0);
  await tx
    .updateTable("sentPledges")
    .set({
      ...(agreement !== null && { agreement }),
      ...(newer && { heldVersion: version, heldAmount: amount }),
      ...(pledge.standing === null && { standing: "promised" }),
      changed: now,
    })
    .where("id", "=", id)
    .execute();
}

/** What the other instance shows of a promise at its agreement's address. */
export interface ShownThere {
  readonly version: number;
  readonly amount: string;
  readonly standing: SentStanding;
  readonly confirmUntil: Date | null;
}

/** Keeps how a promise stands there. An answer that was lost on the way is none the less known by it. */
export async function noteShown(tx: Transaction, id: string, shown: ShownThere, now: Date): Promise<SentPledge> {
  const { version, amount, standing, confirmUntil } = shown;
  const pledge = await hold(tx, id);
  const confirming = standing === "confirmed" || confirmUntil === null ? null : pledge.confirming;
  await tx
    .updateTable("sentPledges")
    .set({ heldVersion: version, heldAmount: amount, standing, confirmUntil, confirming, compared: now })
    .where("id", "=", id)
    .execute();
  await tx
    .updateTable("sentPledgeVersions")
    .set({ answer: "accepted", answered: now })
    .where("pledge", "=", id)
    .where("version", "=", version)
    .where("answer", "is", null)
    .execute();
  return hold(tx, id);
}

/** The other instance has it no more: as we wanted, or since it lapsed there. */
export async function noteEnded(tx: Transaction, id: string, now: Date): Promise<void> {
  const { withdrawn } = await hold(tx, id);
  await tx
    .updateTable("sentPledges")
    .set({
      settled: now,
      compared: now,
      confirmUntil: null,
      ...(withdrawn === null && { standing: "lapsed", changed: now }),
    })
    .where("id", "=", id)
    .execute();
}

/** Nothing more is to be compared: it is over on both sides. */
export async function settleSent(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.updateTable("sentPledges").set({ settled: now, compared: now }).where("id", "=", id).execute();
}
