import type { Language } from "../foundation/language.ts";
import type { PledgeRefusal } from "../intake/intake.ts";
import type { WithdrawalOutcome } from "./texts.ts";

const example = "nous cherchons à financer à plusieurs un Nextcloud, 600\u00a0€ par an, avant le 31 janvier";
const exampleEn = "we want to fund a Nextcloud together, €600 a year, before 31 January";

const fr = {
  understood: (what: string) => `Compris\u00a0: ${what}.`,
  toCheck: (what: string) => `À vérifier\u00a0: ${what}.`,
  nothingSure: "Reçu.",
  before: (day: string) => `avant le ${day}`,
  noDay: "la date limite",
  atLeast: (amount: string) => `au moins ${amount}`,
  ideally: (amount: string) => `dans l’idéal ${amount}`,
  each: (amount: string) => `${amount} chacun`,
  or: (readings: readonly string[]) => readings.join(" ou "),
  associations: (count: number) => `${count} structures`,
  confirmRequest: (link: string) =>
    `Rien n’est publié et rien ne vous engage. Vérifiez, complétez, puis publiez ici\u00a0: ${link}`,
  orSomebodyReads: "Si vous vouliez dire autre chose, ne faites rien\u00a0: une personne lira aussi votre message.",
  hosts: (count: number) => (count === 1 ? "un hébergeur" : `${count} hébergeurs`),
  people: (count: number) => (count === 1 ? "1 personne" : `${count} personnes`),
  askingCheck: "Ce que nous n’avons pas compris à coup sûr est marqué, et reste à vérifier.",
  confirmAsking: (link: string) =>
    `Rien n’est encore parti chez les hébergeurs. Relisez votre demande, complétez-la, puis envoyez-la ici\u00a0: ${link}`,
  noRequestNow:
    "Votre message modifié n’est plus une demande de financement. Le lien que nous avions envoyé ne mène plus à rien.",
  hint: (link: string) =>
    `Bonjour\u202f! Une personne lira votre message. Pour demander un financement à plusieurs, écrivez à ce compte, par exemple\u00a0: «\u00a0${example}\u00a0». Ou remplissez le formulaire\u00a0: ${link}`,
  title: (what: string) => `${what} à plusieurs`,
  receipt: (what: string, title: string) => `Reçu, pour «\u00a0${title}\u00a0»\u00a0: ${what}.`,
  help: (what: string) => `en nature\u00a0: ${what}`,
  ifTotal: (amount: string) => `si ${amount} sont réunis`,
  ifParticipants: (count: string) => `si nous sommes au moins ${count}`,
  checks: {
    amount: "le montant",
    what: "l’aide en nature, à promettre à part",
    count: "l’aide en nature",
    condition: "la condition",
  } satisfies Record<PledgeCheck, string>,
  confirmPledge: (link: string) =>
    `Ce n’est pas encore une promesse. Confirmez-la ici\u00a0: ${link}\nUne promesse n’est pas un paiement\u202f; vous pouvez la retirer tant que la commande n’est pas signée.`,
  stillOpen: "Votre message, lui, reste visible\u00a0: supprimez-le ensuite si vous voulez rester discret.",
  noPledgeNow: (title: string) =>
    `Votre message modifié n’est plus une promesse pour «\u00a0${title}\u00a0». Le lien que nous avions envoyé ne mène plus à rien.`,
  unclear: (reason: string, title: string, link: string) =>
    `${reason} Rien n’est promis. Pour participer à «\u00a0${title}\u00a0», passez par ici\u00a0: ${link}`,
  refusals: {
    "no-amount": "Je n’ai pas trouvé de montant dans votre message.",
    "several-amounts": "J’ai lu plusieurs montants dans votre message, et je ne sais pas lequel vous promettez.",
    "other-currency": "Cette annonce compte dans une autre monnaie que celle de votre message.",
    malformed: "Je n’ai pas su lire le montant de votre message.",
    negative: "Je n’ai pas su lire le montant de votre message\u00a0: il est négatif.",
    decimals: "Je n’ai pas su lire le montant de votre message\u00a0: il a trop de chiffres après la virgule.",
    zero: "Je n’ai pas su lire le montant de votre message\u00a0: il est de zéro.",
    "too-large": "Le montant de votre message dépasse ce que cette annonce accepte.",
    negated: "Votre message dit que vous ne promettez rien.",
    unclear: "Je ne sais pas si votre message promet quelque chose ou retire une promesse.",
  } satisfies Record<PledgeRefusal, string>,
  closed: (title: string, link: string) => `«\u00a0${title}\u00a0» ne prend plus de promesses\u00a0: ${link}`,
  withdrawals: {
    withdrawn: (title) =>
      `C’est noté\u00a0: votre promesse pour «\u00a0${title}\u00a0» est retirée. Elle ne compte plus.`,
    unconfirmed: (title) =>
      `C’est noté\u00a0: ce que vous aviez annoncé pour «\u00a0${title}\u00a0» est retiré. Ce n’était pas encore confirmé.`,
    nothing: (title, link) =>
      `Ce compte n’a rien promis pour «\u00a0${title}\u00a0»\u00a0: il n’y a rien à retirer. Si vous aviez promis autrement, passez par ici\u00a0: ${link}`,
    committed: (title, link) =>
      `La commande de «\u00a0${title}\u00a0» est signée\u00a0: votre promesse ne peut plus être retirée. La structure qui porte l’annonce peut vous répondre\u00a0: ${link}`,
  } satisfies Record<WithdrawalOutcome, (title: string, link: string) => string>,
  tooMany:
    "Nous avons reçu beaucoup de messages aujourd’hui et nous n’y répondons plus automatiquement. Une personne lira le vôtre\u202f; demain, tout reprend.",
};

