import type { Language } from "../foundation/language.ts";
import type { Hold } from "./settings.ts";
import { daysToBeKnown } from "./strangers.ts";

const fr = {
  title: "Annonces en attente",
  lead: "Des personnes que ce site ne connaît pas encore veulent ouvrir une demande de financement. Elle ne paraît qu’une fois que vous l’avez lue.",
  none: "Aucune annonce n’attend.",
  by: (name: string, server: string) => `${name}, sur ${server}`,
  since: (moment: string) => `attend depuis ${moment}`,
  until: (day: string) => `jusqu’au ${day}`,
  noEnd: "sans date de fin",
  participants: (count: number) => `${count} participants au moins`,
  profile: "Voir son profil",
  accept: "Laisser passer",
  refuse: "Refuser",
  reason: "Pourquoi refuser",
  reasonHint: "La personne lira ces mots. Elle peut corriger son annonce et la proposer à nouveau.",
  reasonMissing: "Dites pourquoi vous refusez\u00a0: la personne lira ces mots.",
  changed: "Cette annonce a changé, ou quelqu’un d’autre a décidé entre-temps. Voici où elle en est.",
  notOpened: "L’annonce n’a pas pu s’ouvrir",
  did: {
    "let-through": "L’annonce est ouverte. Nous l’avons dit à la personne.",
    refused: "L’annonce reste un brouillon. Nous avons donné vos raisons à la personne.",
    saved: "Réglage enregistré.",
  } satisfies Record<HeldDone, string>,
  settings: "Qui attend",
  settingsHint: "Les associations qui ont un compte sur ce site et votre équipe n’attendent jamais.",
  holds: {
    nobody: { label: "Personne", hint: "Toute annonce paraît aussitôt." },
    unknown: {
      label: "Les comptes inconnus",
      hint: `Ceux dont nous avons entendu parler il y a moins de ${daysToBeKnown} jours, ou dont personne du même serveur ne nous suit.`,
    },
    everyone: {
      label: "Tous les comptes d’autres serveurs",
      hint: "Vous lisez chaque annonce avant qu’elle paraisse.",
    },
  } satisfies Record<Hold, { label: string; hint: string }>,
  save: "Enregistrer",
  task: (title: string) => `Une annonce attend d’être lue\u00a0: ${title}`,
  taskWhy: (name: string, day: string) => `${name} l’a proposée le ${day}. Personne ne la voit avant vous.`,
  taskAction: "La lire",
};

/** What has just been done on the page. */
export type HeldDone = "let-through" | "refused" | "saved";

const en: typeof fr = {
  title: "Requests that wait",
  lead: "People whom this site does not know yet want to open a request for funding. It is shown only once you have read it.",
  none: "No request waits.",
  by: (name, server) => `${name}, on ${server}`,
  since: (moment) => `waits since ${moment}`,
  until: (day) => `until ${day}`,
  noEnd: "no end",
  participants: (count) => `at least ${count} participants`,
  profile: "See their profile",
  accept: "Let it through",
  refuse: "Refuse",
  reason: "Why refuse it",
  reasonHint: "The person will read these words. They can mend their request and propose it again.",
  reasonMissing: "Say why you refuse: the person will read these words.",
  changed: "This request has changed, or somebody else has decided meanwhile. This is where it stands.",
  notOpened: "The request could not open",
  did: {
    "let-through": "The request is open. We told the person.",
    refused: "The request stays a draft. We gave the person your reasons.",
    saved: "Setting saved.",
  },
  settings: "Who waits",
  settingsHint: "Associations with an account on this site, and your team, never wait.",
  holds: {
    nobody: { label: "Nobody", hint: "Every request is shown at once." },
    unknown: {
      label: "Unknown accounts",
      hint: `Those we first heard of less than ${daysToBeKnown} days ago, or of whose server nobody follows us.`,
    },
    everyone: { label: "All accounts of other servers", hint: "You read each request before it is shown." },
  },
  save: "Save",
  task: (title) => `A request waits to be read: ${title}`,
  taskWhy: (name, day) => `${name} proposed it on ${day}. Nobody sees it before you.`,
  taskAction: "Read it",
};

export const words: Record<Language, typeof fr> = { fr, en };
