import type { Language } from "../foundation/language.ts";
import type { Noun } from "./kind-words.ts";

const fr = (n: Noun) => ({
  invite: {
    title: "Tout est relu\u202f? Invitez les autres",
    text: (names: string) =>
      `${names} lira ${n.the} et qui fait quoi, exactement comme c’est écrit, et y répondra. Rien n’est public avant que tous soient d’accord.`,
    submit: "Inviter",
  },
  withdraw: {
    title: `Retirer ${n.joint}`,
    draftText:
      n.bare === "offre"
        ? "Le brouillon reste parmi vos offres, pour vous seul."
        : "Le brouillon est retiré, et c’est définitif. Personne d’autre ne l’a lu.",
    text:
      n.bare === "offre"
        ? "Elle disparaît pour tout le monde, et c’est définitif. Les autres hébergeurs et celles et ceux qui la suivent en sont prévenus."
        : `${n.The} est repris${n.e}, et c’est définitif. Les autres hébergeurs et qui l’a reçu${n.e} en sont prévenus.`,
    submit: "Retirer",
  },
  commentsText: `Ces messages ne sont lus que par les hébergeurs de ${n.this}.`,
});

const en: typeof fr = (n) => ({
  invite: {
    title: "All checked? Invite the others",
    text: (names) =>
      `${names} will read ${n.the} and who does what, exactly as written, and answer. Nothing is public before all agree.`,
    submit: "Invite",
  },
  withdraw: {
    title: `Withdraw ${n.joint}`,
    draftText:
      n.bare === "offer"
        ? "The draft stays among your offers, for you alone."
        : "The draft is withdrawn, for good. Nobody else has read it.",
    text:
      n.bare === "offer"
        ? "It goes away for everybody, for good. The other hosts and those who follow it are told."
        : `${n.The} is taken back, for good. The other hosts and whoever has received it are told.`,
    submit: "Withdraw",
  },
  commentsText: `Only the hosts of ${n.this} read these messages.`,
});

/** What a host reads that leads something of one kind. */
export const paperWords: Record<Language, typeof fr> = { fr, en };
