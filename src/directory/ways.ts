import { parentsOf } from "../hosts/territories.ts";
import { offerKey } from "./addresses.ts";
import type { Answers } from "./answers.ts";
import { queryOf } from "./answers.ts";
import type { Together } from "./matching.ts";
import { addressWith } from "./questions.ts";

/** The search of the directory that is nearest to these answers. */
export function directoryQuery({ needs, alternativeTo, territory }: Answers): URLSearchParams {
  return queryOf({ needs, alternativeTo, territory, people: null, budget: null, help: [], keeper: null });
}

/** Places around the one that was said, the nearest first, that are worth another try. */
export function widerPlaces({ territory }: Answers): readonly string[] {
  const worth = (code: string) => code.startsWith("dep:") || code.startsWith("reg:");
  return territory === null ? [] : parentsOf(territory).filter(worth);
}

/** The permanent address of a combination: it names its offers, and what was asked of them. */
export function combinationAddress({ members }: Together, answers: Answers): string {
  const query = queryOf(answers);
  for (const key of members.map(({ host, offer }) => offerKey(host.origin, offer.slug)).sort())
    query.append("offer", key);
  return addressWith("/directory/combination", query);
}

/** Where some offers are compared. */
export function compareAddress(keys: readonly string[], quantity: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams([...keys.map((key) => ["offer", key]), ...Object.entries(quantity)]);
  return addressWith("/directory/compare", query);
}
