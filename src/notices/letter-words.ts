import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import type { Letter } from "../foundation/mail.ts";
import type { Notice } from "./notices.ts";
import { words } from "./words.ts";

interface LetterFacts {
  readonly to: string;
  readonly language: Language;
  readonly host: string;
  readonly origin: string;
  readonly notices: readonly Notice[];
  /** Where they say how they want to be written to. */
  readonly wishes: string;
}

/** What has happened since the last letter, by request; what has to be done comes first, in the subject too. */
export function noticeLetter({ to, language, host, origin, notices, wishes }: LetterFacts): Letter {
  const word = texts[language];
  const byRequest = [...Map.groupBy(notices, ({ request }) => request.path).values()];
  const subject = subjectOf(notices, byRequest.length, language);
  const parts = [
    word.hello,
    ...byRequest.map((ofOne) => paragraphOf(ofOne, origin, language)),
    `${word.stop(host)}\n\n${wishes}`,
  ];
  return { to, subject, text: `${parts.join("\n\n")}\n`, unsubscribe: wishes };
}

function subjectOf(notices: readonly Notice[], requests: number, language: Language): string {
  const word = texts[language];
  const confirm = notices.find(({ what }) => what === "confirm");
  if (confirm) return word.confirmSubject(confirm.request.title);
  const [first] = notices;
  if (first === undefined || requests > 1) return word.manySubject(requests);
  if (notices.length > 1) return word.oneSubject(first.request.title);
  return word.oneNews(firstSentence(words[language].whats[first.what]), first.request.title);
}

/** Without what it ends with, since a title follows. */
const firstSentence = (text: string): string => text.split(/\.|\s*:/)[0] ?? text;

function paragraphOf(notices: readonly Notice[], origin: string, language: Language): string {
  const [{ request } = { request: { path: "", title: "" } }] = notices;
  const lines = notices.map(
    ({ what, happened }) => `* ${dateWords(happened, language)}\u00a0: ${words[language].whats[what]}`,
  );
  const spaced = language === "fr" ? lines : lines.map((line) => line.replace("\u00a0:", ":"));
  return [request.title, ...spaced, origin + request.path].join("\n");
}

const fr = {
  hello: "Bonjour,",
  confirmSubject: (title: string) => `À confirmer\u00a0: votre promesse pour «\u00a0${title}\u00a0»`,
  oneNews: (news: string, title: string) => `${news}\u00a0: «\u00a0${title}\u00a0»`,
  oneSubject: (title: string) => `Du nouveau pour «\u00a0${title}\u00a0»`,
  manySubject: (n: number) => `Du nouveau pour ${n} annonces`,
  stop: (host: string) =>
    `${host} vous écrit parce que vous avez un compte ici. Pour choisir quand et de quoi, ou pour ne plus rien recevoir\u00a0:`,
};

const en: typeof fr = {
  hello: "Hello,",
  confirmSubject: (title) => `To confirm: your pledge towards “${title}”`,
  oneNews: (news, title) => `${news}: “${title}”`,
  oneSubject: (title) => `News of “${title}”`,
  manySubject: (n) => `News of ${n} requests`,
  stop: (host) =>
    `${host} writes to you because you have an account here. To choose when and of what, or to get nothing any more:`,
};

const texts: Record<Language, typeof fr> = { fr, en };
