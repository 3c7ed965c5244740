/** What two hosts may do together. */
export const partnershipKinds = [
  "joint-offer",
  "subcontracting",
  "skills-exchange",
  "mutual-backup",
  "continuity",
  "shared-structure",
  "joint-answer",
] as const;
export type PartnershipKind = (typeof partnershipKinds)[number];

export const partnershipStates = [
  "sent",
  "received",
  "countered",
  "accepted",
  "declined",
  "withdrawn",
  "expired",
  "ended",
] as const;
export type PartnershipState = (typeof partnershipStates)[number];

/** Whether our host asked, or was asked. */
export type PartnershipSide = "asker" | "asked";

/** What our host and one other ask each other, and agree on: a request first, then a partnership. */
export interface Partnership {
  /** Also the id of our own document of it. */
  readonly id: string;
  readonly side: PartnershipSide;
  /** The actor of the other host. */
  readonly other: string;
  /** What the other host is called and where people read of it, as last seen. */
  readonly otherName: string;
  readonly otherPage: string;
  readonly kind: PartnershipKind;
  /** Codes of the vocabulary `partnershipRoles`, as the one who asks says it. */
  readonly rolesOffered: readonly string[];
  readonly rolesWanted: readonly string[];
  /** Plain text. */
  readonly message: string;
  readonly state: PartnershipState;
  /** Whether our host agrees that everybody sees it. */
  readonly shown: boolean;
  /** The same of the other host; null while that is not known. */
  readonly theirShown: boolean | null;
  /** Whether everybody sees it now. */
  readonly public: boolean;
  /** What asked it: the id of our own activity, or the address of theirs. */
  readonly offer: string;
  /** The address of the other host's document; null until it has told. */
  readonly document: string | null;
  /** The id of the request that this one answers with another proposal. */
  readonly counters: string | null;
  /** The same for several hosts that were asked at once. */
  readonly batch: string | null;
  /** An address that it is about, such as a funding request. */
  readonly about: string | null;
  /** It came from a host that was not trusted here. */
  readonly fromUnknown: boolean;
  readonly expires: Date | null;
  /** Why it was declined or withdrawn, in words; null where nobody said. */
  readonly reason: string | null;
  readonly asked: Date;
  readonly answered: Date | null;
  readonly ended: Date | null;
  readonly changed: Date;
  readonly compared: Date | null;
  /** Since when the other's document was not to be had, although it should be. */
  readonly missing: Date | null;
  /** Since when its server did not answer. */
  readonly unreachable: Date | null;
  /** Since when both sides are known to have ended it alike. */
  readonly settled: Date | null;
  /** When everybody could first see it. */
  readonly published: Date | null;
}

/** What a request or a partnership waits for, told in one sentence at the desk. */
export const partnershipWaits = [
  "nothing",
  "our-answer",
  "their-answer",
  "other-unreachable",
  "checking-document",
  "document-missing",
  "their-consent",
] as const;
export type PartnershipWait = (typeof partnershipWaits)[number];

/** What is being waited for: our own answer, the other's, its server, its document, or its consent to show it. */
export function waitsFor(partnership: Partnership): PartnershipWait {
  const { state, document, missing, unreachable, shown, theirShown } = partnership;
  if (state === "received") return "our-answer";
  if (state === "sent" && unreachable !== null) return "other-unreachable";
  if (state === "sent") return document === null ? "their-answer" : "checking-document";
  if (state !== "accepted") return "nothing";
  if (missing !== null) return "document-missing";
  return shown && theirShown !== true ? "their-consent" : "nothing";
}

/** So many of one other host, and so many in all, may wait for an answer of ours at once. */
export const mostOpenFrom = 20;
export const mostAsksPerDay = 60;
/** So many may our own host have open, and so many hosts may it ask at once. */
export const mostOpenAsked = 200;
export const mostAskedAtOnce = 10;

export const longestMessage = 5_000;
export const longestReason = 1_000;

/** So long the other's document may be missing before the partnership counts as ended. */
export const patienceWithMissing = 14 * 86_400_000;
