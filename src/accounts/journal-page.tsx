import { dateWords, hourOf, localDayOf } from "../foundation/date-words.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import type { Deeds } from "../web/deeds.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { words as deskWords } from "../web/desk-words.ts";
import type { Entry } from "./journal.ts";
import { words } from "./journal-words.ts";

export interface JournalPageProps {
  readonly frame: DeskFrame;
  readonly deeds: Deeds;
  readonly entries: readonly Entry[];
  /** Where the page of earlier entries begins; null when there are none. */
  readonly earlier: number | null;
  /** This is the page of the latest. */
  readonly first: boolean;
}

/** Who did what, the newest first, day by day. */
export function JournalPage({ frame, deeds, entries, earlier, first }: JournalPageProps) {
  const word = words[frame.language];
  return (
    <DeskLayout frame={frame} title={word.title} here="server">
      <Breadcrumb
        language={frame.language}
        ways={[{ href: "/admin/server", label: deskWords[frame.language].places.server }]}
        here={word.title}
      />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      {entries.length === 0 && <p>{word.empty}</p>}
      <div class="journal">
        {byDay(entries).map((some) => (
          <Day frame={frame} deeds={deeds} entries={some} />
        ))}
      </div>
      {(earlier !== null || !first) && (
        <nav class="pagination" aria-label={word.pages}>
          <ul>
            {!first && (
              <li>
                <a href="/admin/server/journal">{word.latest}</a>
              </li>
            )}
            {earlier !== null && (
              <li>
                <a href={`/admin/server/journal?before=${earlier}`}>{word.earlier}</a>
              </li>
            )}
          </ul>
        </nav>
      )}
    </DeskLayout>
  );
}

type DayProps = Pick<JournalPageProps, "frame" | "deeds" | "entries">;

function Day({ frame, deeds, entries }: DayProps) {
  const [first] = entries;
  if (first === undefined) return null;
  return (
    <>
      <h2 class="journal-day">{dateWords(localDayOf(first.done), frame.language)}</h2>
      <ol class="plain">
        {entries.map(({ done, who, deed, subject }) => (
          <li class="journal-entry">
            <time datetime={done.toISOString()}>{hourOf(done)}</time>
            <span>
              {deedWords(frame, deeds, deed, subject)}
              <small>{who}</small>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

function deedWords({ language }: DeskFrame, deeds: Deeds, deed: string, subject: string | null): string {
  const known = Object.hasOwn(deeds, deed) ? deeds[deed] : undefined;
  return known === undefined ? words[language].unknown(deed) : known(subject ?? "");
}

function byDay(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  return [...Map.groupBy(entries, ({ done }) => localDayOf(done)).values()];
}
