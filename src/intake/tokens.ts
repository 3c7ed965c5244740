import { fold } from "../offers/price.ts";

/** A piece of a text: where it stands in it, from `start` up to `end` (in UTF-16 units, as `slice` counts). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A word, a number, or a sign of a text, with its place in what was written. */
export interface Token extends Span {
  /** `odd` is what looks like a number and is none that is read here: "1e3", "٣", "½". */
  readonly kind: "word" | "number" | "odd" | "sign";
  /** Words without capitals and accents; numbers and signs as they were written. */
  readonly text: string;
  /** Nothing stands between this and what came before. */
  readonly glued: boolean;
  readonly capital: boolean;
  /** A hashtag. */
  readonly tag: boolean;
}

/** What of a text is read: nobody writes a longer post by hand. */
interface Beginning {
  readonly text: string;
  /** There was more: what stands at the end may be cut off in its middle. */
  readonly cut: boolean;
}

export function beginningOf(whole: string): Beginning {
  return { text: whole.slice(0, longest), cut: whole.length > longest };
}

const longest = 5000;

/** What the grammar reads: words, numbers and signs; mentions, addresses, emoji joiners and odd spaces fall away. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: written, index, groups } of text.matchAll(pattern)) {
    const kind = kinds.find((one) => groups?.[one] !== undefined);
    const glued = index === end;
    if (kind) tokens.push(tokenOf(kind, written, index, { glued, tag: glued && text[index - 1] === "#" }));
    end = index + written.length;
  }
  return tokens;
}

const kinds = ["odd", "number", "word", "sign"] as const;

const tokenOf = (
  kind: Token["kind"],
  written: string,
  start: number,
  { glued, tag }: Pick<Token, "glued" | "tag">,
): Token => ({
  ...{ kind, start, end: start + written.length, glued, tag: tag && kind === "word" },
  text: kind === "word" ? wordOf(written) : kind === "sign" ? signOf(written) : written,
  capital: /^\p{Lu}/u.test(written),
});

/** A word as it is compared. */
const wordOf = (written: string): string => fold(written).replaceAll("œ", "oe").replaceAll("æ", "ae");

const signOf = (written: string): string => (/^[\r\n]/.test(written) ? "\n" : written);

// Each alternative begins where no other of its kind could have begun before, so that the whole takes linear time.
const pattern = new RegExp(
  [
    String.raw`https?:\/\/\S+`,
    String.raw`@[\p{L}\p{N}_.-]+(?:@[\p{L}\p{N}.-]+)?`,
    String.raw`(?<=\p{L})[-.·•’'ʼ](?=\p{L})`, // d’ici, mi-mars, Rocket.Chat, adhérent·es: two words
    "[’'ʼ`]",
    String.raw`(?<odd>\d+(?:[.,]\d+)*\p{L}+\p{N}[\p{L}\p{N}]*|(?!\d)\p{N}+)`,
    String.raw`(?<number>\d{1,3}(?:[ \u00a0\u202f\u2007-\u2009'’.,]\d{3}(?!\d))+(?:[.,]\d+)*|\d+(?:[.,]\d+)*)`,
    String.raw`(?<word>\p{L}[\p{L}\p{M}]*)`,
    String.raw`(?<sign>[\r\n]+|[^\s\p{Cf}\p{M}])`,
  ].join("|"),
  "gu",
);

/** From the first of these tokens to the last. */
export function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** Whether a token is one of these words or signs. */
export function isOneOf(token: Token | undefined, texts: ReadonlySet<string>): boolean {
  return token !== undefined && texts.has(token.text);
}
