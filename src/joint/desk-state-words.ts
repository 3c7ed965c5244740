import type { Language } from "../foundation/language.ts";
import type { InvitationState, JointState } from "./joint.ts";
import type { Noun } from "./kind-words.ts";
import type { Waited } from "./waiting.ts";

const fr = (n: Noun) => ({
  states: {
    draft: "Brouillon",
    awaiting: "En attente d’accords",
    published: "En\u00a0ligne",
    suspended: `Suspendu${n.e}`,
    withdrawn: `Retiré${n.e}`,
  } satisfies Record<JointState, string>,
  invitationStates: {
    invited: "Attend votre réponse",
    accepted: "Vous êtes d’accord",
    refused: "Vous avez refusé",
    withdrawn: `Retiré${n.e} par qui ${n.it} mène`,
    left: "Vous êtes parti",
    ended: `Fini${n.e}`,
  } satisfies Record<InvitationState, string>,
  waits: {
    draft: "Vous n’avez encore invité personne.",
    answers: (names: string) => `On attend une réponse\u00a0: ${names}.`,
    again: (names: string) => `${n.The} a changé. On attend un nouvel accord\u00a0: ${names}.`,
    refused: (names: string) => `Refusé${n.e} par ${names}. Changez ${n.the}, ou retirez-${n.it}.`,
    left: (names: string) => `Quitté${n.e} par ${names}. Changez qui fait quoi, ou retirez ${n.the}.`,
    unreachable: (names: string) => `Son site ne répond pas\u00a0: ${names}. Nous réessayons sans cesse.`,
    checking: "Tous ont dit oui. Nous vérifions leurs accords chez chacun d’eux.",
    published: "Rien n’est attendu\u00a0: tous sont d’accord, l’offre est en ligne.",
    agreed: "Rien n’est attendu\u00a0: tous sont d’accord.",
    withdrawn: `Rien n’est attendu\u00a0: ${n.It.toLowerCase()} est retiré${n.e}.`,
    you: "On attend votre réponse.",
    youAgain: `${n.The} a changé\u00a0: on attend votre accord à la nouvelle version.`,
    others: (lead: string) => `On attend les autres. ${lead} publie quand tous sont d’accord.`,
    ended: "Rien n’est attendu de vous.",
    suspended: (lead: string) => `${n.The} est suspendu${n.e}. ${lead} cherche une suite.`,
  } satisfies Record<Waited["what"], string | ((names: string) => string)>,
});

const en: typeof fr = (n) => ({
  states: {
    draft: "Draft",
    awaiting: "Waiting for agreements",
    published: "Online",
    suspended: "Suspended",
    withdrawn: "Withdrawn",
  },
  invitationStates: {
    invited: "Waits for your answer",
    accepted: "You agree",
    refused: "You refused",
    withdrawn: "Withdrawn by its lead",
    left: "You left",
    ended: "Over",
  },
  waits: {
    draft: "You have not invited anybody yet.",
    answers: (names) => `${names} has yet to answer.`,
    again: (names) => `${n.The} has changed: ${names} has yet to agree anew.`,
    refused: (names) => `${names} refused. Change ${n.the}, or withdraw it.`,
    left: (names) => `${names} left. Change ${n.the} so that it does without, or withdraw it.`,
    unreachable: (names) => `The site of ${names} does not answer. We keep trying.`,
    checking: "All have said yes. We check their agreements at their own sites.",
    published: "Nothing to wait for: all agree, and the offer is online.",
    agreed: "Nothing to wait for: all agree.",
    withdrawn: "Nothing to wait for: it is withdrawn.",
    you: "It waits for your answer.",
    youAgain: `${n.The} has changed: it waits for your agreement to the new version.`,
    others: (lead) => `It waits for the others. ${lead} publishes once all agree.`,
    ended: "There is nothing more for you to do.",
    suspended: (lead) => `${n.The} is suspended. ${lead} looks for a way on.`,
  },
});

/** How something of one kind stands, and for what it waits. */
export const stateWords: Record<Language, typeof fr> = { fr, en };
