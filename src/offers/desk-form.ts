import type { Language } from "../foundation/language.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";

/** What a form holds, by the names of its fields. */
export type Entries = Readonly<Record<string, readonly string[]>>;

/** Why a field cannot be read. */
export type Problem =
  | "missing"
  | "too-long"
  | "too-many"
  | "amount-malformed"
  | "number-malformed"
  | "percent-malformed"
  | "day-malformed"
  | "web-address-malformed"
  | "language-malformed"
  | "slug-malformed"
  | "unknown-code"
  | "unknown-territory"
  | "not-after"
  | "below-minimum"
  | "open-in-the-middle";

/** A form being read: what was sent, and what turns out to be wrong with it. */
export interface Reading {
  readonly sent: Entries;
  readonly language: Language;
  readonly problems: Map<string, Problem>;
}

/**
 * How a value stands in a form and is read back. `stored` is what is kept now: what nobody touched stays as it is, to the
 * last space, even where a browser or our own rules would write it otherwise. What cannot be read is a problem, and stays too.
 */
export interface Codec<Value> {
  write(value: Value, name: string, language: Language): Entries;
  read(reading: Reading, name: string, stored: Value | undefined): Value;
}

export interface LeafRules<Value> {
  readonly empty: Value;
  write(value: Value, language: Language): string;
  /** From text that is trimmed. */
  read(text: string): Outcome<Value, Problem>;
}

/** A value that stands in one field. */
export function leaf<Value>({ empty, write, read }: LeafRules<Value>): Codec<Value> {
  return {
    write: (value, name, language) => ({ [name]: [write(value, language)] }),
    read({ sent, language, problems }, name, stored) {
      const text = sent[name]?.[0];
      if (text === undefined) return stored ?? empty;
      if (stored !== undefined && alike(text, write(stored, language))) return stored;
      const found = read(text.replaceAll(/\r\n?/g, "\n").trim());
      if (found.done) return found.value;
      problems.set(name, found.reason);
      return stored ?? empty;
    },
  };
}

/** Some text; nothing written is null. */
export function text(longest = 10_000): Codec<string | null> {
  return leaf<string | null>({
    empty: null,
    write: (value) => value ?? "",
    read: (typed) => (typed.length > longest ? refused("too-long") : done(typed === "" ? null : typed)),
  });
}

/** The same on one line, which is all that such a field holds. */
export function line(longest = 10_000): Codec<string | null> {
  return shownAs(text(longest), (value) => value && onOneLine(value));
}

/** Text that is empty where nothing is written. */
export function plain(longest: number, { required = false } = {}): Codec<string> {
  return leaf<string>({
    empty: "",
    write: (value) => value,
    read(typed) {
      if (required && typed === "") return refused("missing");
      return typed.length > longest ? refused("too-long") : done(typed);
    },
  });
}

/** A title: one line that has to be there. */
export function title(longest: number): Codec<string> {
  return shownAs(plain(longest, { required: true }), onOneLine);
}

/** A list with a line for each thing. */
export const lines: Codec<readonly string[]> = leaf<readonly string[]>({
  empty: [],
  write: (items) => items.join("\n"),
  read(typed) {
    const items = typed
      .split("\n")
      .map((item) => item.trim())
      .filter((item) => item !== "");
    if (items.length > 100) return refused("too-many");
    return items.some((item) => item.length > 1_000) ? refused("too-long") : done(items);
  },
});

/** A whole number, or any; nothing written is null. */
export function number({ least = 0, most = 1_000_000, whole = true } = {}): Codec<number | null> {
  return leaf<number | null>({
    empty: null,
    write: (value, language) => (value === null ? "" : inLanguage(String(value), language)),
    read(typed) {
      if (typed === "") return done(null);
      const value = Number(decimalOfText(typed) ?? Number.NaN);
      const fits = value >= least && value <= most && (!whole || Number.isInteger(value));
      return fits ? done(value) : refused("number-malformed");
    },
  });
}

/** One of a few codes; nothing chosen is null. A code that we do not know stays for as long as nobody chooses another. */
export function oneOf<Code extends string>(isKnown: (code: string) => code is Code): Codec<Code | null> {
  return leaf<Code | null>({
    empty: null,
    write: (value) => value ?? "",
    read: (typed) => (typed === "" ? done(null) : isKnown(typed) ? done(typed) : refused("unknown-code")),
  });
}

/** Several codes, each with a box to tick; they keep the order in which the host put them. */
export function codes(isKnown: (code: string) => boolean): Codec<readonly string[]> {
  return {
    write: (value, name) => ({ [name]: value }),
    read({ sent, problems }, name, stored = []) {
      const ticked = sent[name] ?? [];
      const fresh = [...new Set(ticked)].filter((code) => !stored.includes(code));
      if (!fresh.every(isKnown)) problems.set(name, "unknown-code");
      return [...stored.filter((code) => ticked.includes(code)), ...fresh.filter(isKnown)];
    },
  };
}

/** One of a few codes, of which one always holds. */
export function choice<Code extends string>(known: readonly Code[], usual: Code): Codec<Code> {
  return leaf<Code>({
    empty: usual,
    write: (value) => value,
    read(typed) {
      const found = known.find((code) => code === typed);
      return found === undefined ? refused("unknown-code") : done(found);
    },
  });
}

/** A box to tick. */
export const flag: Codec<boolean> = {
  write: (value, name) => ({ [name]: value ? ["yes"] : [] }),
  read: ({ sent }, name) => sent[name]?.[0] === "yes",
};

