import type { HostProfile } from "../hosts/host.ts";
import { findNeed } from "../hosts/vocabularies.ts";
import type { OfferContent } from "../offers/offer.ts";
import { fold } from "../offers/price.ts";
import type { Wish } from "./wishes.ts";

/** Something that is not done, in the words of whoever does not do it. */
export interface Limit {
  readonly text: string;
  readonly language: string;
  readonly by: "offer" | "host";
}

/** What an offer or its host say that they do not do, where it speaks of what is wished for. */
export function limitsTouching(wishes: readonly Wish[], content: OfferContent, profile: HostProfile): readonly Limit[] {
  const said = (by: Limit["by"], language: string, texts: readonly string[]) =>
    texts.map((text) => ({ text, language, by }));
  return [
    ...said("offer", content.language, [...content.doesNot, ...content.limits]),
    ...said("host", profile.language, profile.doesNot),
  ].filter(({ text }) => wishes.some((wish) => touches(text, wish)));
}

/** Whether a sentence names a need, a program for it or the tool that is to be left. */
export function touches(sentence: string, wish: Wish): boolean {
  const words = wordsIn(sentence);
  const stems = [...(wish.kind === "leave" ? wordsIn(wish.name) : []), ...wish.needs.flatMap(stemsOf)];
  return stems.some((stem) => words.some((word) => word.startsWith(stem)));
}

/** Beginnings of the words that name a need in either language: "sondag", "poll". */
function stemsOf(code: string): readonly string[] {
  const need = findNeed(code);
  if (need === null) return [];
  const named = [need.fr, need.en, ...need.softwareExamples, ...need.alternativeTo].flatMap(wordsIn);
  return named.filter((word) => !common.has(word)).map((word) => (word.length > 6 ? word.slice(0, 6) : word));
}

const wordsIn = (text: string): readonly string[] =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 3);

// Words of our lists that name no need by themselves.
const common = new Set([
  ...["partage", "partagee", "shared", "sharing", "online", "ligne", "gestion", "management", "google", "prise"],
  ...["team", "teams", "equipe", "base", "groups", "tableau", "libres", "free", "publication", "publishing"],
  ...["collaborative", "collaboratif", "collaborati", "association", "cloud", "nextcloud", "microsoft", "work"],
  ...["creation", "making", "events", "machine", "access", "acces", "unifies", "unified", "quotes", "large"],
  ...["fees", "travail", "postes", "virtual", "virtuelle", "statique", "static", "reseau", "network", "social"],
  ...["temporary", "temporaire", "gros", "envoi", "sync", "object", "objet", "carnet", "book", "writing"],
]);
