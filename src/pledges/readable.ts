import type { FundingRequest } from "../funding/funding.ts";
import { roleOf } from "../funding/life.ts";
import type { Pledge } from "./pledge-state.ts";

/** What of a promise somebody may read: whose it is, and how much. */
export interface Readable {
  readonly named: boolean;
  readonly counted: boolean;
}

/** In full by its owner and by who collects (`reading` is the id of a party), else as its owner wants it shown. */
export function readableTo({ party, entry }: Pledge, request: FundingRequest, reading: string | null): Readable {
  const visibility = entry.promised?.visibility ?? "visible";
  const whole = reading !== null && (party.id === reading || roleOf(request, reading) !== "other");
  return { named: whole || visibility !== "anonymous", counted: whole || visibility !== "amount-hidden" };
}
