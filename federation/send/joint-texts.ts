import type { Named } from "../actors/account.ts";
import type { Local, LocalOffer } from "../actors/local.ts";
import { offerPage, proposalIri } from "../addresses.ts";
import { escapeHtml, link, paragraphs } from "../vocabulary/html.ts";
import { mentionAnchor } from "../vocabulary/tags.ts";
import type { Words } from "./saying.ts";
import { words } from "./words.ts";

/** "With @b and @c", in a Note of a joint offer, so that they are told. */
export function togetherWith({ language }: Pick<Local, "language">, named: readonly Named[]): string {
  if (named.length === 0) return "";
  const people = named.map((one) => mentionAnchor(one, one.page)).join(", ");
  return `<p>${escapeHtml(words[language].joint.with)} ${people}</p>`;
}

/** "Suspended for now", as the account of a joint offer says it to those who follow it. */
export function jointHeld(
  { origin, language }: Local,
  { offer }: LocalOffer,
  { left, words: said }: { readonly left: string | null; readonly words: string | null },
): Words {
  const word = words[language].joint;
  const first = `<p>${escapeHtml(word.suspended(offer.content.title, left))}</p>`;
  const rest = said === null ? "" : paragraphs(said);
  return {
    content: `${first}${rest}<p>${link(offerPage(origin, offer.slug))}</p>`,
    hashtags: [],
    context: proposalIri(origin, offer.id),
  };
}
