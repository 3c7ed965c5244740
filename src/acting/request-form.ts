import { readPlace } from "../directory/place-asked.ts";
import type { Sent } from "../foundation/kept-forms.ts";
import type { Language } from "../foundation/language.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type FundingDraft, NewFundingInput } from "../funding/form.ts";
import { type TermsRefusal, termsPaths } from "../funding/terms.ts";
import { placeName } from "../hosts/place-names.ts";
import { plainAmount } from "../money/typed.ts";
import { type Cents, typedAmount } from "../offers/price.ts";
import { readDay, readNumber } from "./reading.ts";

/** The fields of a request, by the section of the form in which they stand. */
const requestSections = {
  need: ["title", "description", "needs", "kind"],
  money: [
    "mode",
    "minimum",
    "optimum",
    "participants",
    "period",
    "currency",
    "presets",
    "minimumPledge",
    "maximumPledge",
    "cap",
  ],
  when: ["deadline", "extension"],
  who: ["beneficiaries", "territories", "steward", "call", "hosts", "poll"],
  extras: ["license", "helpWanted", "returns"],
} as const;
export type RequestSection = keyof typeof requestSections;
export const requestSectionNames: readonly RequestSection[] = ["need", "money", "when", "who", "extras"];
export type RequestField = (typeof requestSections)[RequestSection][number];

export type RequestFault = Exclude<RequestField, "territories" | "poll"> | "place-unknown" | "place-which";
/** What is wrong with a field: which sentence says it, with what was typed and what may be meant. */
export interface Fault {
  readonly fault: RequestFault;
  readonly typed?: string;
  readonly meant?: readonly string[];
}
export type Faults = Readonly<Partial<Record<RequestField, Fault>>>;

/** What the fields of a request say; or what is wrong, by field. What is not said yet is not wrong here. */
export function readRequest(sent: Sent, language: Language): Outcome<FundingDraft, Faults> {
  const places = readPlaces(sent["territories"] ?? [], language);
  const read = NewFundingInput.safeParse(inputOf(sent, language, places.done ? places.value : []));
  if (read.success && places.done) return done(read.data);
  const wrong = places.done ? {} : { territories: places.reason };
  return refused({ ...faultsOf(read.error?.issues ?? []), ...wrong });
}

/** What was typed, as the API would have it. */
function inputOf(sent: Sent, language: Language, territories: readonly string[]) {
  const first = (name: RequestField) => (sent[name]?.[0] ?? "").trim();
  const maybe = (name: RequestField) => first(name) || null;
  const currency = first("currency") || "EUR";
  const amount = (name: RequestField) => emptyOr(first(name), (text) => plainAmount(text, currency));
  const day = (name: RequestField) => emptyOr(first(name), (text) => readDay(text) ?? text);
  return {
    ...{ title: oneLine(first("title")), description: first("description"), language, territories },
    ...{ kind: first("kind"), needs: [...new Set(sent["needs"] ?? [])] },
    goal: {
      ...{ mode: first("mode"), minimum: amount("minimum"), optimum: amount("optimum"), currency },
      ...{ participants: emptyOr(first("participants"), headsIn), period: maybe("period") },
    },
    ...{ minimumPledge: amount("minimumPledge"), maximumPledge: amount("maximumPledge"), cap: amount("cap") },
    presets: presetsIn(sent["presets"] ?? [], currency),
    ...{ deadline: day("deadline"), extension: day("extension"), license: maybe("license") },
    ...{ beneficiaries: maybe("beneficiaries"), helpWanted: maybe("helpWanted"), returns: maybe("returns") },
    steward: emptyOr(first("steward"), oneLine),
    call: callIn(first("call") || "everyone", sent["hosts"] ?? []),
    poll: first("poll") === "yes",
  };
}

/** What is not said is null; what cannot be read stays as it was typed, to be refused. */
const emptyOr = <Read>(text: string, read: (text: string) => Read) => (text === "" ? null : read(text));
const headsIn = (text: string) => readNumber(text, { least: 2, most: 1_000_000 }) ?? text;

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ");

