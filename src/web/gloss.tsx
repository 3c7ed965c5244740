import type { Child } from "hono/jsx";

export interface GlossProps {
  /** Unique on the page. */
  readonly id: string;
  readonly term: string;
  /** Words only: it may stand within a sentence. */
  readonly children: Child;
}

/** A word with its explanation at hand, without a script; where a browser knows no popover, the explanation follows the word. */
export function Gloss({ id, term, children }: GlossProps) {
  return (
    <>
      <button class="gloss" type="button" popovertarget={id}>
        {term}
      </button>
      <span class="gloss-text" id={id} popover="auto">
        {" "}
        {children}
      </span>
    </>
  );
}
