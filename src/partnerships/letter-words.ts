import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { deskLetterText, letterText } from "../foundation/letter-words.ts";
import type { Letter } from "../foundation/mail.ts";
import type { PartnershipHeard } from "./events.ts";
import { kindName, roleNames } from "./kind-words.ts";
import type { OutsidePartnership } from "./outside.ts";
import type { Partnership } from "./partnership.ts";

/** What the team is told by mail; that the other shows it, or no longer does, stands at the desk. */
export type Told = Exclude<PartnershipHeard["what"], "show">;

interface Reading {
  readonly to: string;
  readonly language: Language;
  /** The page at the desk. */
  readonly page: string;
}

/** Tells our team what another host has done about a partnership. What it wrote stands at the desk only. */
export function heardLetter(
  { otherName, kind }: Pick<Partnership, "otherName" | "kind">,
  what: Told,
  { to, language, page }: Reading,
): Letter {
  const word = words[language];
  const text = deskLetterText(language, [word.told[what](otherName, kindName(kind, language))], page);
  return { to, subject: word.subjects[what](otherName), text };
}

/** The same of a host without a site of its own. */
export function outsideHeardLetter(
  { name, kind }: OutsidePartnership,
  act: "accept" | "decline" | "withdraw",
  { to, language, page }: Reading,
): Letter {
  const word = words[language];
  const said = act === "withdraw" ? word.told.end : word.told[act];
  const text = deskLetterText(language, [said(name, kindName(kind, language)), word.unverified], page);
  return { to, subject: word.subjects[act === "withdraw" ? "end" : act](name), text };
}

/** Asks a host that has no Essaim, with the private link where it answers. */
export function outsideLetter(partnership: OutsidePartnership, host: string, link: string): Letter {
  const { language, email, kind, rolesOffered, rolesWanted, message, expires } = partnership;
  const word = words[language].outside;
  const [gives, takes] = [roleNames(rolesOffered, language), roleNames(rolesWanted, language)];
  const parts = [
    word.asks(host, kindName(kind, language)),
    gives && word.gives(host, gives),
    takes && word.takes(takes),
    message,
    `${word.answer(expires && dateWords(expires, language))}\n\n${link}`,
    word.private,
    word.why(host),
  ];
  return { to: email, subject: word.subject(host), text: letterText(language, parts) };
}

/** Tells it that our host takes back what it asked, or ends what both had agreed. */
export function outsideEndedLetter({ language, email, kind, state }: OutsidePartnership, host: string): Letter {
  const word = words[language].outside;
  const what = state === "accepted" ? "end" : "withdraw";
  const parts = [word.ended[what](host, kindName(kind, language)), word.nothingToDo(host)];
  return { to: email, subject: word.endedSubjects[what](host), text: letterText(language, parts) };
}

