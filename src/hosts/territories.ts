import { readFileSync } from "node:fs";
import type { Language } from "../foundation/language.ts";
import { projectPath } from "../foundation/project-path.ts";
import type { Territory } from "./host.ts";
import { isTerritoryCode } from "./territory.ts";
import { label } from "./vocabularies.ts";

/** What people call a territory: `com:16015` is Angoulême. A code that names nothing is shown as it is. */
export function territoryName(code: string, language: Language): string {
  if (code === "remote") return label("accompanimentFormats", "remote", language);
  const [level, value] = split(code);
  if (level === "country") return countryName(value, language) ?? code;
  return find(level, value)?.name ?? code;
}

/** Whether this names a territory that there is. */
export function isTerritory(code: string): boolean {
  if (!isTerritoryCode(code)) return false;
  const [level, value] = split(code);
  return level === "remote" || (level === "country" ? countryName(value, "en") !== null : find(level, value) !== null);
}

/** The territories around this one, the nearest first: `com:16015` lies in its EPCI, `dep:16`, `reg:75` and `country:FR`. */
export function parentsOf(code: string): readonly string[] {
  const [level, value] = split(code);
  const found = find(level, value);
  return found ? [...found.parents, "country:FR"] : [];
}

/** Whether someone in this commune is inside one of these territories; whoever works at a distance is near to all. */
export function covers(codes: readonly string[], commune: string): boolean {
  const around = new Set([commune, ...parentsOf(commune), "remote"]);
  return codes.some((code) => around.has(code));
}

/**
 * Where several hosts are all there for people; null where none of them says. Those who are there for their own places alone
 * narrow it for all, to nowhere where they have none in common; else the one that holds back most counts, the first before the others.
 */
export function sharedTerritory(all: readonly (Territory | null)[]): Territory | null {
  const said = all.flatMap((territory) => territory ?? []);
  const [first, ...others] = said.filter(({ policy }) => policy === "only");
  if (first !== undefined)
    return { policy: "only", codes: others.reduce((codes, other) => inBoth(codes, other.codes), first.codes) };
  const [most] = reserve.flatMap((policy) => said.filter((territory) => territory.policy === policy));
  return most ?? null;
}

const reserve: readonly Territory["policy"][] = ["fallback", "priority", "anywhere"];

/** What two sets of places have in common. */
function inBoth(some: readonly string[], others: readonly string[]): readonly string[] {
  const within = (codes: readonly string[], around: readonly string[]) => codes.filter((code) => covers(around, code));
  return [...new Set([...within(some, others), ...within(others, some)])];
}

/** The communes that a postcode serves: `com:69123` and its like. */
export function listCommunes(postcode: string): readonly string[] {
  served ??= Map.groupBy(
    Object.entries(read().communes).flatMap(([code, [, , , postcodes]]) => {
      return postcodes.split(" ").map((one) => ({ postcode: one, code: `com:${code}` }));
    }),
    (one) => one.postcode,
  );
  return (served.get(postcode) ?? []).map(({ code }) => code);
}

let served: ReadonlyMap<string, readonly { readonly code: string }[]> | null = null;

/** A place of the country with its name; `former` for a commune that is part of another today, and for arrondissements. */
export interface PlaceName {
  readonly code: string;
  readonly name: string;
  readonly former: boolean;
}

/** Every place of the country, the largest first. */
export function listPlaces(): readonly PlaceName[] {
  const { regions, departements, epcis, communes, parts } = read();
  const named = (level: string, table: Readonly<Record<string, string | readonly string[]>>, former = false) =>
    Object.entries(table).map(([value, told]) => ({
      code: `${level}:${value}`,
      name: typeof told === "string" ? told : (told[0] ?? value),
      former,
    }));
  return [
    ...named("reg", regions),
    ...named("dep", departements),
    ...named("epci", epcis),
    ...named("com", communes),
    ...named("com", parts, true),
  ];
}

/** The departments that a territory covers, by their codes: true where it covers the whole of one. None for what is no place in France. */
export function departmentsIn(code: string): ReadonlyMap<string, boolean> {
  const [level, value] = split(code);
  const { departements } = read();
  const all = Object.keys(departements);
  if (level === "country") return whole(value === "FR" ? all : []);
  if (level === "reg") return whole(all.filter((departement) => departements[departement]?.[1] === value));
  if (level === "dep") return whole(all.filter((departement) => departement === value));
  const communes = level === "epci" ? communesOf(value) : [read().parts[value]?.[1] ?? value];
  const around = communes.flatMap((commune) => read().communes[commune]?.[1] || []);
  // Paris is a department of one commune; one of its arrondissements is a part of it.
  return new Map(around.map((departement) => [departement, departement === "75" && value === "75056"]));
}

const whole = (codes: readonly string[]): ReadonlyMap<string, boolean> => new Map(codes.map((code) => [code, true]));

function communesOf(epci: string): readonly string[] {
  const communes = Object.entries(read().communes);
  return communes.filter(([, [, , within]]) => within === epci).map(([commune]) => commune);
}

interface Place {
  readonly name: string;
  readonly parents: readonly string[];
}

function find(level: string, value: string): Place | null {
  const { regions, departements, epcis, communes, parts } = read();
  if (level === "reg") return place(regions[value], []);
  if (level === "dep") return place(departements[value]?.[0], [code("reg", departements[value]?.[1])]);
  if (level === "epci")
    return place(epcis[value]?.[0], [code("dep", epcis[value]?.[1]), code("reg", epcis[value]?.[2])]);
  if (level !== "com") return null;
  const part = parts[value];
  if (part) return place(part[0], [code("com", part[1]), ...aroundCommune(part[1])]);
  return place(communes[value]?.[0], aroundCommune(value));
}

function aroundCommune(commune: string): readonly string[] {
  const [, departement, epci] = read().communes[commune] ?? [];
  return [code("epci", epci), code("dep", departement), code("reg", read().departements[departement ?? ""]?.[1])];
}

function place(name: string | undefined, parents: readonly string[]): Place | null {
  return name === undefined ? null : { name, parents: parents.filter((parent) => parent !== "") };
}

function code(level: string, value: string | undefined): string {
  return value ? `${level}:${value}` : "";
}

function split(code: string): readonly [string, string] {
  const [level = "", value = ""] = code.split(":");
  return [level, value];
}

function countryName(country: string, language: Language): string | null {
  if (!/^[A-Z]{2}$/.test(country)) return null;
  return countryNames[language].of(country) ?? null;
}

const countryNames: Readonly<Record<Language, Intl.DisplayNames>> = {
  fr: new Intl.DisplayNames(["fr"], { type: "region", fallback: "none" }),
  en: new Intl.DisplayNames(["en"], { type: "region", fallback: "none" }),
};

/** What src/hosts/territories-build.mjs writes: by code, the name and what it lies in; "" where there is none. */
interface Territories {
  readonly regions: Readonly<Record<string, string>>;
  readonly departements: Readonly<Record<string, readonly [name: string, region: string]>>;
  readonly epcis: Readonly<Record<string, readonly [name: string, departement: string, region: string]>>;
  readonly communes: Readonly<
    Record<string, readonly [name: string, departement: string, epci: string, postcodes: string]>
  >;
  /** Arrondissements of Paris, Lyon and Marseille, and former communes. */
  readonly parts: Readonly<Record<string, readonly [name: string, commune: string, postcodes: string]>>;
}

let territories: Territories | null = null;

function read(): Territories {
  territories ??= JSON.parse(readFileSync(projectPath("dist", "data", "territories.json"), "utf8")) as Territories;
  return territories;
}
