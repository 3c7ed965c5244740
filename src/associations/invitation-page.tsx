import { ErrorSummary, TextField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { words } from "./sign-in-words.ts";
import { words as roomWords } from "./words.ts";

export interface InvitationPageProps {
  readonly frame: Frame;
  readonly token: string;
  /** The names of the association, and of the address that was invited. */
  readonly association: string;
  readonly email: string;
  readonly name: string;
  /** Whether they can come in without a password. */
  readonly mails: boolean;
  readonly wrong: string | null;
}

/** Where somebody joins those who act for an association. */
export function InvitationPage({ frame, token, association, email, name, mails, wrong }: InvitationPageProps) {
  const { language } = frame;
  const word = words[language].invitation;
  const room = roomWords[language];
  return (
    <Layout frame={frame} title={word.title(association)} unlisted>
      <div class="wrap wrap-narrow section stack stack-5">
        <h1>{word.title(association)}</h1>
        <p class="lead">{word.lead(email)}</p>
        <ErrorSummary language={language} wrong={wrong === null ? {} : { password: wrong }} />
        <form method="post" action="/association/invitation">
          <input type="hidden" name="token" value={token} />
          <TextField
            {...{ name: "name", label: word.name, hint: word.nameHint, value: name, autocomplete: "name" }}
            {...{ maxlength: 100, optional: room.optional }}
          />
          <TextField
            {...{ name: "password", label: room.password, type: "password", value: "", autocomplete: "new-password" }}
            {...{ wrong: wrong ?? undefined, required: !mails, ...(mails && { optional: room.optional }) }}
            hint={mails ? `${room.passwordHint} ${word.passwordLater}` : room.passwordHint}
          />
          <p class="form-end">
            <button class="button button-main" type="submit">
              {word.submit} <Icon name="arrow-right" />
            </button>
          </p>
        </form>
      </div>
    </Layout>
  );
}

export function SpentInvitationPage({ frame }: { readonly frame: Frame }) {
  const word = words[frame.language];
  return (
    <Layout frame={frame} title={word.invitation.spentTitle} unlisted>
      <div class="wrap wrap-narrow section stack stack-5">
        <h1>{word.invitation.spentTitle}</h1>
        <p class="lead">{word.invitation.spentText}</p>
        <p>
          <a href="/association/sign-in">{word.title}</a>
        </p>
      </div>
    </Layout>
  );
}
