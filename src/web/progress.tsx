import type { Child } from "hono/jsx";

export interface ProgressProps {
  readonly title: string;
  /** The same in words: "312 of 900". */
  readonly words: string;
  /** Null while nobody knows how much there is. */
  readonly part: { readonly done: number; readonly all: number } | null;
  readonly state?: "running" | "done" | "stopped";
  /** Read out as it moves, and asked for again by the script `running`. */
  readonly live?: boolean;
  /** What one may do meanwhile. */
  readonly children?: Child;
}

/** How far a long work is, in points and in words. */
export function Progress({ title, words, part, state = "running", live = false, children }: ProgressProps) {
  return (
    <div
      class={state === "running" ? "progress" : `progress progress-${state}`}
      {...(live ? { role: "status", "data-running": "" } : {})}
    >
      <p class="progress-head">
        <b>{title}</b> <span>{words}</span>
      </p>
      <progress aria-label={title} {...(part === null ? {} : { value: part.done, max: Math.max(part.all, 1) })} />
      {children && <div class="progress-more">{children}</div>}
    </div>
  );
}
