import type { Piece, RequestRead } from "../intake/intake.ts";
import { typedAmount } from "../offers/price.ts";
import type { Understood } from "./sayings.ts";

/** Whether a text asks for money together with others, as far as one can read: an amount and what for, or what for and that it is together. */
export function isRequest(read: RequestRead): boolean {
  const about = read.needs.length + read.software.length + read.leaving.length > 0;
  const together = isTogether(read);
  const money = read.amounts.length > 0;
  return (money && (about || together || read.deadlines.length > 0)) || (together && about);
}

/** Whether it says so in words that mean nothing else, so that nobody else has to answer it. */
export function isPlainRequest(read: RequestRead): boolean {
  return isRequest(read) && read.kind?.sure === true;
}

const isTogether = ({ kind, mode, associations }: RequestRead): boolean =>
  kind !== null || mode !== null || associations.length > 0;

/** The form of a request as a sentence fills it in; of several readings the likeliest, to be looked at. */
export function requestFields(read: RequestRead, text: string): Understood {
  const filled = [
    ...listed("needs", read.needs),
    ...single("kind", read.kind, "shared-purchase"),
    ...modeOf(read),
    ...moneyOf(read),
    ...single("deadline", firstOf(read.deadlines.filter(isDay)), null),
    ...listed(
      "territories",
      read.places.filter(({ sure }) => sure),
    ),
  ];
  return {
    fields: Object.fromEntries([["description", text], ...filled.map(({ name, value }) => [name, value] as const)]),
    unsure: [...filled.filter(({ sure }) => !sure).map(({ name }) => name), ...openDeadline(read)],
  };
}

interface Filled {
  readonly name: string;
  readonly value: string | readonly string[];
  readonly sure: boolean;
}

const isDay = (piece: Piece<string | null>): piece is Piece<string> => piece.value !== null;

/** The first of several, which is then not sure. */
function firstOf<Value>(pieces: readonly Piece<Value>[]): Piece<Value> | null {
  const [first, ...others] = pieces;
  return first ? { ...first, sure: first.sure && others.length === 0 } : null;
}

function single(name: string, piece: Piece<string> | null, usual: string | null): readonly Filled[] {
  if (piece !== null) return [{ name, value: piece.value, sure: piece.sure }];
  return usual === null ? [] : [{ name, value: usual, sure: false }];
}

function listed(name: string, pieces: readonly Piece<string>[]): readonly Filled[] {
  const values = [...new Set(pieces.map(({ value }) => value))];
  return values.length === 0 ? [] : [{ name, value: values, sure: pieces.every(({ sure }) => sure) }];
}

/** "Before summer" names no day: the field stays empty, and is to be filled in. */
const openDeadline = ({ deadlines }: RequestRead): readonly string[] =>
  deadlines.length > 0 && !deadlines.some(isDay) ? ["deadline"] : [];

function modeOf({ mode, associations }: RequestRead): readonly Filled[] {
  const heads = mode?.value === "headcount" ? firstOf(associations) : null;
  const participants = heads && heads.value >= 2 ? { ...heads, value: String(heads.value) } : null;
  return [...single("mode", mode, "all-or-nothing"), ...single("participants", participants, null)];
}

type Sums = RequestRead["amounts"];

/** What is to come together, and what each would give, which is offered as an amount to choose. */
function moneyOf({ amounts }: RequestRead): readonly Filled[] {
  const of = (...roles: readonly Sums[number]["value"]["role"][]) =>
    firstOf(amounts.filter(({ value }) => roles.includes(value.role)));
  const [least, best, each] = [of("minimum") ?? of("goal"), of("optimum"), of("each")];
  const [main] = [least, best, each].filter((sum) => sum !== null);
  if (main === undefined) return [];
  const { currency, period } = main.value;
  // A goal beside a least amount is another amount, of which nobody knows what it is.
  const others = amounts.some(({ value }) => value.role === "goal") && of("minimum") !== null;
  const sum = (name: string, piece: typeof main | null, sure = true): readonly Filled[] =>
    piece === null
      ? []
      : [{ name, value: typedAmount(piece.value.cents, piece.value.currency), sure: piece.sure && sure }];
  const alike = [least, best, each].every(
    (piece) => piece === null || (piece.value.currency === currency && piece.value.period === period),
  );
  return [
    ...sum("minimum", least, !others && alike),
    ...sum("optimum", best, alike),
    ...sum("presets", each, alike).map((one) => ({ ...one, value: [String(one.value)] })),
    { name: "currency", value: currency, sure: alike },
    ...(period === null || period === "once" ? [] : [{ name: "period", value: period, sure: main.sure && alike }]),
  ];
}
