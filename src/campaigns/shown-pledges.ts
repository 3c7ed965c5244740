import type { FundingRequest, Party } from "../funding/funding.ts";
import type { Pledge, PledgeState } from "../pledges/pledge-state.ts";
import type { Condition, Help } from "../pledges/pledges.ts";
import { readableTo } from "../pledges/readable.ts";

/** A promise as a page may show it: whatever its owner keeps is not in it at all. */
export interface ShownPledge {
  readonly id: string;
  /** Null where its owner wants no name. */
  readonly party: Party | null;
  /** Null where it is help, or where its owner does not want it shown. */
  readonly amount: number | null;
  readonly help: Help | null;
  readonly inKind: boolean;
  /** What the help is; of somebody without a name it could name them. */
  readonly words: string | null;
  readonly condition: Condition | null;
  readonly validUntil: Date | null;
  readonly state: PledgeState;
  readonly made: Date;
}

/** A promise as the party `reading` may read it, or everybody. */
export function shownPledge(pledge: Pledge, request: FundingRequest, reading: string | null): ShownPledge {
  const { named, counted } = readableTo(pledge, request, reading);
  const { id, party, entry, words, state, made } = pledge;
  const { amount = null, help = null, condition = null, validUntil = null } = entry.promised ?? {};
  return {
    id,
    party: named ? party : null,
    amount: counted ? amount : null,
    help: counted ? help : null,
    inKind: help !== null,
    words: named && counted ? words : null,
    ...{ condition, validUntil, state, made },
  };
}
