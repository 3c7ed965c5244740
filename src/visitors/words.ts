import type { Language } from "../foundation/language.ts";
import type { AccountRefusal } from "../web/account.ts";
import type { LeadRefusal, ReturnRefusal } from "./visitors.ts";

/** Why the form is here again. */
export type SignInRefusal =
  | AccountRefusal
  | LeadRefusal
  | ReturnRefusal
  | "code-spent"
  | "too-many-from-here"
  | "too-many-there";

const example = "@association@serveur.org";

const fr = {
  title: "Entrer avec votre compte",
  lead: "Vous avez un compte Mastodon, Mobilizon, PeerTube, ou ailleurs sur le Fédivers\u202f? Il suffit\u00a0: rien à créer ici, aucun mot de passe à donner.",
  account: "Votre adresse",
  accountHint: `Par exemple ${example}. L’adresse de votre profil ou le nom de votre serveur vont aussi.`,
  submit: "Continuer sur mon serveur",
  byMessage: "Plutôt par un message",
  next: "Ce qui va se passer",
  steps: [
    "Votre serveur s’ouvre et vous demande si nous pouvons savoir qui vous êtes.",
    "Si vous acceptez, il nous dit votre nom et votre adresse. Nous ne lisons pas vos messages, et nous ne pouvons rien écrire à votre place.",
    "Nous rendons aussitôt cette permission, et vous revenez ici.",
  ],
  other:
    "Votre serveur n’a pas de page pour cela\u202f? Nous vous donnons un code, que vous nous envoyez depuis votre compte.",
  kept: "Ce que nous gardons",
  keptText:
    "Votre nom et votre adresse, tant que vous êtes là\u00a0: jusqu’à votre départ, ou un jour sans visite, et sept jours au plus.",
  none: "Votre association n’a de compte nulle part\u202f?",
  noneText: "Elle peut en avoir un ici.",
  noneNew: "L’ouvrir",
  noneIn: "Entrer avec lui",
  left: "Vous êtes parti d’ici",
  leftText: "Nous ne gardons plus rien de cette visite.",
  refusals: {
    "account-missing": `Il manque votre adresse. Par exemple ${example}.`,
    "at-sign-missing": `Il manque un «\u00a0@\u00a0» et le nom de votre serveur. Par exemple ${example}.`,
    "account-malformed": `Nous n’arrivons pas à lire cette adresse. Par exemple ${example}.`,
    unreachable: "Ce serveur ne répond pas. Vérifiez son nom, ou revenez dans quelques minutes.",
    "not-fediverse":
      "Nous ne reconnaissons pas là un serveur du Fédivers. Écrivez votre adresse entière, par exemple @association@serveur.org.",
    "account-unknown": "Ce serveur ne connaît personne de ce nom. Vérifiez l’orthographe de votre adresse.",
    "account-needed":
      "Ce serveur ne peut pas nous dire qui vous êtes. Écrivez votre adresse entière, par exemple @association@serveur.org\u00a0: nous vous donnerons un code à nous envoyer.",
    "apps-refused":
      "Ce serveur n’accepte pas que d’autres sites lui demandent qui vous êtes. Choisissez «\u00a0Plutôt par un message\u00a0».",
    "domain-blocked": "Ce site n’échange pas avec ce serveur. Si vous pensez que c’est une erreur, écrivez-nous.",
    "own-address": "Cette adresse est la nôtre. Écrivez celle de votre compte, sur votre propre serveur.",
    declined: "Vous avez refusé sur votre serveur, et nous ne savons rien de vous. Vous pouvez essayer de nouveau.",
    "not-confirmed":
      "Ce retour ne vient pas d’une demande faite dans ce navigateur, ou elle date de plus de quinze minutes. Recommencez ici.",
    "server-refused":
      "Votre serveur n’a pas confirmé qui vous êtes. Essayez de nouveau, ou choisissez «\u00a0Plutôt par un message\u00a0».",
    "foreign-actor":
      "Ce serveur parle d’un compte qui est sur un autre serveur. Écrivez l’adresse entière de ce compte.",
    "actor-unknown":
      "Votre serveur ne montre pas ce compte aux autres serveurs. Nous ne pouvons donc pas le reconnaître.",
    "code-spent":
      "Ce code n’est plus valable\u00a0: quinze minutes sont passées, ou d’autres codes sont venus. Demandez-en un nouveau.",
    "too-many-from-here":
      "Beaucoup d’essais sont partis de chez vous, ou de votre réseau, en peu de temps. Revenez dans une heure.",
    "too-many-there": "Beaucoup de personnes entrent depuis ce serveur en ce moment. Revenez dans une heure.",
  } satisfies Record<SignInRefusal, string>,
  code: {
    title: "Envoyez-nous ce code",
    lead: (address: string) =>
      `Depuis votre compte ${address}, écrivez ce message. Nous vous reconnaîtrons à l’expéditeur\u00a0: personne d’autre ne peut l’envoyer à votre place.`,
    message: "Le message à copier",
    private: "Un message privé convient. Personne ici ne le lit\u00a0: il sert à cela seulement.",
    valid: "Le code sert une fois, pendant quinze minutes, dans ce navigateur.",
    warning: "N’envoyez que le code de cette page",
    warningText:
      "Si quelqu’un d’autre vous donne un code à nous envoyer, ne le faites pas\u00a0: cette personne entrerait ici sous votre nom.",
    sent: "C’est envoyé, entrer",
    again: "Recommencer avec une autre adresse",
    waiting: "Votre message n’est pas encore arrivé",
    waitingText: "Il met parfois une minute. Appuyez de nouveau sur le bouton.",
    other: "Un autre code est arrivé",
    otherText: "Copiez le message en entier et envoyez-le de nouveau.",
    tooMany: "Attendez une minute avant d’essayer de nouveau",
  },
  you: {
    title: (name: string) => `Bienvenue, ${name}`,
    lead: (address: string) => `Vous utilisez ici votre compte ${address}.`,
    profile: "Votre profil, sur votre serveur",
    out: "Partir d’ici",
    outEverywhere: "Partir de tous mes navigateurs",
    erase: {
      title: "Effacer ce que j’ai fait ici",
      text: "Votre nom, vos mots et vos adresses sont effacés tout de suite des annonces, des promesses et des réponses faites avec ce compte, et les serveurs qui les ont reçus sont priés de faire de même. Ce que vous avez promis reste compté, comme venant de quelqu’un. Vos messages se suppriment depuis votre propre serveur.",
      button: "Oui, tout effacer",
      running: "Rien n’a été effacé",
      runningText:
        "Une annonce que vous portez est encore en cours\u00a0: d’autres comptent sur elle. Terminez-la ou annulez-la d’abord.",
      see: "Voir vos annonces",
    },
  },
};

