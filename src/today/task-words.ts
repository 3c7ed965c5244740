import type { Language } from "../foundation/language.ts";

const fr = {
  messages: (count: number) =>
    count === 1 ? "Une conversation attend une réponse" : `${count} conversations attendent une réponse`,
  messagesWhy: (from: string, day: string) => `Le plus ancien message est de ${from}, reçu le ${day}.`,
  answer: "Lire et répondre",
  reports: (count: number) => (count === 1 ? "Un signalement est à regarder" : `${count} signalements sont à regarder`),
  reportsWhy: (day: string) => `Quelqu’un se plaint de quelque chose ici. Le plus ancien est arrivé le ${day}.`,
  look: "Regarder",
  peers: (count: number, name: string) =>
    count === 1 ? `${name} demande à suivre vos offres` : `${count} instances demandent à suivre vos offres`,
  peersWhy: "Rien ne lui est envoyé avant votre réponse.",
  peersWhyMany: (names: string) => `Rien ne leur est envoyé avant votre réponse : ${names}.`,
  decide: "Décider",
  failed: (count: number) => (count === 1 ? "Un envoi n’est jamais arrivé" : `${count} envois ne sont jamais arrivés`),
  failedWhy: "Un autre serveur n’a pas répondu pendant quatorze jours. Rien d’autre n’est bloqué.",
  drafts: (count: number, title: string) =>
    count === 1 ? `« ${title} » n’est pas encore publiée` : `${count} offres ne sont pas encore publiées`,
  draftsWhy: (day: string) => `Elle attend en brouillon depuis le ${day}.`,
  draftsWhyMany: (titles: string) => `Elles attendent en brouillon : ${titles}.`,
  continue: "Continuer",
  backupOld: (days: number) => `La dernière sauvegarde a ${days} jours`,
  backupOldWhy: "La sauvegarde de chaque jour ne se fait plus : regardez pourquoi.",
  backupNone: "Aucune sauvegarde n’est visible d’ici",
  backupNoneWhy: "Si les vôtres sont ailleurs, tout va bien. Sinon, faites-en une chaque jour.",
  disk: "Le disque est presque plein",
  diskWhy: "Plein, il arrête la base de données, et le site avec.",
  letters: "Des lettres n’ont pas pu partir",
  lettersWhy: "Elles sont gardées et réessayées pendant trois jours. Après, elles sont perdues.",
  work: "Le travail de fond n’avance plus",
  workWhy: "Rien n’est envoyé aux autres serveurs, ni annoncé aux abonnés.",
  serverState: "Voir l’état du serveur",
  door: "Un mot de passe seul vous laisse entrer",
  doorWhy: "Qui l’apprend peut tout faire ici. Une clé d’accès ou un code en plus ferme la porte.",
  lock: "Ajouter une clé",
};

const en: typeof fr = {
  messages: (count) =>
    count === 1 ? "One conversation waits for an answer" : `${count} conversations wait for an answer`,
  messagesWhy: (from, day) => `The oldest message is from ${from}, received on ${day}.`,
  answer: "Read and answer",
  reports: (count) => (count === 1 ? "One report is to be looked at" : `${count} reports are to be looked at`),
  reportsWhy: (day) => `Somebody complains about something here. The oldest came on ${day}.`,
  look: "Look",
  peers: (count, name) =>
    count === 1 ? `${name} asks to follow your offers` : `${count} instances ask to follow your offers`,
  peersWhy: "Nothing is sent there before you answer.",
  peersWhyMany: (names) => `Nothing is sent to them before you answer: ${names}.`,
  decide: "Decide",
  failed: (count) => (count === 1 ? "One delivery never arrived" : `${count} deliveries never arrived`),
  failedWhy: "Another server did not answer for fourteen days. Nothing else is held up.",
  drafts: (count, title) => (count === 1 ? `“${title}” is not published yet` : `${count} offers are not published yet`),
  draftsWhy: (day) => `It has waited as a draft since ${day}.`,
  draftsWhyMany: (titles) => `They wait as drafts: ${titles}.`,
  continue: "Go on",
  backupOld: (days) => `The last backup is ${days} days old`,
  backupOldWhy: "The daily backup no longer runs: see why.",
  backupNone: "No backup can be seen from here",
  backupNoneWhy: "If yours are elsewhere, all is well. If not, make one every day.",
  disk: "The disk is almost full",
  diskWhy: "A full disk stops the database, and the site with it.",
  letters: "Some letters could not leave",
  lettersWhy: "They are kept, and tried again for three days. After that they are lost.",
  work: "The background work has stopped",
  workWhy: "Nothing is sent to other servers, nor announced to followers.",
  serverState: "See the state of the server",
  door: "A password alone lets you in",
  doorWhy: "Whoever learns it may do everything here. A passkey or a code beside it shuts the door.",
  lock: "Add a key",
};

export const words: Record<Language, typeof fr> = { fr, en };
