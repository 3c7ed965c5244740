import type { Language } from "../../foundation/language.ts";
import type { FileRefusal, LineMisreading } from "./chatons.ts";

const fr = {
  refusals: {
    "address-refused":
      "cette adresse n’est pas demandée\u00a0: privée, ou sans https. Donnez une adresse https publique",
    "not-an-address": "ce n’est pas une adresse comme https://exemple.org/service.properties",
    unreachable: "le serveur ne répond pas. Relancez l’import plus tard",
    "server-given-up": "ce serveur n’a pas répondu trois fois de suite\u202f; il n’est plus demandé cette fois-ci",
    "too-large": "le fichier dépasse 1 Mio",
    "too-many-redirects": "l’adresse renvoie sans cesse ailleurs. Donnez l’adresse finale",
    "not-found": "il n’y a pas de fichier à cette adresse",
    "bad-answer": "le serveur répond par une erreur",
    "not-text": "ce n’est pas un texte en UTF-8",
    "too-many-lines": "le fichier a plus de 10 000 lignes",
    "not-this-format":
      "ce n’est pas un fichier ChatonsInfos\u00a0: lignes «\u00a0organization.name = …\u00a0» ou «\u00a0service.name = …\u00a0»",
    federation:
      "c’est le fichier d’une fédération\u00a0: ses membres ne sont pas cet hébergeur. Donnez le fichier de votre organisation",
    device: "c’est le fichier d’un appareil\u202f; seuls ceux d’une organisation ou d’un service sont repris",
    "another-organization": "c’est le fichier d’une autre organisation",
    "metrics-without-service": "ces mesures n’appartiennent à aucun service. Donnez le fichier du service",
    "name-missing": "il manque le nom (organization.name ou service.name)",
    "already-read": "ce fichier est nommé deux fois\u202f; il a été lu une fois",
    "too-deep": "ce fichier est nommé à plus de deux niveaux\u202f; il n’est pas suivi",
    "too-many-files": "un import lit 200 fichiers au plus. Donnez celui-ci seul",
    "names-too-many": "ce fichier en nomme plus de 1 000 autres",
  } satisfies Record<FileRefusal, string>,
  misreadings: {
    "no-equals-sign": "il manque le signe «\u00a0=\u00a0»\u202f; la ligne n’est pas reprise",
    "malformed-key": "ce nom n’est pas possible ici\u202f; la ligne n’est pas reprise",
    "control-characters": "il y a des caractères invisibles\u202f; la ligne n’est pas reprise",
    "too-long": "c’est trop long",
    "said-twice": "c’est dit deux fois\u202f; la première a été gardée",
    "unknown-field": "ce champ n’est pas connu\u202f; il est conservé tel quel",
    "unknown-code": "cette valeur n’est pas connue\u202f; elle est conservée telle quelle",
    "not-an-address": "une adresse comme https://exemple.org était attendue\u202f; c’est conservé tel quel",
    "not-an-email": "une adresse de courriel était attendue\u202f; c’est conservé tel quel",
    "not-a-day": "une date comme 2027-03-01 était attendue\u202f; c’est conservé tel quel",
    "not-a-number": "un nombre comme 48,85 était attendu\u202f; c’est conservé tel quel",
    "not-spdx": "cette licence n’a pas un nom SPDX connu, comme AGPL-3.0-or-later\u202f; elle est reprise telle quelle",
    "not-together": "ce type de serveur ne va pas avec ce type de fournisseur\u202f; les deux sont repris",
  } satisfies Record<LineMisreading, string>,
  summary: (host: string, taken: number, changed: number, unchanged: number, refused: number) =>
    `${host}\u00a0: fichiers repris\u00a0: ${taken}, modifiés\u00a0: ${changed}, sans changement\u00a0: ${unchanged}, refusés\u00a0: ${refused}.`,
  how: { taken: "repris", changed: "modifié", unchanged: "sans changement" },
  draft: (slug: string) => `offre en brouillon «\u00a0${slug}\u00a0»`,
  neverPublished:
    "Les offres tirées d’un service restent des brouillons, même avec --publish\u00a0: relisez-les, puis «\u00a0essaim offer publish\u00a0».",
  refused: (file: string, reason: string, detail: string | null) =>
    `refusé ${file}\u00a0: ${reason}${detail === null ? "" : ` (${detail})`}.`,
  misreading: (file: string, line: number, key: string | null, reason: string) =>
    `${file}, ligne ${line}${key === null ? "" : `, ${key}`}\u00a0: ${reason}`,
  nothing: "Rien n’a pu être repris.",
  step: (looked: number, known: number, file: string) => `${looked + 1}/${known} ${file}`,
  interrupted: "Interrompu. Ce qui a été repris est gardé\u202f; la même commande continue.",
};

