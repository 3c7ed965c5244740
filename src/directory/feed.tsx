import { takesIn } from "../availability/availability.ts";
import { headline } from "../availability/state-parts.tsx";
import { listNews, type NewsPlace, type OfferNews } from "../catalogue/news.ts";
import type { Reader } from "../foundation/database.ts";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { label } from "../hosts/vocabularies.ts";
import { priceLine } from "../offers/price-words.ts";
import type { FeedEntry } from "../web/feed.ts";
import type { Filters, Found } from "./directory.ts";
import { words } from "./feed-words.ts";
import { listFitting } from "./fitting.ts";
import { giversOf } from "./giver-words.ts";

/** Which entries, and in which language. */
export interface EntriesWanted {
  readonly filters: Filters;
  readonly language: Language;
  readonly skip: number;
  readonly limit: number;
  readonly now: Date;
  /** Gives an entry its id. */
  idOf(news: string): string;
}

/** What was listed or has opened among the offers that fit, the newest first; an entry that stands is one that is true. */
export async function listEntries(reader: Reader, wanted: EntriesWanted): Promise<readonly FeedEntry[]> {
  const entries: FeedEntry[] = [];
  let after: NewsPlace | null = null;
  for (let looked = 0; looked < mostLooked && entries.length < wanted.skip + wanted.limit; looked += batch) {
    const news: readonly OfferNews[] = await listNews(reader, after, batch);
    entries.push(...(await entriesOf(reader, news, wanted)));
    after = news.at(-1) ?? null;
    if (news.length < batch) break;
  }
  return entries.slice(wanted.skip, wanted.skip + wanted.limit);
}

const batch = 200;
/** A search that hardly anything fits does not have all of the past read through for it. */
const mostLooked = 4_000;

async function entriesOf(
  reader: Reader,
  news: readonly OfferNews[],
  { filters, language, now, idOf }: EntriesWanted,
): Promise<readonly FeedEntry[]> {
  const offers = [...new Set(news.map(({ offer }) => offer))];
  if (offers.length === 0) return [];
  const fitting = await listFitting(reader, filters, offers, now);
  const found = new Map(fitting.map((one) => [one.offer.actor, one]));
  return news.flatMap((one) => {
    const fits = found.get(one.offer);
    if (fits === undefined || (one.what === "opened" && !takesIn(fits.state))) return [];
    return [entryOf(one, fits, { language, now, id: idOf(one.id) })];
  });
}

interface Told {
  readonly language: Language;
  readonly now: Date;
  readonly id: string;
}

function entryOf({ what, happened }: OfferNews, found: Found, { language, now, id }: Told): FeedEntry {
  const { offer } = found;
  const word = words[language];
  const title = (what === "opened" ? word.opened : word.listed)(offer.content.title, giversOf(found, language));
  // A description moves with its offer; that something opened does not. Others' clocks may be wrong.
  const updated = what === "opened" ? happened : new Date(clamp(offer.changed, happened, now));
  return {
    id,
    title,
    page: offer.url,
    published: happened,
    updated,
    content: <Entry {...found} language={language} />,
  };
}

const clamp = (instant: Date, least: Date, most: Date): number =>
  Math.max(least.getTime(), Math.min(instant.getTime(), most.getTime()));

/** The offer as it stands now, where it is from, and when that was last confirmed. */
function Entry({ offer, host, state, language }: Found & { readonly language: Language }) {
  const word = words[language];
  const { content, availability } = offer;
  const needs = content.needs.map((need) => label("needs", need, language));
  const confirmed = availability?.confirmed ?? host.confirmed;
  return (
    <>
      <p>
        {word.state} {headline(state, state === "unknown" ? null : availability, language)}
      </p>
      {content.summary !== "" && <p lang={content.language}>{content.summary}</p>}
      {needs.length > 0 && (
        <ul>
          {needs.map((need) => (
            <li>{need}</li>
          ))}
        </ul>
      )}
      <p>
        {word.price} {priceLine(content, language)}
      </p>
      <p>{word.origin(host.profile.name, new URL(host.origin).host, dateWords(confirmed, language))}</p>
      <p>
        <a href={offer.url}>{word.read}</a>
      </p>
    </>
  );
}
