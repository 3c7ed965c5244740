import { randomInt } from "node:crypto";

/** A code that somebody sends us: figures only, which no word looks like. */
export const newCode = (): string => `${fourFigures()}-${fourFigures()}`;

const fourFigures = () => String(randomInt(10_000)).padStart(4, "0");
const pattern = /(?<!\d)(\d{4})[\s\-\u2010-\u2015]?(\d{4})(?!\d)/g;

/** The codes in what somebody wrote, as we write them; none beyond the third. */
export function codesIn(text: string): readonly string[] {
  return [...text.matchAll(pattern)].slice(0, 3).map(([, one, other]) => `${one}-${other}`);
}

/** Whether a message says nothing else: whom it is for and a code. */
export function isOnlyCode(text: string): boolean {
  const rest = text.replaceAll(/@\S+/g, " ").replaceAll(pattern, " ");
  return codesIn(text).length > 0 && !/[\p{L}\p{N}]/u.test(rest);
}
