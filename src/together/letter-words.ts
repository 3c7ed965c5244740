import type { Language } from "../foundation/language.ts";
import type { Letter } from "../foundation/mail.ts";
import type { AskingHeard, AskingReceived } from "./events.ts";
import { type AskedHost, type Asking, isDeclined, saidYes } from "./together.ts";

/** To whom a letter goes, of which asking, and the private page that it leads to. */
export interface LetterFacts {
  readonly to: string;
  readonly link: string;
  readonly asking: Pick<Asking, "name" | "need" | "language">;
}

/** What happened to an asking, as its association is told. */
export type Told = AskingHeard["what"];

/** "Confirm it": anybody may have typed this address, so nothing of what was typed stands here. */
export function confirmLetter({ to, link, language }: { to: string; link: string; language: Language }): Letter {
  const word = words[language];
  const parts = [word.hello, word.confirm, `${word.confirmLink}\n\n${link}`, word.private, word.notYou];
  return { to, subject: word.confirmSubject, text: textOf(parts) };
}

/** What has happened, to whoever asks, with the private link. */
export function heardLetter({ to, link, asking }: LetterFacts, what: Told): Letter {
  const word = words[asking.language];
  const parts = [word.hello, word.told[what], `${word.follow}\n\n${link}`, word.private];
  return { to, subject: word.told[what], text: textOf(parts) };
}

/** How a host that has no site of this kind hears of it: asked, or told that there is news. */
export const hostNews = ["ask", "lead", "partner", "led", "declined", "accepted", "over", "withdraw"] as const;
export type HostNews = (typeof hostNews)[number];

/** An association asks a host that is reached by letter; how to reach the association does not stand here. */
export function hostLetter({ to, link, asking }: LetterFacts, news: HostNews): Letter {
  const word = words[asking.language].host;
  return { to, subject: word.subjects[news](asking.name), text: hostMessage({ link, asking }, news) };
}

export function hostMessage({ link, asking }: Omit<LetterFacts, "to">, news: HostNews): string {
  const word = words[asking.language].host;
  const need = news === "ask" ? `«\u00a0${asking.need.slice(0, 600)}\u00a0»` : null;
  const said = asking.language === "en" && need !== null ? `“${asking.need.slice(0, 600)}”` : need;
  return textOf([word.texts[news](asking.name), said, `${word.page}\n\n${link}`, word.private]);
}

/** What our own host is told by letter; who asks stands at the desk. */
export function receivedLetter(
  { to, page, language }: { to: string; page: string; language: Language },
  what: AskingReceived["what"],
): Letter {
  const word = words[language].received;
  return { to, subject: word[what], text: textOf([word[what], `${word.read}\n\n${page}`]) };
}

/** What became of an asking, for a host that is told by letter. */
export function hostNewsOf(host: AskedHost, asking: Asking): HostNews | null {
  const { state } = asking;
  if (state === "withdrawn") return "withdraw";
  if (state === "expired") return "over";
  if (state === "ended") return host.contactGiven !== null && isTaken(asking) ? "accepted" : "over";
  return state === "led" && saidYes(host) ? ledNews(host, asking) : null;
}

function ledNews(host: AskedHost, asking: Asking): HostNews {
  if (host.contactGiven === null) return "led";
  if (isDeclined(asking)) return "declined";
  return asking.lead === host.id ? "lead" : "partner";
}

const isTaken = ({ ending }: Asking): boolean => ending === "offer" || ending === "quote";

const textOf = (parts: readonly (string | null)[]): string =>
  `${parts.filter((part) => part !== null && part !== "").join("\n\n")}\n`;

