import type { Language } from "../foundation/language.ts";
import { Icon } from "../web/icon.tsx";
import { count } from "../web/money.ts";
import { type Asked, pathOf } from "./asked.ts";
import { choicesOf } from "./choices-words.ts";
import { type Filters, type Findings, noFilters, sorts } from "./directory.ts";
import { FoundCards } from "./found-parts.tsx";
import { words } from "./found-words.ts";
import { quantityWords } from "./value-words.ts";
import { Nothing, Reuse } from "./ways-on-parts.tsx";

export interface ResultsProps {
  readonly asked: Asked;
  readonly findings: Findings;
  readonly unclaimed: number;
  readonly language: Language;
  readonly now: Date;
}

/** What was found: how many in a sentence, what was chosen, the offers, and where to go on. */
export function Results(props: ResultsProps) {
  const { asked, findings, unclaimed, language } = props;
  const word = words[language];
  return (
    <section class="results stack stack-5" id="results" tabindex={-1} aria-labelledby="found">
      <div class="results-head">
        <h2 id="found">{foundWords(asked.filters, findings.total, language)}</h2>
        <p class="filters-call">
          <a class="button button-small" href="#refine">
            {word.refine}
          </a>
        </p>
      </div>
      <Readings findings={findings} language={language} />
      <Chosen filters={asked.filters} language={language} />
      {findings.total > 1 && <Sorts filters={asked.filters} language={language} />}
      {findings.items.length > 0 ? (
        <Cards {...props} />
      ) : (
        <Nothing filters={asked.filters} {...{ unclaimed, language }} />
      )}
      <Further {...props} />
      {findings.items.length > 0 && <Reuse filters={asked.filters} language={language} />}
    </section>
  );
}

/** How many were found, as a sentence. */
export function foundWords(filters: Filters, total: number, language: Language): string {
  const word = words[language];
  const asks = pathOf({ ...filters, sort: noFilters.sort }) !== pathOf(noFilters);
  if (total === 0) return asks ? word.foundNone : word.foundNothing;
  return word.found(count(total, language), total > 1, asks);
}

/** How a search was read where it was not as it was typed. */
function Readings({ findings, language }: Pick<ResultsProps, "findings" | "language">) {
  const word = words[language];
  const { corrected, counted = null, total } = findings;
  const loosened = findings.loosened === true && total > 0;
  if (corrected.length === 0 && !loosened && counted === null) return null;
  return (
    <div class="stack stack-2" role="status">
      {corrected.map(({ typed, read }) => (
        <p>
          {word.read} <em>{read}</em> {word.insteadOf(typed)}
        </p>
      ))}
      {loosened && <p>{word.loosened}</p>}
      {counted && <p>{word.counted(quantityWords(counted, language))}</p>}
    </div>
  );
}

interface ChosenProps {
  readonly filters: Filters;
  readonly language: Language;
}

function Chosen({ filters, language }: ChosenProps) {
  const word = words[language];
  const choices = choicesOf(filters, language);
  if (choices.length === 0) return null;
  return (
    <ul class="tags" aria-label={word.chosen}>
      {choices.map((choice) => (
        <li>
          <a class="tag tag-remove" href={`${pathOf(choice.without)}#results`}>
            {choice.words} <Icon name="x" />
            <span class="sr">{word.remove}</span>
          </a>
        </li>
      ))}
      <li>
        <a class="tag" href="/directory">
          {word.clear}
        </a>
      </li>
    </ul>
  );
}

/** Each order is an address; the one that holds says in a sentence what it means. */
function Sorts({ filters, language }: ChosenProps) {
  const word = words[language];
  const possible = sorts.filter((sort) => sort !== "nearness" || filters.territory !== null);
  return (
    <nav class="sorts small" aria-label={word.sortBy}>
      <ul>
        <li aria-hidden="true">{word.sortBy}</li>
        {possible.map((sort) => (
          <li>
            <a
              href={`${pathOf({ ...filters, sort })}#results`}
              aria-current={sort === filters.sort ? "true" : undefined}
            >
              {word.sorts[sort]}
            </a>
          </li>
        ))}
      </ul>
      <p class="soft">
        {word.sortText[filters.sort]} {word.sortNever}
      </p>
    </nav>
  );
}

function Cards({ asked: { filters }, findings, language, now }: ResultsProps) {
  const word = words[language];
  const quantity = filters.price?.quantity ?? null;
  const comparable = findings.items.length > 1;
  return (
    <form class="stack stack-5" action="/directory/compare" method="get" aria-label={word.compareLabel}>
      {quantity && (
        <input type="hidden" name={quantity.unit === "GB" ? "gb" : "users"} value={String(quantity.count)} />
      )}
      <FoundCards items={findings.items} {...{ language, now, quantity, comparable }} />
      {comparable && (
        <p class="cluster">
          <button class="button" type="submit">
            {word.compareButton}
          </button>{" "}
          <span class="small soft">{word.compareHint}</span>
        </p>
      )}
    </form>
  );
}

function Further({ asked: { filters, after }, findings, language }: ResultsProps) {
  const word = words[language];
  if (findings.next === null && after === null) return null;
  return (
    <nav class="pagination" aria-label={word.pages}>
      <ul>
        {after !== null && (
          <li>
            <a href={`${pathOf(filters)}#results`}>{word.first}</a>
          </li>
        )}
        {findings.next !== null && (
          <li>
            <a href={`${pathOf(filters, { after: findings.next })}#results`} rel="next">
              {word.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
