import type { Language } from "../foundation/language.ts";
import type { ImportRefusal, Misreading } from "./exchange.ts";

const fr = {
  refusals: {
    "not-json": "Ce fichier n’est pas du JSON valide. Ouvrez-le dans un éditeur qui montre où est l’erreur.",
    "not-this-format": "Ce fichier n’a pas la forme attendue\u00a0: il lui faut une liste «\u00a0hosts\u00a0».",
    "unstorable-characters":
      "Ce fichier contient des caractères qui ne peuvent pas être conservés. Retirez le caractère zéro.",
    "host-not-in-file": "Cet hébergeur n’est pas dans le fichier. Vérifiez son identifiant.",
    "host-malformed": "Cet hébergeur n’a pas de nom lisible. Complétez-le dans le fichier.",
    "not-set-up": "Personne n’héberge encore ici. Commencez par l’installation.",
  } satisfies Record<ImportRefusal, string>,
  misreadings: {
    "unknown-field": "ce champ n’est pas connu\u202f; il est conservé tel quel",
    "unknown-code": "cette valeur n’est pas connue\u202f; elle est conservée à part",
    "not-a-text": "un texte était attendu",
    "not-a-number": "un nombre était attendu",
    "not-a-whole-number": "un nombre entier, zéro ou plus, était attendu",
    "not-yes-or-no": "true ou false était attendu",
    "not-a-list": "une liste était attendue",
    "not-an-object": "un objet était attendu",
    "not-a-day": "une date comme 2027-03-01 était attendue",
    "not-a-territory": "un territoire comme dep:69 ou com:69123 était attendu",
    "not-an-address": "une adresse comme https://exemple.org était attendue",
    missing: "il manque",
    "said-twice": "c’est dit deux fois\u202f; la première a été gardée",
    "price-incomplete": "ce prix est incomplet\u202f; il est conservé tel quel",
    "price-beside-tiers": "il y a un prix à côté des formules\u202f; il est conservé à part",
    "offer-refused": "cette offre n’a pas pu être reprise",
    "publication-refused":
      "cette offre reste en brouillon\u00a0: elle ne dit ni besoin ni accompagnement, ou elle est retirée",
    "availability-refused": "cette disponibilité n’a pas pu être reprise",
  } satisfies Record<Misreading, string>,
  summary: (host: string, taken: number, changed: number, unchanged: number) =>
    `${host}\u00a0: ${taken} ${taken > 1 ? "offres reprises" : "offre reprise"}, ${changed} ${changed > 1 ? "modifiées" : "modifiée"}, ${unchanged} sans changement.`,
  where: (path: string, line: number | null) => (line === null ? path : `ligne ${line}, ${path}`),
  misreading: (where: string, reason: string) => `${where}\u00a0: ${reason}`,
};

const en: typeof fr = {
  refusals: {
    "not-json": "This file is not valid JSON. Open it in an editor that shows where the error is.",
    "not-this-format": "This file is not in the expected form: it needs a list “hosts”.",
    "unstorable-characters": "This file holds characters that cannot be stored. Remove the character zero.",
    "host-not-in-file": "This host is not in the file. Check its id.",
    "host-malformed": "This host has no readable name. Complete it in the file.",
    "not-set-up": "Nobody hosts here yet. Begin with the set-up.",
  },
  misreadings: {
    "unknown-field": "this field is not known; it is kept as it is",
    "unknown-code": "this value is not known; it is kept aside",
    "not-a-text": "a text was expected",
    "not-a-number": "a number was expected",
    "not-a-whole-number": "a whole number, zero or more, was expected",
    "not-yes-or-no": "true or false was expected",
    "not-a-list": "a list was expected",
    "not-an-object": "an object was expected",
    "not-a-day": "a date like 2027-03-01 was expected",
    "not-a-territory": "a territory like dep:69 or com:69123 was expected",
    "not-an-address": "an address like https://example.org was expected",
    missing: "is missing",
    "said-twice": "is said twice; the first was kept",
    "price-incomplete": "this price is incomplete; it is kept as it is",
    "price-beside-tiers": "there is a price beside the tiers; it is kept aside",
    "offer-refused": "this offer could not be taken in",
    "publication-refused": "this offer stays a draft: it names neither need nor accompaniment, or it is withdrawn",
    "availability-refused": "this availability could not be taken in",
  },
  summary: (host, taken, changed, unchanged) =>
    `${host}: ${taken} ${taken === 1 ? "offer" : "offers"} taken in, ${changed} changed, ${unchanged} unchanged.`,
  where: (path, line) => (line === null ? path : `line ${line}, ${path}`),
  misreading: (where, reason) => `${where}: ${reason}`,
};

export const words: Record<Language, typeof fr> = { fr, en };
