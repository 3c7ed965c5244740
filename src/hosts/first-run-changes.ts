import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import type { JsonObject } from "../foundation/tables.ts";
import type { FirstRunStep } from "./first-run.ts";

/** The guided set-up goes on from here, until it is ended. */
export async function beginFirstRun(tx: Transaction): Promise<void> {
  await tx
    .updateTable("hosts")
    .set({ firstRun: JSON.stringify({}) })
    .execute();
}

/** Notes how a step was left; what was done stays done when somebody passes by it again. */
export async function leaveStep(tx: Transaction, step: FirstRunStep, how: "done" | "skipped"): Promise<void> {
  const left = JSON.stringify({ [step]: how });
  const merged =
    how === "done" ? sql<JsonObject>`first_run || ${left}::jsonb` : sql<JsonObject>`${left}::jsonb || first_run`;
  await tx.updateTable("hosts").set({ firstRun: merged }).where("firstRun", "is not", null).execute();
}

/** The guided set-up is over; from now on the desk has it all. */
export async function endFirstRun(tx: Transaction): Promise<void> {
  await tx.updateTable("hosts").set({ firstRun: null }).execute();
}
