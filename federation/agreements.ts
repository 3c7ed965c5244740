import type { Reader } from "../src/foundation/database.ts";
import type { FundingRequest } from "../src/funding/funding.ts";
import { findFundingById } from "../src/funding/queries.ts";
import type { Agreement } from "../src/pledges/agreements.ts";
import { findLast } from "../src/pledges/ledger.ts";
import { stateOf } from "../src/pledges/pledge-state.ts";
import { type Entry, isConfirmed, isLive, type Promised } from "../src/pledges/pledges.ts";
import { counts, nothingPromised, tallyFor } from "../src/pledges/tallies.ts";
import { actorIri, agreementIri, fundingPage, proposalIri } from "./addresses.ts";
import type { AcceptedDetails, Stipulated, Agreement as WrittenAgreement } from "./vocabulary/agreement.ts";
import { writeAmount } from "./vocabulary/amounts.ts";

/** What a promise comes to, as it travels. */
export function stipulated({ amount, help }: Promised, proposal: string, currency: string): Stipulated {
  if (help === null) return { proposal, toward: "primary", unit: "one", quantity: writeAmount(amount ?? 0, currency) };
  return { proposal, toward: "help", unit: help.unit === "thing" ? "one" : help.unit, quantity: String(help.count) };
}

/** The address of a request's own actor. */
export const campaignIri = (origin: string, request: string): string =>
  actorIri(origin, { id: request, kind: "campaign" });

/** What was agreed with whom promised it, as a row of the ledger has it. */
export function agreedOn(
  origin: string,
  { id, request }: Pick<Agreement, "id" | "request">,
  { code, terms }: Pick<FundingRequest, "code" | "terms">,
  promised: Promised,
): WrittenAgreement {
  return {
    ...{ id: agreementIri(origin, id), by: campaignIri(origin, request), url: fundingPage(origin, code) },
    ...stipulated(promised, proposalIri(origin, request), terms.goal.currency),
  };
}

/** An agreement as it stands: what both sides may read of it, or since when it is no more. */
export type Standing =
  | { readonly kind: "stands"; readonly agreement: WrittenAgreement; readonly details: AcceptedDetails }
  | { readonly kind: "ended"; readonly ended: Date };

export async function standingOf(reader: Reader, origin: string, agreement: Agreement): Promise<Standing | null> {
  const { pledge, made } = agreement;
  const [request, last] = [await findFundingById(reader, agreement.request), await findLast(reader, pledge)];
  if (request === null || last === null) return null;
  if (!isLive(last)) return { kind: "ended", ended: last.said };
  const asked = request.asked?.since ?? null;
  const standing = stateOf(last, { state: request.state, asked }, await isCounted(reader, last));
  const confirmUntil = isConfirmed(last, asked) ? null : (request.asked?.until ?? null);
  return {
    kind: "stands",
    agreement: agreedOn(origin, agreement, request, last.promised),
    details: { version: last.version, standing, confirmUntil, made, changed: last.said },
  };
}

async function isCounted(reader: Reader, entry: Entry): Promise<boolean> {
  const hangs = entry.promised?.condition != null;
  return counts(entry, hangs ? await tallyFor(reader, entry.request) : nothingPromised);
}
