import type { Language } from "./language.ts";

/** A day ("2027-03-01"), a month ("2027-03"), or an instant, in words; anything else as it came. */
export function dateWords(date: string | Date, language: Language, month: "short" | "long" = "long"): string {
  if (typeof date !== "string") return format(date, language, { day: "numeric", month, year: "numeric" });
  if (/^\d{4}-\d{2}$/.test(date)) return format(new Date(`${date}-01`), language, { month, year: "numeric" });
  return /^\d{4}-\d{2}-\d{2}/.test(date)
    ? format(new Date(date), language, { day: "numeric", month, year: "numeric" })
    : date;
}

/** "dimanche 22 novembre": the day of an instant, for those who live in it. */
export function weekdayWords(instant: Date, language: Language): string {
  return format(instant, language, { weekday: "long", day: "numeric", month: "long" });
}

const locales: Readonly<Record<Language, string>> = { fr: "fr-FR", en: "en-GB" };

function format(date: Date, language: Language, options: Intl.DateTimeFormatOptions): string {
  const words = new Intl.DateTimeFormat(locales[language], { ...options, timeZone: "UTC" }).format(date);
  return language === "fr" ? words.replace(/(?<=^| )1 (?=\p{L})/u, "1er ") : words;
}

/** An instant to the minute: "26 nov. 2026 à 10 h 04 UTC". */
export function momentWords(instant: Date, language: Language): string {
  const [hour, minute] = [instant.getUTCHours(), String(instant.getUTCMinutes()).padStart(2, "0")];
  const day = dateWords(instant, language, "short");
  return language === "fr" ? `${day} à ${hour}\u00a0h\u00a0${minute} UTC` : `${day} at ${hour}:${minute} UTC`;
}
