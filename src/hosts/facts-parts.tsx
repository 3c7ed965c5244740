import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import type { Frame } from "../web/layout.tsx";
import { count, money } from "../web/money.ts";
import { ownLanguage } from "../web/text-language.ts";
import { factWords } from "./fact-words.ts";
import type { HostProfile } from "./host.ts";
import { type FactLine, FactList, MaybeLink, spoken } from "./parts.tsx";
import { territoryName } from "./territories.ts";
import { isTerritoryCode } from "./territory.ts";
import { words } from "./words.ts";

interface FactsProps {
  readonly profile: HostProfile;
  readonly frame: Frame;
}

/** What else a host says of itself, in words; what only a program can read stays in the API. */
export function Facts({ profile, frame: { language } }: FactsProps) {
  const lines = profile.facts.flatMap((fact) => lineOf(fact, profile, language));
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="facts" class="stack">
      <h2 id="facts">{words[language].facts}</h2>
      <FactList lines={lines} />
    </section>
  );
}

function lineOf(
  { name, value, note }: HostProfile["facts"][number],
  profile: HostProfile,
  language: Language,
): readonly FactLine[] {
  const term = inWords(factWords[language].names, name);
  const said = valueWords(name, value, language);
  if (term === null || said === "" || saidAbove(profile, name)) return [];
  const lang = (text: string) => ownOrSpoken(text, profile.language, language);
  return [
    [
      term.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
      <>
        <span {...(isWritten(value) ? lang(said) : {})}>
          <MaybeLink text={said} />
        </span>
        {note && <small {...lang(note)}> {note}</small>}
      </>,
    ],
  ];
}

/** These have a line of their own among the rest, where the host gave them. */
function saidAbove({ languages, dataLocation }: HostProfile, name: string): boolean {
  return (name === "languages" && languages.length > 0) || (name === "dataLocation" && dataLocation !== null);
}

function ownOrSpoken(text: string, said: string, page: Language) {
  const own = ownLanguage(text, said);
  return spoken(own.lang ?? said, page);
}

// Figures and dates are put into the reader's language, the rest stays the host's.
function isWritten(value: unknown): boolean {
  return typeof value === "string" || Array.isArray(value);
}

/** Our word for it, or the host's own; null for what only a program would call so. */
function inWords(known: Readonly<Record<string, string>>, name: string): string | null {
  const word = Object.hasOwn(known, name) ? known[name] : undefined;
  return word ?? (/^\w+$/.test(name) && /[a-z][A-Z]|_|\d/.test(name) ? null : name);
}

// A fact may be any JSON: a list, a table of figures.
function valueWords(name: string, value: unknown, language: Language): string {
  if (value === null || value === undefined || typeof value === "boolean") return "";
  if (typeof value === "number") return numberWords(name, value, language);
  if (typeof value === "string") return textWords(value, language);
  const said = Array.isArray(value)
    ? value.map((one) => valueWords(name, one, language))
    : inOrder(value).map(([inner, figure]) => figureWords(inner, figure, language));
  return said.filter((one) => one !== "").join(", ");
}

// The database keeps no order among the fields of a value.
function inOrder(value: object): readonly (readonly [string, unknown])[] {
  const order = Object.keys(factWords.fr.figures);
  const placeOf = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.entries(value).sort(([one], [other]) => placeOf(one) - placeOf(other));
}

function textWords(text: string, language: Language): string {
  if (isTerritoryCode(text)) return territoryName(text, language);
  return /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/.test(text) ? dateWords(text, language) : text;
}

function figureWords(name: string, value: unknown, language: Language): string {
  const { figures, figure } = factWords[language];
  const term = inWords(figures, name);
  const said = valueWords(name, value, language);
  return term === null || said === "" ? "" : figure(term, said);
}

function numberWords(name: string, value: number, language: Language): string {
  if (name === "created") return String(value);
  return name.endsWith("EUR") ? money(value * 100, "EUR", language) : count(value, language);
}
