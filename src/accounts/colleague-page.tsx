import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Choices, ErrorSummary, TextField, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { Role } from "./account.ts";
import { BackLink } from "./account-parts.tsx";
import type { Colleague } from "./colleagues.ts";
import { calledOf } from "./team-page.tsx";
import { words } from "./team-words.ts";
import { words as roomWords } from "./words.ts";

const roles: readonly Role[] = ["administrator", "editor", "reader"];

export interface InvitePageProps {
  readonly frame: DeskFrame;
  readonly email: string;
  readonly role: string;
  readonly wrong: Wrong;
}

/** Where somebody is invited. */
export function InvitePage({ frame, email, role, wrong }: InvitePageProps) {
  const word = words[frame.language];
  const { title, lead, submit, ...own } = word.invitePage;
  return (
    <DeskLayout frame={frame} title={title} here="team">
      <BackLink href="/admin/team" label={word.back} />
      <div class="stack stack-3 narrow">
        <h1 class="like-h2">{title}</h1>
        <p class="lead">{lead}</p>
      </div>
      <ErrorSummary language={frame.language} wrong={wrong} />
      <form method="post" action="/admin/team/invite" class="narrow">
        <TextField
          {...{ name: "email", label: own.email, type: "email", autocomplete: "off", value: email }}
          {...{ wrong: wrong["email"], required: true }}
        />
        <RoleChoice {...{ frame, label: own.role, role, wrong }} />
        <p class="form-end">
          <button class="button button-main" type="submit">
            {submit}
          </button>
        </p>
      </form>
    </DeskLayout>
  );
}

/** The link of an invitation, this once. */
export function InvitedPage({
  frame,
  email,
  link,
  sent,
}: {
  readonly frame: DeskFrame;
  readonly email: string;
  readonly link: string;
  readonly sent: boolean;
}) {
  const word = words[frame.language].invited;
  return (
    <DeskLayout frame={frame} title={word.title(email)} here="team">
      <div class="stack stack-3 narrow">
        <h1 class="like-h2">{word.title(email)}</h1>
        <p class="lead">{sent ? word.sent : word.notSent}</p>
      </div>
      <div class="narrow">
        <div class="field">
          <label class="field-label" for="link">
            {word.link}
          </label>
          <p class="field-hint" id="link-hint">
            {word.once}
          </p>
          <input class="input" id="link" value={link} readonly aria-describedby="link-hint" />
        </div>
      </div>
      <p class="cluster">
        <a class="button button-main" href="/admin/team">
          {word.goOn} <Icon name="check" />
        </a>
      </p>
    </DeskLayout>
  );
}

export interface ColleaguePageProps {
  readonly frame: DeskFrame;
  readonly colleague: Colleague;
  readonly role: string;
  readonly wrong: Wrong;
}

/** Where a colleague's rights are changed, or taken back. */
export function ColleaguePage({ frame, colleague, role, wrong }: ColleaguePageProps) {
  const word = words[frame.language];
  const own = word.editPage;
  const title = own.title(calledOf(colleague));
  const path = `/admin/team/${colleague.id}`;
  return (
    <DeskLayout frame={frame} title={title} here="team">
      <BackLink href="/admin/team" label={word.back} />
      <div class="stack stack-3 narrow">
        <h1 class="like-h2">{title}</h1>
        <p class="lead">{colleague.email}</p>
        {colleague.id === frame.person.id && <p>{own.own}</p>}
      </div>
      <ErrorSummary language={frame.language} wrong={wrong} />
      <form method="post" action={path} class="narrow">
        <RoleChoice {...{ frame, label: word.role, role, wrong }} />
        <p class="form-end">
          <button class="button button-main" type="submit">
            {own.submit}
          </button>
        </p>
      </form>
      {colleague.id !== frame.person.id && (
        <section aria-labelledby="remove" class="stack stack-3 narrow">
          <h2 class="like-h3" id="remove">
            {own.removeTitle}
          </h2>
          <p>{own.removeText}</p>
          <form method="post" action={`${path}/remove`}>
            <button class="button button-danger" type="submit">
              {own.remove}
            </button>
          </form>
        </section>
      )}
    </DeskLayout>
  );
}

interface RoleChoiceProps extends Pick<ColleaguePageProps, "frame" | "role" | "wrong"> {
  readonly label: string;
}

function RoleChoice({ frame, label, role, wrong }: RoleChoiceProps) {
  const { roles: names, rights } = roomWords[frame.language];
  const options = roles.map((value) => ({ value, label: names[value], hint: rights[value] }));
  return <Choices {...{ name: "role", label, type: "radio", chosen: [role], options, wrong: wrong["role"] }} />;
}
