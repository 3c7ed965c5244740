import type { Language } from "../foundation/language.ts";
import type { SealRefusal } from "../web/form-seal.tsx";

/** Why a report was not taken. */
export type NotSent = SealRefusal | "too-many-from-here";

const fr = {
  title: { request: "Signaler cette annonce", pledge: "Signaler cette promesse" },
  lead: (title: string) =>
    `Quelque chose ne va pas dans «\u00a0${title}\u00a0»\u202f? Dites-le à l’équipe de ce site. Elle lit chaque signalement\u202f; personne d’autre ne saura qu’il vient de vous.`,
  reason: "Ce qui ne va pas",
  reasonHint:
    "Par exemple\u00a0: c’est une arnaque, ce n’est pas la bonne association, des données personnelles sont publiées.",
  reasonMissing: "Dites en quelques mots ce qui ne va pas.",
  reasonTooLong: "C’est trop long\u00a0: 5\u00a0000 caractères au plus.",
  contact: "Où vous répondre",
  contactHint:
    "Une adresse de courriel ou du Fédivers. Sans elle, l’équipe lira votre signalement sans pouvoir vous répondre.",
  contactTooLong: "C’est trop long\u00a0: 200 caractères au plus.",
  optional: "facultatif",
  send: "Envoyer le signalement",
  back: "Retour à l’annonce",
  notSent: {
    robot:
      "Votre signalement est parti si vite qu’il ressemble à celui d’un robot. Attendez un instant, puis envoyez-le à nouveau.",
    stale: "Cette page était ouverte depuis longtemps. Relisez, puis envoyez à nouveau\u00a0: rien n’est perdu.",
    "too-many-from-here":
      "Trop de signalements viennent de la même adresse. Gardez votre texte et réessayez dans une heure.",
  } satisfies Record<NotSent, string>,
  notSentTitle: "Le signalement n’est pas parti",
  sent: {
    title: "Merci, c’est noté",
    lead: "L’équipe de ce site lit votre signalement et décide quoi faire. L’annonce reste visible en attendant.",
  },
};

const en: typeof fr = {
  title: { request: "Report this request", pledge: "Report this promise" },
  lead: (title) =>
    `Is something wrong with “${title}”? Tell the team of this site. It reads every report; nobody else will know that it comes from you.`,
  reason: "What is wrong",
  reasonHint: "For instance: it is a scam, it is not that association, personal data are published.",
  reasonMissing: "Say in a few words what is wrong.",
  reasonTooLong: "This is too long: 5,000 characters at most.",
  contact: "Where to answer you",
  contactHint: "An e-mail or Fediverse address. Without one, the team reads your report but cannot answer you.",
  contactTooLong: "This is too long: 200 characters at most.",
  optional: "optional",
  send: "Send the report",
  back: "Back to the request",
  notSent: {
    robot: "Your report left so fast that it looks like that of a robot. Wait a moment, then send it again.",
    stale: "This page was open for a long time. Read it again, then send it once more: nothing is lost.",
    "too-many-from-here": "Too many reports come from the same address. Keep your text and try again in an hour.",
  },
  notSentTitle: "The report was not sent",
  sent: {
    title: "Thank you, it is noted",
    lead: "The team of this site reads your report and decides what to do. The request stays visible meanwhile.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
