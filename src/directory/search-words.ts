import type { Language } from "../foundation/language.ts";
import { languageName } from "../hosts/language-names.ts";
import { territoryName } from "../hosts/territories.ts";
import { label, type Vocabulary } from "../hosts/vocabularies.ts";
import { money } from "../web/money.ts";
import type { Filters } from "./directory.ts";

/** A search in words, each part for itself: "Agenda partagé", "près de Lyon", "Ouvert". */
export function searchParts(filters: Filters, language: Language): readonly string[] {
  const word = words[language];
  const labels = (list: Vocabulary, codes: readonly string[]) =>
    codes.length === 0 ? [] : [codes.map((code) => label(list, code, language)).join(word.or)];
  const some = (say: (text: string) => string, values: readonly string[]) =>
    values.length === 0 ? [] : [say(values.join(word.or))];
  return [
    ...labels("needs", filters.needs),
    ...(filters.q === "" ? [] : [word.quoted(filters.q)]),
    ...some(word.alternativeTo, filters.alternativeTo),
    ...some(word.software, filters.software),
    ...(filters.territory === null ? [] : [word.near(territoryName(filters.territory, language))]),
    ...labels("availability", filters.availability),
    ...priceParts(filters, language),
    ...(filters.isolation === null ? [] : [label("isolation", filters.isolation, language)]),
    ...labels("audiences", filters.audiences),
    ...labels("accompaniment", filters.accompaniment),
    ...labels("capabilities", filters.capabilities),
    ...some(
      (text) => text,
      filters.languages.map((code) => languageName(code, language)),
    ),
    ...(filters.fresh === null ? [] : [word.fresh(filters.fresh)]),
  ];
}

/** The same in one line; where nothing is asked for, that it is everything. */
export function searchWords(filters: Filters, language: Language): string {
  const parts = searchParts(filters, language);
  return parts.length === 0 ? words[language].everything : parts.join(" · ");
}

function priceParts({ price }: Filters, language: Language): readonly string[] {
  if (price === null) return [];
  const word = words[language];
  const most = word.atMost(money(price.cents, price.currency, language));
  const { quantity } = price;
  return [quantity === null ? most : `${most} ${word.quantity[quantity.unit](quantity.count)}`];
}

const fr = {
  everything: "toutes les offres",
  or: " ou ",
  quoted: (text: string) => `«\u00a0${text}\u00a0»`,
  alternativeTo: (names: string) => `à la place de ${names}`,
  software: (names: string) => `avec ${names}`,
  near: (place: string) => `pour ${place}`,
  atMost: (amount: string) => `${amount} par mois au plus`,
  quantity: {
    GB: (n: number) => `pour ${n}\u00a0Go`,
    users: (n: number) => (n === 1 ? "pour 1 personne" : `pour ${n} personnes`),
  },
  fresh: (n: number) => (n === 1 ? "confirmé depuis un jour au plus" : `confirmé depuis ${n} jours au plus`),
};

const en: typeof fr = {
  everything: "all offers",
  or: " or ",
  quoted: (text) => `“${text}”`,
  alternativeTo: (names) => `instead of ${names}`,
  software: (names) => `with ${names}`,
  near: (place) => `for ${place}`,
  atMost: (amount) => `${amount} a month at most`,
  quantity: {
    GB: (n) => `for ${n} GB`,
    users: (n) => (n === 1 ? "for 1 person" : `for ${n} people`),
  },
  fresh: (n) => (n === 1 ? "confirmed within a day" : `confirmed within ${n} days`),
};

const words: Record<Language, typeof fr> = { fr, en };
