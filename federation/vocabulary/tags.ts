import { z } from "zod";
import { escapeHtml } from "./html.ts";

/** A hashtag, with the page that gathers what carries it. */
export interface Hashtag {
  /** Without the sign: "HebergementEthique". */
  readonly name: string;
  readonly href: string;
}

export function writeHashtag({ name, href }: Hashtag) {
  return { type: "Hashtag", name: `#${name}`, href };
}

export const HashtagShape = z
  .object({ type: z.literal("Hashtag"), name: z.string().startsWith("#"), href: z.url() })
  .transform(({ name, href }): Hashtag => ({ name: name.slice(1), href }));

/** A hashtag as it stands in a text. */
export function hashtagAnchor({ name, href }: Hashtag): string {
  return `<a href="${escapeHtml(href)}" class="mention hashtag" rel="tag">#<span>${escapeHtml(name)}</span></a>`;
}

/** Someone named in a text, so that they are told. */
export interface Mention {
  readonly href: string;
  /** "name@host". */
  readonly account: string;
}

export function writeMention({ href, account }: Mention) {
  return { type: "Mention", href, name: `@${account}` };
}

/** Someone as they are named in a text; `url` is their page. */
export function mentionAnchor({ href, account }: Mention, url: string | null = null): string {
  const name = account.slice(0, account.lastIndexOf("@"));
  const anchor = `<a href="${escapeHtml(url ?? href)}" class="u-url mention">@<span>${escapeHtml(name)}</span></a>`;
  return `<span class="h-card" translate="no">${anchor}</span>`;
}

export const MentionShape = z
  .object({ type: z.literal("Mention"), href: z.url(), name: z.string().startsWith("@") })
  .transform(({ href, name }): Mention => ({ href, account: name.slice(1) }));

/** A hashtag's name from any words: letters, digits and underscores only; null when nothing is left. */
export function hashtagName(words: string): string | null {
  const parts = words.split(/[^\p{L}\p{N}_]+/u).filter((part) => part !== "");
  const name = parts.map((part) => capital(part.charAt(0)) + part.slice(1)).join("");
  return name === "" ? null : name.slice(0, 60);
}

/** A few small letters have no capital of one sign: "ǰ" would bring a combining mark along, which is no letter. */
function capital(letter: string): string {
  const large = letter.toUpperCase();
  return /^[\p{L}\p{N}_]+$/u.test(large) ? large : letter;
}
