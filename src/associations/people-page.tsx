import type { Member } from "../accounts/members.ts";
import { dateWords } from "../foundation/date-words.ts";
import { ErrorSummary, TextField, type Wrong } from "../web/form-parts.tsx";
import type { Frame } from "../web/layout.tsx";
import { CareNotice, DoneNotice } from "../web/notice.tsx";
import type { MemberInvitation } from "./inviting.ts";
import { type Acting, RoomLayout } from "./member-parts.tsx";
import { words } from "./people-words.ts";
import { words as roomWords } from "./words.ts";

export interface PeoplePageProps {
  readonly frame: Frame;
  readonly acting: Acting;
  readonly members: readonly Member[];
  readonly invitations: readonly MemberInvitation[];
  readonly email: string;
  readonly wrong: Wrong;
  readonly done: keyof (typeof words)["fr"]["done"] | null;
  /** Somebody wanted to leave who is the last. */
  readonly last: boolean;
}

/** Who acts for an association, who was asked to, and how to ask somebody. */
export function PeoplePage(props: PeoplePageProps) {
  const { frame, acting, members, invitations, email, wrong, done, last } = props;
  const word = words[frame.language];
  return (
    <RoomLayout frame={frame} acting={acting} title={word.title} here="/people">
      {done && <DoneNotice>{word.done[done]}</DoneNotice>}
      {last && (
        <CareNotice title={word.last} refused>
          <p>
            <a href="/association/account/close">{word.closeInstead}</a>
          </p>
        </CareNotice>
      )}
      <div class="stack stack-3">
        <h1>{word.title}</h1>
        <p class="lead">{word.lead(acting.association.name)}</p>
      </div>
      <ErrorSummary language={frame.language} wrong={wrong} />
      <MemberTable {...props} />
      {members.length === 1 && <p>{word.alone}</p>}
      {invitations.length > 0 && <InvitationTable {...props} />}
      <section aria-labelledby="invite" class="stack stack-3">
        <h2 class="like-h3" id="invite">
          {word.invite}
        </h2>
        <p>{word.inviteText}</p>
        <form method="post" action="/association/people/invite" class="cluster cluster-end" novalidate>
          <TextField
            {...{ name: "email", label: word.email, type: "email", value: email, wrong: wrong["email"] }}
            required
          />
          <button class="button button-main" type="submit">
            {word.submit}
          </button>
        </form>
      </section>
      {members.length > 1 && (
        <form method="post" action="/association/people/leave" class="stack stack-2">
          <p>{word.leaveText}</p>
          <p>
            <button class="button" type="submit">
              {word.leave}
            </button>
          </p>
        </form>
      )}
    </RoomLayout>
  );
}

function MemberTable({ frame: { language }, acting, members }: PeoplePageProps) {
  const word = words[language];
  return (
    <table class="table table-stack table-lines">
      <thead>
        <tr>
          <th scope="col">{word.person}</th>
          <th scope="col">{word.since}</th>
          <th scope="col">
            <span class="sr">{roomWords[language].remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ id, name, email, created }) => (
          <tr>
            <th scope="row">
              {name === "" ? email : name} {id === acting.member.id && <span class="soft">({word.you})</span>}
              {name !== "" && (
                <>
                  <br />
                  <span class="small soft">{email}</span>
                </>
              )}
            </th>
            <td data-word={word.since}>{dateWords(created, language, "short")}</td>
            <td class="table-do">
              {id !== acting.member.id && (
                <form method="post" action={`/association/people/${id}/remove`}>
                  <button class="button button-small" type="submit" aria-label={word.removeNamed(name || email)}>
                    {roomWords[language].remove}
                  </button>
                </form>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function InvitationTable({ frame: { language }, invitations }: PeoplePageProps) {
  const word = words[language];
  return (
    <section aria-labelledby="invitations" class="stack stack-3">
      <h2 class="like-h3" id="invitations">
        {word.invitations}
      </h2>
      <table class="table table-stack table-lines">
        <thead>
          <tr>
            <th scope="col">{word.person}</th>
            <th scope="col">{word.until}</th>
            <th scope="col">
              <span class="sr">{word.withdraw}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {invitations.map(({ id, email, expires }) => (
            <tr>
              <th scope="row">{email}</th>
              <td data-word={word.until}>{dateWords(expires, language, "short")}</td>
              <td class="table-do">
                <form method="post" action={`/association/people/invitations/${id}/withdraw`}>
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

export interface InvitedPageProps {
  readonly frame: Frame;
  readonly acting: Acting;
  readonly email: string;
  readonly link: string;
  readonly sent: boolean;
}

/** The link of an invitation, shown this once. */
export function InvitedPage({ frame, acting, email, link, sent }: InvitedPageProps) {
  const word = words[frame.language].invited;
  return (
    <RoomLayout frame={frame} acting={acting} title={word.title(email)} here="/people">
      <h1>{word.title(email)}</h1>
      <p>{sent ? word.sent : word.notSent}</p>
      <code class="command">{link}</code>
      <p class="small">{word.once}</p>
      <p>
        <a class="button button-main" href="/association/people">
          {word.goOn}
        </a>
      </p>
    </RoomLayout>
  );
}
