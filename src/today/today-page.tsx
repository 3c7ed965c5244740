import type { Standing } from "../availability/card-parts.tsx";
import { AvailabilityTable } from "../availability/table-parts.tsx";
import { weekdayWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { DeskLayout } from "../web/desk.tsx";
import { foldTasks, type PlacedTask, type Urgency, urgencies } from "../web/desk-tasks.ts";
import { Icon } from "../web/icon.tsx";
import type { GrowthWeek } from "./growth.ts";
import { type Followed, Growth } from "./growth-parts.tsx";
import { NewsList, type NewsProps, WeekFigures, type WeekProps } from "./news-parts.tsx";
import type { Outcome } from "./server.ts";
import { MoreTasks, TaskList } from "./task-list-parts.tsx";
import { words } from "./words.ts";

export interface TodayProps extends NewsProps, WeekProps {
  readonly now: Date;
  readonly tasks: readonly PlacedTask[];
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
      {counted.length === 0 && <Nothing word={word} empty={empty && frame.host?.hub !== true} />}
      {urgencies.map((urgency) => (
        <Waiting urgency={urgency} tasks={tasks} language={frame.language} />
      ))}
      <NewsList {...props} />
      {props.standings.length > 0 && <Standings {...props} />}
      <WeekFigures {...props} />
      <Growth growth={props.growth} language={frame.language} />
      <ServerLine outcome={props.server} word={word} />
    </DeskLayout>
  );
}

type Word = (typeof words)["fr"];

/** So many lines of one room are read at a glance. */
const mostOfRoom = 3;

interface WaitingProps {
  readonly urgency: Urgency;
  /** All of them, the most urgent first. */
  readonly tasks: readonly PlacedTask[];
  readonly language: Language;
}

/** What is as urgent; the page's main action is that of the very first thing to do. */
function Waiting({ urgency, tasks, language }: WaitingProps) {
  const { shown, more } = foldTasks(
    tasks.filter((task) => task.urgency === urgency),
    mostOfRoom,
  );
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby={urgency}>
      <h2 class="like-h3" id={urgency}>
        {words[language].urgencies[urgency]}
      </h2>
      <TaskList tasks={shown} main={urgency !== "quiet" && shown[0] === tasks[0]} />
      <MoreTasks more={more} language={language} />
    </section>
  );
}

function Nothing({ word, empty }: { readonly word: Word; readonly empty: boolean }) {
  return empty ? <Start word={word} /> : <AllDone word={word} />;
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