const fr = {
  subjects: {
    ask: (other) => `${other} vous demande un partenariat`,
    accept: (other) => `${other} accepte votre demande de partenariat`,
    decline: (other) => `${other} ne donne pas suite à votre demande de partenariat`,
    counter: (other) => `${other} vous propose autre chose`,
    withdraw: (other) => `${other} retire sa demande de partenariat`,
    end: (other) => `${other} met fin au partenariat`,
    expire: (other) => `Demande de partenariat sans réponse\u00a0: ${other}`,
  } satisfies Record<Told, (other: string) => string>,
  told: {
    ask: (other, kind) => `${other} demande à travailler avec vous. Type de partenariat\u00a0: ${kind}.`,
    accept: (other, kind) => `${other} accepte. Type de partenariat\u00a0: ${kind}.`,
    decline: (other, kind) => `${other} ne donne pas suite. Type de partenariat\u00a0: ${kind}.`,
    counter: (other, kind) =>
      `${other} répond à votre demande par une autre proposition, qui attend votre réponse. Vous aviez demandé\u00a0: ${kind}.`,
    withdraw: (other, kind) =>
      `${other} a retiré sa demande. Il n’y a plus rien à répondre. Elle portait sur\u00a0: ${kind}.`,
    end: (other, kind) => `${other} a mis fin au partenariat\u00a0: ${kind}.`,
    expire: (other, kind) => `Le délai est passé sans réponse entre ${other} et vous\u00a0: ${kind}.`,
  } satisfies Record<Told, (other: string, kind: string) => string>,
  unverified: "Cette réponse vient d’un lien privé\u00a0: elle reste non vérifiée.",
  outside: {
    subject: (host: string) => `${host} vous propose un partenariat`,
    asks: (host: string, kind: string) =>
      `${host} propose de travailler avec vous. Type de partenariat\u00a0: ${kind}.`,
    gives: (host: string, roles: string) => `Part de ${host}\u00a0: ${roles}.`,
    takes: (roles: string) => `Votre part\u00a0: ${roles}.`,
    answer: (until: string | null) =>
      until === null
        ? "Pour répondre, ce lien suffit\u00a0:"
        : `Pour répondre avant le ${until}, ce lien suffit\u00a0:`,
    private: "Quiconque a ce lien peut répondre à votre place\u00a0: ne le transmettez qu’aux personnes concernées.",
    endedSubjects: {
      withdraw: (host: string) => `${host} retire sa proposition de partenariat`,
      end: (host: string) => `${host} met fin au partenariat`,
    },
    ended: {
      withdraw: (host: string, kind: string) =>
        `${host} a retiré sa proposition de travailler avec vous. Type de partenariat\u00a0: ${kind}.`,
      end: (host: string, kind: string) => `${host} a mis fin au partenariat avec vous\u00a0: ${kind}.`,
    },
    nothingToDo: (host: string) =>
      `Il n’y a rien à faire. ${host} n’écrira plus à cette adresse à ce sujet, et elle est effacée au bout de six mois.`,
    why: (host: string) =>
      `${host} a donné votre adresse pour cette demande, et elle ne sert qu’à cela. Si vous ne répondez pas, elle est effacée.`,
  },
};

const en: typeof fr = {
  subjects: {
    ask: (other) => `${other} asks you for a partnership`,
    accept: (other) => `${other} accepts your request for a partnership`,
    decline: (other) => `${other} does not take up your request for a partnership`,
    counter: (other) => `${other} proposes something else`,
    withdraw: (other) => `${other} takes back its request for a partnership`,
    end: (other) => `${other} ends the partnership`,
    expire: (other) => `A request for a partnership without an answer: ${other}`,
  },
  told: {
    ask: (other, kind) => `${other} asks to work with you. Kind of partnership: ${kind}.`,
    accept: (other, kind) => `${other} accepts. Kind of partnership: ${kind}.`,
    decline: (other, kind) => `${other} does not take it up. Kind of partnership: ${kind}.`,
    counter: (other, kind) =>
      `${other} answers your request with another proposal, which waits for your answer. You had asked for: ${kind}.`,
    withdraw: (other, kind) =>
      `${other} has taken back its request. There is nothing left to answer. It was about: ${kind}.`,
    end: (other, kind) => `${other} has ended the partnership: ${kind}.`,
    expire: (other, kind) => `The time has passed without an answer between ${other} and you: ${kind}.`,
  },
  unverified: "This answer comes from a private link: it stays not verified.",
  outside: {
    subject: (host) => `${host} proposes a partnership`,
    asks: (host, kind) => `${host} proposes to work with you. Kind of partnership: ${kind}.`,
    gives: (host, roles) => `Part of ${host}: ${roles}.`,
    takes: (roles) => `Your part: ${roles}.`,
    answer: (until) =>
      until === null ? "To answer, this link is enough:" : `To answer before ${until}, this link is enough:`,
    private: "Whoever has this link can answer in your place: pass it on only to the people concerned.",
    endedSubjects: {
      withdraw: (host) => `${host} takes back its proposal of a partnership`,
      end: (host) => `${host} ends the partnership`,
    },
    ended: {
      withdraw: (host, kind) => `${host} has taken back its proposal to work with you. Kind of partnership: ${kind}.`,
      end: (host, kind) => `${host} has ended the partnership with you: ${kind}.`,
    },
    nothingToDo: (host) =>
      `There is nothing to do. ${host} will write no more to this address about it, and it is erased after six months.`,
    why: (host) =>
      `${host} gave your address for this request, and it serves for nothing else. If you do not answer, it is erased.`,
  },
};

const words: Record<Language, typeof fr> = { fr, en };
