import type { Token } from "./tokens.ts";

/** A day and a month in the order in which they stand, and the year where there is one. */
interface Numbers {
  readonly numbers: readonly [number, number, number | null];
  readonly to: number;
}

/** "31/01", "31/01/2027", "31-01-2027", "31.01.2027". */
export function dayNumbersAt(tokens: readonly Token[], at: number): Numbers | null {
  return slashedAt(tokens, at) ?? dottedAt(tokens, at);
}

/** "2027-01-31": year, month and day. */
export function isoNumbersAt(
  tokens: readonly Token[],
  at: number,
): { readonly numbers: readonly [number, number, number]; readonly to: number } | null {
  const [year, dash, month, again, day] = [0, 1, 2, 3, 4].map((more) => tokens[at + more]);
  if (!/^\d{4}$/.test(year?.text ?? "") || dash?.text !== "-" || again?.text !== "-" || !dash.glued) return null;
  return { numbers: [Number(year?.text), Number(month?.text), Number(day?.text)], to: at + 5 };
}

function slashedAt(tokens: readonly Token[], at: number): Numbers | null {
  const [day, slash, month, again, year] = [0, 1, 2, 3, 4].map((more) => tokens[at + more]);
  const [first, second] = [day, month].map((token) =>
    /^\d{1,2}$/.test(token?.text ?? "") ? Number(token?.text) : null,
  );
  if (!first || !second || !slash?.glued || !["/", "-"].includes(slash.text) || !month?.glued) return null;
  if (again?.text === slash.text && again.glued && /^(\d{2}|\d{4})$/.test(year?.text ?? ""))
    return { numbers: [first, second, yearOf(year)], to: at + 5 };
  return slash.text === "/" ? { numbers: [first, second, null], to: at + 3 } : null;
}

function dottedAt(tokens: readonly Token[], at: number): Numbers | null {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(tokens[at]?.text ?? "") ?? [];
  return year === undefined ? null : { numbers: [Number(day), Number(month), Number(year)], to: at + 1 };
}

const yearOf = (token: Token | undefined): number => {
  const year = Number(token?.text);
  return year < 100 ? 2000 + year : year;
};
