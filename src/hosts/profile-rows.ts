import { done, type Outcome } from "../foundation/outcome.ts";
import type { HostProfile } from "./host.ts";
import { type Part, type Place, readField, type Sent, tidy, untouched } from "./profile-form.ts";
import { because, type Kind, type Speech, type WhyNot } from "./profile-kinds.ts";

/** The columns of a list of things that are alike, each with how it is shown and read. */
export type Columns<Row> = { readonly [Name in keyof Row & string]: Kind<Row[Name]> };

/** Looks at a whole row once each of its fields is read: gives it as it is kept, or what is wrong with which field. */
export type RowCheck<Row> = (row: Row) => Outcome<Row, { readonly field: keyof Row & string; readonly why: WhyNot }>;

// More than anyone writes, and few enough to be read at once.
const most = 200;

/** A list of things that are alike: `commitments.0.claim`. A row whose fields are all empty is taken away. */
export function rows<Row extends object>(
  { name, of, into }: Place<readonly Row[]>,
  columns: Columns<Row>,
  check: RowCheck<Row> = done,
): Part {
  const names = Object.keys(columns) as (keyof Row & string)[];
  return {
    show: (profile, speech) =>
      Object.assign({}, ...of(profile).map((row, at) => showRow(columns, names, `${name}.${at}`, row, speech))),
    read(sent, profile, speech) {
      const count = countRows(sent, name);
      if (count === 0) return untouched(profile);
      const before = of(profile);
      const read = Array.from({ length: count }, (_, at) =>
        readRow({ columns, names, check, speech }, sent, `${name}.${at}`, before[at]),
      );
      const wrong = Object.assign({}, ...read.map((row) => row.wrong));
      const kept = read.flatMap(({ row }) => row ?? []);
      return { ...untouched(profile), wrong, profile: Object.keys(wrong).length > 0 ? profile : into(profile, kept) };
    },
  };
}

/** A list of texts, one a line; a line that stays is the text that it stood for. */
export function lines({ name, of, into }: Place<readonly string[]>, longest: number): Part {
  const flat = (text: string) => tidy(text).replaceAll(/\s*\n\s*/g, " ");
  const show = (profile: HostProfile) => of(profile).map(flat).join("\n");
  return {
    show: (profile) => ({ [name]: [show(profile)] }),
    read(sent, profile) {
      const typed = sent[name]?.[0];
      if (typed === undefined || tidy(typed) === tidy(show(profile))) return untouched(profile);
      const known = new Map(of(profile).map((text) => [flat(text), text]));
      const read = tidy(typed)
        .split("\n")
        .flatMap((line) => known.get(flat(line)) ?? (flat(line) || []));
      return read.some((line) => line.length > longest)
        ? { ...untouched(profile), wrong: { [name]: because("too-long", String(longest)).reason } }
        : { ...untouched(profile), profile: into(profile, read) };
    },
  };
}

/** How many rows a form has. */
export function countRows(sent: Sent, name: string): number {
  const places = Object.keys(sent).flatMap((field) => {
    const [list, at = ""] = field.split(".");
    return list === name && /^\d{1,3}$/.test(at) ? Number(at) + 1 : [];
  });
  return Math.min(Math.max(0, ...places), most);
}

interface Reading<Row> {
  readonly columns: Columns<Row>;
  readonly names: readonly (keyof Row & string)[];
  readonly check: RowCheck<Row>;
  readonly speech: Speech;
}

function showRow<Row>(
  columns: Columns<Row>,
  names: readonly (keyof Row & string)[],
  field: string,
  row: Row,
  speech: Speech,
): Sent {
  return Object.fromEntries(names.map((name) => [`${field}.${name}`, [columns[name].show(row[name], speech)]]));
}

interface ReadRow<Row> {
  /** Null where it is taken away, or wrong. */
  readonly row: Row | null;
  readonly wrong: Readonly<Record<string, WhyNot>>;
}

function readRow<Row extends object>(
  { columns, names, check, speech }: Reading<Row>,
  sent: Sent,
  field: string,
  before: Row | undefined,
): ReadRow<Row> {
  const shown = before === undefined ? {} : showRow(columns, names, field, before, speech);
  const typed = (name: string) => tidy((sent[`${field}.${name}`] ?? shown[`${field}.${name}`] ?? [])[0] ?? "");
  if (before !== undefined && names.every((name) => typed(name) === tidy(shown[`${field}.${name}`]?.[0] ?? "")))
    return { row: before, wrong: {} };
  if (names.every((name) => typed(name) === "")) return { row: null, wrong: {} };
  const cells = names.map((name) => {
    const kind = columns[name];
    const read =
      before === undefined ? kind.read(typed(name), speech) : readField(typed(name), before[name], kind, speech);
    return [name, read] as const;
  });
  const wrong = cells.flatMap(([name, read]) => (read.done ? [] : [[`${field}.${name}`, read.reason] as const]));
  if (wrong.length > 0) return { row: null, wrong: Object.fromEntries(wrong) };
  // One entry for each column, of its kind.
  const row = Object.fromEntries(cells.map(([name, read]) => [name, read.done ? read.value : null])) as Row;
  const checked = check(row);
  return checked.done
    ? { row: checked.value, wrong: {} }
    : { row: null, wrong: { [`${field}.${checked.reason.field}`]: checked.reason.why } };
}
