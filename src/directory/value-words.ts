import { words as availabilityWords } from "../availability/words.ts";
import type { Language } from "../foundation/language.ts";
import { languageName } from "../hosts/language-names.ts";
import { label } from "../hosts/vocabularies.ts";
import { words as hostWords } from "../hosts/words.ts";
import { count, money } from "../web/money.ts";
import type { Facet, PriceCeiling } from "./directory.ts";
import { words } from "./filter-words.ts";

/** What a value of a list is called. */
export function codeWords(facet: Facet, code: string, language: Language): string {
  switch (facet) {
    case "needs":
    case "audiences":
    case "isolation":
    case "accompaniment":
      return label(facet, code, language);
    case "availability":
      return inList(availabilityWords[language].states, code);
    case "capabilities":
      return inList(hostWords[language].capabilities, code);
    case "languages":
      return languageName(code, language);
    case "joint":
      return inList(words[language].joint, code);
    case "software":
      return code;
  }
}

const inList = (list: Readonly<Record<string, string>>, code: string) => list[code] ?? code;

/** "au plus 12 € par mois pour 20 Go". */
export function ceilingWords({ cents, currency, quantity }: PriceCeiling, language: Language): string {
  return words[language].asked.price(money(cents, currency, language), quantity && quantityWords(quantity, language));
}

export function quantityWords({ unit, count: n }: NonNullable<PriceCeiling["quantity"]>, language: Language): string {
  return words[language].quantities[unit](count(n, language));
}

/** "confirmé depuis moins de 30 jours". */
export function freshWords(days: number, language: Language): string {
  const word = words[language];
  return word.asked.fresh(word.freshDays(days));
}
