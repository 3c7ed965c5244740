import type { Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type Deed, lockFunding } from "./changes.ts";
import type { FundingRequest, FundingState } from "./funding.ts";
import { type LifeRefusal, roleOf } from "./life.ts";

/** Says where those who promised pay, outside of here; once the order is signed, since before that nobody owes anything. */
export async function showPayment(
  tx: Transaction,
  code: string,
  payment: string | null,
  { by, now }: Deed,
): Promise<Outcome<FundingRequest, LifeRefusal>> {
  const request = await lockFunding(tx, code);
  if (roleOf(request, by) === "other") return refused("not-allowed");
  if (!paysNow(request)) return refused("wrong-state");
  const version = request.version + 1;
  await tx
    .updateTable("fundingRequests")
    .set({ payment, changed: now, version })
    .where("id", "=", request.id)
    .execute();
  return done({ ...request, payment, changed: now, version });
}

/** Whether what was promised is paid, somewhere else. */
export const paysNow = ({ state }: Pick<FundingRequest, "state">): boolean => paying.includes(state);

const paying: readonly FundingState[] = ["committed", "delivering", "delivered"];

/** Whether this is the address of a page where one may be sent to pay. */
export function isPaymentAddress(text: string): boolean {
  if (text.length > 2_000 || !URL.canParse(text)) return false;
  const { protocol, username, hostname } = new URL(text);
  return protocol === "https:" && username === "" && hostname.includes(".");
}
