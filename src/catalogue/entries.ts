import type { Language } from "../foundation/language.ts";
import type { Territory } from "../hosts/host.ts";
import { sharedTerritory } from "../hosts/territories.ts";
import { findNeed, label } from "../hosts/vocabularies.ts";
import { fold } from "../offers/price.ts";
import type { ListedHost, ListedOffer } from "./catalogue.ts";
import { priceLadder } from "./price-ladder.ts";

/** Goes up when the rules below change, so that what was entered by older ones is entered anew. */
export const entryRules = 2;

/** What an offer is found by in the directory; the same for our own and for others'. */
export interface Entry {
  readonly actor: string;
  readonly host: string;
  /** The actors of those who give it together with its host. */
  readonly partners: readonly string[];
  /** `need:email`, `place:dep:16`: every list that can be searched. */
  readonly codes: readonly string[];
  /** Whole numbers below 2³⁰ that can be compared. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly confirmed: Date;
  /** Texts by the language that they are written in: what leads, and the rest. */
  readonly title: Readonly<Record<Language, string>>;
  readonly words: Readonly<Record<Language, string>>;
}

/** Who gives an offer: its host, and of those who give it together with it the ones that are known here. */
export interface Givers {
  readonly host: Pick<ListedHost, "profile">;
  readonly partners: readonly Pick<ListedHost, "profile">[];
}

/** An offer as the directory keeps it, with what its hosts add. `asked`: nothing is confirmed later than we heard of it. */
export function entryOf(offer: ListedOffer, givers: Givers, asked: Date): Entry {
  const confirmed = confirmedOf(offer, asked);
  return {
    ...{ actor: offer.actor, host: offer.host, partners: partnersOf(offer), confirmed },
    codes: [...new Set(codesOf(offer, givers))],
    numbers: numbersOf(offer, confirmed),
    ...textsOf(offer, givers),
  };
}

/** The actors of those who give an offer together with its host. */
export const partnersOf = ({ joint }: Pick<ListedOffer, "joint">): readonly string[] =>
  joint?.partners.map(({ actor }) => actor) ?? [];

/** The territory that holds for an offer: its own, else that of its availability, else where all its hosts are there for people. */
export function territoryOf(offer: ListedOffer, { host, partners }: Givers): Territory | null {
  const said = offer.content.territory ?? offer.availability?.territory;
  return said ?? sharedTerritory([host, ...partners].map(({ profile }) => profile.territory));
}

/** When its host last said something of it. A clock that is ahead gains nothing. */
export function confirmedOf({ changed, availability }: ListedOffer, asked: Date): Date {
  const said = Math.max(changed.getTime(), availability?.confirmed.getTime() ?? 0);
  return new Date(Math.min(said, asked.getTime()));
}

/** How a piece of software is looked for, however it is written. */
export const softwareCode = (name: string): string => fold(name).slice(0, 60);

/** Minutes since 2020, and hours: what fits into the numbers of an entry. */
export const minutesOf = (time: Date): number => bounded((time.getTime() - epoch) / 60_000);
export const hoursOf = (time: Date): number => bounded((time.getTime() - epoch) / 3_600_000);

/** More than this a month is one and the same to a ceiling. */
const highestMonthly = 2 ** 20 - 1;

const epoch = Date.UTC(2020, 0, 1);
const bounded = (value: number): number => Math.min(Math.max(Math.ceil(value), 0), 2 ** 24 - 1);

// Nobody needs more; a host that lists thousands would make everyone's directory large.
const most = { places: 200, software: 30, codes: 100, text: 5_000 };

function codesOf(offer: ListedOffer, givers: Givers): readonly string[] {
  const { content, availability, joint } = offer;
  const profiles = [givers.host, ...givers.partners].map(({ profile }) => profile);
  const territory = territoryOf(offer, givers);
  const of = (kind: string, codes: readonly string[], at: number = most.codes) =>
    codes.slice(0, at).map((code) => `${kind}:${code.slice(0, 60)}`);
  return [
    ...of("need", content.needs),
    ...of("audience", content.audiences),
    ...of(
      "software",
      content.software.map(({ name }) => softwareCode(name)),
      most.software,
    ),
    ...of("isolation", content.isolation === null ? [] : [content.isolation]),
    ...of("accompaniment", content.accompaniment.included),
    ...of(
      "capability",
      profiles.flatMap(({ capabilities }) => capabilities),
    ),
    ...of("language", [content.language, ...profiles.flatMap(({ languages }) => languages)]),
    ...of("joint", [joint === null ? "no" : "yes"]),
    ...of("state", [availability?.state ?? "unknown"]),
    ...of("policy", [territory?.policy ?? "anywhere"]),
    ...of("place", territory?.codes ?? [], most.places),
    ...of("closing", profiles.some(({ closing }) => closing !== null) ? ["announced"] : []),
  ];
}

function numbersOf({ content, availability }: ListedOffer, confirmed: Date): Readonly<Record<string, number>> {
  const prices = [...priceLadder(content)].map(([name, cents]) => [name, Math.min(cents, highestMonthly)] as const);
  return {
    confirmed: hoursOf(confirmed),
    ...(availability && { expires: minutesOf(availability.expires) }),
    ...Object.fromEntries(prices),
  };
}

function textsOf({ content, joint }: ListedOffer, { host, partners }: Givers): Pick<Entry, "title" | "words"> {
  const own = writtenIn(content.language);
  // As each is called now, and as it was when it signed.
  const givers = [
    ...[host, ...partners].map(({ profile }) => profile),
    ...(joint?.partners.map(({ name }) => ({ name, language: content.language })) ?? []),
  ];
  const names = (language: Language) =>
    givers.flatMap((giver) => (writtenIn(giver.language) === language ? [giver.name] : []));
  const written = (language: Language, texts: Readonly<Record<Language, readonly string[]>>) =>
    texts[language].join("\n").slice(0, most.text);
  const named = (language: Language) => content.needs.map((need) => label("needs", need, language));
  const leading = {
    fr: [
      ...(own === "fr" ? [content.title] : []),
      ...[...named("fr"), ...alternatives(content.needs, "alternative à"), ...content.software.map(({ name }) => name)],
    ],
    en: [
      ...(own === "en" ? [content.title] : []),
      ...[...named("en"), ...alternatives(content.needs, "alternative to")],
    ],
  };
  const said = [
    content.summary,
    ...content.does,
    ...content.features,
    ...content.tiers.map(({ title }) => title ?? ""),
  ];
  const rest = {
    fr: [...names("fr"), ...(own === "fr" ? said : [])],
    en: [...names("en"), ...(own === "en" ? said : [])],
  };
  return {
    title: { fr: written("fr", leading), en: written("en", leading) },
    words: { fr: written("fr", rest), en: written("en", rest) },
  };
}

const writtenIn = (language: string): Language => (language === "en" ? "en" : "fr");

/** The tools of large companies that an offer takes the place of, as people ask for them. */
function alternatives(needs: readonly string[], lead: string): readonly string[] {
  const tools = needs.flatMap((code) => findNeed(code)?.alternativeTo ?? []);
  return tools.length === 0 ? [] : [`${lead} ${tools.join(", ")}`];
}
