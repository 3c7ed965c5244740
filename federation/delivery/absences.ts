import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Database, Transaction } from "../../src/foundation/database.ts";
import { hearPeer } from "../../src/peers/changes.ts";
import { ofInstance } from "../receive/activity.ts";
import { addDeliveries } from "./delivery-jobs.ts";
import type { Delivery } from "./records.ts";
import { isLongAbsent } from "./schedule.ts";

/** What becomes of those who were reached at an inbox that is not there. */
export interface Absences {
  /** 410: whoever was reached there through a shared inbox is from now on reached at their own; the others follow us no longer. */
  leave(delivery: Pick<Delivery, "inbox" | "outgoing">): Promise<void>;
  /** A 404: after three days of them, do what can be done; false when nothing can, and the delivery is tried again. */
  resolve(delivery: Delivery): Promise<boolean>;
}

/** `isDenied`: whether an actor's own server says that there is none. */
export function openAbsences(db: Database, isDenied: (actor: string) => Promise<boolean>): Absences {
  const move = (delivery: Delivery) => db.transaction().execute((tx) => moveToOwnInboxes(tx, delivery));
  return {
    leave: ({ inbox, outgoing }) =>
      db.transaction().execute(async (tx) => {
        await moveToOwnInboxes(tx, { inbox, outgoing });
        await endFollows(tx, sql`inbox = ${inbox}`);
        await tx.deleteFrom("deliveries").where("inbox", "=", inbox).execute();
      }),
    async resolve(delivery) {
      if (!isLongAbsent(delivery, new Date())) return false;
      if (await move(delivery)) return true;
      const denied = await findDenied(db, delivery.inbox, isDenied);
      // What the others' servers said meanwhile may have been another inbox.
      if (await move(delivery)) return true;
      if (denied.length === 0) return false;
      return db.transaction().execute((tx) => endDenied(tx, delivery.inbox, denied));
    },
  };
}

/** Followers by a shared inbox are reached at their own instead, also with what still waits for it; true when that settles this delivery. */
async function moveToOwnInboxes(
  tx: Transaction,
  { inbox, outgoing }: Pick<Delivery, "inbox" | "outgoing">,
): Promise<boolean> {
  const { rows } = await sql<{ actor: string; own: string; accepted: boolean }>`
    update followers set inbox = remote_actors.inbox from remote_actors
    where id = follower and followers.inbox = ${inbox} and remote_actors.inbox <> ${inbox}
    returning actor, remote_actors.inbox as own, accepted`.execute(tx);
  if (rows.length === 0) return false;
  await tx.updateTable("remoteActors").set({ sharedInbox: null }).where("sharedInbox", "=", inbox).execute();
  const accepted = rows.filter((row) => row.accepted);
  return sendAnew(tx, { inbox, outgoing, reached: accepted });
}

interface Rerouted {
  readonly inbox: string;
  readonly outgoing: string;
  /** Which of our actors is followed, and the follower's own inbox. */
  readonly reached: readonly { readonly actor: string; readonly own: string }[];
}

// What is between two was addressed to one inbox, and is not for others. What somebody is still reached with there, stays.
async function sendAnew(tx: Transaction, { inbox, outgoing, reached }: Rerouted): Promise<boolean> {
  const { rows } = await sql<{ outgoing: string; inbox: string }>`
    select distinct id as outgoing, own as inbox
    from (select outgoing as id from deliveries where inbox = ${inbox} and state <> 'failed' union select ${outgoing}::uuid) as waiting
    join outgoing using (id)
    join unnest(${reached.map(({ actor }) => actor)}::uuid[], ${reached.map(({ own }) => own)}::text[]) as reached (actor, own) using (actor)
    where public`.execute(tx);
  await addDeliveries(tx, rows);
  const settled = await sql<{ outgoing: string }>`
    delete from deliveries where inbox = ${inbox} and outgoing = any(${rows.map((row) => row.outgoing)}::uuid[])
    and not exists (
      select from followers join outgoing as sent using (actor)
      where followers.inbox = ${inbox} and accepted and sent.id = deliveries.outgoing)
    returning outgoing`.execute(tx);
  return settled.rows.some((row) => row.outgoing === outgoing);
}

const mostAsked = 20;

async function findDenied(
  db: Database,
  inbox: string,
  isDenied: (actor: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const reached = await db
    .selectFrom("followers")
    .select("follower")
    .distinct()
    .where("inbox", "=", inbox)
    .limit(mostAsked)
    .execute();
  const denied: string[] = [];
  for (const { follower } of reached) if (await isDenied(follower)) denied.push(follower);
  return denied;
}

// True when nobody is reached there any more.
async function endDenied(tx: Transaction, inbox: string, denied: readonly string[]): Promise<boolean> {
  await endFollows(tx, sql`follower = any(${[...denied]}::text[])`);
  const others = await tx.selectFrom("followers").select("follower").where("inbox", "=", inbox).limit(1).execute();
  if (others.length > 0) return false;
  await tx.deleteFrom("deliveries").where("inbox", "=", inbox).execute();
  return true;
}

/** Who follows no longer; an instance among them is a peer no longer either. */
async function endFollows(tx: Transaction, which: RawBuilder<SqlBool>): Promise<void> {
  const ended = await tx
    .deleteFrom("followers")
    .where(which)
    .returning(["follower", ofInstance.as("peer")])
    .execute();
  for (const { follower, peer } of ended) if (peer) await hearPeer(tx, follower, "withdraws", new Date());
}
