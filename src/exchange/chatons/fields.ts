import type { LineMisreading, MisreadLine } from "./chatons.ts";
import type { Kind } from "./kinds.ts";
import type { Line, Lines } from "./lines.ts";

/** Under which key each part of a thing stands in a file, and how it is written there: one table reads and writes it. */
export type Fields<Group> = { readonly [Name in keyof Group]: Field<Group[Name]> };
type Field<Value> = readonly [key: string, kind: Kind<Value>];

/** A file as it is being read: what is taken out is ticked off, so that nothing is lost unseen. */
export interface Reading {
  readonly open: Map<string, Line>;
  readonly misread: MisreadLine[];
  /** What is kept as it stands, to be written back. */
  readonly rest: Map<string, string>;
}

export function beginReading({ byKey, misread }: Lines): Reading {
  return { open: new Map(byKey), misread: [...misread], rest: new Map() };
}

/** Takes from a file what one table names. What cannot be read is reported and kept as it stands. */
export function readGroup<Group>(table: Fields<Group>, reading: Reading): Group {
  const entries = Object.entries(table) as [string, Field<unknown>][];
  const values = entries.map(([name, [key, kind]]) => [name, takeValue(reading, key, kind)]);
  // The table has one entry for each part of the group, with a kind of its type.
  return Object.fromEntries(values) as Group;
}

/** The same the other way, as pairs; what says nothing is left out. */
export function writeGroup<Group>(table: Fields<Group>, group: Group): readonly (readonly [string, string])[] {
  const names = Object.keys(table) as (keyof Group & string)[];
  return names.flatMap((name) => {
    const [key, kind] = table[name];
    const value = kind.write(group[name]);
    return value === "" ? [] : [[key, value] as const];
  });
}

function takeLine(reading: Reading, key: string): Line | null {
  const line = reading.open.get(key);
  reading.open.delete(key);
  return line === undefined || line.value === "" ? null : line;
}

/** What was kept, in an order of its own: the database forgets in which it came. */
export function inOrder(kept: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(kept).sort(([one], [other]) => (one < other ? -1 : 1));
}

/** All lines whose key fits, in the order of the file. */
export function takeLines(reading: Reading, fits: RegExp): readonly Line[] {
  const keys = [...reading.open.keys()].filter((key) => fits.test(key));
  return keys.flatMap((key) => takeLine(reading, key) ?? []);
}

export function report(reading: Reading, { key, line }: Line, reason: LineMisreading): void {
  reading.misread.push({ line, key, reason });
}

/** Keeps what is left; what the format does not know is reported. */
export function keepRest(reading: Reading): Readonly<Record<string, string>> {
  for (const line of reading.open.values()) {
    report(reading, line, "unknown-field");
    reading.rest.set(line.key, line.value);
  }
  reading.open.clear();
  return Object.fromEntries(reading.rest);
}

function takeValue<Value>(reading: Reading, key: string, kind: Kind<Value>): Value {
  const line = takeLine(reading, key);
  if (line === null) return kind.none;
  const read = kind.read(line.value);
  if (read.done) return read.value;
  report(reading, line, read.reason);
  reading.rest.set(line.key, line.value);
  return kind.none;
}
