import type { Language } from "../foundation/language.ts";
import type { ReviewRefusal } from "./changes.ts";
import type { FormRefusal } from "./desk-form.ts";
import type { Verdict } from "./reviews.ts";

const fr = {
  title: "Avis et garanties",
  lead: "Ce que d’autres hébergeurs disent de vos engagements, et ce que vous dites des leurs. Chaque avis est public, daté, et lu sur le site de qui le donne.",
  others: "Ce que l’on dit de vos engagements",
  noOthers:
    "Personne n’a encore donné d’avis sur vos engagements. Un engagement daté, avec ce qui le montre, s’y prête.",
  ownClaims: "Voir vos engagements",
  othersRule:
    "Vous ne pouvez pas effacer l’avis d’un autre, mais vous pouvez y répondre\u00a0: votre réponse est montrée dessous, ici et sur les autres sites. Vous pouvez aussi lui écrire, pour qu’il se ravise.",
  reply: "Répondre sous vos engagements",
  unread: "nouveau",
  read: "J’ai lu",
  write: (name: string) => `Écrire à ${name}`,
  earlier: "formulé autrement depuis",
  ours: "Vos avis",
  noOurs:
    "Vous n’avez donné aucun avis. Ouvrez la page d’un hébergeur connu\u00a0: ses engagements y sont, avec un bouton à côté de chacun.",
  vouches: "Vos garanties",
  noVouches:
    "Vous ne vous portez garant de personne. Ouvrez la page d’un hébergeur que vous connaissez vraiment pour le dire.",
  knownHosts: "Voir les hébergeurs connus",
  saidOn: (day: string) => `dit le ${day}`,
  old: "plus d’un an",
  oldText: "Cela date de plus d’un an. Vérifiez, puis redites-le ou retirez-le.",
  still: "Toujours vrai",
  change: "Changer",
  withdraw: "Retirer",
  gone: "hébergeur qui n’est plus connu ici",
  does: {
    confirms: "Vous confirmez",
    disputes: "Vous contestez",
    "cannot-check": "Vous n’avez pas pu vérifier",
  } satisfies Record<Verdict, string>,
  on: (name: string) => `sur un engagement de ${name}\u00a0:`,
  section: "Ses engagements",
  sectionText:
    "Dites publiquement ce que vous en avez constaté. Votre avis est daté, signé de votre nom, et vous pourrez le retirer.",
  review: "Donner un avis",
  reviewOn: (claim: string) => `Donner un avis sur «\u00a0${claim}\u00a0»`,
  changeOn: (claim: string) => `Changer votre avis sur «\u00a0${claim}\u00a0»`,
  noClaims: "Il ne dit aucun engagement.",
  formTitle: "Votre avis",
  formLead: (name: string) => `Sur cet engagement de ${name}\u00a0:`,
  shownBy: "Ce qui le montre, selon lui\u00a0:",
  verdict: "Qu’avez-vous constaté\u202f?",
  verdicts: {
    confirms: ["Nous confirmons", "Vous l’avez vu par vous-même."],
    disputes: ["Nous contestons", "Vous avez constaté le contraire. Dites ce que vous avez vu."],
    "cannot-check": ["Nous n’avons pas pu vérifier", "Rien ne permet de le voir, ou pas à vous."],
  } satisfies Record<Verdict, readonly [string, string]>,
  why: "Pourquoi, en une ou deux phrases",
  whyHint: "Des faits, sans jargon. Tout le monde pourra le lire.",
  evidence: "L’adresse de ce qui le montre",
  optional: "facultatif",
  publish: "Publier cet avis",
  back: "Revenir sans rien publier",
  wrong: {
    "verdict-missing": "Choisissez ce que vous avez constaté.",
    "why-missing": "Pour contester, dites pourquoi\u00a0: l’autre doit pouvoir vous répondre.",
    "why-long": "C’est plus de 500 signes\u00a0: dites-le plus court.",
    "evidence-malformed": "Ce n’est pas une adresse du web. Par exemple https://pomme.example/comptes.",
  } satisfies Record<FormRefusal, string>,
  refusals: {
    "host-unknown":
      "Cet hébergeur n’est pas encore connu ici, ou il est bloqué\u00a0: il faut d’abord que son site ait prouvé qui il est.",
    "own-host": "C’est votre propre hébergeur\u00a0: les avis sont ceux des autres.",
    "claim-unknown": "Il ne dit plus cet engagement, ou pas dans ces mots. Rouvrez sa page pour voir ce qu’il dit.",
    "why-missing": "Pour contester, dites pourquoi\u00a0: l’autre doit pouvoir vous répondre.",
    "too-many-reviews": "Vous donnez déjà 500 avis. Retirez-en d’abord.",
  } satisfies Record<ReviewRefusal, string>,
  did: {
    given: "Votre avis est publié.",
    renewed: "C’est redit, à la date d’aujourd’hui.",
    withdrawn: "C’est retiré.",
    read: "C’est noté.",
  },
};

