import type { Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import { day, happened, hear, listTold, lockAsking, move, sayToAll } from "./changes.ts";
import type { AskingErased } from "./events.ts";
import { mayAsking } from "./life.ts";
import { listHostsOf } from "./queries.ts";
import { days } from "./together.ts";

/** Erases an asking with all that was answered; those who read it are told to forget it. False when there was none. */
export async function eraseAsking(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const row = await tx
    .selectFrom("askings")
    .select(["id", "party", "sent"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return false;
  const told = row.sent === null ? [] : await listTold(tx, id);
  const hosts = told.flatMap(({ id: asked, host }) => (host === null ? [] : [{ id: asked, host }]));
  await tx.deleteFrom("askings").where("id", "=", id).execute();
  const event: AskingErased = { ...happened(now), name: "asking-erased", party: row.party, hosts };
  await record(tx, event);
  return true;
}

/** Ends what nobody ended in time, and erases what is kept no longer; how many of each. */
export async function settleOldAskings(tx: Transaction, now: Date): Promise<{ expired: number; erased: number }> {
  const late = await tx
    .selectFrom("askings")
    .select("id")
    .where("state", "in", ["open", "led"])
    .where("expires", "<", now)
    .orderBy("id")
    .execute();
  for (const { id } of late) await expire(tx, id, now);
  const old = await tx
    .selectFrom("askings")
    .select("id")
    .where("changed", "<", new Date(now.getTime() - days.kept * day))
    .orderBy("id")
    .execute();
  for (const { id } of old) await eraseAsking(tx, id, now);
  return { expired: late.length, erased: old.length };
}

async function expire(tx: Transaction, id: string, now: Date): Promise<void> {
  const asking = await lockAsking(tx, id);
  if (!mayAsking(asking.state, "expire", "clock")) return;
  await move(tx, asking, "expire", "clock", {}, now);
  await sayToAll(tx, { asking, hosts: await listHostsOf(tx, id) }, now);
  await hear(tx, id, "expired", now);
}
