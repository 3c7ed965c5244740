import { short } from "./drawings.ts";

export interface CurvePoint {
  readonly quantity: number;
  readonly cents: number;
}

export interface PriceCurveProps {
  /** From the smallest quantity to the largest. */
  readonly points: readonly CurvePoint[];
  /** The reader's own quantity, in the colour of "you". */
  readonly here: CurvePoint | null;
  readonly title: string;
  /** The same in words. */
  readonly text: string;
  readonly caption: string;
  quantityWords(quantity: number): string;
  moneyWords(cents: number): string;
  hereWords(cents: number): string;
}

const width = 640;
const height = 250;
const left = 58;
const right = width - 20;
const floor = 214;

/** What an offer costs as the quantity grows. */
export function PriceCurve(props: PriceCurveProps) {
  const { points, here, title, text, caption } = props;
  const all = here === null ? points : [...points, here];
  const mostX = Math.max(...all.map(({ quantity }) => quantity));
  const mostY = roundUp(Math.max(...all.map(({ cents }) => cents)));
  const x = (quantity: number) => left + (quantity / mostX) * (right - left);
  const y = (cents: number) => floor - (cents / mostY) * (floor - 20);
  const line = [...all]
    .sort((a, b) => a.quantity - b.quantity)
    .map(({ quantity, cents }) => `${short(x(quantity))} ${short(y(cents))}`);
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="curve-title curve-text">
        <title id="curve-title">{title}</title>
        <desc id="curve-text">{text}</desc>
        {[0, 1, 2, 3].map((part) => (
          <>
            <path
              class={part === 0 ? "chart-axis" : "chart-grid"}
              d={`M${left} ${short(y((mostY * part) / 3))}H${right}`}
            />
            <text x={left - 10} y={short(y((mostY * part) / 3) + 4.5)} text-anchor="end">
              {props.moneyWords((mostY * part) / 3)}
            </text>
          </>
        ))}
        {apart(
          all.map(({ quantity }) => quantity),
          x,
          here?.quantity ?? null,
        ).map((quantity) => (
          <text x={short(x(quantity))} y={floor + 24} text-anchor={quantity === mostX ? "end" : "middle"}>
            {props.quantityWords(quantity)}
          </text>
        ))}
        <path class="chart-line" d={`M${line.join("L")}`} />
        {points.map(({ quantity, cents }) => (
          <circle class="chart-point" cx={short(x(quantity))} cy={short(y(cents))} r="5.5" />
        ))}
        {here && (
          <>
            <circle class="chart-here" cx={short(x(here.quantity))} cy={short(y(here.cents))} r="8" />
            <text
              class="chart-strong"
              x={short(Math.min(x(here.quantity), right))}
              y={short(y(here.cents) - 18)}
              text-anchor={x(here.quantity) > right - 60 ? "end" : "middle"}
            >
              {props.hereWords(here.cents)}
            </text>
          </>
        )}
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

/** The next figure that divides well by three: 30, 60, 150 … */
function roundUp(cents: number): number {
  const step = 3 * 10 ** Math.max(0, Math.floor(Math.log10(Math.max(cents, 1) / 3)));
  return Math.max(step, Math.ceil(cents / step) * step);
}

// Labels that would touch give way: first to the reader's own, then to the ends.
function apart(quantities: readonly number[], x: (quantity: number) => number, here: number | null): readonly number[] {
  const wanted = [...(here === null ? [] : [here]), Math.max(...quantities), ...quantities];
  const kept: number[] = [];
  for (const quantity of wanted) {
    if (kept.every((other) => Math.abs(x(other) - x(quantity)) > 76)) kept.push(quantity);
  }
  return kept;
}