/** The fields of a promise that may have to be looked at. */
export type PledgeCheck = "amount" | "what" | "count" | "condition";

const en: typeof fr = {
  understood: (what) => `Understood: ${what}.`,
  toCheck: (what) => `To check: ${what}.`,
  nothingSure: "Received.",
  before: (day) => `before ${day}`,
  noDay: "the deadline",
  atLeast: (amount) => `at least ${amount}`,
  ideally: (amount) => `ideally ${amount}`,
  each: (amount) => `${amount} each`,
  or: (readings) => readings.join(" or "),
  associations: (count) => `${count} groups`,
  confirmRequest: (link) => `Nothing is published and nothing binds you. Check it, complete it, then publish: ${link}`,
  orSomebodyReads: "If you meant something else, do nothing: a person will read your message too.",
  hosts: (count) => (count === 1 ? "one host" : `${count} hosts`),
  people: (count) => (count === 1 ? "1 person" : `${count} people`),
  askingCheck: "What we did not surely understand is marked, and has to be checked.",
  confirmAsking: (link) =>
    `Nothing has left for the hosts yet. Read your request again, complete it, then send it here: ${link}`,
  noRequestNow: "Your edited message is no request for funding any more. The link that we sent leads nowhere now.",
  hint: (link) =>
    `Hello! A person will read your message. To ask for money together with others, write to this account, for instance: “${exampleEn}”. Or fill in the form: ${link}`,
  title: (what) => `${what} together`,
  receipt: (what, title) => `Received, for “${title}”: ${what}.`,
  help: (what) => `in kind: ${what}`,
  ifTotal: (amount) => `if ${amount} come together`,
  ifParticipants: (count) => `if at least ${count} of us take part`,
  checks: {
    amount: "the amount",
    what: "the help in kind, which is promised apart",
    count: "the help in kind",
    condition: "the condition",
  },
  confirmPledge: (link) =>
    `This is not a promise yet. Confirm it here: ${link}\nA promise is no payment; you can take it back until the order is signed.`,
  stillOpen: "Your message itself stays visible: delete it afterwards if you want to stay discreet.",
  noPledgeNow: (title) =>
    `Your edited message is no promise for “${title}” any more. The link that we sent leads nowhere now.`,
  unclear: (reason, title, link) => `${reason} Nothing is promised. To take part in “${title}”, go here: ${link}`,
  refusals: {
    "no-amount": "I found no amount in your message.",
    "several-amounts": "I read several amounts in your message, and do not know which one you promise.",
    "other-currency": "This request counts in another currency than your message.",
    malformed: "I could not read the amount in your message.",
    negative: "I could not read the amount in your message: it is negative.",
    decimals: "I could not read the amount in your message: it has too many decimals.",
    zero: "I could not read the amount in your message: it is zero.",
    "too-large": "The amount in your message is more than this request takes.",
    negated: "Your message says that you promise nothing.",
    unclear: "I do not know whether your message promises something or takes a promise back.",
  },
  closed: (title, link) => `“${title}” takes no more promises: ${link}`,
  withdrawals: {
    withdrawn: (title) => `Done: your promise for “${title}” is taken back. It no longer counts.`,
    unconfirmed: (title) => `Done: what you had announced for “${title}” is taken back. It was not confirmed yet.`,
    nothing: (title, link) =>
      `This account promised nothing for “${title}”: there is nothing to take back. If you promised in another way, go here: ${link}`,
    committed: (title, link) =>
      `The order of “${title}” is signed: your promise can no longer be taken back. Its steward can answer you: ${link}`,
  },
  tooMany:
    "We received many messages today and have stopped answering by ourselves. A person will read yours; tomorrow it goes on.",
};

export const words: Record<Language, typeof fr> = { fr, en };