/** Several fields that belong together. */
export function group<Shape extends object>(parts: { readonly [Key in keyof Shape]: Codec<Shape[Key]> }): Codec<Shape> {
  const keys = Object.keys(parts) as (keyof Shape & string)[];
  return {
    write: (value, name, language) =>
      joined(keys.map((key) => parts[key].write(value[key], within(name, key), language))),
    read: (reading, name, stored) =>
      Object.fromEntries(
        keys.map((key) => [key, parts[key].read(reading, within(name, key), stored?.[key])]),
      ) as unknown as Shape, // each key is read by its own part
  };
}

/** Something that is there as soon as one of these fields is filled in; any value of its shape tells its fields. */
export function perhaps<Shape extends object>(
  fields: readonly string[],
  codec: Codec<Shape>,
  shape: Shape,
): Codec<Shape | null> {
  return {
    write(value, name, language) {
      if (value !== null) return codec.write(value, name, language);
      return Object.fromEntries(Object.keys(codec.write(shape, name, language)).map((field) => [field, [""]]));
    },
    read(reading, name, stored) {
      if (stored && isUntouched(reading.sent, codec.write(stored, name, reading.language))) return stored;
      const filled = fields.some((field) => (reading.sent[`${name}.${field}`]?.[0] ?? "").trim() !== "");
      return filled ? codec.read(reading, name, stored ?? undefined) : null;
    },
  };
}

/** A list of things with several fields each; a row that is empty, or marked to be removed, is none. */
export function rows<Row>(codec: Codec<Row>, most = 50): Codec<readonly Row[]> {
  return {
    write: (list, name, language) => joined(list.map((row, index) => codec.write(row, `${name}.${index}`, language))),
    read(reading, name, stored = []) {
      const kept = rowsOf(reading.sent, name).filter((row) => !isRemoved(reading.sent, `${name}.${row}`));
      const filled = kept.filter((row) => {
        const before = stored[row];
        if (!isBlank(reading.sent, `${name}.${row}`)) return true;
        return (
          before !== undefined && isUntouched(reading.sent, codec.write(before, `${name}.${row}`, reading.language))
        );
      });
      if (filled.length > most) reading.problems.set(name, "too-many");
      return filled.map((row) => codec.read(reading, `${name}.${row}`, stored[row]));
    },
  };
}

/** A value that its form shows in another shape. */
export function through<Value, Shown>(
  codec: Codec<Shown>,
  show: (value: Value) => Shown,
  take: (shown: Shown, reading: Reading, name: string) => Value,
): Codec<Value> {
  return {
    write: (value, name, language) => codec.write(show(value), name, language),
    read: (reading, name, stored) =>
      take(codec.read(reading, name, stored === undefined ? undefined : show(stored)), reading, name),
  };
}

export const isRemoved = (sent: Entries, row: string): boolean => sent[`${row}.remove`]?.[0] === "yes";

const isBlank = (sent: Entries, row: string): boolean =>
  Object.entries(sent).every(([name, [value = ""]]) => !name.startsWith(`${row}.`) || value.trim() === "");

/** Several parts of a form as one. */
export const joined = (parts: readonly Entries[]): Entries => Object.assign({}, ...parts);

/** Whether what was sent of these fields is what was written in them. */
export function isUntouched(sent: Entries, written: Entries): boolean {
  return Object.entries(written).every(([name, values]) => {
    const given = sent[name] ?? [];
    return given.length === values.length && values.every((value, index) => alike(given[index] ?? "", value));
  });
}

/** The rows of a list that a form holds, by their numbers. */
export function rowsOf(sent: Entries, name: string): readonly number[] {
  const found = Object.keys(sent).flatMap((key) => {
    const row = key.startsWith(`${name}.`) ? /^\d{1,4}(?=\.)/.exec(key.slice(name.length + 1)) : null;
    return row ? [Number(row[0])] : [];
  });
  return [...new Set(found)].sort((a, b) => a - b);
}

/** "1 234,50 €" as it can be computed with: "1234.50"; null when it is no number. */
export function decimalOfText(typed: string): string | null {
  const figures = typed.replaceAll(/[\s\u00a0\u202f']|(?:€|eur|euros?)$/gi, "").replace(",", ".");
  return /^\d+(\.\d+)?$/.test(figures) ? figures.replace(/^0+(?=\d)/, "") : null;
}

/** A decimal as the language writes it. */
export function inLanguage(decimal: string, language: Language): string {
  return language === "fr" ? decimal.replace(".", ",") : decimal;
}

/** The same but for the ends of lines, which browsers write in their own way. */
function alike(sent: string, written: string): boolean {
  const even = (value: string) => value.replaceAll(/\r\n?/g, "\n");
  return even(sent) === even(written);
}

/** A field that shows less than its value: who leaves it alone keeps the value. */
function shownAs<Value>(codec: Codec<Value>, show: (value: Value) => Value): Codec<Value> {
  return {
    write: (value, name, language) => codec.write(show(value), name, language),
    read(reading, name, stored) {
      if (stored !== undefined && isUntouched(reading.sent, codec.write(show(stored), name, reading.language)))
        return stored;
      return codec.read(reading, name, stored);
    },
  };
}

const onOneLine = (value: string): string => value.replaceAll(/[\r\n]+/g, "");

const within = (name: string, key: string): string => (name === "" ? key : `${name}.${key}`);
