import { randomUUID } from "node:crypto";
import type { Database, Transaction } from "../../src/foundation/database.ts";
import type { Outcome } from "../../src/foundation/outcome.ts";
import { draftFunding, openFunding } from "../../src/funding/changes.ts";
import { NewFundingInput } from "../../src/funding/form.ts";
import type { FundingRequest, Party } from "../../src/funding/funding.ts";
import { actorParty } from "../../src/funding/parties.ts";
import type { Promised } from "../../src/pledges/pledges.ts";

/** What is done, done; a refusal is a failure of the test. */
export function must<Value>(outcome: Outcome<Value, unknown>): Value {
  if (outcome.done) return outcome.value;
  throw new Error(`refused: ${String(outcome.reason)}`);
}

/** The last day of the second month after this: early and late enough for a deadline, whenever the tests run. */
const deadlineFrom = (now: Date): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 3, 0)).toISOString().slice(0, 10);

/** A request as somebody would ask for it, with what the test changes. */
export const asked = (more: object = {}, now = new Date()) =>
  NewFundingInput.parse({
    ...{
      title: "Un Nextcloud à plusieurs",
      kind: "shared-purchase",
      needs: ["file-sharing"],
      description: "Pour nous.",
    },
    goal: { mode: "all-or-nothing", minimum: "600.00" },
    deadline: deadlineFrom(now),
    ...more,
  });

/** A party of the Fediverse that nobody else is. */
export function someParty(tx: Transaction, now: Date, name = "AMAP du Lavoir"): Promise<Party> {
  return actorParty(tx, { actor: `https://social.example/users/${randomUUID()}`, name, address: null }, now);
}

/** An open request of a party of its own. */
export async function someFunding(db: Database, now: Date, more: object = {}): Promise<FundingRequest> {
  return db.transaction().execute(async (tx) => {
    const requester = await someParty(tx, now, "Vélo et Compagnie");
    const { code } = must(await draftFunding(tx, asked(more, now), { requester, now }));
    return must(await openFunding(tx, code, { by: requester.id, now }));
  });
}

/** A promise of money, with what the test changes. */
export const promise = (amount: number, more: Partial<Promised> = {}): Promised => ({
  ...{ amount, help: null, condition: null, visibility: "visible", validUntil: null, ...more },
});