function presetsIn(typed: readonly string[], currency: string): readonly string[] {
  const amounts = typed.filter((text) => text.trim() !== "").map((text) => plainAmount(text, currency));
  return [...new Set(amounts)];
}

const linesIn = (typed: readonly string[]): readonly string[] =>
  typed.flatMap((text) => text.split(/[\n;,]/)).flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));

function callIn(to: string, hosts: readonly string[]) {
  return to === "some" ? { to, hosts: linesIn(hosts) } : { to };
}

function readPlaces(typed: readonly string[], language: Language): Outcome<readonly string[], Fault> {
  const codes: string[] = [];
  for (const line of linesIn(typed)) {
    const { meant } = readPlace(line, language) ?? { meant: [] };
    const [only, ...others] = meant;
    if (only === undefined) return refused({ fault: "place-unknown", typed: line });
    if (others.length > 0) {
      const names = meant.slice(0, 6).map((code) => placeName(code, language));
      return refused({ fault: "place-which", typed: line, meant: names });
    }
    codes.push(only);
  }
  return done([...new Set(codes)]);
}

interface Issue {
  readonly path: readonly PropertyKey[];
}

function faultsOf(issues: readonly Issue[]): Faults {
  const fields = issues.map(({ path }) => fieldAt(path));
  return Object.fromEntries(fields.map((field) => [field, { fault: field }]));
}

/** "goal.minimum" is the field `minimum`, "presets.2" is `presets`, "call.hosts.0" is `hosts`. */
function fieldAt(path: readonly PropertyKey[]): RequestField {
  const names = path.filter((part) => typeof part === "string").toReversed();
  const all: readonly string[] = Object.values(requestSections).flat();
  const found = names.find((name) => all.includes(name));
  return (found ?? "title") as RequestField;
}

/** The field in which a refusal of the terms is mended. */
export const fieldOfTerms = (refusal: TermsRefusal): string => termsPaths[refusal].replace("goal.", "");

/** A draft as the form shows it. */
export function sentOf({ terms, content }: FundingDraft, language: Language): Sent {
  const { goal } = terms;
  const written = (cents: Cents | null) => (cents === null ? "" : typedAmount(cents, goal.currency));
  const one = {
    ...{ title: content.title, description: content.description, kind: terms.kind, mode: goal.mode },
    ...{ minimum: written(goal.minimum), optimum: written(goal.optimum), currency: goal.currency },
    ...{ participants: goal.participants === null ? "" : String(goal.participants), period: goal.period ?? "" },
    ...{ minimumPledge: written(terms.minimumPledge), maximumPledge: written(terms.maximumPledge) },
    ...{ cap: written(terms.cap), deadline: terms.deadline ?? "", extension: terms.extension ?? "" },
    ...{ license: terms.license ?? "", beneficiaries: content.beneficiaries ?? "", steward: content.steward ?? "" },
    ...{ helpWanted: content.helpWanted ?? "", returns: content.returns ?? "", ...typedCall(content) },
    territories: content.territories.map((code) => placeName(code, language)).join(", "),
  };
  const sent = Object.fromEntries(Object.entries(one).map(([name, value]) => [name, [value]]));
  return { ...sent, needs: content.needs, presets: content.presets.map(written) };
}

const typedCall = ({ call, poll }: FundingDraft["content"]) => ({
  ...{ call: call.to, hosts: call.to === "some" ? call.hosts.join("\n") : "", poll: poll ? "yes" : "" },
});

/** What was read in a sentence, as the form shows it: places by their names. */
export function sentOfRead(fields: Readonly<Record<string, string | readonly string[]>>, language: Language): Sent {
  const sent = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()]));
  const places = sent["territories"]?.map((code) => placeName(code, language));
  return places === undefined ? sent : { ...sent, territories: [places.join(", ")] };
}
