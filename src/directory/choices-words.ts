import { words as availabilityWords } from "../availability/words.ts";
import type { Language } from "../foundation/language.ts";
import { languageName } from "../hosts/language-names.ts";
import { territoryName } from "../hosts/territories.ts";
import { label } from "../hosts/vocabularies.ts";
import { words as hostWords } from "../hosts/words.ts";
import { count, money } from "../web/money.ts";
import type { Facet, Filters, PriceCeiling } from "./directory.ts";
import { words } from "./page-words.ts";

/** Something that was chosen, in words, and the filters as they would be without it. */
export interface Choice {
  readonly words: string;
  readonly without: Filters;
}

/** All that narrows a search, in the order in which it is asked for. */
export function choicesOf(filters: Filters, language: Language): readonly Choice[] {
  const word = words[language];
  const { q, territory, price, isolation, fresh } = filters;
  const one = (said: string | null, without: Partial<Filters>): readonly Choice[] =>
    said === null ? [] : [{ words: said, without: { ...filters, ...without } }];
  return [
    ...one(q === "" ? null : q, { q: "" }),
    ...listed(filters, "needs", language),
    ...one(territory && territoryName(territory, language), { territory: null }),
    ...listed(filters, "audiences", language),
    ...listed(filters, "availability", language),
    ...one(price && ceilingWords(price, language), { price: null }),
    ...listed(filters, "software", language),
    ...filters.alternativeTo.map((name) => ({
      words: word.chips.alternativeTo(name),
      without: { ...filters, alternativeTo: filters.alternativeTo.filter((other) => other !== name) },
    })),
    ...one(isolation && codeWords("isolation", isolation, language), { isolation: null }),
    ...listed(filters, "accompaniment", language),
    ...listed(filters, "capabilities", language),
    ...listed(filters, "languages", language),
    ...one(fresh === null ? null : word.chips.fresh(word.freshDays(fresh)), { fresh: null }),
    ...one(filters.all ? word.chips.all : null, { all: false }),
  ];
}

type ListFacet = Exclude<Facet, "isolation">;

function listed(filters: Filters, facet: ListFacet, language: Language): readonly Choice[] {
  const codes: readonly string[] = filters[facet];
  return codes.map((code) => ({
    words: codeWords(facet, code, language),
    without: { ...filters, [facet]: codes.filter((other) => other !== code) },
  }));
}

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
    case "software":
      return code;
  }
}

const inList = (list: Readonly<Record<string, string>>, code: string) => list[code] ?? code;

function ceilingWords({ cents, currency, quantity }: PriceCeiling, language: Language): string {
  return words[language].chips.price(money(cents, currency, language), quantity && quantityWords(quantity, language));
}

export function quantityWords({ unit, count: n }: NonNullable<PriceCeiling["quantity"]>, language: Language): string {
  return words[language].quantities[unit](count(n, language));
}
