import { createHash } from "node:crypto";
import type { Language } from "../foundation/language.ts";
import type { IconName } from "./icon.tsx";

/** What a shared link shows of a page elsewhere, as a picture of 1200 × 630 pixels. */
export interface Card {
  readonly language: Language;
  /** Who speaks, beside the sign. */
  readonly above: string;
  readonly title: string;
  /** What the card is most about, with its sign: whether there is room. */
  readonly state: { readonly sign: IconName; readonly words: string } | null;
  /** What else matters, most important first. */
  readonly lines: readonly string[];
  /** How far something is, in a line of points; a mark stands before the point `mark`. */
  readonly points?: { readonly full: number; readonly empty: number; readonly mark: number | null };
  /** The address whose emblem is drawn, */
  readonly address: string;
  /** unless there is a logo: its path. */
  readonly logo: string | null;
}

/** Where a card is, and what it says for those who do not see it. */
export interface CardLink {
  readonly path: string;
  readonly alt: string;
}

/** The permanent address of a card as it is now. What it shows decides it, so a card that changes has another. */
export function linkCard(subject: string, card: Card, software: string): CardLink {
  const { language, above, title, state, lines } = card;
  const said = [title, above, ...(state ? [state.words] : []), ...lines].map((text) => text.replace(/\.$/, ""));
  return { path: `/cards/${subject}/${language}/${versionOf(card, software)}.png`, alt: `${said.join(". ")}.` };
}

/** A new release may draw otherwise. */
function versionOf(card: Card, software: string): string {
  return createHash("sha256")
    .update(JSON.stringify([card, software]))
    .digest("base64url")
    .slice(0, 16);
}
