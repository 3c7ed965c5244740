import type { Language } from "../foundation/language.ts";
import type { FindRefusal, Followed } from "./following.ts";

const fr = {
  title: "Abonnements",
  lead: "Les hébergeurs, offres, portails et autres comptes que votre association suit, ici ou sur un autre serveur.",
  address: "Qui suivre",
  addressHint: "Une adresse comme @nom@serveur.org, ou celle d’une page. Sur les pages de ce site, un bouton suffit.",
  submit: "Suivre",
  directory: "Chercher un hébergeur dans l’annuaire",
  explain:
    "Pour suivre, l’association a un compte que les autres serveurs connaissent. Il est créé au premier abonnement\u202f; tant que le profil n’est pas public, il ne montre que son nom, et personne ne le trouve en cherchant.",
  notYet: "Votre association n’est pas encore acceptée\u00a0: suivre viendra ensuite.",
  who: "Compte",
  state: "État",
  since: "Depuis",
  states: {
    requested: "attend sa réponse",
    accepted: "suivi",
    rejected: "a refusé",
  } satisfies Record<Followed["state"], string>,
  stop: "Ne plus suivre",
  stopNamed: (name: string) => `Ne plus suivre ${name}`,
  none: "Vous ne suivez personne pour l’instant.",
  done: {
    followed: "C’est fait\u00a0: ses nouvelles arriveront ici.",
    asked: "La demande est partie.",
    stopped: "Vous ne suivez plus ce compte.",
  },
  tooMany: "Vous suivez déjà 500 comptes. Arrêtez-en un d’abord.",
  refusals: {
    "address-missing": "Il manque une adresse. Par exemple @nom@serveur.org.",
    "address-malformed": "Nous n’arrivons pas à lire cette adresse. Par exemple @nom@serveur.org.",
    "nobody-there": "Il n’y a là aucun compte que l’on puisse suivre. Vérifiez l’adresse.",
    unreachable: "Ce serveur ne répond pas. Vérifiez son nom, ou revenez dans quelques minutes.",
    "domain-blocked": "Ce site n’échange pas avec ce serveur.",
    "own-account": "C’est le compte de votre association.",
  } satisfies Record<FindRefusal, string>,
};

const en: typeof fr = {
  title: "Following",
  lead: "The hosts, offers, portals and other accounts that your association follows, here or on another server.",
  address: "Whom to follow",
  addressHint: "An address like @name@server.org, or that of a page. On the pages of this site, a button is enough.",
  submit: "Follow",
  directory: "Look for a host in the directory",
  explain:
    "To follow, the association has an account that other servers know. It is made with the first one you follow; while the profile is not public, it shows the name alone, and nobody finds it by searching.",
  notYet: "Your association is not accepted yet: following comes after.",
  who: "Account",
  state: "State",
  since: "Since",
  states: { requested: "waits for an answer", accepted: "followed", rejected: "has refused" },
  stop: "Unfollow",
  stopNamed: (name) => `Unfollow ${name}`,
  none: "You follow nobody so far.",
  done: {
    followed: "Done: its news will come here.",
    asked: "The request has left.",
    stopped: "You follow this account no more.",
  },
  tooMany: "You follow 500 accounts already. Stop one first.",
  refusals: {
    "address-missing": "An address is missing. For example @name@server.org.",
    "address-malformed": "We cannot read this address. For example @name@server.org.",
    "nobody-there": "There is no account there that can be followed. Check the address.",
    unreachable: "This server does not answer. Check its name, or come back in a few minutes.",
    "domain-blocked": "This site does not exchange with that server.",
    "own-account": "This is the account of your association.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
