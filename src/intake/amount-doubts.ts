import { perNames } from "./head-names.ts";
import { afterthoughts, bounds, doubts } from "./money-names.ts";
import { numberAt } from "./numbers.ts";
import { phraseAt, phraseBefore, type Range } from "./phrases.ts";
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
  const plain = said.every((doubt) => doubt === null) && !isMultiplied(tokens, from, to) && !isUnitPrice(tokens, to);
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
function isUnitPrice(tokens: readonly Token[], to: number): boolean {
  const [next, after] = [tokens[to], tokens[to + 1]];
  if (next?.kind === "word" && next.glued) return true;
  if (unitWords.has(next?.text ?? "")) return true;
  const per = perNames.has(next?.text ?? "") || articles.has(next?.text ?? "");
  return (per && after?.kind === "word" && next?.text !== "a") || (next?.text === "-" && after?.kind === "number");
}

const articles = new Set(["le", "la", "l", "les", "tous", "toutes", "every", "each"]);
const unitWords = new Set(["piece", "unite", "tete", "pp", "%", "apiece"]);
