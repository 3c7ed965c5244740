import type { Language } from "../foundation/language.ts";
import { deskLetterText, letterText, textOf } from "../foundation/letter-words.ts";
import type { Letter } from "../foundation/mail.ts";
import type { AskingHeard, AskingReceived } from "./events.ts";
import type { HostNews } from "./host-news.ts";
import type { Asking } from "./together.ts";

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
  const parts = [word.confirm, `${word.confirmLink}\n\n${link}`, word.private, word.notYou];
  return { to, subject: word.confirmSubject, text: letterText(language, parts) };
}

/** What has happened, to whoever asks, with the private link. */
export function heardLetter({ to, link, asking }: LetterFacts, what: Told): Letter {
  const word = words[asking.language];
  const parts = [`${word.told[what]}.`, `${word.follow}\n\n${link}`, word.private];
  return { to, subject: word.told[what], text: letterText(asking.language, parts) };
}

/** An association asks a host that is reached by letter; how to reach the association does not stand here. */
export function hostLetter(
  { to, link, asking, from }: LetterFacts & { readonly from: string },
  news: HostNews,
): Letter {
  const word = words[asking.language].host;
  const text = letterText(asking.language, [...hostParts({ link, asking }, news), word.why(from)]);
  return { to, subject: word.subjects[news](asking.name), text };
}

/** The same as a private message on the Fediverse: there one sees who sends it. */
export const hostMessage = (facts: Omit<LetterFacts, "to">, news: HostNews): string => textOf(hostParts(facts, news));

function hostParts({ link, asking }: Omit<LetterFacts, "to">, news: HostNews): readonly (string | null)[] {
  const word = words[asking.language].host;
  const need = news === "ask" ? `«\u00a0${asking.need.slice(0, 600)}\u00a0»` : null;
  const said = asking.language === "en" && need !== null ? `“${asking.need.slice(0, 600)}”` : need;
  const page = `${news === "ask" || news === "result" ? word.answer : word.page}\n\n${link}`;
  return [word.texts[news](asking.name), said, page, word.private];
}

/** What our own host is told by letter; who asks stands at the desk. */
export function receivedLetter(
  { to, page, language }: { to: string; page: string; language: Language },
  what: AskingReceived["what"],
): Letter {
  const word = words[language].received;
  return { to, subject: word[what], text: deskLetterText(language, [`${word[what]}.`], page) };
}

const fr = {
  confirmSubject: "Votre demande à plusieurs hébergeurs attend votre accord",
  confirm:
    "Une demande à plusieurs hébergeurs a été préparée avec cette adresse. Rien n’est encore parti\u00a0: relisez-la, puis envoyez-la.",
  confirmLink: "Votre lien privé, pour la relire, l’envoyer, la suivre ou l’effacer\u00a0:",
  private: "Quiconque a ce lien peut lire la demande et agir à votre place\u00a0: ne le transmettez pas.",
  notYou: "Ce n’est pas vous\u202f? Ne faites rien\u00a0: rien ne partira.",
  follow: "Pour lire la suite et décider, voici votre lien privé\u00a0:",
  told: {
    answer: "Un hébergeur a répondu à votre demande",
    proposal: "Un hébergeur souhaite qu’un autre se joigne à lui\u00a0: à vous de dire oui ou non",
    result: "Une proposition commune est prête\u00a0: à vous de la lire",
    "result-broken": "Une proposition commune ne tient plus\u00a0: voici pourquoi",
    agreed: "Un partenaire a donné son accord à la proposition commune",
    refused: "Aucun des hébergeurs ne peut répondre à votre demande\u00a0: leurs raisons vous attendent",
    "let-through": "Votre demande est partie chez les hébergeurs",
    "sent-back": "Votre demande n’est pas partie\u00a0: la raison et ce que vous pouvez changer vous attendent",
    expired: "Votre demande à plusieurs hébergeurs a pris fin\u00a0: son délai est passé",
    "lead-left": "L’hébergeur chef de file se retire\u00a0: à vous d’en choisir un autre",
  } satisfies Record<Told, string>,
  host: {
    subjects: {
      ask: (name) => `Demande de l’association «\u00a0${name}\u00a0», à vous et à d’autres hébergeurs`,
      lead: (name) => `L’association «\u00a0${name}\u00a0» vous choisit comme chef de file`,
      partner: (name) => `L’association «\u00a0${name}\u00a0» souhaite que vous participiez`,
      result: (name) => `Une proposition commune pour l’association «\u00a0${name}\u00a0» attend votre accord`,
      led: (name) => `L’association «\u00a0${name}\u00a0» a choisi d’autres hébergeurs`,
      declined: (name) => `L’association «\u00a0${name}\u00a0» dit non à la proposition`,
      accepted: (name) => `L’association «\u00a0${name}\u00a0» accepte la proposition`,
      over: (name) => `La demande de l’association «\u00a0${name}\u00a0» est terminée`,
      withdraw: (name) => `L’association «\u00a0${name}\u00a0» retire sa demande`,
    } satisfies Record<HostNews, (name: string) => string>,
    texts: {
      ask: (name) =>
        `L’association «\u00a0${name}\u00a0» demande à plusieurs hébergeurs s’ils pourraient répondre ensemble à ce besoin\u00a0:`,
      lead: (name) =>
        `L’association «\u00a0${name}\u00a0» vous choisit comme chef de file. Ses coordonnées sont sur votre page privée.`,
      partner: (name) =>
        `L’association «\u00a0${name}\u00a0» souhaite que vous participiez avec l’hébergeur chef de file.`,
      result: (name) =>
        `L’hébergeur chef de file a écrit la proposition commune pour l’association «\u00a0${name}\u00a0». Dites si vous êtes d’accord.`,
      led: (name) =>
        `L’association «\u00a0${name}\u00a0» a choisi d’autres hébergeurs pour la suite. Merci d’avoir répondu.`,
      declined: (name) =>
        `L’association «\u00a0${name}\u00a0» dit non à la proposition. Sa raison est sur votre page privée.`,
      accepted: (name) =>
        `L’association «\u00a0${name}\u00a0» accepte la proposition. À vous de vous mettre au travail ensemble.`,
      over: (name) =>
        `La demande de l’association «\u00a0${name}\u00a0» est terminée\u00a0: rien n’est plus attendu de vous.`,
      withdraw: (name) =>
        `L’association «\u00a0${name}\u00a0» retire sa demande\u00a0: rien n’est plus attendu de vous.`,
    } satisfies Record<HostNews, (name: string) => string>,
    answer: "Pour la lire et répondre, sans compte, voici votre page privée\u00a0:",
    page: "Tout est sur votre page privée\u00a0:",
    private: "Quiconque a ce lien peut répondre à votre place\u00a0: ne le transmettez pas.",
    why: (from: string) => `${from} transmet la demande. Votre adresse a été donnée pour elle, et ne sert qu’à cela.`,
  },
  received: {
    asked: "Une association fait une demande à plusieurs hébergeurs, dont vous",
    chosen: "Une association veut aller plus loin avec vous",
    "passed-over": "Une association a choisi d’autres hébergeurs",
    result: "Une proposition commune attend votre accord",
    declined: "Une association a dit non à votre proposition\u00a0: voici pourquoi",
    accepted: "Une association accepte votre proposition",
    over: "Une demande à plusieurs hébergeurs est terminée",
  } satisfies Record<AskingReceived["what"], string>,
};

