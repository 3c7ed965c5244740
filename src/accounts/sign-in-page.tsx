import { words as deskWords } from "../web/desk-words.ts";
import { ErrorSummary, TextField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import type { KeptForm } from "./kept-form.ts";
import { words } from "./sign-in-words.ts";

export interface SignInPageProps {
  readonly frame: Frame;
  /** The path of the desk to go to afterwards. */
  readonly back: string;
  readonly email: string;
  readonly wrong: boolean;
  /** What somebody sent after their session had ended. */
  readonly kept: KeptForm | null;
  /** They have just signed out. */
  readonly left: boolean;
}

/** Where someone of the host's team signs in. */
export function SignInPage({ frame, back, email, wrong, kept, left }: SignInPageProps) {
  const word = words[frame.language];
  return (
    <Layout frame={frame} title={word.title} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
        {kept && <Notice title={word.keptTitle} text={word.keptText} />}
        {left && <Notice title={word.left} />}
        <ErrorSummary language={frame.language} wrong={wrong ? { email: word.wrong } : {}} />
        <form method="post" action="/admin/sign-in">
          <input type="hidden" name="back" value={back} />
          {kept && <input type="hidden" name="kept" value={JSON.stringify(kept)} />}
          <TextField name="email" label={word.email} type="email" autocomplete="username" value={email} required />
          <TextField
            {...{ name: "password", label: word.password, type: "password", autocomplete: "current-password" }}
            value=""
            required
          />
          <p class="form-end gap-above">
            <button class="button button-main" type="submit">
              {word.submit} <Icon name="arrow-right" />
            </button>
          </p>
        </form>
      </div>
    </Layout>
  );
}

/** What was sent after a session had ended is here again, to be sent for good. */
export function StillTherePage({ frame, kept }: { readonly frame: Frame; readonly kept: KeptForm }) {
  const word = deskWords[frame.language].stillThere;
  return (
    <Layout frame={frame} title={word.title} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{word.title}</h1>
          <p class="lead">{word.text}</p>
          {kept.files && <p>{word.files}</p>}
        </div>
        <form method="post" action={kept.path} class="cluster">
          {kept.entries.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button class="button button-main" type="submit">
            {word.send} <Icon name="arrow-right" />
          </button>
          <a href="/admin">{word.drop}</a>
        </form>
      </div>
    </Layout>
  );
}

function Notice({ title, text }: { readonly title: string; readonly text?: string }) {
  return (
    <div class="notice" role="status">
      <Icon name="info" />
      <div>
        <h2>{title}</h2>
        {text !== undefined && <p>{text}</p>}
      </div>
    </div>
  );
}
