import type { Child } from "hono/jsx";
import { momentWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Empty } from "../web/empty.tsx";
import { Icon } from "../web/icon.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { serverPath } from "./desk-deliveries-page.tsx";
import { ServerChip, TroubleWords } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import { type ServerStanding, type StuckDelivery, stateOfServer } from "./server.ts";

const path = "/admin/followers/deliveries";

export interface ServerPageProps {
  readonly frame: DeskFrame;
  readonly origin: string;
  /** Null when nothing waits or was given up. */
  readonly standing: ServerStanding | null;
  /** One more than a page holds, where there are more. */
  readonly items: readonly StuckDelivery[];
  readonly pageSize: number;
  /** How many still wait. */
  readonly left: number;
  /** How many there were when all were sent again; 0 when they were not. */
  readonly of: number;
  /** The page loads anew by itself. */
  readonly watched: boolean;
  readonly done?: string | undefined;
}

/** What has not arrived at one server, why, and another try. */
export function ServerPage(props: ServerPageProps) {
  const { frame, origin, standing, items, pageSize, of, done } = props;
  const { language } = frame;
  const word = words[language];
  const { host } = new URL(origin);
  const notice = Object.entries(word.did).find(([did]) => did === done)?.[1];
  const next = items.length > pageSize ? items[pageSize - 1]?.id : undefined;
  return (
    <DeskLayout frame={frame} title={word.deliveriesTo(host)} here="followers">
      <Breadcrumb language={language} ways={[{ href: path, label: word.title }]} here={host} />
      {notice !== undefined && <DoneNotice>{notice}</DoneNotice>}
      <div class="desk-head">
        <h1 class="like-h2">{word.deliveriesTo(host)}</h1>
        {standing && <ServerChip server={standing} language={language} />}
      </div>
      {of > 0 && <Progress {...props} />}
      {standing === null ? (
        <Empty title={word.nothingLeft} ways={[{ href: path, label: word.back }]} />
      ) : (
        <Standing frame={frame} standing={standing} />
      )}
      {items.length > 0 && <Items frame={frame} items={items.slice(0, pageSize)} />}
      {next !== undefined && (
        <p>
          <a href={`${serverPath(origin)}&after=${next}`}>{word.more}</a>
        </p>
      )}
    </DeskLayout>
  );
}

function Progress({ frame: { language }, origin, left, of, watched }: ServerPageProps) {
  const word = words[language];
  const done = Math.max(of - left, 0);
  return (
    <section class={left === 0 ? "progress progress-done" : "progress"}>
      <p class="progress-head">
        <b>{left === 0 ? word.progressDone : word.left(left)}</b>
        <span>{word.progress(done, of)}</span>
      </p>
      <progress max={of} value={done} aria-label={word.progress(done, of)} />
      {watched && <p class="progress-more">{word.watching}</p>}
      {left > 0 && (
        <p>
          <a href={`${serverPath(origin)}&of=${of}${watched ? "" : "&watch=1"}`}>
            {watched ? word.stopWatching : word.watch}
          </a>
        </p>
      )}
    </section>
  );
}

function Standing({ frame, standing }: { readonly frame: DeskFrame; readonly standing: ServerStanding }) {
  const { language, person } = frame;
  const word = words[language];
  const { origin, arrived, waiting, failed, silent, next } = standing;
  return (
    <>
      <dl class="facts facts-row">
        <Fact name={word.state}>
          {word.states[stateOfServer(standing)]}
          {silent !== null && <small>{word.since(momentWords(silent, language))}</small>}
        </Fact>
        <Fact name={word.queue}>{waiting}</Fact>
        <Fact name={word.failed}>{failed}</Fact>
        <Fact name={word.next}>{next === null ? word.none : momentWords(next, language)}</Fact>
        <Fact name={word.arrived}>{arrived === null ? word.never : momentWords(arrived, language)}</Fact>
      </dl>
      <p>
        <TroubleWords of={standing} language={language} />
      </p>
      {person.role === "administrator" && (
        <form class="stack stack-2" method="post" action={`${path}/server`}>
          <input type="hidden" name="origin" value={origin} />
          <button class="button button-main" type="submit">
            {word.resend}
          </button>
          <p class="field-hint">{word.resendHint}</p>
        </form>
      )}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Items({ frame, items }: { readonly frame: DeskFrame; readonly items: readonly StuckDelivery[] }) {
  const { language, person } = frame;
  const word = words[language];
  const may = person.role === "administrator";
  return (
    <section aria-labelledby="list">
      <h2 class="like-h3" id="list">
        {word.list}
      </h2>
      <ul class="tasks gap-above">
        {items.map((item) => (
          <Item item={item} may={may} language={language} />
        ))}
      </ul>
    </section>
  );
}

function Item({ item, may, language }: { item: StuckDelivery; may: boolean; language: Language }) {
  const word = words[language];
  const { id, type, state, attempts, firstTry } = item;
  return (
    <li class="task">
      <Icon name={state === "failed" ? "warning-circle" : "clock"} />
      <div>
        <h3>{word.types[type] ?? word.otherType}</h3>
        <p>
          <TroubleWords of={item} language={language} />
        </p>
        <p>{`${word.items[state]} · ${word.tries(attempts)} · ${word.since(momentWords(firstTry, language))}`}</p>
      </div>
      {may && (
        <form class="task-do" method="post" action={`${path}/${id}/retry`}>
          <button class="button button-small" type="submit" aria-label={word.againWhat(id)}>
            {word.again}
          </button>
        </form>
      )}
    </li>
  );
}
