import type { Language } from "../foundation/language.ts";
import { askedWords } from "./desk-asked-words.ts";
import { doneWords, refusalWords } from "./desk-done-words.ts";
import { paperWords } from "./desk-paper-words.ts";
import { stateWords } from "./desk-state-words.ts";
import { termsWords } from "./desk-terms-words.ts";
import type { JointKind, PartnerState } from "./joint.ts";
import { type Noun, nouns } from "./kind-words.ts";

const fr = {
  title: "Offres communes",
  lead: "Ce que vous proposez avec d’autres hébergeurs. Rien n’est publié avant que chacun ait dit oui à la même version.",
  draft: "Préparer une offre commune",
  received: "On vous propose",
  led: "Vous les menez",
  columns: { title: "Offre", with: "Avec", from: "Menée par" },
  none: {
    title: "Aucune offre commune pour l’instant",
    text: "L’un héberge, l’autre forme et accompagne\u00a0: ensemble, vous répondez à ce qu’aucun ne peut faire seul. Vous préparez l’offre, vous invitez, chacun accepte exactement ce qui est écrit.",
  },
  kinds: { offer: "offre", answer: "réponse commune", quote: "devis commun" } satisfies Record<JointKind, string>,
  inForce: "Tous d’accord",
  notAsked: "Pas encore invité",
  partnerStates: {
    invited: "Pas encore répondu",
    accepted: "D’accord",
    refused: "A refusé",
    left: "Est parti",
    unreachable: "Ne répond pas",
  } satisfies Record<PartnerState, string>,
  olderVersion: "D’accord avec une version d’avant",
  newVersion: "Nouvelle version à relire",
  make: {
    title: "Préparer une offre commune",
    lead: "Dites avec qui, et de quoi il s’agit. Vous direz ensuite qui fait quoi. Personne n’est invité avant que vous le demandiez.",
    from: "De quoi s’agit-il\u202f?",
    fresh: "Une offre nouvelle, à décrire ci-dessous",
    ours: "Un de vos brouillons, ou une offre nouvelle",
    offerTitle: "Son titre",
    summary: "En une phrase",
    needs: "Ce qu’elle permet",
    needsHint: "Cochez ce dont l’association aura l’usage.",
    price: "Son prix",
    priceHint: "Par exemple 120 ou 49,90. Vide\u00a0: à demander. Les formules se précisent dans l’offre elle-même.",
    period: "Ce prix est",
    partners: "Avec qui",
    partner: (n: number) => `Hébergeur ${n}`,
    partnerHint: "L’adresse de sa page, ou son compte, comme @lerucher@lerucher.example.",
    submit: "Continuer",
    nobody: "Il faut au moins un autre hébergeur.",
    unknown: (typed: string) =>
      `Nous ne trouvons pas d’hébergeur à cette adresse\u00a0: ${typed}. Copiez celle de sa page.`,
    ourselves: "C’est votre propre adresse. Donnez celle d’un autre hébergeur.",
    twice: "Cet hébergeur est déjà dans la liste.",
    titleMissing: "Donnez un titre à l’offre.",
    amountWrong: "Écrivez ce montant en chiffres\u00a0: par exemple 120 ou 49,90.",
  },
  answering: {
    title: "Répondre à plusieurs",
    lead: "Une seule réponse, que chacun de vous accepte mot pour mot. Elle part quand tous ont dit oui.",
    what: "Ce que vous proposez",
    text: "Ce que vous livreriez ensemble",
    textMissing: "Dites ce que vous livreriez.",
  },
  partners: "Qui est d’accord",
  partnerColumns: { host: "Hébergeur", state: "Réponse", note: "Ce qu’il en dit" },
  seen: (day: string) => `Son accord était à son adresse le ${day}.`,
  partClosed: (note: string) => (note === "" ? "Sa part est fermée." : `Sa part est fermée\u00a0: ${note}`),
  quoted: (text: string) => `«\u00a0${text}\u00a0»`,
  edit: "Changer qui fait quoi",
  editOffer: "Changer ce que dit l’offre",
  preview: "Voir comme le public",
  seePublic: "Voir la page publique",
  toAnswer: "Répondre",
  about: "À propos de",
  chosen: "Cette réponse est retenue\u00a0: mettez-vous d’accord avec la structure qui porte l’annonce.",
  askAgain: {
    title: "L’offre dit autre chose que ce que les autres ont lu",
    text: "Vous l’avez changée depuis. Si c’est plus qu’une faute corrigée, chacun devra accepter de nouveau.",
    submit: "Proposer ces changements",
  },
  comments: "Entre vous",
  comment: "Votre message",
  send: "Envoyer",
  us: "Vous",
  changesSince: (names: string) => `Ce qui a changé depuis l’accord donné par ${names}`,
  changesForYou: "Ce qui a changé depuis la version que vous avez acceptée",
  noChanges: "Rien n’a changé depuis.",
  done: doneWords.fr,
  refusals: refusalWords.fr,
  onlyReading: "Vous pouvez lire. Pour agir, demandez à une personne qui rédige.",
};

