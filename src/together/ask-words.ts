import type { Language } from "../foundation/language.ts";
import type { AskFault } from "./form.ts";
import { longest as most } from "./together.ts";

const fr = {
  title: "Demander à plusieurs hébergeurs ensemble",
  lead: "Dites ce qu’il vous faut. Chaque hébergeur choisi répond s’il peut s’en charger avec les autres, et l’un d’eux prend la tête.",
  nextTitle: "Ce qui se passe ensuite",
  next: [
    "Vous relisez votre demande, puis vous l’envoyez.",
    "Chaque hébergeur dit oui, avec ce dont il se charge, ou non, avec sa raison.",
    "Vous choisissez qui prend la tête. Lui seul, et ceux à qui vous dites oui, lisent comment vous joindre.",
    "Vous recevez une offre commune ou un devis, que vous acceptez ou non.",
  ],
  labels: {
    ...{ need: "Qu’est-ce qu’il vous faut\u202f?", needs: "Quels besoins cela couvre", place: "Où\u202f?" },
    ...{
      people: "Pour combien de personnes\u202f?",
      budget: "Votre budget, en euros",
      period: "Par",
      wished: "Pour quand\u202f?",
    },
    ...{ name: "Nom de votre association", contact: "Comment vous joindre\u202f?", email: "Votre adresse de courriel" },
    ...{ host: "Les hébergeurs à qui vous demandez", others: "Ajouter un hébergeur" },
  },
  hints: {
    need: "Avec vos mots\u00a0: ce que vous faites aujourd’hui, ce qui vous manque, ce que vous aimeriez.",
    needs: "Cochez ce que vous reconnaissez. Ce n’est pas obligatoire.",
    place: "Une commune, un département ou un code postal.",
    budget: "Une somme, même approximative\u00a0: 600",
    contact: "Un nom et une adresse ou un téléphone. Un hébergeur ne le lit qu’une fois que vous lui avez dit oui.",
    email: "Nous y envoyons votre lien privé. Rien ne part avant que vous ayez ouvert ce lien.",
    others:
      "Son nom, s’il est dans l’annuaire. Sinon l’adresse de son site, son compte (@nom@site) ou son adresse de courriel.",
  },
  check: "à vérifier",
  otherName: "Son nom, si vous le connaissez",
  add: "Ajouter",
  rolesOf: (name: string) => `Ce dont ${name} pourrait se charger`,
  rolesHint: "D’après ce que cet hébergeur dit savoir faire. Il pourra répondre autre chose.",
  hostsHint: (least: number, many: number) => `De ${least} à ${many}. Décochez celui à qui vous ne demandez pas.`,
  noHosts: "Aucun hébergeur n’est encore choisi.",
  findHosts: "Chercher dans l’annuaire",
  outside: "n’a pas de site comme celui-ci\u00a0: il recevra un lien privé",
  about: "Pour votre annonce",
  whoTitle: "Qui demande\u202f?",
  who: {
    account: [
      "Avec un compte",
      "Celui de votre association ici, ou votre compte Mastodon ou du Fédivers. On vous le demande à l’étape suivante.",
    ],
    email: ["Par courriel, sans compte", "Vous recevez un lien privé pour relire, envoyer et suivre la demande."],
  },
  submit: "Relire ma demande",
  save: "Enregistrer et relire",
  privacy:
    "Les hébergeurs lisent le nom de votre association et votre besoin. Tout est effacé un an après le dernier changement, ou quand vous le voulez.",
  faults: {
    "need-missing": "Dites ce qu’il vous faut.",
    "need-too-long": `C’est trop long\u00a0: ${most.need} caractères au plus.`,
    "name-missing": "Dites comment s’appelle votre association.",
    "name-too-long": `C’est trop long\u00a0: ${most.name} caractères au plus.`,
    "contact-missing": "Dites comment vous joindre\u00a0: seuls ceux à qui vous direz oui le liront.",
    "contact-too-long": `C’est trop long\u00a0: ${most.contact} caractères au plus.`,
    "people-malformed": "Écrivez un nombre de personnes, comme 12.",
    "budget-malformed": "Écrivez une somme en euros, comme 600.",
    "wished-malformed": "Écrivez une date, comme 31/01/2027.",
    "wished-past": "Cette date est déjà passée.",
    "place-unknown": "Nous ne trouvons pas ce lieu. Essayez un code postal.",
    "place-which": "Plusieurs lieux portent ce nom\u00a0: ajoutez le département.",
    "email-malformed": "Cette adresse de courriel n’est pas complète.",
    "too-few-hosts": "Choisissez au moins deux hébergeurs.",
    "too-many-hosts": "Choisissez six hébergeurs au plus.",
    "host-unknown": "Nous ne connaissons pas cet hébergeur. Donnez son compte (@nom@site) ou son adresse de courriel.",
  } satisfies Record<AskFault, string>,
  before: {
    still: { title: "Ce que vous aviez écrit est là", text: "Relisez, puis continuez\u00a0: rien n’est encore parti." },
    read: {
      title: "Rempli d’après votre message",
      text: "Vérifiez chaque réponse, surtout celles que nous n’avons pas comprises à coup sûr. Rien n’est encore parti.",
    },
  },
  mail: {
    title: "Regardez vos courriels",
    lead: (email: string) =>
      `Nous avons envoyé votre lien privé à ${email}. Rien n’est encore parti chez les hébergeurs.`,
    text: "Ouvrez ce lien pour relire votre demande, puis l’envoyer. S’il n’arrive pas d’ici quelques minutes, regardez dans les indésirables.",
  },
};

