import type { Transaction } from "../foundation/database.ts";
import { type FundingRequest, type FundingState, holds, isOver } from "../funding/funding.ts";
import { type FundingAct, takesPledges } from "../funding/life.ts";
import { holdFunding, triesToHoldFunding } from "../funding/lock.ts";
import { moveFunding } from "../funding/moving.ts";
import { findFundingById } from "../funding/queries.ts";
import { lapseRunOut } from "./lapsing.ts";
import type { PledgeAct } from "./pledges.ts";
import { tallyFor } from "./tallies.ts";

/**
 * Brings the state of a request in line with what is promised, and with the time: it is reached, falls short again, or
 * fails at its deadline. Nobody promises meanwhile.
 */
export async function settleFunding(tx: Transaction, id: string, now: Date): Promise<FundingRequest | null> {
  await holdFunding(tx, id);
  const request = await findFundingById(tx, id);
  if (request === null || !takesPledges(request.state)) return request;
  await lapseRunOut(tx, request, now);
  const over = isOver(request, now);
  const act = actFor(request.state, holds(request.terms.goal, await tallyFor(tx, id), over), over);
  if (act === null) return request;
  const moved = { asked: null, askedUntil: null, ...(act === "fail" && { ended: now }) };
  const step = await moveFunding(tx, request, { act, role: act === "fail" ? "clock" : "ledger", now, moved });
  if (!step.done) throw new Error(`the request ${id} cannot ${act}: ${step.reason}`);
  return step.value;
}

function actFor(state: FundingState, met: boolean, over: boolean): FundingAct | null {
  if (met) return state === "open" ? "reach" : null;
  if (over) return "fail";
  return state === "reached" ? "fall-short" : null;
}

/**
 * Settles a request at once where nobody else promises at this moment; under a crowd, the job that follows their events
 * does. More that is promised changes nothing of what is reached, and so is not summed.
 */
export async function settleIfAlone(
  tx: Transaction,
  { id, state }: { readonly id: string; readonly state: FundingState },
  act: PledgeAct,
  now: Date,
): Promise<void> {
  if (state === "reached" && (act === "make" || act === "confirm")) return;
  if (await triesToHoldFunding(tx, id)) await settleFunding(tx, id, now);
}
