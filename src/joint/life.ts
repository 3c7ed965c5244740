import type { InvitationState, JointState, PartnerState } from "./joint.ts";

/** Who says something of what hosts sign together: the one who leads, one who is asked, anybody else, somebody who is blocked. */
export const speakers = ["lead", "partner", "stranger", "blocked"] as const;
export type Speaker = (typeof speakers)[number];

export const jointMessages = [
  ...(["ask", "change", "withdraw"] as const),
  ...(["accept", "refuse", "leave", "part"] as const),
  "comment",
] as const;
export type JointMessage = (typeof jointMessages)[number];

/** Who may say what; whatever else is said has no effect. */
export const maySay: Readonly<Record<JointMessage, readonly Speaker[]>> = {
  ...{ ask: ["lead"], change: ["lead"], withdraw: ["lead"] },
  ...{ accept: ["partner"], refuse: ["partner"], leave: ["partner"], part: ["partner"] },
  comment: ["lead", "partner"],
};

/** What becomes of a paper at the lead; null where that cannot be. */
type PaperStep = "change" | "ask" | "complete" | "break" | "withdraw";
export const paperSteps: Readonly<Record<JointState, Readonly<Record<PaperStep, JointState | null>>>> = {
  draft: { change: "draft", ask: "awaiting", complete: null, break: null, withdraw: "withdrawn" },
  awaiting: { change: "awaiting", ask: "awaiting", complete: "published", break: "awaiting", withdraw: "withdrawn" },
  published: {
    change: "published",
    ask: "published",
    complete: "published",
    break: "suspended",
    withdraw: "withdrawn",
  },
  suspended: {
    change: "suspended",
    ask: "suspended",
    complete: "published",
    break: "suspended",
    withdraw: "withdrawn",
  },
  withdrawn: { change: null, ask: null, complete: null, break: null, withdraw: null },
};

/** What becomes of one who is asked, as the lead keeps it, by what its own address shows or it says. */
type PartnerStep = "accept" | "refuse" | "gone" | "wrong" | "silent" | "asked-anew";
export const partnerSteps: Readonly<Record<PartnerState, Readonly<Record<PartnerStep, PartnerState>>>> = {
  invited: {
    // What it signed before may be in force while it is asked for another version.
    ...{ accept: "accepted", refuse: "refused", gone: "left" },
    ...{ wrong: "left", silent: "unreachable", "asked-anew": "invited" },
  },
  accepted: {
    ...{ accept: "accepted", refuse: "refused", gone: "left" },
    ...{ wrong: "left", silent: "unreachable", "asked-anew": "invited" },
  },
  refused: {
    ...{ accept: "accepted", refuse: "refused", gone: "left" },
    ...{ wrong: "left", silent: "unreachable", "asked-anew": "invited" },
  },
  left: { accept: "accepted", refuse: "refused", gone: "left", wrong: "left", silent: "left", "asked-anew": "invited" },
  unreachable: {
    ...{ accept: "accepted", refuse: "refused", gone: "left" },
    ...{ wrong: "left", silent: "unreachable", "asked-anew": "invited" },
  },
};

/** What becomes of an invitation at the one who is asked; null where that cannot be. `again` is the same invitation, repeated. */
type InvitationStep = "accept" | "refuse" | "leave" | "again" | "other-version" | "withdrawn";
type InvitationRow = Readonly<Record<InvitationStep, InvitationState | null>>;
export const invitationSteps: Readonly<Record<InvitationState, InvitationRow>> = {
  invited: {
    ...{ accept: "accepted", refuse: "refused", leave: "left" },
    ...{ again: "invited", "other-version": "invited", withdrawn: "withdrawn" },
  },
  accepted: {
    ...{ accept: "accepted", refuse: null, leave: "left" },
    ...{ again: "accepted", "other-version": "invited", withdrawn: "ended" },
  },
  refused: {
    ...{ accept: "accepted", refuse: "refused", leave: "left" },
    ...{ again: "refused", "other-version": "invited", withdrawn: "withdrawn" },
  },
  left: {
    ...{ accept: "accepted", refuse: null, leave: "left" },
    ...{ again: "left", "other-version": "invited", withdrawn: "ended" },
  },
  withdrawn: { accept: null, refuse: null, leave: null, again: null, "other-version": null, withdrawn: "withdrawn" },
  ended: { accept: null, refuse: null, leave: "ended", again: null, "other-version": null, withdrawn: "ended" },
};

/** A signature that was seen holds for so long while nobody answers at its address; one that is gone or says something else ends at once. */
export const grace = 72 * 3_600_000;
