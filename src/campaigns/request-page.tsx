import type { FundingRequest } from "../funding/funding.ts";
import type { News } from "../funding/news.ts";
import type { FundingProposal } from "../funding/proposal.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import type { CardLink } from "../web/card.ts";
import { type Frame, Layout } from "../web/layout.tsx";
import { StructuredData } from "../web/structured-data.tsx";
import { Answers, type TeamWays } from "./answer-parts.tsx";
import { type Campaign, isCommitted, isGivenUp, isTaking } from "./campaigns.ts";
import { type Interest, InterestShown, Pledged } from "./community-parts.tsx";
import { words as communityWords } from "./community-words.ts";
import { Count } from "./count-parts.tsx";
import { Head } from "./head-parts.tsx";
import { Ending, NewsOf } from "./news-parts.tsx";
import { progressWords } from "./progress-words.ts";
import { words } from "./request-words.ts";
import type { ShownPledge } from "./shown-pledges.ts";
import { FollowAndShare, TakePart, WhatAPledgeIs, Yours } from "./take-part-parts.tsx";
import { TheNeed } from "./terms-parts.tsx";
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
  /** For somebody of the host's team: what it answers with other hosts. */
  readonly desk: TeamWays | null;
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
  const calls = !isCommitted(request.state) && !isGivenUp(request.state);
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
      {...(listed && {
        feed: {
          href: `/funding/${request.code}/feed.atom`,
          title: `${title} · ${communityWords[language].news.title}`,
        },
      })}
    >
      {listed && structured !== null && <StructuredData data={structured} />}
      <div class="masthead masthead-plain">
        <div class="wrap">
          <Breadcrumb language={language} ways={[{ href: "/funding", label: word.title }]} here={title} />
          <div class="split split-wide gap-above">
            <Head {...props} language={language} />
            <Count {...{ campaign, now, language }} origin={frame.origin} payment={props.payment} />
            <WhatHappensNext {...{ request, now, language }} />
          </div>
        </div>
      </div>
      <div class="wrap section split split-wide">
        <div class="stack stack-7">
          <Ending request={request} news={props.news} language={language} />
          <TheNeed request={request} language={language} />
          <Answers
            {...{ request, language, proposals: props.proposals, origin: frame.origin, desk: props.desk }}
            answerable={request.state === "open" || request.state === "reached"}
          />
          <Pledged {...props} />
          <NewsOf request={request} news={props.news} language={language} />
        </div>
        <div class="stack stack-6">
          {isTaking(request, now) && <TakePart frame={frame} request={request} />}
          {listed && <Yours language={language} />}
          {calls && <WhatAPledgeIs language={language} />}
          <InterestShown interest={props.interest} language={language} />
          {listed && <FollowAndShare {...{ frame, request, calls }} />}
        </div>
      </div>
    </Layout>
  );
}

/** What a search result or a shared link has room for. */
function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length <= 140 ? line : `${line.slice(0, 139).replace(/\s+\S*$/, "")}…`;
}
