import type { Language } from "../foundation/language.ts";
import { done, refused } from "../foundation/outcome.ts";
import { type Codec, leaf, shownAs } from "./desk-form.ts";

/** Some text; nothing written is null. */
export function text(longest = 10_000): Codec<string | null> {
  return leaf<string | null>({
    empty: null,
    write: (value) => value ?? "",
    read: (typed) => (typed.length > longest ? refused("too-long") : done(typed === "" ? null : typed)),
  });
}

/** The same on one line, which is all that such a field holds. */
export function line(longest = 10_000): Codec<string | null> {
  return shownAs(text(longest), (value) => value && onOneLine(value));
}

/** Text that is empty where nothing is written. */
export function plain(longest: number, { required = false } = {}): Codec<string> {
  return leaf<string>({
    empty: "",
    write: (value) => value,
    read(typed) {
      if (required && typed === "") return refused("missing");
      return typed.length > longest ? refused("too-long") : done(typed);
    },
  });
}

/** A title: one line that has to be there. */
export function title(longest: number): Codec<string> {
  return shownAs(plain(longest, { required: true }), onOneLine);
}

/** A list with a line for each thing. */
export const lines: Codec<readonly string[]> = leaf<readonly string[]>({
  empty: [],
  write: (items) => items.join("\n"),
  read(typed) {
    const items = typed
      .split("\n")
      .map((item) => item.trim())
      .filter((item) => item !== "");
    if (items.length > 100) return refused("too-many");
    return items.some((item) => item.length > 1_000) ? refused("too-long") : done(items);
  },
});

/** A whole number, or any; nothing written is null. */
export function number({ least = 0, most = 1_000_000, whole = true } = {}): Codec<number | null> {
  return leaf<number | null>({
    empty: null,
    write: (value, language) => (value === null ? "" : inLanguage(String(value), language)),
    read(typed) {
      if (typed === "") return done(null);
      const value = Number(decimalOfText(typed) ?? Number.NaN);
      const fits = value >= least && value <= most && (!whole || Number.isInteger(value));
      return fits ? done(value) : refused("number-malformed");
    },
  });
}

/** One of a few codes; nothing chosen is null. A code that we do not know stays for as long as nobody chooses another. */
export function oneOf<Code extends string>(isKnown: (code: string) => code is Code): Codec<Code | null> {
  return leaf<Code | null>({
    empty: null,
    write: (value) => value ?? "",
    read: (typed) => (typed === "" ? done(null) : isKnown(typed) ? done(typed) : refused("unknown-code")),
  });
}

/** Several codes, each with a box to tick; they keep the order in which the host put them. */
export function codes(isKnown: (code: string) => boolean): Codec<readonly string[]> {
  return {
    write: (value, name) => ({ [name]: value }),
    read({ sent, problems }, name, stored = []) {
      const ticked = sent[name] ?? [];
      const fresh = [...new Set(ticked)].filter((code) => !stored.includes(code));
      if (!fresh.every(isKnown)) problems.set(name, "unknown-code");
      return [...stored.filter((code) => ticked.includes(code)), ...fresh.filter(isKnown)];
    },
  };
}

/** One of a few codes, of which one always holds. */
export function choice<Code extends string>(known: readonly Code[], usual: Code): Codec<Code> {
  return leaf<Code>({
    empty: usual,
    write: (value) => value,
    read(typed) {
      const found = known.find((code) => code === typed);
      return found === undefined ? refused("unknown-code") : done(found);
    },
  });
}

/** A box to tick. */
export const flag: Codec<boolean> = {
  write: (value, name) => ({ [name]: value ? ["yes"] : [] }),
  read: ({ sent }, name) => sent[name]?.[0] === "yes",
};

/** "1 234,50 €" as it can be computed with: "1234.50"; null when it is no number. */
export function decimalOfText(typed: string): string | null {
  const figures = typed.replaceAll(/[\s\u00a0\u202f']|(?:€|eur|euros?)$/gi, "").replace(",", ".");
  return /^\d+(\.\d+)?$/.test(figures) ? figures.replace(/^0+(?=\d)/, "") : null;
}

/** A decimal as the language writes it. */
export function inLanguage(decimal: string, language: Language): string {
  return language === "fr" ? decimal.replace(".", ",") : decimal;
}

const onOneLine = (value: string): string => value.replaceAll(/[\r\n]+/g, "");
