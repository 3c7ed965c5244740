import type { Language } from "../foundation/language.ts";

/** What was done, in words: by the code that the journal keeps, from what it was done to. */
export type Deeds = Readonly<Record<string, (subject: string) => string>>;
export type DeedWords = Readonly<Record<Language, Deeds>>;

/** The deeds of all rooms; a code that two of them use is a mistake. */
export function joinDeeds(rooms: readonly DeedWords[]): DeedWords {
  const joined = { fr: {}, en: {} };
  for (const room of rooms) {
    const twice = Object.keys(room.fr).find((deed) => deed in joined.fr);
    if (twice !== undefined) throw new Error(`two rooms have words for the deed ${twice}`);
    Object.assign(joined.fr, room.fr);
    Object.assign(joined.en, room.en);
  }
  return joined;
}
