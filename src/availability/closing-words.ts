import type { Language } from "../foundation/language.ts";
import type { ClosingRefusal } from "./closing.ts";

const fr = {
  title: "Fermer",
  lead: "Un hébergeur s’arrête, et c’est dans l’ordre des choses. Ce qui compte\u00a0: le dire tôt, avec une date et une suite.",
  back: "Votre page d’hébergeur",
  ends: "Dernier jour",
  endsHint: "Le dernier jour où vos services fonctionnent. Trois mois laissent le temps de partir.",
  successor: "Qui prend la suite",
  successorHint: "Un nom ou une adresse. Vide, si personne ne reprend.",
  exitGuide: "Le guide de départ",
  exitGuideHint: "L’adresse d’une page qui dit comment récupérer ses données, et jusqu’à quand.",
  notice: "Ce que vous dites à celles et ceux qui vous suivent",
  noticeHint: "Quelques phrases simples\u00a0: pourquoi, et ce qu’il faut faire.",
  review: "Voir ce qui va se passer",
  reviewTitle: "Voici ce qui va se passer",
  reviewLead: "Rien n’est encore annoncé.",
  consequences: (day: string, offers: number, followers: number) => [
    offers === 0
      ? "Vous n’avez pas d’offre publiée\u00a0: aucune ne change d’état."
      : offers === 1
        ? `Votre offre publiée passe «\u00a0En cours d’arrêt\u00a0»\u00a0: plus personne de nouveau n’entre, jusqu’au ${day}.`
        : `Vos ${offers} offres publiées passent «\u00a0En cours d’arrêt\u00a0»\u00a0: plus personne de nouveau n’entre, jusqu’au ${day}.`,
    followers === 0
      ? "Personne ne suit encore votre compte\u202f; une note publique y paraît tout de même."
      : followers === 1
        ? "La personne qui suit votre compte reçoit une note publique."
        : `Les ${followers} comptes qui vous suivent reçoivent une note publique.`,
    "Votre accueil et votre page le disent au-dessus de tout le reste, et votre fiche sur les autres serveurs aussi.",
    `Vous pouvez changer la date ou revenir en arrière jusqu’au ${day}. Vos offres disent alors de nouveau ce qu’elles disaient.`,
    "Rien n’est effacé, ce jour-là non plus\u00a0: votre site reste lisible tant que vous le laissez allumé.",
  ],
  note: "La note que recevront celles et ceux qui vous suivent",
  announce: "Annoncer la fermeture",
  resume: "Reprendre",
  announced: "C’est annoncé",
  announcedText: "Vos offres et votre page le montrent déjà. La note part dans la minute.",
  withdrawn: "Vous restez ouverts",
  withdrawnText: "Vos offres disent de nouveau ce qu’elles disaient. Une note publique le fait savoir.",
  now: (day: string, announced: string) => `Vous fermez le ${day}. Annoncé le ${announced}.`,
  change: "Changer la date ou les textes",
  stay: "Rester ouverts, finalement",
  stayText:
    "Vos offres reprennent l’état qu’elles avaient, et celles et ceux qui vous suivent l’apprennent par une note.",
  over: (day: string) => `Vous avez fermé le ${day}.`,
  overText:
    "Ce jour est passé\u00a0: la fermeture ne se reprend plus ici. Laissez le site allumé aussi longtemps que possible, pour que chacun retrouve ses adresses.",
  administrators: "Seules les personnes qui administrent ce site peuvent annoncer une fermeture.",
  message: (day: string) => `Nous fermons le ${day}.`,
  refusals: {
    "ends-missing": "Il manque le dernier jour. Par exemple 31/03/2027.",
    "ends-in-the-past": "Ce jour est passé ou c’est aujourd’hui. Choisissez-en un à venir.",
    "already-closed": "Cette fermeture a eu lieu\u00a0: elle ne se change plus.",
  } satisfies Record<ClosingRefusal, string>,
  guideMalformed: "Ce n’est pas une adresse du web. Par exemple https://pomme.example/partir.",
  tooLong: "Ce texte est trop long\u00a0: 2 000 signes au plus.",
};

const en: typeof fr = {
  title: "Closing",
  lead: "Hosts stop, and that is in the order of things. What counts: to say so early, with a date and what comes after.",
  back: "Your host’s page",
  ends: "Last day",
  endsHint: "The last day on which your services run. Three months leave time to move.",
  successor: "Who takes over",
  successorHint: "A name or an address. Empty, if nobody does.",
  exitGuide: "The guide to leaving",
  exitGuideHint: "The address of a page that says how to get one’s data, and until when.",
  notice: "What you say to those who follow you",
  noticeHint: "A few plain sentences: why, and what there is to do.",
  review: "See what will happen",
  reviewTitle: "This is what will happen",
  reviewLead: "Nothing is announced yet.",
  consequences: (day, offers, followers) => [
    offers === 0
      ? "You have no published offer: none changes its state."
      : offers === 1
        ? `Your published offer becomes “Coming to an end”: nobody new gets in, until ${day}.`
        : `Your ${offers} published offers become “Coming to an end”: nobody new gets in, until ${day}.`,
    followers === 0
      ? "Nobody follows your account yet; a public note appears there all the same."
      : followers === 1
        ? "The one account that follows you gets a public note."
        : `The ${followers} accounts that follow you get a public note.`,
    "Your home and your page say so above everything else, and so does your profile on other servers.",
    `You can change the date or go back until ${day}. Your offers then say again what they said.`,
    "Nothing is erased, not on that day either: your site can be read as long as you leave it on.",
  ],
  note: "The note that those who follow you will get",
  announce: "Announce the closing",
  resume: "Go on writing",
  announced: "It is announced",
  announcedText: "Your offers and your page show it already. The note leaves within a minute.",
  withdrawn: "You stay open",
  withdrawnText: "Your offers say again what they said. A public note makes it known.",
  now: (day, announced) => `You close on ${day}. Announced on ${announced}.`,
  change: "Change the date or the texts",
  stay: "Stay open after all",
  stayText: "Your offers go back to the state they had, and those who follow you hear of it by a note.",
  over: (day) => `You closed on ${day}.`,
  overText:
    "That day has passed: the closing can no longer be taken back here. Leave the site on as long as you can, so that everyone finds their addresses.",
  administrators: "Only those who administer this site can announce a closing.",
  message: (day) => `We close on ${day}.`,
  refusals: {
    "ends-missing": "The last day is missing. For example 31/03/2027.",
    "ends-in-the-past": "This day has passed, or is today. Choose one to come.",
    "already-closed": "This closing has taken place: it can no longer be changed.",
  },
  guideMalformed: "This is no address on the web. For example https://pomme.example/leave.",
  tooLong: "This text is too long: 2,000 characters at most.",
};

export const words: Record<Language, typeof fr> = { fr, en };
