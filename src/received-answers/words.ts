import type { Language } from "../foundation/language.ts";
import type { ReceivedRefusal } from "./received-answer.ts";

const fr = {
  "wrong-state": "Cette annonce ne prend plus de réponses.",
  "hosts-not-called": "Cette annonce ne demande pas de réponse de cet hébergeur.",
  "chosen-already": "Une réponse a déjà été retenue.",
  unreadable: "La réponse n’a pas pu être lue à son adresse.",
  "other-request": "La réponse, à son adresse, ne parle pas de cette annonce.",
  "not-signed":
    "Il manque l’accord d’un des hébergeurs, à sa propre adresse. La réponse commune n’est montrée que si tous y sont.",
} satisfies Record<ReceivedRefusal, string>;

const en: typeof fr = {
  "wrong-state": "This request takes no more answers.",
  "hosts-not-called": "This request does not ask this host for an answer.",
  "chosen-already": "An answer was chosen already.",
  unreadable: "The answer could not be read at its address.",
  "other-request": "The answer, at its address, is not about this request.",
  "not-signed":
    "The agreement of one of the hosts is missing at its own address. A joint answer is shown only while all are there.",
};

/** Why an answer from another site is not taken, as it is told. */
export const receivedWords: Record<Language, typeof fr> = { fr, en };
