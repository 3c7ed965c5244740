import type { AskingRead } from "../intake/asking.ts";
import type { Piece } from "../intake/intake.ts";
import { decimalOf } from "../offers/price.ts";
import type { Understood } from "./sayings.ts";

/** The form of what is asked of several hosts, as a sentence fills it in; of several readings the likeliest, to be looked at. */
export function askingFields({ hosts, sure, need, read }: AskingRead): Understood {
  const { needs, people, amounts, deadlines, places } = read;
  const [sum, heads, place] = [firstOf(amounts), firstOf(people), firstOf(places)];
  const day = firstOf(deadlines);
  const wished = day?.value ?? null;
  const budget = sum?.value.currency === "EUR" ? sum : null;
  const fields = {
    need,
    host: hosts,
    ...(needs.length > 0 && { needs: [...new Set(needs.map(({ value }) => value))] }),
    ...(heads && { people: String(heads.value) }),
    ...(place && { place: place.value }),
    ...(wished !== null && { wished }),
    ...(budget && { budget: decimalOf(budget.value.cents, "EUR").replace(/\.00$/, "") }),
    ...(budget?.value.period && { period: budget.value.period }),
  };
  const unsure = [
    ...(sure && hosts.length >= 2 ? [] : ["host"]),
    ...(needs.length > 0 && needs.every((piece) => piece.sure) ? [] : ["needs"]),
    ...doubt("people", heads),
    ...doubt("place", place),
    ...doubt("wished", day),
    ...(amounts.length > 0 && budget?.sure !== true ? ["budget"] : []),
  ];
  return { fields, unsure };
}

/** The first of several, which is then not sure. */
function firstOf<Value>(pieces: readonly Piece<Value>[]): Piece<Value> | null {
  const [first, ...others] = pieces;
  return first ? { ...first, sure: first.sure && others.length === 0 } : null;
}

const doubt = (name: string, piece: Piece<unknown> | null): readonly string[] =>
  piece !== null && (!piece.sure || piece.value === null) ? [name] : [];
