import type { Named, SignedPartner } from "../joint/joint.ts";
import { grace } from "../joint/life.ts";
import type { JointTerms } from "../offers/joint-terms.ts";
import type { NamedPaper, Result } from "./together.ts";

/** How what several hosts have signed stands here: not looked at yet, signed by all, or not any more. */
export const paperStates = ["checking", "signed", "broken"] as const;
export type PaperState = (typeof paperStates)[number];

/** Why it cannot be taken: the lead shows it no longer or something else, has suspended it, or one of the others has left or does not answer. */
export type PaperFault = "gone" | "wrong" | "suspended" | "left" | "silent";

/** What ends an asking and is signed by several hosts, as this site has read it at the lead and checked it at each of them. */
export interface AskingPaper extends Omit<NamedPaper, "version">, ShownPaper {
  readonly asking: string;
  readonly state: PaperState;
  readonly reason: PaperFault | null;
  /** When all signatures were last found at their own addresses. */
  readonly seen: Date | null;
  readonly signers: readonly Signer[];
}

/** What the lead shows. */
export interface ShownPaper {
  readonly kind: Result["kind"];
  readonly title: string;
  readonly language: string;
  /** Where everybody reads of it; null for a quote. */
  readonly page: string | null;
  readonly version: string;
  readonly terms: JointTerms;
  readonly lead: Named;
}

/** One who has signed besides the lead, and what stood at the address of its signature. */
export interface Signer extends SignedPartner {
  readonly seen: Date | null;
  readonly problem: SignerProblem | null;
}
type SignerProblem = "gone" | "wrong" | "silent";

/** How it stands by what was found of its signatures: one that was seen holds for a while if its server is silent. */
export function standingOf(
  signers: readonly Signer[],
  now: Date,
): { readonly state: PaperState; readonly reason: PaperFault | null } {
  if (signers.some(({ problem }) => problem === "gone" || problem === "wrong"))
    return { state: "broken", reason: "left" };
  const silent = signers.filter(({ problem }) => problem === "silent");
  if (silent.some(({ seen }) => seen === null)) return { state: "checking", reason: null };
  if (silent.some(({ seen }) => seen !== null && now.getTime() - seen.getTime() > grace))
    return { state: "broken", reason: "silent" };
  return { state: "signed", reason: null };
}
