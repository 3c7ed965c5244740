import type { Child } from "hono/jsx";
import type { Database, Reader } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import { Icon } from "../web/icon.tsx";
import { count } from "../web/money.ts";
import { type Found, noFilters } from "./directory.ts";
import { FoundCards } from "./found-parts.tsx";
import { words } from "./home-words.ts";
import { search } from "./search.ts";

export interface SwarmDeps {
  readonly db: Database;
  now(): Date;
}

/** What the home shows of the others: a field that searches them all, and what is open elsewhere. Null while nobody else is known. */
export async function swarmBand({ db, now }: SwarmDeps, language: Language, hub: boolean): Promise<Child> {
  const { hosts, others, offers } = await countListed(db);
  if (others === 0) return null;
  const found = await listOpenElsewhere(db, now());
  return (
    <section class="section" id="swarm" aria-labelledby="swarm-title">
      <div class="wrap stack stack-6">
        <div class="stack">
          <h2 id="swarm-title">{hub ? words[language].hubTitle : words[language].title}</h2>
          <p>{words[language].counts(count(offers, language), count(hosts, language))}</p>
          <Search language={language} />
        </div>
        {found.length > 0 && <OpenElsewhere found={found} offers={offers} language={language} now={now()} />}
      </div>
    </section>
  );
}

function Search({ language }: { readonly language: Language }) {
  const word = words[language];
  return (
    <>
      <search aria-labelledby="swarm-title">
        <form class="search" method="get" action="/directory">
          <div class="search-field field">
            <label class="field-label" for="swarm-q">
              {word.q}
            </label>
            <p class="field-hint" id="swarm-q-hint">
              {word.qHint}
            </p>
            <input
              class="input"
              id="swarm-q"
              name="q"
              type="search"
              maxlength={200}
              autocomplete="off"
              aria-describedby="swarm-q-hint"
            />
          </div>
          <button class="button" type="submit">
            <Icon name="magnifying-glass" /> {word.find}
          </button>
        </form>
      </search>
      <p class="small">
        {word.unsure} <a href="/directory/questions">{word.questions}</a>
      </p>
    </>
  );
}

interface OpenProps {
  readonly found: readonly Found[];
  readonly offers: number;
  readonly language: Language;
  readonly now: Date;
}

function OpenElsewhere({ found, offers, language, now }: OpenProps) {
  const word = words[language];
  return (
    <section class="stack stack-5" aria-labelledby="open-elsewhere">
      <h3 class="like-h3" id="open-elsewhere">
        {word.open}
      </h3>
      <FoundCards items={found} language={language} now={now} quantity={null} level={4} />
      <p class="cluster">
        <a href="/directory">{word.all(count(offers, language))}</a> <a href="/directory/map">{word.map}</a>
      </p>
    </section>
  );
}

/** As many as stand side by side. */
const shownElsewhere = 3;

async function listOpenElsewhere(reader: Reader, now: Date): Promise<readonly Found[]> {
  const open = { ...noFilters, availability: ["open", "limited", "by-approval"], sort: "confirmed" } as const;
  const { items } = await search(reader, open, { after: null, limit: 4 * shownElsewhere, facets: false }, now);
  // What our own host has a part in stands higher up already.
  const elsewhere = items.filter(({ host, partners }) => ![host, ...partners].some(({ own }) => own));
  // One of each host, so that nobody fills the page alone.
  const first = elsewhere.filter(
    ({ host }, at) => elsewhere.findIndex((other) => other.host.actor === host.actor) === at,
  );
  return first.slice(0, shownElsewhere);
}

async function countListed(reader: Reader): Promise<{ hosts: number; others: number; offers: number }> {
  const { hosts, others, offers } = await reader
    .selectFrom("catalogueOffers")
    .innerJoin("catalogueHosts", "catalogueHosts.actor", "catalogueOffers.host")
    .innerJoin("instances", "instances.origin", "catalogueHosts.origin")
    .where("trust", ">=", 3)
    .where("instances.state", "=", "known")
    .select(({ fn }) => [
      fn.count<string>("catalogueHosts.actor").distinct().as("hosts"),
      fn.count<string>("catalogueHosts.actor").distinct().filterWhere("source", "<>", "own").as("others"),
      fn.countAll<string>().as("offers"),
    ])
    .executeTakeFirstOrThrow();
  return { hosts: Number(hosts), others: Number(others), offers: Number(offers) };
}
