import type { Language } from "../foundation/language.ts";
import type { ContactRefusal } from "./mail-form.ts";
import type { ReadingRefusal } from "./readers.ts";
import { days } from "./watch.ts";

/** Why something that was sent is here again, not being wrong in itself. */
export type NotSent =
  | "robot"
  | "stale"
  | "too-many-from-here"
  | "too-many-watches"
  | "search-too-long"
  | ReadingRefusal;

interface Notice {
  readonly title: string;
  readonly text: string;
}

const fr = {
  directory: "Annuaire",
  title: "Être prévenu quand une place s’ouvre",
  lead: "Trois façons de l’apprendre, sans revenir voir. Aucune ne demande de compte ici.",
  search: "Votre recherche",
  everything: "Toutes les offres de l’annuaire",
  seeSearch: "Voir ce qui correspond aujourd’hui",
  ways: { follow: "Suivre un compte", mail: "Recevoir un courriel", feed: "Lire un flux" },
  followText:
    "Vous avez un compte Mastodon, Mobilizon ou PeerTube\u202f? Un compte peut veiller pour vous sur cette recherche. Il écrit quand une offre qui correspond s’ouvre ou s’ajoute, et rien d’autre.",
  start: "Ouvrir le compte à suivre",
  startHint: "Il sera là pour toutes les personnes qui font la même recherche.",
  followReady: (name: string) => `Un compte veille sur cette recherche\u00a0: @${name}. Suivez-le depuis chez vous.`,
  followStop: `Pour arrêter, ne le suivez plus. Sans abonné pendant ${days.alone} jours, il disparaît.`,
  mailText: "Un courriel par jour au plus, et seulement quand il y a du nouveau.",
  mailNotHere: (host: string) =>
    `${host} n’envoie pas de courriel pour l’instant. Suivez le compte, ou lisez le flux\u00a0: ils disent la même chose.`,
  email: "Votre adresse de courriel",
  emailHint: "Un premier courriel vous demandera de confirmer. Par exemple contact@association.org.",
  emailRefusals: {
    "contact-missing": "Il manque votre adresse. Par exemple contact@association.org.",
    "contact-malformed": "Nous n’arrivons pas à lire cette adresse. Par exemple contact@association.org.",
  } satisfies Record<ContactRefusal, string>,
  subscribe: "M’écrire quand ça s’ouvre",
  feedText: "Avec un lecteur de flux (Thunderbird, NetNewsWire…), les mêmes nouvelles, sans rien donner de vous.",
  feedLink: "Le flux Atom de cette recherche",
  kept: "Ce que nous gardons",
  keptList: [
    "La recherche elle-même, sans votre nom.",
    "Si vous suivez le compte\u00a0: l’adresse publique de votre compte, le temps que vous le suivez.",
    `Si vous demandez des courriels\u00a0: votre adresse, jusqu’à ce que vous arrêtiez, d’un clic dans chaque courriel. Sans confirmation, elle est effacée après ${days.unconfirmed} jours.`,
    "Si vous lisez le flux\u00a0: rien.",
  ],
  done: {
    started: (name: string) => `Le compte @${name} est prêt. Il ne reste qu’à le suivre.`,
    asked:
      "Si cette adresse est la vôtre, un courriel y arrive dans quelques minutes. Ouvrez le lien qu’il contient pour confirmer.",
  },
  said: "Ce qu’il a dit",
  accountLead: "Ce compte veille sur une recherche de l’annuaire.",
  otherWays: "Les autres façons d’être prévenu",
  notSent: {
    robot: {
      title: "Rien n’est encore parti",
      text: "L’envoi ressemblait à celui d’un robot\u00a0: rempli en un instant, ou dans un champ que personne ne voit. Essayez de nouveau\u202f; ce que vous avez écrit est toujours là.",
    },
    stale: {
      title: "Rien n’est encore parti",
      text: "Cette page était ouverte depuis longtemps. Essayez de nouveau\u202f; ce que vous avez écrit est toujours là.",
    },
    "too-many-from-here": {
      title: "Rien n’est parti",
      text: "Beaucoup de recherches sont parties de chez vous, ou de votre réseau, en peu de temps. Essayez de nouveau dans une heure, ou lisez le flux.",
    },
    "too-many-watches": {
      title: "Le compte n’a pas pu s’ouvrir",
      text: "Ce site veille déjà sur autant de recherches qu’il le peut. Essayez un autre site de l’essaim\u00a0: l’annuaire y est le même. Le flux, lui, marche toujours.",
    },
    "search-too-long": {
      title: "Cette recherche est trop longue",
      text: "Retirez quelques mots ou quelques filtres, puis essayez de nouveau.",
    },
    "too-many-letters": {
      title: "Rien n’est parti",
      text: "Plusieurs courriels de confirmation sont déjà partis aujourd’hui vers cette adresse. Ouvrez l’un d’eux, ou revenez demain.",
    },
    "too-many-readers": {
      title: "Rien n’est parti",
      text: "Ce site écrit déjà à autant de personnes qu’il le peut. Suivez le compte, ou lisez le flux\u00a0: ils disent la même chose.",
    },
  } satisfies Record<NotSent, Notice>,
  letters: {
    confirmTitle: "Recevoir ces courriels",
    confirmText: "Un courriel par jour au plus, quand une offre qui correspond s’ouvre ou s’ajoute.",
    confirm: "Oui, m’écrire",
    notMe: "Ce n’est pas moi\u00a0: effacer cette adresse",
    confirmedTitle: "C’est noté",
    confirmedText:
      "Vous recevrez un courriel quand une offre qui correspond s’ouvre ou s’ajoute. Chaque courriel permet d’arrêter.",
    endTitle: "Ne plus recevoir ces courriels",
    endText: "Votre adresse sera effacée tout de suite.",
    end: "Arrêter et effacer mon adresse",
    endedTitle: "Votre adresse est effacée",
    endedText: "Plus aucun courriel ne partira pour cette recherche.",
    goneTitle: "Ce lien ne sert plus",
    goneText: `L’adresse a été effacée\u00a0: sans confirmation, rien n’est gardé plus de ${days.unconfirmed} jours. Vous pouvez recommencer depuis l’annuaire.`,
    toDirectory: "Aller à l’annuaire",
  },
};

