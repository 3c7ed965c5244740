import { sql } from "kysely";
import type { Database, Transaction } from "../foundation/database.ts";
import { eraseParty } from "../funding/parties.ts";

/** Erases all that names whoever promised: name, account, words, and what its server sent. Amounts stay, as somebody's, so that totals do. */
export async function erasePledger(tx: Transaction, party: string, now: Date): Promise<void> {
  await tx
    .deleteFrom("pledgePapers")
    .where("pledge", "in", tx.selectFrom("pledges").select("pledge").where("party", "=", party))
    .execute();
  const theirs = tx.selectFrom("parties").select("actor").where("id", "=", party).where("actor", "is not", null);
  await tx.deleteFrom("agreements").where("actor", "in", theirs).execute();
  await tx.deleteFrom("pledgeMessages").where("actor", "in", theirs).execute();
  await eraseParty(tx, party, now);
}

/** The recurring job that erases those with an account elsewhere whose last request, promise or answer is of one that ended three years ago. */
export async function eraseOldPledgers(db: Database, now: Date): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from parties where kind = 'actor' and erased is null and created < ${before(now)}
      and not exists (select from funding_requests where (requester = parties.id or steward = parties.id)
        and (ended is null or ended >= ${before(now)}))
      and not exists (select from pledges join funding_requests on funding_requests.id = pledges.request
        where pledges.party = parties.id and (ended is null or ended >= ${before(now)}))
      and not exists (select from funding_proposals join funding_requests on funding_requests.id = funding_proposals.request
        where funding_proposals.party = parties.id and (ended is null or ended >= ${before(now)}))
    order by id`.execute(db);
  for (const { id } of rows) await db.transaction().execute((tx) => erasePledger(tx, id, now));
}

function before(now: Date): Date {
  const then = new Date(now);
  then.setUTCFullYear(then.getUTCFullYear() - 3);
  return then;
}
