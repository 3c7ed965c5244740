import type { Language } from "../foundation/language.ts";
import type { AnswerRefusal } from "./answers-form.ts";
import type { Help } from "./help.ts";
import type { Keeper } from "./reasons.ts";

const fr = {
  directory: "Annuaire",
  title: "De quoi avez-vous besoin\u202f?",
  lead: "Trois questions, et les offres qui y répondent, avec ce qu’elles ne couvrent pas. Rien n’est enregistré\u00a0: vos réponses restent dans l’adresse de la page.",
  steps: "Les trois questions",
  stepNames: { needs: "Votre besoin", place: "Où et combien", help: "Quelle aide", results: "Les réponses" },
  of: (n: number) => `Question ${n} sur 3`,
  next: "Continuer",
  see: "Voir les réponses",
  unknown: "Je ne sais pas",
  back: "Revenir à la question d’avant",
  needs: {
    legend: "Que voulez-vous faire\u202f?",
    hint: "Cochez tout ce dont vous avez besoin, jusqu’à huit choses.",
    insteadOf: (tools: string) => `à la place de ${tools}`,
    leave: "Ou que voulez-vous quitter\u202f?",
    leaveHint: "Le nom d’un outil, ou de plusieurs avec des virgules. Par exemple\u00a0: Doodle, Google Docs.",
    unknownHint: "Nous vous montrerons qui peut vous aider à y voir clair.",
    libre: "Les outils montrés ici sont libres, ce qui ne veut pas dire gratuits. Chaque offre dit son prix.",
  },
  place: {
    title: "Où êtes-vous, et combien\u202f?",
    place: "Où est votre association\u202f?",
    placeHint: "Une commune, un code postal, un département ou un pays. Laissez vide si cela ne compte pas.",
    which: (typed: string) => `Lequel de ces lieux «\u00a0${typed}\u00a0» est-il\u202f?`,
    people: "Combien de personnes s’en serviront\u202f?",
    peopleHint: "À peu près. Cela sert à calculer le prix.",
    budget: "Combien pouvez-vous payer par mois\u202f?",
    budgetHint: "Les offres plus chères sont montrées aussi, et le disent.",
    euros: "€ par mois",
    optional: "facultatif",
  },
  help: {
    title: "Quelle aide voulez-vous\u202f?",
    legend: "Ce qu’il vous faut autour de l’outil",
    hint: "Cochez ce dont vous avez besoin, ou rien.",
    names: {
      clarity: "Y voir clair avant de choisir",
      installation: "Installer et régler",
      migration: "Reprendre ce que vous avez déjà",
      training: "Apprendre à s’en servir",
      support: "Avoir à qui poser ses questions",
    } satisfies Record<Help, string>,
    hints: {
      clarity: "On regarde avec vous ce que vous faites aujourd’hui, et ce qu’il faudrait.",
      installation: "On prépare l’outil pour vous, avec vos comptes.",
      migration: "Vos fichiers, vos adresses et vos courriels passent dans le nouvel outil.",
      training: "Une ou plusieurs séances pour les gens de l’association.",
      support: "Quelqu’un répond quand cela ne marche pas.",
    } satisfies Record<Help, string>,
    keeper: "Qui fait tourner l’outil, une fois installé\u202f?",
    keepers: { host: "L’hébergeur s’en occupe", us: "Nous voulons le tenir nous-mêmes" } satisfies Record<
      Keeper,
      string
    >,
    keeperHints: {
      host: "Mises à jour, surveillance, réparations\u00a0: vous n’y pensez pas.",
      us: "Il vous faut quelqu’un qui sache, et un outil pour vous seuls.",
    } satisfies Record<Keeper, string>,
    keeperUnknown: "Je ne sais pas",
  },
  refusals: {
    "too-many-wishes":
      "C’est plus de huit choses à la fois. Gardez les huit qui comptent le plus, puis recommencez avec les autres.",
    "tool-unknown":
      "Nous ne connaissons pas cet outil. Choisissez plutôt ce qu’il vous permet de faire, dans la liste.",
    "place-unknown":
      "Nous ne trouvons pas ce lieu. Essayez le nom de la commune, ou son code postal. Par exemple 69003.",
    "place-ambiguous": "Plusieurs lieux portent ce nom. Choisissez le vôtre dans la liste.",
    "number-malformed": "Écrivez un nombre entier, en chiffres. Par exemple 12.",
    "amount-malformed": "Écrivez un montant en chiffres. Par exemple 20.",
  } satisfies Record<AnswerRefusal, string>,
};

const en: typeof fr = {
  directory: "Directory",
  title: "What do you need?",
  lead: "Three questions, and the offers that answer them, with what they do not cover. Nothing is stored: your answers stay in the address of the page.",
  steps: "The three questions",
  stepNames: { needs: "Your need", place: "Where and how many", help: "Which help", results: "The answers" },
  of: (n) => `Question ${n} of 3`,
  next: "Continue",
  see: "See the answers",
  unknown: "I don’t know",
  back: "Back to the question before",
  needs: {
    legend: "What do you need to do?",
    hint: "Tick all that you need, up to eight things.",
    insteadOf: (tools) => `instead of ${tools}`,
    leave: "Or what do you want to leave?",
    leaveHint: "The name of a tool, or of several with commas. For example: Doodle, Google Docs.",
    unknownHint: "We will show you who can help you see clearly.",
    libre: "The tools shown here are free software, which does not mean free of charge. Each offer says its price.",
  },
  place: {
    title: "Where are you, and how many?",
    place: "Where is your association?",
    placeHint: "A commune, a postcode, a department or a country. Leave it empty if it does not matter.",
    which: (typed) => `Which of these places is “${typed}”?`,
    people: "How many people will use it?",
    peopleHint: "Roughly. It serves to work out the price.",
    budget: "How much can you pay a month?",
    budgetHint: "Dearer offers are shown too, and say so.",
    euros: "€ a month",
    optional: "optional",
  },
  help: {
    title: "Which help do you want?",
    legend: "What you need around the tool",
    hint: "Tick what you need, or nothing.",
    names: {
      clarity: "See clearly before choosing",
      installation: "Install and set up",
      migration: "Bring over what you have",
      training: "Learn to use it",
      support: "Have somebody to ask",
    },
    hints: {
      clarity: "Somebody looks with you at what you do today, and at what it would take.",
      installation: "The tool is made ready for you, with your accounts.",
      migration: "Your files, addresses and mail move to the new tool.",
      training: "One or several sessions for the people of the association.",
      support: "Somebody answers when it does not work.",
    },
    keeper: "Who keeps it running, once it is there?",
    keepers: { host: "The host sees to it", us: "We want to keep it ourselves" },
    keeperHints: {
      host: "Updates, monitoring, repairs: you do not think of it.",
      us: "You need somebody who knows how, and a tool for you alone.",
    },
    keeperUnknown: "I don’t know",
  },
  refusals: {
    "too-many-wishes":
      "These are more than eight things at once. Keep the eight that matter most, then begin again with the others.",
    "tool-unknown": "We do not know this tool. Choose in the list what it lets you do instead.",
    "place-unknown": "We cannot find this place. Try the name of the commune, or its postcode. For example 69003.",
    "place-ambiguous": "Several places have this name. Choose yours in the list.",
    "number-malformed": "Write a whole number, in figures. For example 12.",
    "amount-malformed": "Write an amount in figures. For example 20.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
