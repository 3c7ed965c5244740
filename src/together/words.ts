import type { Language } from "../foundation/language.ts";
import type { AskRefusal } from "./changes.ts";

const fr = {
  periods: { once: "en une fois", month: "mois", year: "an", quarter: "trimestre", day: "jour" } as Record<
    string,
    string
  >,
  optional: "facultatif",
  period: "Par",
  refusals: {
    "not-possible-now": "Ce n’est plus possible\u00a0: la demande a changé entre-temps.",
    "too-few-hosts": "Choisissez au moins deux hébergeurs.",
    "too-many-hosts": "Choisissez six hébergeurs au plus.",
    "too-many-today": "Trop de demandes sont parties de chez vous en un jour. Revenez demain\u00a0: rien n’est perdu.",
    "not-confirmed": "Ouvrez d’abord le lien que nous vous avons envoyé par courriel.",
    "host-cannot-lead": "Choisissez qui prend la tête, parmi ceux qui l’acceptent.",
    "no-result": "Aucune proposition n’est encore arrivée.",
    "reason-missing": "Dites pourquoi, en une phrase.",
    "changed-meanwhile": "La proposition vient de changer\u00a0: relisez-la.",
    "not-signed": "Tous ne l’ont pas signée, ou ne la signent plus\u00a0: elle ne peut pas être acceptée.",
  } satisfies Record<AskRefusal, string>,
  mine: {
    title: "Mes demandes à plusieurs hébergeurs",
    lead: "Ce que vous avez demandé à plusieurs hébergeurs ensemble, la dernière en premier.",
    none: "Vous n’avez encore rien demandé à plusieurs hébergeurs.",
    ask: "Demander à plusieurs hébergeurs",
    columns: { need: "Besoin", state: "Où c’en est" },
  },
  erased: {
    text: "Il ne reste rien de votre demande ici, et les hébergeurs sont prévenus de l’oublier.",
    home: "Revenir à l’accueil",
  },
};

const en: typeof fr = {
  periods: { once: "once", month: "each month", year: "each year", quarter: "each quarter", day: "each day" },
  optional: "optional",
  period: "Per",
  refusals: {
    "not-possible-now": "That is no longer possible: the request has changed meanwhile.",
    "too-few-hosts": "Choose at least two hosts.",
    "too-many-hosts": "Choose six hosts at most.",
    "too-many-today": "You have sent too many requests within a day. Come back tomorrow: nothing is lost.",
    "not-confirmed": "First open the link that we have sent you by mail.",
    "host-cannot-lead": "Choose who leads, among those who would.",
    "no-result": "No proposal has come yet.",
    "reason-missing": "Say why, in a sentence.",
    "changed-meanwhile": "The proposal has just changed: read it again.",
    "not-signed": "Not all have signed it, or they do no longer: it cannot be accepted.",
  },
  mine: {
    title: "What I ask of several hosts",
    lead: "What you have asked of several hosts together, the last one first.",
    none: "You have not asked anything of several hosts yet.",
    ask: "Ask several hosts",
    columns: { need: "Need", state: "How far it is" },
  },
  erased: {
    text: "Nothing is left of your request here, and the hosts are told to forget it.",
    home: "Back to the home page",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