const fr = {
  hello: "Bonjour,",
  confirmSubject: "Votre demande à plusieurs hébergeurs attend votre accord",
  confirm:
    "Une demande à plusieurs hébergeurs a été préparée avec cette adresse. Rien n’est encore parti\u00a0: relisez-la, puis envoyez-la.",
  confirmLink: "Votre lien privé, pour la relire, l’envoyer, la suivre ou l’effacer\u00a0:",
  private: "Quiconque a ce lien peut lire la demande et agir à votre place\u00a0: ne le transmettez pas.",
  notYou: "Ce n’est pas vous\u202f? Ne faites rien\u00a0: rien ne partira.",
  follow: "La lire et décider de la suite, par votre lien privé\u00a0:",
  told: {
    answer: "Un hébergeur a répondu à votre demande",
    proposal: "Un hébergeur souhaite qu’un autre se joigne à lui\u00a0: à vous de dire oui ou non",
    result: "Une proposition commune est prête\u00a0: à vous de la lire",
    "result-broken": "Une proposition commune ne tient plus\u00a0: voici pourquoi",
    agreed: "Un partenaire a donné son accord à la proposition commune",
    refused: "Aucun des hébergeurs ne peut répondre à votre demande\u00a0: voici pourquoi",
    "let-through": "Votre demande est partie chez les hébergeurs",
    "sent-back": "Votre demande n’est pas partie\u00a0: voici pourquoi, et ce que vous pouvez y changer",
    expired: "Votre demande à plusieurs hébergeurs a pris fin\u00a0: son délai est passé",
    "lead-left": "L’hébergeur chef de file se retire\u00a0: à vous d’en choisir un autre",
  } satisfies Record<Told, string>,
  host: {
    subjects: {
      ask: (name) => `${name} vous demande, avec d’autres hébergeurs`,
      lead: (name) => `${name} vous choisit comme chef de file`,
      partner: (name) => `${name} souhaite que vous participiez`,
      led: (name) => `${name} a choisi d’autres hébergeurs`,
      declined: (name) => `${name} dit non à la proposition`,
      accepted: (name) => `${name} accepte la proposition`,
      over: (name) => `La demande de ${name} est terminée`,
      withdraw: (name) => `${name} retire sa demande`,
    } satisfies Record<HostNews, (name: string) => string>,
    texts: {
      ask: (name) => `${name} demande à plusieurs hébergeurs s’ils pourraient répondre ensemble à ce besoin\u00a0:`,
      lead: (name) => `${name} vous choisit comme chef de file. Ses coordonnées sont sur votre page privée.`,
      partner: (name) => `${name} souhaite que vous participiez avec l’hébergeur chef de file.`,
      led: (name) => `${name} a choisi d’autres hébergeurs pour la suite. Merci d’avoir répondu.`,
      declined: (name) => `${name} dit non à la proposition. Sa raison est sur votre page privée.`,
      accepted: (name) => `${name} accepte la proposition. À vous de vous mettre au travail ensemble.`,
      over: (name) => `La demande de ${name} est terminée\u00a0: rien n’est plus attendu de vous.`,
      withdraw: (name) => `${name} retire sa demande\u00a0: rien n’est plus attendu de vous.`,
    } satisfies Record<HostNews, (name: string) => string>,
    page: "La lire et répondre, sans compte, sur votre page privée\u00a0:",
    private: "Quiconque a ce lien peut répondre à votre place\u00a0: ne le transmettez pas.",
  },
  received: {
    asked: "Une association vous demande, avec d’autres hébergeurs",
    chosen: "Une association vous dit oui",
    "passed-over": "Une association a choisi d’autres hébergeurs",
    result: "Une proposition commune attend votre accord",
    declined: "Une association a dit non à votre proposition\u00a0: voici pourquoi",
    accepted: "Une association accepte votre proposition",
    over: "Une demande à plusieurs hébergeurs est terminée",
    read: "La lire et répondre, au bureau\u00a0:",
  } satisfies Record<AskingReceived["what"] | "read", string>,
};

const en: typeof fr = {
  hello: "Hello,",
  confirmSubject: "What you ask of several hosts waits for your go-ahead",
  confirm:
    "A request to several hosts was prepared with this address. Nothing has been sent yet: check it, then send it.",
  confirmLink: "Your private link, to read it again, send it, follow it or erase it:",
  private: "Whoever has this link can read the request and act in your place: do not pass it on.",
  notYou: "Was it not you? Do nothing: nothing will leave.",
  follow: "Read it and decide what comes next, by your private link:",
  told: {
    answer: "A host has answered your request",
    proposal: "A host would like another one to join: it is for you to say yes or no",
    result: "A joint proposal is ready for you to read",
    "result-broken": "A joint proposal holds no longer: here is why",
    agreed: "A partner has agreed to the joint proposal",
    refused: "None of the hosts can take up your request: here is why",
    "let-through": "Your request has left for the hosts",
    "sent-back": "Your request has not left: here is why, and what you can change",
    expired: "Your request to several hosts has ended: its time is over",
    "lead-left": "The host in the lead steps back: it is for you to choose another",
  },
  host: {
    subjects: {
      ask: (name) => `${name} asks you, together with other hosts`,
      lead: (name) => `${name} chooses you to lead`,
      partner: (name) => `${name} would like you to take part`,
      led: (name) => `${name} has chosen other hosts`,
      declined: (name) => `${name} says no to the proposal`,
      accepted: (name) => `${name} accepts the proposal`,
      over: (name) => `What ${name} asked is over`,
      withdraw: (name) => `${name} takes its request back`,
    },
    texts: {
      ask: (name) => `${name} asks several hosts whether they could see to this together:`,
      lead: (name) => `${name} chooses you to lead. How to reach it stands on your private page.`,
      partner: (name) => `${name} would like you to take part with the host in the lead.`,
      led: (name) => `${name} has chosen other hosts to go on with. Thank you for your answer.`,
      declined: (name) => `${name} says no to the proposal. Its reason stands on your private page.`,
      accepted: (name) => `${name} accepts the proposal. Now it is for you to get to work together.`,
      over: (name) => `What ${name} asked is over: nothing is expected of you any more.`,
      withdraw: (name) => `${name} takes its request back: nothing is expected of you any more.`,
    },
    page: "Read it and answer, without an account, on your private page:",
    private: "Whoever has this link can answer in your place: do not pass it on.",
  },
  received: {
    asked: "An association asks you, together with other hosts",
    chosen: "An association says yes to you",
    "passed-over": "An association has chosen other hosts",
    result: "A joint proposal waits for your agreement",
    declined: "An association has said no to your proposal: here is why",
    accepted: "An association accepts your proposal",
    over: "A request to several hosts is over",
    read: "Read it and answer, at the desk:",
  },
};

const words: Record<Language, typeof fr> = { fr, en };
