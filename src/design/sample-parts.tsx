import type { Child } from "hono/jsx";
import type { Frame } from "../web/layout.tsx";
import { words } from "./words.ts";

/** What every group of samples is drawn with. */
export interface SamplesProps {
  readonly frame: Frame;
  readonly now: Date;
}

export interface SampleProps {
  readonly frame: Frame;
  /** Also the anchor of the sample. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** The style sheets that are at work here, by their names in `src/web/styles/components`. */
  readonly sheets: readonly string[];
  readonly children: Child;
}

/** One component: what it is for at the side, all its states beside it. */
export function Sample({ frame, id, title, text, sheets, children }: SampleProps) {
  return (
    <section class="sample" id={id} aria-labelledby={`${id}-title`}>
      <div class="sample-head stack stack-2">
        <h3 class="like-h4" id={`${id}-title`}>
          {title}
        </h3>
        <p class="soft small">{text}</p>
        {sheets.length > 0 && (
          <p class="soft small">
            <span class="sr">{words[frame.language].sheets} </span>
            {sheets.map((sheet) => (
              <>
                <code>{sheet}.css</code>{" "}
              </>
            ))}
          </p>
        )}
      </div>
      <div class="stack stack-5">{children}</div>
    </section>
  );
}

/** What a state is called, above the state. */
export function Case({ name, children }: { readonly name: string; readonly children: Child }) {
  return (
    <div class="sample-case">
      <p class="small soft">{name}</p>
      {children}
    </div>
  );
}
