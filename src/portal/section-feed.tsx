import { giversOf } from "../directory/giver-words.ts";
import type { Language } from "../foundation/language.ts";
import type { Host } from "../hosts/host.ts";
import { actorPicture } from "../web/assets.ts";
import { type Feed, type FeedEntry, writeFeed } from "../web/feed.ts";
import { OfferFacts } from "./embed-parts.tsx";
import { actorOf, type Entry, type Filled, nameOf } from "./entries.ts";
import { addressOf, purposeOf } from "./entry-parts.tsx";
import { words } from "./words.ts";

export interface SectionFeedProps {
  readonly filled: Filled;
  readonly host: Host;
  readonly origin: string;
  readonly now: Date;
  readonly language: Language;
}

/** A section as a feed: what is in it now, what changed last first. */
export function writeSectionFeed({
  filled: { section, entries },
  host,
  origin,
  now,
  language,
}: SectionFeedProps): string {
  const id = `${origin}/embed/${section.slug}.atom`;
  const told = entries
    .map((entry) => entryOf(entry, now, language))
    .toSorted((a, b) => b.updated.getTime() - a.updated.getTime());
  const feed: Feed = {
    ...{ id, self: id, first: id, previous: null, next: null, language, entries: told },
    title: words[language].feedTitle(section.content.title, host.profile.name),
    author: { name: host.profile.name, page: `${origin}/about` },
    page: `${origin}/sections/${section.slug}`,
    icon: origin + (host.logo.find(({ format }) => format === "png")?.path ?? actorPicture("host")),
    updated: new Date(Math.max(section.changed.getTime(), ...told.map(({ updated }) => updated.getTime()))),
  };
  return writeFeed(feed);
}

function entryOf(entry: Entry, now: Date, language: Language): FeedEntry {
  const { text } = purposeOf(entry, language);
  const said = entry.kind === "offer" ? entry.offer : null;
  return {
    id: actorOf(entry),
    title: entry.kind === "host" ? nameOf(entry) : `${nameOf(entry)} (${giversOf(entry, language)})`,
    page: addressOf(entry),
    published: said?.published ?? entry.host.confirmed,
    updated: said?.changed ?? entry.host.confirmed,
    content: (
      <>
        {text !== "" && <p>{text}</p>}
        {said && <OfferFacts offer={said} now={now} language={language} />}
      </>
    ),
  };
}
