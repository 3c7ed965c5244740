import { type Availability, shownState } from "../../src/availability/availability.ts";
import { words as availabilityWords } from "../../src/availability/words.ts";
import { dateWords } from "../../src/foundation/date-words.ts";
import type { Language } from "../../src/foundation/language.ts";
import { words } from "./words.ts";

/** Who can get in now, in one line: "Ouvert (7 places sur 40)". */
export function stateWords(availability: Availability | null, now: Date, language: Language): string {
  const word = availabilityWords[language];
  const state = shownState(availability, now);
  if (availability === null || state === "unknown") return word.states.unknown;
  const details = [placesWords(availability, language), openingWords(availability, language)].filter(
    (part) => part !== null,
  );
  return details.length === 0 ? word.states[state] : `${word.states[state]} (${details.join(", ")})`;
}

/** What is announced of an offer's new state, before the words that go with it: "Courriel : Ouvert (7 places)". */
export function flipWords(title: string, availability: Availability | null, now: Date, language: Language): string {
  return words[language].line(title, stateWords(availability, now, language));
}

/** "7 places sur 40", "7 places"; null when the host does not count them. */
export function placesWords({ slots, capacity }: Availability, language: Language): string | null {
  if (slots === null) return null;
  const free = availabilityWords[language].places(slots);
  return capacity === null ? free : words[language].upTo(free, capacity);
}

function openingWords({ nextOpening }: Availability, language: Language): string | null {
  if (nextOpening === null) return null;
  const { opensIn, opensOn } = availabilityWords[language];
  const day = dateWords(nextOpening, language);
  const said = /^\d{4}-\d{2}$/.test(nextOpening) ? opensIn(day) : opensOn(day);
  return said.charAt(0).toLowerCase() + said.slice(1);
}
