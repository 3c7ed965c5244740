/** What one look at an instance brought to light. */
export interface Finding {
  /** What was looked at, in one word. */
  readonly check: string;
  readonly outcome: "ok" | "warning" | "fault";
  readonly what: string;
  /** What the operator does about it; null where all is well. */
  readonly todo: string | null;
}

export const fine = (check: string, what: string): Finding => ({ check, outcome: "ok", what, todo: null });

/** It works, but will not for long, or not for everybody. */
export const warning = (check: string, what: string, todo: string): Finding => ({
  ...{ check, outcome: "warning", what, todo },
});

/** It does not work. */
export const fault = (check: string, what: string, todo: string): Finding => ({ check, outcome: "fault", what, todo });
