import type { Language } from "../foundation/language.ts";
import { deskLetterText } from "../foundation/letter-words.ts";
import type { Letter } from "../foundation/mail.ts";
import type { JointHeard } from "./events.ts";
import type { JointKind } from "./joint.ts";
import { type Noun, nouns } from "./kind-words.ts";

/** What has happened to something that hosts sign together. */
export type JointNews = JointHeard["what"] | "complete" | "broken";

/** Who did what to which, and where the desk has it. */
export interface NewsFacts {
  readonly what: JointNews;
  readonly kind: JointKind;
  /** The host that spoke. */
  readonly who: string;
  readonly title: string;
  readonly page: string;
}

/** Tells the host's team what has happened; what was written stands at the desk only. */
export function newsLetter({ what, kind, who, title, page }: NewsFacts, to: string, language: Language): Letter {
  const word = words[language];
  const noun = nouns[language][kind];
  const said = word.news[what](who, title, kind);
  const next = word.next[what];
  const then = typeof next === "string" ? next : next(noun, kind);
  return { to, subject: said, text: deskLetterText(language, [`${said}.`, then], page) };
}

type News = Record<JointNews, (who: string, title: string, kind: JointKind) => string>;
type Next = Record<JointNews, string | ((noun: Noun, kind: JointKind) => string)>;

interface Words {
  readonly news: News;
  readonly next: Next;
}

const fr: Words = {
  news: {
    invited: (who, title, kind) => `${who} vous propose ${invitedTo.fr[kind]} «\u00a0${title}\u00a0»`,
    changed: (who, title) => `${who} a changé «\u00a0${title}\u00a0»`,
    withdrawn: (who, title) => `${who} a retiré «\u00a0${title}\u00a0»`,
    "in-force": (_, title) => `Tous sont d’accord\u00a0: «\u00a0${title}\u00a0»`,
    suspended: (_, title, kind) => `«\u00a0${title}\u00a0» est suspendu${nouns.fr[kind].e}`,
    chosen: (_, title) => `Votre réponse commune est retenue\u00a0: «\u00a0${title}\u00a0»`,
    accepted: (who, title) => `${who} est d’accord\u00a0: «\u00a0${title}\u00a0»`,
    refused: (who, title) => `${who} a refusé «\u00a0${title}\u00a0»`,
    left: (who, title) => `${who} quitte «\u00a0${title}\u00a0»`,
    part: (who, title) => `${who} a ouvert ou fermé sa part de «\u00a0${title}\u00a0»`,
    comment: (who, title) => `${who} vous écrit au sujet de «\u00a0${title}\u00a0»`,
    complete: (_, title, kind) => `Tous sont d’accord\u00a0: «\u00a0${title}\u00a0» ${completed.fr[kind]}`,
    broken: (_, title, kind) => `«\u00a0${title}\u00a0» est suspendu${nouns.fr[kind].e}`,
  },
  next: {
    invited: ({ the }) => `Lisez ${the} et qui fait quoi, puis acceptez ou refusez. Rien ne paraît sans votre accord.`,
    changed: "Votre accord valait pour la version d’avant. Relisez, puis acceptez ou refusez.",
    withdrawn: "Votre accord ne vous engage plus.",
    "in-force": "Il n’y a rien à faire.",
    suspended: ({ It, e }, kind) =>
      kind === "offer"
        ? "Personne de nouveau ne peut la demander, jusqu’à ce que tous soient de nouveau d’accord."
        : `${It} n’est plus valable, jusqu’à ce que tous soient de nouveau d’accord et qu’${It.toLowerCase()} soit repris${e}.`,
    chosen: "La structure qui porte l’annonce vous a choisis. Mettez-vous d’accord avec elle sur la suite.",
    accepted: "Le bureau dit qui l’on attend encore.",
    refused: ({ the, it }) => `Sa raison est au bureau. Changez ${the}, ou retirez-${it}.`,
    left: ({ The, It, e }) =>
      `${The} est suspendu${e} ou continue plus petit${e}, comme ${It.toLowerCase()} le dit ${It === "Il" ? "lui" : "elle"}-même.`,
    part: ({ of }) => `La disponibilité ${of} suit la plus étroite des parts.`,
    comment: ({ this: one }) => `Son message n’est lu que par les hébergeurs de ${one}.`,
    complete: (_, kind) => completeNext.fr[kind],
    broken: "Un accord manque. Le bureau dit lequel, et ce que l’on peut faire.",
  },
};

const en: Words = {
  news: {
    invited: (who, title, kind) => `${who} proposes ${invitedTo.en[kind]} “${title}” together with you`,
    changed: (who, title) => `${who} has changed “${title}”`,
    withdrawn: (who, title) => `${who} has withdrawn “${title}”`,
    "in-force": (_, title) => `All agree: “${title}”`,
    suspended: (_, title) => `“${title}” is suspended`,
    chosen: (_, title) => `Your joint answer is chosen: “${title}”`,
    accepted: (who, title) => `${who} agrees: “${title}”`,
    refused: (who, title) => `${who} has refused “${title}”`,
    left: (who, title) => `${who} leaves “${title}”`,
    part: (who, title) => `${who} has opened or closed its part of “${title}”`,
    comment: (who, title) => `${who} writes to you about “${title}”`,
    complete: (_, title, kind) => `All agree: “${title}” ${completed.en[kind]}`,
    broken: (_, title) => `“${title}” is suspended`,
  },
  next: {
    invited: ({ the }) =>
      `Read ${the} and who does what, then accept or refuse. Nothing appears without your agreement.`,
    changed: "Your agreement was for the version before. Read it again, then accept or refuse.",
    withdrawn: "Your agreement no longer binds you.",
    "in-force": "There is nothing to do.",
    suspended: (_, kind) =>
      kind === "offer" ? "Nobody new can ask for it, until all agree again." : "It is not valid until all agree again.",
    chosen: "The steward of the request has chosen you. Come to an agreement with them on what is next.",
    accepted: "The desk says who is still waited for.",
    refused: ({ the }) => `Its reason stands at the desk. Change ${the}, or withdraw it.`,
    left: ({ The }) => `${The} is suspended or goes on smaller, as it says itself.`,
    part: ({ the }) => `Whether there is room in ${the} follows the narrowest of its parts.`,
    comment: ({ this: one }) => `Only the hosts of ${one} read its message.`,
    complete: (_, kind) => completeNext.en[kind],
    broken: "An agreement is missing. The desk says which, and what can be done.",
  },
};

type OfKind = Record<Language, Record<JointKind, string>>;

const invitedTo: OfKind = {
  fr: { offer: "de donner ensemble", answer: "de répondre ensemble à", quote: "de faire ensemble un devis\u00a0:" },
  en: { offer: "to give", answer: "to answer", quote: "to quote for" },
};

const completed: OfKind = {
  fr: { offer: "est en ligne", answer: "a votre réponse commune", quote: "a votre devis commun" },
  en: { offer: "is online", answer: "has your joint answer", quote: "has your joint quote" },
};

const completeNext: OfKind = {
  fr: {
    offer: "Elle est publiée, et celles et ceux qui vous suivent l’apprennent.",
    answer: "La réponse part aussitôt. Vous saurez si elle est retenue.",
    quote: "Le devis est prêt à être envoyé.",
  },
  en: {
    offer: "It is published, and those who follow you hear of it.",
    answer: "The answer leaves at once. You will hear whether it is chosen.",
    quote: "The quote is ready to be sent.",
  },
};

const words: Record<Language, Words> = { fr, en };
