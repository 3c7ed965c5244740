import { spoken } from "../hosts/parts.tsx";
import { territoryName } from "../hosts/territories.ts";
import { label } from "../hosts/vocabularies.ts";
import { labels } from "../offers/parts.tsx";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { Pagination } from "../web/pagination.tsx";
import type { Unclaimed } from "./unclaimed.ts";
import { words } from "./words.ts";

export interface UnclaimedPageProps {
  readonly frame: Frame;
  readonly entries: readonly Unclaimed[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** The only need that is looked for; null for all. */
  readonly need: string | null;
}

const path = "/directory/unclaimed";

/** Hosts that lists name and that have said nothing here: apart from the directory, without state and price. */
export function UnclaimedPage({ frame, entries, total, page, pages, need }: UnclaimedPageProps) {
  const { language } = frame;
  const word = words[language];
  const hrefOf = (n: number) => `${path}?${new URLSearchParams({ ...(need && { need }), page: String(n) })}`;
  return (
    <Layout frame={frame} title={word.title} description={word.lead} canonical={path}>
      <div class="wrap section">
        <div class="stack stack-6">
          <Breadcrumb language={language} ways={[{ href: "/directory", label: word.directory }]} here={word.title} />
          <div class="stack stack-3">
            <h1>{word.title}</h1>
            <p class="lead">{word.lead}</p>
            {need && (
              <p>
                {word.answering(label("needs", need, language))} <a href={path}>{word.all}</a>
              </p>
            )}
            {total > 0 && <p class="soft">{word.count(total)}</p>}
          </div>
          {entries.length === 0 ? <Nobody frame={frame} /> : <Entries frame={frame} entries={entries} />}
          <Pagination {...{ label: word.title, page, pages, hrefOf, words: word }} />
        </div>
      </div>
    </Layout>
  );
}

function Entries({ frame: { language }, entries }: Pick<UnclaimedPageProps, "frame" | "entries">) {
  const word = words[language];
  return (
    <ul class="news">
      {entries.map(({ id, name, domain, summary, language: own, needs, territory, listName, list, source }) => (
        <li>
          <div class="stack stack-2">
            <h2 class="like-h4">
              <a href={`${path}/${id}`}>{name}</a>
            </h2>
            <p class="small soft">{domain}</p>
            <p class="small icon-text">
              <Icon name="info" />
              <span>{word.notConfirmed}</span>
            </p>
            {summary && <p {...spoken(own ?? "", language)}>{summary}</p>}
            {needs.length > 0 && (
              <p class="small">
                {word.needs}
                {language === "fr" ? "\u00a0" : ""}: {labels("needs", needs.slice(0, 4), language)}
              </p>
            )}
            {territory && <p class="small">{territoryName(territory, language)}</p>}
            <p class="small soft">{word.listed(listName ?? list, word.sources[source])}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Nobody({ frame: { language } }: Pick<UnclaimedPageProps, "frame">) {
  const word = words[language];
  return (
    <div class="empty">
      <div class="stack stack-3">
        <h2 class="like-h3">{word.none}</h2>
        <p>{word.noneMore}</p>
        <p>
          <a href="/directory">{word.seeDirectory}</a>
        </p>
      </div>
    </div>
  );
}