const en: typeof fr = {
  directory: "Directory",
  title: "Be told when a place opens",
  lead: "Three ways to hear of it without coming back to look. None asks for an account here.",
  search: "Your search",
  everything: "All offers of the directory",
  seeSearch: "See what fits today",
  ways: { follow: "Follow an account", mail: "Get a letter by e-mail", feed: "Read a feed" },
  followText:
    "Do you have a Mastodon, Mobilizon or PeerTube account? An account can watch this search for you. It writes when an offer that fits opens or is added, and nothing else.",
  start: "Open the account to follow",
  startHint: "It will be there for everyone who searches for the same.",
  followReady: (name) => `An account watches this search: @${name}. Follow it from your own server.`,
  followStop: `To stop, unfollow it. Without a follower for ${days.alone} days, it is gone.`,
  mailText: "One letter a day at most, and only when there is something new.",
  mailNotHere: (host) =>
    `${host} does not send e-mail for now. Follow the account, or read the feed: they say the same.`,
  email: "Your e-mail address",
  emailHint: "A first letter will ask you to confirm. For example contact@association.org.",
  emailRefusals: {
    "contact-missing": "Your address is missing. For example contact@association.org.",
    "contact-malformed": "We cannot read this address. For example contact@association.org.",
  },
  subscribe: "Write to me when it opens",
  feedText: "In a feed reader (Thunderbird, NetNewsWire…), the same news, and you give nothing of yourself.",
  feedLink: "The Atom feed of this search",
  kept: "What we keep",
  keptList: [
    "The search itself, without your name.",
    "If you follow the account: the public address of your account, as long as you follow.",
    `If you ask for letters: your address, until you stop, with one click in each letter. Without confirmation it is erased after ${days.unconfirmed} days.`,
    "If you read the feed: nothing.",
  ],
  done: {
    started: (name) => `The account @${name} is ready. All that is left is to follow it.`,
    asked: "If this address is yours, a letter arrives there within minutes. Open the link in it to confirm.",
  },
  said: "What it said",
  accountLead: "This account watches a search of the directory.",
  otherWays: "The other ways to be told",
  notSent: {
    robot: {
      title: "Nothing was sent yet",
      text: "It looked like a robot: filled in within a moment, or in a field that nobody sees. Try again; what you wrote is still there.",
    },
    stale: {
      title: "Nothing was sent yet",
      text: "This page had been open for a long time. Try again; what you wrote is still there.",
    },
    "too-many-from-here": {
      title: "Nothing was sent",
      text: "Many searches were sent from where you are, or from your network, in a short time. Try again in an hour, or read the feed.",
    },
    "too-many-watches": {
      title: "The account could not be opened",
      text: "This site watches as many searches as it can already. Try another site of the swarm: the directory is the same there. The feed always works.",
    },
    "search-too-long": {
      title: "This search is too long",
      text: "Take out a few words or filters, then try again.",
    },
    "too-many-letters": {
      title: "Nothing was sent",
      text: "Several letters that ask to confirm were sent to this address today. Open one of them, or come back tomorrow.",
    },
    "too-many-readers": {
      title: "Nothing was sent",
      text: "This site writes to as many people as it can already. Follow the account, or read the feed: they say the same.",
    },
  },
  letters: {
    confirmTitle: "Get these letters",
    confirmText: "One letter a day at most, when an offer that fits opens or is added.",
    confirm: "Yes, write to me",
    notMe: "It was not me: erase this address",
    confirmedTitle: "It is noted",
    confirmedText: "You will get a letter when an offer that fits opens or is added. Each letter lets you stop.",
    endTitle: "Stop getting these letters",
    endText: "Your address will be erased at once.",
    end: "Stop and erase my address",
    endedTitle: "Your address is erased",
    endedText: "No letter will leave for this search any more.",
    goneTitle: "This link is of no use any more",
    goneText: `The address was erased: without confirmation nothing is kept longer than ${days.unconfirmed} days. You can begin anew from the directory.`,
    toDirectory: "Go to the directory",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
