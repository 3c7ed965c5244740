import { z } from "zod";
import type { Territory } from "../hosts/host.ts";
import { type AvailabilityStatement, availabilityStates, defaultValidDays, type Wave } from "./availability.ts";

/** What is wrong with a field, for the page to say. */
export type FieldProblem =
  | "state-missing"
  | "not-a-number"
  | "not-a-day"
  | "not-a-month"
  | "day-and-month"
  | "text-too-long"
  | "not-an-opening"
  | "ends-before-it-opens"
  | "not-listed";

/** What was typed, by the names of the fields. */
type Typed = Readonly<Record<string, string>>;

/** A form as it was read: the statement when nothing is wrong with it, and what is. */
export interface ReadStatement {
  readonly statement: AvailabilityStatement | null;
  readonly validDays: number;
  readonly wrong: Readonly<Record<string, FieldProblem>>;
}

/** For how long a statement may be believed, in days. */
export const validities: readonly number[] = [14, 30, 42, 60, 90, 180];

/** A form has no more rows of waves than this. */
const mostWaves = 50;

/** Reads what the form says of an offer; the territory is not asked here, and stays what it was. */
export function readStatement(typed: Typed, territory: Territory | null): ReadStatement {
  const read = Fields.safeParse(typed);
  const waves = readWaves(typed);
  const wrong = { ...(read.success ? {} : problemsOf(read.error)), ...waves.wrong };
  if (!read.success) return { statement: null, validDays: defaultValidDays, wrong };
  const { nextDay, nextMonth, validDays, ...rest } = read.data;
  const statement = { ...rest, nextOpening: nextDay ?? nextMonth, waves: waves.rows, territory };
  return { statement: Object.keys(wrong).length === 0 ? statement : null, validDays, wrong };
}

/** What the fields hold for something that was said; the other way round of `readStatement`. */
export function typedOf(said: AvailabilityStatement | null, validDays: number): Typed {
  const text = (value: string | number | null | undefined) => (value == null ? "" : String(value));
  const opening = said?.nextOpening ?? "";
  const waves = said?.waves ?? [];
  return {
    ...{ state: text(said?.state), slots: text(said?.slots), capacity: text(said?.capacity) },
    ...{ nextDay: opening.length > 7 ? opening : "", nextMonth: opening.length > 7 ? "" : opening },
    ...{ approval: text(said?.approval), message: text(said?.message), validDays: String(validDays) },
    waves: String(waves.length),
    ...Object.assign(
      {},
      ...waves.map(({ opens, until, places, note }, row) => ({
        [waveField(row, "opens")]: shownOpening(opens),
        [waveField(row, "until")]: shownOpening(until),
        [waveField(row, "places")]: text(places),
        [waveField(row, "note")]: text(note),
      })),
    ),
  };
}

const waveParts = ["opens", "until", "places", "note"] as const;

export const waveField = (row: number, part: (typeof waveParts)[number]): string => `wave-${row}-${part}`;

/** The waves of a form, one a line; rows in which nothing is written are none. */
export function wavesWords(typed: Typed): string {
  const rows = Array.from({ length: rowsOf(typed) }, (_, row) =>
    waveParts.map((part) => (typed[waveField(row, part)] ?? "").trim()).filter((cell) => cell !== ""),
  );
  return rows.flatMap((cells) => (cells.length === 0 ? [] : [cells.join(", ")])).join("\n");
}

/** How many rows of waves a form has. */
export function rowsOf(typed: Typed): number {
  const rows = Number(typed["waves"] ?? 0);
  return Number.isInteger(rows) && rows > 0 ? Math.min(rows, mostWaves) : 0;
}

/** A day or a month as people write them: "1/3/2027", "3/2027", "2027-03-01", "2027-03". */
function readOpening(text: string): string | null | "not-an-opening" {
  const plain = text.trim();
  if (plain === "") return null;
  const [, day, month, year] = /^(?:(\d{1,2})[/. ])?(\d{1,2})[/. ](\d{4})$/.exec(plain) ?? [];
  const iso = year === undefined ? plain : [year, month, day].flatMap((part) => part?.padStart(2, "0") ?? []).join("-");
  return isDay(iso) || isMonth(iso) ? iso : "not-an-opening";
}

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success;
const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** "01/03/2027", "03/2027". */
function shownOpening(opening: string | null): string {
  return opening === null ? "" : opening.split("-").toReversed().join("/");
}

const count = z
  .string()
  .default("")
  .transform((text) => text.replaceAll(/\s/g, ""))
  .pipe(z.string().regex(/^\d{0,6}$/, "not-a-number"))
  .transform((text) => (text === "" ? null : Number(text)));

const words = z
  .string()
  .default("")
  .transform((text) => text.replaceAll("\r\n", "\n").trim())
  .pipe(z.string().max(2_000, "text-too-long"))
  .transform((text) => (text === "" ? null : text));

const Fields = z
  .object({
    state: z.enum(availabilityStates, "state-missing"),
    slots: count,
    capacity: count,
    nextDay: z
      .string()
      .default("")
      .transform(readOpening)
      .refine((day) => day === null || isDay(day), "not-a-day"),
    nextMonth: z
      .string()
      .default("")
      .transform(readOpening)
      .refine((month) => month === null || isMonth(month), "not-a-month"),
    approval: words,
    message: words,
    validDays: z.coerce.number("not-listed").int("not-listed").min(1, "not-listed").max(366, "not-listed"),
  })
  .refine(({ nextDay, nextMonth }) => nextDay === null || nextMonth === null || nextDay.startsWith(nextMonth), {
    path: ["nextMonth"],
    error: "day-and-month",
  });

function problemsOf(error: z.ZodError): Record<string, FieldProblem> {
  return Object.fromEntries(error.issues.map(({ path, message }) => [path.join("."), message as FieldProblem]));
}

interface ReadWaves {
  readonly rows: readonly Wave[];
  readonly wrong: Readonly<Record<string, FieldProblem>>;
}

/** Rows in which nothing is written are none. */
function readWaves(typed: Typed): ReadWaves {
  const read = Array.from({ length: rowsOf(typed) }, (_, row) => readWave(typed, row));
  return {
    rows: read.flatMap(({ rows }) => rows),
    wrong: Object.assign({}, ...read.map(({ wrong }) => wrong)),
  };
}

function readWave(typed: Typed, row: number): ReadWaves {
  const cells = waveParts.map((part) => (typed[waveField(row, part)] ?? "").trim());
  if (cells.every((cell) => cell === "")) return { rows: [], wrong: {} };
  const [opens = null, until = null] = cells.slice(0, 2).map(readOpening);
  const [places, note] = [count.safeParse(cells[2]), words.safeParse(cells[3])];
  const wrong: [string, FieldProblem][] = [];
  if (opens === "not-an-opening") wrong.push([waveField(row, "opens"), opens]);
  if (until === "not-an-opening") wrong.push([waveField(row, "until"), until]);
  else if (opens !== null && until !== null && until < opens.slice(0, until.length))
    wrong.push([waveField(row, "until"), "ends-before-it-opens"]);
  if (!places.success) wrong.push([waveField(row, "places"), "not-a-number"]);
  if (!note.success) wrong.push([waveField(row, "note"), "text-too-long"]);
  const wave = { opens, until, places: places.data ?? null, note: note.data ?? null };
  return { rows: wrong.length === 0 ? [wave] : [], wrong: Object.fromEntries(wrong) };
}
