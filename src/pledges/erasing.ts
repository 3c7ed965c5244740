import type { Transaction } from "../foundation/database.ts";
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
