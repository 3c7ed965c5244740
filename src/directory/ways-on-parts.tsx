import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import { asset } from "../web/assets.ts";
import { Icon } from "../web/icon.tsx";
import { count } from "../web/money.ts";
import { pathOf } from "./asked.ts";
import { choicesOf } from "./choices-words.ts";
import { type Filters, noFilters } from "./directory.ts";
import { words } from "./found-words.ts";
import { words as pageWords } from "./page-words.ts";

interface WaysOnProps {
  readonly filters: Filters;
  readonly language: Language;
}

/** An empty page has three ways on: ask for less, begin with the need, be told later. */
export function Nothing({ filters, unclaimed, language }: WaysOnProps & { readonly unclaimed: number }) {
  const word = words[language];
  const choices = choicesOf(filters, language);
  const wider = choices
    .slice(0, 4)
    .map(({ words: chosen, without }) => ({ label: word.widenWithout(chosen), without }));
  const ways = filters.all ? wider : [...wider, { label: word.widenAll, without: { ...filters, all: true } }];
  return (
    <div class="empty">
      <img src={asset("img/empty.svg")} alt="" width="160" height="120" />
      <div class="stack stack-5">
        {choices.length === 0 && <p>{word.nothingText}</p>}
        <Way title={word.widen}>
          <ul class="list gap-above">
            {ways.map(({ label, without }) => (
              <li>
                <a href={`${pathOf(without)}#results`}>{label}</a>
              </li>
            ))}
          </ul>
        </Way>
        <Way title={word.ask}>
          <p>
            {word.askText} <a href="/directory/questions">{pageWords[language].questions}</a>
          </p>
          {unclaimed > 0 && (
            <p>
              <a href="/directory/unclaimed">
                {pageWords[language].unclaimed(count(unclaimed, language), unclaimed > 1)}
              </a>
            </p>
          )}
        </Way>
        <Way title={word.wait}>
          <p>
            {word.waitText} <a href={pathOf(filters, { page: "/directory/watch" })}>{word.watch}</a>
          </p>
        </Way>
      </div>
    </div>
  );
}

function Way({ title, children }: { readonly title: string; readonly children?: Child }) {
  return (
    <div>
      <h3 class="like-h4">{title}</h3>
      {children}
    </div>
  );
}

/** The same search elsewhere: told by a feed, read by a program. */
export function Reuse({ filters, language }: WaysOnProps) {
  const word = words[language];
  const plain: Filters = { ...filters, sort: noFilters.sort };
  const links = [
    { page: "/directory/feed.atom", label: word.feed },
    { page: "/directory.json", label: word.json },
    { page: "/directory.csv", label: word.csv },
  ];
  return (
    <section class="sheet sheet-soft stack stack-3" aria-labelledby="reuse">
      <h2 class="like-h4" id="reuse">
        {word.reuse}
      </h2>
      <p>
        <a class="icon-text" href={pathOf(plain, { page: "/directory/watch" })}>
          <Icon name="bell-ringing" />
          <span>{word.watchLong}</span>
        </a>
      </p>
      <ul class="cluster small">
        {links.map(({ page, label }) => (
          <li>
            <a href={pathOf(plain, { page })}>{label}</a>
          </li>
        ))}
      </ul>
      <p class="small soft">{word.licence}</p>
    </section>
  );
}
