import type { Language } from "../foundation/language.ts";

const fr = {
  who: "Qui fait quoi, et pour quelle part",
  signed: "Chacun a accepté exactement cette réponse. Leurs accords, sur leurs propres sites\u00a0:",
  brokenTitle: "Cette réponse ne tient plus",
  broken: (day: string) =>
    `Depuis le ${day}, l’un des hébergeurs qui la donnaient n’y est plus. Elle ne peut pas être retenue tant que tous n’y sont pas.`,
};

const en: typeof fr = {
  who: "Who does what, and for which share",
  signed: "Each has accepted exactly this answer. Their agreements, on their own sites:",
  brokenTitle: "This answer no longer stands",
  broken: (day) =>
    `Since ${day}, one of the hosts that gave it does not stand by it any more. It cannot be chosen as long as not all of them do.`,
};

export const words: Record<Language, typeof fr> = { fr, en };