const en: typeof fr = {
  confirmSubject: "What you ask of several hosts waits for your go-ahead",
  confirm:
    "A request to several hosts was prepared with this address. Nothing has been sent yet: check it, then send it.",
  confirmLink: "Your private link, to read it again, send it, follow it or erase it:",
  private: "Whoever has this link can read the request and act in your place: do not pass it on.",
  notYou: "Was it not you? Do nothing: nothing will leave.",
  follow: "To read on and decide, here is your private link:",
  told: {
    answer: "A host has answered your request",
    proposal: "A host would like another one to join: it is for you to say yes or no",
    result: "A joint proposal is ready for you to read",
    "result-broken": "A joint proposal holds no longer: here is why",
    agreed: "A partner has agreed to the joint proposal",
    refused: "None of the hosts can take up your request: their reasons wait for you",
    "let-through": "Your request has left for the hosts",
    "sent-back": "Your request has not left: the reason, and what you can change, wait for you",
    expired: "Your request to several hosts has ended: its time is over",
    "lead-left": "The host in the lead steps back: it is for you to choose another",
  },
  host: {
    subjects: {
      ask: (name) => `The association “${name}” asks you and other hosts`,
      lead: (name) => `The association “${name}” chooses you to lead`,
      partner: (name) => `The association “${name}” would like you to take part`,
      result: (name) => `A joint proposal for the association “${name}” waits for your agreement`,
      led: (name) => `The association “${name}” has chosen other hosts`,
      declined: (name) => `The association “${name}” says no to the proposal`,
      accepted: (name) => `The association “${name}” accepts the proposal`,
      over: (name) => `What the association “${name}” asked is over`,
      withdraw: (name) => `The association “${name}” takes its request back`,
    },
    texts: {
      ask: (name) => `The association “${name}” asks several hosts whether they could see to this together:`,
      lead: (name) => `The association “${name}” chooses you to lead. How to reach it stands on your private page.`,
      partner: (name) => `The association “${name}” would like you to take part with the host in the lead.`,
      result: (name) =>
        `The host in the lead has written the joint proposal for the association “${name}”. Say whether you agree.`,
      led: (name) => `The association “${name}” has chosen other hosts to go on with. Thank you for your answer.`,
      declined: (name) => `The association “${name}” says no to the proposal. Its reason stands on your private page.`,
      accepted: (name) => `The association “${name}” accepts the proposal. Now it is for you to get to work together.`,
      over: (name) => `What the association “${name}” asked is over: nothing is expected of you any more.`,
      withdraw: (name) => `The association “${name}” takes its request back: nothing is expected of you any more.`,
    },
    answer: "To read it and answer, without an account, here is your private page:",
    page: "All of it is on your private page:",
    private: "Whoever has this link can answer in your place: do not pass it on.",
    why: (from) => `${from} passes the request on. Your address was given for it, and serves for nothing else.`,
  },
  received: {
    asked: "An association asks several hosts, you among them",
    chosen: "An association would like to go further with you",
    "passed-over": "An association has chosen other hosts",
    result: "A joint proposal waits for your agreement",
    declined: "An association has said no to your proposal: here is why",
    accepted: "An association accepts your proposal",
    over: "A request to several hosts is over",
  },
};

const words: Record<Language, typeof fr> = { fr, en };
