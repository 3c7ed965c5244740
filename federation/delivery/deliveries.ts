import { sql } from "kysely";
import type { Transaction } from "../../src/foundation/database.ts";
import { addDeliveries, dropTry, setTry } from "./delivery-jobs.ts";
import { noteSendings } from "./erasing.ts";

/** An activity of ours, as it goes over the wire. */
export interface Outgoing {
  readonly id: string;
  /** The id of the local actor that says it. */
  readonly actor: string;
  readonly type: string;
  /** The JSON as sent, the same for everyone. */
  readonly body: string;
  /** Public ones stand in the outbox and at their address. */
  readonly public: boolean;
  /** The id of the erasure that it asks for: which servers confirm it is noted. */
  readonly erases?: string | undefined;
}

/** Sends an activity to these inboxes, each once, as soon as the transaction commits. One that was sent before is not sent again. */
export async function send(tx: Transaction, outgoing: Outgoing, inboxes: readonly string[]): Promise<void> {
  const given = sql`select inbox, min(n) as n from unnest(${[...inboxes]}::text[]) with ordinality as given (inbox, n) group by inbox`;
  await sendTo(tx, outgoing, given);
}

/** Sends an activity to an inbox, also one that was sent before: whoever asks again has missed it. One that is still on its way is not sent twice. */
export async function repeat(tx: Transaction, { id, actor, type, body, public: open }: Outgoing, inbox: string) {
  await tx
    .insertInto("outgoing")
    .values({ id, actor, type, body, public: open })
    .onConflict((known) => known.column("id").doUpdateSet({ body }))
    .execute();
  await tx.deleteFrom("deliveries").where("outgoing", "=", id).where("state", "=", "failed").execute();
  const waiting = await tx.selectFrom("deliveries").select("id").where("outgoing", "=", id).executeTakeFirst();
  if (waiting === undefined) await addDeliveries(tx, [{ outgoing: id, inbox }]);
}

/** Sends an activity to all who follow its actor, and to `also`; followers on one server are reached through its shared inbox, once. One that erases goes to those who followed, too. */
export async function sendToFollowers(
  tx: Transaction,
  outgoing: Outgoing,
  also: readonly string[] = [],
): Promise<void> {
  const followers = sql`
    select inbox, min(since) as n from (
      select inbox, since from followers where actor = ${outgoing.actor} and accepted
      union all select inbox, now() from reached where about = ${outgoing.actor} and ${outgoing.erases !== undefined}
      union all select inbox, now() from unnest(${[...also]}::text[]) as given (inbox)) as all_of_them
    group by inbox`;
  await sendTo(tx, outgoing, followers);
}

// The body is stored once; each job names it and one inbox.
async function sendTo(
  tx: Transaction,
  { id, actor, type, body, public: open, erases }: Outgoing,
  inboxes: ReturnType<typeof sql>,
) {
  if (erases !== undefined) await noteSendings(tx, { erases, id }, inboxes);
  await sql`
    with sent as (
      insert into outgoing (id, actor, type, body, public) values (${id}, ${actor}, ${type}, ${body}, ${open})
      on conflict (id) do nothing returning id)
    select from sent, lateral (
      select array_agg(
        ('deliver', json_build_object('outgoing', sent.id, 'inbox', inbox), null, now(), 25::smallint, null, 0::smallint, null)::graphile_worker.job_spec
        order by n, inbox) as jobs
      from (${inboxes}) as reached having count(*) > 0) as fan_out, lateral graphile_worker.add_jobs(jobs)`.execute(tx);
}

/** Starts anew with a delivery that was given up, for another 14 days; false when there is none of this id. */
export async function sendAgain(tx: Transaction, id: number): Promise<boolean> {
  const now = new Date();
  const found = await tx
    .updateTable("deliveries")
    .set({ state: "waiting", attempts: 0, firstTry: now, nextTry: now })
    .where("id", "=", id)
    .where("state", "=", "failed")
    .returning("id")
    .executeTakeFirst();
  if (found) await setTry(tx, id, now);
  return found !== undefined;
}

/** Gives a delivery up for good, whatever its state; false when there is none of this id. */
export async function drop(tx: Transaction, id: number): Promise<boolean> {
  const found = await tx.deleteFrom("deliveries").where("id", "=", id).returning("id").executeTakeFirst();
  await dropTry(tx, id);
  return found !== undefined;
}
