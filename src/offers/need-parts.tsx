import type { Language } from "../foundation/language.ts";
import type { TermCode } from "../web/terms.ts";
import { TermsLine } from "../web/terms-line.tsx";
import type { Section } from "./desk-sections.ts";

/** The words that associations mix up, explained beside the needs with which they come; each once. */
export function NeedTerms({ needs, language }: { readonly needs: readonly string[]; readonly language: Language }) {
  const codes = [...new Set(needs.flatMap((need) => termsByNeed[need] ?? []))];
  return <TermsLine codes={codes} language={language} />;
}

/** The words that are worth explaining beside the fields of a section. */
export function SectionTerms({ section, language }: { readonly section: Section; readonly language: Language }) {
  return <TermsLine codes={termsBySection[section] ?? []} language={language} />;
}

const termsBySection: Readonly<Partial<Record<Section, readonly TermCode[]>>> = {
  what: ["newsletter", "mailing-list", "mail-provider", "mail-client", "site-engine"],
  price: ["gratis", "libre"],
  accompaniment: ["accompaniment"],
  support: ["maintenance"],
  safety: ["backup", "shared", "dedicated"],
  leaving: ["reversibility", "migration"],
  software: ["libre", "license", "source"],
};

const termsByNeed: Readonly<Record<string, readonly TermCode[]>> = {
  email: ["mail-provider", "mail-client"],
  "mailing-list": ["mailing-list", "newsletter"],
  newsletter: ["newsletter", "mailing-list"],
  website: ["site-engine", "domain"],
  "domain-name": ["domain"],
  pad: ["pad"],
  wiki: ["wiki"],
  backup: ["backup"],
  "social-network": ["fediverse"],
  "file-sharing": ["cloud"],
};
