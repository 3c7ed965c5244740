import type { Language } from "../foundation/language.ts";
import type { Look, Outcome } from "./server.ts";

const fr = {
  title: "État du serveur",
  lead: {
    ok: "Tout va bien.",
    warning: "Le serveur va, avec une réserve : elle est dite plus bas.",
    fault: "Le serveur a un souci. Voici quoi faire.",
  } satisfies Record<Outcome, string>,
  outcomes: { ok: "Bien", warning: "À regarder", fault: "À réparer" } satisfies Record<Outcome, string>,
  looks: {
    work: "Travail de fond",
    deliveries: "Envois aux autres serveurs",
    backup: "Sauvegarde",
    disk: "Place sur le disque",
    database: "Base de données",
    mail: "Courriel",
    peers: "Autres instances",
  } satisfies Record<Look, string>,
  thing: "Ce qui est regardé",
  state: "État",
  said: "Ce qui est vu",
  workNone: "Aucun processus ne fait le travail de fond : rien n’est envoyé.",
  workNoneDo: "Demandez à qui tient la machine de redémarrer Essaim.",
  workLate: (minutes: number) => `La plus ancienne tâche attend depuis ${minutes} min.`,
  workLateDo: "La machine est peut-être trop occupée. Si cela dure, demandez à qui la tient d’ajouter un processus.",
  workFailed: (count: number) =>
    count === 1 ? "Une tâche a échoué pour de bon." : `${count} tâches ont échoué pour de bon.`,
  workFailedDo: "Le journal technique du serveur dit pourquoi ; transmettez-le à qui tient la machine.",
  workFine: (due: number, later: number) => `Rien n’est en retard. À faire : ${due}, plus tard : ${later}.`,
  deliveriesFine: (waiting: number) =>
    waiting === 0
      ? "Tout ce qui est parti est arrivé."
      : waiting === 1
        ? "Un envoi attend que l’autre serveur réponde ; il repart tout seul."
        : `${waiting} envois attendent que d’autres serveurs répondent ; ils repartent tout seuls.`,
  deliveriesFailed: (count: number) =>
    count === 1
      ? "Un envoi a été abandonné après quatorze jours."
      : `${count} envois ont été abandonnés après quatorze jours.`,
  deliveriesFailedDo: "Voir pourquoi, et essayer encore ou les oublier",
  backupMade: (day: string) => `La dernière date du ${day}.`,
  backupOld: (days: number) => `La dernière a ${days} jours.`,
  backupOldDo: "La sauvegarde de chaque jour ne se fait plus : demandez à qui tient la machine de regarder pourquoi.",
  backupNone: "Aucune ne se voit d’ici.",
  backupNoneDo:
    "Si les vôtres sont ailleurs, tout va bien. Sinon, faites-en une chaque jour, et gardez-en une copie sur une autre machine.",
  diskFree: (size: string) => `${size} sont libres.`,
  diskUnknown: "Ce disque ne dit pas combien il lui reste.",
  diskDo: "Faites de la place, ou prenez un disque plus grand : plein, il arrête la base de données.",
  databaseTakes: (size: string) => `Elle répond, et prend ${size}.`,
  mailFine: "Les lettres peuvent partir.",
  mailLate: (letters: number) =>
    letters === 1
      ? "Une lettre n’a pas pu partir. Elle est gardée et réessayée pendant trois jours."
      : `${letters} lettres n’ont pas pu partir. Elles sont gardées et réessayées pendant trois jours.`,
  mailLateDo:
    "Demandez à qui tient la machine de regarder le serveur de courriel\u00a0: essaim doctor dit ce qu’il répond.",
  mailNone: "Ce site n’envoie pas de courriel : les rappels ne se voient qu’au bureau.",
  mailNoneDo: "Pour en recevoir, demandez à qui tient la machine de régler SMTP_URL et MAIL_FROM.",
  peersFine: (approved: number) =>
    approved === 0
      ? "Aucune instance n’est encore en lien avec la vôtre."
      : approved === 1
        ? "Une instance est en lien avec la vôtre."
        : `${approved} instances sont en lien avec la vôtre.`,
  peersPending: (pending: number) =>
    pending === 1 ? "Une autre attend votre réponse." : `${pending} autres attendent votre réponse.`,
  version: (version: string) => `Essaim, version ${version}.`,
  more: "Et aussi",
  journal: "Qui a fait quoi",
  settings: "Réglages",
  tokens: "Les clés pour les programmes",
  docs: "Pour un examen complet, depuis la machine elle-même : essaim doctor",
};

