import type { FundingRefusal } from "../funding/changes.ts";
import type { DeliveryRefusal } from "../funding/delivering.ts";
import { type FundingRequest, isOver } from "../funding/funding.ts";
import { type FundingRole, takesPledges } from "../funding/life.ts";
import { paysNow } from "../funding/payment.ts";
import type { ProposalRefusal } from "../funding/proposals.ts";

/** What who asks, or the steward, may do about a request, as the page offers it. */
export const stewardActs = [
  ...([
    "extension",
    "commitment",
    "start",
    "delivery",
    "news",
    "closing",
    "payment",
    "choice",
    "cancellation",
  ] as const),
] as const;
export type StewardAct = (typeof stewardActs)[number];

/** Why an act is not done. */
export type ActRefusal = FundingRefusal | DeliveryRefusal | ProposalRefusal;

/** What comes next, and what else can be done. */
export interface Steps {
  readonly main: StewardAct | "share" | "wait" | "reopening" | null;
  readonly more: readonly StewardAct[];
}

/** What a page offers at this point of a request's life; the verbs decide for themselves. */
export function stepsOf(request: FundingRequest, role: FundingRole, now: Date): Steps {
  const more: StewardAct[] = [];
  if (request.state !== "failed" && request.state !== "cancelled") more.push("news");
  else more.push("closing");
  if (canExtend(request, now)) more.push("extension");
  if (paysNow(request)) more.push("payment");
  if (role === "requester" && !over.includes(request.state)) more.push("cancellation");
  return { main: mainOf(request, role), more };
}

const over: readonly FundingRequest["state"][] = ["delivered", "failed", "cancelled"];

function canExtend(request: FundingRequest, now: Date): boolean {
  return (
    takesPledges(request.state) &&
    request.terms.extension !== null &&
    request.extended === null &&
    !isOver(request, now)
  );
}

function mainOf({ state, asked }: FundingRequest, role: FundingRole): Steps["main"] {
  switch (state) {
    case "open":
      return "share";
    case "reached":
      return asked === null ? "commitment" : "wait";
    case "committed":
      return "start";
    case "delivering":
      return "delivery";
    case "failed":
      return role === "requester" ? "reopening" : null;
    default:
      return null;
  }
}
