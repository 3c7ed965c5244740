import { backupDays } from "../foundation/backup-days.ts";
import type { Language } from "../foundation/language.ts";
import type { ErasureKind } from "./erasures.ts";

const fr = {
  titles: {
    association: "Le compte de votre association est effacé",
    actor: "Le compte de l’association sur les autres serveurs est fermé",
    account: "Ce que vous avez fait ici est effacé",
    "place-request": "Votre demande est effacée",
    answer: "Cette réponse est effacée",
    watch: "Cette veille est effacée",
  } satisfies Record<ErasureKind, string>,
  erased: (when: string) => `Effacé ici le ${when}.`,
  after: {
    association:
      "Ce qui nommait l’association n’est plus montré nulle part ici\u202f; ce qu’elle a promis reste compté, comme venant de quelqu’un. Merci d’avoir été là.",
    actor: "L’association n’est plus montrée aux autres serveurs.",
    account:
      "Votre nom, vos mots et vos adresses ne sont plus ici\u202f; ce que vous avez promis reste compté, comme venant de quelqu’un.",
    "place-request": "Il n’en reste rien ici. Un courriel ou un message déjà reçu reste chez vous.",
    answer: "Il n’en reste rien ici.",
    watch: "Il n’en reste rien ici.",
  } satisfies Record<ErasureKind, string>,
  servers: "Les autres serveurs",
  nobody: "Aucun autre serveur ne l’avait reçu de nous\u00a0: il n’y a rien d’autre à effacer.",
  asked: "Nous demandons à chaque serveur à qui nous l’avions envoyé de l’effacer aussi.",
  count: (confirmed: number, all: number) =>
    `${confirmed} sur ${all} ${confirmed === 1 ? "a confirmé" : "ont confirmé"}.`,
  states: {
    confirmed: (when: string) => `a confirmé le ${when}`,
    leaving: "la demande est en train de partir",
    waiting: (until: string) => `n’a pas encore répondu\u202f; nous réessayons jusqu’au ${until}`,
    refusing: (until: string) => `refuse pour l’instant\u202f; nous réessayons jusqu’au ${until}`,
    unanswered: "n’a pas répondu pendant quatorze jours\u202f; nous n’essayons plus",
    refused: "a refusé pendant quatorze jours\u202f; nous n’essayons plus",
    ended: "n’est plus joint\u00a0: il a fermé, le compte n’y est plus, ou nous n’échangeons plus avec lui",
  },
  youCan: "Vous pouvez écrire à ses responsables\u00a0: leur adresse est sur",
  bounds:
    "Un serveur confirme qu’il a reçu notre demande. Ce qu’il en fait ensuite, nous ne pouvons pas le voir\u00a0: ses responsables en répondent.",
  backups: `Nos sauvegardes peuvent le garder encore ${backupDays} jours\u202f; si l’une d’elles devait servir avant, nous l’en effacerions aussi.`,
  keepTitle: "Garder cette page",
  keep: (until: string) =>
    `Cette adresse est la seule façon d’y revenir, et personne d’autre ne l’a. La page disparaît le ${until}.`,
  home: "Revenir à l’accueil",
};

const en: typeof fr = {
  titles: {
    association: "The account of your association is erased",
    actor: "The account of the association on other servers is closed",
    account: "What you did here is erased",
    "place-request": "Your request is erased",
    answer: "This answer is erased",
    watch: "This watch is erased",
  },
  erased: (when) => `Erased here on ${when}.`,
  after: {
    association:
      "What named the association is shown nowhere here any more; what it promised still counts, as somebody’s. Thank you for having been here.",
    actor: "The association is no longer shown to other servers.",
    account: "Your name, words and addresses are no longer here; what you promised still counts, as somebody’s.",
    "place-request": "Nothing of it is left here. A letter or message that you got already stays with you.",
    answer: "Nothing of it is left here.",
    watch: "Nothing of it is left here.",
  },
  servers: "The other servers",
  nobody: "No other server had got it from us: there is nothing else to erase.",
  asked: "We ask each server to which we had sent it to erase it too.",
  count: (confirmed, all) => `${confirmed} of ${all} ${confirmed === 1 ? "has" : "have"} confirmed.`,
  states: {
    confirmed: (when) => `confirmed on ${when}`,
    leaving: "the request is leaving now",
    waiting: (until) => `has not answered yet; we try again until ${until}`,
    refusing: (until) => `refuses for now; we try again until ${until}`,
    unanswered: "did not answer for fourteen days; we try no longer",
    refused: "refused for fourteen days; we try no longer",
    ended: "is not reached any more: it has closed, the account is no longer there, or we do not exchange with it",
  },
  youCan: "You can write to those who run it: their address is on",
  bounds:
    "A server confirms that it got our request. What it does with it we cannot see: those who run it answer for that.",
  backups: `Our backups may keep it for another ${backupDays} days; should one of them be needed before, we would erase it there too.`,
  keepTitle: "Keep this page",
  keep: (until) =>
    `This address is the only way back here, and nobody but you has it. The page disappears on ${until}.`,
  home: "Back to the home page",
};

export const words: Record<Language, typeof fr> = { fr, en };
