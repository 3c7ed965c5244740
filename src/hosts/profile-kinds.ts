import type { Language } from "../foundation/language.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { languageName, languageNamed } from "./language-names.ts";
import { isCode } from "./vocabularies.ts";

/** Why something that was typed cannot be taken. */
const profileRefusals = [
  ...(["too-long", "text-missing", "claim-missing", "name-missing", "how-missing"] as const),
  ...(["address-malformed", "email-malformed", "phone-malformed", "day-malformed", "day-in-the-past"] as const),
  ...(["code-unknown", "language-unknown", "place-unknown", "place-ambiguous", "place-missing"] as const),
  ...(["policy-missing", "capability-missing", "identifier-malformed", "scheme-missing", "value-malformed"] as const),
] as const;
export type ProfileRefusal = (typeof profileRefusals)[number];

/** A refusal, with the part of what was typed that it is about. */
export interface WhyNot {
  readonly reason: ProfileRefusal;
  readonly said: string;
}

/** In whose words a form speaks. */
export interface Speech {
  readonly language: Language;
  /** What facts are called, by the names that files have for them. */
  readonly factNames: Readonly<Record<string, string>>;
}

/** How one thing stands in a field, and how a field is read. */
export interface Kind<Value> {
  show(value: Value, speech: Speech): string;
  /** Of what was typed, without the space around it. */
  read(text: string, speech: Speech): Outcome<Value, WhyNot>;
}

export const because = (reason: ProfileRefusal, said = ""): { readonly done: false; readonly reason: WhyNot } =>
  refused({ reason, said: said.slice(0, 100) });

/** A text that has to be there. */
export const needed = (longest: number, missing: ProfileRefusal): Kind<string> => ({
  show: (value) => value,
  read: (text) => (text === "" ? because(missing) : within(text, longest)),
});

/** A text that may be empty. */
export const text = (longest: number): Kind<string> => ({
  show: (value) => value,
  read: (typed) => within(typed, longest),
});

/** A text, or nothing. */
export const maybe = (longest: number): Kind<string | null> => orNothing((typed) => within(typed, longest));

/** An address on the web; people leave out how it begins. */
export const webAddress: Kind<string | null> = orNothing((typed) => {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  const good = /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(address) && URL.canParse(address);
  return good ? within(address, 2_000) : because("address-malformed", typed);
});

export const email: Kind<string | null> = orNothing((typed) =>
  /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(typed) ? within(typed, 320) : because("email-malformed", typed),
);

export const phone: Kind<string | null> = orNothing((typed) =>
  /^\+?[\d\s().\u00a0\u202f-]{3,30}$/.test(typed) && /\d{3}/.test(typed.replaceAll(/\D/g, ""))
    ? done(typed)
    : because("phone-malformed", typed),
);

/** A day, as a browser sends it or as people write it: 2027-03-01, 01/03/2027. */
export const day: Kind<string | null> = orNothing((typed) => {
  const [, date = "", month = "", year = ""] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(typed) ?? [];
  const said = year === "" ? typed : `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const read = new Date(`${said}T00:00:00Z`);
  const is = /^\d{4}-\d{2}-\d{2}$/.test(said) && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(said);
  return is ? done(said) : because("day-malformed", typed);
});

/** One of the legal forms, or nothing. */
export const legalForm: Kind<string | null> = orNothing((typed) =>
  isCode("legalForms", typed) ? done(typed) : because("code-unknown", typed),
);

export const country: Kind<string | null> = orNothing((typed) =>
  /^[A-Z]{2}$/.test(typed) ? done(typed) : because("code-unknown", typed),
);

/** The language somebody writes in. */
export const writtenLanguage: Kind<string> = {
  show: (value) => value,
  read: (typed) => (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(typed) ? done(typed) : because("language-unknown", typed)),
};

/** Languages by their names, with commas between. */
export const languages: Kind<readonly string[]> = {
  show: (codes, { language }) => codes.map((code) => languageName(code, language)).join(", "),
  read(typed, { language }) {
    const names = typed.split(/[,;\n]/).flatMap((name) => name.trim() || []);
    const codes = names.map((name) => languageNamed(name, language));
    const unknown = names.find((_, at) => codes[at] === null);
    return unknown === undefined
      ? done([...new Set(codes.filter((code) => code !== null))])
      : because("language-unknown", unknown);
  },
};

/** What a fact is called: by our word for it where there is one. */
export const factName: Kind<string> = {
  show: (name, { factNames }) => (Object.hasOwn(factNames, name) ? (factNames[name] ?? name) : name),
  read(typed, { factNames }) {
    const known = Object.entries(factNames).find(([, word]) => word.toLowerCase() === typed.toLowerCase());
    return typed === "" ? because("name-missing") : within(known?.[0] ?? typed, 100);
  },
};

/** Any JSON: figures and texts as they are written, the rest as JSON. */
export const factValue: Kind<unknown> = {
  show: (value) => (typeof value === "string" ? value : JSON.stringify(value)),
  read(typed) {
    if (typed === "") return because("text-missing");
    if (/^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/.test(typed)) return done(Number(typed));
    return /^[[{]/.test(typed) ? readJson(typed) : within(typed, 10_000);
  },
};

function readJson(typed: string): Outcome<unknown, WhyNot> {
  try {
    return done(JSON.parse(typed) as unknown);
  } catch {
    return because("value-malformed", typed); // somebody changed it by hand
  }
}

function within(typed: string, longest: number): Outcome<string, WhyNot> {
  return typed.length > longest ? because("too-long", String(longest)) : done(typed);
}

function orNothing(read: (typed: string) => Outcome<string, WhyNot>): Kind<string | null> {
  return { show: (value) => value ?? "", read: (typed) => (typed === "" ? done(null) : read(typed)) };
}
