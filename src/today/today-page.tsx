import type { Standing } from "../availability/card-parts.tsx";
import { AvailabilityTable } from "../availability/table-parts.tsx";
import { weekdayWords } from "../foundation/date-words.ts";
import { DeskLayout } from "../web/desk.tsx";
import type { Task } from "../web/desk-tasks.ts";
import { Icon } from "../web/icon.tsx";
import type { GrowthWeek } from "./growth.ts";
import { type Followed, Growth } from "./growth-parts.tsx";
import { NewsList, type NewsProps, WeekFigures, type WeekProps } from "./news-parts.tsx";
import type { Outcome } from "./server.ts";
import { TaskList } from "./task-list-parts.tsx";
import { words } from "./words.ts";

export interface TodayProps extends NewsProps, WeekProps {
  readonly now: Date;
  readonly tasks: readonly Task[];
  /** What has just been done here. */
  readonly done: string | null;
  readonly standings: readonly Standing[];
  /** Whether this host has no offer at all yet, not even a draft. */
  readonly empty: boolean;
  readonly growth: Readonly<Record<Followed, readonly GrowthWeek[]>>;
  readonly server: Outcome;
}

/** What waits for somebody today, and what has happened. */
export function TodayPage(props: TodayProps) {
  const { frame, now, tasks, done, empty } = props;
  const word = words[frame.language];
  const counted = tasks.filter(({ urgency }) => urgency !== "quiet");
  const things = counted.reduce((sum, task) => sum + task.things, 0);
  return (
    <DeskLayout frame={frame} title={word.title} here="today">
      {done !== null && (
        <div class="notice notice-good" role="status">
          <Icon name="check-circle" />
          <p>
            <strong>{done}</strong>
          </p>
        </div>
      )}
      <div class="stack stack-3">
        <h1 class="like-h2">{upper(weekdayWords(now, frame.language))}</h1>
        <p class="lead">
          {word.hello(frame.person.name)} {word.waits(things)}
        </p>
      </div>
      <ToDo tasks={counted} word={word} empty={empty && frame.host?.hub !== true} />
      <Quiet tasks={tasks.filter(({ urgency }) => urgency === "quiet")} word={word} />
      <NewsList {...props} />
      {props.standings.length > 0 && <Standings {...props} />}
      <WeekFigures {...props} />
      <Growth growth={props.growth} language={frame.language} />
      <ServerLine outcome={props.server} word={word} />
    </DeskLayout>
  );
}

type Word = (typeof words)["fr"];

function ToDo({
  tasks,
  word,
  empty,
}: {
  readonly tasks: readonly Task[];
  readonly word: Word;
  readonly empty: boolean;
}) {
  if (tasks.length === 0) return empty ? <Start word={word} /> : <AllDone word={word} />;
  return (
    <section aria-labelledby="to-do">
      <h2 class="like-h3" id="to-do">
        {word.toDo}
      </h2>
      <TaskList tasks={tasks} main />
    </section>
  );
}

function AllDone({ word }: { readonly word: Word }) {
  return (
    <section class="notice notice-good" aria-labelledby="to-do">
      <Icon name="check-circle" />
      <div>
        <h2 id="to-do">{word.nothing.title}</h2>
        <p>{word.nothing.text}</p>
      </div>
    </section>
  );
}

function Start({ word }: { readonly word: Word }) {
  return (
    <section class="empty" aria-labelledby="to-do">
      <div class="stack stack-3">
        <h2 class="like-h3" id="to-do">
          {word.start.title}
        </h2>
        <p>{word.start.text}</p>
        <p class="cluster">
          <a class="button button-main" href="/admin/offers">
            {word.start.offer}
          </a>
          <a class="button" href="/admin/exchange">
            {word.start.import}
          </a>
        </p>
      </div>
    </section>
  );
}

function Quiet({ tasks, word }: { readonly tasks: readonly Task[]; readonly word: Word }) {
  if (tasks.length === 0) return null;
  return (
    <section aria-labelledby="quiet">
      <h2 class="like-h3" id="quiet">
        {word.quiet}
      </h2>
      <TaskList tasks={tasks} main={false} />
    </section>
  );
}

function Standings({ frame, standings, now }: TodayProps) {
  const word = words[frame.language];
  return (
    <section aria-labelledby="standings">
      <div class="section-head">
        <h2 class="like-h3" id="standings">
          {word.availability}
        </h2>
        <a href="/admin/availability/all">{word.changeAll}</a>
      </div>
      <AvailabilityTable standings={standings} now={now} language={frame.language} />
    </section>
  );
}

function ServerLine({ outcome, word }: { readonly outcome: Outcome; readonly word: Word }) {
  return (
    <p class="icon-text">
      <Icon name={outcome === "ok" ? "check-circle" : "warning"} />
      <span>
        {word.server[outcome]} <a href="/admin/server">{word.serverMore}</a>
      </span>
    </p>
  );
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
