/** What a host may say of a claim of another: it is so, it is not, or it could not check. */
export const verdicts = ["confirms", "disputes", "cannot-check"] as const;
export type Verdict = (typeof verdicts)[number];

/** What a host says publicly of something that another claims. */
export interface Review {
  /** Its permanent address, of the same origin as the one who says it. */
  readonly address: string;
  /** The actor of the host who says it. */
  readonly reviewer: string;
  /** The actor of the host who claims it. */
  readonly reviewed: string;
  /** In the words of the one who claims it. */
  readonly claim: string;
  readonly verdict: Verdict;
  /** Plain text, short. Who disputes always says why. */
  readonly why: string | null;
  /** The address of what shows it. */
  readonly evidence: string | null;
  /** When it was last said. */
  readonly said: Date;
}

/** So many of one host are kept, and said by ours. */
export const mostReviews = 500;
export const longestWhy = 500;
export const longestClaim = 2_000;
export const longestAddress = 2_048;

/** A claim as it is compared: how it is spaced is no wording. */
export function wordingOf(claim: string): string {
  return claim.normalize("NFC").replaceAll(/\s+/g, " ").trim();
}

/** After a year, whoever said it is asked whether it is still so. */
export function isOld(said: Date, now: Date): boolean {
  return now.getTime() - said.getTime() >= yearOf;
}

const yearOf = 365 * 86_400_000;

/** The day from which on something that was said then is old. */
export const oldBefore = (now: Date): Date => new Date(now.getTime() - yearOf);

/** What counts as a review: whoever says it says it at its own address, of somebody elsewhere, and who disputes says why. */
export function isSound({ address, reviewer, reviewed, claim, verdict, why }: Review): boolean {
  const [at, by, whom] = [address, reviewer, reviewed].map((url) => (URL.canParse(url) ? new URL(url).origin : null));
  if (at !== by || by === whom || whom === null || wordingOf(claim) === "") return false;
  return verdict !== "disputes" || why !== null;
}
