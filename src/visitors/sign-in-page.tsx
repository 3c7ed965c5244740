import { ErrorSummary, TextField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { type SignInRefusal, words } from "./words.ts";

export interface SignInPageProps {
  readonly frame: Frame;
  readonly typed: string;
  /** The page of ours that they are going to. */
  readonly back: string;
  readonly wrong: SignInRefusal | null;
  /** They have just signed out. */
  readonly left: boolean;
}

/** Where somebody comes in with an account of another server: one field, and what will happen. */
export function SignInPage({ frame, typed, back, wrong, left }: SignInPageProps) {
  const word = words[frame.language];
  const sentence = wrong === null ? undefined : word.refusals[wrong];
  return (
    <Layout frame={frame} title={word.title} unlisted>
      <div class="wrap section split">
        <div class="stack stack-6">
          <div class="stack stack-3">
            <h1>{word.title}</h1>
            <p class="lead">{word.lead}</p>
          </div>
          {left && (
            <DoneNotice>
              <h2>{word.left}</h2>
              <p>{word.leftText}</p>
            </DoneNotice>
          )}
          <ErrorSummary language={frame.language} wrong={sentence === undefined ? {} : { account: sentence }} />
          <form method="post" action="/sign-in" class="stack">
            <input type="hidden" name="back" value={back} />
            <TextField
              {...{ name: "account", label: word.account, hint: word.accountHint, value: typed, wrong: sentence }}
              {...{ autocomplete: "off", inputmode: "email", maxlength: 500 }}
            />
            <p class="cluster">
              <button class="button button-main" type="submit">
                {word.submit} <Icon name="arrow-right" />
              </button>
              <button class="button" type="submit" name="by" value="message">
                {word.byMessage}
              </button>
            </p>
          </form>
        </div>
        <Ahead frame={frame} back={back} />
      </div>
    </Layout>
  );
}

/** What will happen, and what is kept: told before anything is asked of anybody. */
function Ahead({ frame, back }: Pick<SignInPageProps, "frame" | "back">) {
  const word = words[frame.language];
  return (
    <aside class="sheet stack" aria-labelledby="next">
      <h2 class="like-h4" id="next">
        {word.next}
      </h2>
      <ol class="steps">
        {word.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p class="small">{word.other}</p>
      <h2 class="like-h4">{word.kept}</h2>
      <p class="small">{word.keptText}</p>
      <h2 class="like-h4">{word.none}</h2>
      <p class="small">
        {word.noneText} <a href={`/association/new?then=${encodeURIComponent(back)}`}>{word.noneNew}</a> ·{" "}
        <a href={`/association/sign-in?then=${encodeURIComponent(back)}`}>{word.noneIn}</a>
      </p>
    </aside>
  );
}
