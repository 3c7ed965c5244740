import { sql } from "kysely";
import type { Database, Reader, Transaction } from "../foundation/database.ts";

/** What another server said of a promise, and what it was answered. */
export interface PledgeMessage {
  /** The id of what it sent. */
  readonly message: string;
  readonly actor: string;
  readonly request: string;
  /** Which promise it is about; null where it led to none. */
  readonly pledge: string | null;
  /** The row of the ledger that the answer is about; null where there is none. */
  readonly number: number | null;
  /** Why it was refused; null where it was not. */
  readonly reason: string | null;
}

/** What was answered to a message before; null when it is new. It is one actor's: nobody else is told of it, or says something else under its id. */
export async function findPledgeMessage(reader: Reader, message: string): Promise<PledgeMessage | null> {
  const row = await reader
    .selectFrom("pledgeMessages")
    .select(["message", "actor", "request", "pledge", "number", "reason"])
    .where("message", "=", message)
    .executeTakeFirst();
  return row ?? null;
}

/** Notes what a message was answered, as long as the request is under way. */
export async function notePledgeMessage(tx: Transaction, message: PledgeMessage, now: Date): Promise<void> {
  await tx
    .insertInto("pledgeMessages")
    .values({ ...message, heard: now })
    .execute();
}

/** What one actor, and all those of one domain, may say of promises within an hour. */
const mostMessages = { actor: 100, domain: 1_000 } as const;

/** Whether an actor has had its say for this hour: what comes is refused, and after as much again not even answered. */
export async function crowdedBy(reader: Reader, actor: string, now: Date): Promise<"room" | "full" | "silent"> {
  const since = new Date(now.getTime() - 3_600_000);
  const { rows } = await sql<{ actor: number; domain: number }>`
    select (select count(*) from pledge_messages where actor = ${actor} and heard > ${since})::integer as actor,
      (select count(*) from pledge_messages where heard > ${since}
        and domain = registrable_domain(substring(${actor} from '^https?://[^/]+')))::integer as domain`.execute(
    reader,
  );
  const { actor: own = 0, domain = 0 } = rows[0] ?? {};
  const share = Math.max(own / mostMessages.actor, domain / mostMessages.domain);
  return share < 1 ? "room" : share < 2 ? "full" : "silent";
}

/** The recurring job that forgets what servers said of promises, 90 days after the request has ended. */
export async function sweepPledgeMessages(db: Database, now: Date): Promise<void> {
  const ended = db
    .selectFrom("fundingRequests")
    .select("id")
    .where("state", "in", ["delivered", "failed", "cancelled"])
    .where("ended", "<", new Date(now.getTime() - 90 * 86_400_000));
  await db.deleteFrom("pledgeMessages").where("request", "in", ended).execute();
}
