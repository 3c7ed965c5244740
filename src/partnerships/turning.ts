import { randomUUID } from "node:crypto";
import type { Updateable } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import type { Partnerships } from "../foundation/tables.ts";
import type { PartnershipChanged, PartnershipHeard, PartnershipShown } from "./events.ts";
import { isOver, type PartnershipDeed } from "./life.ts";
import type { Partnership, PartnershipState } from "./partnership.ts";
import { findPartnership, lockPartnership } from "./queries.ts";

/** A partnership as it stands, and stays until this transaction ends. */
export async function hold(tx: Transaction, id: string): Promise<Partnership> {
  return need(id, await lockPartnership(tx, id));
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
  const after = need(before.id, await findPartnership(tx, before.id));
  if (after.public === before.public) return after;
  if (after.public && after.published === null)
    await tx.updateTable("partnerships").set({ published: now }).where("id", "=", before.id).execute();
  const event: PartnershipShown = {
    ...{ id: randomUUID(), name: "partnership-shown", happened: now.toISOString() },
    ...{ partnership: before.id, public: after.public },
  };
  await record(tx, event);
  return after.public ? need(before.id, await findPartnership(tx, before.id)) : after;
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

function need(id: string, found: Partnership | null): Partnership {
  if (found === null) throw new NotFound(`there is no partnership ${id}`);
  return found;
}
