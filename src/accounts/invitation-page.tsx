import { ErrorSummary, TextField, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import type { Invitation } from "./invitations.ts";
import { words } from "./sign-in-words.ts";
import { words as accountWords } from "./words.ts";

export interface InvitationPageProps {
  readonly frame: Frame;
  readonly token: string;
  readonly invitation: Invitation;
  readonly name: string;
  readonly wrong: Wrong;
}

/** Where somebody who was invited says who they are. */
export function InvitationPage({ frame, token, invitation, name, wrong }: InvitationPageProps) {
  const word = words[frame.language].invitation;
  const { roles, rights } = accountWords[frame.language];
  const title = word.title(frame.host?.name ?? "Essaim");
  return (
    <Layout frame={frame} title={title} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{title}</h1>
          <p class="lead">{word.lead(invitation.email)}</p>
          <p>
            {word.role} <strong>{roles[invitation.role]}</strong>. {rights[invitation.role]}
          </p>
        </div>
        <ErrorSummary language={frame.language} wrong={wrong} />
        <form method="post" action="/admin/invitation">
          <input type="hidden" name="token" value={token} />
          <TextField
            {...{ name: "name", label: word.name, hint: word.nameHint, value: name, wrong: wrong["name"] }}
            {...{ autocomplete: "name", maxlength: 100 }}
            required
          />
          <TextField
            {...{ name: "password", label: word.password, hint: words[frame.language].reset.hint, type: "password" }}
            {...{ autocomplete: "new-password", value: "", wrong: wrong["password"] }}
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
