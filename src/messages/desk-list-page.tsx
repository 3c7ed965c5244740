import { momentWords } from "../foundation/date-words.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Empty } from "../web/empty.tsx";
import { Icon } from "../web/icon.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { Tabs } from "../web/tabs.tsx";
import { addressOf } from "./authors.ts";
import { type ConversationLine, type Show, shows } from "./conversations.ts";
import { excerptOf, nameOf, StateChip } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";

export interface ListPageProps {
  readonly frame: DeskFrame;
  readonly show: Show;
  readonly lines: readonly ConversationLine[];
  /** Where the next page begins; null at the end. */
  readonly next: number | null;
  readonly first: boolean;
  /** How many conversations wait for an answer, and how many complaints for a look. */
  readonly waiting: number;
  readonly reports: number;
  /** The one that has waited longest; null when none does. */
  readonly oldest: number | null;
  readonly done: string | undefined;
}

/** The conversations, those with the newest message first. */
export function ListPage(props: ListPageProps) {
  const { frame, show, lines, waiting, reports, oldest, done } = props;
  const word = words[frame.language];
  const notice = Object.entries(word.did).find(([did]) => did === done)?.[1];
  return (
    <DeskLayout frame={frame} title={word.title} here="messages">
      <div class="desk-head">
        <div class="stack stack-3">
          <h1 class="like-h2">{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
        {oldest !== null && (
          <a class="button button-main" href={pathOf(oldest)}>
            {word.answerOldest}
          </a>
        )}
      </div>
      {notice !== undefined && <DoneNotice>{notice}</DoneNotice>}
      <Tabs
        label={word.views}
        here={addressOfList(show)}
        tabs={[
          ...shows.map((one) => ({
            ...{ href: addressOfList(one), label: word.shows[one] },
            ...(one === "open" ? { count: waiting } : {}),
          })),
          { href: "/admin/messages/reports", label: word.reports, count: reports },
        ]}
      />
      {lines.length === 0 ? <Nothing {...props} /> : <Lines {...props} />}
    </DeskLayout>
  );
}

/** The page of a conversation that begins with this message. */
export const pathOf = (number: number): string => `/admin/messages/${number}`;

const addressOfList = (show: Show): string => (show === "open" ? "/admin/messages" : `/admin/messages?show=${show}`);

function Lines({ frame, show, lines, next, first }: ListPageProps) {
  const word = words[frame.language];
  return (
    <>
      <h2 class="sr">{word.shows[show]}</h2>
      <ul class="tasks">
        {lines.map((line) => (
          <Line frame={frame} line={line} />
        ))}
      </ul>
      {(next !== null || !first) && (
        <nav class="pagination" aria-label={word.pages}>
          <ul>
            {!first && (
              <li>
                <a href={addressOfList(show)}>{word.newest}</a>
              </li>
            )}
            {next !== null && (
              <li>
                <a href={`/admin/messages?show=${show}&before=${next}`}>{word.older}</a>
              </li>
            )}
          </ul>
        </nav>
      )}
    </>
  );
}

function Line({ frame: { language }, line }: { readonly frame: DeskFrame; readonly line: ConversationLine }) {
  const word = words[language];
  const { author, visibility, content, received, waiting, assignee } = line;
  const text = line.deleted ? word.erased : excerptOf(content) || word.noText;
  return (
    <li class="task">
      <Icon name={visibility === "direct" ? "envelope-simple" : "chat-circle-text"} />
      <div>
        <h3>
          <a href={pathOf(line.number)}>{nameOf(author)}</a>
        </h3>
        <p {...(line.language === null || line.deleted ? {} : { lang: line.language })} dir="auto">
          {text}
        </p>
        <p>
          {addressOf(author)} · {word.brief[visibility]} · {momentWords(received, language)}
          {line.messages > 1 && ` · ${word.messages(line.messages)}`}
          {assignee !== null && ` · ${word.lookedAfter(assignee)}`}
        </p>
      </div>
      <div class="task-do">
        <StateChip waiting={waiting} language={language} />
      </div>
    </li>
  );
}

function Nothing({ frame, show }: ListPageProps) {
  const word = words[frame.language];
  const handle = frame.host?.handle;
  return (
    <Empty
      title={word.empty[show]}
      text={handle === undefined ? undefined : word.emptyMore(`@${handle}@${new URL(frame.origin).host}`)}
      ways={[
        { href: addressOfList(show === "open" ? "all" : "open"), label: show === "open" ? word.seeAll : word.seeOpen },
      ]}
    />
  );
}
