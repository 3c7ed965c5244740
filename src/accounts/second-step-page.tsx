import { ErrorSummary, TextField, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import type { Travel } from "./kept-form.ts";
import { TravelFields } from "./sign-in-page.tsx";
import { words } from "./sign-in-words.ts";

export interface SecondStepPageProps extends Travel {
  readonly frame: Frame;
  /** Says, sealed, whose password was right. */
  readonly held: string;
  readonly wrong: Wrong;
}

/** Where somebody gives the code of their telephone, or one that they wrote down. */
export function SecondStepPage({ frame, held, back, kept, wrong }: SecondStepPageProps) {
  const word = words[frame.language].code;
  return (
    <Layout frame={frame} title={word.title} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
        <ErrorSummary language={frame.language} wrong={wrong} />
        <form method="post" action="/admin/sign-in/code" class="stack">
          <input type="hidden" name="held" value={held} />
          <TravelFields back={back} kept={kept} />
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
              <p class="small">
                {word.help} <code>essaim admin codes-off --email …</code>
              </p>
            </div>
          </details>
          <p class="form-end">
            <button class="button button-main" type="submit">
              {word.submit} <Icon name="arrow-right" />
            </button>
            <a href="/admin/sign-in">{word.back}</a>
          </p>
        </form>
      </div>
    </Layout>
  );
}
