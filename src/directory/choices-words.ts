import type { Language } from "../foundation/language.ts";
import { territoryName } from "../hosts/territories.ts";
import { upper } from "../offers/parts.tsx";
import type { Facet, Filters } from "./directory.ts";
import { words } from "./filter-words.ts";
import { ceilingWords, codeWords, freshWords } from "./value-words.ts";

/** Something that was chosen, in words, and the filters as they would be without it. */
export interface Choice {
  readonly words: string;
  readonly without: Filters;
}

/** All that narrows a search, in the order in which it is asked for. */
export function choicesOf(filters: Filters, language: Language): readonly Choice[] {
  const { asked } = words[language];
  const { q, territory, price, isolation, fresh } = filters;
  const one = (said: string | null, without: Partial<Filters>): readonly Choice[] =>
    said === null ? [] : [{ words: said, without: { ...filters, ...without } }];
  return [
    ...one(q === "" ? null : q, { q: "" }),
    ...listed(filters, "needs", language),
    ...one(territory && territoryName(territory, language), { territory: null }),
    ...listed(filters, "audiences", language),
    ...listed(filters, "availability", language),
    ...one(price && upper(ceilingWords(price, language)), { price: null }),
    ...listed(filters, "software", language),
    ...filters.alternativeTo.map((name) => ({
      words: upper(asked.alternativeTo(name)),
      without: { ...filters, alternativeTo: filters.alternativeTo.filter((other) => other !== name) },
    })),
    ...one(isolation && codeWords("isolation", isolation, language), { isolation: null }),
    ...listed(filters, "accompaniment", language),
    ...listed(filters, "capabilities", language),
    ...listed(filters, "languages", language),
    ...listed(filters, "joint", language),
    ...one(fresh === null ? null : upper(freshWords(fresh, language)), { fresh: null }),
    ...one(filters.all ? upper(asked.all) : null, { all: false }),
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
