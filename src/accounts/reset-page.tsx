import { ErrorSummary, TextField, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { Notice } from "./sign-in-page.tsx";
import { words } from "./sign-in-words.ts";

export interface ForgottenPageProps {
  readonly frame: Frame;
  /** This server sends mail. */
  readonly sends: boolean;
  /** Somebody has just asked. */
  readonly sent: boolean;
}

/** Where somebody asks for a link, or learns who can help where no mail is sent. */
export function ForgottenPage({ frame, sends, sent }: ForgottenPageProps) {
  const word = words[frame.language];
  return (
    <Layout frame={frame} title={word.forgot.title} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{word.forgot.title}</h1>
          {sends && !sent && <p class="lead">{word.forgot.lead}</p>}
        </div>
        {sends ? sent ? <Sent frame={frame} /> : <AskForm frame={frame} /> : <NoMail frame={frame} />}
        <p>
          <a class="icon-text" href="/admin/sign-in">
            <Icon name="arrow-left" />
            <span>{word.forgot.back}</span>
          </a>
        </p>
      </div>
    </Layout>
  );
}

function AskForm({ frame }: { readonly frame: Frame }) {
  const word = words[frame.language];
  return (
    <form method="post" action="/admin/sign-in/forgotten">
      <TextField name="email" label={word.email} type="email" autocomplete="username" value="" required />
      <p class="form-end gap-above">
        <button class="button button-main" type="submit">
          {word.forgot.submit} <Icon name="envelope-simple" />
        </button>
      </p>
    </form>
  );
}

function Sent({ frame }: { readonly frame: Frame }) {
  const word = words[frame.language].forgot;
  return (
    <>
      <Notice title={word.sentTitle} text={word.sentText} />
      <p>
        <a href="/admin/sign-in/forgotten">{word.again}</a>
      </p>
    </>
  );
}

function NoMail({ frame }: { readonly frame: Frame }) {
  const word = words[frame.language].forgot;
  return (
    <div class="stack stack-3">
      <h2 class="like-h3">{word.noMailTitle}</h2>
      <p>{word.noMailText}</p>
      <p>
        <code>essaim admin password --email … --password-file …</code>
      </p>
      <p>{word.noMailNext}</p>
    </div>
  );
}

export interface ResetPageProps {
  readonly frame: Frame;
  readonly token: string;
  readonly email: string;
  readonly wrong: Wrong;
}

/** Where a link lets somebody set a new password. */
export function ResetPage({ frame, token, email, wrong }: ResetPageProps) {
  const word = words[frame.language].reset;
  return (
    <Layout frame={frame} title={word.title} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{word.title}</h1>
          <p class="lead">{word.lead(email)}</p>
        </div>
        <ErrorSummary language={frame.language} wrong={wrong} />
        <form method="post" action="/admin/sign-in/reset">
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="email" value={email} autocomplete="username" />
          <TextField
            {...{ name: "password", label: word.password, hint: word.hint, type: "password", value: "" }}
            {...{ autocomplete: "new-password", wrong: wrong["password"] }}
            required
          />
          <p class="form-end gap-above">
            <button class="button button-main" type="submit">
              {word.submit}
            </button>
          </p>
        </form>
      </div>
    </Layout>
  );
}