const enExample = "@association@server.org";

const en: typeof fr = {
  title: "Come in with your account",
  lead: "Do you have an account on Mastodon, Mobilizon, PeerTube or elsewhere on the Fediverse? That is enough: nothing to create here, no password to give.",
  account: "Your address",
  accountHint: `For example ${enExample}. The address of your profile or the name of your server will do too.`,
  submit: "Go on to my server",
  byMessage: "By a message instead",
  next: "What will happen",
  steps: [
    "Your server opens and asks you whether we may know who you are.",
    "If you agree, it tells us your name and address. We do not read your messages, and cannot write anything in your place.",
    "We give this permission back at once, and you come back here.",
  ],
  other: "Does your server have no page for that? We give you a code, which you send us from your account.",
  kept: "What we keep",
  keptText:
    "Your name and address, while you are here: until you leave, or after a day without a visit, and seven days at most.",
  none: "Has your association no account anywhere?",
  noneText: "It can have one here.",
  noneNew: "Open it",
  noneIn: "Come in with it",
  left: "You have left",
  leftText: "We keep nothing of this visit any more.",
  refusals: {
    "account-missing": `Your address is missing. For example ${enExample}.`,
    "at-sign-missing": `An “@” and the name of your server are missing. For example ${enExample}.`,
    "account-malformed": `We cannot read this address. For example ${enExample}.`,
    unreachable: "This server does not answer. Check its name, or come back in a few minutes.",
    "not-fediverse": `We do not recognise a server of the Fediverse there. Write your whole address, for example ${enExample}.`,
    "account-unknown": "This server knows nobody of that name. Check the spelling of your address.",
    "account-needed": `This server cannot tell us who you are. Write your whole address, for example ${enExample}: we will give you a code to send us.`,
    "apps-refused": "This server does not let other sites ask who you are. Choose “By a message instead”.",
    "domain-blocked": "This site does not exchange with that server. If you think this is a mistake, write to us.",
    "own-address": "This address is ours. Write that of your account, on your own server.",
    declined: "You refused on your server, and we know nothing of you. You can try again.",
    "not-confirmed":
      "This return does not come from a request made in this browser, or it is more than fifteen minutes old. Start again here.",
    "server-refused": "Your server did not confirm who you are. Try again, or choose “By a message instead”.",
    "foreign-actor":
      "This server speaks of an account that is on another server. Write the whole address of that account.",
    "actor-unknown": "Your server does not show this account to other servers, so we cannot recognise it.",
    "code-spent":
      "This code is not valid any more: fifteen minutes have passed, or other codes came. Ask for a new one.",
    "too-many-from-here": "Many tries came from your place, or your network, in a short time. Come back in an hour.",
    "too-many-there": "Many people are coming in from this server right now. Come back in an hour.",
  },
  code: {
    title: "Send us this code",
    lead: (address) =>
      `From your account ${address}, write this message. We recognise you by its sender: nobody else can send it in your place.`,
    message: "The message to copy",
    private: "A private message will do. Nobody here reads it: it serves for this only.",
    valid: "The code works once, for fifteen minutes, in this browser.",
    warning: "Only send the code of this page",
    warningText:
      "If somebody else gives you a code to send us, do not: that person would come in here under your name.",
    sent: "It is sent, let me in",
    again: "Start again with another address",
    waiting: "Your message has not arrived yet",
    waitingText: "It sometimes takes a minute. Press the button again.",
    other: "Another code arrived",
    otherText: "Copy the whole message and send it again.",
    tooMany: "Wait a minute before you try again",
  },
  you: {
    title: (name) => `Welcome, ${name}`,
    lead: (address) => `You are here with your account ${address}.`,
    profile: "Your profile, on your server",
    out: "Leave",
    outEverywhere: "Leave on all my browsers",
    erase: {
      title: "Erase what I did here",
      text: "Your name, words and addresses are erased at once from the requests, promises and answers made with this account, and the servers that got them are asked to do the same. What you promised still counts, as somebody’s. Your messages are deleted from your own server.",
      button: "Yes, erase everything",
      running: "Nothing was erased",
      runningText: "A request that you carry is still under way: others count on it. End or cancel it first.",
      see: "See your requests",
    },
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
