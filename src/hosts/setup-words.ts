import type { Language } from "../foundation/language.ts";
import type { SetUpRefusal } from "./changes.ts";

const fr = {
  title: "Qui êtes-vous\u202f?",
  lead: "Quelques réponses, et votre page est là, avec ses comptes à suivre. Tout pourra changer ensuite, sauf le nom de compte.",
  kind: "Que faites-vous ici\u202f?",
  kinds: {
    host: { label: "Nous hébergeons ou accompagnons", hint: "Vous publiez vos offres et vos disponibilités." },
    hub: {
      label: "Nous sommes un portail",
      hint: "Un réseau, une ville, un collectif\u00a0: vous montrez les offres des autres, sans en avoir.",
    },
  },
  person: "Vous",
  handleSuggested: "Voici une proposition. Vérifiez-la\u00a0: elle ne pourra plus changer.",
  name: "Nom de votre structure",
  nameHint: "Comme vos associations l’appellent. Par exemple « Le Four banal ».",
  handle: "Nom de compte",
  handleHint: (domain: string) =>
    `Ce que l’on tape pour vous suivre\u00a0: @nom@${domain}. Lettres sans accent, chiffres et tirets bas, 30 au plus. Il ne pourra plus changer.`,
  email: "Votre adresse de courriel",
  emailHint: "Pour vous reconnaître quand vous reviendrez. Elle n’est montrée à personne.",
  password: "Votre mot de passe",
  passwordHint: "12 caractères au moins. Une phrase que personne d’autre ne connaît fait très bien.",
  submit: "Continuer",
  expired: "Ce lien ne marche plus",
  expiredText:
    "Il vaut 24 heures et ne sert qu’une fois. Redémarrez Essaim\u00a0: un nouveau lien s’affiche à chaque démarrage, tant que le site n’est à personne.",
  over: "Ce site est déjà en route",
  overText: "Le lien de la mise en route ne sert qu’une fois. Qui a un compte entre par le bureau.",
  enter: "Entrer dans le bureau",
  refusals: {
    "already-set-up": "Ce site est déjà à quelqu’un.",
    "name-missing": "Il manque le nom de votre structure. Par exemple « Le Four banal ».",
    "handle-taken":
      "Ce nom de compte est déjà pris ou réservé. Essayez-en un autre, par exemple avec le nom de votre ville.",
    "handle-malformed":
      "Ce nom de compte contient autre chose que des lettres sans accent, des chiffres et des tirets bas. Par exemple four_banal.",
    "territory-malformed": "Ce territoire n’a pas la bonne forme. Par exemple dep:69, com:69123 ou country:FR.",
  } satisfies Record<SetUpRefusal, string>,
};

const en: typeof fr = {
  title: "Who are you?",
  lead: "A few answers, and your page is there, with its accounts to follow. Everything can change later, except the account name.",
  kind: "What do you do here?",
  kinds: {
    host: { label: "We host, or accompany", hint: "You publish your offers and who can get in." },
    hub: {
      label: "We are a portal",
      hint: "A network, a town, a collective: you show what others offer, and offer nothing yourselves.",
    },
  },
  person: "You",
  handleSuggested: "Here is a proposal. Check it: it cannot change later.",
  name: "Name of your organisation",
  nameHint: "As your associations call it. For example “The Village Oven”.",
  handle: "Account name",
  handleHint: (domain) =>
    `What people type to follow you: @name@${domain}. Letters without accents, figures and underscores, 30 at most. It cannot change later.`,
  email: "Your e-mail address",
  emailHint: "To know you when you come back. It is shown to nobody.",
  password: "Your password",
  passwordHint: "At least 12 characters. A sentence that only you know does very well.",
  submit: "Continue",
  expired: "This link no longer works",
  expiredText:
    "It is valid for 24 hours and works once. Restart Essaim: a new link is printed at each start as long as the site is nobody’s.",
  over: "This site is under way already",
  overText: "The link of the set-up works once. Whoever has an account enters by the desk.",
  enter: "Enter the desk",
  refusals: {
    "already-set-up": "This site is someone’s already.",
    "name-missing": "The name of your organisation is missing. For example “The Village Oven”.",
    "handle-taken": "This account name is taken or reserved. Try another, for example with the name of your town.",
    "handle-malformed":
      "This account name has something else than letters without accents, figures and underscores. For example village_oven.",
    "territory-malformed": "This territory is not well formed. For example dep:69, com:69123 or country:FR.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
