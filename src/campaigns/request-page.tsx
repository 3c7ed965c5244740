import { dateWords } from "../foundation/date-words.ts";
import type { FundingRequest } from "../funding/funding.ts";
import type { News } from "../funding/news.ts";
import type { FundingProposal } from "../funding/proposals.ts";
import { spoken } from "../hosts/parts.tsx";
import { label } from "../hosts/vocabularies.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import type { CardLink } from "../web/card.ts";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { StructuredData } from "../web/structured-data.tsx";
import { Answers } from "./answer-parts.tsx";
import { type Campaign, isCommitted, isTaking, stageOf } from "./campaigns.ts";
import { type Interest, InterestShown, PaymentLink, Pledged } from "./community-parts.tsx";
import { Ending, NewsOf } from "./news-parts.tsx";
import { iconOfKind, PartyName, StageChip } from "./parts.tsx";
import { Standing } from "./progress-parts.tsx";
import { progressWords } from "./progress-words.ts";
import { words } from "./request-words.ts";
import type { ShownPledge } from "./shown-pledges.ts";
import { FollowAndShare, TakePart, WhatAPledgeIs, Yours } from "./take-part-parts.tsx";
import { TermsInShort, TheNeed } from "./terms-parts.tsx";
import { WhatHappensNext } from "./way-parts.tsx";

export interface RequestPageProps {
  readonly frame: Frame;
  readonly now: Date;
  readonly campaign: Campaign;
  /** The id of its actor. */
  readonly actor: string;
  /** As everybody, or who acts here, may read them. */
  readonly pledges: readonly ShownPledge[];
  /** There are more than are shown. */
  readonly more: boolean;
  readonly proposals: readonly FundingProposal[];
  readonly news: readonly News[];
  /** The failed request that this one tries again, and those that try this one again. */
  readonly previous: FundingRequest | null;
  readonly next: readonly FundingRequest[];
  readonly interest: Interest | null;
  /** Where one pays, outside of here; only once the order is signed. */
  readonly payment: string | null;
  /** Whether this browser acts for who asks or signs. */
  readonly acts: boolean;
  readonly card: CardLink | null;
  readonly structured: object | null;
}

/** One request in full: who asks for what, how far it is, what happens next, how to take part, who does. */
export function RequestPage(props: RequestPageProps) {
  const { frame, now, campaign, actor, card, structured } = props;
  const { language } = frame;
  const { request } = campaign;
  const { title, description } = request.content;
  const listed = request.opened !== null;
  const word = words[language];
  return (
    <Layout
      frame={frame}
      title={title}
      description={`${progressWords(campaign, now, language)}. ${shortened(description)}`}
      here="funding"
      sheets={["funding"]}
      card={card}
      {...(listed ? { canonical: `/funding/${request.code}`, actor } : { unlisted: true })}
      {...(listed && { feed: { href: `/funding/${request.code}/feed.atom`, title: `${title} · ${word.news.title}` } })}
    >
      {listed && structured !== null && <StructuredData data={structured} />}
      <div class="masthead masthead-plain">
        <div class="wrap">
          <Breadcrumb language={language} ways={[{ href: "/funding", label: word.title }]} here={title} />
          <div class="split split-wide gap-above">
            <Head {...props} />
            <Count {...props} />
          </div>
        </div>
      </div>
      <div class="wrap section split split-wide">
        <div class="stack stack-7">
          <Ending request={request} news={props.news} language={language} />
          <TheNeed request={request} language={language} />
          <Answers
            {...{ request, language, proposals: props.proposals, origin: frame.origin }}
            answerable={request.state === "open" || request.state === "reached"}
          />
          <Pledged {...props} />
          <NewsOf request={request} news={props.news} language={language} />
        </div>
        <div class="stack stack-6">
          {isTaking(request, now) && <TakePart frame={frame} request={request} />}
          {listed && <Yours language={language} />}
          <WhatAPledgeIs language={language} />
          <InterestShown interest={props.interest} language={language} />
          {listed && <FollowAndShare frame={frame} request={request} />}
        </div>
      </div>
    </Layout>
  );
}

function Head({ frame, now, campaign: { request }, previous, next, acts }: RequestPageProps) {
  const { language } = frame;
  const word = words[language];
  const { requester, steward, opened, terms, content } = request;
  return (
    <div class="stack">
      <ul class="tags">
        <li class="tag">
          <Icon name={iconOfKind[terms.kind]} /> {label("fundingKinds", terms.kind, language)}
        </li>
        <li>
          <span class="sr">{word.stage} </span>
          <StageChip stage={stageOf(request, now)} language={language} />
        </li>
      </ul>
      <h1 {...spoken(content.language, language)}>{content.title}</h1>
      <p class="soft">
        {word.askedBy} <PartyName party={requester} language={language} />
        {opened !== null && `, ${word.since(dateWords(opened, language))}`}
        {steward !== null && steward.id !== requester.id && (
          <>
            . {word.carriedBy} <PartyName party={steward} language={language} />
          </>
        )}
        .
      </p>
      <Related {...{ previous, next, language }} />
      <TermsInShort {...{ request, now, language }} />
      <WhatHappensNext {...{ request, now, language }} />
      {acts && <Acts request={request} language={language} />}
    </div>
  );
}

/** What only those see who act for the request. */
function Acts({ request, language }: Pick<Campaign, "request"> & Pick<Frame, "language">) {
  const word = words[language];
  const draft = request.state === "draft";
  return (
    <div class="notice">
      <Icon name="identification-card" />
      <div>
        <p>{draft ? word.draftText : word.stewardText}</p>
        <p>
          <a
            class={draft ? "button button-main" : "button"}
            href={`/funding/${request.code}/${draft ? "edit" : "steward"}`}
          >
            {draft ? word.edit : word.steward}
          </a>
        </p>
      </div>
    </div>
  );
}

function Related({ previous, next, language }: Pick<RequestPageProps, "previous" | "next"> & Pick<Frame, "language">) {
  const word = words[language].again;
  const links: readonly (readonly [string, FundingRequest])[] = [
    ...(previous === null ? [] : [[word.before, previous] as const]),
    ...next.map((one) => [word.smaller, one] as const),
  ];
  return (
    <>
      {links.map(([said, { code, content }]) => (
        <p>
          {said}{" "}
          <a href={`/funding/${code}`} {...spoken(content.language, language)}>
            {content.title}
          </a>
        </p>
      ))}
    </>
  );
}

/** The sheet with the count, and the one thing to do. */
function Count({ frame, now, campaign, payment }: RequestPageProps) {
  const { language } = frame;
  const word = words[language];
  const { request } = campaign;
  const host = new URL(frame.origin).host;
  return (
    <section class="sheet stack" aria-labelledby="count-title">
      <h2 class="sr" id="count-title">
        {word.progress.title}
      </h2>
      <Standing campaign={campaign} now={now} language={language} />
      {isTaking(request, now) && (
        <p>
          <a class="button button-main button-wide" href={`/funding/${request.code}/pledge`} rel="nofollow">
            <Icon name="hand-heart" /> {word.take.button}
          </a>
        </p>
      )}
      {isCommitted(request.state) && <PaymentLink address={payment} language={language} />}
      {request.opened !== null && (
        <p class="small soft">
          {word.progress.counted} {host}. {word.progress.countedText}
        </p>
      )}
    </section>
  );
}

/** What a search result or a shared link has room for. */
function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length <= 140 ? line : `${line.slice(0, 139).replace(/\s+\S*$/, "")}…`;
}
