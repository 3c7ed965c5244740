import type { Language } from "../foundation/language.ts";
import type { Outcome } from "../foundation/outcome.ts";

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
  | "several-territories"
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
  return [...new Set(found)].sort((a, b) => a - b).slice(0, mostRows);
}

/** Far more than any list may have: what comes beyond was typed by nobody. */
const mostRows = 200;

/** Of these, the ones in which something is written. */
export function filledRows(sent: Entries, name: string): readonly number[] {
  return rowsOf(sent, name).filter((row) => !isRemoved(sent, `${name}.${row}`) && !isBlank(sent, `${name}.${row}`));
}

/** The same but for the ends of lines, which browsers write in their own way. */
function alike(sent: string, written: string): boolean {
  const even = (value: string) => value.replaceAll(/\r\n?/g, "\n");
  return even(sent) === even(written);
}

/** A field that shows less than its value: who leaves it alone keeps the value. */
export function shownAs<Value>(codec: Codec<Value>, show: (value: Value) => Value): Codec<Value> {
  return {
    write: (value, name, language) => codec.write(show(value), name, language),
    read(reading, name, stored) {
      if (stored !== undefined && isUntouched(reading.sent, codec.write(show(stored), name, reading.language)))
        return stored;
      return codec.read(reading, name, stored);
    },
  };
}

const within = (name: string, key: string): string => (name === "" ? key : `${name}.${key}`);
