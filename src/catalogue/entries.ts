import type { Language } from "../foundation/language.ts";
import type { Territory } from "../hosts/host.ts";
import { findNeed, label } from "../hosts/vocabularies.ts";
import { fold } from "../offers/price.ts";
import type { ListedHost, ListedOffer } from "./catalogue.ts";
import { priceLadder } from "./price-ladder.ts";

/** Goes up when the rules below change, so that what was entered by older ones is entered anew. */
export const entryRules = 1;

/** What an offer is found by in the directory; the same for our own and for others'. */
export interface Entry {
  readonly actor: string;
  readonly host: string;
  /** `need:email`, `place:dep:16`: every list that can be searched. */
  readonly codes: readonly string[];
  /** Whole numbers below 2³⁰ that can be compared. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly confirmed: Date;
  /** Texts by the language that they are written in: what leads, and the rest. */
  readonly title: Readonly<Record<Language, string>>;
  readonly words: Readonly<Record<Language, string>>;
}

/** An offer as the directory keeps it, with what its host adds. `asked`: nothing is confirmed later than we heard of it. */
export function entryOf(offer: ListedOffer, host: Pick<ListedHost, "profile">, asked: Date): Entry {
  const confirmed = confirmedOf(offer, asked);
  return {
    ...{ actor: offer.actor, host: offer.host, confirmed },
    codes: [...new Set(codesOf(offer, host))],
    numbers: numbersOf(offer, confirmed),
    ...textsOf(offer, host),
  };
}

/** The territory that holds for an offer: its own, else that of its availability, else that of its host. */
export function territoryOf(offer: ListedOffer, { profile }: Pick<ListedHost, "profile">): Territory | null {
  return offer.content.territory ?? offer.availability?.territory ?? profile.territory;
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

function codesOf(offer: ListedOffer, host: Pick<ListedHost, "profile">): readonly string[] {
  const { content, availability } = offer;
  const { profile } = host;
  const territory = territoryOf(offer, host);
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
    ...of("capability", profile.capabilities),
    ...of("language", [content.language, ...profile.languages]),
    ...of("state", [availability?.state ?? "unknown"]),
    ...of("policy", [territory?.policy ?? "anywhere"]),
    ...of("place", territory?.codes ?? [], most.places),
    ...of("closing", profile.closing === null ? [] : ["announced"]),
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

function textsOf({ content }: ListedOffer, { profile }: Pick<ListedHost, "profile">): Pick<Entry, "title" | "words"> {
  const own: Language = content.language === "en" ? "en" : "fr";
  const host: Language = profile.language === "en" ? "en" : "fr";
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
    fr: [...(own === "fr" ? said : []), ...(host === "fr" ? [profile.name] : [])],
    en: [...(own === "en" ? said : []), ...(host === "en" ? [profile.name] : [])],
  };
  return {
    title: { fr: written("fr", leading), en: written("en", leading) },
    words: { fr: written("fr", rest), en: written("en", rest) },
  };
}

/** The tools of large companies that an offer takes the place of, as people ask for them. */
function alternatives(needs: readonly string[], lead: string): readonly string[] {
  const tools = needs.flatMap((code) => findNeed(code)?.alternativeTo ?? []);
  return tools.length === 0 ? [] : [`${lead} ${tools.join(", ")}`];
}
