/** How wide a text is, in pixels, at some size. */
export type Measure = (text: string, size: number) => number;

/** A size of type, and how many lines of it there is room for. */
export interface Setting {
  readonly size: number;
  readonly lines: number;
}

export interface Fitted {
  readonly size: number;
  readonly lines: readonly string[];
}

/** Sets a text in the largest setting that holds it with every word whole; in none, the last one breaks and cuts it. */
export function setText(text: string, settings: readonly Setting[], width: number, measure: Measure): Fitted {
  for (const { size, lines: most } of settings) {
    const widthOf = (part: string) => measure(part, size);
    if (text.split(" ").some((word) => widthOf(word) > width)) continue;
    const lines = wrap(text, width, widthOf);
    if (lines.length <= most) return { size, lines };
  }
  return cut(text, settings.at(-1) ?? { size: 16, lines: 1 }, width, measure);
}

function cut(text: string, { size, lines: most }: Setting, width: number, measure: Measure): Fitted {
  const widthOf = (part: string) => measure(part, size);
  const lines = wrap(text, width, widthOf);
  if (lines.length <= most) return { size, lines };
  return { size, lines: [...lines.slice(0, most - 1), clip(lines.slice(most - 1).join(" "), width, widthOf)] };
}

type Width = (text: string) => number;

/** A text on one line, cut by an ellipsis where it is too long. */
export function clip(text: string, width: number, widthOf: Width): string {
  if (widthOf(text) <= width) return text;
  const signs = signsOf(text);
  const kept = longest(signs.length, (count) => widthOf(ended(signs, count)) <= width);
  return ended(signs, kept);
}

const ended = (signs: readonly string[], count: number): string =>
  `${signs
    .slice(0, count)
    .join("")
    .replace(/[\s,;:.–-]+$/, "")}…`;

/** Lines that are no wider than this, broken at spaces; a word that is wider is broken where it must. Words are measured one by one: there are few to measure. */
function wrap(text: string, width: number, widthOf: Width): readonly string[] {
  const lines: string[] = [];
  const space = widthOf(" ");
  let reached = Number.POSITIVE_INFINITY;
  for (const word of text.split(" ").flatMap((whole) => pieces(whole, width, widthOf))) {
    const wide = widthOf(word);
    if (reached + space + wide > width) {
      lines.push(word);
      reached = wide;
    } else {
      lines[lines.length - 1] += ` ${word}`;
      reached += space + wide;
    }
  }
  return lines;
}

function pieces(word: string, width: number, widthOf: Width): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const signs = signsOf(word);
  const count = Math.max(
    1,
    longest(signs.length - 1, (n) => widthOf(`${signs.slice(0, n).join("")}-`) <= width),
  );
  const head = signs.slice(0, count).join("");
  return [head.endsWith("-") ? head : `${head}-`, ...pieces(signs.slice(count).join(""), width, widthOf)];
}

/** The largest count up to `most` that still fits, of what grows with it. */
function longest(most: number, fits: (count: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

const segmenter = new Intl.Segmenter("fr", { granularity: "grapheme" });
const signsOf = (text: string): readonly string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/** More than any card has room for. */
const mostSigns = 240;

/** A text in the letters that our fonts have: others lose their accents, and what we cannot draw is left out. */
export function drawable(text: string): string {
  const drawn = [...text.normalize("NFC")].map((sign) => {
    if (/[\u00a0\u202f]/.test(sign)) return "\u00a0";
    if (/\s/.test(sign)) return " ";
    if (letters.has(sign)) return sign;
    return [...(likenesses[sign] ?? sign.normalize("NFKD"))].filter((part) => letters.has(part)).join("");
  });
  return drawn.join("").replaceAll(/ +/g, " ").trim().slice(0, mostSigns).trim();
}

/** What the title's font and the text's have both. */
export const letters: ReadonlySet<string> = new Set(
  "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~¡§©ª«®°±²³·º»¼½¾¿ÀÁÂÄÆÇÈÉÊËÍÎÏÑÓÔÖ×ÙÚÛÜßàáâãäåæçèéêëíîïñóôõö÷øùúûüÿŒœ–—‘’“”•…€−",
);

const likenesses: Readonly<Record<string, string>> = {
  ...{ "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u02bc": "’", "\u2032": "’" },
  ...{ Ł: "L", ł: "l", Đ: "D", đ: "d", Ø: "O", ı: "i", Þ: "Th", þ: "th" },
};
