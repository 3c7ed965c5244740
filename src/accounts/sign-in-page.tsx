import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import { words as deskWords } from "../web/desk-words.ts";
import { ErrorSummary, TextField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import type { KeptForm, Travel } from "./kept-form.ts";
import { words } from "./sign-in-words.ts";

export interface SignInPageProps extends Travel {
  readonly frame: Frame;
  readonly email: string;
  /** The sentence that says why it did not open. */
  readonly wrong: string | null;
  /** What has just happened: they signed out, set a new password, or deleted their account. */
  readonly notice: "left" | "reset" | "gone" | null;
}

/** Where someone of the host's team signs in. */
export function SignInPage({ frame, back, email, wrong, kept, notice }: SignInPageProps) {
  const word = words[frame.language];
  const notices = { left: word.left, reset: word.passwordReset, gone: word.accountGone };
  return (
    <Layout frame={frame} title={word.title} scripts={["passkey"]} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
        {kept && <Notice title={word.keptTitle} text={word.keptText} />}
        {notice && <Notice title={notices[notice]} />}
        <ErrorSummary language={frame.language} wrong={wrong === null ? {} : { email: wrong }} />
        <form method="post" action="/admin/sign-in">
          <TravelFields back={back} kept={kept} />
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
            <a href="/admin/sign-in/forgotten">{word.forgotten}</a>
          </p>
        </form>
        <PasskeyForm language={frame.language} door="/admin/sign-in">
          <TravelFields back={back} kept={kept} />
        </PasskeyForm>
      </div>
    </Layout>
  );
}

/** Shown by its script, where the browser can do it. */
export function PasskeyForm({
  language,
  door,
  children,
}: {
  readonly language: Language;
  /** The address of the way in: passkeys go to `…/passkey` below it. */
  readonly door: string;
  readonly children?: Child;
}) {
  const word = words[language];
  return (
    <form
      {...{ method: "post", action: `${door}/passkey`, hidden: true }}
      {...{ "data-passkey": "get", "data-options": `${door}/passkey/options` }}
      {...{ "data-cancelled": word.passkeyCancelled, "data-failed": word.passkeyFailed }}
    >
      {children}
      <input type="hidden" name="credential" value="" />
      <p>
        <button class="button" type="submit">
          <Icon name="key" /> {word.withPasskey}
        </button>
      </p>
      <p class="field-error" role="alert" hidden data-passkey-problem />
    </form>
  );
}

/** What travels along with somebody who enters. */
export function TravelFields({ back, kept }: Travel) {
  return (
    <>
      <input type="hidden" name="back" value={back} />
      {kept && <input type="hidden" name="kept" value={JSON.stringify(kept)} />}
    </>
  );
}

export interface StillTherePageProps {
  readonly frame: Frame;
  readonly kept: KeptForm;
  /** Where to go without it. */
  readonly home: string;
}

/** What was sent after a session had ended is here again, to be sent for good. */
export function StillTherePage({ frame, kept, home }: StillTherePageProps) {
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
          <a href={home}>{word.drop}</a>
        </form>
      </div>
    </Layout>
  );
}

/** Something to know before going on. */
export function Notice({ title, text }: { readonly title: string; readonly text?: string }) {
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
