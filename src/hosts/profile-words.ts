import type { Language } from "../foundation/language.ts";
import type { ProfileRefusal } from "./profile-kinds.ts";
import type { SectionName } from "./profile-sections.ts";

interface FieldWords {
  readonly label: string;
  readonly hint?: string;
}

const fr = {
  sections: {
    identity: {
      title: "Qui vous êtes",
      lead: "Le nom, la phrase et le texte que lisent les associations, et ce que vous savez faire.",
    },
    structure: {
      title: "Votre structure",
      lead: "Sa forme, ses numéros, son siège et les réseaux dont elle est membre. De quoi vérifier que vous existez.",
    },
    territory: {
      title: "Où vous êtes utiles",
      lead: "Les associations cherchent près de chez elles.",
    },
    contact: {
      title: "Comment vous joindre",
      lead: "Un seul moyen suffit, s’il est relevé. Tout ce qui est écrit ici est public.",
    },
    commitments: {
      title: "Vos engagements",
      lead: "Ce que vous promettez, et ce qui le montre. Sans preuve, la page le dit.",
    },
    limits: {
      title: "Ce que vous ne faites pas",
      lead: "Dire non d’avance évite les déceptions, et inspire confiance.",
    },
    solidarity: {
      title: "Prix solidaire",
      lead: "Pour qui vous baissez le prix, et comment cela se décide.",
    },
    terms: {
      title: "Conditions et données",
      lead: "Le texte que l’on accepte en vous rejoignant, et l’endroit où sont les machines.",
    },
    facts: {
      title: "Faits et chiffres",
      lead: "Des nombres et des dates plutôt que des adjectifs\u00a0: l’équipe, l’année de création, qui vous avez équipé.",
    },
  } satisfies Record<SectionName, { title: string; lead: string }>,
  fields: {
    name: { label: "Nom", hint: "Comme vos associations vous appellent." },
    tagline: {
      label: "Votre phrase",
      hint: "Sous votre nom, et dans les recherches. Par exemple «\u00a0Des outils libres pour les associations du Rhône\u00a0».",
    },
    summary: { label: "Présentation", hint: "Quelques lignes\u00a0: qui vous êtes, pour qui, pourquoi." },
    language: { label: "Langue de ces textes" },
    website: { label: "Site", hint: "Votre propre site, s’il est ailleurs. Par exemple pomme.example." },
    capabilities: { label: "Ce que vous savez faire", hint: "Accompagner sans héberger compte aussi." },
    languages: { label: "Langues parlées", hint: "Séparées par des virgules. Par exemple\u00a0: français, occitan." },
    legalForm: { label: "Forme" },
    identifiers: {
      label: "Numéros",
      hint: "SIREN, SIRET, RNA, numéro d’entreprise belge… Le numéro est vérifié, le registre se devine.",
    },
    "identifiers.scheme": { label: "Registre" },
    "identifiers.value": { label: "Numéro" },
    commune: { label: "Commune du siège", hint: "Son nom ou son code postal." },
    country: { label: "Pays" },
    memberOf: { label: "Membre de", hint: "Un réseau ou un collectif par ligne. Par exemple CHATONS." },
    "territory.codes": {
      label: "Communes, départements, régions",
      hint: "Un par ligne, ou séparés par des virgules. «\u00a035\u00a0», «\u00a035000\u00a0» et «\u00a0Ille-et-Vilaine\u00a0» conviennent.",
    },
    "territory.policy": { label: "Et pour les autres\u202f?" },
    "contact.email": { label: "Courriel" },
    "contact.phone": { label: "Téléphone" },
    "contact.url": { label: "Page ou formulaire de contact" },
    "contact.address": { label: "Adresse postale" },
    commitments: { label: "Engagements" },
    "commitments.claim": { label: "Nous nous engageons à" },
    "commitments.evidence": {
      label: "Ce qui le montre",
      hint: "Une adresse que chacun peut ouvrir, ou quelques mots. Vide, la page dira que rien ne le montre encore.",
    },
    "commitments.asOf": { label: "Vrai au" },
    "commitments.answer": {
      label: "Votre réponse aux avis",
      hint: "Si d’autres hébergeurs donnent leur avis sur cet engagement, ceci est montré dessous, ici et sur les autres sites. Une ou deux phrases.",
    },
    doesNot: {
      label: "Nous ne faisons pas",
      hint: "Une chose par ligne. Par exemple «\u00a0Nous ne réparons pas de matériel\u00a0».",
    },
    referrals: {
      label: "Vers qui vous envoyez",
      hint: "D’autres hébergeurs qui font mieux l’affaire dans certains cas.",
    },
    "referrals.to": { label: "Qui", hint: "Un nom ou une adresse." },
    "referrals.why": { label: "Dans quel cas" },
    "solidarity.who": { label: "Pour qui" },
    "solidarity.notFor": { label: "Pas pour" },
    "solidarity.how": {
      label: "Comment cela se décide",
      hint: "Ce qu’il faut demander, à qui, et qui paie la différence. Vide, rien n’est dit d’un prix solidaire.",
    },
    termsUrl: { label: "Conditions d’utilisation", hint: "L’adresse de la page." },
    dataLocation: {
      label: "Où sont les données",
      hint: "Ville et pays des machines, et chez qui. Par exemple «\u00a0Lyon, dans nos locaux\u00a0».",
    },
    facts: { label: "Faits" },
    "facts.name": { label: "De quoi il s’agit", hint: "Par exemple «\u00a0Équipe\u00a0»." },
    "facts.value": { label: "Ce qui est vrai" },
    "facts.note": { label: "Date ou précision" },
  } satisfies Record<string, FieldWords>,
  policies: {
    only: { label: "Uniquement ce territoire", hint: "Les autres sont orientés vers plus proche d’eux." },
    priority: { label: "Ce territoire en priorité", hint: "Vous répondez à tout le monde, vos voisins d’abord." },
    fallback: {
      label: "Ailleurs seulement si rien n’est plus proche",
      hint: "L’annuaire vous montre quand personne d’autre ne convient.",
    },
    anywhere: { label: "Partout", hint: "À distance, sans préférence." },
  },
  guessed: "À deviner",
  nothing: "Ne pas dire",
  written: { fr: "Français", en: "Anglais" } as Readonly<Record<string, string>>,
  which: (typed: string) => `«\u00a0${typed}\u00a0»\u00a0: lequel\u202f?`,
  row: (n: number) => `Ligne ${n}`,
  newRow: "Une nouvelle ligne",
  emptyRow: "Pour retirer une ligne, videz-la.",
  more: "Ajouter des lignes",
  claims: [
    "Nous ne vendons ni ne louons vos données.",
    "Nous n’affichons pas de publicité.",
    "Nous n’employons que des logiciels libres.",
    "Nous publions la liste des logiciels que nous employons.",
    "Nous publions nos comptes.",
    "Nous publions nos pannes.",
    "Vos sauvegardes sont relues chaque trimestre.",
    "Vous pouvez partir avec vos données à tout moment.",
    "Nous avons signé la charte des CHATONS.",
  ],
  structured: "Venu d’un fichier\u00a0: laissez tel quel, ou remplacez par un texte.",
  refusals: {
    "too-long": (most) => `Ce texte est trop long\u00a0: ${most} signes au plus.`,
    "text-missing": () => "Il manque un texte ici. Écrivez-le, ou videz la ligne.",
    "claim-missing": () => "Il manque la promesse elle-même. Écrivez-la, ou videz la ligne.",
    "name-missing": () => "Il manque un nom. Par exemple «\u00a0La Pomme\u00a0».",
    "how-missing": () => "Dites comment le prix solidaire se décide, ou décochez tout.",
    "address-malformed": (said) =>
      `«\u00a0${said}\u00a0» n’est pas une adresse du web. Par exemple https://pomme.example.`,
    "email-malformed": (said) =>
      `«\u00a0${said}\u00a0» n’est pas une adresse de courriel. Par exemple bonjour@pomme.example.`,
    "phone-malformed": (said) => `«\u00a0${said}\u00a0» n’est pas un numéro de téléphone. Par exemple 04 72 00 00 00.`,
    "day-malformed": (said) => `«\u00a0${said}\u00a0» n’est pas une date. Par exemple 01/03/2027.`,
    "day-in-the-past": () => "Cette date est passée. Choisissez-en une à venir.",
    "code-unknown": () => "Choisissez dans la liste.",
    "language-unknown": (said) =>
      `Nous ne connaissons pas de langue «\u00a0${said}\u00a0». Par exemple\u00a0: français, breton.`,
    "place-unknown": (said) =>
      `Nous ne trouvons pas «\u00a0${said}\u00a0». Essayez le nom entier, le code postal ou le numéro du département.`,
    "place-ambiguous": (said) => `Plusieurs endroits s’appellent ainsi\u00a0: ${said}. Choisissez ci-dessous.`,
    "place-missing": () => "Écrivez au moins un endroit, ou choisissez «\u00a0Partout\u00a0».",
    "policy-missing": () => "Choisissez ce qu’il en est pour les autres.",
    "capability-missing": () => "Cochez au moins une chose\u00a0: un hébergeur qui ne fait rien n’a pas d’offres.",
    "identifier-malformed": (said) =>
      `«\u00a0${said}\u00a0» n’est pas un numéro de ce registre\u00a0: il manque un chiffre, ou deux sont inversés.`,
    "scheme-missing": () => "Dites de quel registre est ce numéro.",
    "value-malformed": () =>
      "Ce texte n’est plus lisible tel quel. Remettez-le comme il était, ou écrivez un simple texte.",
  } satisfies Record<ProfileRefusal, (said: string) => string>,
};

