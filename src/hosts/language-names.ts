import type { Language } from "../foundation/language.ts";

/** What a language is called: "français" for `fr`; a code that names none is shown as it is. */
export function languageName(code: string, language: Language): string {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code)) return code;
  return names[language].of(code) ?? code;
}

const names: Readonly<Record<Language, Intl.DisplayNames>> = {
  fr: new Intl.DisplayNames(["fr"], { type: "language" }),
  en: new Intl.DisplayNames(["en"], { type: "language" }),
};

/** The code of a language that somebody named, in either of our languages; null for what is none. */
export function languageNamed(typed: string, language: Language): string | null {
  const name = plain(typed);
  const named = codes.find((code) => plain(languageName(code, language)) === name);
  const other = language === "fr" ? "en" : "fr";
  return named ?? codes.find((code) => code === name || plain(languageName(code, other)) === name) ?? null;
}

const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").trim().toLowerCase();

const letters = [..."abcdefghijklmnopqrstuvwxyz"];
const known = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
/** Every code of two letters that means a language; and sign languages, which have three. */
const codes: readonly string[] = [
  ...letters.flatMap((first) => letters.map((second) => first + second)),
  ...["fsl", "lsf", "sfb", "gsw", "gcr", "gcf", "frp", "pcd"],
].filter((code) => known.of(code) !== undefined);
