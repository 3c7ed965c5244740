import { createHash } from "node:crypto";
import type { Language } from "../foundation/language.ts";
import { done, refused } from "../foundation/outcome.ts";
import { isCode, type Vocabulary } from "../hosts/vocabularies.ts";
import { type Codec, type Entries, group, joined, leaf, type Problem, perhaps, rows } from "./desk-form.ts";
import { codes, line, lines, oneOf, plain, text, title } from "./desk-kinds.ts";
import { territory } from "./desk-territory.ts";
import { tiers } from "./desk-tiers.ts";
import {
  type Accompaniment,
  type Exit,
  type OfferContent,
  type Onboarding,
  type Software,
  type Support,
  slugPattern,
} from "./offer.ts";

/** The parts of an offer as its editor has them, in the order in which they are asked for: the need first, the software last. */
export const sections = {
  what: ["title", "summary", "language", "needs", "audiences", "audiencePriority", "sectors", "techLevels"],
  scope: ["does", "doesNot", "features", "limits"],
  price: ["tiers"],
  accompaniment: ["accompaniment"],
  support: ["support", "maintenance"],
  safety: ["backups", "isolation"],
  leaving: ["exit", "continuity"],
  territory: ["territory"],
  start: ["onboarding", "registration", "conditions", "url", "addonTo", "requiresPartnerRole", "notes"],
  software: ["software"],
} as const satisfies Readonly<Record<string, readonly (keyof OfferContent)[]>>;

export type Section = keyof typeof sections;
export const sectionNames = Object.keys(sections) as readonly Section[];

export function isSection(name: string): name is Section {
  return Object.hasOwn(sections, name);
}

/** Where a field of an offer is edited. */
export function sectionOf(field: keyof OfferContent): Section {
  return sectionNames.find((name) => fieldsOf(name).some((one) => one === field)) ?? "what";
}

/** What a section's form holds for an offer. */
export function writeSection(content: OfferContent, section: Section, language: Language): Entries {
  return joined(fieldsOf(section).map((field) => codecOf(field).write(content[field], field, language)));
}

export interface ReadSection {
  /** The offer with what could be read. */
  readonly content: OfferContent;
  readonly problems: ReadonlyMap<string, Problem>;
}

/** An offer with what a section's form says; all else in it stays, and what nobody touched stays to the letter. */
export function readSection(sent: Entries, section: Section, stored: OfferContent, language: Language): ReadSection {
  const problems = new Map<string, Problem>();
  const reading = { sent, language, problems };
  const read = fieldsOf(section).map((field) => [field, codecOf(field).read(reading, field, stored[field])]);
  return { content: { ...stored, ...Object.fromEntries(read) }, problems };
}

/** Tells whether somebody has changed a section since it was shown. */
export function traceOf(content: OfferContent, names: readonly Section[]): string {
  const said = names.flatMap((name) => fieldsOf(name).map((field) => content[field]));
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url").slice(0, 22);
}

type Field = Exclude<keyof OfferContent, "extra">;

const fieldsOf = (section: Section): readonly Field[] => sections[section];
const codecOf = (field: Field) => codecs[field] as Codec<unknown>; // it reads what it wrote

const among = (list: Vocabulary) => codes((code) => isCode(list, code));
const oneAmong = (list: Vocabulary) => oneOf((code): code is string => isCode(list, code));

const webAddress = leaf<string | null>({
  empty: null,
  write: (value) => value ?? "",
  read(typed) {
    if (typed === "") return done(null);
    const sound = /^https?:\/\/\S+$/.test(typed) && URL.canParse(typed) && typed.length <= 2_000;
    return sound ? done(typed) : refused("web-address-malformed");
  },
});

const spokenLanguage = leaf<string>({
  empty: "fr",
  write: (value) => value,
  read: (typed) => (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(typed) ? done(typed) : refused("language-malformed")),
});

/** Yes, no, or nothing said. */
const yesOrNo = leaf<boolean | null>({
  empty: null,
  write: (value) => (value === null ? "" : value ? "yes" : "no"),
  read: (typed) =>
    typed === "" ? done(null) : ["yes", "no"].includes(typed) ? done(typed === "yes") : refused("unknown-code"),
});

const software = group<Software>({ name: title(1_000), version: line(), license: line(), url: webAddress });

const followUp = perhaps(["short", "long"], group({ short: line(), long: line() }), { short: null, long: null });

const codecs: { readonly [Name in Field]: Codec<OfferContent[Name]> } = {
  title: title(200),
  summary: plain(10_000),
  language: spokenLanguage,
  needs: among("needs"),
  does: lines,
  doesNot: lines,
  features: lines,
  limits: lines,
  audiences: among("audiences"),
  audiencePriority: among("audiences"),
  sectors: among("audienceSectors"),
  techLevels: among("techLevels"),
  software: rows(software, 100),
  isolation: oneOf((code): code is "dedicated" | "shared" => isCode("isolation", code)),
  tiers,
  accompaniment: group<Accompaniment>({
    included: among("accompaniment"),
    notIncluded: among("accompaniment"),
    formats: among("accompanimentFormats"),
    steps: lines,
    followUp,
  }),
  support: group<Support>({ included: yesOrNo, channels: lines, hours: line(), answerWithin: line(), note: text() }),
  maintenance: text(),
  backups: text(),
  exit: group<Exit>({ notice: line(), formats: lines, help: text() }),
  continuity: text(),
  onboarding: group<Onboarding>({ delay: line(), commitment: line(), text: text() }),
  territory,
  conditions: text(),
  registration: oneOf((code): code is "none" | "on-request" | "member" => registrations.includes(code)),
  requiresPartnerRole: oneAmong("partnershipRoles"),
  addonTo: oneOf((code): code is string => slugPattern.test(code)),
  url: webAddress,
  notes: lines,
};

export const registrations: readonly string[] = ["none", "on-request", "member"];
