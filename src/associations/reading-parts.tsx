import { raw } from "hono/html";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import type { Reading } from "./following.ts";
import { words } from "./news-words.ts";

/** What was said, one below the other; what came since the last visit is marked. */
export function ReadingList({
  readings,
  language,
  seen,
}: {
  readonly readings: readonly Reading[];
  readonly language: Language;
  readonly seen: Date | null;
}) {
  const word = words[language];
  return (
    <ul class="readings plain">
      {readings.map(({ author, content, published, received, url, ...reading }) => (
        <li>
          <article>
            <p class="news-by">
              <b>{author}</b>{" "}
              <time class="news-day" datetime={published.toISOString()}>
                {dateWords(published, language, "short")}
              </time>{" "}
              {seen !== null && received > seen && <strong class="tag">{word.fresh}</strong>}
            </p>
            <div class="reading" {...langOf(reading.language, language)}>
              {raw(content)}
            </div>
            <p class="small">
              <a href={url} rel="noopener nofollow">
                {word.original}
              </a>
            </p>
          </article>
        </li>
      ))}
    </ul>
  );
}

const langOf = (said: string | null, page: Language): { lang?: string } =>
  said === null || said === page || !/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(said) ? {} : { lang: said };
