import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { ErrorSummary, type Wrong } from "../web/form-parts.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { Pagination } from "../web/pagination.tsx";
import type { Blocklist, Suggestion } from "./blocklist-queries.ts";
import { blocksPath, listsPath, problemOf } from "./desk-lists-page.tsx";
import { words as deskWords } from "./desk-words.ts";
import { words } from "./list-words.ts";

export interface ListPageProps {
  readonly frame: DeskFrame;
  readonly list: Blocklist;
  readonly suggestions: readonly Suggestion[];
  readonly page: number;
  readonly pages: number;
  readonly wrong?: Wrong;
  readonly done?: string | undefined;
}

/** What one list suggests, with what each would cut here; nothing is ticked by itself. */
export function ListPage({ frame, list, suggestions, page, pages, wrong = {}, done }: ListPageProps) {
  const { language } = frame;
  const word = words[language];
  const notice = Object.entries(word.did).find(([did]) => did === done)?.[1];
  const above = [
    { href: blocksPath, label: deskWords[language].blocks },
    { href: listsPath, label: word.title },
  ];
  return (
    <DeskLayout frame={frame} title={list.name} here="followers">
      <Breadcrumb language={language} ways={above} here={list.name} />
      <ErrorSummary language={language} wrong={wrong} />
      {notice !== undefined && <DoneNotice>{notice}</DoneNotice>}
      <div class="stack stack-3">
        <h1 class="like-h2">{list.name}</h1>
        <p class="lead">{list.read === null ? word.notRead : word.suggested(list.waiting)}</p>
        {list.problem !== null && <p>{problemOf(list.problem, language)}</p>}
      </div>
      {suggestions.length > 0 && <Suggestions language={language} list={list} suggestions={suggestions} page={page} />}
      <Pagination
        label={word.title}
        {...{ page, pages }}
        words={{ before: word.before, next: word.next }}
        hrefOf={(one) => `${listsPath}/${list.id}?page=${one}`}
      />
      {list.unread.length > 0 && <Unread language={language} list={list} />}
      <form method="post" action={`${listsPath}/${list.id}/removal`}>
        <button class="button" type="submit">
          {word.drop}
        </button>{" "}
        <small>{word.dropHint}</small>
      </form>
    </DeskLayout>
  );
}

interface SuggestionsProps extends Pick<ListPageProps, "list" | "suggestions" | "page"> {
  readonly language: DeskFrame["language"];
}

function Suggestions({ language, list, suggestions, page }: SuggestionsProps) {
  const word = words[language];
  return (
    <form class="stack stack-4" method="post" action={`${listsPath}/${list.id}`}>
      <p>{word.suggestedText}</p>
      <input type="hidden" name="page" value={String(page)} />
      <table class="table table-stack" id="domain">
        <thead>
          <tr>
            <th scope="col">{word.domain}</th>
            <th scope="col">{word.severity}</th>
            <th scope="col">{word.cuts}</th>
          </tr>
        </thead>
        <tbody>
          {suggestions.map(({ domain, severity, comment, within }) => (
            <tr>
              <th scope="row">
                <label>
                  <input type="checkbox" name="domain" value={domain} /> {domain}
                </label>
                {comment !== null && (
                  <>
                    <br />
                    <small>{comment}</small>
                  </>
                )}
              </th>
              <td>{word.severities[severity] ?? severity}</td>
              <td data-word={word.cuts.toLowerCase()}>{word.cut(within) || word.nothing}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="form-end">
        <button class="button button-danger" type="submit" name="do" value="block">
          {word.blockPicked}
        </button>
        <button class="button" type="submit" name="do" value="dismiss">
          {word.dismissPicked}
        </button>
      </div>
    </form>
  );
}

function Unread({ language, list }: Pick<SuggestionsProps, "language" | "list">) {
  const word = words[language];
  return (
    <details class="more">
      <summary>{word.unread(list.unread.length)}</summary>
      <ul class="list">
        {list.unread.map(({ line, text, reason }) => (
          <li>
            <code>{text}</code> ({word.line(line)}){language === "fr" ? "\u00a0: " : ": "}
            {word.reasons[reason]}
          </li>
        ))}
      </ul>
    </details>
  );
}
