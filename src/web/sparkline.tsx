import { short } from "./drawings.ts";

export interface SparklineProps {
  /** What is counted now: "61". */
  readonly figure: string;
  readonly caption: string;
  /** From the oldest to now; fewer than two are not drawn. */
  readonly values: readonly number[];
  /** The same in words, for those who do not see the line. */
  readonly text: string;
}

const width = 240;
const height = 48;
const edge = 5;

/** A number and how it came there: each count a point, today in the colour of "you". */
export function Sparkline({ figure, caption, values, text }: SparklineProps) {
  const points = place(values);
  const here = points.at(-1);
  return (
    <figure class="spark">
      <figcaption>
        <b>{figure}</b> {caption}
      </figcaption>
      {here && points.length > 1 && (
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text}>
          <path class="spark-line" d={`M${points.map(({ x, y }) => `${x} ${y}`).join("L")}`} />
          {points.slice(0, -1).map(({ x, y }) => (
            <circle class="spark-point" cx={x} cy={y} r="2.5" />
          ))}
          <circle class="spark-here" cx={here.x} cy={here.y} r="4.5" />
        </svg>
      )}
    </figure>
  );
}

// From the least to the most: it is the change that one looks for. What never changes lies in the middle.
function place(values: readonly number[]): readonly { readonly x: string; readonly y: string }[] {
  const least = Math.min(...values);
  const span = Math.max(...values) - least;
  return values.map((value, i) => ({
    x: short(edge + (i / Math.max(values.length - 1, 1)) * (width - 2 * edge)),
    y: short(span === 0 ? height / 2 : height - edge - ((value - least) / span) * (height - 2 * edge)),
  }));
}
