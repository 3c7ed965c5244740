import type { JointRefusal } from "./joint.ts";

const fr = {
  drafted: "Le brouillon est prêt. Dites maintenant qui fait quoi.",
  saved: "C’est enregistré.",
  invited: "Les invitations sont parties.",
  withdrawn: "C’est retiré. Les autres en sont prévenus.",
  commented: "Votre message est parti.",
  accepted: "Votre accord est donné.",
  refused: "Votre refus est parti.",
  left: "Vous n’en faites plus partie.",
  closed: "Votre part est fermée.",
  opened: "Votre part est ouverte.",
};

const en: typeof fr = {
  drafted: "The draft is there. Now say who does what.",
  saved: "It is saved.",
  invited: "The invitations have gone.",
  withdrawn: "It is withdrawn. The others are told.",
  commented: "Your message has gone.",
  accepted: "Your agreement is given.",
  refused: "Your refusal has gone.",
  left: "You are no longer in it.",
  closed: "Your part is closed.",
  opened: "Your part is open.",
};

/** What was done just now. */
export const doneWords = { fr, en };

const refusedFr = {
  "title-missing": "Donnez un titre.",
  "terms-missing": "Dites d’abord qui fait quoi.",
  "no-partner": "Il faut au moins un autre hébergeur.",
  "too-many-partners": "C’est trop de monde\u00a0: douze hébergeurs au plus.",
  "partner-twice": "Un hébergeur est deux fois dans la liste.",
  "lead-missing": "Votre propre part manque.",
  "roles-missing": "Dites ce que fait chacun\u00a0: un rôle au moins, ou une phrase.",
  "invoicing-unknown": "Choisissez qui envoie les factures, parmi vous.",
  "split-mixed": "Dites la part de chacun de la même façon\u00a0: des montants d’un prix en tout, ou des pourcentages.",
  "split-differs": "Les parts ne font pas le prix en tout. Corrigez un montant.",
  "percent-differs": "Les pourcentages ne font pas 100. Corrigez une part.",
  "already-joint": "Ce brouillon est déjà une offre commune.",
  "offer-not-draft": "Ce brouillon n’est plus là. Choisissez-en un autre.",
  "wrong-state": "Ce n’est plus possible\u00a0: l’état a changé entre-temps. Voici où l’on en est.",
  "other-version": "L’offre a changé. Relisez-la avant d’accepter.",
  "not-signed": "Vous n’avez rien accepté ici.",
  "comment-empty": "Écrivez votre message.",
} satisfies Record<JointRefusal, string>;

const refusedEn: Record<JointRefusal, string> = {
  "title-missing": "Give the offer a title.",
  "terms-missing": "Say first who does what.",
  "no-partner": "There must be at least one other host.",
  "too-many-partners": "These are too many: twelve hosts at most.",
  "partner-twice": "One host is in the list twice.",
  "lead-missing": "Your own part is missing.",
  "roles-missing": "Say what each does: one role at least, or a sentence.",
  "invoicing-unknown": "Choose which of you sends the invoices.",
  "split-mixed": "Say everybody’s share in the same way: amounts of one price all together, or percentages.",
  "split-differs": "The shares do not add up to the price all together. Correct an amount.",
  "percent-differs": "The percentages do not add up to 100. Correct a share.",
  "already-joint": "This draft is a joint offer already.",
  "offer-not-draft": "This draft is no longer there. Choose another one.",
  "wrong-state": "This cannot be done any more: the state has changed. Here is how it stands.",
  "other-version": "The offer has changed. Read it again before you accept.",
  "not-signed": "You have accepted nothing here.",
  "comment-empty": "Write your message.",
};

/** Why something cannot be done, and what to do instead. */
export const refusalWords: Record<"fr" | "en", Record<JointRefusal, string>> = { fr: refusedFr, en: refusedEn };
