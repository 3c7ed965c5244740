import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import type { DeedWords } from "../web/deeds.ts";
import { words as deskWords } from "./desk-words.ts";
import { words as firstRunWords } from "./first-run-words.ts";
import { words } from "./profile-words.ts";

/** The deeds of this room, as the journal tells them. */
export const deeds: DeedWords = {
  fr: {
    "host-changed": (part) => `Page d’hébergeur modifiée\u00a0: ${partOf(part, "fr")}`,
    "closing-announced": (day) => `Fermeture annoncée pour le ${dateWords(day, "fr")}`,
    "closing-withdrawn": () => "Fermeture reprise\u00a0: l’hébergeur reste ouvert",
    "first-run-ended": () => "Mise en route terminée",
  },
  en: {
    "host-changed": (part) => `Changed the host’s page: ${partOf(part, "en")}`,
    "closing-announced": (day) => `Announced a closing for ${dateWords(day, "en")}`,
    "closing-withdrawn": () => "Took the closing back: the host stays open",
    "first-run-ended": () => "Finished the set-up",
  },
};

/** A section of the profile, or a step of the guided set-up. */
function partOf(part: string, language: Language): string {
  const sections: Readonly<Record<string, { readonly title: string }>> = words[language].sections;
  const steps: Readonly<Record<string, string>> = firstRunWords[language].short;
  if (part === "logo") return deskWords[language].logo.title;
  return sections[part]?.title ?? steps[part] ?? part;
}
