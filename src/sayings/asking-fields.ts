import type { AskingRead } from "../intake/asking.ts";
import type { Piece } from "../intake/intake.ts";
import { decimalOf } from "../offers/price.ts";
import type { Understood } from "./sayings.ts";

/** The form of what is asked of several hosts, as a sentence fills it in; of several readings the likeliest, to be looked at. */
export function askingFields({ hosts, sure, need, read }: AskingRead): Understood {
  const { needs, people, amounts, deadlines, places } = read;
  const [sum, heads, place] = [firstOf(amounts), firstOf(people), firstOf(places)];
  const day = firstOf(deadlines);
  const budget = sum?.value.currency === "EUR" ? sum : null;
  const fields = Object.fromEntries(
    Object.entries({
      ...{ need, host: hosts, needs: [...new Set(needs.map(({ value }) => value))], place: place?.value },
      ...{ people: heads && String(heads.value), wished: day?.value, period: budget?.value.period },
      budget: budget && decimalOf(budget.value.cents, "EUR").replace(/\.00$/, ""),
    }).flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
  );
  const unsure = [
    ...marked("host", !sure || hosts.length < 2),
    ...marked("needs", needs.length === 0 || needs.some((piece) => !piece.sure)),
    ...marked("budget", amounts.length > 0 && budget?.sure !== true),
    ...[...doubt("people", heads), ...doubt("place", place), ...doubt("wished", day)],
  ];
  return { fields, unsure };
}

const marked = (name: string, doubtful: boolean): readonly string[] => (doubtful ? [name] : []);

/** The first of several, which is then not sure. */
function firstOf<Value>(pieces: readonly Piece<Value>[]): Piece<Value> | null {
  const [first, ...others] = pieces;
  return first ? { ...first, sure: first.sure && others.length === 0 } : null;
}

const doubt = (name: string, piece: Piece<unknown> | null): readonly string[] =>
  piece !== null && (!piece.sure || piece.value === null) ? [name] : [];
