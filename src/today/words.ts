import type { Language } from "../foundation/language.ts";
import type { Urgency } from "../web/desk-tasks.ts";

// A small number at the start of a sentence is written out.
const numbersFr = ["", "", ..."Deux Trois Quatre Cinq Six Sept Huit Neuf Dix".split(" ")];
const numbersEn = ["", "", ..."Two Three Four Five Six Seven Eight Nine Ten".split(" ")];

const fr = {
  title: "Aujourd’hui",
  hello: (name: string) => (name === "" ? "Bonjour." : `Bonjour ${name}.`),
  waits: (count: number) =>
    count === 0
      ? "Rien ne vous attend."
      : count === 1
        ? "Une chose vous attend."
        : `${numbersFr[count] ?? count} choses vous attendent.`,
  urgencies: { now: "Sans attendre", soon: "À faire", quiet: "Quand vous aurez un moment" } satisfies Record<
    Urgency,
    string
  >,
  more: "Et encore\u00a0:",
  nothing: {
    title: "Tout est à jour",
    text: "Vos disponibilités sont fraîches et personne n’attend de réponse. Bonne journée.",
  },
  start: {
    title: "Par quoi commencer",
    text: "Écrivez une première offre : le besoin d’abord, en mots de tous les jours. Elle reste en brouillon jusqu’à ce que vous la publiiez.",
    offer: "Écrire une première offre",
    import: "Importer ce que vous avez déjà publié",
  },
  confirmed: (title: string) => `C’est noté. « ${title} » est confirmée d’aujourd’hui.`,
  news: "Depuis votre dernière visite",
  newsSince: (day: string) => `Depuis le ${day}`,
  newsNone: "Rien de neuf.",
  newsMessages: (count: number) => (count === 1 ? "Un message reçu" : `${count} messages reçus`),
  newsReports: (count: number) => (count === 1 ? "Un signalement" : `${count} signalements`),
  newsHost: (count: number) =>
    count === 1 ? "Une personne de plus suit l’hébergeur" : `${count} personnes de plus suivent l’hébergeur`,
  newsAvailability: (count: number) =>
    count === 1
      ? "Une personne de plus suit vos disponibilités"
      : `${count} personnes de plus suivent vos disponibilités`,
  newsFailed: (count: number) => (count === 1 ? "Un envoi n’est pas arrivé" : `${count} envois ne sont pas arrivés`),
  newsColleague: (who: string, count: number) =>
    count === 1 ? `${who} a fait un changement` : `${who} a fait ${count} changements`,
  journal: "Voir qui a fait quoi",
  availability: "Vos disponibilités",
  changeAll: "Tout changer d’un coup",
  week: "Cette semaine",
  weekMessages: (count: number): string => (count === 1 ? "message reçu" : "messages reçus"),
  weekAnswered: (count: number): string => (count === 1 ? "réponse envoyée" : "réponses envoyées"),
  weekNew: (count: number): string =>
    count === 1 ? "nouvel abonné à vos disponibilités" : "nouveaux abonnés à vos disponibilités",
  weekPeers: (count: number): string =>
    count === 1 ? "instance en lien avec la vôtre" : "instances en lien avec la vôtre",
  followers: "Qui vous suit",
  follow: {
    host: (count: number): string => (count === 1 ? "abonné à l’hébergeur" : "abonnés à l’hébergeur"),
    availability: (count: number): string => (count === 1 ? "abonné aux disponibilités" : "abonnés aux disponibilités"),
  },
  growthTitle: (what: string) => `${what}, semaine après semaine`,
  growthText: (from: number, to: number, weeks: number) => `De ${from} à ${to} en ${weeks} semaines.`,
  growthNote: "Comptés chaque soir, arrivées moins départs. Seuls les nombres sont gardés, jamais les noms.",
  growthTable: "Les mêmes chiffres, en tableau",
  growthWeek: "Semaine du",
  growthCell: (total: number, change: number) =>
    change === 0 ? String(total) : `${total} (${change > 0 ? "+" : "−"}${Math.abs(change)})`,
  server: {
    ok: "Le serveur va bien.",
    warning: "Le serveur va, avec une réserve.",
    fault: "Le serveur a un souci.",
  },
  serverMore: "Voir l’état du serveur",
};

const en: typeof fr = {
  title: "Today",
  hello: (name) => (name === "" ? "Hello." : `Hello ${name}.`),
  waits: (count) =>
    count === 0
      ? "Nothing waits for you."
      : count === 1
        ? "One thing waits for you."
        : `${numbersEn[count] ?? count} things wait for you.`,
  urgencies: { now: "Without delay", soon: "To do", quiet: "When you have a moment" },
  more: "And more:",
  nothing: {
    title: "All is up to date",
    text: "Your availability is fresh and nobody waits for an answer. Have a good day.",
  },
  start: {
    title: "Where to begin",
    text: "Write a first offer: the need first, in everyday words. It stays a draft until you publish it.",
    offer: "Write a first offer",
    import: "Import what you have published already",
  },
  confirmed: (title) => `Noted. “${title}” is confirmed today.`,
  news: "Since your last visit",
  newsSince: (day) => `Since ${day}`,
  newsNone: "Nothing new.",
  newsMessages: (count) => (count === 1 ? "One message received" : `${count} messages received`),
  newsReports: (count) => (count === 1 ? "One report" : `${count} reports`),
  newsHost: (count) => (count === 1 ? "One more person follows the host" : `${count} more people follow the host`),
  newsAvailability: (count) =>
    count === 1 ? "One more person follows your availability" : `${count} more people follow your availability`,
  newsFailed: (count) => (count === 1 ? "One delivery did not arrive" : `${count} deliveries did not arrive`),
  newsColleague: (who, count) => (count === 1 ? `${who} made one change` : `${who} made ${count} changes`),
  journal: "See who did what",
  availability: "Your availability",
  changeAll: "Change all at once",
  week: "This week",
  weekMessages: (count) => (count === 1 ? "message received" : "messages received"),
  weekAnswered: (count) => (count === 1 ? "answer sent" : "answers sent"),
  weekNew: (count) => (count === 1 ? "new follower of your availability" : "new followers of your availability"),
  weekPeers: (count) => (count === 1 ? "instance in touch with yours" : "instances in touch with yours"),
  followers: "Who follows you",
  follow: {
    host: (count) => (count === 1 ? "follower of the host" : "followers of the host"),
    availability: (count) => (count === 1 ? "follower of the availability" : "followers of the availability"),
  },
  growthTitle: (what) => `${what}, week by week`,
  growthText: (from, to, weeks) => `From ${from} to ${to} in ${weeks} weeks.`,
  growthNote: "Counted each evening, those who came less those who left. Only numbers are kept, never names.",
  growthTable: "The same figures, as a table",
  growthWeek: "Week of",
  growthCell: (total, change) =>
    change === 0 ? String(total) : `${total} (${change > 0 ? "+" : "−"}${Math.abs(change)})`,
  server: {
    ok: "The server is well.",
    warning: "The server is well, but for one thing.",
    fault: "The server has a problem.",
  },
  serverMore: "See the state of the server",
};

export const words: Record<Language, typeof fr> = { fr, en };