const en: typeof fr = {
  title: "Joint offers",
  lead: "What you give together with other hosts. Nothing is published before each has said yes to the same version.",
  draft: "Draft a joint offer",
  received: "Proposed to you",
  led: "Led by you",
  columns: { title: "Offer", with: "With", from: "Led by" },
  none: {
    title: "No joint offer so far",
    text: "One hosts, the other trains and guides: together you answer what neither can do alone. You draft the offer, you invite, and each accepts exactly what is written.",
  },
  kinds: { offer: "offer", answer: "joint answer", quote: "joint quote" },
  inForce: "All agree",
  notAsked: "Not invited yet",
  partnerStates: {
    invited: "Has not answered yet",
    accepted: "Agrees",
    refused: "Has refused",
    left: "Has left",
    unreachable: "Does not answer",
  },
  olderVersion: "Agreed to an earlier version",
  newVersion: "New version to read",
  make: {
    title: "Draft a joint offer",
    lead: "Say with whom, and what it is about. You will say next who does what. Nobody is invited before you ask for it.",
    from: "What is it about?",
    fresh: "A new offer, described below",
    ours: "One of your drafts, or a new offer",
    offerTitle: "Its title",
    summary: "In one sentence",
    needs: "What it is for",
    needsHint: "Tick what the association will use.",
    price: "Its price",
    priceHint: "For example 120 or 49.90. Empty: on request. Plans are written in the offer itself.",
    period: "This price is",
    partners: "With whom",
    partner: (n) => `Host ${n}`,
    partnerHint: "The address of its page, or its account, like @lerucher@lerucher.example.",
    submit: "Go on",
    nobody: "There must be at least one other host.",
    unknown: (typed) => `We find no host at this address: ${typed}. Copy the one of its page.`,
    ourselves: "This is your own address. Give the one of another host.",
    twice: "This host is in the list already.",
    titleMissing: "Give the offer a title.",
    amountWrong: "Write this amount in figures: 120 or 49.90 for example.",
  },
  answering: {
    title: "Answer together",
    lead: "One answer, which each of you accepts word by word. It goes out once all have said yes.",
    what: "What you propose",
    text: "What you would deliver together",
    textMissing: "Say what you would deliver.",
  },
  partners: "Who agrees",
  partnerColumns: { host: "Host", state: "Answer", note: "What it says" },
  seen: (day) => `Its agreement was at its address on ${day}.`,
  partClosed: (note) => (note === "" ? "Its part is closed." : `Its part is closed: ${note}`),
  quoted: (text) => `“${text}”`,
  edit: "Change who does what",
  editOffer: "Change what the offer says",
  preview: "See it like the public",
  seePublic: "See the public page",
  toAnswer: "Answer",
  about: "About",
  chosen: "This answer is chosen: come to an agreement with the steward of the request.",
  askAgain: {
    title: "The offer no longer says what the others have read",
    text: "You have changed it since. If this is more than a corrected mistake, each has to accept again.",
    submit: "Propose these changes",
  },
  comments: "Between you",
  comment: "Your message",
  send: "Send",
  us: "You",
  changesSince: (name) => `What has changed since ${name} agreed`,
  changesForYou: "What has changed since the version that you accepted",
  noChanges: "Nothing has changed since.",
  done: doneWords.en,
  refusals: refusalWords.en,
  onlyReading: "You may read. To act, ask somebody who edits.",
};

const still = { fr, en };

const make = (language: Language, noun: Noun) => ({
  ...{ ...still[language], ...stateWords[language](noun), ...paperWords[language](noun) },
  ...{ terms: termsWords[language](noun), asked: askedWords[language](noun) },
});

export type Words = ReturnType<typeof make>;

const ofAll = (language: Language): Record<JointKind, Words> => {
  const { offer, answer, quote } = nouns[language];
  return { offer: make(language, offer), answer: make(language, answer), quote: make(language, quote) };
};
const made: Record<Language, Record<JointKind, Words>> = { fr: ofAll("fr"), en: ofAll("en") };

/** What the desk says of something of one kind: of an offer, an answer, a quote. */
export const wordsFor = (language: Language, kind: JointKind): Words => made[language][kind];

/** What it says of all kinds, and of offers. */
export const words: Record<Language, Words> = { fr: made.fr.offer, en: made.en.offer };
