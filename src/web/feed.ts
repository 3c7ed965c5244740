import type { JSX } from "hono/jsx/jsx-runtime";
import { create } from "xmlbuilder2";
import type { Language } from "../foundation/language.ts";

/** News of this site as other programs read them (Atom, RFC 4287). All addresses are whole. */
export interface Feed {
  /** Its permanent address, which is also its id. */
  readonly id: string;
  /** The address that was asked for. */
  readonly self: string;
  readonly title: string;
  readonly language: Language;
  readonly author: { readonly name: string; readonly page: string };
  /** The page that shows the same. */
  readonly page: string;
  readonly icon: string;
  readonly updated: Date;
  readonly entries: readonly FeedEntry[];
  /** The newest entries, the page before this one and the one after it (RFC 5005). */
  readonly first: string;
  readonly previous: string | null;
  readonly next: string | null;
}

/** One thing that happened. */
export interface FeedEntry {
  /** Never changes, whatever the entry comes to say. */
  readonly id: string;
  readonly title: string;
  readonly page: string;
  readonly published: Date;
  readonly updated: Date;
  readonly content: JSX.Element;
}

/** What a room has to tell in feeds. */
export interface FeedSource {
  /** An event is of this room's news when it holds all that one of these holds. */
  readonly holding: readonly Readonly<Record<string, unknown>>[];
  /** The events in words, those of other rooms left out. `idOf` gives an entry its id. */
  entriesOf(
    events: readonly unknown[],
    language: Language,
    idOf: (event: string) => string,
  ): Promise<readonly FeedEntry[]>;
}

/** The feed as a document; whatever its texts hold, it is well-formed. */
export function writeFeed(feed: Feed): string {
  const { first, previous, next } = feed;
  const document = create({ version: "1.0", encoding: "utf-8" });
  const root = document.ele("http://www.w3.org/2005/Atom", "feed");
  root.att("http://www.w3.org/XML/1998/namespace", "xml:lang", feed.language);
  root.ele("id").txt(xmlText(feed.id));
  root.ele("title").txt(xmlText(feed.title));
  root.ele("updated").txt(feed.updated.toISOString());
  const author = root.ele("author");
  author.ele("name").txt(xmlText(feed.author.name));
  author.ele("uri").txt(xmlText(feed.author.page));
  root.ele("generator").txt("Essaim");
  root.ele("icon").txt(xmlText(feed.icon));
  // "previous" is the word of RFC 5005, "prev" that of HTML: readers know one or the other.
  const links = { self: feed.self, alternate: feed.page, first, prev: previous, previous, next };
  for (const [rel, href] of Object.entries(links)) if (href !== null) writeLink(root, rel, href);
  for (const entry of feed.entries) writeEntry(root, entry);
  return document.end({ prettyPrint: false });
}

type Node = ReturnType<typeof create>;

function writeEntry(root: Node, { id, title, page, published, updated, content }: FeedEntry): void {
  const entry = root.ele("entry");
  entry.ele("id").txt(xmlText(id));
  entry.ele("title").txt(xmlText(title));
  entry.ele("published").txt(published.toISOString());
  entry.ele("updated").txt(updated.toISOString());
  writeLink(entry, "alternate", page);
  entry.ele("content", { type: "html" }).txt(xmlText(content.toString()));
}

function writeLink(parent: Node, rel: string, href: string): void {
  const type = rel === "alternate" ? "text/html" : "application/atom+xml";
  parent.ele("link", { rel, type, href: xmlText(href) });
}

const unwritable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** A text as xmlbuilder2 takes it: without what XML has no way to write, and with each "&" written out, since the library leaves alone what looks like an entity. */
function xmlText(text: string): string {
  return text.toWellFormed().replaceAll(unwritable, "\ufffd").replaceAll("&", "&amp;");
}
