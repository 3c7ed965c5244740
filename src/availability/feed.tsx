import type { Reader } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import type { Offer } from "../offers/offer.ts";
import { listOffers } from "../offers/queries.ts";
import type { FeedSource } from "../web/feed.ts";
import { takesIn } from "./availability.ts";
import { AvailabilityChanged, type SaidThen } from "./events.ts";
import { openingWords } from "./state-parts.tsx";
import { words } from "./words.ts";

/** What an event of which the feed tells holds. */
export const fedAvailability = [{ name: "availability-changed", flipped: true }] as const;

/** The places that open and close, as feeds tell of them: new states, not every change of a number. */
export function availabilityFeed({ db, origin }: { readonly db: Reader; readonly origin: string }): FeedSource {
  return {
    holding: fedAvailability,
    async entriesOf(events, language, idOf) {
      const news = events.flatMap((event) => AvailabilityChanged.safeParse(event).data ?? []);
      const offers = await listOffers(db, { ids: news.map(({ offer }) => offer) });
      return news.flatMap(({ id, offer: of, happened, said }) => {
        const offer = offers.find((one) => one.id === of);
        if (offer === undefined || said === null) return [];
        const page = `${origin}/offers/${offer.slug}`;
        const title = sentence(offer, said, language);
        const content = <Change title={title} offer={offer} said={said} language={language} page={page} />;
        return { id: idOf(id), title, page, published: new Date(happened), updated: new Date(happened), content };
      });
    },
  };
}

/** "L’offre « Courriel » prend de nouveau du monde : 7 places". */
function sentence({ content: { title } }: Offer, said: SaidThen, language: Language): string {
  const word = words[language];
  const news = word.feed.states[said.state](title, said.before !== "unknown" && !takesIn(said.before));
  return said.slots && takesIn(said.state) ? word.feed.with(news, word.places(said.slots)) : news;
}

interface ChangeProps {
  readonly title: string;
  readonly offer: Offer;
  readonly said: SaidThen;
  readonly language: Language;
  readonly page: string;
}

function Change({ title, offer, said, language, page }: ChangeProps) {
  const word = words[language];
  return (
    <>
      <p>{title}.</p>
      <p>
        {word.meanings[said.state]} {said.nextOpening && openingWords(said.nextOpening, language)}
      </p>
      {said.message && <p lang={offer.content.language}>{said.message}</p>}
      <p>
        <a href={page}>{word.feed.read}</a>
      </p>
    </>
  );
}
