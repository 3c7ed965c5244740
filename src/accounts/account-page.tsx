import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Icon } from "../web/icon.tsx";
import { Codes, Passkeys, Sessions } from "./account-list-parts.tsx";
import { Done } from "./account-parts.tsx";
import { words } from "./account-words.ts";
import type { CodesState } from "./codes.ts";
import type { Passkey } from "./passkeys.ts";
import type { OpenSession } from "./sessions.ts";
import { words as roomWords } from "./words.ts";

export type Deed = keyof typeof words.fr.done;

export interface AccountPageProps {
  readonly frame: DeskFrame;
  readonly done: Deed | null;
  readonly codes: CodesState;
  readonly passkeys: readonly Passkey[];
  readonly sessions: readonly OpenSession[];
}

/** One's own account: who one is, how one enters, and where one is signed in. */
export function AccountPage({ frame, done, codes, passkeys, sessions }: AccountPageProps) {
  const word = words[frame.language];
  const onlyPassword = passkeys.length === 0 && codes.confirmed === null;
  return (
    <DeskLayout frame={frame} title={word.title} here="account">
      {done && <Done text={word.done[done]} />}
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      {onlyPassword && <Nudge frame={frame} />}
      <You frame={frame} />
      <Codes {...{ language: frame.language, path: "/admin/account", codes }} />
      <Passkeys {...{ language: frame.language, path: "/admin/account", passkeys }} linked={!onlyPassword} />
      <Sessions {...{ language: frame.language, path: "/admin/account", sessions, here: frame.person.session }} />
      <section aria-labelledby="leaving" class="stack stack-3">
        <h2 class="like-h3" id="leaving">
          {word.leaving}
        </h2>
        <p>{word.leavingText}</p>
        <p class="cluster">
          <a class="button button-small" href="/admin/account/delete">
            {word.deleteAccount}
          </a>
        </p>
      </section>
    </DeskLayout>
  );
}

/** The next step for who has only a password. */
function Nudge({ frame }: Pick<AccountPageProps, "frame">) {
  const word = words[frame.language];
  return (
    <div class="notice notice-care">
      <Icon name="key" />
      <div class="stack stack-3">
        <h2>{word.nudgeTitle}</h2>
        <p>{word.nudgeText}</p>
        <p class="cluster">
          <a class="button button-main button-small" href="/admin/account/passkeys/new">
            {word.addPasskey}
          </a>
          <a href="/admin/account/codes">{word.turnOnCodes}</a>
        </p>
      </div>
    </div>
  );
}

function You({ frame }: Pick<AccountPageProps, "frame">) {
  const word = words[frame.language];
  const { name, email, role } = frame.person;
  return (
    <section aria-labelledby="you" class="stack stack-3">
      <h2 class="like-h3" id="you">
        {word.you}
      </h2>
      <dl class="facts facts-lines">
        <div>
          <dt>{word.name}</dt>
          <dd>{name === "" ? <span class="soft">{word.nameUnsaid}</span> : name}</dd>
        </div>
        <div>
          <dt>{word.email}</dt>
          <dd>{email}</dd>
        </div>
        <div>
          <dt>{word.role}</dt>
          <dd>{roomWords[frame.language].roles[role]}</dd>
        </div>
      </dl>
      <p class="cluster">
        <a class="button button-small" href="/admin/account/you">
          {word.changeYou}
        </a>
        <a class="button button-small" href="/admin/account/password">
          {word.changePassword}
        </a>
      </p>
    </section>
  );
}
