import type { Language } from "../foundation/language.ts";
import type { Noun } from "./kind-words.ts";

const fr = (n: Noun) => ({
  by: `Proposé${n.e} par`,
  read: "Ce que vous accepteriez",
  readText:
    "C’est exactement ce que lirait une association, avec ce que chacun promet. Votre accord vaut pour cette version, et pour aucune autre.",
  accept: "Accepter exactement cette version",
  acceptText: `Votre accord sera publié sur votre site, pour que chacun puisse le vérifier. ${n.The} ${n.bare === "offre" ? "paraît" : "part"} quand tous ont accepté.`,
  acceptSubmit: "J’accepte cette version",
  refuse: "Refuser",
  refuseText: `Qui mène ${n.the} lira votre raison, et pourra ${n.it} changer.`,
  reason: "Votre raison",
  reasonMissing: "Dites pourquoi, en quelques mots.",
  refuseSubmit: "Envoyer le refus",
  part: "Votre part",
  partText: `Fermez-la quand vous ne pouvez plus prendre personne\u00a0: les autres le lisent, le temps que vous rouvriez.${n.bare === "offre" ? " L’offre dit alors qu’elle est fermée." : ""}`,
  partIsClosed:
    n.bare === "offre" ? "Votre part est fermée\u00a0: l’offre ne prend personne." : "Votre part est fermée.",
  partNote: "Un mot, que les autres lisent",
  closePart: "Fermer notre part",
  openPart: "Rouvrir notre part",
  leave: `Partir de ${n.this}`,
  leaveEarly: `Tous n’avaient pas encore accepté\u00a0: qui mène ${n.the} saura que vous n’en êtes plus.`,
  leaveSuspend: `${n.The} sera suspendu${n.e} aussitôt, partout, jusqu’à ce que les autres trouvent une suite. Celles et ceux qui ${n.it} suivent en sont prévenus.`,
  leaveShrink: `Votre part sera rayée. Les autres devront accepter ${n.the} plus petit${n.e}\u202f; ${n.It.toLowerCase()} est suspendu${n.e} en attendant.`,
  leaveSaid: `${n.The} dit de ce cas\u00a0:`,
  leaveSubmit: "Partir",
  meanwhile: `${n.The} a changé pendant que vous lisiez. Voici la nouvelle version\u00a0: relisez avant d’accepter.`,
});

const en: typeof fr = (n) => ({
  by: "Proposed by",
  read: "What you would accept",
  readText:
    "This is exactly what an association would read, with what each promises. Your agreement is for this version, and for no other.",
  accept: "Accept exactly this version",
  acceptText: `Your agreement will be published on your site, so that everybody can check it. ${n.The} ${n.bare === "offer" ? "appears" : "leaves"} once all have accepted.`,
  acceptSubmit: "I accept this version",
  refuse: "Refuse",
  refuseText: `Its lead will read your reason, and may change ${n.the}.`,
  reason: "Your reason",
  reasonMissing: "Say why, in a few words.",
  refuseSubmit: "Send the refusal",
  part: "Your part",
  partText: `Close it when you can take nobody else in: the others read it, until you open it again.${n.bare === "offer" ? " The offer then says that it is closed." : ""}`,
  partIsClosed: n.bare === "offer" ? "Your part is closed: the offer takes nobody in." : "Your part is closed.",
  partNote: "A word that the others read",
  closePart: "Close our part",
  openPart: "Open our part again",
  leave: `Leave ${n.this}`,
  leaveEarly: `Not all had accepted yet: the lead ${n.of} will know that you are no longer in it.`,
  leaveSuspend: `${n.The} is suspended at once, everywhere, until the others find a way on. Those who follow it are told.`,
  leaveShrink: `Your part is struck. The others have to accept the smaller ${n.bare}; it is suspended meanwhile.`,
  leaveSaid: `${n.The} says of this:`,
  leaveSubmit: "Leave",
  meanwhile: `${n.The} changed while you were reading. Here is the new version: read it before you accept.`,
});

/** What a host reads that is asked to sign something of one kind. */
export const askedWords: Record<Language, typeof fr> = { fr, en };
