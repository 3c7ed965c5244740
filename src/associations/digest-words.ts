import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import type { Reading } from "./following.ts";

interface Digest {
  readonly association: string;
  readonly host: string;
  /** The newest first. */
  readonly readings: readonly Reading[];
  /** Whether there are more than these. */
  readonly more: boolean;
  readonly page: string;
  readonly end: string;
}

const fr = {
  subject: (count: number, association: string) =>
    count === 1
      ? `Une nouvelle pour «\u00a0${association}\u00a0»`
      : `${count} nouvelles pour «\u00a0${association}\u00a0»`,
  intro: (association: string) =>
    `Bonjour,\n\nVoici ce que disent celles et ceux que «\u00a0${association}\u00a0» suit.`,
  more: "Et d’autres encore\u00a0:",
  page: "Tout lire, ou recevoir ces courriels plus ou moins souvent\u00a0:",
  end: "Ne plus recevoir ces courriels\u00a0:",
};

const en: typeof fr = {
  subject: (count, association) =>
    count === 1 ? `News for “${association}”` : `${count} pieces of news for “${association}”`,
  intro: (association) => `Hello,\n\nThis is what those whom “${association}” follows say.`,
  more: "And there are more:",
  page: "Read all of it, or get these letters more or less often:",
  end: "No more of these letters:",
};

const words: Record<Language, typeof fr> = { fr, en };

/** The longest piece of one saying that a letter quotes, in characters. */
const longestQuote = 600;

/** The letter that gathers what is new, in plain text. */
export function digestLetter(language: Language, { association, host, readings, more, page, end }: Digest) {
  const word = words[language];
  const told = readings.map(({ author, content, url, published }) => {
    return `${author}, ${dateWords(published, language)}\n${quoted(content)}\n${url}`;
  });
  const parts = [word.intro(association), ...told, ...(more ? [`${word.more}\n${page}`] : [])];
  const foot = `--\n${host}\n${word.page}\n${page}\n${word.end}\n${end}\n`;
  return { subject: word.subject(readings.length, association), text: `${parts.join("\n\n")}\n\n${foot}` };
}

// Cleaned HTML, as text: its tags end lines or say nothing here.
function quoted(html: string): string {
  const text = html
    .replaceAll(/<(br|\/p|\/li|\/blockquote)\b[^>]*>/g, "\n")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(lt|gt|quot|#39|amp);/g, (sign) => signs[sign] ?? sign)
    .replaceAll(/\n{2,}/g, "\n")
    .trim();
  return text.length > longestQuote ? `${text.slice(0, longestQuote).trimEnd()}…` : text;
}

const signs: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
