import type { PartnershipDeed } from "./life.ts";
import type { PartnershipSide, PartnershipState } from "./partnership.ts";

/** What the other host's document says: that it stands for a request or an agreement, or how it is over; `over` where that is not known, or does not matter. */
export type Theirs = "asked" | "accepted" | "withdrawn" | "expired" | "declined" | "over";

/** What mends a difference between both sides: what the other missed is said again, or ours becomes what theirs is; once both are over, they are settled. */
export type Cure =
  | { readonly say: PartnershipDeed }
  | { readonly become: PartnershipState; readonly settled: boolean }
  | "settle";

const say = (deed: PartnershipDeed): Cure => ({ say: deed });
const become = (state: PartnershipState): Cure => ({ become: state, settled: state !== "accepted" });

type Cures = Readonly<Partial<Record<Theirs, Cure>>>;

const whenAsked: Readonly<Record<PartnershipState, Cures>> = {
  sent: {},
  received: {
    ...{ withdrawn: become("withdrawn"), expired: become("expired"), declined: become("declined") },
    over: become("withdrawn"),
  },
  accepted: {
    ...{ asked: say("accept"), expired: say("accept"), withdrawn: become("withdrawn") },
    over: become("ended"),
  },
  declined: { ...unheard("decline"), withdrawn: become("withdrawn"), over: "settle" },
  countered: { ...unheard("counter"), withdrawn: become("withdrawn"), over: "settle" },
  expired: { withdrawn: become("withdrawn"), over: "settle" },
  withdrawn: { over: "settle" },
  // Who has not heard that it was agreed on looks at what is left of our document, once told where that is.
  ended: {
    ...{ asked: say("accept"), expired: say("accept"), accepted: say("end"), withdrawn: become("withdrawn") },
    over: "settle",
  },
};

const whenAsker: Readonly<Record<PartnershipState, Cures>> = {
  sent: { accepted: become("accepted"), over: become("ended") },
  expired: { accepted: become("accepted"), over: become("ended") },
  received: {},
  accepted: { over: become("ended") },
  declined: { over: "settle" },
  countered: { over: "settle" },
  withdrawn: { asked: say("withdraw"), accepted: say("withdraw"), over: "settle" },
  ended: { asked: say("end"), accepted: say("end"), over: "settle" },
};

function unheard(deed: PartnershipDeed): Cures {
  return { asked: say(deed), accepted: say(deed), expired: say(deed) };
}

/** What mends it, when our side is in this state and the other's document says that; null where nothing is amiss. */
export function cureOf(side: PartnershipSide, state: PartnershipState, theirs: Theirs): Cure | null {
  const cures = (side === "asked" ? whenAsked : whenAsker)[state];
  const isOver = theirs !== "asked" && theirs !== "accepted";
  return cures[theirs] ?? (isOver ? cures.over : undefined) ?? null;
}
