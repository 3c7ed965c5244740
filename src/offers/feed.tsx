import { z } from "zod";
import type { Reader } from "../foundation/database.ts";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { label } from "../hosts/vocabularies.ts";
import type { FeedEntry, FeedSource } from "../web/feed.ts";
import { OfferPublished, OfferWithdrawn } from "./events.ts";
import type { Offer } from "./offer.ts";
import { priceLine } from "./price-words.ts";
import { listOffers } from "./queries.ts";
import { words } from "./words.ts";

const News = z.discriminatedUnion("name", [OfferPublished, OfferWithdrawn]);

/** What an event of which the feed tells holds. */
export const fedOffers = [{ name: "offer-published" }, { name: "offer-withdrawn" }] as const;

/** The offers that begin and end, as feeds tell of them. */
export function offersFeed({ db, origin }: { readonly db: Reader; readonly origin: string }): FeedSource {
  return {
    holding: fedOffers,
    async entriesOf(events, language, idOf) {
      const news = events.flatMap((event) => News.safeParse(event).data ?? []);
      const offers = await listOffers(db, { ids: news.map(({ offer }) => offer) });
      return news.flatMap((event) => {
        const offer = offers.find(({ id }) => id === event.offer);
        if (offer === undefined) return [];
        const about = { offer, language, page: `${origin}/offers/${offer.slug}` };
        const told = event.name === "offer-published" ? begun(about) : ended(about);
        return { ...told, id: idOf(event.id), page: about.page, published: new Date(event.happened) };
      });
    },
  };
}

interface About {
  readonly offer: Offer;
  readonly language: Language;
  readonly page: string;
}

type Told = Pick<FeedEntry, "title" | "content" | "updated">;

function begun(about: About): Told {
  const { offer, language } = about;
  const word = words[language].feed;
  const content = offer.state === "withdrawn" ? <Gone {...about} /> : <Beginning {...about} />;
  return { title: word.begun(offer.content.title), updated: offer.changed, content };
}

function ended(about: About): Told {
  const { offer, language } = about;
  return {
    title: words[language].feed.ended(offer.content.title),
    updated: offer.changed,
    content: <Gone {...about} />,
  };
}

/** What the offer says now: an entry that stands is one that is true. */
function Beginning({ offer: { content }, language, page }: About) {
  const word = words[language].feed;
  const needs = content.needs.map((need) => label("needs", need, language));
  return (
    <>
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
      <p>
        <a href={page}>{word.read}</a>
      </p>
    </>
  );
}

function Gone({ offer, language, page }: About) {
  const word = words[language].feed;
  return (
    <>
      <p>{word.gone(dateWords(offer.withdrawn ?? offer.changed, language))}</p>
      <p>
        <a href={new URL("/#offers", page).href}>{words[language].goneOthers}</a>
      </p>
    </>
  );
}