const en: typeof fr = {
  title: "Reviews and vouches",
  lead: "What other hosts say of your commitments, and what you say of theirs. Each review is public, dated, and read at the site of who gives it.",
  others: "What is said of your commitments",
  noOthers: "Nobody has reviewed your commitments yet. A dated one, with what shows it, invites it.",
  ownClaims: "See your commitments",
  othersRule:
    "You cannot erase another’s review, but you can answer it: your answer is shown below it, here and on other sites. You can also write to them, so that they think again.",
  reply: "Answer below your commitments",
  unread: "new",
  read: "I have read it",
  write: (name) => `Write to ${name}`,
  earlier: "worded otherwise since",
  ours: "Your reviews",
  noOurs:
    "You have reviewed nothing. Open the page of a known host: its commitments are there, with a button beside each.",
  vouches: "Your vouches",
  noVouches: "You vouch for nobody. Open the page of a host that you really know to say it.",
  knownHosts: "See the known hosts",
  saidOn: (day) => `said on ${day}`,
  old: "more than a year",
  oldText: "This was more than a year ago. Look again, then say it again or withdraw it.",
  still: "Still true",
  change: "Change",
  withdraw: "Withdraw",
  gone: "a host that is no longer known here",
  does: { confirms: "You confirm", disputes: "You dispute", "cannot-check": "You could not check" },
  on: (name) => `a commitment of ${name}:`,
  section: "Its commitments",
  sectionText:
    "Say in public what you found of them. Your review is dated, signed with your name, and can be withdrawn.",
  review: "Review it",
  reviewOn: (claim) => `Review “${claim}”`,
  changeOn: (claim) => `Change your review of “${claim}”`,
  noClaims: "It states no commitment.",
  formTitle: "Your review",
  formLead: (name) => `Of this commitment of ${name}:`,
  shownBy: "What shows it, by its own word:",
  verdict: "What did you find?",
  verdicts: {
    confirms: ["We confirm it", "You saw it yourselves."],
    disputes: ["We dispute it", "You found the contrary. Say what you saw."],
    "cannot-check": ["We could not check it", "Nothing lets one see it, or not you."],
  },
  why: "Why, in a sentence or two",
  whyHint: "Facts, without jargon. Everybody will be able to read it.",
  evidence: "The address of what shows it",
  optional: "optional",
  publish: "Publish this review",
  back: "Go back without publishing",
  wrong: {
    "verdict-missing": "Choose what you found.",
    "why-missing": "To dispute it, say why: the other has to be able to answer you.",
    "why-long": "This is more than 500 characters: say it shorter.",
    "evidence-malformed": "This is no address on the web. For example https://pomme.example/accounts.",
  },
  refusals: {
    "host-unknown": "This host is not known here yet, or it is blocked: its site has to prove first who it is.",
    "own-host": "This is your own host: reviews are those of others.",
    "claim-unknown":
      "It no longer states this commitment, or not in these words. Open its page again to see what it says.",
    "why-missing": "To dispute it, say why: the other has to be able to answer you.",
    "too-many-reviews": "You give 500 reviews already. Withdraw some first.",
  },
  did: {
    given: "Your review is published.",
    renewed: "It is said again, as of today.",
    withdrawn: "It is withdrawn.",
    read: "It is noted.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