const en: typeof fr = {
  refusals: {
    "address-refused": "this address is not asked: it is private or without https. Give a public https address",
    "not-an-address": "this is no address like https://example.org/service.properties",
    unreachable: "the server does not answer. Run the import again later",
    "server-given-up": "this server has not answered three times in a row; it is not asked again this time",
    "too-large": "the file is larger than 1 MiB",
    "too-many-redirects": "the address leads elsewhere over and over. Give the final address",
    "not-found": "there is no file at this address",
    "bad-answer": "the server answers with an error",
    "not-text": "this is no text in UTF-8",
    "too-many-lines": "the file has more than 10,000 lines",
    "not-this-format": "this is no ChatonsInfos file: lines “organization.name = …” or “service.name = …”",
    federation:
      "this is the file of a federation: its members are not this host. Name the file of your own organisation",
    device: "this is the file of a device; only those of an organisation or a service are taken in",
    "another-organization": "this is the file of another organisation",
    "metrics-without-service": "these figures belong to no service. Name the file of the service",
    "name-missing": "the name is missing (organization.name or service.name)",
    "already-read": "this file is named twice; it was read once",
    "too-deep": "this file is named more than two levels down; it is not followed",
    "too-many-files": "an import reads 200 files at most. Name this one alone",
    "names-too-many": "this file names more than 1,000 others",
  },
  misreadings: {
    "no-equals-sign": "there is no “=”; the line is not taken in",
    "malformed-key": "this name is not possible here; the line is not taken in",
    "control-characters": "there are invisible characters; the line is not taken in",
    "too-long": "it is too long",
    "said-twice": "is said twice; the first was kept",
    "unknown-field": "this field is not known; it is kept as it is",
    "unknown-code": "this value is not known; it is kept as it is",
    "not-an-address": "an address like https://example.org was expected; it is kept as it is",
    "not-an-email": "an e-mail address was expected; it is kept as it is",
    "not-a-day": "a date like 2027-03-01 was expected; it is kept as it is",
    "not-a-number": "a number like 48.85 was expected; it is kept as it is",
    "not-spdx": "this licence has no known SPDX name like AGPL-3.0-or-later; it is taken in as it is",
    "not-together": "this type of server does not go with this type of provider; both are taken in",
  },
  summary: (host, taken, changed, unchanged, refused) =>
    `${host}: files taken in: ${taken}, changed: ${changed}, unchanged: ${unchanged}, refused: ${refused}.`,
  how: { taken: "taken in", changed: "changed", unchanged: "unchanged" },
  draft: (slug) => `draft offer “${slug}”`,
  neverPublished:
    "Offers made from a service stay drafts, even with --publish: read them over, then “essaim offer publish”.",
  refused: (file, reason, detail) => `refused ${file}: ${reason}${detail === null ? "" : ` (${detail})`}.`,
  misreading: (file, line, key, reason) => `${file}, line ${line}${key === null ? "" : `, ${key}`}: ${reason}`,
  nothing: "Nothing could be taken in.",
  step: (looked, known, file) => `${looked + 1}/${known} ${file}`,
  interrupted: "Interrupted. What was taken in is kept; the same command goes on from there.",
};

export const words: Record<Language, typeof fr> = { fr, en };
