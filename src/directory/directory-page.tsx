import type { Language } from "../foundation/language.ts";
import { ErrorSummary } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { count } from "../web/money.ts";
import { StructuredData } from "../web/structured-data.tsx";
import { type Asked, pathOf } from "./asked.ts";
import { choicesOf } from "./choices-words.ts";
import { type Findings, noFilters } from "./directory.ts";
import { FilterGroups } from "./filter-parts.tsx";
import { Entry, Ignored, WhichPlace } from "./finder-parts.tsx";
import { words } from "./page-words.ts";
import { foundWords, Results } from "./results-parts.tsx";
import { foundList } from "./structured.ts";
import { codeWords } from "./value-words.ts";

export interface DirectoryPageProps {
  readonly frame: Frame;
  readonly asked: Asked;
  readonly findings: Findings;
  /** How many hosts stand apart, who have confirmed nothing. */
  readonly unclaimed: number;
  readonly now: Date;
}

/** What everybody offers: one form that asks, and what it finds. Each search is an address of its own. */
export function DirectoryPage({ frame, asked, findings, unclaimed, now }: DirectoryPageProps) {
  const { language } = frame;
  const word = words[language];
  const { filters } = asked;
  return (
    <Layout
      frame={frame}
      title={titleOf(asked, findings, language)}
      description={word.description}
      canonical={pathOf(filters)}
      here="directory"
      sheets={["directory"]}
      feed={{ href: pathOf(filters, { page: "/directory/feed.atom" }), title: word.feedTitle }}
      unlisted={filters.q !== "" || asked.after !== null || asked.place !== null}
    >
      {findings.items.length > 0 && <StructuredData data={foundList(findings.items)} />}
      <div class="directory">
        <search class="finder" aria-label={word.form}>
          <form method="get" action="/directory#results">
            <div class="finder-head">
              <div class="wrap stack stack-5">
                <Head asked={asked} findings={findings} language={language} />
              </div>
            </div>
            <FilterGroups filters={filters} facets={findings.facets} language={language} />
          </form>
        </search>
        <Results {...{ asked, findings, unclaimed, language, now }} />
      </div>
      <section class="section band" aria-labelledby="where-all">
        <div class="wrap stack">
          <h2 id="where-all">{word.mapTitle}</h2>
          <p>{word.mapText}</p>
          <p>
            <a class="icon-text" href="/directory/map">
              <Icon name="map-pin" />
              <span>{word.mapLink}</span>
            </a>
          </p>
          <p>
            <a class="icon-text" href="/partners">
              <Icon name="partners" />
              <span>{word.partners}</span>
            </a>
          </p>
          <p>
            <a href="/directory/data">{word.openData}</a>
          </p>
          {unclaimed > 0 && findings.items.length > 0 && (
            <p class="small soft">
              <a href="/directory/unclaimed">{word.unclaimed(count(unclaimed, language), unclaimed > 1)}</a>
            </p>
          )}
        </div>
      </section>
    </Layout>
  );
}

function Head({
  asked,
  findings,
  language,
}: Pick<DirectoryPageProps, "asked" | "findings"> & { readonly language: Language }) {
  const word = words[language];
  const { place } = asked;
  const wrong = place !== null && place.meant.length === 0 ? { territory: word.placeUnknown(place.typed) } : {};
  return (
    <>
      <ErrorSummary language={language} wrong={wrong} />
      <h1>{word.title}</h1>
      <p class="lead">{word.lead}</p>
      <Entry asked={asked} language={language} />
      <WhichPlace asked={asked} language={language} />
      <Ignored asked={asked} language={language} />
      <div>
        <Tries findings={findings} language={language} />
        <p class="small">
          {word.unsure} <a href="/directory/questions">{word.questions}</a>.
        </p>
      </div>
    </>
  );
}

const fewTries = 5;

/** Needs that many offers answer, each one step away. */
function Tries({ findings, language }: { readonly findings: Findings; readonly language: Language }) {
  const needs = findings.facets.needs.filter(({ count }) => count > 0).slice(0, fewTries);
  if (needs.length === 0) return null;
  return (
    <p class="search-tries small">
      <span>{words[language].tries}</span>
      {needs.map(({ code }) => (
        <>
          {" "}
          <a href={`${pathOf({ ...noFilters, needs: [code] })}#results`}>{codeWords("needs", code, language)}</a>
        </>
      ))}
    </p>
  );
}

/** What was looked for and how many were found: read out first, and what a list of tabs shows. */
function titleOf({ filters, after }: Asked, { total }: Findings, language: Language): string {
  const word = words[language];
  const choices = choicesOf(filters, language).map((choice) => choice.words);
  const found = foundWords(filters, total, language);
  const what = choices.length === 0 ? word.directory : choices.slice(0, 3).join(", ");
  return word.foundTitle(what, after === null ? found : `${found}, ${word.further}`);
}
