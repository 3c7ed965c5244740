import { Codes, Passkeys, Sessions } from "../accounts/account-list-parts.tsx";
import type { CodesState } from "../accounts/codes.ts";
import type { Passkey } from "../accounts/passkeys.ts";
import type { OpenSession } from "../accounts/sessions.ts";
import { ErrorSummary, TextField, type Typed, type Wrong } from "../web/form-parts.tsx";
import type { Frame } from "../web/layout.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { words } from "./account-words.ts";
import { type Acting, RoomLayout } from "./member-parts.tsx";
import { accountPath } from "./own-place-parts.tsx";
import { words as roomWords } from "./words.ts";

export type Done = keyof (typeof words)["fr"]["done"];

export interface AccountPageProps {
  readonly frame: Frame;
  readonly acting: Acting;
  readonly mails: boolean;
  readonly hasPassword: boolean;
  /** Whether the present password is asked for before another is taken. */
  readonly proves: boolean;
  readonly passkeys: readonly Passkey[];
  readonly codes: CodesState;
  readonly sessions: readonly OpenSession[];
  readonly typed: Typed;
  readonly wrong: Wrong;
  readonly done: Done | null;
}

/** What belongs to one person of an association, and the way out for all. */
export function AccountPage(props: AccountPageProps) {
  const { frame, acting, wrong, done, passkeys, codes, sessions } = props;
  const word = words[frame.language];
  return (
    <RoomLayout frame={frame} acting={acting} title={word.title} here="/account">
      {done && <DoneNotice>{word.done[done]}</DoneNotice>}
      <h1>{word.title}</h1>
      <ErrorSummary language={frame.language} wrong={wrong} />
      <YouForm {...props} />
      <PasswordForm {...props} />
      <Passkeys {...{ language: frame.language, path: accountPath, passkeys }} linked />
      <Codes {...{ language: frame.language, path: accountPath, codes }} />
      <Sessions {...{ language: frame.language, path: accountPath, sessions, here: acting.session }} />
      <section aria-labelledby="data" class="stack stack-3">
        <h2 class="like-h3" id="data">
          {word.data}
        </h2>
        <p>{word.dataText}</p>
        <p>
          <a class="button" href="/association/account/data.json" download>
            {word.export}
          </a>
        </p>
      </section>
      <section aria-labelledby="closing" class="stack stack-3">
        <h2 class="like-h3" id="closing">
          {word.closing}
        </h2>
        <p>{word.closingText}</p>
        <p>
          <a class="button" href="/association/account/close">
            {word.close}
          </a>
        </p>
      </section>
    </RoomLayout>
  );
}

function YouForm({ frame: { language }, typed, wrong }: AccountPageProps) {
  const word = words[language];
  return (
    <section aria-labelledby="you" class="stack stack-3">
      <h2 class="like-h3" id="you">
        {word.you}
      </h2>
      <form method="post" action="/association/account" class="narrow" novalidate>
        <TextField
          {...{ name: "name", label: word.name, hint: word.nameHint, value: typed["name"] ?? "" }}
          {...{ autocomplete: "name", maxlength: 100, optional: roomWords[language].optional }}
        />
        <TextField
          {...{ name: "email", label: roomWords[language].email, hint: word.emailHint, value: typed["email"] ?? "" }}
          {...{ type: "email", autocomplete: "email", wrong: wrong["email"] }}
          required
        />
        <p class="form-end">
          <button class="button button-main" type="submit">
            {roomWords[language].save}
          </button>
        </p>
      </form>
    </section>
  );
}

function PasswordForm({ frame: { language }, mails, hasPassword, proves, wrong }: AccountPageProps) {
  const word = words[language];
  return (
    <section aria-labelledby="password" class="stack stack-3">
      <h2 class="like-h3" id="password">
        {word.password}
      </h2>
      <p>{hasPassword ? word.withPassword : word.withoutPassword}</p>
      <form method="post" action="/association/account/password" class="narrow" novalidate>
        {proves && (
          <TextField
            {...{ name: "present", label: word.present, type: "password", value: "", wrong: wrong["present"] }}
            {...{ autocomplete: "current-password", hint: mails ? word.presentHint : word.presentHintWithoutMail }}
            required
          />
        )}
        <TextField
          {...{ name: "fresh", label: word.fresh, hint: roomWords[language].passwordHint, type: "password" }}
          {...{ autocomplete: "new-password", value: "", wrong: wrong["fresh"] }}
          required
        />
        <p class="form-end">
          <button class="button" type="submit">
            {word.setPassword}
          </button>
        </p>
      </form>
    </section>
  );
}

export interface ClosePageProps {
  readonly frame: Frame;
  readonly acting: Acting;
  readonly running: boolean;
  readonly typed: string;
  readonly wrong: Wrong;
}

/** The end of an association's account: what is erased, and the name to write. */
export function ClosePage({ frame, acting, running, typed, wrong }: ClosePageProps) {
  const word = words[frame.language].closePage;
  const { name } = acting.association;
  return (
    <RoomLayout frame={frame} acting={acting} title={word.title(name)} here="/account">
      <div class="stack stack-3 narrow">
        <h1>{word.title(name)}</h1>
        <p class="lead">{word.lead}</p>
        <p>
          {word.takeFirst} <a href="/association/account/data.json">{words[frame.language].export}</a>
        </p>
      </div>
      <ErrorSummary language={frame.language} wrong={wrong} />
      {running ? (
        <p>
          {word.running} <a href="/funding/mine">{word.see}</a>
        </p>
      ) : (
        <form method="post" action="/association/account/close" class="narrow" novalidate>
          <TextField
            {...{ name: "confirm", label: word.confirm, hint: name, value: typed, wrong: wrong["confirm"] }}
            {...{ autocomplete: "off" }}
            required
          />
          <p class="form-end">
            <button class="button button-danger" type="submit">
              {word.submit}
            </button>
          </p>
        </form>
      )}
      <p>
        <a href="/association/account">{word.back}</a>
      </p>
    </RoomLayout>
  );
}