const en: typeof fr = {
  title: "State of the server",
  lead: {
    ok: "All is well.",
    warning: "The server is well, but for what stands below.",
    fault: "The server has a problem. Here is what to do.",
  },
  outcomes: { ok: "Fine", warning: "To look at", fault: "To mend" },
  looks: {
    work: "Background work",
    deliveries: "Deliveries to other servers",
    backup: "Backup",
    disk: "Room on the disk",
    database: "Database",
    mail: "Mail",
    peers: "Other instances",
  },
  thing: "What is looked at",
  state: "State",
  said: "What is seen",
  workNone: "No process does the background work: nothing is sent.",
  workNoneDo: "Ask whoever runs the machine to start Essaim anew.",
  workLate: (minutes) => `The oldest job has waited for ${minutes} min.`,
  workLateDo: "The machine may be too busy. If it lasts, ask whoever runs it to add a process.",
  workFailed: (count) => (count === 1 ? "One job has failed for good." : `${count} jobs have failed for good.`),
  workFailedDo: "The log of the server says why; pass it on to whoever runs the machine.",
  workFine: (due, later) => `Nothing is late. To do: ${due}, later: ${later}.`,
  deliveriesFine: (waiting) =>
    waiting === 0
      ? "All that was sent has arrived."
      : waiting === 1
        ? "One delivery waits for the other server to answer; it goes out again by itself."
        : `${waiting} deliveries wait for other servers to answer; they go out again by themselves.`,
  deliveriesFailed: (count) =>
    count === 1
      ? "One delivery was given up after fourteen days."
      : `${count} deliveries were given up after fourteen days.`,
  deliveriesFailedDo: "See why, and try again or forget them",
  backupMade: (day) => `The last is of ${day}.`,
  backupOld: (days) => `The last is ${days} days old.`,
  backupOldDo: "The daily backup no longer runs: ask whoever runs the machine to see why.",
  backupNone: "None can be seen from here.",
  backupNoneDo: "If yours are elsewhere, all is well. If not, make one every day, and keep a copy on another machine.",
  diskFree: (size) => `${size} are free.`,
  diskUnknown: "This disk does not say how much is left.",
  diskDo: "Make room, or take a larger disk: a full one stops the database.",
  databaseTakes: (size) => `It answers, and takes ${size}.`,
  mailFine: "Letters can leave.",
  mailLate: (letters) =>
    letters === 1
      ? "One letter could not leave. It is kept, and tried again for three days."
      : `${letters} letters could not leave. They are kept, and tried again for three days.`,
  mailLateDo: "Ask whoever runs the machine to look at the mail server: essaim doctor says what it answers.",
  mailNone: "This site sends no mail: reminders are seen at the desk only.",
  mailNoneDo: "To get some, ask whoever runs the machine to set SMTP_URL and MAIL_FROM.",
  peersFine: (approved) =>
    approved === 0
      ? "No instance is in touch with yours yet."
      : approved === 1
        ? "One instance is in touch with yours."
        : `${approved} instances are in touch with yours.`,
  peersPending: (pending) =>
    pending === 1 ? "One more waits for your answer." : `${pending} more wait for your answer.`,
  version: (version) => `Essaim, version ${version}.`,
  more: "And also",
  journal: "Who did what",
  settings: "Settings",
  tokens: "The keys for programs",
  docs: "For a full examination, from the machine itself: essaim doctor",
};

export const words: Record<Language, typeof fr> = { fr, en };
