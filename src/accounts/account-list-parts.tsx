import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { Icon } from "../web/icon.tsx";
import { agentWords, DayOf } from "./account-parts.tsx";
import { words } from "./account-words.ts";
import type { CodesState } from "./codes.ts";
import type { Passkey } from "./passkeys.ts";
import type { OpenSession } from "./sessions.ts";

interface PasskeysProps {
  readonly language: Language;
  /** The address of the page of one's account. */
  readonly path: string;
  readonly passkeys: readonly Passkey[];
  /** The way to add one stands here, and not above already. */
  readonly linked: boolean;
}

/** The passkeys of an account, each with its end. */
export function Passkeys({ language, path, passkeys, linked }: PasskeysProps) {
  const word = words[language];
  return (
    <section aria-labelledby="passkeys" class="stack stack-3">
      <h2 class="like-h3" id="passkeys">
        {word.passkeys}
      </h2>
      {passkeys.length === 0 ? <p>{word.noPasskeys}</p> : <PasskeyTable {...{ language, path, passkeys }} />}
      {linked && (
        <p class="cluster">
          <a class="button button-small" href={`${path}/passkeys/new`}>
            <Icon name="plus" /> {word.addPasskey}
          </a>
        </p>
      )}
    </section>
  );
}

function PasskeyTable({ language, path, passkeys }: Omit<PasskeysProps, "linked">) {
  const word = words[language];
  return (
    <table class="table table-stack table-lines">
      <thead>
        <tr>
          <th scope="col">{word.passkey}</th>
          <th scope="col">{word.added}</th>
          <th scope="col">{word.used}</th>
          <th scope="col">
            <span class="sr">{word.remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {passkeys.map(({ id, name, created, used }) => (
          <tr>
            <th scope="row">{name}</th>
            <td data-word={word.added}>
              <DayOf date={created} language={language} none="" />
            </td>
            <td data-word={word.used}>
              <DayOf date={used} language={language} none={word.never} />
            </td>
            <td class="table-do">
              <form method="post" action={`${path}/passkeys/${encodeURIComponent(id)}/remove`}>
                <button class="button button-small" type="submit" aria-label={word.removeNamed(name)}>
                  {word.remove}
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whether a code is asked for, too, and the way to settle it. */
export function Codes({
  language,
  path,
  codes: { confirmed, recoveryCodes },
}: Pick<PasskeysProps, "language" | "path"> & { readonly codes: CodesState }) {
  const word = words[language];
  return (
    <section aria-labelledby="codes" class="stack stack-3">
      <h2 class="like-h3" id="codes">
        {word.codes}
      </h2>
      <p>
        {confirmed === null
          ? word.codesOff
          : word.codesOn(dateWords(confirmed, language), word.recoveryLeft(recoveryCodes))}
      </p>
      <p class="cluster">
        <a class="button button-small" href={`${path}/codes`}>
          {confirmed === null ? word.turnOnCodes : word.manageCodes}
        </a>
      </p>
    </section>
  );
}

/** Where an account is signed in, each with its end. */
export function Sessions({ language, path, sessions, here }: SessionsProps) {
  const word = words[language];
  return (
    <section aria-labelledby="sessions" class="stack stack-3">
      <h2 class="like-h3" id="sessions">
        {word.sessions}
      </h2>
      <p>{word.sessionsText}</p>
      <table class="table table-stack table-lines">
        <thead>
          <tr>
            <th scope="col">{word.browser}</th>
            <th scope="col">{word.opened}</th>
            <th scope="col">{word.seen}</th>
            <th scope="col">
              <span class="sr">{word.end}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <SessionRow {...{ language, path, session, here }} />
          ))}
        </tbody>
      </table>
      {sessions.length > 1 && (
        <form method="post" action={`${path}/sessions/end-others`}>
          <button class="button button-small" type="submit">
            {word.endOthers}
          </button>
        </form>
      )}
    </section>
  );
}

interface SessionsProps extends Pick<PasskeysProps, "language" | "path"> {
  readonly sessions: readonly OpenSession[];
  /** The session of this browser. */
  readonly here: string;
}

type SessionRowProps = Omit<SessionsProps, "sessions"> & { readonly session: OpenSession };

function SessionRow({ language, path, session, here }: SessionRowProps) {
  const word = words[language];
  const browser = agentWords(session.agent, language);
  return (
    <tr>
      <th scope="row">{browser}</th>
      <td data-word={word.opened}>
        <DayOf date={session.created} language={language} none="" />
      </td>
      <td data-word={word.seen}>
        <DayOf date={session.seen} language={language} none="" />
      </td>
      <td class="table-do">
        {session.id === here ? (
          <strong>{word.here}</strong>
        ) : (
          <form method="post" action={`${path}/sessions/${session.id}/end`}>
            <button class="button button-small" type="submit" aria-label={word.endNamed(browser)}>
              {word.end}
            </button>
          </form>
        )}
      </td>
    </tr>
  );
}
