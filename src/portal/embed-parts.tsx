import { shownState } from "../availability/availability.ts";
import { headline } from "../availability/state-parts.tsx";
import type { ListedOffer } from "../catalogue/catalogue.ts";
import { giversOf } from "../directory/giver-words.ts";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { spoken } from "../hosts/parts.tsx";
import { priceLine } from "../offers/price-words.ts";
import { actorOf, type Entry, type Filled, nameOf } from "./entries.ts";
import { addressOf, purposeOf } from "./entry-parts.tsx";
import { words } from "./words.ts";

export interface EmbeddedProps {
  readonly filled: Filled;
  /** The name of whoever runs this instance. */
  readonly name: string;
  readonly origin: string;
  readonly now: Date;
  readonly language: Language;
  /** Of the list's title; its entries come one below. */
  readonly level: 2 | 3 | 4;
}

/**
 * A section as a piece of another site's page: titles, paragraphs and links, with classes of its own that begin with
 * `essaim-`. It holds no script, no style, no picture and no id, so it can stand anywhere and more than once.
 */
export function Embedded({ filled: { section, entries }, name, origin, now, language, level }: EmbeddedProps) {
  const { slug, content } = section;
  const word = words[language];
  const Heading = `h${level}` as const;
  const own = spoken(content.language, language);
  return (
    <section class="essaim-list" lang={language}>
      <Heading class="essaim-title" {...own}>
        {content.title}
      </Heading>
      {content.introduction !== "" && (
        <p class="essaim-introduction" {...own}>
          {content.introduction}
        </p>
      )}
      {entries.length === 0 ? (
        <p class="essaim-empty">{word.empty}</p>
      ) : (
        <ul class="essaim-items">
          {entries.map((entry) => (
            <Item key={actorOf(entry)} {...{ entry, now, language, level }} />
          ))}
        </ul>
      )}
      <p class="essaim-source">
        <a href={`${origin}/sections/${slug}`}>{word.source(name)}</a>
      </p>
    </section>
  );
}

function Item({
  entry,
  now,
  language,
  level,
}: { readonly entry: Entry } & Pick<EmbeddedProps, "now" | "language" | "level">) {
  const Heading = level === 2 ? "h3" : level === 3 ? "h4" : "h5";
  const own = entry.kind === "offer" ? entry.offer.content.language : entry.host.profile.language;
  const { text, lang } = purposeOf(entry, language);
  return (
    <li class={`essaim-item essaim-${entry.kind}`}>
      <Heading class="essaim-name" {...spoken(own, language)}>
        <a href={addressOf(entry)}>{nameOf(entry)}</a>
      </Heading>
      {entry.kind === "offer" && (
        <p class="essaim-by">
          {words[language].host}{" "}
          <span {...spoken(entry.host.profile.language, language)}>{giversOf(entry, language)}</span>
        </p>
      )}
      {text !== "" && (
        <p class="essaim-purpose" {...spoken(lang, language)}>
          {text}
        </p>
      )}
      {entry.kind === "offer" && <OfferFacts offer={entry.offer} now={now} language={language} />}
    </li>
  );
}

/** Whether there is room, when that was said, and the price. */
export function OfferFacts({
  offer: { availability, content },
  now,
  language,
}: { readonly offer: ListedOffer } & Pick<EmbeddedProps, "now" | "language">) {
  const word = words[language];
  const state = shownState(availability, now);
  return (
    <>
      <p class={`essaim-state essaim-state-${state}`}>
        {word.state} <strong>{headline(state, state === "unknown" ? null : availability, language)}</strong>
        {availability && (
          <>
            {" "}
            <time class="essaim-confirmed" datetime={availability.confirmed.toISOString().slice(0, 10)}>
              ({word.confirmed(dateWords(availability.confirmed, language)).toLowerCase()})
            </time>
          </>
        )}
      </p>
      <p class="essaim-price">
        {word.price} {priceLine(content, language)}
      </p>
    </>
  );
}
