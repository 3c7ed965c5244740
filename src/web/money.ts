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

/** A day ("2027-03-01"), a month ("2027-03"), or an instant, in words; anything else as it came. */
export function dateWords(date: string | Date, language: Language, month: "short" | "long" = "long"): string {
  if (typeof date !== "string") return format(date, language, { day: "numeric", month, year: "numeric" });
  if (/^\d{4}-\d{2}$/.test(date)) return format(new Date(`${date}-01`), language, { month, year: "numeric" });
  return /^\d{4}-\d{2}-\d{2}/.test(date)
    ? format(new Date(date), language, { day: "numeric", month, year: "numeric" })
    : date;
}

/** "a, b et c". */
export function listWords(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language]).format(items);
}

const locales: Readonly<Record<Language, string>> = { fr: "fr-FR", en: "en-GB" };

function format(date: Date, language: Language, options: Intl.DateTimeFormatOptions): string {
  const words = new Intl.DateTimeFormat(locales[language], { ...options, timeZone: "UTC" }).format(date);
  return language === "fr" ? words.replace(/^1 /, "1er ") : words;
}
