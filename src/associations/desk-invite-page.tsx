import { OwnForm } from "../accounts/account-parts.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { TextField, type Wrong } from "../web/form-parts.tsx";
import type { Association } from "./associations.ts";
import { words } from "./desk-words.ts";

export interface InviteAnewPageProps {
  readonly frame: DeskFrame;
  readonly association: Association;
  readonly email: string;
  readonly wrong: Wrong;
}

/** Where the host opens a way in for an association that has none left. */
export function InviteAnewPage({ frame, association, email, wrong }: InviteAnewPageProps) {
  const { language } = frame;
  const word = words[language].invite;
  const path = `/admin/associations/${association.id}`;
  return (
    <DeskLayout frame={frame} title={word.title(association.name)} here="associations">
      <OwnForm
        {...{ language, wrong, title: word.title(association.name), lead: word.lead, submit: word.submit }}
        {...{ action: `${path}/invite`, back: { href: path, label: association.name } }}
      >
        <TextField
          {...{ name: "email", label: word.email, hint: word.emailHint, value: email, wrong: wrong["email"] }}
          {...{ type: "email", autocomplete: "off" }}
          required
        />
      </OwnForm>
    </DeskLayout>
  );
}

export interface InvitedAnewPageProps extends Pick<InviteAnewPageProps, "frame" | "association" | "email"> {
  readonly link: string;
  readonly sent: boolean;
}

/** The link of such an invitation, shown this once. */
export function InvitedAnewPage({ frame, association, email, link, sent }: InvitedAnewPageProps) {
  const word = words[frame.language].invite;
  return (
    <DeskLayout frame={frame} title={word.invited(email)} here="associations">
      <div class="stack stack-3 narrow">
        <h1 class="like-h2">{word.invited(email)}</h1>
        <p class="lead">{sent ? word.sent : word.notSent}</p>
        <code class="command">{link}</code>
        <p class="small">{word.once}</p>
      </div>
      <p>
        <a class="button button-main" href={`/admin/associations/${association.id}`}>
          {word.goOn}
        </a>
      </p>
    </DeskLayout>
  );
}
