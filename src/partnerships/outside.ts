import type { PartnershipKind } from "./partnership.ts";

/** How a request to a host without a site of its own stands. Whatever it says, it is shown as not verified. */
export const outsideStates = ["sent", "accepted", "declined", "withdrawn", "expired"] as const;
export type OutsideState = (typeof outsideStates)[number];

/** What can happen to one: the other host answers under its link, either side takes it back, time passes. */
export const outsideActs = ["accept", "decline", "withdraw", "expire"] as const;
export type OutsideAct = (typeof outsideActs)[number];

/** A partnership asked of a host that has no Essaim. */
export interface OutsidePartnership {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: "fr" | "en";
  readonly kind: PartnershipKind;
  readonly rolesOffered: readonly string[];
  readonly rolesWanted: readonly string[];
  readonly message: string;
  readonly state: OutsideState;
  /** Whether each side agrees that it is named in public; null until the other has answered. */
  readonly shown: boolean;
  readonly theirShown: boolean | null;
  readonly reason: string | null;
  readonly asked: Date;
  readonly expires: Date | null;
  readonly answered: Date | null;
  readonly changed: Date;
}

/** The closed table: what is not in it changes nothing. An answer counts once; what is in force can be taken back. */
export function outsideAfter(state: OutsideState, act: OutsideAct): OutsideState | null {
  return life[state][act] ?? null;
}

const life: Readonly<Record<OutsideState, Readonly<Partial<Record<OutsideAct, OutsideState>>>>> = {
  sent: { accept: "accepted", decline: "declined", withdraw: "withdrawn", expire: "expired" },
  accepted: { withdraw: "withdrawn" },
  declined: {},
  withdrawn: {},
  expired: {},
};

/** How many months after its last change one is erased that is not in force. */
export const keptMonths = 6;

/** What has not changed since then is to be erased. */
export function outsideKeptSince(now: Date): Date {
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - keptMonths);
  return since;
}
