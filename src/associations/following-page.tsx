import { dateWords } from "../foundation/date-words.ts";
import { ErrorSummary, TextField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { Frame } from "../web/layout.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { mayAct } from "./associations.ts";
import type { Followed } from "./following.ts";
import { words } from "./following-words.ts";
import { type Acting, RoomLayout } from "./member-parts.tsx";

export interface FollowingPageProps {
  readonly frame: Frame;
  readonly acting: Acting;
  readonly followed: readonly Followed[];
  readonly typed: string;
  readonly wrong: string | null;
  readonly done: keyof (typeof words)["fr"]["done"] | null;
}

/** Whom an association follows, and a field to follow anybody. */
export function FollowingPage(props: FollowingPageProps) {
  const { frame, acting, followed, wrong, done } = props;
  const word = words[frame.language];
  return (
    <RoomLayout frame={frame} acting={acting} title={word.title} here="/following">
      {done && <DoneNotice>{word.done[done]}</DoneNotice>}
      <div class="stack stack-3">
        <h1>{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      <ErrorSummary language={frame.language} wrong={wrong === null ? {} : { account: wrong }} />
      {mayAct(acting.association) ? <AskForm {...props} /> : <p>{word.notYet}</p>}
      {followed.length === 0 ? <p>{word.none}</p> : <FollowedTable {...props} />}
      <p class="small soft">{word.explain}</p>
    </RoomLayout>
  );
}

function AskForm({ frame: { language }, typed, wrong }: FollowingPageProps) {
  const word = words[language];
  return (
    <>
      <form method="post" action="/association/follow" class="narrow" novalidate>
        <TextField
          {...{ name: "account", label: word.address, hint: word.addressHint, value: typed }}
          {...{ wrong: wrong ?? undefined, autocomplete: "off", inputmode: "email", maxlength: 500 }}
        />
        <p class="form-end">
          <button class="button button-main" type="submit">
            <Icon name="plus" /> {word.submit}
          </button>
        </p>
      </form>
      <p>
        <a href="/directory">{word.directory}</a>
      </p>
    </>
  );
}

function FollowedTable({ frame: { language }, followed }: FollowingPageProps) {
  const word = words[language];
  return (
    <table class="table table-stack table-lines">
      <thead>
        <tr>
          <th scope="col">{word.who}</th>
          <th scope="col">{word.state}</th>
          <th scope="col">{word.since}</th>
          <th scope="col">
            <span class="sr">{word.stop}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {followed.map(({ actor, name, address, url, state, since }) => (
          <tr>
            <th scope="row">
              <a href={url} rel="noopener nofollow">
                {name}
              </a>
              {address !== null && (
                <>
                  <br />
                  <span class="small soft">{address}</span>
                </>
              )}
            </th>
            <td class="table-named" data-word={word.state}>
              {word.states[state]}
            </td>
            <td data-word={word.since}>{dateWords(since, language, "short")}</td>
            <td class="table-do">
              <form method="post" action="/association/unfollow">
                <input type="hidden" name="actor" value={actor} />
                <button class="button button-small" type="submit" aria-label={word.stopNamed(name)}>
                  {word.stop}
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
