import type { Language } from "../foundation/language.ts";
import { deskLetterText, letterText, textOf } from "../foundation/letter-words.ts";
import type { Letter } from "../foundation/mail.ts";
import type { RequestEntry } from "./places.ts";
import type { KeptRequest } from "./queries.ts";

/** What letters about a request name. */
export interface LetterFacts {
  readonly request: KeptRequest;
  readonly host: string;
  readonly answerDays: number | null;
}

/**
 * "Your request came": with the private link, and nothing of what was typed, since anybody may have typed this address.
 */
export function receivedLetter({ request, host, answerDays }: LetterFacts, link: string): Letter {
  const word = words[request.language];
  const parts = [
    word.received(request.title, host),
    answerDays === null ? null : word.answerWithin(host, answerDays),
    `${word.link}\n\n${link}`,
    word.linkPrivate,
    word.notYou,
  ];
  return {
    to: request.contact.address,
    subject: word.receivedSubject(host),
    text: letterText(request.language, parts),
  };
}

/** What the host has done or said, with the private link. */
export function answerLetter(facts: LetterFacts, entry: RequestEntry, link: string): Letter {
  const { request, host } = facts;
  const word = words[request.language];
  const parts = [...answerParts(facts, entry), `${word.reply}\n\n${link}`, word.linkPrivate];
  const text = letterText(request.language, parts);
  return { to: request.contact.address, subject: word.subjects[wordOf(entry)](host), text };
}

/** The same as a private message on the Fediverse: there one keeps the link oneself. */
export function answerMessage(facts: LetterFacts, entry: RequestEntry): string {
  return textOf([...answerParts(facts, entry), words[facts.request.language].replyHere]);
}

function answerParts({ request, host }: LetterFacts, entry: RequestEntry): readonly (string | null)[] {
  const say = words[request.language].answers[wordOf(entry)];
  return [say(request.title, host, entry.referred ?? ""), entry.text];
}

/** Tells the host that somebody waits; who it is stands at the desk only. */
export function noticeLetter(
  { request, answerDays }: LetterFacts,
  { to, language, page, act }: { to: string; language: Language; page: string; act: "ask" | "say" | "withdraw" },
): Letter {
  const word = words[language].notice;
  const due = answerDays === null || act === "withdraw" ? null : word.promised(answerDays);
  const text = deskLetterText(language, [word.texts[act](request.title), due], page);
  return { to, subject: word.subjects[act](request.title), text };
}

type Told = "answer" | "accept" | "decline" | "refer" | "reopen";

// Only these are told; see `answerRequest`.
const wordOf = ({ act }: RequestEntry): Told => (act in words.fr.answers ? (act as Told) : "answer");

const days = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

