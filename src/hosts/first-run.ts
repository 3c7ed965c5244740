/** What the guided set-up asks after the account is made, in its order; each can be left for later. */
const firstRunSteps = ["territory", "reach", "face", "offer"] as const;
export type FirstRunStep = (typeof firstRunSteps)[number];

/** How each step was left. */
export type FirstRun = Readonly<Partial<Record<FirstRunStep, "done" | "skipped">>>;

/** A portal has no offers of its own. */
export function stepsOf(hub: boolean): readonly FirstRunStep[] {
  return hub ? firstRunSteps.filter((step) => step !== "offer") : firstRunSteps;
}

/** Where to go on: the first step after this one that nobody has been at; null when there is none. */
export function nextStep(run: FirstRun, hub: boolean, after: FirstRunStep | null = null): FirstRunStep | null {
  const steps = stepsOf(hub);
  const left = steps.slice(after === null ? 0 : steps.indexOf(after) + 1);
  return left.find((step) => run[step] === undefined) ?? null;
}
