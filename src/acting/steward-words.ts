import type { Language } from "../foundation/language.ts";
import type { FundingState } from "../funding/funding.ts";
import type { StewardAct } from "./steps.ts";
import type { StewardFault } from "./steward-form.ts";

interface ActWords {
  readonly title: string;
  readonly text?: string;
  readonly label?: string;
  readonly hint?: string;
  readonly submit: string;
}

const fr = {
  title: "Suivre mon annonce",
  page: "Voir la page publique",
  poster: "Affiche à imprimer",
  askTogether: "Demander à plusieurs hébergeurs de s’en charger ensemble",
  stands: "Où en est l’annonce",
  next: "Et maintenant",
  more: "Autres actions",
  states: {
    draft: ["Brouillon", "Personne d’autre ne la voit."],
    open: ["Ouverte", "Elle reçoit des promesses."],
    reached: ["But atteint", "Le minimum est réuni."],
    committed: ["Commande signée", "Ce qui est confirmé engage. Chacun vous paie directement."],
    delivering: ["En cours", "Ce qui a été commandé se prépare."],
    delivered: ["Livrée", "C’est fait. Merci d’avoir porté cette annonce."],
    failed: ["Non aboutie", "Le montant n’a pas été réuni à temps. Personne ne doit rien."],
    cancelled: ["Abandonnée", "Personne ne doit rien."],
  } satisfies Record<FundingState, readonly [string, string]>,
  total: "Réuni",
  of: (total: string, minimum: string) => `${total} sur ${minimum}`,
  participants: "Participants",
  waiting: (count: number, sum: string) =>
    count === 1
      ? `Une promesse de ${sum} attend sa condition.`
      : `${count} promesses (${sum}) attendent leur condition.`,
  deadline: "Date limite",
  share: {
    title: "Faites-la connaître",
    text: "Partagez l’adresse de la page, imprimez l’affiche, écrivez une nouvelle. Quand le minimum est réuni, vous le voyez ici.",
  },
  wait: {
    title: "Les confirmations arrivent",
    text: (confirmed: number, all: number, day: string) =>
      `${confirmed} sur ${all} ont confirmé. Le ${day} au plus tard, ou dès que tout le monde a répondu, la commande est signée si le reste suffit.`,
  },
  reopening: {
    title: "Relancer en plus petit",
    text: "Une annonce qui n’aboutit pas, cela arrive. Demandez moins, ou plus longtemps\u00a0: les mêmes personnes seront sollicitées.",
    submit: "Préparer une annonce plus petite",
  },
  acts: {
    extension: {
      title: "Prolonger",
      text: "La date limite passe, une seule fois, à celle qui a été annoncée à l’ouverture.",
      submit: "Prolonger l’annonce",
    },
    commitment: {
      title: "Demander à chacun de confirmer",
      text: "Avant de signer la commande, chaque personne dit une dernière fois qu’elle participe. Ce qui n’est pas confirmé tombe\u202f; si le reste suffit, la commande est signée d’elle-même.",
      label: "Réponse attendue jusqu’au",
      hint: "Vide\u00a0: sept jours.",
      submit: "Demander les confirmations",
    },
    start: {
      title: "Lancer la commande",
      text: "Dites que le travail commence. Indiquez aussi plus bas où payer, si ce n’est pas fait.",
      submit: "C’est lancé",
    },
    delivery: {
      title: "Dire que c’est livré",
      text: "Racontez en quelques lignes ce qui a été fait, avec quel argent, et ce que chacun y gagne.",
      label: "Compte rendu",
      submit: "C’est livré",
    },
    news: {
      title: "Écrire une nouvelle",
      text: "Elle paraît sur la page avec sa date. Les termes, eux, ne changent pas.",
      label: "Nouvelle",
      submit: "Publier",
    },
    closing: {
      title: "Écrire le mot de la fin",
      text: "Quelques mots pour celles et ceux qui avaient promis\u00a0: pourquoi, et la suite.",
      label: "Mot de la fin",
      submit: "Publier",
    },
    payment: {
      title: "Dire où payer",
      text: "Un lien vers une page de paiement ou votre IBAN, ailleurs. Il est montré à qui a confirmé, et sur la page. Aucun argent ne passe par ici.",
      label: "Adresse de paiement",
      hint: "Elle commence par https://. Vide\u00a0: rien n’est montré.",
      submit: "Enregistrer",
    },
    choice: { title: "Retenir une réponse", submit: "Retenir cette réponse" },
    cancellation: {
      title: "Abandonner l’annonce",
      text: "C’est définitif. Personne ne doit plus rien\u202f; la page reste, avec un mot de la fin si vous voulez.",
      submit: "Abandonner l’annonce",
    },
  } satisfies Record<StewardAct, ActWords>,
  deliverable: "Où le trouver",
  deliverableHint: "L’adresse de ce qui a été fait.",
  repository: "Dépôt public",
  repositoryHint: "L’adresse où chacun trouve le code, sous la licence annoncée.",
  keep: "Non, la garder",
  cancelTitle: (title: string) => `Abandonner «\u00a0${title}\u00a0»\u202f?`,
  answers: {
    title: "Réponses d’hébergeurs",
    none: "Pas encore de réponse.",
    ready: (day: string) => `prêt le ${day}`,
    chosen: "Retenue",
    withdrawn: "Reprise",
    hidden: "Pour vous seulement",
    said: (name: string) => `dit par ${name}`,
    terms: "Conditions\u00a0:",
  },
  pledges: { title: "Promesses", none: "Pas encore de promesse.", by: "Qui", what: "Quoi", state: "État" },
  pledgeStates: {
    promised: "promise",
    waiting: "attend sa condition",
    confirmed: "confirmée",
    withdrawn: "reprise",
    lapsed: "tombée",
    released: "sans suite",
  },
  anonymous: "(anonyme pour les autres)",
  erased: "(effacé)",
  refused: "Cela n’a pas été fait",
  done: {
    opened: "L’annonce est ouverte\u00a0: tout le monde la voit.",
    extension: "L’annonce est prolongée.",
    asked: "Chacun est prié de confirmer.",
    committed: "La commande est signée.",
    again: "Ce qui restait ne suffit plus\u00a0: l’annonce a repris.",
    start: "C’est lancé.",
    delivery: "C’est livré. Merci\u202f!",
    news: "La nouvelle est publiée.",
    closing: "Le mot de la fin est publié.",
    payment: "C’est enregistré.",
    choice: "La réponse est retenue.",
    cancellation: "L’annonce est abandonnée.",
  },
  faults: {
    "text-missing": "Écrivez quelques mots.",
    "text-too-long": "C’est trop long\u00a0: 10\u00a0000 signes au plus.",
    "address-malformed": "Donnez une adresse complète, qui commence par https://.",
    "payment-malformed":
      "Donnez une adresse complète, qui commence par https://. Les adresses http:// ne sont pas protégées.",
    "day-malformed": "Cette date n’existe pas ou ne se lit pas. Écrivez-la ainsi\u00a0: 31/01/2027.",
    "day-past": "Cette date est déjà passée.",
    "day-far": "C’est trop loin\u00a0: soixante jours au plus.",
  } satisfies Record<StewardFault, string>,
};

