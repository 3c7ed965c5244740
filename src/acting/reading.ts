import type { Sent } from "../foundation/kept-forms.ts";

/** What was typed, by the names of the fields. */
export type Typed = Readonly<Record<string, string>>;

const longest = 20_000;

/** The first of what each field sent, as it was typed. */
export function typedOf(sent: Sent): Typed {
  return Object.fromEntries(Object.entries(sent).map(([name, values]) => [name, (values[0] ?? "").slice(0, longest)]));
}

/** One text without spaces around it; empty where the field was not sent. */
export const textOf = (typed: Typed, name: string): string => (typed[name] ?? "").trim();

/** A whole number as people type it, "1 200"; null where it is none. */
export function readNumber(text: string, { least, most }: { readonly least: number; readonly most: number }) {
  const digits = text.replaceAll(/[\s\u00a0\u202f]/g, "");
  const number = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
  return number >= least && number <= most ? number : null;
}

/** A day as browsers send it, or as people type it where no calendar helps: "31/01/2027"; null where it is none. */
export function readDay(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso =
    day !== undefined && month !== undefined ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
  const read = new Date(`${iso}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(iso) && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso)
    ? iso
    : null;
}

/** Whether this is the address of a page. */
export function isWebAddress(text: string): boolean {
  return text.length <= 2_000 && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
