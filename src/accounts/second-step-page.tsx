import type { Child } from "hono/jsx";
import { ErrorSummary, TextField, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { words } from "./sign-in-words.ts";

export interface SecondStepPageProps {
  readonly frame: Frame;
  /** The address of the way in: codes go to `…/code` below it. */
  readonly door: string;
  /** Says, sealed, whose password was right. */
  readonly held: string;
  readonly wrong: Wrong;
  /** What to do when recovery codes are gone, too. */
  readonly help: Child;
  /** The fields that travel along. */
  readonly children?: Child;
}

/** Where somebody gives the code of their telephone, or one that they wrote down. */
export function SecondStepPage({ frame, door, held, wrong, help, children }: SecondStepPageProps) {
  const word = words[frame.language].code;
  return (
    <Layout frame={frame} title={word.title} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
        <ErrorSummary language={frame.language} wrong={wrong} />
        <form method="post" action={`${door}/code`} class="stack">
          <input type="hidden" name="held" value={held} />
          {children}
          <TextField
            {...{ name: "code", label: word.label, value: "", width: "short", wrong: wrong["code"] }}
            {...{ autocomplete: "one-time-code", inputmode: "numeric", maxlength: 7 }}
          />
          <details open={wrong["recovery"] !== undefined}>
            <summary>{word.recovery}</summary>
            <div class="gap-above stack">
              <TextField
                {...{ name: "recovery", label: word.recoveryLabel, hint: word.recoveryHint, value: "" }}
                {...{ width: "middle", autocomplete: "off", wrong: wrong["recovery"] }}
              />
              <p class="small">{help}</p>
            </div>
          </details>
          <p class="form-end">
            <button class="button button-main" type="submit">
              {word.submit} <Icon name="arrow-right" />
            </button>
            <a href={door}>{word.back}</a>
          </p>
        </form>
      </div>
    </Layout>
  );
}
