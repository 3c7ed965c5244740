import { done, type Outcome, refused } from "../foundation/outcome.ts";

export const associationStates = ["waiting", "approved", "refused", "closed"] as const;
export type AssociationState = (typeof associationStates)[number];

/** How associations get an account here: at once, once somebody of the host has said yes, or not at all. */
export const registrations = ["open", "approval", "closed"] as const;
export type Registration = (typeof registrations)[number];

/** An association that has an account of its own here. */
export interface Association {
  readonly id: string;
  readonly name: string;
  /** Who it is, in its own words. */
  readonly presentation: string;
  /** A code such as `com:35115`. */
  readonly territory: string | null;
  readonly sector: string | null;
  /** Its numbers in the French registers of associations and of establishments. */
  readonly rna: string | null;
  readonly siret: string | null;
  readonly website: string | null;
  /** Whether all of this is shown, and others may follow; else the name alone. */
  readonly public: boolean;
  readonly language: "fr" | "en";
  readonly state: AssociationState;
  /** What it was told when it was refused or closed. */
  readonly reason: string | null;
  readonly created: Date;
  /** When its address was confirmed; before that nobody at the desk sees it. */
  readonly confirmed: Date | null;
  readonly decided: Date | null;
  readonly version: number;
}

/** What somebody of the host decides about an association. */
export type Decision = "approve" | "refuse" | "close";

const steps: Readonly<Record<Decision, { readonly from: readonly AssociationState[]; readonly to: AssociationState }>> =
  {
    approve: { from: ["waiting", "refused"], to: "approved" },
    refuse: { from: ["waiting"], to: "refused" },
    close: { from: ["approved"], to: "closed" },
  };

/** Where a decision leads. */
export function stepOf(state: AssociationState, decision: Decision): Outcome<AssociationState, "wrong-state"> {
  const { from, to } = steps[decision];
  return from.includes(state) ? done(to) : refused("wrong-state");
}

/** What may be decided of it now. */
export const decisionsOf = (state: AssociationState): readonly Decision[] =>
  (["approve", "refuse", "close"] as const).filter((decision) => stepOf(state, decision).done);

/** Whether it may ask, promise and follow in its own name. */
export const mayAct = ({ state }: Pick<Association, "state">): boolean => state === "approved";

/** Whether it may write requests down; while it waits, it keeps them as drafts. */
export const mayDraft = ({ state }: Pick<Association, "state">): boolean => state === "approved" || state === "waiting";

/** So long something that was registered waits for its address to be confirmed, and is then forgotten. */
export const confirmDays = 7;
/** So long an invitation is good. */
export const invitationDays = 7;
/** So many invitations without an answer one association has at most. */
export const mostInvitations = 20;