const en: typeof fr = {
  sections: {
    identity: {
      title: "Who you are",
      lead: "The name, the sentence and the text that associations read, and what you can do.",
    },
    structure: {
      title: "Your organisation",
      lead: "Its form, its numbers, its seat and the networks it belongs to. What shows that you exist.",
    },
    territory: { title: "Where you are of use", lead: "Associations look near where they are." },
    contact: {
      title: "How to reach you",
      lead: "One way is enough, if somebody reads it. All that is written here is public.",
    },
    commitments: {
      title: "Your commitments",
      lead: "What you promise, and what shows it. Without evidence, the page says so.",
    },
    limits: {
      title: "What you do not do",
      lead: "Saying no beforehand spares disappointment, and earns trust.",
    },
    solidarity: { title: "Solidarity price", lead: "For whom you lower the price, and how that is decided." },
    terms: {
      title: "Terms and data",
      lead: "The text that one accepts by joining you, and where the machines are.",
    },
    facts: {
      title: "Facts and figures",
      lead: "Numbers and dates rather than adjectives: the team, the year you began, whom you have equipped.",
    },
  },
  fields: {
    name: { label: "Name", hint: "As your associations call you." },
    tagline: {
      label: "Your sentence",
      hint: "Under your name, and in searches. For example “Free tools for the associations of the Rhône”.",
    },
    summary: { label: "Presentation", hint: "A few lines: who you are, for whom, why." },
    language: { label: "Language of these texts" },
    website: { label: "Website", hint: "Your own site, if it is elsewhere. For example pomme.example." },
    capabilities: { label: "What you can do", hint: "To accompany without hosting counts too." },
    languages: { label: "Languages spoken", hint: "With commas between. For example: French, Occitan." },
    legalForm: { label: "Form" },
    identifiers: {
      label: "Numbers",
      hint: "SIREN, SIRET, RNA, Belgian company number… The number is checked, its register is guessed.",
    },
    "identifiers.scheme": { label: "Register" },
    "identifiers.value": { label: "Number" },
    commune: { label: "Commune of the seat", hint: "Its name or its postcode." },
    country: { label: "Country" },
    memberOf: { label: "Member of", hint: "One network or collective a line. For example CHATONS." },
    "territory.codes": {
      label: "Communes, departments, regions",
      hint: "One a line, or with commas between. “35”, “35000” and “Ille-et-Vilaine” will all do.",
    },
    "territory.policy": { label: "And for the others?" },
    "contact.email": { label: "E-mail" },
    "contact.phone": { label: "Telephone" },
    "contact.url": { label: "Page or contact form" },
    "contact.address": { label: "Postal address" },
    commitments: { label: "Commitments" },
    "commitments.claim": { label: "We commit to" },
    "commitments.evidence": {
      label: "What shows it",
      hint: "An address that anyone can open, or a few words. Left empty, the page says that nothing shows it yet.",
    },
    "commitments.asOf": { label: "True on" },
    "commitments.answer": {
      label: "Your answer to reviews",
      hint: "Where other hosts review this commitment, this is shown below that, here and on other sites. A sentence or two.",
    },
    doesNot: { label: "We do not", hint: "One thing a line. For example “We do not repair hardware”." },
    referrals: { label: "Whom you point to", hint: "Other hosts that do better in some cases." },
    "referrals.to": { label: "Who", hint: "A name or an address." },
    "referrals.why": { label: "In which case" },
    "solidarity.who": { label: "For whom" },
    "solidarity.notFor": { label: "Not for" },
    "solidarity.how": {
      label: "How it is decided",
      hint: "What to ask, of whom, and who pays the difference. Left empty, nothing is said of a solidarity price.",
    },
    termsUrl: { label: "Terms of use", hint: "The address of the page." },
    dataLocation: {
      label: "Where the data are",
      hint: "Town and country of the machines, and with whom. For example “Lyon, in our own rooms”.",
    },
    facts: { label: "Facts" },
    "facts.name": { label: "What it is about", hint: "For example “Team”." },
    "facts.value": { label: "What is true" },
    "facts.note": { label: "Date or detail" },
  },
  policies: {
    only: { label: "This territory only", hint: "The others are pointed to somebody nearer." },
    priority: { label: "This territory first", hint: "You answer everyone, your neighbours first." },
    fallback: {
      label: "Elsewhere only if nothing is nearer",
      hint: "The directory shows you where nobody else fits.",
    },
    anywhere: { label: "Anywhere", hint: "At a distance, without preference." },
  },
  guessed: "To be guessed",
  nothing: "Do not say",
  written: { fr: "French", en: "English" },
  which: (typed) => `“${typed}”: which one?`,
  row: (n) => `Row ${n}`,
  newRow: "A new row",
  emptyRow: "To take a row away, empty it.",
  more: "Add rows",
  claims: [
    "We neither sell nor rent your data.",
    "We show no advertising.",
    "We use free software only.",
    "We publish the list of the software that we use.",
    "We publish our accounts.",
    "We publish our breakdowns.",
    "Your backups are read back every quarter.",
    "You can leave with your data at any time.",
    "We have signed the charter of the CHATONS.",
  ],
  structured: "It came from a file: leave it as it is, or put a text in its place.",
  refusals: {
    "too-long": (most) => `This text is too long: ${most} characters at most.`,
    "text-missing": () => "A text is missing here. Write it, or empty the row.",
    "claim-missing": () => "The promise itself is missing. Write it, or empty the row.",
    "name-missing": () => "A name is missing. For example “La Pomme”.",
    "how-missing": () => "Say how the solidarity price is decided, or untick everything.",
    "address-malformed": (said) => `“${said}” is no address on the web. For example https://pomme.example.`,
    "email-malformed": (said) => `“${said}” is no e-mail address. For example hello@pomme.example.`,
    "phone-malformed": (said) => `“${said}” is no telephone number. For example +33 4 72 00 00 00.`,
    "day-malformed": (said) => `“${said}” is no date. For example 01/03/2027.`,
    "day-in-the-past": () => "This date has passed. Choose one to come.",
    "code-unknown": () => "Choose from the list.",
    "language-unknown": (said) => `We know no language “${said}”. For example: French, Breton.`,
    "place-unknown": (said) =>
      `We do not find “${said}”. Try the whole name, the postcode or the number of the department.`,
    "place-ambiguous": (said) => `Several places have this name: ${said}. Choose below.`,
    "place-missing": () => "Write at least one place, or choose “Anywhere”.",
    "policy-missing": () => "Choose what holds for the others.",
    "capability-missing": () => "Tick at least one thing: a host that does nothing has no offers.",
    "identifier-malformed": (said) =>
      `“${said}” is no number of this register: a figure is missing, or two have changed places.`,
    "scheme-missing": () => "Say of which register this number is.",
    "value-malformed": () => "This text can no longer be read as it stands. Put it back, or write a plain text.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
