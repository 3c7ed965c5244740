import { readFilters } from "../directory/filters.ts";
import { searchWords } from "../directory/search-words.ts";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Empty } from "../web/empty.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { SwarmTabs } from "../web/swarm-tabs.tsx";
import { words } from "./desk-words.ts";
import type { CountedWatch } from "./queries.ts";

/** Where the searches that are kept stand at the desk. */
export const deskPath = "/admin/followers/watches";

export interface WatchesPageProps {
  readonly frame: DeskFrame;
  readonly watches: readonly CountedWatch[];
  /** So many are shown at most. */
  readonly limit: number;
  readonly done: string | undefined;
}

/** The searches that people are told of: how many people, and nobody's name. */
export function WatchesPage({ frame, watches, limit, done }: WatchesPageProps) {
  const word = words[frame.language];
  return (
    <DeskLayout frame={frame} title={word.title} here="followers">
      {done === "retired" && <DoneNotice>{word.did.retired}</DoneNotice>}
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      <SwarmTabs frame={frame} here="watches" />
      {watches.length === 0 ? (
        <Empty title={word.none} text={word.noneMore} />
      ) : (
        <WatchesTable frame={frame} watches={watches} />
      )}
      {watches.length >= limit && <p class="soft">{word.more(limit)}</p>}
    </DeskLayout>
  );
}

/** A search that is kept, in words. */
export const inWords = (search: string, language: Language): string =>
  searchWords(readFilters(new URLSearchParams(search)), language);

function WatchesTable({ frame, watches }: Pick<WatchesPageProps, "frame" | "watches">) {
  const word = words[frame.language];
  const may = frame.person.role === "administrator";
  return (
    <table class="table table-stack">
      <thead>
        <tr>
          <th scope="col">{word.search}</th>
          <th scope="col">{word.account}</th>
          <th scope="col">{word.followers}</th>
          <th scope="col">{word.readers}</th>
          <th scope="col">{word.since}</th>
          {may && (
            <th scope="col">
              <span class="sr">{word.retire}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {watches.map((watch) => (
          <WatchRow frame={frame} watch={watch} may={may} />
        ))}
      </tbody>
    </table>
  );
}

function WatchRow({ frame: { language }, watch, may }: { frame: DeskFrame; watch: CountedWatch; may: boolean }) {
  const word = words[language];
  const { id, search, handle, followers, readers, created } = watch;
  const said = inWords(search, language);
  return (
    <tr>
      <th scope="row">
        <a href={search === "" ? "/directory" : `/directory?${search}`}>{said}</a>
      </th>
      <td data-word={word.account.toLowerCase()}>{handle === null ? word.noAccount : `@${handle}`}</td>
      <td data-word={word.followers.toLowerCase()}>{word.people(followers)}</td>
      <td data-word={word.readers.toLowerCase()}>{word.people(readers)}</td>
      <td data-word={word.since.toLowerCase()}>
        <time datetime={created.toISOString()}>{dateWords(created, language, "short")}</time>
      </td>
      {may && (
        <td class="table-do">
          <a class="button button-small" href={`${deskPath}/${id}/end`} aria-label={word.retireWhat(said)}>
            {word.retire}
          </a>
        </td>
      )}
    </tr>
  );
}

/** Asks once more before a watch ends, and says what follows. */
export function EndWatchPage({ frame, watch }: { readonly frame: DeskFrame; readonly watch: CountedWatch }) {
  const { language } = frame;
  const word = words[language];
  const said = inWords(watch.search, language);
  return (
    <DeskLayout frame={frame} title={word.retireTitle} here="followers">
      <Breadcrumb language={language} ways={[{ href: deskPath, label: word.title }]} here={word.retireTitle} />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.retireTitle}</h1>
        <p class="lead">{said}</p>
        <p>{word.retireText}</p>
      </div>
      <form class="form-end" method="post" action={`${deskPath}/${watch.id}/end`}>
        <button class="button button-danger" type="submit">
          {word.retireWhat(said)}
        </button>
        <a class="button button-quiet" href={deskPath}>
          {word.cancel}
        </a>
      </form>
    </DeskLayout>
  );
}
