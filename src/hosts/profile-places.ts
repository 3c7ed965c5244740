import type { Language } from "../foundation/language.ts";
import type { HostProfile, Territory } from "./host.ts";
import { listPlacesNamed, type PlaceLevel, placeName } from "./place-names.ts";
import { type Part, type Question, type ReadForm, type Sent, tidy, untouched } from "./profile-form.ts";
import type { ProfileRefusal, Speech, WhyNot } from "./profile-kinds.ts";
import { policies } from "./territory.ts";

/** Where the host is there for people: places by their names, one a line or with commas between, and what they mean for others. */
export const territoryPart: Part = {
  show: ({ territory }, { language }) => ({
    "territory.codes": [linesOf(territory?.codes ?? [], language)],
    ...(territory && { "territory.policy": [territory.policy] }),
  }),
  read(sent, profile, { language }) {
    const typed = sent["territory.codes"]?.[0];
    if (typed === undefined) return untouched(profile);
    const before = profile.territory;
    const read = readPlaces(typed, sent, before?.codes ?? [], language);
    const policy = policies.find((one) => one === sent["territory.policy"]?.[0]) ?? before?.policy ?? null;
    if (read.unknown !== null) return refuse(profile, "territory.codes", "place-unknown", read.unknown);
    if (read.questions.length > 0) return askWhich(profile, "territory.codes", read.questions);
    return withTerritory(profile, read.codes, policy);
  },
};

/** The commune of its seat. */
export const communePart: Part = {
  show: ({ commune }, { language }) => ({ commune: [commune === null ? "" : placeName(commune, language)] }),
  read(sent, profile, { language }: Speech) {
    const typed = sent["commune"]?.[0];
    if (typed === undefined) return untouched(profile);
    const read = readPlaces(typed, sent, profile.commune === null ? [] : [profile.commune], language, ["com"]);
    if (read.unknown !== null) return refuse(profile, "commune", "place-unknown", read.unknown);
    if (read.questions.length > 0) return askWhich(profile, "commune", read.questions);
    return { ...untouched(profile), profile: { ...profile, commune: read.codes[0] ?? null } };
  },
};

/** The field in which one of several places of a name is chosen. */
export const pickName = (typed: string): string => `pick.${encodeURIComponent(typed)}`;

function withTerritory(profile: HostProfile, codes: readonly string[], policy: Territory["policy"] | null): ReadForm {
  const before = profile.territory;
  const same = before !== null && before.policy === policy && before.codes.join() === codes.join();
  if (same) return untouched(profile);
  if (codes.length === 0 && policy !== "anywhere")
    return before === null || policy === before.policy
      ? { ...untouched(profile), profile: { ...profile, territory: null } }
      : refuse(profile, "territory.codes", "place-missing");
  if (policy === null) return refuse(profile, "territory.policy", "policy-missing");
  return { ...untouched(profile), profile: { ...profile, territory: { codes, policy } } };
}

interface ReadPlaces {
  readonly codes: readonly string[];
  readonly questions: readonly Question[];
  /** The first that no place is called. */
  readonly unknown: string | null;
}

/** The places that were typed; one that is there already keeps its code, whatever else bears its name. */
function readPlaces(
  typed: string,
  sent: Sent,
  before: readonly string[],
  language: Language,
  levels?: readonly PlaceLevel[],
): ReadPlaces {
  if (tidy(typed) === tidy(linesOf(before, language))) return { codes: before, questions: [], unknown: null };
  const known = new Map(before.map((code) => [placeName(code, language), code]));
  const named = (name: string) => (known.has(name) ? [known.get(name) ?? ""] : listPlacesNamed(name, language, levels));
  const names = tidy(typed)
    .split("\n")
    .flatMap((line) => (named(line.trim()).length === 1 ? line : line.split(/[,;]/)))
    .flatMap((name) => name.trim() || []);
  const found = names.slice(0, most).map((name) => ({ typed: name, matches: picked(sent, name, named(name)) }));
  const codes = found.flatMap(({ matches }) => (matches.length === 1 ? matches : []));
  return {
    codes: [...new Set(codes)],
    questions: found.filter(({ matches }) => matches.length > 1),
    unknown: found.find(({ matches }) => matches.length === 0)?.typed ?? null,
  };
}

const most = 100;

function picked(sent: Sent, typed: string, matches: readonly string[]): readonly string[] {
  const choice = sent[pickName(typed)]?.[0];
  return choice !== undefined && matches.includes(choice) ? [choice] : matches;
}

const linesOf = (codes: readonly string[], language: Language): string =>
  codes.map((code) => placeName(code, language)).join("\n");

function refuse(profile: HostProfile, field: string, reason: ProfileRefusal, said = ""): ReadForm {
  const why: WhyNot = { reason, said: said.slice(0, 100) };
  return { ...untouched(profile), wrong: { [field]: why } };
}

function askWhich(profile: HostProfile, field: string, questions: readonly Question[]): ReadForm {
  const said = questions.map(({ typed }) => typed).join(", ");
  return { ...refuse(profile, field, "place-ambiguous", said), questions: { [field]: questions } };
}