const fr = {
  receivedSubject: (host: string) => `Votre demande de place chez ${host}`,
  received: (title: string, host: string) =>
    `Une demande de place est partie avec cette adresse, pour l’offre «\u00a0${title}\u00a0» de ${host}.`,
  answerWithin: (host: string, n: number) =>
    `${host} annonce une réponse sous ${days(n, "jour", "jours")}. Elle arrivera ici.`,
  link: "Votre lien privé, pour suivre la demande, y ajouter un message, la retirer ou l’effacer\u00a0:",
  linkPrivate: "Quiconque a ce lien peut lire la demande\u00a0: ne le transmettez pas.",
  notYou:
    "Ce n’est pas vous\u202f? Ouvrez ce lien et choisissez «\u00a0Tout effacer\u00a0»\u00a0: il n’en restera rien.",
  reply: "Pour répondre, retirer la demande ou l’effacer, voici votre lien privé\u00a0:",
  replyHere: "Pour répondre, la retirer ou l’effacer\u00a0: la page de votre demande, dont vous avez gardé le lien.",
  subjects: {
    answer: (host) => `${host} répond à votre demande de place`,
    accept: (host) => `${host} accepte votre demande de place`,
    decline: (host) => `Votre demande de place chez ${host}`,
    refer: (host) => `Votre demande de place chez ${host}`,
    reopen: (host) => `${host} reprend votre demande de place`,
  } satisfies Record<Told, (host: string) => string>,
  answers: {
    answer: (title, host) => `${host} répond à votre demande pour l’offre «\u00a0${title}\u00a0».`,
    accept: (title, host) =>
      `${host} accepte votre demande\u00a0: une place est pour vous dans l’offre «\u00a0${title}\u00a0».`,
    decline: (title, host) => `${host} ne peut pas donner suite à votre demande pour l’offre «\u00a0${title}\u00a0».`,
    refer: (title, host, to) =>
      `${host} n’est pas le mieux placé pour votre demande (offre «\u00a0${title}\u00a0»), et vous adresse à\u00a0: ${to}.`,
    reopen: (title, host) => `${host} rouvre votre demande pour l’offre «\u00a0${title}\u00a0».`,
  } satisfies Record<Told, (title: string, host: string, to: string) => string>,
  notice: {
    subjects: {
      ask: (title: string) => `Une demande de place attend\u00a0: ${title}`,
      say: (title: string) => `Un message attend sur une demande\u00a0: ${title}`,
      withdraw: (title: string) => `Une demande est retirée\u00a0: ${title}`,
    },
    texts: {
      ask: (title: string) => `Quelqu’un demande une place dans l’offre «\u00a0${title}\u00a0».`,
      say: (title: string) => `Quelqu’un ajoute un message à sa demande pour l’offre «\u00a0${title}\u00a0».`,
      withdraw: (title: string) => `Quelqu’un retire sa demande pour l’offre «\u00a0${title}\u00a0».`,
    },
    promised: (n: number) => `Vous annoncez une réponse sous ${days(n, "jour", "jours")}.`,
  },
};

const en: typeof fr = {
  receivedSubject: (host) => `Your request for a place at ${host}`,
  received: (title, host) => `A request for a place was sent with this address, for the offer “${title}” of ${host}.`,
  answerWithin: (host, n) =>
    `${host} says that it answers within ${days(n, "day", "days")}. The answer will come here.`,
  link: "Your private link, to follow the request, add a message, take it back or erase it:",
  linkPrivate: "Whoever has this link can read the request: do not pass it on.",
  notYou: "Was it not you? Open this link and choose “Erase everything”: nothing will be left.",
  reply: "To answer, to take the request back or to erase it, here is your private link:",
  replyHere: "To answer, to take it back or to erase it: the page of your request, whose link you have kept.",
  subjects: {
    answer: (host) => `${host} answers your request for a place`,
    accept: (host) => `${host} accepts your request for a place`,
    decline: (host) => `Your request for a place at ${host}`,
    refer: (host) => `Your request for a place at ${host}`,
    reopen: (host) => `${host} takes up your request for a place again`,
  },
  answers: {
    answer: (title, host) => `${host} answers your request for the offer “${title}”.`,
    accept: (title, host) => `${host} accepts your request: a place is yours in the offer “${title}”.`,
    decline: (title, host) => `${host} cannot take up your request for the offer “${title}”.`,
    refer: (title, host, to) =>
      `${host} is not the best placed for your request (offer “${title}”), and sends you on to: ${to}.`,
    reopen: (title, host) => `${host} opens your request for the offer “${title}” again.`,
  },
  notice: {
    subjects: {
      ask: (title) => `A request for a place waits: ${title}`,
      say: (title) => `A message waits on a request: ${title}`,
      withdraw: (title) => `A request was taken back: ${title}`,
    },
    texts: {
      ask: (title) => `Somebody asks for a place in the offer “${title}”.`,
      say: (title) => `Somebody adds a message to their request for the offer “${title}”.`,
      withdraw: (title) => `Somebody takes back their request for the offer “${title}”.`,
    },
    promised: (n) => `You say that you answer within ${days(n, "day", "days")}.`,
  },
};

const words: Record<Language, typeof fr> = { fr, en };
