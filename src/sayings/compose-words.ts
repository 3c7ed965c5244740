import type { Language } from "../foundation/language.ts";
import type { AccountRefusal } from "../web/account.ts";

/** Why somebody cannot be led to the composer of their server. */
export type ComposeRefusal = AccountRefusal | "no-template" | "unreachable" | "text-missing";

const fr = {
  ask: {
    title: "Demander depuis mon compte",
    lead: "Écrivez votre demande avec votre compte du Fédivers, comme un message ordinaire. Rien à créer ici, rien à installer.",
    steps: [
      "Nous ouvrons votre serveur, avec la phrase déjà écrite. Vous la changez comme vous voulez et vous l’envoyez.",
      "Notre compte vous répond avec ce qu’il a compris et un lien.",
      "Derrière le lien, vous vérifiez et vous publiez. Avant cela, rien n’est publié.",
    ],
    sentence: (intake: string) =>
      `${intake} Nous cherchons à financer à plusieurs un Nextcloud, 600\u00a0€ par an, avant le 31 janvier. Qui participe\u202f? #FondsGroupe`,
    form: "Remplir plutôt le formulaire",
  },
  promise: {
    title: "Participer depuis mon compte",
    lead: (title: string) =>
      `Pour «\u00a0${title}\u00a0», répondez avec votre compte du Fédivers, comme à un message ordinaire.`,
    steps: [
      "Nous ouvrons votre serveur, avec la phrase déjà écrite. Mettez-y votre montant et envoyez-la.",
      "Le compte de l’annonce vous répond avec ce qu’il a compris et un lien.",
      "Derrière le lien, vous confirmez. Avant cela, rien n’est promis\u202f; et une promesse n’est pas un paiement.",
    ],
    sentence: (campaign: string) => `${campaign} Je participe 20\u00a0€ #FondsGroupe`,
    form: "Remplir plutôt le formulaire",
  },
  account: "Votre adresse du Fédivers",
  accountHint: "Par exemple @association@serveur.org",
  text: "Ce que vous écrirez",
  textHint: "Gardez le nom du compte au début\u00a0: c’est à lui que vous écrivez.",
  submit: "Écrire depuis mon compte",
  follow: "Suivre l’annonce ou la partager",
  followLead: "Suivre ce compte, c’est lire sur votre serveur ce que devient l’annonce.",
  boost: "Partager l’annonce",
  boostLead:
    "Votre serveur ouvre le message de l’annonce\u00a0: vous pouvez le partager, y répondre, l’aimer. C’est de l’intérêt, pas une promesse.",
  copy: "Pour le faire à la main, copiez cette phrase et envoyez-la depuis votre serveur\u00a0:",
  toServer: (host: string) => `Ouvrir ${host}`,
  refusals: {
    "account-missing": "Il manque votre adresse. Par exemple @association@serveur.org.",
    "at-sign-missing": "Il manque un «\u00a0@\u00a0» et le nom de votre serveur. Par exemple @association@serveur.org.",
    "account-malformed": "Nous n’arrivons pas à lire cette adresse. Par exemple @association@serveur.org.",
    "no-template":
      "Votre serveur ne se laisse pas ouvrir avec un texte déjà écrit. Copiez la phrase ci-dessous et envoyez-la depuis chez vous.",
    unreachable:
      "Votre serveur ne répond pas. Vérifiez son nom, ou copiez la phrase ci-dessous et envoyez-la depuis chez vous.",
    "text-missing": "Écrivez quelques mots.",
  } satisfies Record<ComposeRefusal, string>,
  boostRefusals: {
    "no-template":
      "Votre serveur ne se laisse pas ouvrir d’ici. Copiez l’adresse ci-dessous et cherchez-la depuis votre serveur.",
    unreachable:
      "Votre serveur ne répond pas. Vérifiez son nom, ou copiez l’adresse ci-dessous et cherchez-la depuis votre serveur.",
  } satisfies Partial<Record<ComposeRefusal, string>>,
};

const en: typeof fr = {
  ask: {
    title: "Ask from my own account",
    lead: "Write your request with your account of the Fediverse, like any message. Nothing to create here, nothing to install.",
    steps: [
      "We open your server, with the sentence written already. Change it as you like, and send it.",
      "Our account answers with what it understood, and a link.",
      "Behind the link, you check and publish. Before that, nothing is published.",
    ],
    sentence: (intake) =>
      `${intake} We want to fund a Nextcloud together, €600 a year, before 31 January. Who joins? #FondsGroupe`,
    form: "Fill in the form instead",
  },
  promise: {
    title: "Take part from my own account",
    lead: (title) => `For “${title}”, answer with your account of the Fediverse, like any message.`,
    steps: [
      "We open your server, with the sentence written already. Put your amount in it, and send it.",
      "The account of the request answers with what it understood, and a link.",
      "Behind the link, you confirm. Before that, nothing is pledged; and a pledge is no payment.",
    ],
    sentence: (campaign) => `${campaign} I will give €20 #FondsGroupe`,
    form: "Fill in the form instead",
  },
  account: "Your Fediverse address",
  accountHint: "For example @association@server.org",
  text: "What you will write",
  textHint: "Keep the name of the account at the beginning: you write to it.",
  submit: "Write from my account",
  follow: "Follow the request or boost it",
  followLead: "If you follow this account, you read on your server what becomes of the request.",
  boost: "Boost the request",
  boostLead:
    "Your server opens the message of the request: you can boost it, answer it, like it. That is interest, no pledge.",
  copy: "To do it by hand, copy this sentence and send it from your server:",
  toServer: (host) => `Open ${host}`,
  refusals: {
    "account-missing": "Your address is missing. For example @association@server.org.",
    "at-sign-missing": "An “@” and the name of your server are missing. For example @association@server.org.",
    "account-malformed": "We cannot read this address. For example @association@server.org.",
    "no-template":
      "Your server cannot be opened with a text in it. Copy the sentence below and send it from your own place.",
    unreachable:
      "Your server does not answer. Check its name, or copy the sentence below and send it from your own place.",
    "text-missing": "Write a few words.",
  },
  boostRefusals: {
    "no-template": "Your server cannot be opened from here. Copy the address below and search for it on your server.",
    unreachable:
      "Your server does not answer. Check its name, or copy the address below and search for it on your server.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
