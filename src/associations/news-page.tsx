import { Choices } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { DoneNotice } from "../web/notice.tsx";
import type { Reading } from "./following.ts";
import { type Acting, RoomLayout } from "./member-parts.tsx";
import { words } from "./news-words.ts";
import { letterRhythms, type ReadingSettings } from "./reading.ts";
import { ReadingList } from "./reading-parts.tsx";

export interface NewsPageProps {
  readonly frame: Frame;
  readonly acting: Acting;
  readonly readings: readonly Reading[];
  /** Where the older ones go on; null where there are none. */
  readonly older: string | null;
  /** Whether this is not the first page. */
  readonly later: boolean;
  readonly follows: boolean;
  readonly settings: ReadingSettings;
  readonly mails: boolean;
  /** The path of the secret feed. */
  readonly feed: string | null;
  readonly done: "letters" | "feed" | null;
}

/** What those whom an association follows said: the newest first, and nothing else. */
export function NewsPage(props: NewsPageProps) {
  const { frame, acting, readings, older, later, follows, settings, done } = props;
  const word = words[frame.language];
  return (
    <RoomLayout frame={frame} acting={acting} title={word.title} here="/news">
      {done && <DoneNotice>{done === "feed" ? word.renewed : word.lettersSaved}</DoneNotice>}
      <div class="stack stack-3">
        <h1>{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      {readings.length === 0 && (
        <p>
          {follows ? word.none : word.nobody} <a href="/association/following">{word.follow}</a>
        </p>
      )}
      {readings.length > 0 && <ReadingList readings={readings} language={frame.language} seen={settings.seen} />}
      {(later || older !== null) && (
        <nav class="cluster" aria-label={word.title}>
          {later && <a href="/association/news">{word.newest}</a>}
          {older !== null && (
            <a class="button" href={older}>
              {word.older}
            </a>
          )}
        </nav>
      )}
      {!later && <Elsewhere {...props} />}
    </RoomLayout>
  );
}

function Elsewhere({ frame: { language }, settings, mails, feed }: NewsPageProps) {
  const word = words[language];
  return (
    <details class="more">
      <summary>{word.elsewhere}</summary>
      <div class="stack stack-5">
        {mails && (
          <form method="post" action="/association/news/letters">
            <Choices
              {...{ name: "letters", label: word.letters, hint: word.lettersText, type: "radio" }}
              chosen={[settings.letters]}
              options={letterRhythms.map((value) => ({ value, label: word.often[value] }))}
            />
            <p class="form-end">
              <button class="button" type="submit">
                {word.save}
              </button>
            </p>
          </form>
        )}
        {feed !== null && (
          <div class="stack stack-2">
            <p>
              <a class="icon-text" href={feed}>
                <Icon name="rss" />
                <span>{word.feed}</span>
              </a>
            </p>
            <p class="small">{word.feedText}</p>
            <form method="post" action="/association/news/feed">
              <button class="button button-small" type="submit">
                {word.renew}
              </button>
            </form>
          </div>
        )}
      </div>
    </details>
  );
}

/** What the link at the end of a letter opens. */
export function EndPage({ frame, ended }: { readonly frame: Frame; readonly ended: boolean }) {
  const word = words[frame.language].end;
  const title = ended ? word.ended : word.title;
  return (
    <Layout frame={frame} title={title} unlisted>
      <div class="wrap wrap-narrow section stack stack-5">
        <h1>{title}</h1>
        <p class="lead">{ended ? word.endedText : word.text}</p>
        {!ended && (
          <form method="post" action={frame.path}>
            <button class="button button-main" type="submit">
              {word.submit}
            </button>
          </form>
        )}
      </div>
    </Layout>
  );
}
