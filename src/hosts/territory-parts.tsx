import type { Language } from "../foundation/language.ts";
import { listWords } from "../web/money.ts";
import type { Territory } from "./host.ts";
import { territoryName } from "./territories.ts";
import { words } from "./words.ts";

/** Where someone is there for people, in words. */
export function territoryWords(territory: Territory, language: Language): string {
  const names = territory.codes.map((code) => territoryName(code, language));
  return words[language].policies[territory.policy](listWords(names, language));
}
