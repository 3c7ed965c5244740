import type { Outcome } from "../../../src/foundation/outcome.ts";
import type { Condition, Piece, PledgeRead, PledgeRefusal, RequestRead, Sum } from "../../../src/intake/intake.ts";
import { decimalOf } from "../../../src/offers/price.ts";

/** What was read of a request, a line a piece, in the manner of `Sentence`. */
export function piecesOfRequest(text: string, read: RequestRead): readonly string[] {
  const line = lineIn(text);
  const each = <Value>(name: string, pieces: readonly Piece<Value>[], say: (value: Value) => string) =>
    pieces.map((piece) => line(name, piece, say));
  const one = <Value>(piece: Piece<Value> | null) => (piece ? [piece] : []);
  return [
    ...each("need", read.needs, String),
    ...each("software", read.software, String),
    ...each("leave", read.leaving, String),
    ...each("kind", one(read.kind), String),
    ...each("mode", one(read.mode), String),
    ...each("amount", read.amounts, (sum) => saySum(sum) + (sum.role === "goal" ? "" : ` ${sum.role}`)),
    ...each("deadline", read.deadlines, (day) => day ?? "open"),
    ...each("heads", read.associations, (count) => `${count} associations`),
    ...each("heads", read.people, (count) => `${count} people`),
    ...each("place", read.places, String),
  ];
}

/** The same for an answer. */
export function piecesOfPledge(text: string, outcome: Outcome<PledgeRead, PledgeRefusal>): readonly string[] {
  if (!outcome.done) return [`refused: ${outcome.reason}`];
  const { deed, amounts, inKind, condition, visibility } = outcome.value;
  const line = lineIn(text);
  return [
    `deed: ${deed}`,
    ...amounts.map((piece) => line("amount", piece, saySum)),
    ...(inKind ? [line("in kind", inKind, ({ count, unit }) => `${count} ${unit}`)] : []),
    ...(condition ? [line("condition", condition, sayCondition)] : []),
    ...(visibility ? [line("visibility", visibility, String)] : []),
  ];
}

const lineIn =
  (text: string) =>
  <Value>(name: string, { value, start, end, sure }: Piece<Value>, say: (value: Value) => string): string =>
    `${name}: ${text.slice(start, end)} = ${say(value)}${sure ? "" : "?"}`;

const saySum = ({ cents, currency, period }: Sum): string =>
  `${decimalOf(cents, currency)} ${currency}${period === null ? "" : `/${period}`}`;

function sayCondition(condition: Condition): string {
  if ("total" in condition) return `total ${decimalOf(condition.total, condition.currency)} ${condition.currency}`;
  return "participants" in condition ? `participants ${condition.participants}` : "other";
}
