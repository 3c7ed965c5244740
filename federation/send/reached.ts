import type { Transaction } from "../../src/foundation/database.ts";

/** Once those who were reached have been asked to erase it, nobody needs to know who they were. */
export async function forgetReached(tx: Transaction, about: string): Promise<void> {
  await tx.deleteFrom("reached").where("about", "=", about).execute();
}
