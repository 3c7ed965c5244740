import { phraseAt } from "./phrases.ts";
import { negatedBy, negatedWith, negations } from "./pledge-sayings.ts";
import type { Token } from "./tokens.ts";

/** Whether something is denied before this token, in the same clause: "I cannot give". */
export function isNegated(tokens: readonly Token[], from: number): boolean {
  const before = tokens.slice(Math.max(0, from - longest), from);
  const start = before.findLastIndex(({ text }) => ends.has(text)) + 1;
  const clause = before.slice(start);
  return clause.some((_, at) => phraseAt(negations, clause, at) !== null || isDenial(clause, at));
}

/** "Ne peux pas", "n’en mettrai plus"; or "pas" right before it. */
function isDenial(clause: readonly Token[], at: number): boolean {
  const { text = "" } = clause[at] ?? {};
  if (text === "pas") return at >= clause.length - 2;
  return negatedBy.has(text) && clause.slice(at + 2, at + 5).some((token) => negatedWith.has(token.text));
}

/** Words further away deny something else. */
const longest = 12;
const ends = new Set([".", "!", "?", ";", ",", ":", "\n"]);
