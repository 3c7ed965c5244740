import type { Language } from "../foundation/language.ts";
import type { Verdict } from "./reviews.ts";

const fr = {
  verdicts: {
    confirms: "confirme",
    disputes: "conteste",
    "cannot-check": "n’a pas pu vérifier",
  } satisfies Record<Verdict, string>,
  ourVerdicts: {
    confirms: "Nous confirmons",
    disputes: "Nous contestons",
    "cannot-check": "Nous n’avons pas pu vérifier",
  } satisfies Record<Verdict, string>,
  quoted: (text: string) => `«\u00a0${text}\u00a0»`,
  on: (day: string) => `le ${day}`,
  old: "il y a plus d’un an",
  others: "Ce qu’en disent d’autres hébergeurs",
  evidence: "Ce qui le montre\u00a0:",
  statement: "Voir l’avis d’origine",
  statementOf: (name: string) => `Voir l’avis d’origine de ${name}`,
  reply: (name: string) => `Réponse de ${name}\u00a0:`,
  rule: "Chacun parle en son nom, sur son propre site, et peut se raviser. Nous ne faisons ni note ni moyenne.",
  earlier: "Avis sur des engagements formulés autrement",
  earlierText: (name: string) => `${name} a changé ou retiré ces phrases depuis. Les avis portaient sur elles.`,
  given: "Ce que nous disons des engagements des autres",
  givenText: "Ce que nous avons vérifié chez d’autres hébergeurs, daté et signé de notre nom.",
  claimOf: (name: string) => `Engagement de ${name}\u00a0:`,
};

const en: typeof fr = {
  verdicts: { confirms: "confirms it", disputes: "disputes it", "cannot-check": "could not check it" },
  ourVerdicts: { confirms: "We confirm it", disputes: "We dispute it", "cannot-check": "We could not check it" },
  quoted: (text) => `“${text}”`,
  on: (day) => `on ${day}`,
  old: "more than a year ago",
  others: "What other hosts say of it",
  evidence: "What shows it:",
  statement: "See the review at its source",
  statementOf: (name) => `See the review of ${name} at its source`,
  reply: (name) => `Answer of ${name}:`,
  rule: "Each speaks in its own name, on its own site, and may think again. We make no mark and no average of it.",
  earlier: "Reviews of commitments that were worded otherwise",
  earlierText: (name) => `${name} has changed or withdrawn these sentences since. The reviews were of them.`,
  given: "What we say of the commitments of others",
  givenText: "What we checked at other hosts, dated and signed with our name.",
  claimOf: (name) => `Commitment of ${name}:`,
};

export const words: Record<Language, typeof fr> = { fr, en };
