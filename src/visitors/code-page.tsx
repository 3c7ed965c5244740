import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import type { SignIn } from "./sign-ins.ts";
import { words } from "./words.ts";

/** Where the code stands. */
export type CodeState = "shown" | "waiting" | "other" | "too-many";

export interface CodePageProps {
  readonly frame: Frame;
  readonly signIn: Pick<SignIn, "back"> & { readonly code: string; readonly address: string };
  /** To whom it is sent: `@demandes@domain`. */
  readonly intake: string;
  readonly state: CodeState;
}

/** The code by which somebody is recognised whose server has no page for that; they come back to it once it is sent. */
export function CodePage({ frame, signIn, intake, state }: CodePageProps) {
  const word = words[frame.language].code;
  return (
    <Layout frame={frame} title={word.title} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{word.title}</h1>
          <p class="lead">{word.lead(signIn.address)}</p>
        </div>
        <StateNotice frame={frame} state={state} />
        <div class="stack stack-2">
          <p id="message">{word.message}</p>
          <code class="command">
            {intake} <span class="nowrap">{signIn.code}</span>
          </code>
          <p class="small">{word.private}</p>
          <p class="small">{word.valid}</p>
        </div>
        <form method="post" action="/sign-in/code" class="form-end">
          <button class="button button-main" type="submit">
            {word.sent} <Icon name="arrow-right" />
          </button>
          <a href={`/sign-in?then=${encodeURIComponent(signIn.back)}`}>{word.again}</a>
        </form>
        <div class="notice notice-care">
          <Icon name="warning" />
          <div>
            <h2>{word.warning}</h2>
            <p>{word.warningText}</p>
          </div>
        </div>
      </div>
    </Layout>
  );
}

function StateNotice({ frame, state }: Pick<CodePageProps, "frame" | "state">) {
  const word = words[frame.language].code;
  if (state === "shown") return null;
  const [title, text] = {
    waiting: [word.waiting, word.waitingText],
    other: [word.other, word.otherText],
    "too-many": [word.tooMany, word.waitingText],
  }[state];
  return (
    <div class="notice" role="status">
      <Icon name="info" />
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
    </div>
  );
}
