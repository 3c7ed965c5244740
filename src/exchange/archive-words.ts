import type { Language } from "../foundation/language.ts";
import type { ArchiveRefusal } from "./archive.ts";

type Refusal<Reason extends ArchiveRefusal["reason"]> = Extract<ArchiveRefusal, { readonly reason: Reason }>;

const fr = {
  "newer-version": ({ version }: Refusal<"newer-version">) =>
    `Ce fichier vient d’un Essaim plus récent (version ${version} du format). Mettez d’abord celui-ci à jour.`,
  malformed: ({ path, problem }: Refusal<"malformed">) =>
    `${path}\u00a0: ${problem}. Rien n’a été repris. Si le fichier vient d’un Essaim plus récent, mettez d’abord celui-ci à jour.`,
  "other-origin": ({ origin, ours }: Refusal<"other-origin">) =>
    `Ce fichier est celui de ${origin}, et cette instance est ${ours}. Pour que ce serveur devienne ${origin}, lancez-le avec ORIGIN=${origin}.`,
  "lived-on": ({ since, exported }: Refusal<"lived-on">) =>
    `Cette instance a continué sa vie (jusqu’au ${since}) après cet export (du ${exported}). Reprenez un export plus récent, ou partez d’un DATA_DIR vide.`,
  unstorable: () => "Ce fichier contient des caractères qui ne peuvent pas être conservés. Retirez le caractère zéro.",
  "too-deep": () => "Ce fichier est imbriqué trop profondément pour être un export d’Essaim.",
  "not-empty": () =>
    "Quelqu’un d’autre est installé ici. Reprenez l’export dans une instance neuve, avec un DATA_DIR ou une base vide.",
  "server-running": () => "Un serveur tourne sur cette base. Arrêtez-le, puis recommencez.",
};

const en: typeof fr = {
  "newer-version": ({ version }) =>
    `This file was written by a newer Essaim (version ${version} of the format). Upgrade this one first.`,
  malformed: ({ path, problem }) =>
    `${path}: ${problem}. Nothing was taken in. If the file was written by a newer Essaim, upgrade this one first.`,
  "other-origin": ({ origin, ours }) =>
    `This file is of ${origin}, and this instance is ${ours}. To make this server ${origin}, run it with ORIGIN=${origin}.`,
  "lived-on": ({ since, exported }) =>
    `This instance has lived on (until ${since}) since this export (of ${exported}). Take a newer export, or begin with an empty DATA_DIR.`,
  unstorable: () => "This file holds characters that cannot be stored. Remove the character zero.",
  "too-deep": () => "This file is nested too deeply to be an export of Essaim.",
  "not-empty": () =>
    "Someone else is set up here. Take the export into a new instance, with an empty DATA_DIR or database.",
  "server-running": () => "A server runs on this database. Stop it, then try again.",
};

const words: Record<Language, typeof fr> = { fr, en };

/** Why an archive is not taken in, as a sentence. */
export function archiveRefusal(refusal: ArchiveRefusal, language: Language): string {
  const say = words[language][refusal.reason] as (refusal: ArchiveRefusal) => string;
  return say(refusal);
}
