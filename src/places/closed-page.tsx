import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import { FeedLink, FollowForm, spoken } from "../hosts/parts.tsx";
import type { Offer } from "../offers/offer.ts";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import type { AskedField } from "./form.ts";
import { words } from "./words.ts";

export interface ClosedPageProps {
  readonly frame: Frame;
  readonly offer: Offer;
  /** The sheet that says how it stands. */
  readonly state: Child;
  /** What somebody had typed while it closed. */
  readonly typed: Readonly<Record<AskedField, string>> | null;
}

/** No form where nobody can get in: how it stands, and how to be told of an opening. */
export function ClosedPage({ frame, offer, state, typed }: ClosedPageProps) {
  const { language } = frame;
  const word = words[language];
  return (
    <Layout frame={frame} title={`${word.closed.title} · ${offer.content.title}`} here="offers" unlisted>
      <div class="wrap section split">
        <div class="stack stack-6">
          <div class="stack stack-3">
            <BackLink offer={offer} language={language} />
            <h1>{word.closed.title}</h1>
            <p class="lead">{word.closed.lead(offer.content.title)}</p>
          </div>
          {typed && (
            <section class="notice notice-care" role="alert" aria-labelledby="typed">
              <Icon name="warning" />
              <div class="stack stack-3">
                <h2 id="typed">{word.closed.typed}</h2>
                <p>{word.closed.typedText}</p>
                {Object.values(typed).map((text) => (
                  <p class="news-text">{text}</p>
                ))}
              </div>
            </section>
          )}
          <section class="stack" id="follow">
            <FollowForm frame={frame} target={offer.handle} />
            <FeedLink language={language} only="places" />
          </section>
        </div>
        {state}
      </div>
    </Layout>
  );
}

/** Where one came from. */
export function BackLink({ offer, language }: { readonly offer: Offer; readonly language: Language }) {
  return (
    <p>
      <a class="icon-text" href={`/offers/${offer.slug}`}>
        <Icon name="arrow-left" />
        <span>
          {words[language].backToOffer}
          {" : "}
          <span {...spoken(offer.content.language, language)}>{offer.content.title}</span>
        </span>
      </a>
    </p>
  );
}
