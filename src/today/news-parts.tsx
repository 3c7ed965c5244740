import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import type { DeskFrame } from "../web/desk.tsx";
import { Icon, type IconName } from "../web/icon.tsx";
import type { Followed } from "./growth-parts.tsx";
import type { News, Week } from "./news.ts";
import { words } from "./words.ts";

export interface NewsProps {
  readonly frame: DeskFrame;
  readonly news: News;
  /** New followers since the last visit, by what they follow. */
  readonly newFollowers: Readonly<Partial<Record<Followed, number>>>;
}

/** What has happened since this person was here. */
export function NewsList({ frame, news, newFollowers }: NewsProps) {
  const { language } = frame;
  const word = words[language];
  const { host = 0, availability = 0 } = newFollowers;
  const counted: readonly (readonly [IconName, number, (count: number) => string, string])[] = [
    ["envelope-simple", news.messages, word.newsMessages, "/admin/messages"],
    ["shield-check", news.reports, word.newsReports, "/admin/messages"],
    ["bell-ringing", availability, word.newsAvailability, "/admin/followers"],
    ["fediverse-logo", host, word.newsHost, "/admin/followers"],
    ["warning-circle", news.failed, word.newsFailed, "/admin/followers/deliveries"],
  ];
  const lines = counted.filter(([, count]) => count > 0);
  const none = lines.length === 0 && news.colleagues.length === 0;
  return (
    <section aria-labelledby="news">
      <div class="section-head">
        <h2 class="like-h3" id="news">
          {word.news}
        </h2>
        <span class="small soft">{word.newsSince(dateWords(news.since, language))}</span>
      </div>
      {none && <p>{word.newsNone}</p>}
      <ul class="stack stack-2">
        {lines.map(([icon, count, sentence, href]) => (
          <Line icon={icon}>
            <a href={href}>{sentence(count)}</a>
          </Line>
        ))}
        {news.colleagues.map(({ who, deeds }) => (
          <Line icon="users-three">
            {word.newsColleague(who, deeds)}. <a href="/admin/server/journal">{word.journal}</a>
          </Line>
        ))}
      </ul>
    </section>
  );
}

function Line({ icon, children }: { readonly icon: IconName; readonly children: Child }) {
  return (
    <li>
      <span class="icon-text">
        <Icon name={icon} />
        <span>{children}</span>
      </span>
    </li>
  );
}

export interface WeekProps {
  readonly frame: DeskFrame;
  readonly week: Week;
  /** New followers of the last seven days. */
  readonly weekFollowers: Readonly<Partial<Record<Followed, number>>>;
}

/** The last seven days in four numbers. */
export function WeekFigures({ frame, week, weekFollowers }: WeekProps) {
  const word = words[frame.language];
  const figures: readonly (readonly [number, (count: number) => string])[] = [
    [week.messages, word.weekMessages],
    [week.answered, word.weekAnswered],
    [weekFollowers.availability ?? 0, word.weekNew],
    [week.peers, word.weekPeers],
  ];
  return (
    <section aria-labelledby="week">
      <h2 class="like-h3" id="week">
        {word.week}
      </h2>
      <div class="desk-figures gap-above">
        {figures.map(([count, sentence]) => (
          <div>
            <b>{count}</b>
            <span>{sentence(count)}</span>
          </div>
        ))}
      </div>
    </section>
  );
}
