import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { OnceField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { StateButtons } from "./desk-buttons-parts.tsx";
import { words } from "./desk-words.ts";
import type { KeptStanding } from "./parts.tsx";
import { StandingCells } from "./table-parts.tsx";

/** What the page says first: what has just been done, or why it was not. */
export interface ListNews {
  readonly tone: "good" | "care";
  readonly title: string;
  readonly text: string | null;
}

export interface AvailabilityListProps {
  readonly frame: DeskFrame;
  readonly standings: readonly KeptStanding[];
  readonly now: Date;
  /** How many follow the availability here. */
  readonly followers: number;
  /** What they would read if the first offer were paused. */
  readonly example: string | null;
  /** Whether this person wants letters; null where no mail is set up. */
  readonly letters: boolean | null;
  readonly news: ListNews | null;
}

/** All offers with who can get in, and the buttons that say it. */
export function AvailabilityListPage(props: AvailabilityListProps) {
  const { frame, standings, news } = props;
  const word = words[frame.language];
  return (
    <DeskLayout frame={frame} title={word.title} here="availability">
      {news && <News {...news} />}
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      {standings.length === 0 ? <Empty word={word} /> : <Table {...props} />}
      <Letters {...props} />
    </DeskLayout>
  );
}

type Word = (typeof words)["fr"];

function News({ tone, title, text }: ListNews) {
  return (
    <div class={`notice notice-${tone}`} role="status">
      <Icon name={tone === "good" ? "check-circle" : "warning"} />
      <div>
        <p>
          <strong>{title}</strong>
        </p>
        {text && <p>{text}</p>}
      </div>
    </div>
  );
}

function Empty({ word }: { readonly word: Word }) {
  return (
    <div class="empty">
      <div class="stack stack-3">
        <h2 class="like-h3">{word.empty.title}</h2>
        <p>{word.empty.text}</p>
        <p>
          <a class="button button-main" href="/admin/offers">
            {word.empty.write}
          </a>
        </p>
      </div>
    </div>
  );
}

function Table(props: AvailabilityListProps) {
  const { frame, standings, followers, example } = props;
  const word = words[frame.language];
  const writes = frame.person.role !== "reader";
  return (
    <>
      {writes && <ForAll standings={standings} word={word} />}
      <div class="stack stack-3">
        {writes && (
          <p class="small soft">
            {word.atOnce(followers, example ?? word.press.paused)} {word.quiet}
          </p>
        )}
        <table class="table table-stack">
          <thead>
            <tr>
              <th scope="col">{word.offer}</th>
              <th scope="col">{word.shown}</th>
              <th scope="col">{word.confirmed}</th>
              <th scope="col">{word.until}</th>
            </tr>
          </thead>
          {standings.map((standing) => (
            <Rows {...props} standing={standing} writes={writes} />
          ))}
        </table>
      </div>
    </>
  );
}

function ForAll({ standings, word }: { readonly standings: readonly KeptStanding[]; readonly word: Word }) {
  const said = standings.some(({ offer, availability }) => offer.state === "published" && availability !== null);
  return (
    <div class="cluster">
      {said && (
        <form method="post" action="/admin/availability/confirmation">
          <OnceField />
          <button class="button button-main" type="submit">
            <Icon name="check" /> {word.allStill}
          </button>
        </form>
      )}
      <a class="button" href="/admin/availability/all">
        {word.allChange}
      </a>
    </div>
  );
}

/** An offer, and under it the states that one press says. */
function Rows({
  frame,
  standing,
  now,
  writes,
}: AvailabilityListProps & { readonly standing: KeptStanding; readonly writes: boolean }) {
  return (
    <tbody class="table-pair">
      <tr>
        <StandingCells standing={standing} now={now} language={frame.language} />
      </tr>
      {writes && (
        <tr>
          <td class="table-do" colspan={4}>
            <StateButtons standing={standing} now={now} language={frame.language} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Letters({ frame, letters }: AvailabilityListProps) {
  const word = words[frame.language].letters;
  if (frame.person.role === "reader") return null;
  return (
    <section aria-labelledby="letters" class="stack stack-3">
      <h2 class="like-h3" id="letters">
        {word.title}
      </h2>
      {letters === null ? (
        <p>{word.none}</p>
      ) : (
        <form method="post" action="/admin/availability/reminders" class="stack stack-3">
          <p>{word.text}</p>
          <label class="option">
            <input type="checkbox" name="wanted" value="yes" checked={letters} />
            <span>{word.want}</span>
          </label>
          <p>
            <button class="button button-small" type="submit">
              {word.save}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
