import type { Deadline, FundingContent, Terms } from "./funding.ts";

/** Why terms cannot be offered to others; each names the field to mend. */
export type TermsRefusal =
  | "minimum-missing"
  | "optimum-missing"
  | "optimum-too-small"
  | "participants-missing"
  | "period-missing"
  | "deadline-missing"
  | "deadline-in-the-past"
  | "deadline-too-far"
  | "extension-too-early"
  | "license-missing"
  | "pledges-contradict"
  | "cap-too-small"
  | "preset-out-of-bounds";

/** Where in a request each refusal is mended. */
export const termsPaths: Readonly<Record<TermsRefusal, string>> = {
  "minimum-missing": "goal.minimum",
  "optimum-missing": "goal.optimum",
  "optimum-too-small": "goal.optimum",
  "participants-missing": "goal.participants",
  "period-missing": "goal.period",
  "deadline-missing": "deadline",
  "deadline-in-the-past": "deadline",
  "deadline-too-far": "deadline",
  "extension-too-early": "extension",
  "license-missing": "license",
  "pledges-contradict": "maximumPledge",
  "cap-too-small": "cap",
  "preset-out-of-bounds": "presets",
};

interface Draft {
  readonly terms: Terms;
  readonly content: Pick<FundingContent, "presets">;
}

/** What keeps a request from being opened; the first thing to mend. */
export function refusalToTerms(draft: Draft, now: Date): TermsRefusal | null {
  return refusalsToTerms(draft, now)[0] ?? null;
}

/** All that keeps a request from being opened. */
export function refusalsToTerms(draft: Draft, now: Date): readonly TermsRefusal[] {
  return rules.flatMap(([refusal, broken]) => (broken(draft, now) ? [refusal] : []));
}

/** Whether something is not said yet, rather than wrong: a draft can be kept without it. */
export const isLacking = (refusal: TermsRefusal): boolean => refusal.endsWith("-missing");

const furthest = 3 * 366 * 86_400_000;

const rules: readonly (readonly [TermsRefusal, (draft: Draft, now: Date) => boolean])[] = [
  ["participants-missing", ({ terms: { goal } }) => goal.mode === "headcount" && goal.participants === null],
  ["minimum-missing", ({ terms: { goal } }) => goal.minimum === null && goal.mode !== "headcount"],
  ["optimum-missing", ({ terms: { goal } }) => goal.mode === "minimum-then-optimum" && goal.optimum === null],
  ["optimum-too-small", ({ terms: { goal } }) => goal.optimum !== null && goal.optimum <= (goal.minimum ?? 0)],
  ["period-missing", ({ terms: { goal } }) => goal.mode === "recurring" && [null, "once"].includes(goal.period)],
  ["deadline-missing", ({ terms: { goal, deadline } }) => deadline === null && goal.mode !== "recurring"],
  ["deadline-in-the-past", ({ terms: { deadline } }, now) => deadline !== null && closingOf(deadline) <= now],
  [
    "deadline-too-far",
    ({ terms: { deadline, extension } }, now) =>
      [deadline, extension].some((one) => one !== null && closingOf(one).getTime() > now.getTime() + furthest),
  ],
  [
    "extension-too-early",
    ({ terms: { deadline, extension } }) =>
      extension !== null && (deadline === null || closingOf(extension) <= closingOf(deadline)),
  ],
  ["license-missing", ({ terms: { kind, license } }) => kind === "shared-development" && license === null],
  [
    "pledges-contradict",
    ({ terms: { minimumPledge, maximumPledge } }) => maximumPledge !== null && maximumPledge < (minimumPledge ?? 0),
  ],
  ["cap-too-small", ({ terms: { cap, goal } }) => cap !== null && cap < (goal.optimum ?? goal.minimum ?? 0)],
  [
    "preset-out-of-bounds",
    ({ terms: { minimumPledge, maximumPledge }, content }) =>
      content.presets.some((one) => one < (minimumPledge ?? 0) || one > (maximumPledge ?? one)),
  ],
];

/** The first instant after a deadline: a day is over at midnight in Paris, an instant is over when it is reached. */
export function closingOf(deadline: Deadline): Date {
  if (!/^\d{4}-\d\d-\d\d$/.test(deadline)) return new Date(deadline);
  const midnight = Date.parse(`${deadline}T00:00:00Z`) + 86_400_000;
  return new Date(midnight - hoursOf(new Date(midnight - 3_600_000)) * 3_600_000);
}

const parisian = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Paris", hour: "2-digit", hourCycle: "h23" });

/** By how many hours Paris is ahead of UTC; its clocks change in the night, an hour and more after midnight. */
function hoursOf(instant: Date): number {
  return (Number(parisian.format(instant)) - instant.getUTCHours() + 24) % 24;
}
