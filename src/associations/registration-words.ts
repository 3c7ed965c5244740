import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Ouvrir un compte pour votre association",
  lead: (host: string) =>
    `Un seul compte, chez ${host}, pour demander, promettre et suivre des hébergeurs, ici et sur les autres serveurs.`,
  name: "Nom de l’association",
  presentation: "Que faites-vous\u202f?",
  presentationHint: "Deux ou trois phrases, pour que nous sachions qui vous êtes.",
  emailHint: "Vous entrez avec elle. Personne d’autre ne la voit.",
  submit: "Ouvrir le compte",
  next: "Ce qui va se passer",
  steps: {
    mail: "Un courriel arrive à votre adresse. Son lien vous fait entrer, sans mot de passe à retenir.",
    approval: (host: string) => `${host} lit votre inscription. En attendant, vous pouvez déjà préparer une annonce.`,
    open: "Votre compte sert tout de suite.",
    people: "Vous invitez d’autres personnes de l’association quand vous voulez.",
  },
  kept: "Ce que nous gardons",
  keptText:
    "Ce que vous écrivez ici, jusqu’à ce que vous fermiez le compte. Une inscription que personne ne confirme est oubliée après sept jours.",
  already: "Vous avez déjà un compte\u202f?",
  signIn: "Se connecter",
  elsewhere: "Votre association est déjà sur Mastodon ou un autre serveur\u202f?",
  withOwn: "Entrer avec ce compte-là",
  closedTitle: "Pas de nouveau compte ici",
  closedText: (host: string) =>
    `${host} n’ouvre pas de compte pour des associations en ce moment. Vous pouvez entrer avec un compte d’un autre serveur.`,
  notSent: {
    robot: {
      title: "Ce n’est pas encore parti",
      text: "Le formulaire a été envoyé plus vite qu’on ne l’écrit. Tout est resté\u00a0: envoyez-le de nouveau.",
    },
    stale: {
      title: "Cette page était ouverte depuis longtemps",
      text: "Tout ce que vous aviez écrit est resté\u00a0: envoyez de nouveau.",
    },
    "too-many": {
      title: "Beaucoup d’inscriptions sont parties de chez vous",
      text: "De chez vous, ou de votre réseau. Rien n’est perdu\u00a0: envoyez de nouveau dans une heure.",
    },
  },
};

const en: typeof fr = {
  title: "Open an account for your association",
  lead: (host) => `One account, at ${host}, to ask, promise and follow hosts, here and on other servers.`,
  name: "Name of the association",
  presentation: "What do you do?",
  presentationHint: "Two or three sentences, so that we know who you are.",
  emailHint: "You enter with it. Nobody else sees it.",
  submit: "Open the account",
  next: "What will happen",
  steps: {
    mail: "A letter comes to your address. Its link lets you in, with no password to remember.",
    approval: (host) => `${host} reads your registration. Meanwhile you can prepare a request.`,
    open: "Your account works at once.",
    people: "You invite other people of the association when you like.",
  },
  kept: "What we keep",
  keptText:
    "What you write here, until you close the account. A registration that nobody confirms is forgotten after seven days.",
  already: "Do you have an account already?",
  signIn: "Sign in",
  elsewhere: "Is your association on Mastodon or another server already?",
  withOwn: "Come in with that account",
  closedTitle: "No new accounts here",
  closedText: (host) =>
    `${host} opens no accounts for associations at the moment. You can come in with an account of another server.`,
  notSent: {
    robot: {
      title: "It has not left yet",
      text: "The form was sent faster than anybody writes. Everything is still there: send it again.",
    },
    stale: {
      title: "This page was open for a long time",
      text: "All that you wrote is still there: send it again.",
    },
    "too-many": {
      title: "Many registrations left from your place",
      text: "From your place, or your network. Nothing is lost: send it again in an hour.",
    },
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
