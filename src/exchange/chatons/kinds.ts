import { done, type Outcome, refused } from "../../foundation/outcome.ts";
import type { LineMisreading } from "./chatons.ts";

/** How one kind of value is read from a file and written to one. */
export interface Kind<Value> {
  /** When the file says nothing. */
  readonly none: Value;
  read(text: string): Outcome<Value, LineMisreading>;
  write(value: Value): string;
}

/** A text of one line, at most so long. */
export function text(longest = 10_000): Kind<string | null> {
  return kind((said) => (said.length > longest ? refused("too-long") : done(said)));
}

export const address: Kind<string | null> = kind((said) =>
  said.length <= 2_000 && /^https?:\/\//i.test(said) && URL.canParse(said) ? done(said) : refused("not-an-address"),
);

export const email: Kind<string | null> = kind((said) =>
  said.length <= 320 && /^[^\s@]+@[^\s@]+$/.test(said) ? done(said) : refused("not-an-email"),
);

/** A day: 2020-07-06, 2020-07-06T14:23:20 (or with a blank), 06/07/2020, 06/07/2020 14:23. */
export const day: Kind<string | null> = kind((said) => {
  const time = /([T ]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.source;
  const iso = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${time}`).exec(said);
  const french = new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4})${time}`).exec(said);
  const [year, month, date] = iso ? [iso[1], iso[2], iso[3]] : [french?.[3], french?.[2], french?.[1]];
  return dayFrom(year ?? "", month ?? "", date ?? "");
});

function dayFrom(year: string, month: string, date: string): Outcome<string, LineMisreading> {
  const found = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const read = new Date(`${found}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(found) ? done(found) : refused("not-a-day");
}

/** A degree of latitude or longitude, written with a point or a comma. */
export const degree: Kind<string | null> = kind((said) =>
  /^[+-]?\d{1,3}([.,]\d{1,12})?$/.test(said) ? done(said.replace(",", ".")) : refused("not-a-number"),
);

/** ISO 3166-1 alpha-2. */
export const country: Kind<string | null> = kind((said) =>
  /^[a-z]{2}$/i.test(said) ? done(said.toUpperCase()) : refused("unknown-code"),
);

/** One code of a list, whatever its case. `spelling` is how the format writes it; `older` what it was called before. */
export function code<Code extends string>(
  codes: readonly Code[],
  spelling: (code: Code) => string = (one) => one.toUpperCase(),
  older: Readonly<Record<string, Code>> = {},
): Kind<Code | null> {
  const known = new Map<string, Code>(codes.map((one) => [spelling(one).toUpperCase(), one]));
  for (const [name, one] of Object.entries(older)) known.set(name, one);
  return {
    none: null,
    read: (said) => {
      const found = known.get(said.toUpperCase());
      return found === undefined ? refused("unknown-code") : done(found);
    },
    write: (value) => (value === null ? "" : spelling(value)),
  };
}

/** Several codes or texts, separated by commas or semicolons. A list of which one is not known is not read at all. */
export function list<Value extends string>(one: Kind<Value | null>): Kind<readonly Value[]> {
  return {
    none: [],
    read: (said) => {
      const read = said.split(/[;,]/).flatMap((part) => (part.trim() === "" ? [] : one.read(part.trim())));
      const failed = read.find((outcome) => !outcome.done);
      if (failed && !failed.done) return failed;
      return done([
        ...new Set(read.flatMap((outcome) => (outcome.done && outcome.value !== null ? outcome.value : []))),
      ]);
    },
    write: (values) => values.map((value) => one.write(value)).join(", "),
  };
}

function kind(read: Kind<string | null>["read"]): Kind<string | null> {
  return { none: null, read, write: (value) => value ?? "" };
}
