import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import { words } from "./desk-words.ts";
import type { HostProfile } from "./host.ts";
import { spoken } from "./parts.tsx";
import type { SectionName } from "./profile-sections.ts";
import { territoryName } from "./territories.ts";
import { territoryWords } from "./territory-parts.tsx";
import { label } from "./vocabularies.ts";

/** What is said now, in a line; null where nothing is. */
export const summaries: Readonly<Record<SectionName, (profile: HostProfile, language: Language) => Child | null>> = {
  identity: ({ tagline, summary, language: written }, language) => {
    const said = tagline ?? excerpt(summary);
    return said === "" ? null : <span {...spoken(written, language)}>{said}</span>;
  },
  structure: ({ legalForm, commune, memberOf }, language) =>
    joined([
      legalForm && label("legalForms", legalForm, language),
      commune && territoryName(commune, language),
      ...memberOf,
    ]),
  territory: ({ territory }, language) => territory && territoryWords(territory, language),
  contact: ({ contact: { email, phone, url, address } }) => joined([email, phone, url, address]),
  commitments: ({ commitments }, language) => {
    const shown = commitments.filter(({ evidence }) => evidence !== null).length;
    return commitments.length === 0 ? null : words[language].commitments(commitments.length, shown);
  },
  limits: ({ doesNot, referrals }, language) =>
    doesNot.length + referrals.length === 0 ? null : words[language].limits(doesNot.length, referrals.length),
  solidarity: ({ solidarity }) => solidarity && excerpt(solidarity.how),
  terms: ({ termsUrl, dataLocation }) => joined([dataLocation, termsUrl]),
  facts: ({ facts }, language) => (facts.length === 0 ? null : words[language].facts(facts.length)),
};

function joined(texts: readonly (string | null)[]): string | null {
  const said = texts.filter((text) => text !== null && text !== "");
  return said.length === 0 ? null : said.join(" · ");
}

const excerpt = (text: string): string => (text.length <= 120 ? text : `${text.slice(0, 119).trimEnd()}…`);
