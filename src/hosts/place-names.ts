import { type Language, languages } from "../foundation/language.ts";
import { listCommunes, listPlaces, type PlaceName, parentsOf, territoryName } from "./territories.ts";
import { isTerritoryCode, normalTerritoryCode } from "./territory.ts";

/** Levels of places, as their codes begin. */
export type PlaceLevel = "com" | "epci" | "dep" | "reg" | "country" | "remote";

/** A place as it is written in a form: its name, and what tells it from others of that name. Reads back as that place. */
export function placeName(code: string, language: Language): string {
  const name = territoryName(code, language);
  if (readsAs(name, code, language)) return name;
  const told = `${name} (${kindOf(code, language)})`;
  return readsAs(told, code, language) ? told : `${name} (${code})`;
}

/** The places that somebody may mean, the likeliest first: by name, postcode, department number or code. */
export function listPlacesNamed(typed: string, language: Language, levels?: readonly PlaceLevel[]): readonly string[] {
  const allowed = (code: string) => levels === undefined || levels.some((level) => levelOf(code) === level);
  const text = typed.trim();
  for (const search of [byCode, byNumber, byName, byNameAndKind, byBareName, byWords]) {
    const found = [...new Set(search(text, language))].filter(allowed);
    if (found.length > 0) return found;
  }
  return [];
}

/** The places of exactly this name; quick, where many words have to be tried. */
export function listPlacesCalled(name: string): readonly string[] {
  return byName(name, "fr");
}

/** A name without accents, signs and capital letters; "St" is "Saint". */
function plainName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .replaceAll(/\b(st|ste)\b/g, (short) => (short === "st" ? "saint" : "sainte"))
    .trim();
}

const readsAs = (name: string, code: string, language: Language): boolean => {
  const found = listPlacesNamed(name, language);
  return found.length === 1 && found[0] === code;
};

type Search = (text: string, language: Language) => readonly string[];

/** `dep:35` itself, or in brackets after a name. */
const byCode: Search = (text) => {
  const [, bracketed] = /\(([a-z]+:\w+)\)$/i.exec(text) ?? [];
  const code = normalTerritoryCode(bracketed ?? text);
  return isTerritoryCode(code) && (code === "remote" || territoryName(code, "en") !== code) ? [code] : [];
};

const byNumber: Search = (text) => {
  if (/^\d{5}$/.test(text)) return listCommunes(text);
  return /^(\d{2,3}|2[ab])$/i.test(text) ? byCode(`dep:${text.toUpperCase()}`, "fr") : [];
};

/** Exactly that name; former communes only where nothing else has it. */
const byName: Search = (text) => {
  const found = index().byName.get(plainName(text)) ?? [];
  const current = found.filter(({ former }) => !former);
  return (current.length > 0 ? current : found).map(({ code }) => code);
};

/** "Saint-Denis (La Réunion)", "Paris (département)". */
const byNameAndKind: Search = (text, language) => {
  const [, name, kind] = /^(.+?)\s*\(([^()]+)\)$/.exec(text) ?? [];
  if (name === undefined || kind === undefined) return [];
  const wanted = plainName(kind);
  const found = index().byName.get(plainName(name)) ?? [];
  return found.map(({ code }) => code).filter((code) => plainName(kindOf(code, language)) === wanted);
};

const byBareName: Search = (text, language) => byName(text.replace(lead, ""), language);

/** The words in their order, from the beginning of a word on: "fougeres" finds "CC du Pays de Fougères". */
const byWords: Search = (text) => {
  const words = plainName(text.replace(lead, ""));
  if (words.length < 3) return [];
  const found = index().all.filter(({ plain }) => ` ${plain}`.includes(` ${words}`));
  const order = (place: Indexed) => [place.plain === words ? 0 : 1, place.former ? 1 : 0, place.plain.length];
  return found
    .toSorted((one, other) => compare(order(one), order(other)))
    .slice(0, most)
    .map(({ code }) => code);
};

/** What stands before a name in a sentence: "le département du", "les", "le pays de". */
const lead = /^(l['’]|le |la |les )?((département|région|pays|agglomération) )?(de la |de l['’]|des |du |de |d['’])?/i;

const most = 12;

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, place) => value !== other[place]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/** What tells a place from others of its name: the department it lies in, else what kind of place it is. */
function kindOf(code: string, language: Language): string {
  const around = parentsOf(code).find((parent) => parent.startsWith("dep:"));
  const department = around === undefined ? null : territoryName(around, language);
  return department === null || department === territoryName(code, language)
    ? kinds[language][levelOf(code)]
    : department;
}

const kinds: Readonly<Record<Language, Readonly<Record<PlaceLevel, string>>>> = {
  fr: {
    ...{ com: "commune", epci: "intercommunalité", dep: "département", reg: "région" },
    ...{ country: "pays", remote: "à distance" },
  },
  en: {
    ...{ com: "commune", epci: "group of communes", dep: "department", reg: "region" },
    ...{ country: "country", remote: "remotely" },
  },
};

const levelOf = (code: string): PlaceLevel => (code === "remote" ? code : (code.split(":")[0] as PlaceLevel));

/** `country:FR` and all others. */
export function countryCodes(): readonly string[] {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const known = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((country) => known.of(country) !== undefined && !notCountries.includes(country))
    .map((country) => `country:${country}`);
}

// Codes that mean a group, a former country or none.
const notCountries: readonly string[] = ["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AN", "SU", "YU", "DD", "CS", "FX"];

interface Indexed extends PlaceName {
  readonly plain: string;
}

interface Index {
  readonly all: readonly Indexed[];
  readonly byName: ReadonlyMap<string, readonly Indexed[]>;
}

let built: Index | null = null;

/** Made at the first search, and kept. */
function index(): Index {
  if (built !== null) return built;
  const elsewhere = [...countryCodes(), "remote"].flatMap((code) =>
    languages.map((language) => ({ code, name: territoryName(code, language), former: false })),
  );
  const all = [...listPlaces(), ...elsewhere].map((place) => ({ ...place, plain: plainName(place.name) }));
  const byName = Map.groupBy(all, ({ plain }) => plain);
  built = { all, byName };
  return built;
}
