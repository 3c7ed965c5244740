import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { noteErasure } from "../erasures/changes.ts";
import type { Reader, Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { findHandleById, retireHandle } from "../hosts/handles.ts";
import { erasePledger } from "../pledges/erasing.ts";
import type { AssociationRetired } from "./events.ts";

export type CloseRefusal = "requests-running";

/** How many requests that an association made or carries are under way: others wait for something of them. */
export async function countRunning(reader: Reader, association: string): Promise<number> {
  const { count } = await reader
    .selectFrom("fundingRequests")
    .select(sql<number>`count(*)`.as("count"))
    .where("state", "in", ["open", "reached", "committed", "delivering"])
    .where(({ or, eb }) => or([eb("requester", "=", association), eb("steward", "=", association)]))
    .executeTakeFirstOrThrow();
  return count;
}

/** Takes an association away with its members: what it promised stays in the ledger, as somebody's. */
export async function eraseAssociation(
  tx: Transaction,
  association: string,
  now: Date,
): Promise<Outcome<null, CloseRefusal>> {
  await tx.selectFrom("associations").select("id").where("id", "=", association).forUpdate().execute();
  if ((await countRunning(tx, association)) > 0) return refused("requests-running");
  await eraseWhole(tx, association, now);
  return done(null);
}

/** Erases in a backup an association that was erased after it was taken, whatever was under way then; false where there is none. */
export async function eraseAssociationAnew(tx: Transaction, association: string, now: Date): Promise<boolean> {
  const found = await tx.selectFrom("associations").select("id").where("id", "=", association).executeTakeFirst();
  if (found !== undefined) await eraseWhole(tx, association, now);
  return found !== undefined;
}

async function eraseWhole(tx: Transaction, association: string, now: Date): Promise<void> {
  await noteErasure(tx, { id: association, kind: "association" }, now);
  await erasePledger(tx, association, now);
  await retireActor(tx, association, now);
  await tx.deleteFrom("associations").where("id", "=", association).execute();
}

/** Its account on other servers is no more: those whom it followed are told so, and nothing of what it read stays. */
export async function retireActor(tx: Transaction, association: string, now: Date): Promise<void> {
  const handle = await findHandleById(tx, association);
  if (handle === null || handle.gone !== null) return;
  await retireHandle(tx, association, now);
  await forgetNews(tx, association, null);
  await noteErasure(tx, { id: association, kind: "actor" }, now);
  const event: AssociationRetired = {
    ...{ id: randomUUID(), name: "association-retired", happened: now.toISOString(), actor: association },
  };
  await record(tx, event);
}

/** What somebody said is no longer kept for an association; of all whom it followed where nobody is named. */
export async function forgetNews(tx: Transaction, association: string, author: string | null): Promise<void> {
  await sql`
    update messages set recipients = array_remove(recipients, ${association}::uuid)
    where kind = 'news' and recipients @> array[${association}::uuid]
    and ${author === null ? sql`true` : sql`author = ${author}`}`.execute(tx);
  await tx.deleteFrom("messages").where("kind", "=", "news").where("recipients", "=", sql<string[]>`'{}'`).execute();
}
