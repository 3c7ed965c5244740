import type { Language } from "../foundation/language.ts";
import type { VisitProblem } from "./visits.ts";

const fr = {
  problems: {
    unreachable: "Son site ne répond pas. Nous réessayons de plus en plus rarement.",
    "no-instance": "À cette adresse, aucun site ne dit sous quel compte le suivre.",
    "no-capability": "Ce site n’est pas un site Essaim, ou d’une version trop ancienne.",
    "not-discoverable": "Cet hébergeur ne veut pas figurer dans les annuaires.",
    "not-claimed":
      "Son instance et son hébergeur ne se citent pas l’un l’autre\u00a0: nous ne savons pas s’ils vont ensemble.",
    "lies-about-origin":
      "Ce site parle au nom d’un autre\u00a0: ce qu’il montre n’est pas de son propre domaine. Rien n’en est gardé.",
    endless: "Ses listes tournent en rond ou n’ont pas de fin. Nous avons gardé ce qui a pu être lu.",
    "too-many-offers": "Il publie plus de 5 000 offres. Nous avons gardé les 5 000 premières.",
    "too-many-named":
      "Il cite plus d’hébergeurs que ce site n’en regarde à la fois. Nous avons pris les premiers\u202f; la suite viendra aux prochaines visites.",
    slow: "Son site répond trop lentement pour être lu d’une traite. Ce qui a été lu est gardé, et la suite viendra plus tard.",
    "too-large": "Une de ses réponses est trop grande pour être lue.",
    "not-readable": "Ce qu’il répond ne peut pas être lu.",
    blocked: "Son domaine est bloqué.",
    departed: "Son site dit que cet hébergeur n’est plus.",
  } satisfies Record<VisitProblem, string>,
  otherProblem: "La visite n’a pas abouti.",
};

const en: typeof fr = {
  problems: {
    unreachable: "Its site does not answer. We try again, ever more rarely.",
    "no-instance": "At this address no site says under which account to follow it.",
    "no-capability": "This site is no Essaim site, or of a version that is too old.",
    "not-discoverable": "This host does not want to stand in directories.",
    "not-claimed": "Its instance and its host do not name each other: we do not know whether they belong together.",
    "lies-about-origin":
      "This site speaks in the name of another: what it shows is not of its own domain. Nothing of it is kept.",
    endless: "Its lists go round in circles or have no end. We kept what could be read.",
    "too-many-offers": "It publishes more than 5,000 offers. We kept the first 5,000.",
    "too-many-named":
      "It names more hosts than this site looks at in one go. We took the first ones; the rest will come with the next visits.",
    slow: "Its site answers too slowly to be read in one go. What was read is kept, and the rest will come later.",
    "too-large": "One of its answers is too large to be read.",
    "not-readable": "What it answers cannot be read.",
    blocked: "Its domain is blocked.",
    departed: "Its site says that this host is no more.",
  },
  otherProblem: "The visit came to nothing.",
};

const words: Record<Language, typeof fr> = { fr, en };

/** Why the last visit brought less than it was for, as a sentence. */
export function problemWords(problem: string, language: Language): string {
  const word = words[language];
  return Object.entries(word.problems).find(([code]) => code === problem)?.[1] ?? word.otherProblem;
}
