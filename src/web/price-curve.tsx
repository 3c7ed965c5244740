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
const height = 300;
const left = 58;
const right = width - 20;
const floor = 264;

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
            <text class="chart-strong" {...placeLabel(x(here.quantity), y(here.cents))}>
              {props.hereWords(here.cents)}
            </text>
          </>
        )}
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

// A price never falls as the quantity grows: above to the left and below to the right there is no line.
function placeLabel(x: number, y: number): { x: string; y: string; "text-anchor": "start" | "end" } {
  if (x > left + 180) return { x: short(x - 6), y: short(y - 16), "text-anchor": "end" };
  const room = floor - y > 46;
  return { x: short(x + (room ? 14 : 0)), y: short(room ? y + 24 : y - 18), "text-anchor": "start" };
}

/** The next amount whose thirds are easy to read: 3, 4.50, 6, 7.50, 9, 12, 15 … */
function roundUp(cents: number): number {
  const third = Math.max(cents, 3) / 3;
  const power = 10 ** Math.floor(Math.log10(third));
  const steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((step) => Math.ceil(step * power));
  return 3 * (steps.find((step) => step >= third) ?? 10 * power);
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
