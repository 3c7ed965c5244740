import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { short } from "../web/drawings.ts";
import type { GrowthWeek } from "./growth.ts";
import { words } from "./words.ts";

export const followed = ["availability", "host"] as const;
export type Followed = (typeof followed)[number];

export interface GrowthProps {
  readonly growth: Readonly<Record<Followed, readonly GrowthWeek[]>>;
  readonly language: Language;
}

/** Who follows, week by week: drawn in points, with the same figures as a table. */
export function Growth({ growth, language }: GrowthProps) {
  const word = words[language];
  return (
    <section aria-labelledby="followers">
      <h2 class="like-h3" id="followers">
        {word.followers}
      </h2>
      <div class="grid gap-above">
        {followed.map((kind) => (
          <Spark kind={kind} weeks={growth[kind]} language={language} />
        ))}
      </div>
      <p class="small soft gap-above">{word.growthNote}</p>
      <details class="gap-above">
        <summary>{word.growthTable}</summary>
        <Table growth={growth} language={language} />
      </details>
    </section>
  );
}

const width = 240;
const height = 48;
const edge = 5;

function Spark({
  kind,
  weeks,
  language,
}: {
  readonly kind: Followed;
  readonly weeks: readonly GrowthWeek[];
  readonly language: Language;
}) {
  const word = words[language];
  const totals = weeks.map(({ total }) => total);
  const [first, total] = [totals[0] ?? 0, totals.at(-1) ?? 0];
  const [least, most] = [Math.min(...totals), Math.max(...totals)];
  const x = (index: number) => edge + (index * (width - 2 * edge)) / Math.max(1, weeks.length - 1);
  // A flat line lies at the bottom.
  const y = (value: number) => height - edge - ((value - least) / Math.max(1, most - least)) * (height - 2 * edge);
  const points = weeks.map((week, index) => ({ x: short(x(index)), y: short(y(week.total)) }));
  const label = word.follow[kind](total);
  return (
    <figure class="spark">
      <figcaption>
        <b>{total}</b> {label}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`growth-${kind} growth-${kind}-text`}>
        <title id={`growth-${kind}`}>{word.growthTitle(label)}</title>
        <desc id={`growth-${kind}-text`}>{word.growthText(first, total, weeks.length)}</desc>
        <path class="spark-line" d={`M${points.map((point) => `${point.x} ${point.y}`).join("L")}`} />
        {points.map((point, index) => (
          <circle
            class={index === points.length - 1 ? "spark-here" : "spark-point"}
            cx={point.x}
            cy={point.y}
            r={index === points.length - 1 ? "5" : "3"}
          />
        ))}
      </svg>
    </figure>
  );
}

function Table({ growth, language }: GrowthProps) {
  const word = words[language];
  const cell = (kind: Followed, index: number) => {
    const { total = 0, change = 0 } = growth[kind][index] ?? {};
    return word.growthCell(total, change);
  };
  const weeks = growth[followed[0]].map(({ week }, index) => ({ week, index }));
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{word.growthWeek}</th>
          {followed.map((kind) => (
            <th scope="col">{word.follow[kind](2)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.toReversed().map(({ week, index }) => (
          <tr>
            <th scope="row">{dateWords(week, language, "short")}</th>
            {followed.map((kind) => (
              <td>{cell(kind, index)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
