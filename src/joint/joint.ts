import type { JointPart, JointTerms, Money, Share } from "../offers/joint-terms.ts";
import type { OfferContent } from "../offers/offer.ts";

export const jointKinds = ["offer", "answer", "quote"] as const;
export type JointKind = (typeof jointKinds)[number];

/** `published`: for an answer or a quote, in force. */
export const jointStates = ["draft", "awaiting", "published", "suspended", "withdrawn"] as const;
export type JointState = (typeof jointStates)[number];

export const partnerStates = ["invited", "accepted", "refused", "left", "unreachable"] as const;
export type PartnerState = (typeof partnerStates)[number];

export const invitationStates = ["invited", "accepted", "refused", "withdrawn", "left", "ended"] as const;
export type InvitationState = (typeof invitationStates)[number];

export const partStates = ["open", "closed"] as const;
export type PartState = (typeof partStates)[number];

/** A host, as it was last seen. */
export interface Named {
  readonly actor: string;
  readonly name: string;
  readonly page: string;
}

/** What our host leads and others sign with it. */
export interface JointPaper {
  readonly id: string;
  readonly kind: JointKind;
  readonly state: JointState;
  /** Of kind `offer`, the id of the offer, which is the paper's too. */
  readonly offer: string | null;
  /** The address of the funding request, or of what was asked. */
  readonly about: string | null;
  readonly title: string;
  readonly language: string;
  /** What the offer says in the version that is asked for. */
  readonly content: OfferContent | null;
  readonly terms: JointTerms;
  /** What is asked for; not in force yet unless `inForce` has the same. */
  readonly version: string;
  /** What all have signed. */
  readonly inForce: InForce | null;
  readonly partners: readonly JointPartner[];
  /** Why it is suspended. */
  readonly reason: SuspensionReason | null;
  readonly created: Date;
  readonly changed: Date;
  readonly asked: Date | null;
  readonly published: Date | null;
  readonly withdrawn: Date | null;
  /** When whoever asks chose the answer. */
  readonly chosen: Date | null;
}

/** A version that all have signed. */
export interface InForce {
  readonly version: string;
  readonly terms: JointTerms;
  readonly partners: readonly SignedPartner[];
}

/** One who has signed, with the address of the signature. */
export interface SignedPartner extends Named {
  readonly stamp: string;
}

/** Why something several hosts make together is suspended: one has left, its signature is wrong, or nobody answers there. */
export type SuspensionReason = "left" | "refused" | "wrong-stamp" | "unreachable";

/** One whom our host asks. */
export interface JointPartner extends Named {
  readonly roles: readonly string[];
  readonly state: PartnerState;
  /** Where its signature stands, and under which version. */
  readonly stamp: string | null;
  readonly stampVersion: string | null;
  /** When its own address last showed it. */
  readonly checked: Date | null;
  readonly part: PartState;
  readonly partNote: string | null;
  /** Why it refused or left, in its words. */
  readonly reason: string | null;
  readonly changed: Date;
}

/** What another host leads and asks ours to sign. */
export interface JointInvitation {
  readonly id: string;
  readonly kind: JointKind;
  readonly lead: Named;
  readonly proposal: string;
  readonly title: string;
  readonly language: string;
  /** Where people read of it; null until it is public. */
  readonly page: string | null;
  readonly about: string | null;
  /** What is asked for. */
  readonly version: string;
  readonly content: OfferContent | null;
  readonly terms: JointTerms;
  /** The version in force; null for none. */
  readonly inForce: string | null;
  /** The Note in which the lead's account told of it. */
  readonly announcement: string | null;
  /** The others who are asked, as the lead last showed it. */
  readonly partners: readonly (Named & { readonly state: PartnerState })[];
  readonly state: InvitationState;
  readonly leadState: JointState;
  /** What we have signed and what still stands. */
  readonly stamps: readonly JointStamp[];
  readonly part: PartState;
  readonly partNote: string | null;
  readonly reason: string | null;
  readonly received: Date;
  readonly answered: Date | null;
  readonly changed: Date;
  /** When whoever asks chose the answer, as the lead shows it. */
  readonly chosen: Date | null;
}

/** A signature of our host; its id is that of its address. */
export interface JointStamp {
  readonly id: string;
  readonly version: string;
  readonly given: Date;
}

/** A sentence that one of them wrote to the others. */
export interface JointComment {
  readonly id: string;
  readonly author: string;
  readonly name: string;
  readonly text: string;
  readonly said: Date;
}

