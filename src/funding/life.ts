import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { FundingRequest, FundingState } from "./funding.ts";

export const fundingActs = [
  ...(["open", "reach", "fall-short", "extend", "ask", "commit", "start", "deliver", "fail", "cancel"] as const),
] as const;
export type FundingAct = (typeof fundingActs)[number];

/** As whom somebody acts on a request; the clock and the ledger are this instance itself. */
export const fundingRoles = ["requester", "steward", "instance", "ledger", "clock", "other"] as const;
export type FundingRole = (typeof fundingRoles)[number];

interface Step {
  readonly from: readonly FundingState[];
  /** Null: it stays where it is. */
  readonly to: FundingState | null;
  readonly by: readonly FundingRole[];
}

const both: readonly FundingRole[] = ["requester", "steward"];

/** The whole life of a request: what is not here cannot happen. */
const life: Readonly<Record<FundingAct, Step>> = {
  open: { from: ["draft"], to: "open", by: ["requester"] },
  reach: { from: ["open"], to: "reached", by: ["ledger"] },
  "fall-short": { from: ["reached"], to: "open", by: ["ledger"] },
  extend: { from: ["open", "reached"], to: null, by: both },
  ask: { from: ["reached"], to: null, by: both },
  commit: { from: ["reached"], to: "committed", by: [...both, "clock"] },
  start: { from: ["committed"], to: "delivering", by: both },
  deliver: { from: ["delivering"], to: "delivered", by: both },
  fail: { from: ["open", "reached"], to: "failed", by: ["clock"] },
  cancel: {
    from: ["draft", "open", "reached", "committed", "delivering"],
    to: "cancelled",
    by: ["requester", "instance"],
  },
};

export type LifeRefusal = "not-allowed" | "wrong-state";

/** Where an act leads from a state, for who acts in a role; asked in this order, so that nobody learns more than is theirs to know. */
export function stepOf(state: FundingState, act: FundingAct, role: FundingRole): Outcome<FundingState, LifeRefusal> {
  const { from, to, by } = life[act];
  if (!by.includes(role)) return refused("not-allowed");
  return from.includes(state) ? done(to ?? state) : refused("wrong-state");
}

/** As whom a party acts on a request. */
export function roleOf({ requester, steward }: FundingRequest, party: string): FundingRole {
  if (requester.id === party) return "requester";
  return steward?.id === party ? "steward" : "other";
}

/** The states in which promises are taken. */
export const takesPledges = (state: FundingState): boolean => state === "open" || state === "reached";

/** Whether everybody may read of it: a draft is between who asks and this site, and so is one that was given up before. */
export const isPublic = ({ opened }: Pick<FundingRequest, "opened">): boolean => opened !== null;
