import type { Language } from "../foundation/language.ts";
import type { Territory } from "../hosts/host.ts";
import { listPlacesNamed, placeName } from "../hosts/place-names.ts";
import { policies } from "../hosts/territory.ts";
import { type Codec, isUntouched, type Reading } from "./desk-form.ts";
import { choice } from "./desk-kinds.ts";

/** Where an offer is for people: the name of a place on each line, and what they mean for others. */
export const territory: Codec<Territory | null> = {
  write: (value, name, language) => ({
    [`${name}.codes`]: [(value?.codes ?? []).map((code) => placeName(code, language)).join("\n")],
    [`${name}.policy`]: [value?.policy ?? "priority"],
  }),
  read(reading, name, stored) {
    const { sent, language } = reading;
    if (stored !== undefined && isUntouched(sent, territory.write(stored, name, language))) return stored;
    const codes = readPlaces(reading, `${name}.codes`, stored?.codes ?? []);
    const policy = choice(policies, "priority").read(reading, `${name}.policy`, stored?.policy);
    return codes.length === 0 ? null : { codes, policy };
  },
};

/** The places that are named; one that was there already keeps its code, whatever else bears its name. */
function readPlaces({ sent, language, problems }: Reading, name: string, before: readonly string[]): readonly string[] {
  const typed = (sent[name]?.[0] ?? "").split(/[\r\n]+/).map((place) => place.trim());
  const known = new Map(before.map((code) => [placeName(code, language), code]));
  const found = typed.filter((place) => place !== "").map((place) => meant(place, known, language));
  if (found.some((codes) => codes.length === 0)) problems.set(name, "unknown-territory");
  else if (found.some((codes) => codes.length > 1)) problems.set(name, "several-territories");
  return [...new Set(found.flatMap((codes) => codes.slice(0, 1)))];
}

function meant(place: string, known: ReadonlyMap<string, string>, language: Language): readonly string[] {
  const code = known.get(place);
  return code === undefined ? listPlacesNamed(place, language) : [code];
}
