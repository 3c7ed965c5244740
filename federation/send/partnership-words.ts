import type { Language } from "../../src/foundation/language.ts";
import type { HearRefusal } from "../../src/partnerships/hearing.ts";

/** Why a request is not even kept, told to the host that sent it. */
export const refusalToHear: Readonly<Record<Language, Readonly<Record<HearRefusal, string>>>> = {
  fr: {
    "too-many-open": "Trop de vos demandes attendent déjà une réponse ici : réessayez quand elles en auront une.",
    "too-many-today": "Trop de demandes sont venues de chez vous aujourd’hui : réessayez demain.",
  },
  en: {
    "too-many-open": "Too many of your requests are waiting for an answer here already: try again once they have one.",
    "too-many-today": "Too many requests came from you today: try again tomorrow.",
  },
};