const en: typeof fr = {
  title: "Follow up my request",
  page: "See the public page",
  poster: "Poster to print",
  askTogether: "Ask several hosts to see to it together",
  stands: "Where it stands",
  next: "What comes next",
  more: "What else you can do",
  states: {
    draft: ["Draft", "Nobody else sees it."],
    open: ["Open", "It takes pledges."],
    reached: ["Goal reached", "The minimum has come together."],
    committed: ["Order signed", "What is confirmed binds. Everybody pays you directly."],
    delivering: ["Under way", "What was ordered is being prepared."],
    delivered: ["Delivered", "It is done. Thank you for carrying this request."],
    failed: ["Not successful", "The amount did not come together in time. Nobody owes anything."],
    cancelled: ["Given up", "Nobody owes anything."],
  },
  total: "Brought together",
  of: (total, minimum) => `${total} of ${minimum}`,
  participants: "Participants",
  waiting: (count, sum) =>
    count === 1
      ? `One pledge of ${sum} waits for its condition.`
      : `${count} pledges (${sum}) wait for their condition.`,
  deadline: "Deadline",
  share: {
    title: "Make it known",
    text: "Share the address of the page, print the poster, write news. Once the minimum is there, you see it here.",
  },
  wait: {
    title: "Confirmations are coming in",
    text: (confirmed, all, day) =>
      `${confirmed} of ${all} have confirmed. On ${day} at the latest, or once everybody has answered, the order is signed if the rest suffices.`,
  },
  reopening: {
    title: "Open again, smaller",
    text: "A request that does not succeed is nothing unusual. Ask for less, or for longer: the same people are asked anew.",
    submit: "Prepare a smaller request",
  },
  acts: {
    extension: {
      title: "Extend",
      text: "The deadline moves, once, to the one that was announced at the opening.",
      submit: "Extend the request",
    },
    commitment: {
      title: "Ask everybody to confirm",
      text: "Before the order is signed, each person says once more that they take part. What is not confirmed lapses; if the rest suffices, the order is signed by itself.",
      label: "Answers until",
      hint: "Empty: seven days.",
      submit: "Ask for confirmations",
    },
    start: {
      title: "Start",
      text: "Say that the work begins. Say below where to pay, too, if that is not done yet.",
      submit: "It is under way",
    },
    delivery: {
      title: "Say that it is there",
      text: "Tell in a few lines what was done, with which money, and what everybody has of it.",
      label: "Report",
      submit: "It is delivered",
    },
    news: {
      title: "Write news",
      text: "It appears on the page with its date. The terms stand as they are.",
      label: "News",
      submit: "Publish",
    },
    closing: {
      title: "Write a closing word",
      text: "A few words for those who had pledged: why, and what comes after.",
      label: "Closing word",
      submit: "Publish",
    },
    payment: {
      title: "Say where to pay",
      text: "A link to a payment page or your bank details, elsewhere. It is shown to those who confirmed, and on the page. No money passes through here.",
      label: "Payment address",
      hint: "It begins with https://. Empty: nothing is shown.",
      submit: "Save",
    },
    choice: { title: "Choose an answer", submit: "Choose this answer" },
    cancellation: {
      title: "Give the request up",
      text: "That is final. Nobody owes anything any more; the page stays, with a closing word if you like.",
      submit: "Give the request up",
    },
  },
  deliverable: "Where to find it",
  deliverableHint: "The address of what was made.",
  repository: "Public repository",
  repositoryHint: "The address where everybody finds the code, under the licence that was announced.",
  keep: "No, keep it",
  cancelTitle: (title) => `Give “${title}” up?`,
  answers: {
    title: "Answers from hosts",
    none: "No answer yet.",
    ready: (day) => `ready on ${day}`,
    chosen: "Chosen",
    withdrawn: "Taken back",
    hidden: "For you only",
    said: (name) => `said by ${name}`,
    terms: "Terms:",
  },
  pledges: { title: "Pledges", none: "No pledge yet.", by: "Who", what: "What", state: "State" },
  pledgeStates: {
    promised: "pledged",
    waiting: "waits for its condition",
    confirmed: "confirmed",
    withdrawn: "taken back",
    lapsed: "lapsed",
    released: "came to nothing",
  },
  anonymous: "(anonymous to others)",
  erased: "(erased)",
  refused: "That was not done",
  done: {
    opened: "The request is open: everybody sees it.",
    extension: "The request is extended.",
    asked: "Everybody is asked to confirm.",
    committed: "The order is signed.",
    again: "What was left does not suffice any more: the request goes on.",
    start: "It is under way.",
    delivery: "It is delivered. Thank you!",
    news: "The news is published.",
    closing: "The closing word is published.",
    payment: "Saved.",
    choice: "The answer is chosen.",
    cancellation: "The request is given up.",
  },
  faults: {
    "text-missing": "Write a few words.",
    "text-too-long": "This is too long: 10,000 signs at most.",
    "address-malformed": "Give a whole address that begins with https://.",
    "payment-malformed": "Give a whole address that begins with https://. Addresses with http:// are not protected.",
    "day-malformed": "There is no such day, or it cannot be read. Write it like this: 31/01/2027.",
    "day-past": "This day has gone by.",
    "day-far": "That is too far: sixty days at most.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
