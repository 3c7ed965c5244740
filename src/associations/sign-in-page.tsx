import { PasskeyForm } from "../accounts/sign-in-page.tsx";
import { ErrorSummary, TextField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { words as registrationWords } from "./registration-words.ts";
import { words } from "./sign-in-words.ts";
import { words as roomWords } from "./words.ts";

export interface SignInPageProps {
  readonly frame: Frame;
  readonly mails: boolean;
  readonly email: string;
  readonly back: string;
  readonly wrong: Readonly<Partial<Record<"email" | "password", string>>>;
  /** What has just happened. */
  readonly notice: "sent" | "left" | null;
}

/** Where members of associations come in. */
export function SignInPage(props: SignInPageProps) {
  const { frame, wrong, notice, back } = props;
  const [word, other] = [words[frame.language], registrationWords[frame.language]];
  return (
    <Layout frame={frame} title={word.title} scripts={["passkey"]} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
        {notice && <Notice frame={frame} notice={notice} />}
        <ErrorSummary language={frame.language} wrong={wrong} />
        <SignInForm {...props} />
        <PasskeyForm language={frame.language} door="/association/sign-in">
          <input type="hidden" name="then" value={back} />
        </PasskeyForm>
        <p>
          {word.new} <a href={`/association/new?then=${encodeURIComponent(back)}`}>{word.register}</a>
        </p>
        <p>
          {other.elsewhere}{" "}
          <a href={back === "/association" ? "/sign-in" : `/sign-in?then=${encodeURIComponent(back)}`}>
            {other.withOwn}
          </a>
        </p>
      </div>
    </Layout>
  );
}

function Notice({ frame, notice }: Pick<SignInPageProps, "frame"> & { readonly notice: "sent" | "left" }) {
  const word = words[frame.language];
  const title = { sent: word.sent, left: word.left }[notice];
  const text = { sent: word.sentText, left: null }[notice];
  return (
    <DoneNotice>
      <h2>{title}</h2>
      {text && <p>{text}</p>}
    </DoneNotice>
  );
}

// One form with two ways on: the first button is what the Enter key does.
function SignInForm({ frame: { language, host }, mails, email, back, wrong }: SignInPageProps) {
  const word = words[language];
  const room = roomWords[language];
  const password = (
    <TextField
      {...{ name: "password", label: room.password, type: "password", value: "", wrong: wrong.password }}
      {...{ autocomplete: "current-password", ...(mails && { hint: word.passwordText }) }}
    />
  );
  return (
    <form method="post" action="/association/sign-in" class="stack" novalidate>
      <input type="hidden" name="then" value={back} />
      <TextField
        {...{ name: "email", label: room.email, type: "email", autocomplete: "username", value: email }}
        {...{ wrong: wrong.email, ...(mails && { hint: word.byMailHint }) }}
        required
      />
      {mails ? (
        <>
          <p>
            <button class="button button-main" type="submit" name="by" value="mail">
              {word.byMail} <Icon name="envelope-simple" />
            </button>
          </p>
          <details class="more" open={wrong.password !== undefined}>
            <summary>{word.orPassword}</summary>
            <div class="stack stack-3">
              {password}
              <p>
                <button class="button" type="submit" name="by" value="password">
                  {word.byPassword}
                </button>
              </p>
            </div>
          </details>
        </>
      ) : (
        <>
          {password}
          <p>
            <button class="button button-main" type="submit" name="by" value="password">
              {word.enter} <Icon name="arrow-right" />
            </button>
          </p>
          <p class="small soft">{word.forgotten(host?.name ?? "Essaim")}</p>
        </>
      )}
    </form>
  );
}

export interface LinkPageProps {
  readonly frame: Frame;
  readonly token: string;
  readonly back: string;
  /** The name of the association; null where the link is not good. */
  readonly association: string | null;
}

/** What the link of a letter opens: programs open links too, so only the button lets somebody in. */
export function LinkPage({ frame, token, back, association }: LinkPageProps) {
  const word = words[frame.language].link;
  const title = association === null ? word.spentTitle : word.title;
  return (
    <Layout frame={frame} title={title} unlisted>
      <div class="wrap wrap-narrow section stack stack-5">
        <h1>{title}</h1>
        <p class="lead">{association === null ? word.spentText : word.text(association)}</p>
        {association === null ? (
          <p>
            <a class="button button-main" href={`/association/sign-in?then=${encodeURIComponent(back)}`}>
              {word.again}
            </a>
          </p>
        ) : (
          <form method="post" action="/association/sign-in/link">
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="then" value={back} />
            <button class="button button-main" type="submit">
              {word.submit} <Icon name="arrow-right" />
            </button>
          </form>
        )}
      </div>
    </Layout>
  );
}
