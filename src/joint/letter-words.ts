import type { Language } from "../foundation/language.ts";
import { deskLetterText } from "../foundation/letter-words.ts";
import type { Letter } from "../foundation/mail.ts";
import type { JointHeard } from "./events.ts";

/** What has happened to something that hosts sign together. */
export type JointNews = JointHeard["what"] | "complete" | "broken";

/** Who did what to which, and where the desk has it. */
export interface NewsFacts {
  readonly what: JointNews;
  /** The host that spoke. */
  readonly who: string;
  readonly title: string;
  readonly page: string;
}

/** Tells the host's team what has happened; what was written stands at the desk only. */
export function newsLetter({ what, who, title, page }: NewsFacts, to: string, language: Language): Letter {
  const word = words[language];
  const said = word.news[what](who, title);
  return { to, subject: said, text: deskLetterText(language, [`${said}.`, word.next[what]], page) };
}

type News = Record<JointNews, (who: string, title: string) => string>;

const fr = {
  news: {
    invited: (who, title) => `${who} vous propose de donner ensemble «\u00a0${title}\u00a0»`,
    changed: (who, title) => `${who} a changé «\u00a0${title}\u00a0»`,
    withdrawn: (who, title) => `${who} a retiré «\u00a0${title}\u00a0»`,
    "in-force": (_, title) => `Tous sont d’accord\u00a0: «\u00a0${title}\u00a0»`,
    suspended: (_, title) => `«\u00a0${title}\u00a0» est suspendue`,
    accepted: (who, title) => `${who} est d’accord\u00a0: «\u00a0${title}\u00a0»`,
    refused: (who, title) => `${who} a refusé «\u00a0${title}\u00a0»`,
    left: (who, title) => `${who} quitte «\u00a0${title}\u00a0»`,
    part: (who, title) => `${who} a ouvert ou fermé sa part de «\u00a0${title}\u00a0»`,
    comment: (who, title) => `${who} vous écrit au sujet de «\u00a0${title}\u00a0»`,
    complete: (_, title) => `Tous sont d’accord\u00a0: «\u00a0${title}\u00a0» est en ligne`,
    broken: (_, title) => `«\u00a0${title}\u00a0» est suspendue`,
  } satisfies News,
  next: {
    invited: "Lisez l’offre et qui fait quoi, puis acceptez ou refusez. Rien ne paraît sans votre accord.",
    changed: "Votre accord valait pour la version d’avant. Relisez, puis acceptez ou refusez.",
    withdrawn: "Votre accord ne vous engage plus.",
    "in-force": "Il n’y a rien à faire.",
    suspended: "Personne de nouveau ne peut la demander, jusqu’à ce que tous soient de nouveau d’accord.",
    accepted: "Le bureau dit qui l’on attend encore.",
    refused: "Sa raison est au bureau. Changez l’offre, ou retirez-la.",
    left: "L’offre est suspendue ou continue plus petite, comme elle le dit elle-même.",
    part: "La disponibilité de l’offre suit la plus étroite des parts.",
    comment: "Son message n’est lu que par les hébergeurs de cette offre.",
    complete: "Elle est publiée, et celles et ceux qui vous suivent l’apprennent.",
    broken: "Un accord manque. Le bureau dit lequel, et ce que l’on peut faire.",
  } satisfies Record<JointNews, string>,
};

const en: typeof fr = {
  news: {
    invited: (who, title) => `${who} proposes to give “${title}” together with you`,
    changed: (who, title) => `${who} has changed “${title}”`,
    withdrawn: (who, title) => `${who} has withdrawn “${title}”`,
    "in-force": (_, title) => `All agree: “${title}”`,
    suspended: (_, title) => `“${title}” is suspended`,
    accepted: (who, title) => `${who} agrees: “${title}”`,
    refused: (who, title) => `${who} has refused “${title}”`,
    left: (who, title) => `${who} leaves “${title}”`,
    part: (who, title) => `${who} has opened or closed its part of “${title}”`,
    comment: (who, title) => `${who} writes to you about “${title}”`,
    complete: (_, title) => `All agree: “${title}” is online`,
    broken: (_, title) => `“${title}” is suspended`,
  },
  next: {
    invited: "Read the offer and who does what, then accept or refuse. Nothing appears without your agreement.",
    changed: "Your agreement was for the version before. Read it again, then accept or refuse.",
    withdrawn: "Your agreement no longer binds you.",
    "in-force": "There is nothing to do.",
    suspended: "Nobody new can ask for it, until all agree again.",
    accepted: "The desk says who is still waited for.",
    refused: "Its reason stands at the desk. Change the offer, or withdraw it.",
    left: "The offer is suspended or goes on smaller, as it says itself.",
    part: "Whether there is room in the offer follows the narrowest of its parts.",
    comment: "Only the hosts of this offer read its message.",
    complete: "It is published, and those who follow you hear of it.",
    broken: "An agreement is missing. The desk says which, and what can be done.",
  },
};

const words: Record<Language, typeof fr> = { fr, en };
