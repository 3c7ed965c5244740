import type { Language } from "../foundation/language.ts";
import type { Card } from "../web/card.ts";
import { words } from "../web/words.ts";
import { type Host, isHub } from "./host.ts";
import { territoryWords } from "./territory-parts.tsx";

/** The card of a host: who it is, in its own words, and where it is there for people. */
export function hostCard({ profile, logo }: Host, origin: string, language: Language): Card {
  const word = words[language];
  const above = isHub(profile) ? word.hubOfSwarm : word.hostOfSwarm;
  const place = profile.territory && territoryWords(profile.territory, language);
  return {
    language,
    above: above.charAt(0).toUpperCase() + above.slice(1),
    title: profile.name,
    state: null,
    lines: [profile.tagline, place].filter((line) => line !== null),
    ...signOf(logo, origin),
  };
}

/** What stands for a host on a card: its logo, or the emblem drawn from its address. */
export function signOf(logo: Host["logo"], origin: string): Pick<Card, "address" | "logo"> {
  const file = logo.find(({ format }) => format === "png");
  return { address: new URL(origin).host, logo: file?.path ?? null };
}
