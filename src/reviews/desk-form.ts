import { z } from "zod";
import { longestAddress, longestWhy, type Verdict, verdicts } from "./reviews.ts";

/** Which claim of which host a page or a form is about. */
export const AboutClaim = z.object({
  origin: z.string().max(300).catch(""),
  claim: z.string().max(100).catch(""),
});

/** What was typed, as far as it is text. */
const Sent = z.object({
  verdict: z.string().max(20).catch(""),
  why: z.string().trim().max(5_000).catch(""),
  evidence: z.string().trim().max(5_000).catch(""),
});
export type TypedReview = z.infer<typeof Sent>;

export type FormRefusal = "verdict-missing" | "why-missing" | "why-long" | "evidence-malformed";

interface ReadReview {
  readonly typed: TypedReview;
  readonly wrong: Readonly<Partial<Record<keyof TypedReview, FormRefusal>>>;
  /** As it can be said; null while something is wrong. */
  readonly said: { readonly verdict: Verdict; readonly why: string | null; readonly evidence: string | null } | null;
}

/** A form in which somebody reviews a claim. */
export function readReviewForm(body: unknown): ReadReview {
  const typed = Sent.parse(body);
  const verdict = verdicts.find((one) => one === typed.verdict);
  const [why, evidence] = [typed.why || null, typed.evidence || null];
  const wrong: Partial<Record<keyof TypedReview, FormRefusal>> = {
    ...(verdict === undefined && { verdict: "verdict-missing" }),
    ...(verdict === "disputes" && why === null && { why: "why-missing" }),
    ...(typed.why.length > longestWhy && { why: "why-long" }),
    ...(evidence !== null && !isWebAddress(evidence) && { evidence: "evidence-malformed" }),
  };
  const sound = verdict !== undefined && Object.keys(wrong).length === 0;
  return { typed, wrong, said: sound ? { verdict, why, evidence } : null };
}

export const isWebAddress = (text: string): boolean =>
  text.length <= longestAddress && /^https?:\/\/\S+$/.test(text) && URL.canParse(text);

/** What is said again, or taken back: a review of ours, or a vouch. */
export const OwnWord = z.object({ what: z.enum(["review", "vouch"]), id: z.uuid() });

/** Which review of another was read; null for all of them. */
export const OneReview = z.object({ review: z.string().max(longestAddress).nullable().catch(null) });
