import { dateWords } from "../foundation/date-words.ts";
import { FactList, MaybeLink, spoken } from "../hosts/parts.tsx";
import { territoryName } from "../hosts/territories.ts";
import { labels } from "../offers/parts.tsx";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { Code } from "../web/code.tsx";
import { ErrorSummary, TextField, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { claimLine, claimPath, removalLine, type Unclaimed } from "./unclaimed.ts";
import { words } from "./words.ts";

export interface EntryPageProps {
  readonly frame: Frame;
  readonly entry: Unclaimed;
  readonly typed: string;
  readonly wrong: Wrong;
}

const path = "/directory/unclaimed";

/** What a list says of a host, that the host has confirmed none of it, and what the host can do about it. */
export function EntryPage({ frame, entry, typed, wrong }: EntryPageProps) {
  const { language } = frame;
  const word = words[language];
  const { name, website, summary, language: own, needs, territory } = entry;
  return (
    <Layout frame={frame} title={name} canonical={`${path}/${entry.id}`} unlisted>
      <div class="wrap section">
        <div class="stack stack-6">
          <ErrorSummary language={language} wrong={wrong} />
          <Breadcrumb
            language={language}
            ways={[
              { href: "/directory", label: word.directory },
              { href: path, label: word.title },
            ]}
            here={name}
          />
          <h1>{name}</h1>
          <div class="notice notice-care">
            <Icon name="warning" />
            <div>
              <h2>{word.warning}</h2>
              <p>{word.warningText}</p>
            </div>
          </div>
          {summary && (
            <p class="lead" {...spoken(own ?? "", language)}>
              {summary}
            </p>
          )}
          <FactList
            lines={[
              [word.website, <MaybeLink text={website} />],
              [word.needs, needs.length > 0 ? labels("needs", needs, language) : null],
              [word.territory, territory && territoryName(territory, language)],
              [word.from, <From entry={entry} language={language} />],
              [word.since, dateWords(entry.entered, language)],
              [word.read, dateWords(entry.read, language)],
            ]}
          />
        </div>
      </div>
      <Ours {...{ frame, entry, typed, wrong }} />
    </Layout>
  );
}

function From({
  entry: { list, listName, source },
  language,
}: {
  readonly entry: Unclaimed;
  readonly language: Frame["language"];
}) {
  const kind = words[language].sources[source];
  return (
    <>
      {listName ?? kind}, <MaybeLink text={list} />
    </>
  );
}

function Ours({ frame, entry, typed, wrong }: EntryPageProps) {
  const word = words[frame.language];
  const file = new URL(claimPath, entry.website).href;
  return (
    <section class="section band" id="ours" aria-labelledby="ours-title">
      <div class="wrap stack stack-5">
        <h2 id="ours-title">{word.ours}</h2>
        <p>{word.oursLead}</p>
        <div class="split split-even">
          <form class="stack" method="post" action={`${path}/${entry.id}/claim`} novalidate aria-labelledby="claim">
            <h3 id="claim">{word.claimTitle}</h3>
            <p>{word.claimSame(entry.domain)}</p>
            <p>{word.claimOther}</p>
            <p>{word.claimLink}</p>
            <Code>{'<a rel="me" href="https://essaim.exemple.org">Essaim</a>'}</Code>
            <p>{word.claimFile(file)}</p>
            <Code>{claimLine("https://essaim.exemple.org")}</Code>
            <TextField
              {...{
                name: "address",
                label: word.address,
                hint: word.addressHint,
                value: typed,
                wrong: wrong["address"],
              }}
              maxlength={2_000}
            />
            <p class="form-end">
              <button class="button" type="submit">
                {word.claim}
              </button>
            </p>
          </form>
          <form class="stack" method="post" action={`${path}/${entry.id}/removal`} aria-labelledby="remove">
            <h3 id="remove">{word.removeTitle}</h3>
            <p>{word.removeText(file)}</p>
            <Code>{removalLine}</Code>
            <p>{word.removeMore}</p>
            {wrong["removal"] && (
              <p class="field-error">
                <Icon name="warning-circle" /> <span>{wrong["removal"]}</span>
              </p>
            )}
            <p class="form-end">
              <button class="button" type="submit" id="removal">
                {word.remove}
              </button>
            </p>
          </form>
        </div>
      </div>
    </section>
  );
}

/** After a removal: nothing is left to show. */
export function RemovedPage({ frame }: { readonly frame: Frame }) {
  const word = words[frame.language];
  return (
    <Layout frame={frame} title={word.removed} unlisted>
      <div class="wrap section stack">
        <h1>{word.removed}</h1>
        <p class="lead" role="status">
          {word.removedText}
        </p>
        <p>
          <a href={path}>{word.title}</a>
        </p>
      </div>
    </Layout>
  );
}
