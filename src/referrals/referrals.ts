/** Which of two hosts this one is: it points somebody at the other, or is pointed at. */
export type ReferralSide = "giver" | "taker";

export const referralStates = ["sent", "taken", "placed", "declined", "withdrawn", "lapsed"] as const;
/** How a referral stands: it waits for its answer, was taken, became a place, was declined, taken back, or never answered. */
export type ReferralState = (typeof referralStates)[number];

const handings = ["none", "asked", "agreed", "refused"] as const;
/** Whether name, contact and message go along: only once whoever asks has agreed. */
export type Handing = (typeof handings)[number];

/** Somebody who looks for a place is pointed from one host to another, as each of the two keeps it. */
export interface Referral {
  /** Also the id of our own document about it. */
  readonly id: string;
  readonly side: ReferralSide;
  /** The actor of the other host; null for one without an instance, which answers on the page behind its link. */
  readonly other: string | null;
  readonly otherName: string;
  readonly otherPage: string | null;
  readonly otherEmail: string | null;
  /** What somebody is pointed to: a proposal, or the host; null without an instance. */
  readonly about: string | null;
  readonly aboutTitle: string | null;
  readonly aboutPage: string | null;
  /** One sentence without anything personal. */
  readonly need: string;
  readonly language: "fr" | "en";
  /** At the giver: the request for a place that it comes from; null for one that came by mail or by telephone. */
  readonly request: string | null;
  readonly asker: string | null;
  readonly contact: string | null;
  readonly message: string | null;
  readonly handing: Handing;
  readonly handingChanged: Date | null;
  readonly state: ReferralState;
  /** What the taker said with its answer. */
  readonly said: string | null;
  readonly offer: string;
  /** What the other host says of it at its own origin. */
  readonly document: string | null;
  readonly token: string | null;
  readonly consentToken: string | null;
  readonly page: string | null;
  readonly fromUnknown: boolean;
  /** When the taker first looked at what was handed on. */
  readonly opened: Date | null;
  readonly asked: Date;
  readonly answered: Date | null;
  readonly changed: Date;
  readonly expires: Date;
  readonly compared: Date | null;
}

/** What can be done to a referral. */
export const referralActs = ["take", "decline", "place", "withdraw", "lapse"] as const;
export type ReferralAct = (typeof referralActs)[number];

/** What a referral becomes; null when this cannot be done to it. What is not written here cannot happen. */
export function stateAfter(state: ReferralState, act: ReferralAct): ReferralState | null {
  return transitions[state][act] ?? null;
}

const transitions: Readonly<Record<ReferralState, Partial<Record<ReferralAct, ReferralState>>>> = {
  sent: { take: "taken", decline: "declined", withdraw: "withdrawn", lapse: "lapsed" },
  taken: { place: "placed", decline: "declined", withdraw: "withdrawn" },
  placed: {},
  declined: {},
  withdrawn: {},
  lapsed: {},
};

/** Whose part it is; the clock's is nobody's. */
export function sideOf(act: ReferralAct): ReferralSide | null {
  if (act === "lapse") return null;
  return act === "withdraw" ? "giver" : "taker";
}

/** What one side can do to it now. */
export const actsOpen = ({ state, side }: Pick<Referral, "state" | "side">): readonly ReferralAct[] =>
  referralActs.filter((act) => sideOf(act) === side && stateAfter(state, act) !== null);

/** Whether anything can still become of it. */
export const isOpen = ({ state }: Pick<Referral, "state">): boolean => state === "sent" || state === "taken";

/** Whether our own document about it stands: of the giver while it holds, of the taker once it has taken it. */
export function stands({ side, state }: Pick<Referral, "side" | "state">): boolean {
  return state === "taken" || state === "placed" || (side === "giver" && state === "sent");
}

const day = 86_400_000;

// So long it waits for an answer; so long what was handed on can be read once it was taken.
const waitsDays = 30;
const readDays = 7;

/** Until when the page with what was handed on can be opened: a while after it was taken, and never once it has ended. */
export function readableUntil({
  state,
  answered,
  expires,
}: Pick<Referral, "state" | "answered" | "expires">): Date | null {
  if (state === "sent") return expires;
  if (state !== "taken" || answered === null) return null;
  return new Date(Math.min(expires.getTime(), answered.getTime() + readDays * day));
}

/** Until when one that is sent now waits for its answer. */
export const expiryOf = (asked: Date): Date => new Date(asked.getTime() + waitsDays * day);

/** How many open ones an origin may have here, and how many it may send in a day. */
export const mostReferrals = { open: 20, aDay: 60 };

/** The longest texts, in characters. */
export const longest = { need: 500, said: 2_000, name: 150, message: 4_000, address: 254 };
