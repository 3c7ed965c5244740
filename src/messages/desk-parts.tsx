import { raw } from "hono/html";
import sanitizeHtml from "sanitize-html";
import type { Language } from "../foundation/language.ts";
import { paragraphsOf } from "../foundation/plain-text.ts";
import { Icon } from "../web/icon.tsx";
import { addressOf } from "./authors.ts";
import type { Author } from "./conversations.ts";
import { words } from "./desk-words.ts";
import type { Visibility } from "./messages.ts";

/** What somebody elsewhere wrote: paragraphs, lists, links and emphasis; nothing that is fetched, nothing that acts. */
export function Written({ html, language }: { readonly html: string; readonly language: string | null }) {
  return (
    <div class="thread-text stack stack-2" dir="auto" {...(language === null ? {} : { lang: language })}>
      {raw(sanitizeHtml(html, shown))}
    </div>
  );
}

const shown: sanitizeHtml.IOptions = {
  allowedTags: ["a", "b", "blockquote", "br", "code", "del", "em", "i", "li", "ol", "p", "pre", "strong", "ul"],
  allowedAttributes: { a: ["href", "rel"] },
  allowedSchemes: ["https", "http", "mailto"],
  allowProtocolRelative: false,
  transformTags: { a: sanitizeHtml.simpleTransform("a", { rel: "noopener nofollow noreferrer" }) },
};

/** What one of us wrote, or means to: its paragraphs, and links where it has addresses. */
export function OurText({ text, language }: { readonly text: string; readonly language: string }) {
  return (
    <div class="thread-text stack stack-2" dir="auto" lang={language}>
      {paragraphsOf(text).map((lines) => (
        <p>
          {lines.map((line, at) => (
            <>
              {at > 0 && <br />}
              {line.map((piece) => (piece.link ? <a href={piece.text}>{piece.text}</a> : piece.text))}
            </>
          ))}
        </p>
      ))}
    </div>
  );
}

/** The beginning of what somebody wrote, as plain text. */
export function excerptOf(html: string): string {
  const spaced = html.replaceAll(/<(?:\/p|br\s*\/?|\/li)>/g, "$& ");
  const text = unescapeHtml(sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {} }));
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length <= 200 ? line : `${line.slice(0, 199).trimEnd()}…`;
}

const signs: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
const unescapeHtml = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (sign) => signs[sign] ?? sign);

/** How somebody is called: by the name that they gave themselves, else by their address. */
export const nameOf = (author: Author): string => author.name?.trim() || addressOf(author);

/** Who may read a message, in words. */
export function visibilityWords(visibility: Visibility, others: number, language: Language): string {
  const word = words[language];
  return visibility === "direct" && others > 0 ? word.directWith(others) : word.visibilities[visibility];
}

/** Whether a conversation waits for an answer. */
export function StateChip({ waiting, language }: { readonly waiting: number; readonly language: Language }) {
  const word = words[language];
  return waiting === 0 ? (
    <span class="chip chip-good">
      <Icon name="check-circle" /> {word.done}
    </span>
  ) : (
    <span class="chip chip-care">
      <Icon name="clock" /> {word.waiting(waiting)}
    </span>
  );
}
