import type { Language } from "../foundation/language.ts";
import { deskLetterText, letterText } from "../foundation/letter-words.ts";
import type { Letter } from "../foundation/mail.ts";
import type { ReferralHeard } from "./events.ts";
import type { Referral } from "./referrals.ts";

/** Tells a host without an instance that somebody is sent there, with the link behind which it reads and answers. */
export function handedLetter(
  { otherEmail, otherName, need, language }: Referral,
  { from, link }: { readonly from: string; readonly link: string },
): Letter {
  const word = words[language];
  const parts = [
    word.handed(from, otherName),
    need,
    `${word.handedLink}\n\n${link}`,
    word.handedPrivate,
    word.why(from),
  ];
  return { to: otherEmail ?? "", subject: word.handedSubject(from), text: letterText(language, parts) };
}

/** Tells it that the association has agreed, or no longer does. */
export function agreedLetter(
  { otherEmail, need, language }: Referral,
  { from, link }: { readonly from: string; readonly link: string },
): Letter {
  const word = words[language];
  const parts = [word.agreed(from), need, `${word.agreedLink}\n\n${link}`, word.handedPrivate];
  return { to: otherEmail ?? "", subject: word.agreedSubject(from), text: letterText(language, parts) };
}

/** Tells it that nothing of the association is for it any more: it does not want that, or we no longer send it there. */
export function endedLetter(
  { otherEmail, language }: Referral,
  what: "refused" | "withdrawn",
  { from }: { readonly from: string },
): Letter {
  const word = words[language];
  const said = word.ended[what](from);
  return { to: otherEmail ?? "", subject: said, text: letterText(language, [`${said}.`, word.eraseNotes]) };
}

/** Asks somebody who wrote or called whether what is theirs may be handed on. */
export function questionLetter(
  { contact, otherName, need, language }: Referral,
  { from, link }: { readonly from: string; readonly link: string },
): Letter {
  const word = words[language];
  const parts = [
    ...[word.question(from, otherName), need, word.questionText(otherName)],
    ...[`${word.questionLink}\n\n${link}`, word.notYou],
  ];
  return { to: contact ?? "", subject: word.questionSubject(from), text: letterText(language, parts) };
}

/** Tells the host's own team what the other side has said; who asks stands at the desk only. */
export function newsLetter(
  { otherName, side }: Referral,
  what: ReferralHeard["what"],
  { to, language, page }: { readonly to: string; readonly language: Language; readonly page: string },
): Letter | null {
  const told = words[language].news[side][what];
  if (told === undefined) return null;
  const said = told(otherName);
  return { to, subject: said, text: deskLetterText(language, [`${said}.`], page) };
}

type News = Readonly<
  Record<Referral["side"], Readonly<Partial<Record<ReferralHeard["what"], (host: string) => string>>>>
>;

const frNews: News = {
  taker: {
    came: (host) => `${host} vous adresse une association`,
    agreed: (host) => `L’association que ${host} vous adresse accepte que vous la joigniez`,
    refused: (host) => `L’association que ${host} vous adresse ne veut plus être jointe`,
    withdrawn: (host) => `${host} ne vous adresse plus cette association\u00a0: effacez ce que vous en avez noté`,
  },
  giver: {
    taken: (host) => `${host} prend en charge l’association que vous lui adressez`,
    declined: (host) => `${host} ne peut pas prendre l’association que vous lui adressez`,
    placed: (host) => `${host} a fait une place à l’association que vous lui adressez`,
  },
};

const enNews: News = {
  taker: {
    came: (host) => `${host} sends an association on to you`,
    agreed: (host) => `The association that ${host} sends you agrees to be reached`,
    refused: (host) => `The association that ${host} sends you no longer wants to be reached`,
    withdrawn: (host) => `${host} no longer sends you this association: erase what you noted of it`,
  },
  giver: {
    taken: (host) => `${host} takes on the association that you send there`,
    declined: (host) => `${host} cannot take the association that you send there`,
    placed: (host) => `${host} has given a place to the association that you send there`,
  },
};

const fr = {
  handedSubject: (from: string) => `${from} vous adresse une association`,
  handed: (from: string, to: string) =>
    `Une association cherche un hébergeur. Chez ${from}, ce n’est pas possible\u00a0: nous avons pensé à l’hébergeur ${to}.`,
  handedLink: "Vous lisez la suite et vous répondez derrière ce lien, sans compte\u00a0:",
  handedPrivate: "Quiconque a ce lien peut répondre à votre place\u00a0: ne le transmettez pas. Il se ferme tout seul.",
  why: (from: string) => `${from} a donné votre adresse pour cette association, et elle ne sert qu’à cela.`,
  agreedSubject: (from: string) => `L’association que ${from} vous adresse accepte que vous la joigniez`,
  agreed: (from: string) => `L’association que ${from} vous adresse est d’accord pour que vous la joigniez.`,
  agreedLink: "Son nom, son adresse et son message\u00a0:",
  ended: {
    refused: (from: string) => `L’association que ${from} vous adresse ne veut pas, ou plus, être jointe`,
    withdrawn: (from: string) => `${from} ne vous adresse plus cette association`,
  },
  eraseNotes:
    "Si vous avez noté son nom, son adresse ou son message, effacez-les. Il n’y a rien d’autre à faire, et votre adresse ne sert à rien d’autre.",
  questionSubject: (from: string) => `${from} pense à un autre hébergeur pour vous`,
  question: (from: string, to: string) =>
    `Vous nous avez demandé un hébergement. Chez ${from}, ce n’est pas possible\u00a0: nous pensons à l’hébergeur ${to}, et lui avons dit seulement ceci\u00a0:`,
  questionText: (to: string) =>
    `Pouvons-nous transmettre votre nom, votre adresse et votre message à l’hébergeur ${to}\u202f? Rien ne part avant votre oui.`,
  questionLink: "Dites-le ici, lisez la suite, ou effacez tout\u00a0:",
  notYou: "Ce n’est pas vous\u202f? Ouvrez ce lien et choisissez «\u00a0Tout effacer\u00a0».",
  news: frNews,
};

const en: typeof fr = {
  handedSubject: (from) => `${from} sends an association on to you`,
  handed: (from, to) => `An association looks for a host. ${from} cannot take it: we thought of ${to}.`,
  handedLink: "You read the rest and answer behind this link, without an account:",
  handedPrivate: "Whoever has this link can answer in your place: do not pass it on. It closes by itself.",
  why: (from) => `${from} gave your address for this association, and it serves for nothing else.`,
  agreedSubject: (from) => `The association that ${from} sends you agrees to be reached`,
  agreed: (from) => `The association that ${from} sends you agrees that you get in touch with it.`,
  agreedLink: "Its name, address and message:",
  ended: {
    refused: (from) => `The association that ${from} sends you does not want, or no longer wants, to be reached`,
    withdrawn: (from) => `${from} no longer sends this association on to you`,
  },
  eraseNotes:
    "If you noted its name, its address or its message, erase them. There is nothing else to do, and your address serves for nothing else.",
  questionSubject: (from) => `${from} thinks of another host for you`,
  question: (from, to) =>
    `You asked us for hosting. ${from} cannot take you: we think of ${to}, and told them only this:`,
  questionText: (to) =>
    `May we hand on your name, your address and your message to ${to}? Nothing leaves before you say yes.`,
  questionLink: "Say so here, read what follows, or erase everything:",
  notYou: "Was it not you? Open this link and choose “Erase everything”.",
  news: enNews,
};

const words: Record<Language, typeof fr> = { fr, en };
