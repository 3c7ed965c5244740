import type { Language } from "../foundation/language.ts";
import type { Territory } from "../hosts/host.ts";
import { isTerritory, territoryName } from "../hosts/territories.ts";
import { normalTerritoryCode, policies } from "../hosts/territory.ts";
import { type Codec, isUntouched } from "./desk-form.ts";
import { choice } from "./desk-kinds.ts";

/** Where an offer is for people: a place on each line, with its name and code, and what they mean for others. */
export const territory: Codec<Territory | null> = {
  write: (value, name, language) => ({
    [`${name}.codes`]: [(value?.codes ?? []).map((code) => placeWords(code, language)).join("\n")],
    [`${name}.policy`]: [value?.policy ?? "priority"],
  }),
  read(reading, name, stored) {
    const { sent, language, problems } = reading;
    if (stored !== undefined && isUntouched(sent, territory.write(stored, name, language))) return stored;
    const typed = (sent[`${name}.codes`]?.[0] ?? "").split(/[\r\n]+/).map((place) => place.trim());
    const places = typed.filter((place) => place !== "").map((place) => codeOf(place));
    if (places.includes(null)) problems.set(`${name}.codes`, "unknown-territory");
    const codes = [...new Set(places.filter((code) => code !== null))];
    const policy = choice(policies, "priority").read(reading, `${name}.policy`, stored?.policy);
    return codes.length === 0 ? null : { codes, policy };
  },
};

const placeWords = (code: string, language: Language): string => {
  const name = territoryName(code, language);
  return name === code ? code : `${name} (${code})`;
};

/** "Rhône (dep:69)", "dep:69" and "69" are the same; null when it is none of these. */
function codeOf(place: string): string | null {
  const [, inBrackets] = /\(([^()]+)\)$/.exec(place) ?? [];
  const code = normalTerritoryCode(inBrackets ?? place);
  const candidates = [code, `dep:${code.toUpperCase()}`];
  return candidates.find(isTerritory) ?? null;
}
