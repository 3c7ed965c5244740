import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Icon, type IconName } from "../web/icon.tsx";
import { sizeWords } from "../web/money.ts";
import { judge, type Look, looks, type Outcome, type ServerState, worstOf } from "./server.ts";
import { words } from "./server-words.ts";

export interface ServerPageProps {
  readonly frame: DeskFrame;
  readonly state: ServerState;
}

/** How the server stands, in plain words, and what to do about it. */
export function ServerPage({ frame, state }: ServerPageProps) {
  const word = words[frame.language];
  const judged = judge(state);
  return (
    <DeskLayout frame={frame} title={word.title} here="server">
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

type Seen = readonly [what: string, todo: Child | null];

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
    const way = <a href="/admin/followers/deliveries">{word.deliveriesFailedDo}</a>;
    if (failed > 0) return [word.deliveriesFailed(failed), way];
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
