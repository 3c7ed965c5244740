import { eachNames, perNames } from "./head-names.ts";
import { afterthoughts, bounds, doubts, elsewhere, paces } from "./money-names.ts";
import { numberAt } from "./numbers.ts";
import { phraseAt, phraseBefore, type Range } from "./phrases.ts";
import { beingSayings } from "./request-sayings.ts";
import type { Token } from "./tokens.ts";

/** What stands around an amount: whether it is said to be the least or the best, and whether it is said plainly. */
export interface Around {
  readonly bound: "minimum" | "optimum" | null;
  readonly sure: boolean;
}

export function around(tokens: readonly Token[], { from, to }: Range): Around {
  const start = withoutArticle(tokens, from);
  const bound = phraseAt(bounds, tokens, to) ?? phraseBefore(bounds, tokens, start);
  const said = [phraseBefore(doubts, tokens, start), phraseAt(afterthoughts, tokens, to)];
  const plain =
    said.every((doubt) => doubt === null) &&
    ![isMultiplied, isUnitPrice, isPartOfMany, isElsewhere].some((is) => is(tokens, from, to));
  return { bound: bound?.value ?? null, sure: bound === null && plain };
}

const fillers = new Set(["de", "d", "a", ":", "un", "of", "is", "est", "sont"]);

function withoutArticle(tokens: readonly Token[], from: number): number {
  return fillers.has(tokens[from - 1]?.text ?? "") && phraseBefore(doubts, tokens, from) === null ? from - 1 : from;
}

const timesSigns = new Set(["x", "×", "*", "fois", "times"]);

/** "3 x 20 €", "10 € × 12", "50 € deux fois par an". */
function isMultiplied(tokens: readonly Token[], from: number, to: number): boolean {
  const after = numberAt(tokens, to)?.to ?? to;
  return timesSigns.has(tokens[from - 1]?.text ?? "") || timesSigns.has(tokens[after]?.text ?? "");
}

/** "180 € pièce", "5 € la boîte", "20 €/h", "€2O": for one of several, or cut off in the middle of something. */
function isUnitPrice(tokens: readonly Token[], _: number, to: number): boolean {
  const [next, after] = [tokens[to], tokens[to + 1]];
  if (next?.kind === "word" && next.glued) return true;
  if (unitWords.has(next?.text ?? "")) return true;
  const per = perNames.has(next?.text ?? "") || articles.has(next?.text ?? "");
  return (per && after?.kind === "word" && next?.text !== "a") || (next?.text === "-" && after?.kind === "number");
}

/** "3 parts de 20 €", "5 assos à 20 €", "three instalments of 20 euros". */
function isPartOfMany(tokens: readonly Token[], from: number): boolean {
  const [how, what] = [tokens[from - 1], tokens[from - 2]];
  if (!ofMany.has(how?.text ?? "") || what?.kind !== "word") return false;
  return [from - 3, from - 4].some((at) => {
    const number = at < 0 ? null : numberAt(tokens, at);
    return number !== null && number.to <= from - 2 && number.value.values[0] !== "1";
  });
}

const ofMany = new Set(["de", "d", "a", "of", "at"]);

/** "La cotisation est de 20 €", "nous payons aujourd’hui 40 €", "300 € collectés". */
function isElsewhere(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens.slice(Math.max(0, from - 6), from);
  const clause = before.slice(before.findLastIndex(({ text }) => clauseEnds.has(text)) + 1);
  return [...clause, ...tokens.slice(to, to + 2)].some(({ text }) => elsewhere.has(text));
}

const clauseEnds = new Set([".", "!", "?", ";", ",", ":", "(", "\n"]);

/** Whether a text speaks of what each of several gives: "20 € chacun", "chaque section", "nous sommes 4 à mettre". */
export function isShared(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }, at) => {
    if (eachNames.has(text)) return phraseBefore(paces, tokens, at + 2) === null;
    const being = phraseAt(beingSayings, tokens, at);
    const number = being && numberAt(tokens, being.to);
    return number !== null && tokens[number.to]?.text === "a" && tokens[number.to + 1]?.kind === "word";
  });
}

const articles = new Set(["le", "la", "l", "les", "tous", "toutes", "every", "each"]);
const unitWords = new Set(["piece", "unite", "tete", "pp", "%", "apiece"]);
