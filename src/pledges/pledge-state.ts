import type { FundingState, Party } from "../funding/funding.ts";
import { type Entry, isConfirmed } from "./pledges.ts";

/** What a promise is now, for those who read of it. */
export const pledgeStates = ["promised", "waiting", "confirmed", "withdrawn", "lapsed", "released"] as const;
export type PledgeState = (typeof pledgeStates)[number];

/** A promise as it stands. */
export interface Pledge {
  readonly id: string;
  readonly party: Party;
  readonly entry: Entry;
  /** When it was first made. */
  readonly made: Date;
  /** The words for help in kind. */
  readonly words: string | null;
  readonly state: PledgeState;
}

/** What an entry is, in a request of this state; `counted` says that its condition holds. */
export function stateOf(
  entry: Entry,
  request: { readonly state: FundingState; readonly asked: Date | null },
  counted: boolean,
): PledgeState {
  if (entry.act === "withdraw") return "withdrawn";
  if (entry.act === "lapse") return "lapsed";
  if (request.state === "failed" || request.state === "cancelled") return "released";
  if (isConfirmed(entry, request.asked)) return "confirmed";
  return counted ? "promised" : "waiting";
}
