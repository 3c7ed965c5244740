import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import type { FundingRequest } from "../funding/funding.ts";
import type { News } from "../funding/news.ts";
import { spoken } from "../hosts/parts.tsx";
import { Icon } from "../web/icon.tsx";
import { OutwardLink, Paragraphs, safeAddress } from "./parts.tsx";
import { words } from "./request-words.ts";

interface NewsProps {
  readonly request: FundingRequest;
  readonly news: readonly News[];
  readonly language: Language;
}

/** What the steward said since, the newest first; how it ended stands apart. */
export function NewsOf({ request, news, language }: NewsProps) {
  const word = words[language].news;
  const said = news.filter(({ kind }) => kind === "news").toReversed();
  if (said.length === 0 && request.ended !== null) return null;
  return (
    <section class="stack" id="news" aria-labelledby="news-title">
      <h2 id="news-title">{word.title}</h2>
      {said.length === 0 && <p class="soft">{word.none}</p>}
      {said.length > 0 && (
        <ul class="news">
          {said.map(({ id, text, written }) => (
            <li id={`news-${id}`}>
              <p class="news-by">
                <time class="news-day" datetime={written.toISOString()}>
                  {dateWords(written, language)}
                </time>
              </p>
              <p class="news-text" {...spoken(request.content.language, language)}>
                {text}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p class="small">
        <a class="icon-text" href={`/funding/${request.code}/feed.atom`}>
          <Icon name="rss" />
          <span>{word.feed}</span>
        </a>
      </p>
    </section>
  );
}

/** How it ended: what came of it, or the closing word. */
export function Ending({ request, news, language }: NewsProps) {
  const word = words[language].news;
  const last = news.filter(({ kind }) => kind !== "news");
  if (last.length === 0) return null;
  const lang = spoken(request.content.language, language);
  return (
    <>
      {last.map(({ id, kind, text, deliverable, written }) => (
        <section class="sheet stack" id={`news-${id}`} aria-labelledby={`news-${id}-title`}>
          <h2 class="like-h3" id={`news-${id}-title`}>
            {kind === "outcome" ? word.outcome : word.closing}
          </h2>
          <Paragraphs text={text} lang={lang} />
          <Deliverable address={safeAddress(deliverable)} language={language} />
          <p class="small soft">
            <time datetime={written.toISOString()}>{dateWords(written, language)}</time>
          </p>
        </section>
      ))}
    </>
  );
}

function Deliverable({ address, language }: { readonly address: string | null; readonly language: Language }) {
  if (address === null) return null;
  return (
    <p>
      <OutwardLink href={address}>{words[language].news.deliverable}</OutwardLink>{" "}
      <span class="small soft">{new URL(address).host}</span>
    </p>
  );
}
