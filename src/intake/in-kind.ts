import type { InKind } from "./intake.ts";
import { countOf, numberAt } from "./numbers.ts";
import { type Found, phraseAt } from "./phrases.ts";
import { timeLeads, workJoins, workUnits } from "./pledge-sayings.ts";
import type { Token } from "./tokens.ts";

/** Work that is promised: "5 heures de bénévolat", "une journée de formation"; times such as "pendant 5 jours" are none. */
export function findInKind(tokens: readonly Token[]): Found<InKind> | null {
  for (const at of tokens.keys()) {
    const found = timeLeads.has(tokens[at - 1]?.text ?? "") ? null : workAt(tokens, at);
    if (found) return found;
  }
  return null;
}

function workAt(tokens: readonly Token[], from: number): Found<InKind> | null {
  const article = ["a", "an"].includes(tokens[from]?.text ?? "");
  const number = article ? null : numberAt(tokens, from);
  const count = article ? 1 : number && countOf(number.value);
  const unit = phraseAt(workUnits, tokens, number?.to ?? from + 1);
  if (!count || unit === null) return null;
  const joined = workJoins.has(tokens[unit.to]?.text ?? "") && tokens[unit.to + 1]?.kind === "word";
  if (!joined) return null;
  return { value: { ...unit.value, count: unit.value.count * count }, from, to: unit.to + 2 };
}
