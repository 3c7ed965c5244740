import type { OfferContent } from "../offers/offer.ts";

/** The help that an association may want, in its own words rather than those of the trade. */
export const helps = ["clarity", "installation", "migration", "training", "support"] as const;
export type Help = (typeof helps)[number];

/** The codes of `accompaniment` that are such help. */
export const accompanimentOf: Readonly<Record<Help, readonly string[]>> = {
  clarity: ["diagnostic", "strategy", "specification", "awareness"],
  installation: ["installation"],
  migration: ["data-migration"],
  training: ["training", "train-the-trainer"],
  support: ["support", "follow-up-short", "follow-up-long"],
};

/** Whether an offer says that it includes this help. */
export function helpIn({ accompaniment, support }: OfferContent, help: Help): boolean {
  const written = accompanimentOf[help].some((code) => accompaniment.included.includes(code));
  return written || (help === "support" && support.included === true);
}

/** Whether an offer says that it does not. */
export function helpNotIn({ accompaniment, support }: OfferContent, help: Help): boolean {
  const written = accompanimentOf[help].some((code) => accompaniment.notIncluded.includes(code));
  return written || (help === "support" && support.included === false);
}
