import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { OnceField } from "../web/form-parts.tsx";
import { Icon, type IconName } from "../web/icon.tsx";
import { sizeWords } from "../web/money.ts";
import { judge, type Look, looks, type Outcome, type ServerState, worstOf } from "./server.ts";
import { words } from "./server-words.ts";

/** A delivery that was given up. */
export interface GivenUp {
  readonly id: number;
  /** The other server. */
  readonly origin: string;
  readonly firstTry: Date;
  readonly attempts: number;
  /** The HTTP status of its last answer; null when there was none. */
  readonly status: number | null;
}

export interface ServerPageProps {
  readonly frame: DeskFrame;
  readonly state: ServerState;
  /** The oldest of what was given up. */
  readonly failed: readonly GivenUp[];
  readonly done: "again" | "dropped" | null;
}

/** How the server stands, in plain words, and what to do about it. */
export function ServerPage({ frame, state, failed, done }: ServerPageProps) {
  const word = words[frame.language];
  const judged = judge(state);
  return (
    <DeskLayout frame={frame} title={word.title} here="server">
      {done !== null && (
        <div class="notice notice-good" role="status">
          <Icon name="check-circle" />
          <p>
            <strong>{word.done[done]}</strong>
          </p>
        </div>
      )}
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead[worstOf(judged)]}</p>
      </div>
      <table class="table table-stack">
        <thead>
          <tr>
            <th scope="col">{word.thing}</th>
            <th scope="col">{word.state}</th>
            <th scope="col">{word.said}</th>
          </tr>
        </thead>
        <tbody>
          {looks.map((look) => (
            <LookRow look={look} outcome={judged[look]} state={state} language={frame.language} />
          ))}
        </tbody>
      </table>
      {failed.length > 0 && <GivenUpList failed={failed} all={state.deliveries.failed} frame={frame} />}
      <section aria-labelledby="more" class="stack stack-3">
        <h2 class="like-h3" id="more">
          {word.more}
        </h2>
        <ul class="list">
          <li>
            <a href="/admin/server/journal">{word.journal}</a>
          </li>
          <li>
            <a href="/admin/server/settings">{word.settings}</a>
          </li>
          {frame.person.role === "administrator" && (
            <li>
              <a href="/admin/server/tokens">{word.tokens}</a>
            </li>
          )}
        </ul>
        <p class="small soft">
          {word.version(state.version)} {word.docs}
        </p>
      </section>
    </DeskLayout>
  );
}

const icons: Readonly<Record<Outcome, IconName>> = { ok: "check-circle", warning: "warning", fault: "warning-circle" };
const tints: Readonly<Record<Outcome, string>> = { ok: "good", warning: "care", fault: "bad" };

interface LookRowProps {
  readonly look: Look;
  readonly outcome: Outcome;
  readonly state: ServerState;
  readonly language: Language;
}

function LookRow({ look, outcome, state, language }: LookRowProps) {
  const word = words[language];
  const [what, todo] = seen[look](state, language);
  return (
    <tr>
      <th scope="row">{word.looks[look]}</th>
      <td>
        <span class={`chip nowrap chip-${tints[outcome]}`}>
          <Icon name={icons[outcome]} /> {word.outcomes[outcome]}
        </span>
      </td>
      <td class="table-said">
        {what} {todo !== null && <strong>{todo}</strong>}
      </td>
    </tr>
  );
}

type Seen = readonly [what: string, todo: string | null];

/** What is seen of each thing, and what to do about it. */
const seen: Readonly<Record<Look, (state: ServerState, language: Language) => Seen>> = {
  work({ workers, jobs }, language) {
    const word = words[language];
    const minutes = Math.floor(jobs.oldestSeconds / 60);
    if (workers === 0) return [word.workNone, word.workNoneDo];
    if (minutes >= 2) return [word.workLate(minutes), word.workLateDo];
    if (jobs.failed > 0) return [word.workFailed(jobs.failed), word.workFailedDo];
    return [word.workFine(jobs.due, jobs.later), null];
  },
  deliveries({ deliveries: { failed, waiting, held } }, language) {
    const word = words[language];
    if (failed > 0) return [word.deliveriesFailed(failed), word.deliveriesFailedDo];
    return [word.deliveriesFine(waiting + held), null];
  },
  backup(state, language) {
    const word = words[language];
    if (state.backup === null) return [word.backupNone, word.backupNoneDo];
    if (state.backupDays >= state.oldBackupDays) return [word.backupOld(state.backupDays), word.backupOldDo];
    return [word.backupMade(dateWords(state.backup, language)), null];
  },
  disk({ freeBytes, disk }, language) {
    const word = words[language];
    if (freeBytes === null) return [word.diskUnknown, null];
    return [word.diskFree(sizeWords(freeBytes, language)), disk === "ok" ? null : word.diskDo];
  },
  database: ({ databaseBytes }, language) => [words[language].databaseTakes(sizeWords(databaseBytes, language)), null],
  mail({ mail, lateLetters }, language) {
    const word = words[language];
    if (!mail) return [word.mailNone, word.mailNoneDo];
    return lateLetters > 0 ? [word.mailLate(lateLetters), word.mailLateDo] : [word.mailFine, null];
  },
  peers({ peers: { approved, pending } }, language) {
    const word = words[language];
    return [word.peersFine(approved), pending === 0 ? null : word.peersPending(pending)];
  },
};

interface GivenUpProps {
  readonly failed: readonly GivenUp[];
  readonly all: number;
  readonly frame: DeskFrame;
}

function GivenUpList({ failed, all, frame }: GivenUpProps) {
  const word = words[frame.language];
  return (
    <section aria-labelledby="deliveries" class="stack stack-3">
      <h2 class="like-h3" id="deliveries">
        {word.failed}
      </h2>
      <table class="table table-stack">
        <thead>
          <tr>
            <th scope="col">{word.where}</th>
            <th scope="col">{word.since}</th>
            <th scope="col">{word.tries}</th>
            <th scope="col">{word.problem}</th>
          </tr>
        </thead>
        <tbody>
          {failed.map(({ origin, firstTry, attempts, status }) => (
            <tr>
              <th scope="row">{origin.replace(/^https?:\/\//, "")}</th>
              <td data-word={word.since}>{dateWords(firstTry, frame.language, "short")}</td>
              <td data-word={word.tries}>{attempts}</td>
              <td data-word={word.problem}>{status ?? word.noAnswer}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {all > failed.length && <p class="small soft">{word.failedMore(all - failed.length)}</p>}
      {frame.person.role === "administrator" && (
        <form method="post" action="/admin/server/deliveries" class="cluster">
          <OnceField />
          <button class="button button-main" type="submit" name="what" value="again">
            {word.again}
          </button>
          <button class="button button-danger" type="submit" name="what" value="drop">
            {word.giveUp}
          </button>
        </form>
      )}
    </section>
  );
}