const en: typeof fr = {
  title: "Ask several hosts together",
  lead: "Say what you need. Each host you choose says whether it can take this on with the others, and one of them leads.",
  nextTitle: "What happens next",
  next: [
    "You check your request, then send it.",
    "Each host says yes, with what it takes on, or no, with its reason.",
    "You choose who leads. That host alone, and those to whom you say yes, read how to reach you.",
    "You get a joint offer or a quote, which you accept or not.",
  ],
  labels: {
    ...{ need: "What do you need?", needs: "Which needs does this cover?", place: "Where?" },
    ...{ people: "For how many people?", budget: "Your budget, in euros", period: "Paid", wished: "By when?" },
    ...{ name: "Name of your association", contact: "How can you be reached?", email: "Your e-mail address" },
    ...{ host: "The hosts that you ask", others: "Add a host" },
  },
  hints: {
    need: "In your own words: what you do today, what is missing, what you would like.",
    needs: "Tick what you recognise. You may also tick nothing.",
    place: "A town, a department or a postcode.",
    budget: "An amount, even a rough one: 600",
    contact: "A name and an address or a telephone number. A host reads it only once you have said yes to it.",
    email: "We send your private link there. Nothing is sent before you have opened it.",
    others:
      "Its name, if it is in the directory. Else the address of its site, its account (@name@site) or its e-mail address.",
  },
  check: "to check",
  otherName: "Its name, if you know it",
  add: "Add",
  rolesOf: (name) => `What ${name} could take on`,
  rolesHint: "By what this host says that it can do. It may answer something else.",
  hostsHint: (least, many) => `From ${least} to ${many}. Untick any that you do not want to ask.`,
  noHosts: "No host is chosen yet.",
  findHosts: "Look in the directory",
  outside: "has no site like this one: it will get a private link",
  about: "For your request",
  whoTitle: "Who asks?",
  who: {
    account: [
      "With an account",
      "That of your association here, or your Mastodon or Fediverse account. You are asked for it at the next step.",
    ],
    email: ["By e-mail, without an account", "You get a private link to check the request, send it and follow it."],
  },
  submit: "Check my request",
  save: "Save and check",
  privacy:
    "Hosts read the name of your association and your need. All of it is erased a year after the last change, or when you want.",
  faults: {
    "need-missing": "Say what you need.",
    "need-too-long": `That is too long: ${most.need} characters at most.`,
    "name-missing": "Say what your association is called.",
    "name-too-long": `That is too long: ${most.name} characters at most.`,
    "contact-missing": "Say how to reach you: only those to whom you say yes will read it.",
    "contact-too-long": `That is too long: ${most.contact} characters at most.`,
    "people-malformed": "Write a number of people, such as 12.",
    "budget-malformed": "Write an amount in euros, such as 600.",
    "wished-malformed": "Write a date, such as 31/01/2027.",
    "wished-past": "That date has gone by.",
    "place-unknown": "We cannot find this place. Try a postcode.",
    "place-which": "Several places have this name: add the department.",
    "email-malformed": "This e-mail address is not complete.",
    "too-few-hosts": "Choose at least two hosts.",
    "too-many-hosts": "Choose six hosts at most.",
    "host-unknown": "We do not know this host. Give its account (@name@site) or its e-mail address.",
  },
  before: {
    still: { title: "What you had written is here", text: "Check it, then go on: nothing has been sent yet." },
    read: {
      title: "Filled in from your message",
      text: "Check each answer, above all those that we are not sure to have understood. Nothing has been sent yet.",
    },
  },
  mail: {
    title: "Look at your mail",
    lead: (email) => `We have sent your private link to ${email}. Nothing has been sent to the hosts yet.`,
    text: "Open this link to check your request, then send it. If it does not come within a few minutes, look among the junk mail.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
