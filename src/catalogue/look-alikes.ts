import { domainToUnicode } from "node:url";
import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";

/** Letters of other alphabets, and figures, that look like a Latin letter. */
const alike: Readonly<Record<string, string>> = {
  ...{
    а: "a",
    е: "e",
    о: "o",
    р: "p",
    с: "c",
    у: "y",
    х: "x",
    к: "k",
    м: "m",
    т: "t",
    в: "b",
    н: "h",
    і: "l",
    ӏ: "l",
    ѕ: "s",
    ј: "j",
  },
  ...{
    ԁ: "d",
    ԛ: "q",
    ԝ: "w",
    һ: "h",
    ѵ: "v",
    α: "a",
    ο: "o",
    ρ: "p",
    ν: "v",
    ι: "l",
    κ: "k",
    τ: "t",
    υ: "u",
    γ: "y",
    ε: "e",
  },
  ...{ ı: "l", ɡ: "g", ɑ: "a", "0": "o", "1": "l", i: "l", "|": "l", "5": "s", "!": "l" },
};

/** What a name looks like at a glance: two names with the same skeleton are easily taken for each other. */
export function skeletonOf(name: string): string {
  const letters = name.normalize("NFKD").toLowerCase().replaceAll(/\p{M}/gu, "");
  const plain = [...letters].map((letter) => alike[letter] ?? letter).join("");
  return plain
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

/** Whether one word is written with letters of several alphabets, as no language does. */
export function mixesScripts(name: string): boolean {
  return name.split(/[\s.,'’-]+/).some((word) => scripts.filter((script) => script.test(word)).length > 1);
}

/** A host or instance that may be taken for another. */
export interface Named {
  readonly origin: string;
  readonly name: string;
}

/** What may deceive whoever reads a name: those that look like it, and letters of several alphabets. */
export interface Doubt {
  readonly likes: readonly Named[];
  readonly mixed: boolean;
  /** The domain holds letters that are no Latin ones; browsers may show it otherwise. */
  readonly foreign: boolean;
}

/** Warns of names and domains that look like those of others known here; only of those with something to warn of. */
export async function findDoubts(reader: Reader, all: readonly Named[]): Promise<ReadonlyMap<string, Doubt>> {
  if (all.length === 0) return new Map();
  const bySkeleton = new Map<string, Named[]>();
  for (const known of await listNames(reader))
    for (const skeleton of skeletonsOf(known)) bySkeleton.set(skeleton, [...(bySkeleton.get(skeleton) ?? []), known]);
  return new Map(
    all.flatMap((one) => {
      const doubt = doubtOf(one, bySkeleton);
      return doubt.mixed || doubt.foreign || doubt.likes.length > 0 ? [[one.origin, doubt] as const] : [];
    }),
  );
}

function doubtOf(one: Named, bySkeleton: ReadonlyMap<string, readonly Named[]>): Doubt {
  const found = skeletonsOf(one).flatMap((skeleton) => bySkeleton.get(skeleton) ?? []);
  const likes = new Map(found.filter(({ origin }) => origin !== one.origin).map((other) => [other.origin, other]));
  return {
    likes: [...likes.values()].slice(0, 5),
    mixed: mixesScripts(one.name),
    foreign: one.origin.includes("xn--"),
  };
}

/** Of its name, and of its domain, whatever port it is at. */
function skeletonsOf({ origin, name }: Named): readonly string[] {
  const all = [skeletonOf(name), skeletonOf(domainToUnicode(new URL(origin).hostname))];
  return [...new Set(all)].filter((skeleton) => /\p{L}/u.test(skeleton));
}

async function listNames(reader: Reader): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    select instances.origin, coalesce(profile->>'name', instances.name, '') as name
    from instances left join catalogue_hosts on catalogue_hosts.origin = instances.origin`.execute(reader);
  return rows;
}
