import { z } from "zod";
import type { Reader } from "../foundation/database.ts";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import type { FeedEntry, FeedSource } from "../web/feed.ts";
import { ClosingAnnounced, ClosingWithdrawn } from "./events.ts";
import type { Closing } from "./host.ts";
import { MaybeLink } from "./parts.tsx";
import { findHost } from "./queries.ts";
import { words } from "./words.ts";

const News = z.discriminatedUnion("name", [ClosingAnnounced, ClosingWithdrawn]);

/** What an event of which the feed tells holds. */
export const fedHost = [{ name: "closing-announced" }, { name: "closing-withdrawn" }] as const;

/** That the host closes, or stays open after all; what no longer holds is not told. */
export function hostFeed({ db, origin }: { readonly db: Reader; readonly origin: string }): FeedSource {
  return {
    holding: fedHost,
    async entriesOf(events, language, idOf) {
      const news = events.flatMap((event) => News.safeParse(event).data ?? []);
      const host = news.length === 0 ? null : await findHost(db);
      if (host === null) return [];
      // Of a closing that was moved, the last announcement says the day.
      const last = news.find(({ name }) => name === "closing-announced");
      return news
        .filter(({ id, name }) => (host.profile.closing === null ? name === "closing-withdrawn" : id === last?.id))
        .map(({ id, happened }) => {
          const about = { id: idOf(id), page: `${origin}/about`, published: new Date(happened), updated: host.changed };
          return { ...about, ...told(host.profile.closing, language) };
        });
    },
  };
}

function told(closing: Closing | null, language: Language): Pick<FeedEntry, "title" | "content"> {
  const word = words[language];
  if (closing === null) return { title: word.stays, content: <p>{word.stays}.</p> };
  const title = word.closing(dateWords(closing.ends, language));
  return { title, content: <ClosingText closing={closing} language={language} /> };
}

function ClosingText({ closing, language }: { readonly closing: Closing; readonly language: Language }) {
  const word = words[language];
  const { notice, successor, exitGuide, announced } = closing;
  return (
    <>
      <p>
        {word.closingText(dateWords(announced, language))} {notice}
      </p>
      {successor && (
        <p>
          {word.successor} <MaybeLink text={successor} />
        </p>
      )}
      {exitGuide && (
        <p>
          <MaybeLink text={exitGuide} label={word.exitGuide} />
        </p>
      )}
    </>
  );
}
