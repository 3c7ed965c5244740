import type { Language } from "../foundation/language.ts";
import { territoryName } from "../hosts/territories.ts";
import type { Facet, Filters } from "./directory.ts";
import { words } from "./filter-words.ts";
import { ceilingWords, codeWords, freshWords } from "./value-words.ts";

/** A search in words, each part for itself: "Agenda partagé", "pour Lyon", "Ouvert". */
export function searchParts(filters: Filters, language: Language): readonly string[] {
  const { asked, quoted } = words[language];
  const { q, territory, price, isolation, fresh } = filters;
  const some = (values: readonly string[], say = (text: string) => text) =>
    values.length === 0 ? [] : [say(values.join(asked.or))];
  const listed = (facet: Exclude<Facet, "isolation">, say?: (text: string) => string) =>
    some(
      filters[facet].map((code) => codeWords(facet, code, language)),
      say,
    );
  return [
    ...listed("needs"),
    ...(q === "" ? [] : [quoted(q)]),
    ...some(filters.alternativeTo, asked.alternativeTo),
    ...listed("software", asked.software),
    ...(territory === null ? [] : [asked.near(territoryName(territory, language))]),
    ...listed("availability"),
    ...(price === null ? [] : [ceilingWords(price, language)]),
    ...(isolation === null ? [] : [codeWords("isolation", isolation, language)]),
    ...listed("audiences"),
    ...listed("accompaniment"),
    ...listed("capabilities"),
    ...listed("languages"),
    ...listed("joint"),
    ...(fresh === null ? [] : [freshWords(fresh, language)]),
  ];
}

/** The same in one line; where nothing is asked for, that it is everything. */
export function searchWords(filters: Filters, language: Language): string {
  const parts = searchParts(filters, language);
  return parts.length === 0 ? words[language].asked.everything : parts.join(" · ");
}
