import type { Language } from "../foundation/language.ts";
import { asset } from "../web/assets.ts";
import { ErrorSummary } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { count } from "../web/money.ts";
import { Pagination } from "../web/pagination.tsx";
import type { Asked } from "./asked.ts";
import { FiguresSheet, HowItWorks } from "./figures-parts.tsx";
import { Chosen, Finder, Ignored, WhichPlace } from "./filter-parts.tsx";
import { noFilters, pathOf } from "./filters.ts";
import { RequestCards } from "./found-parts.tsx";
import { words } from "./list-words.ts";
import type { Figures, FoundPage } from "./listing.ts";

export interface ListPageProps {
  readonly frame: Frame;
  readonly now: Date;
  readonly asked: Asked;
  readonly found: FoundPage;
  readonly figures: Figures;
}

/** How many requests a page shows. */
export const pageSize = 12;

/** All requests that one may join, found by need, place, sum and time; and the way to post one's own. */
export function ListPage({ frame, now, asked, found, figures }: ListPageProps) {
  const { language } = frame;
  const word = words[language];
  const { filters, place, page } = asked;
  const unknown = place !== null && place.meant.length === 0;
  return (
    <Layout
      frame={frame}
      title={titleOf(asked, found, language)}
      description={word.description}
      canonical={pathOf(filters, { page })}
      here="funding"
      sheets={["directory", "funding"]}
      feed={{
        href: pathOf(filters, { path: "/funding/feed.atom" }),
        title: word.feedTitle(frame.host?.name ?? "Essaim"),
      }}
    >
      <div class="masthead masthead-plain">
        <div class="wrap split">
          <div class="stack">
            {unknown && <ErrorSummary {...{ language, wrong: { territory: word.filter.placeUnknown(place.typed) } }} />}
            <h1>{word.title}</h1>
            <p class="lead">{word.lead}</p>
            <WaysIn language={language} />
          </div>
          <FiguresSheet figures={figures} language={language} />
        </div>
      </div>
      <div class="wrap section stack stack-6">
        <Finder asked={asked} language={language} />
        <WhichPlace asked={asked} language={language} />
        <Ignored asked={asked} language={language} />
        <Found {...{ now, asked, found, language }} />
      </div>
      <HowItWorks language={language} />
    </Layout>
  );
}

function titleOf({ page }: Asked, { total }: FoundPage, language: Language): string {
  const word = words[language];
  const found = total === 0 ? word.none : word.found(count(total, language), total > 1);
  return [word.title, found, ...(page > 1 ? [word.page(count(page, language))] : [])].join(" · ");
}

function WaysIn({ language }: { readonly language: Language }) {
  const word = words[language];
  return (
    <>
      <p class="masthead-actions">
        <a class="button button-main" href="/funding/new">
          <Icon name="megaphone" /> {word.post}
        </a>{" "}
        <a class="icon-text" href="/funding/compose">
          <Icon name="fediverse-logo" />
          <span>{word.compose}</span>
        </a>{" "}
        <a href="/funding/mine">{word.mine}</a> <a href="/funding/notices">{word.notices}</a>
      </p>
      <p class="small">{word.unsure}</p>
    </>
  );
}

function Found({ now, asked, found, language }: Omit<ListPageProps, "frame" | "figures"> & { language: Language }) {
  const word = words[language];
  const { filters, page } = asked;
  return (
    <section class="stack stack-5" id="results" aria-labelledby="results-title">
      <div class="results-head">
        <h2 class="like-h3" id="results-title">
          {found.total === 0 ? word.none : word.found(count(found.total, language), found.total > 1)}
        </h2>
        <Chosen filters={filters} language={language} />
      </div>
      {found.items.length === 0 ? (
        <Nothing language={language} />
      ) : (
        <RequestCards items={found.items} now={now} language={language} level={3} />
      )}
      <Pagination
        {...{ ...word.pages, page, pages: Math.ceil(found.total / pageSize), words: word.pages }}
        hrefOf={(number) => pathOf(filters, { page: number })}
      />
      <p class="small">
        <a class="icon-text" href={pathOf(filters, { path: "/funding/feed.atom" })}>
          <Icon name="rss" />
          <span>{word.feed}</span>
        </a>
      </p>
    </section>
  );
}

/** Three ways on from nothing. */
function Nothing({ language }: { readonly language: Language }) {
  const word = words[language].empty;
  return (
    <div class="empty">
      <img src={asset("img/empty.svg")} alt="" width="160" height="120" />
      <div class="stack">
        <h3>{word.title}</h3>
        <p>{word.text}</p>
        <ul class="list">
          <li>
            <a href="/funding/new">{words[language].post}</a>
          </li>
          <li>
            <a href={pathOf(noFilters)}>{word.all}</a>
          </li>
          <li>
            <a href={pathOf({ ...noFilters, state: "done" })}>{word.over}</a>
          </li>
          <li>
            <a href="/directory">{word.directory}</a>
          </li>
        </ul>
      </div>
    </div>
  );
}
