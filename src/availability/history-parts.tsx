import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { short } from "../web/drawings.ts";
import { Icon } from "../web/icon.tsx";
import { shownStates } from "./availability.ts";
import { monthsBefore, type PastStatement, type Span, spansOf } from "./history.ts";
import { words } from "./words.ts";

export interface HistoryProps {
  readonly statements: readonly PastStatement[];
  /** What was said before was shown to nobody. */
  readonly published: Date | null;
  readonly now: Date;
  readonly language: Language;
}

/** How far back a reader sees. */
export const shownMonths = 12;

/** An offer younger than this has no past yet that a drawing of a year could show. */
const youngDays = 14;

/** How an offer has opened and closed within a year: drawn, and told span by span. Nothing where nothing was said. */
export function History({ statements, published, now, language }: HistoryProps) {
  const from = monthsBefore(now, shownMonths);
  const since = published !== null && published > from ? published : from;
  const spans = spansOf(statements, since, now);
  if (spans.every(({ state }) => state === "unknown")) return null;
  if (now.getTime() - since.getTime() < youngDays * 86_400_000) return null;
  const word = words[language].history;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{word.title}</h2>
      <figure class="history gap-above">
        <Drawing spans={spans} from={from} now={now} language={language} />
        <Legend spans={spans} language={language} />
        <figcaption>
          {since > from && <p class="small soft">{word.published(dateWords(since, language))}</p>}
          <details>
            <summary>{word.asTable}</summary>
            <SpanTable spans={spans} language={language} />
          </details>
        </figcaption>
      </figure>
    </section>
  );
}

const width = 640;
const floor = 96;
/** What a phone's larger letters take. */
const roomForToday = 170;

/** The more one gets in, the higher the bar; where nothing was said, a dotted line. */
const heights: Readonly<Record<Span["state"], number>> = {
  ...{ open: 84, limited: 72, "by-approval": 60, "waiting-list": 40, "between-waves": 32 },
  ...{ paused: 20, closed: 12, ending: 12, unknown: 0 },
};

interface DrawingProps {
  readonly spans: readonly Span[];
  readonly from: Date;
  readonly now: Date;
  readonly language: Language;
}

function Drawing({ spans, from, now, language }: DrawingProps) {
  const word = words[language].history;
  const scale = width / (now.getTime() - from.getTime());
  const x = (instant: Date) => (instant.getTime() - from.getTime()) * scale;
  return (
    <svg viewBox={`0 0 ${width} ${floor + 32}`} role="img" aria-labelledby="history-title history-text">
      <title id="history-title">{word.drawn}</title>
      <desc id="history-text">{told(spans, language)}</desc>
      {spans.map((span) => (
        <Bar state={span.state} start={x(span.from)} end={x(span.to)} />
      ))}
      <path class="history-axis" d={`M0 ${floor}H${width}`} />
      {ticks(from, now).map((month, index) => (
        <>
          <path class="history-axis" d={`M${short(x(month))} ${floor}v${index % 3 === 0 ? 10 : 5}`} />
          {index % 3 === 0 && x(month) < width - roomForToday && (
            <text x={short(x(month))} y={floor + 26} text-anchor={index === 0 ? "start" : "middle"}>
              {monthWords(month, index === 0, language)}
            </text>
          )}
        </>
      ))}
      <text x={width} y={floor + 26} text-anchor="end">
        {word.today}
      </text>
    </svg>
  );
}

interface BarProps {
  readonly state: Span["state"];
  readonly start: number;
  readonly end: number;
}

function Bar({ state, start, end }: BarProps) {
  if (state === "unknown") return <path class="history-unknown" d={`M${short(start)} ${floor - 6}H${short(end)}`} />;
  const height = heights[state];
  return (
    <rect
      class={`history-bar state-${state}`}
      x={short(start)}
      y={floor - height}
      width={short(Math.max(end - start, 1.5))}
      height={height}
    />
  );
}

function Legend({ spans, language }: Pick<DrawingProps, "spans" | "language">) {
  const word = words[language];
  const seen = shownStates.filter((state) => spans.some((span) => span.state === state));
  return (
    <ul class="plain history-legend">
      {seen.map((state) => (
        <li class={`state state-${state}`}>
          <Icon name={`state-${state}`} />
          <span>{state === "unknown" ? word.history.silence : word.states[state]}</span>
        </li>
      ))}
    </ul>
  );
}

function SpanTable({ spans, language }: Pick<DrawingProps, "spans" | "language">) {
  const word = words[language].history;
  const older = Math.max(spans.length - mostRows, 0);
  return (
    <table class="history-table">
      <caption class="sr">{word.drawn}</caption>
      <thead>
        <tr>
          <th scope="col">{word.when}</th>
          <th scope="col">{word.what}</th>
          <th scope="col">{word.said}</th>
        </tr>
      </thead>
      <tbody>
        {spans
          .slice(older)
          .toReversed()
          .map((span) => (
            <tr>
              <th scope="row">{between(span, language)}</th>
              <td>{whatWords(span, language)}</td>
              <td>{span.confirmed ? dateWords(span.confirmed, language, "short") : word.nobody}</td>
            </tr>
          ))}
        {older > 0 && (
          <tr>
            <td colspan={3}>{word.older(older)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function whatWords({ state, slots }: Span, language: Language): string {
  const word = words[language];
  if (state === "unknown") return word.history.silence;
  return slots === null ? word.states[state] : `${word.states[state]}, ${word.places(slots)}`;
}

function between({ from, to }: Span, language: Language): string {
  return words[language].history.between(dateWords(from, language, "short"), dateWords(to, language, "short"));
}

/** The same as the drawing, where it can be heard in one go; else the table tells it. */
function told(spans: readonly Span[], language: Language): string {
  const word = words[language].history;
  if (spans.length > mostTold) return word.inTable(spans.length);
  return spans.map((span) => word.sentence(between(span, language), whatWords(span, language))).join(" ");
}

const mostTold = 12;
/** A script may change its mind all day: the table keeps to what can be read. */
const mostRows = 60;

/** The first day of each month within the time that is drawn. */
function ticks(from: Date, now: Date): readonly Date[] {
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
  const months = Array.from({ length: shownMonths + 1 }, (_, n) => {
    return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + n, 1));
  });
  return months.filter((month) => month < now);
}

/** The first month with its year; the others follow. */
function monthWords(month: Date, first: boolean, language: Language): string {
  const name = dateWords(month.toISOString().slice(0, 7), language, "short");
  return first ? name : name.replace(/ \d{4}$/, "");
}
