import { z } from "zod";
import type { Reader } from "../foundation/database.ts";
import { listHappened } from "../foundation/happened.ts";
import type { Language } from "../foundation/language.ts";
import { goalWords } from "../funding/amount-words.ts";
import * as told from "../funding/events.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { listFundingNews, type News } from "../funding/news.ts";
import { label } from "../hosts/vocabularies.ts";
import type { FeedEntry } from "../web/feed.ts";
import type { Campaign } from "./campaigns.ts";
import { words } from "./feed-words.ts";
import { OutwardLink, Paragraphs, safeAddress } from "./parts.tsx";
import { progressWords } from "./progress-words.ts";

const Milestone = z.discriminatedUnion("name", [
  told.FundingOpened,
  told.FundingReached,
  told.FundingFellShort,
  told.FundingExtended,
  told.ConfirmationsAsked,
  told.FundingCommitted,
  told.FundingStarted,
  told.FundingDelivered,
  told.FundingFailed,
  told.FundingCancelled,
]);
type Milestone = z.infer<typeof Milestone>;

/** What an event of which the feeds tell holds. */
export const fedFunding = Milestone.options.map(({ shape }) => ({ name: shape.name.value }));

interface Telling {
  readonly origin: string;
  readonly language: Language;
  readonly now: Date;
}

/** Requests as entries of the list's feed: what is looked for, and how far it is. */
export function requestEntry({ request, promises }: Campaign, { origin, language, now }: Telling): FeedEntry {
  const page = `${origin}/funding/${request.code}`;
  const { content, terms } = request;
  const needs = content.needs.map((need) => label("needs", need, language));
  return {
    ...{ id: page, page, title: content.title, published: request.opened ?? request.created, updated: request.changed },
    content: (
      <>
        <p>
          {label("fundingKinds", terms.kind, language)}
          {needs.length > 0 && ` · ${needs.join(", ")}`}
        </p>
        <Paragraphs text={content.description} lang={{ lang: content.language }} />
        <p>{goalWords(terms.goal, language)}</p>
        <p>{progressWords({ request, promises }, now, language)}</p>
        <p>
          <a href={page}>{words[language].read}</a>
        </p>
      </>
    ),
  };
}

/** More than a request ever has. */
const mostMilestones = 200;

/** What happened to one request and what its steward said of it, the newest first. */
export async function listRequestEntries(
  reader: Reader,
  request: FundingRequest,
  telling: Telling,
): Promise<readonly FeedEntry[]> {
  const holding = fedFunding.map((part) => ({ ...part, request: request.id }));
  const happened = await listHappened(reader, { holding, skip: 0, limit: mostMilestones });
  const milestones = happened.flatMap((event) => Milestone.safeParse(event).data ?? []);
  const news = await listFundingNews(reader, request.id);
  return [
    ...milestones.map((milestone) => milestoneEntry(milestone, request, telling)),
    ...news.map((one) => newsEntry(one, request, telling)),
  ].toSorted((a, b) => b.published.getTime() - a.published.getTime());
}

function milestoneEntry(
  { id, name, happened }: Milestone,
  { code, content }: FundingRequest,
  telling: Telling,
): FeedEntry {
  const { origin, language } = telling;
  const page = `${origin}/funding/${code}`;
  const at = new Date(happened);
  const said = words[language].milestones[name];
  return {
    ...{ id: `${page}/feed.atom#${id}`, page, title: `${said} · ${content.title}`, published: at, updated: at },
    content: (
      <>
        <p>{said}.</p>
        <p>
          <a href={page}>{words[language].read}</a>
        </p>
      </>
    ),
  };
}

function newsEntry(news: News, { code, content }: FundingRequest, { origin, language }: Telling): FeedEntry {
  const word = words[language];
  const page = `${origin}/funding/${code}#news-${news.id}`;
  const said = { news: word.written, outcome: word.outcome, closing: word.closing }[news.kind];
  const deliverable = safeAddress(news.deliverable);
  return {
    ...{ id: `${origin}/funding/${code}/feed.atom#${news.id}`, page, title: `${said} · ${content.title}` },
    ...{ published: news.written, updated: news.written },
    content: (
      <>
        <Paragraphs text={news.text} lang={{ lang: content.language }} />
        {deliverable !== null && (
          <p>
            <OutwardLink href={deliverable}>{deliverable}</OutwardLink>
          </p>
        )}
      </>
    ),
  };
}
