import { randomUUID } from "node:crypto";
import type { Updateable } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import type { Partnerships } from "../foundation/tables.ts";
import type { PartnershipChanged, PartnershipHeard, PartnershipShown } from "./events.ts";
import { isOver, type PartnershipDeed } from "./life.ts";
import type { Partnership, PartnershipState } from "./partnership.ts";
import { findPartnership } from "./queries.ts";

/** A partnership as it stands, and stays until this transaction ends. */
export async function hold(tx: Transaction, id: string): Promise<Partnership> {
  await tx.selectFrom("partnerships").select("id").where("id", "=", id).forUpdate().execute();
  return need(tx, id);
}

/** Writes what has changed of it. Whether everybody sees it may change with that, and is then told. */
export async function turn(
  tx: Transaction,
  before: Partnership,
  change: Updateable<Partnerships>,
  now: Date,
): Promise<Partnership> {
  await tx
    .updateTable("partnerships")
    .set({ ...change, changed: now })
    .where("id", "=", before.id)
    .execute();
  const after = await need(tx, before.id);
  if (after.public === before.public) return after;
  if (after.public && after.published === null)
    await tx.updateTable("partnerships").set({ published: now }).where("id", "=", before.id).execute();
  const event: PartnershipShown = {
    ...{ id: randomUUID(), name: "partnership-shown", happened: now.toISOString() },
    ...{ partnership: before.id, public: after.public },
  };
  await record(tx, event);
  return after.public ? need(tx, before.id) : after;
}

/** What a new state brings with it: when it was answered, when it was over. */
export function entering(before: Partnership, state: PartnershipState, now: Date): Updateable<Partnerships> {
  const answered = before.answered ?? (["accepted", "declined", "countered"].includes(state) ? now : null);
  return { state, answered, ended: isOver(state) ? now : null };
}

/** Has the other host told what ours did. */
export async function tellChanged(tx: Transaction, id: string, deed: PartnershipDeed, now: Date): Promise<void> {
  const happened = { id: randomUUID(), happened: now.toISOString() };
  const event: PartnershipChanged = { ...happened, name: "partnership-changed", partnership: id, deed };
  await record(tx, event);
}

/** Has ours told what the other host did. */
export async function tellHeard(tx: Transaction, id: string, what: PartnershipHeard["what"], now: Date): Promise<void> {
  const happened = { id: randomUUID(), happened: now.toISOString() };
  const event: PartnershipHeard = { ...happened, name: "partnership-heard", partnership: id, what };
  await record(tx, event);
}

async function need(tx: Transaction, id: string): Promise<Partnership> {
  const found = await findPartnership(tx, id);
  if (found === null) throw new NotFound(`there is no partnership ${id}`);
  return found;
}