export type JointRefusal =
  | "title-missing"
  | "terms-missing"
  | "no-partner"
  | "too-many-partners"
  | "partner-twice"
  | "lead-missing"
  | "roles-missing"
  | "invoicing-unknown"
  | "split-mixed"
  | "split-differs"
  | "percent-differs"
  | "already-joint"
  | "offer-not-draft"
  | "wrong-state"
  | "other-version"
  | "not-signed"
  | "comment-empty";

/** Why these terms cannot be asked for by this lead; null when they can. */
export function refusalOfTerms(terms: JointTerms, lead: string, mostParts = 12): JointRefusal | null {
  const actors = terms.parts.map(({ actor }) => actor);
  if (new Set(actors).size < actors.length) return "partner-twice";
  if (!actors.includes(lead)) return "lead-missing";
  if (actors.length < 2) return "no-partner";
  if (actors.length > mostParts) return "too-many-partners";
  if (terms.parts.some(({ roles, does }) => roles.length === 0 && does === null)) return "roles-missing";
  if (!actors.includes(terms.invoicing)) return "invoicing-unknown";
  return refusalOfSplit(terms);
}

/** Why what goes to each does not add up; null when it does, or when nobody says. Amounts are of the total, to the cent. */
export function refusalOfSplit({ parts, total }: Pick<JointTerms, "parts" | "total">): JointRefusal | null {
  const shares = parts.flatMap(({ share }) => share ?? []);
  if (shares.length === 0) return null;
  if (shares.length < parts.length) return "split-mixed";
  const percents = shares.flatMap((share) => ("percent" in share ? [share.percent] : []));
  if (percents.length === shares.length) return sumOf(percents.map(hundredths)) === 10_000 ? null : "percent-differs";
  if (percents.length > 0 || total === null) return "split-mixed";
  const amounts = shares.flatMap((share) => ("percent" in share ? [] : [share]));
  if (amounts.some((one) => one.currency !== total.currency || one.period !== total.period)) return "split-mixed";
  return sumOf(amounts.map(({ amount }) => amount)) === total.amount ? null : "split-differs";
}

const hundredths = (percent: number): number => Math.round(percent * 100);
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** What of an amount goes to each, in the order of the parts: whole cents that add up to it; null where nobody says. */
export function splitOf(
  { parts }: Pick<JointTerms, "parts">,
  { amount }: Pick<Money, "amount">,
): readonly number[] | null {
  const weights = parts.flatMap(({ share }) => (share === null ? [] : [weightOf(share)]));
  const whole = sumOf(weights);
  if (weights.length < parts.length || whole === 0) return null;
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const floors = exact.map((one) => Number(one / BigInt(whole)));
  const left = amount - sumOf(floors);
  const byRest = exact
    .map((one, at) => ({ at, rest: one % BigInt(whole) }))
    .sort((one, other) => (one.rest === other.rest ? one.at - other.at : one.rest > other.rest ? -1 : 1));
  const luckier = new Set(byRest.slice(0, left).map(({ at }) => at));
  return floors.map((floor, at) => floor + (luckier.has(at) ? 1 : 0));
}

const weightOf = (share: Share): number => ("percent" in share ? hundredths(share.percent) : share.amount);

/** The terms without one who has left: its part is struck, and what it had to do falls to the lead; null where nobody else is left to sign. */
export function withoutPart(terms: JointTerms, lead: string, left: string): JointTerms | null {
  const parts = terms.parts.filter(({ actor }) => actor !== left);
  if (parts.length < 2) return null;
  const share = terms.parts.find(({ actor }) => actor === left)?.share ?? null;
  const smaller = share !== null && "amount" in share && terms.total !== null;
  const total = smaller ? { ...terms.total, amount: terms.total.amount - share.amount } : terms.total;
  const kept: readonly JointPart[] =
    share !== null && "percent" in share ? parts.map((part) => ({ ...part, share: null })) : parts;
  return {
    ...{ ...terms, parts: kept, total },
    invoicing: terms.invoicing === left ? lead : terms.invoicing,
    supportEntry: terms.supportEntry === left ? lead : terms.supportEntry,
  };
}

/** The part of one of them; null for somebody else. */
export function partOf({ parts }: Pick<JointTerms, "parts">, actor: string): JointPart | null {
  return parts.find((part) => part.actor === actor) ?? null;
}

/** Whether all have signed the version that is asked for. */
export function isSigned({ version, partners }: Pick<JointPaper, "version" | "partners">): boolean {
  return partners.length > 0 && partners.every((one) => one.state === "accepted" && one.stampVersion === version);
}

/** The narrowest of the parts: closed as soon as one of them is. */
export function narrowest(partners: readonly Pick<JointPartner, "part">[]): PartState {
  return partners.some(({ part }) => part === "closed") ? "closed" : "open";
}
