import { dateWords } from "../foundation/date-words.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { ErrorSummary, FileField, TextField, type Wrong } from "../web/form-parts.tsx";
import { DoneNotice } from "../web/notice.tsx";
import type { Blocklist } from "./blocklist-queries.ts";
import { words as deskWords } from "./desk-words.ts";
import { words } from "./list-words.ts";

export const blocksPath = "/admin/followers/blocks";
export const listsPath = `${blocksPath}/lists`;

export interface ListsPageProps {
  readonly frame: DeskFrame;
  readonly lists: readonly Blocklist[];
  readonly typed?: string;
  readonly wrong?: Wrong;
  readonly done?: string | undefined;
}

/** The lists of blocked domains that others keep: read from a file, or every day; and our own, to be given to others. */
export function ListsPage({ frame, lists, typed = "", wrong = {}, done }: ListsPageProps) {
  const { language } = frame;
  const word = words[language];
  const notice = Object.entries(word.did).find(([did]) => did === done)?.[1];
  return (
    <DeskLayout frame={frame} title={word.title} here="followers">
      <Breadcrumb
        language={language}
        ways={[{ href: blocksPath, label: deskWords[language].blocks }]}
        here={word.title}
      />
      <ErrorSummary language={language} wrong={wrong} />
      {notice !== undefined && <DoneNotice>{notice}</DoneNotice>}
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      <section class="stack stack-4" aria-labelledby="lists">
        <h2 class="like-h3" id="lists">
          {word.lists}
        </h2>
        {lists.length === 0 ? <p>{word.noLists}</p> : <ListsTable frame={frame} lists={lists} />}
      </section>
      <FileForm language={language} wrong={wrong} />
      <AddressForm language={language} typed={typed} wrong={wrong} />
      <p>
        <a class="button" href={`${listsPath}/blocks.csv`}>
          {word.get}
        </a>
        <br />
        <small>{word.getHint}</small>
      </p>
    </DeskLayout>
  );
}

function ListsTable({ frame: { language }, lists }: Pick<ListsPageProps, "frame" | "lists">) {
  const word = words[language];
  return (
    <table class="table table-stack table-lines">
      <thead>
        <tr>
          <th scope="col">{word.list}</th>
          <th scope="col">{word.waiting}</th>
          <th scope="col">{word.lastRead}</th>
        </tr>
      </thead>
      <tbody>
        {lists.map(({ id, name, url, waiting, read, problem }) => (
          <tr>
            <th scope="row">
              <a href={`${listsPath}/${id}`}>{name}</a>
              <br />
              <small>{url ?? word.aFile}</small>
            </th>
            <td data-word={word.waiting.toLowerCase()}>{waiting}</td>
            <td data-word={word.lastRead.toLowerCase()}>
              {read === null ? word.notRead : dateWords(read, language, "short")}
              {problem !== null && <small> {problemOf(problem, language)}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Why a list was not read, as a sentence. */
export function problemOf(problem: string, language: DeskFrame["language"]): string {
  const { problems } = words[language];
  return Object.entries(problems).find(([code]) => code === problem)?.[1] ?? problems.unreachable;
}

type FormProps = { readonly language: DeskFrame["language"]; readonly wrong: Wrong };

function FileForm({ language, wrong }: FormProps) {
  const word = words[language];
  return (
    <form class="sheet stack" method="post" action={`${listsPath}/file`} enctype="multipart/form-data">
      <h2 class="like-h3">{word.fileTitle}</h2>
      <FileField
        name="file"
        label={word.file}
        hint={word.fileHint}
        accept=".csv,text/csv,text/plain"
        wrong={wrong["file"]}
      />
      <div class="form-end">
        <button class="button" type="submit">
          {word.readFile}
        </button>
      </div>
    </form>
  );
}

function AddressForm({ language, typed, wrong }: FormProps & { readonly typed: string }) {
  const word = words[language];
  return (
    <form class="sheet stack" method="post" action={listsPath}>
      <h2 class="like-h3">{word.addressTitle}</h2>
      <TextField
        name="url"
        label={word.address}
        hint={word.addressHint}
        value={typed}
        wrong={wrong["url"]}
        maxlength={2_000}
      />
      <div class="form-end">
        <button class="button" type="submit">
          {word.subscribe}
        </button>
      </div>
    </form>
  );
}
