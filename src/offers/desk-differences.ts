import { isDeepStrictEqual } from "node:util";
import type { Language } from "../foundation/language.ts";
import type { Entries } from "./desk-form.ts";
import { type Section, sectionNames, writeSection } from "./desk-sections.ts";
import type { OfferContent } from "./offer.ts";

/** A field that two versions of an offer say otherwise. */
export interface Difference {
  /** As forms name it, with the number of its row: "tiers.0.price.flat.amount". */
  readonly name: string;
  /** The formula or software that it is of. */
  readonly of: string | null;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What changes from one version of an offer to another, field by field, in the order of the editor. */
export function differencesOf(
  before: OfferContent,
  after: OfferContent,
  language: Language,
  names: readonly Section[] = sectionNames,
): readonly Difference[] {
  const [old, fresh] = [saidBy(before, language, names), saidBy(after, language, names)];
  const keys = [...new Set([...fresh.keys(), ...old.keys()])];
  return keys.flatMap((key) => {
    const [was, is] = [old.get(key), fresh.get(key)];
    const { name, of } = is ?? was ?? { name: key, of: null };
    const difference = { name, of, before: was?.values ?? [], after: is?.values ?? [] };
    return isDeepStrictEqual(difference.before, difference.after) ? [] : [difference];
  });
}

interface Said {
  readonly name: string;
  readonly of: string | null;
  readonly values: readonly string[];
}

/** All that an offer says, by what stays the same when rows are moved: a formula by its id, software by its name. */
function saidBy(content: OfferContent, language: Language, names: readonly Section[]): ReadonlyMap<string, Said> {
  const entries = Object.entries(writeAll(content, language, names));
  const said = entries.flatMap(([name, values]): [string, Said][] => {
    const filled = values.filter((value) => value !== "");
    const { key, of } = placeOf(name, content);
    return filled.length === 0 || name.endsWith(".id") ? [] : [[key, { name, of, values: filled }]];
  });
  return new Map([...said, ...hidden(content, names)]);
}

/** A place without places says nothing. */
function writeAll(content: OfferContent, language: Language, names: readonly Section[]): Entries {
  const written: Entries = Object.assign({}, ...names.map((name) => writeSection(content, name, language)));
  return content.territory === null ? { ...written, "territory.policy": [] } : written;
}

function placeOf(
  name: string,
  { tiers, software }: OfferContent,
): { readonly key: string; readonly of: string | null } {
  const [, list, row = "", rest] = /^(tiers|software)\.(\d+)\.(.+)$/.exec(name) ?? [];
  if (list === "tiers") {
    const tier = tiers[Number(row)];
    return { key: `tiers.${tier?.id}.${rest}`, of: tier?.title ?? tier?.id ?? null };
  }
  if (list !== "software") return { key: name, of: null };
  const one = software[Number(row)]?.name ?? "";
  const again = software.slice(0, Number(row)).filter((other) => other.name === one).length;
  return { key: `software.${one}.${again}.${rest}`, of: one };
}

/** What no field shows: which formulas and software there are, in which order, and what imports brought. */
function hidden({ tiers, software, extra }: OfferContent, names: readonly Section[]): readonly [string, Said][] {
  const listed = (section: Section, name: string, values: readonly string[]): [string, Said][] =>
    names.includes(section) && values.length > 0 ? [[name, { name, of: null, values }]] : [];
  const brought = tiers.flatMap((tier) =>
    listed("price", "extra", textOf(tier.extra)).map(([name, said]): [string, Said] => [
      `tiers.${tier.id}.${name}`,
      { ...said, of: tier.title ?? tier.id },
    ]),
  );
  return [
    ...listed(
      "price",
      "tiers",
      tiers.map(({ id, title }) => title ?? id),
    ),
    ...brought,
    ...listed(
      "software",
      "software",
      software.map(({ name }) => name),
    ),
    ...(names.length === sectionNames.length ? listed("what", "extra", textOf(extra)) : []),
  ];
}

const textOf = (extra: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(extra).length === 0 ? [] : [JSON.stringify(extra)];
