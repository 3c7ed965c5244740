import type { PartnershipSide, PartnershipState } from "./partnership.ts";

/** What either side does: the one who asks `ask`s and may `withdraw`; the one who is asked answers; both may `end` and `show`. */
export const partnershipDeeds = ["ask", "accept", "decline", "counter", "withdraw", "end", "show"] as const;
export type PartnershipDeed = (typeof partnershipDeeds)[number];

type Table = Readonly<
  Record<
    PartnershipSide,
    Readonly<Partial<Record<PartnershipState, Readonly<Partial<Record<PartnershipDeed, PartnershipState>>>>>>
  >
>;

const agreed = { end: "ended", show: "accepted" } as const;

/** What our own host may do, and what becomes of it; whatever is not here, it may not. */
const ours: Table = {
  asker: { sent: { withdraw: "withdrawn" }, accepted: agreed },
  asked: {
    received: { accept: "accepted", decline: "declined", counter: "countered" },
    accepted: agreed,
  },
};

const answers = { accept: "accepted", decline: "declined", counter: "countered" } as const;
const takenBack = { withdraw: "withdrawn" } as const;

/**
 * What the other host may do; whatever is not here, changes nothing. A withdrawal counts whenever it comes, since whoever
 * withdrew holds to that; an answer counts although it comes after our own clock had it expire; nothing else brings back
 * what is over.
 */
const theirs: Table = {
  asker: { sent: { ...answers, end: "ended" }, expired: answers, accepted: agreed },
  asked: {
    received: { ...takenBack, end: "withdrawn" },
    accepted: { ...takenBack, ...agreed },
    declined: takenBack,
    countered: takenBack,
    expired: takenBack,
    ended: takenBack,
  },
};

/** What a deed of our own host leads to; null where it is not to be done. */
export function afterOurs(side: PartnershipSide, state: PartnershipState, deed: PartnershipDeed) {
  return ours[side][state]?.[deed] ?? null;
}

/** What a deed of the other host leads to; null where it changes nothing. */
export function afterTheirs(side: PartnershipSide, state: PartnershipState, deed: PartnershipDeed) {
  return theirs[side][state]?.[deed] ?? null;
}

/** Whether somebody is still to answer. */
export const isOpen = (state: PartnershipState): boolean => state === "sent" || state === "received";

/** Whether nothing more can come of it. */
export const isOver = (state: PartnershipState): boolean => !isOpen(state) && state !== "accepted";
