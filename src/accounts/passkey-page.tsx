import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { ErrorSummary, TextField, type Wrong } from "../web/form-parts.tsx";
import { BackLink, PresentPassword } from "./account-parts.tsx";
import { words } from "./account-words.ts";

export interface PasskeyPageProps {
  readonly frame: DeskFrame;
  readonly name: string;
  readonly wrong: Wrong;
}

/** Where a passkey is made. A browser makes it, so this page alone needs a script; without one it says what else there is. */
export function PasskeyPage({ frame, name, wrong }: PasskeyPageProps) {
  const word = words[frame.language];
  const { passkeyPage: own } = word;
  return (
    <DeskLayout frame={frame} title={own.title} here="account" scripts={["passkey"]}>
      <BackLink href="/admin/account" label={word.backToAccount} />
      <div class="stack stack-3 narrow">
        <h1 class="like-h2">{own.title}</h1>
        <p class="lead">{own.lead}</p>
      </div>
      <ErrorSummary language={frame.language} wrong={wrong} />
      <div class="stack stack-3 narrow" data-passkey-missing>
        <p>{own.missing}</p>
        <p>
          <a href="/admin/account/codes">{own.useCodes}</a>
        </p>
      </div>
      <form
        {...{ method: "post", action: "/admin/account/passkeys/new", hidden: true }}
        {...{ "data-passkey": "create", "data-options": "/admin/account/passkeys/options" }}
        {...{ "data-cancelled": own.cancelled, "data-known": own.known, "data-failed": own.failed }}
      >
        <input type="hidden" name="credential" value="" />
        <TextField
          {...{ name: "name", label: own.name, hint: own.nameHint, value: name, wrong: wrong["name"] }}
          {...{ autocomplete: "off", maxlength: 100, width: "middle" }}
          required
        />
        <PresentPassword language={frame.language} wrong={wrong} />
        <p class="form-end">
          <button class="button button-main" type="submit">
            {own.submit}
          </button>
        </p>
        <p class="field-error" role="alert" hidden data-passkey-problem />
      </form>
    </DeskLayout>
  );
}
