import type { Language } from "../foundation/language.ts";
import { ErrorSummary, TextField, type Wrong } from "../web/form-parts.tsx";
import { BackLink, PresentPassword } from "./account-parts.tsx";
import { words } from "./account-words.ts";

export interface NewPasskeyProps {
  readonly language: Language;
  /** The address of the page of one's account. */
  readonly path: string;
  readonly asksPassword: boolean;
  readonly name: string;
  readonly wrong: Wrong;
}

/** Where a passkey is made. A browser makes it, so this page alone needs a script; without one it says what else there is. */
export function NewPasskey({ language, path, asksPassword, name, wrong }: NewPasskeyProps) {
  const word = words[language];
  const { passkeyPage: own } = word;
  return (
    <>
      <BackLink href={path} label={word.backToAccount} />
      <div class="stack stack-3 narrow">
        <h1 class="like-h2">{own.title}</h1>
        <p class="lead">{own.lead}</p>
      </div>
      <ErrorSummary language={language} wrong={wrong} />
      <div class="stack stack-3 narrow" data-passkey-missing>
        <p>{own.missing}</p>
        <p>
          <a href={`${path}/codes`}>{own.useCodes}</a>
        </p>
      </div>
      <form
        {...{ method: "post", action: `${path}/passkeys/new`, hidden: true, class: "narrow" }}
        {...{ "data-passkey": "create", "data-options": `${path}/passkeys/options` }}
        {...{ "data-cancelled": own.cancelled, "data-known": own.known, "data-failed": own.failed }}
      >
        <input type="hidden" name="credential" value="" />
        <TextField
          {...{ name: "name", label: own.name, hint: own.nameHint, value: name, wrong: wrong["name"] }}
          {...{ autocomplete: "off", maxlength: 100, width: "middle" }}
          required
        />
        {asksPassword && <PresentPassword language={language} wrong={wrong} />}
        <p class="form-end">
          <button class="button button-main" type="submit">
            {own.submit}
          </button>
        </p>
        <p class="field-error" role="alert" hidden data-passkey-problem />
      </form>
    </>
  );
}
