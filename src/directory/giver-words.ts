import type { Language } from "../foundation/language.ts";
import { listWords } from "../web/money.ts";
import type { Candidate } from "./matching.ts";

/** Whose an offer is, in words: the name of its host, or of all who give it together. */
export function giversOf({ host, offer }: Pick<Candidate, "host" | "offer">, language: Language): string {
  return listWords([host.profile.name, ...(offer.joint?.partners.map(({ name }) => name) ?? [])], language);
}
