import type { Language } from "../foundation/language.ts";

/** An amount in the smallest unit of its currency as a person writes it: "50 €", "2,50 €", "€2.50". */
export function money(cents: number, currency: string, language: Language): string {
  const format = new Intl.NumberFormat(locales[language], {
    style: "currency",
    currency,
    trailingZeroDisplay: "stripIfInteger",
  });
  return format.format(cents / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

export function count(n: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(n);
}

/** Bytes as people say them: "1,4 Go", "350 MB". */
export function sizeWords(bytes: number, language: Language): string {
  const [size, unit] = bytes < 2 ** 30 ? [bytes / 2 ** 20, "M"] : [bytes / 2 ** 30, "G"];
  const digits = { maximumFractionDigits: size < 10 ? 1 : 0 };
  return `${new Intl.NumberFormat(locales[language], digits).format(size)}\u00a0${unit}${language === "fr" ? "o" : "B"}`;
}

/** "a, b et c". */
export function listWords(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language]).format(items);
}

const locales: Readonly<Record<Language, string>> = { fr: "fr-FR", en: "en-GB" };
