import { dateWords } from "../foundation/date-words.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Icon } from "../web/icon.tsx";
import { DayOf, Done } from "./account-parts.tsx";
import type { Colleague } from "./colleagues.ts";
import type { Invitation } from "./invitations.ts";
import { words } from "./team-words.ts";
import { words as roomWords } from "./words.ts";

export type TeamDeed = keyof typeof words.fr.done;

export interface TeamPageProps {
  readonly frame: DeskFrame;
  readonly done: TeamDeed | null;
  readonly colleagues: readonly Colleague[];
  readonly invitations: readonly Invitation[];
  readonly now: Date;
}

/** Who keeps the desk, and who was asked to. */
export function TeamPage(props: TeamPageProps) {
  const { frame, done, colleagues, invitations } = props;
  const word = words[frame.language];
  return (
    <DeskLayout frame={frame} title={word.title} here="team">
      {done && <Done text={word.done[done]} />}
      <div class="desk-head">
        <div class="stack stack-3">
          <h1 class="like-h2">{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
        <a class="button button-main" href="/admin/team/invite">
          <Icon name="plus" /> {word.invite}
        </a>
      </div>
      <ColleagueTable frame={frame} colleagues={colleagues} />
      {colleagues.length === 1 && <p>{word.alone}</p>}
      {invitations.length > 0 && <InvitationTable {...props} />}
      <p>
        <a href="/admin/server/journal">{word.journal}</a>
      </p>
    </DeskLayout>
  );
}

/** What colleagues call somebody: their name, or else their address. */
export const calledOf = ({ name, email }: Pick<Colleague, "name" | "email">): string => (name === "" ? email : name);

function ColleagueTable({ frame, colleagues }: Pick<TeamPageProps, "frame" | "colleagues">) {
  const word = words[frame.language];
  return (
    <table class="table table-stack table-lines">
      <thead>
        <tr>
          <th scope="col">{word.person}</th>
          <th scope="col">{word.role}</th>
          <th scope="col">{word.guard}</th>
          <th scope="col">{word.seen}</th>
          <th scope="col">
            <span class="sr">{word.change}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {colleagues.map((colleague) => (
          <ColleagueRow frame={frame} colleague={colleague} />
        ))}
      </tbody>
    </table>
  );
}

function ColleagueRow({ frame, colleague }: { readonly frame: DeskFrame; readonly colleague: Colleague }) {
  const { language, person } = frame;
  const word = words[language];
  const { id, name, email, role, seen, secured } = colleague;
  return (
    <tr>
      <th scope="row">
        {calledOf(colleague)} {id === person.id && <span class="soft">({word.you})</span>}
        {name !== "" && (
          <>
            <br />
            <span class="small soft">{email}</span>
          </>
        )}
      </th>
      <td data-word={word.role}>{roomWords[language].roles[role]}</td>
      <td data-word={word.guard}>{secured ? word.secured : word.passwordOnly}</td>
      <td data-word={word.seen}>
        <DayOf date={seen} language={language} none={word.never} />
      </td>
      <td class="table-do">
        <a class="button button-small" href={`/admin/team/${id}`} aria-label={word.changeNamed(calledOf(colleague))}>
          {word.change}
        </a>
      </td>
    </tr>
  );
}

function InvitationTable({ frame, invitations, now }: TeamPageProps) {
  const { language } = frame;
  const word = words[language];
  return (
    <section aria-labelledby="invitations" class="stack stack-3">
      <h2 class="like-h3" id="invitations">
        {word.invitations}
      </h2>
      <table class="table table-stack table-lines">
        <thead>
          <tr>
            <th scope="col">{word.address}</th>
            <th scope="col">{word.role}</th>
            <th scope="col">{word.until}</th>
            <th scope="col">
              <span class="sr">{word.withdraw}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {invitations.map(({ id, email, role, expires }) => (
            <tr>
              <th scope="row">{email}</th>
              <td data-word={word.role}>{roomWords[language].roles[role]}</td>
              <td data-word={word.until}>{expires > now ? dateWords(expires, language, "short") : word.expired}</td>
              <td class="table-do">
                <form method="post" action={`/admin/team/invitations/${id}/withdraw`}>
                  <button class="button button-small" type="submit" aria-label={word.withdrawNamed(email)}>
                    {word.withdraw}
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
