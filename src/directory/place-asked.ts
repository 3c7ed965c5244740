import type { Language } from "../foundation/language.ts";
import { listPlacesNamed } from "../hosts/place-names.ts";
import { isTerritory, parentsOf } from "../hosts/territories.ts";

/** A place as somebody typed it, and the territories that it may mean: none, one, or several. */
export interface PlaceAsked {
  readonly typed: string;
  readonly meant: readonly string[];
}

/** What somebody means who says where they are: "35300", "Fougères", "Fougères (35)", "35300 Fougères", `com:35115`; null where nothing is said. */
export function readPlace(text: string, language: Language): PlaceAsked | null {
  const typed = text.trim().replaceAll(/\s+/g, " ").slice(0, 100);
  if (typed === "") return null;
  return { typed, meant: isTerritory(typed) ? [typed] : likeliest(namedBy(typed, language)) };
}

/** The territory that this asks for: one place, or a postcode, which stands for all its communes until one of them is chosen. */
export function territoryOf({ typed, meant }: PlaceAsked): string | null {
  const [only, ...others] = meant;
  if (only === undefined) return null;
  if (others.length === 0) return only;
  return isPostcode(typed) ? typed : null;
}

export const isPostcode = (typed: string): boolean => /^\d{5}$/.test(typed);

function namedBy(typed: string, language: Language): readonly string[] {
  const [, postcode, named] = /^(\d{5}) (\D.+)$/.exec(typed) ?? [];
  if (postcode !== undefined && named !== undefined) {
    const there = listPlacesNamed(postcode, language);
    const both = listPlacesNamed(named, language).filter((code) => there.includes(code));
    return both.length > 0 ? both : there;
  }
  const [, name, department] = /^(.+?) ?\((\d{2,3}|2[ab])\)$/i.exec(typed) ?? [];
  if (name === undefined || department === undefined) return listPlacesNamed(typed, language);
  const around = `dep:${department.toUpperCase()}`;
  return listPlacesNamed(name, language).filter((code) => code === around || parentsOf(code).includes(around));
}

// Paris is a commune and a department: the commune says as much. People name their commune rather than a group of them.
function likeliest(codes: readonly string[]): readonly string[] {
  const named = codes.filter((code) => !code.startsWith("epci:"));
  const nearer = named.length > 0 ? named : codes;
  return nearer.filter((code) => !nearer.some((other) => parentsOf(other).includes(code)));
}
