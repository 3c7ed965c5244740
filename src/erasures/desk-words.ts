import type { Language } from "../foundation/language.ts";
import type { ErasureKind } from "./erasures.ts";

const fr = {
  title: "Effacements",
  lead: "Ce qui a été effacé ici, et les serveurs qui l’ont confirmé. Rien ne dit de qui il s’agissait\u202f; la liste se vide après douze mois.",
  kinds: {
    association: "Une association",
    actor: "Le compte d’une association sur les autres serveurs",
    account: "Un compte d’ailleurs",
    "place-request": "Une demande de place",
    answer: "Une réponse",
    watch: "Une veille",
  } satisfies Record<ErasureKind, string>,
  on: (kind: string, when: string) => `${kind}, le ${when}`,
  none: "Aucun autre serveur ne l’avait reçu.",
  empty: "Rien n’a été effacé ces douze derniers mois.",
  see: "Serveur par serveur",
  back: "Revenir aux envois",
  retry: "Ce qui n’est pas arrivé se renvoie depuis la page des envois.",
};

const en: typeof fr = {
  title: "Erasures",
  lead: "What was erased here, and the servers that have confirmed it. Nothing says who it was; the list empties itself after twelve months.",
  kinds: {
    association: "An association",
    actor: "The account of an association on other servers",
    account: "An account from elsewhere",
    "place-request": "A request for a place",
    answer: "An answer",
    watch: "A watch",
  },
  on: (kind, when) => `${kind}, on ${when}`,
  none: "No other server had got it.",
  empty: "Nothing was erased in the last twelve months.",
  see: "Server by server",
  back: "Back to the deliveries",
  retry: "What did not arrive can be sent again from the page of deliveries.",
};

export const words: Record<Language, typeof fr> = { fr, en };
