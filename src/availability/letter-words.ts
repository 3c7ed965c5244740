import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import type { AvailabilityState } from "./availability.ts";
import type { Expiring } from "./reminders.ts";
import { words } from "./words.ts";

/** The letter that says what expires soon, and where to say whether it is still true. */
export function reminderLetter(
  offers: readonly Expiring[],
  {
    origin,
    host,
    language,
    now,
  }: { readonly origin: string; readonly host: string; readonly language: Language; readonly now: Date },
): { readonly subject: string; readonly text: string } {
  const letter = letters[language];
  const lines = offers.map(({ title, state, expires }) => {
    const day = dateWords(expires, language);
    return `- ${letter.line(title, words[language].states[state as AvailabilityState], expires <= now ? letter.expired(day) : letter.until(day))}`;
  });
  const page = `${origin}/admin/availability`;
  return {
    subject: letter.subject(offers.length, host),
    text: `${[letter.hello, letter.why(host), lines.join("\n"), letter.say(page), letter.stop(`${page}#letters`)].join(
      "\n\n",
    )}\n`,
  };
}

const fr = {
  subject: (count: number, host: string) =>
    count === 1 ? `${host} : une disponibilité à confirmer` : `${host} : ${count} disponibilités à confirmer`,
  hello: "Bonjour,",
  why: (host: string) =>
    `Voici ce que ${host} a dit de ses places, et qui sera bientôt trop ancien pour être cru. Sans nouvelles de vous, le public lira « État inconnu ».`,
  line: (title: string, state: string, when: string) => `${title} : ${state}, ${when}`,
  until: (day: string) => `jusqu’au ${day}`,
  expired: (day: string) => `expiré depuis le ${day}`,
  say: (page: string) => `C’est toujours vrai, ou cela a changé ? Deux gestes suffisent\u00a0:\n${page}`,
  stop: (page: string) => `Pour ne plus recevoir ces lettres\u00a0:\n${page}`,
};

const en: typeof fr = {
  subject: (count, host) =>
    count === 1 ? `${host}: one availability to confirm` : `${host}: ${count} availabilities to confirm`,
  hello: "Hello,",
  why: (host) =>
    `This is what ${host} has said of its places, and what will soon be too old to be believed. Without news of you the public will read “State unknown”.`,
  line: (title, state, when) => `${title}: ${state}, ${when}`,
  until: (day) => `until ${day}`,
  expired: (day) => `expired since ${day}`,
  say: (page) => `Is it still true, or has it changed? Two presses are enough:\n${page}`,
  stop: (page) => `To get no more of these letters:\n${page}`,
};

const letters: Record<Language, typeof fr> = { fr, en };
