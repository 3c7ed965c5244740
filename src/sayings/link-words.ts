import type { Language } from "../foundation/language.ts";
import type { SayingKind } from "./sayings.ts";

const fr = {
  gone: {
    title: "Ce lien n’est plus valable",
    lead: "Nous gardons 30 jours ce que l’on nous écrit. Passé ce délai, ou si l’adresse est mal recopiée, le lien ne mène plus à rien.",
    next: "Rien n’est perdu pour autant\u00a0: écrivez-nous à nouveau, ou remplissez le formulaire.",
  },
  withdrawn: {
    title: "Ce message a été retiré",
    lead: "La personne qui l’avait écrit l’a supprimé, ou y a écrit autre chose. Rien n’a été publié ni promis.",
    next: "Vous pouvez tout de même remplir le formulaire.",
  },
  used: {
    request: { title: "Ce message est déjà devenu une annonce", lead: "Vous la retrouvez parmi vos annonces." },
    pledge: { title: "Ce message est déjà devenu une promesse", lead: "Vous la retrouvez parmi vos promesses." },
    asking: { title: "Ce message est déjà devenu une demande", lead: "Vous la retrouvez parmi vos demandes." },
  } satisfies Record<SayingKind, { title: string; lead: string }>,
  other: {
    title: "Ce lien est pour un autre compte",
    lead: (here: string) =>
      `Seul le compte qui a écrit le message peut le confirmer. Ici, vous êtes ${here}. Rien n’est publié ni promis.`,
    next: "Si ce compte est aussi le vôtre, sortez d’ici, puis ouvrez à nouveau le lien et entrez avec l’autre compte.",
    out: "Sortir",
  },
  form: {
    request: "Remplir le formulaire",
    pledge: "Voir l’annonce",
    asking: "Remplir le formulaire",
  } satisfies Record<SayingKind, string>,
  mine: "Voir mes annonces et mes promesses",
  mineAskings: "Voir mes demandes",
};

const en: typeof fr = {
  gone: {
    title: "This link is no longer good",
    lead: "We keep what people write to us for 30 days. After that, or if the address was copied wrongly, the link leads nowhere.",
    next: "Nothing is lost: write to us again, or fill in the form.",
  },
  withdrawn: {
    title: "This message was taken back",
    lead: "Whoever wrote it has deleted it, or written something else in it. Nothing was published or pledged.",
    next: "You can fill in the form all the same.",
  },
  used: {
    request: { title: "This message has become a request already", lead: "You find it among your requests." },
    pledge: { title: "This message has become a pledge already", lead: "You find it among your pledges." },
    asking: { title: "This message has become a request already", lead: "You find it among what you ask." },
  },
  other: {
    title: "This link is for another account",
    lead: (here) =>
      `Only the account that wrote the message can confirm it. Here, you are ${here}. Nothing is published or pledged.`,
    next: "If that account is yours too, sign out here, then open the link again and come in with the other account.",
    out: "Sign out",
  },
  form: { request: "Fill in the form", pledge: "See the request", asking: "Fill in the form" },
  mine: "See my requests and pledges",
  mineAskings: "See what I ask",
};

export const words: Record<Language, typeof fr> = { fr, en };
