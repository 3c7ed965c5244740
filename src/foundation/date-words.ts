import type { Day } from "./day.ts";
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

/** An instant to the minute, by the clocks of the site's people: "26 nov. 2026 à 11 h 04 (heure de Paris)". */
export function momentWords(instant: Date, language: Language): string {
  const [hour = "", minute = ""] = hourOf(instant).split(":");
  const day = dateWords(localDayOf(instant), language, "short");
  return language === "fr"
    ? `${day} à ${Number(hour)}\u00a0h\u00a0${minute} (heure de Paris)`
    : `${day} at ${Number(hour)}:${minute} (Paris time)`;
}

/** "11:04", in Paris: funding requests end at midnight there too. */
export const hourOf = (instant: Date): string => hours.format(instant);

/** The calendar day in Paris on which an instant falls. */
export const localDayOf = (instant: Date): Day => days.format(instant);

const timeZone = "Europe/Paris";
const hours = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
// Swedes write days as "2026-11-26".
const days = new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
