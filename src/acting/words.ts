import type { Language } from "../foundation/language.ts";
import type { Acting } from "../funding/acting.ts";

/** By which door somebody shows who they are. */
export type Way = Acting["kind"];

const fr = {
  who: {
    title: "Au nom de qui\u202f?",
    lead: "Pour demander, promettre ou répondre, dites d’abord qui vous êtes. Choisissez ce qui vous va le mieux.",
    kept: "Ce que vous avez écrit est gardé deux heures\u00a0: vous le retrouverez en revenant, il n’y aura plus qu’à l’envoyer.",
    tooMany:
      "Trop de formulaires viennent d’arriver de la même adresse. Montrez qui vous êtes dans un autre onglet, puis envoyez d’ici.",
    ways: {
      actor: {
        title: "Avec mon compte Mastodon ou du Fédivers",
        text: "Rien à créer ici\u00a0: votre propre serveur dit qui vous êtes.",
      },
      association: {
        title: "Pour une association qui a un compte ici",
        text: "Avec l’adresse de courriel de ce compte.",
      },
      host: { title: "Pour l’hébergeur", text: "Avec votre compte du bureau." },
    } satisfies Record<Way, object>,
    newAssociation: "Créer un compte pour mon association",
    newAssociationText: "Quatre champs, puis vous revenez ici.",
    notAccepted: {
      title: (association: string) => `${association} n’est pas encore acceptée ici`,
      text: "L’équipe de ce site lit les inscriptions\u00a0: l’association pourra promettre, demander et répondre dès qu’elle sera acceptée.",
      more: "Voir où en est l’inscription",
    },
    again: "C’est fait, envoyer maintenant",
    againHint: "Vous avez montré qui vous êtes dans un autre onglet\u202f?",
    waysLabel: "Comment entrer",
  },
  as: "Au nom de",
  asOne: (name: string) => `Vous agissez au nom de ${name}.`,
  asKinds: { host: "l’hébergeur", association: "votre association", actor: "votre compte" } satisfies Record<
    Way,
    string
  >,
  still: {
    title: "Ce que vous aviez écrit est là",
    text: "Relisez, puis envoyez\u00a0: rien n’est encore parti.",
  },
  read: {
    title: "Rempli d’après votre message",
    text: "Vérifiez chaque réponse avant d’envoyer, surtout celles que nous n’avons pas comprises à coup sûr.",
    original: "Revoir votre message",
  },
  check: "à vérifier",
  tooMuchToday:
    "Trop d’annonces ou de promesses sont venues de votre compte, ou de votre serveur, en un jour. Ce que vous avez écrit est toujours là\u00a0: envoyez-le demain.",
  optional: "facultatif",
  cancel: "Annuler",
  back: "Revenir à l’annonce",
  funding: "Petites annonces",
  mine: "Mes annonces et promesses",
};

const en: typeof fr = {
  who: {
    title: "In whose name?",
    lead: "To ask, pledge or answer, first say who you are. Choose what suits you best.",
    kept: "What you have written is kept for two hours: you find it again when you come back, ready to be sent.",
    tooMany:
      "Too many forms have just come from the same address. Show who you are in another tab, then send from here.",
    ways: {
      actor: {
        title: "With my Mastodon or Fediverse account",
        text: "Nothing to create here: your own server says who you are.",
      },
      association: {
        title: "For an association that has an account here",
        text: "With the e-mail address of that account.",
      },
      host: { title: "For the host", text: "With your account at the desk." },
    },
    newAssociation: "Make an account for my association",
    newAssociationText: "Four fields, then you come back here.",
    notAccepted: {
      title: (association) => `${association} is not accepted here yet`,
      text: "The team of this site reads the registrations: the association can pledge, ask and answer as soon as it is accepted.",
      more: "See how far the registration is",
    },
    again: "Done, send it now",
    againHint: "You have shown who you are in another tab?",
    waysLabel: "Ways in",
  },
  as: "In the name of",
  asOne: (name) => `You act in the name of ${name}.`,
  asKinds: { host: "the host", association: "your association", actor: "your account" },
  still: { title: "What you had written is here", text: "Read it again, then send it: nothing has left yet." },
  read: {
    title: "Filled in from your message",
    text: "Check each answer before you send it, above all those that we did not surely understand.",
    original: "See your message",
  },
  check: "to check",
  tooMuchToday:
    "Too many requests or pledges came from your account, or from your server, within a day. What you have written is still here: send it tomorrow.",
  optional: "optional",
  cancel: "Cancel",
  back: "Back to the request",
  funding: "Funding requests",
  mine: "My requests and pledges",
};

export const words: Record<Language, typeof fr> = { fr, en };
