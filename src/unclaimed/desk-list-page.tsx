import { dateWords } from "../foundation/date-words.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { ErrorSummary, FileField, OnceField, TextField, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { words } from "./desk-words.ts";
import type { Reading } from "./reading.ts";
import type { Unclaimed } from "./unclaimed.ts";

export const deskPath = "/admin/portal/unclaimed";

export interface DeskListProps {
  readonly frame: DeskFrame;
  readonly readings: readonly Reading[];
  readonly entries: readonly Unclaimed[];
  readonly removals: readonly { readonly domain: string; readonly how: string }[];
  readonly typed: string;
  readonly wrong: Wrong;
  readonly done: string | undefined;
}

/** The lists that were read, the entries that they brought, and those that were removed. */
export function DeskListPage({ frame, readings, typed, wrong, done, ...lists }: DeskListProps) {
  const { language } = frame;
  const word = words[language];
  const notice = Object.entries(word.did).find(([did]) => did === done)?.[1];
  return (
    <DeskLayout frame={frame} title={word.title} here="portal">
      <ErrorSummary language={language} wrong={wrong} />
      {notice !== undefined && <DoneNotice>{notice}</DoneNotice>}
      <Breadcrumb language={language} ways={[{ href: "/admin/portal", label: word.portal }]} here={word.title} />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
        {lists.entries.length > 0 && (
          <p>
            <a href="/directory/unclaimed">{word.see(lists.entries.length)}</a>
          </p>
        )}
      </div>
      <ReadForm {...{ frame, typed, wrong }} />
      <Past {...{ frame, readings }} />
      <Entries frame={frame} {...lists} />
    </DeskLayout>
  );
}

function ReadForm({ frame: { language }, typed, wrong }: Pick<DeskListProps, "frame" | "typed" | "wrong">) {
  const word = words[language];
  return (
    <form
      class="sheet stack"
      method="post"
      action={deskPath}
      enctype="multipart/form-data"
      aria-labelledby="read"
      novalidate
    >
      <OnceField />
      <h2 class="like-h3" id="read">
        {word.read}
      </h2>
      <p>{word.readLead}</p>
      <TextField
        {...{ name: "address", label: word.address, hint: word.addressHint, value: typed, wrong: wrong["address"] }}
        type="url"
        maxlength={2_000}
      />
      <FileField name="file" label={word.file} accept=".properties,.json,text/plain" wrong={wrong["file"]} />
      <div class="form-end">
        <button class="button button-main" type="submit">
          {word.go} <Icon name="arrow-right" />
        </button>
      </div>
    </form>
  );
}

function Past({ frame: { language }, readings }: Pick<DeskListProps, "frame" | "readings">) {
  const word = words[language];
  return (
    <section class="stack stack-3" aria-labelledby="past">
      <h2 class="like-h3" id="past">
        {word.past}
      </h2>
      {readings.length === 0 && <p class="soft">{word.noPast}</p>}
      <ul class="list">
        {readings.map(({ id, source, state, begun }) => (
          <li>
            <a href={`${deskPath}/readings/${id}`}>{source}</a>, {word.states[state]}{" "}
            <span class="soft small">({dateWords(begun, language, "short")})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entries({ frame: { language }, entries, removals }: Pick<DeskListProps, "frame" | "entries" | "removals">) {
  const word = words[language];
  return (
    <>
      <section class="stack stack-3" aria-labelledby="entries">
        <h2 class="like-h3" id="entries">
          {word.entries}
        </h2>
        {entries.length === 0 ? (
          <p class="soft">{word.noEntries}</p>
        ) : (
          <Rows
            caption={[word.name, word.from, word.remove]}
            rows={entries.map(({ domain, name, listName, list }) => ({
              name: `${name} (${domain})`,
              more: listName ?? list,
              domain,
            }))}
            {...{ action: `${deskPath}/removals`, does: word.remove, doesWhat: word.removeWhat }}
          />
        )}
      </section>
      {removals.length > 0 && (
        <section class="stack stack-3" aria-labelledby="removals">
          <h2 class="like-h3" id="removals">
            {word.removals}
          </h2>
          <p>{word.removalsLead}</p>
          <Rows
            caption={[word.name, word.removals, word.allow]}
            rows={removals.map(({ domain, how }) => ({
              name: domain,
              more: how === "owner" ? word.how.owner : word.how.desk,
              domain,
            }))}
            {...{ action: `${deskPath}/removals/end`, does: word.allow, doesWhat: word.allowWhat }}
          />
        </section>
      )}
    </>
  );
}

interface RowsProps {
  readonly caption: readonly [string, string, string];
  readonly rows: readonly { readonly name: string; readonly more: string; readonly domain: string }[];
  readonly action: string;
  readonly does: string;
  doesWhat(name: string): string;
}

function Rows({ caption: [name, more, end], rows, action, does, doesWhat }: RowsProps) {
  return (
    <table class="table table-stack">
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">{more}</th>
          <th scope="col">
            <span class="sr">{end}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">{row.name}</th>
            <td>{row.more}</td>
            <td class="table-do">
              <form method="post" action={action}>
                <input type="hidden" name="domain" value={row.domain} />
                <button class="button button-small" type="submit" aria-label={doesWhat(row.name)}>
                  {does}
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
