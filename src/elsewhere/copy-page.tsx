import { PledgeFields } from "../acting/pledge-fields-parts.tsx";
import { IsAside } from "../acting/pledge-parts.tsx";
import { AsField, nameOf } from "../acting/who-parts.tsx";
import { stageOf } from "../campaigns/campaigns.ts";
import { iconOfKind, OutwardLink, StageChip, safeAddress } from "../campaigns/parts.tsx";
import { Standing } from "../campaigns/progress-parts.tsx";
import { progressWords } from "../campaigns/progress-words.ts";
import { words as requestWords } from "../campaigns/request-words.ts";
import { TermsInShort, TheNeed } from "../campaigns/terms-parts.tsx";
import { dateWords } from "../foundation/date-words.ts";
import { type Acting, actingIn } from "../funding/acting.ts";
import { spoken } from "../hosts/parts.tsx";
import { label } from "../hosts/vocabularies.ts";
import type { ListedFunding } from "../listed-funding/listed-funding.ts";
import type { SentAnswer } from "../sent-answers/sent-answer.ts";
import type { SentPledge } from "../sent-pledges/sent-pledge.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { ErrorSummary, OnceField, type Typed, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { CareNotice, DoneNotice } from "../web/notice.tsx";
import { Answering } from "./answer-parts.tsx";
import { OwnPromises } from "./own-parts.tsx";
import { words } from "./words.ts";

export interface CopyPageProps {
  readonly frame: Frame;
  readonly now: Date;
  readonly copy: ListedFunding;
  /** As what this browser can promise from here. */
  readonly all: readonly Acting[];
  readonly mine: readonly SentPledge[];
  /** What our host answers to it, for its team alone. */
  readonly answers: readonly SentAnswer[];
  /** Whether its team is there, and the host may answer, as far as is known here. */
  readonly asked: boolean;
  /** Something can be promised, as far as is known here. */
  readonly taking: boolean;
  readonly typed: Typed;
  readonly wrong: Wrong;
  /** Why nothing that is typed would be sent, as a sentence. */
  readonly refused: string | null;
  /** What was just done. */
  readonly done: string | null;
}

/** A request of another instance: what it asks, how far it was when we last heard, where it is at home, and one's promises from here. */
export function CopyPage(props: CopyPageProps) {
  const { frame, now, copy, done } = props;
  const { language } = frame;
  const { title } = copy.content;
  const host = new URL(copy.origin).host;
  return (
    <Layout
      frame={frame}
      title={title}
      description={progressWords(countedOf(copy), now, language)}
      here="funding"
      sheets={["funding", "acting"]}
      unlisted
    >
      <div class="masthead masthead-plain">
        <div class="wrap">
          <Breadcrumb
            language={language}
            ways={[{ href: "/funding", label: requestWords[language].title }]}
            here={title}
          />
          {done !== null && (
            <DoneNotice>
              <p>{done}</p>
            </DoneNotice>
          )}
          <div class="split split-wide gap-above">
            <Head {...props} host={host} />
            <Count {...props} host={host} />
          </div>
        </div>
      </div>
      <div class="wrap section split split-wide">
        <div class="stack stack-7">
          <TheNeed {...{ request: requestOf(copy), language }} />
          <OwnPromises {...{ copy, host, language, taking: props.taking, mine: props.mine }} />
          <PromiseHere {...props} host={host} />
          <Answering {...{ copy, host, language, answers: props.answers, asked: props.asked }} />
        </div>
        <IsAside frame={frame} />
      </div>
    </Layout>
  );
}

type Hosted = CopyPageProps & { readonly host: string };

/** A copy, as the pages of our own requests show one. */
const requestOf = ({ state, terms, content, closes, extended, ended, confirmUntil, confirmed }: ListedFunding) => ({
  ...{ state, terms, content, closes, extended, ended },
  asked: confirmUntil && { since: confirmed, until: confirmUntil },
});

const countedOf = (copy: ListedFunding) => ({ request: requestOf(copy), promises: copy.promises });

function Head({ frame: { language }, now, copy, host }: Hosted) {
  const word = words[language];
  const { content, terms, requester, url } = copy;
  const address = safeAddress(requester.address);
  return (
    <div class="stack">
      <ul class="tags">
        <li class="tag">
          <Icon name={iconOfKind[terms.kind]} /> {label("fundingKinds", terms.kind, language)}
        </li>
        <li>
          <span class="sr">{word.stage} </span>
          <StageChip stage={stageOf(countedOf(copy).request, now)} language={language} />
        </li>
      </ul>
      <h1 {...spoken(content.language, language)}>{content.title}</h1>
      <p class="soft">
        {word.askedBy}{" "}
        {address === null ? <b>{requester.name}</b> : <OutwardLink href={address}>{requester.name}</OutwardLink>}.{" "}
        {word.at(host)}
      </p>
      <TermsInShort {...{ request: requestOf(copy), now, language }} />
      <p>
        <a class="button" href={url} rel="noopener">
          <Icon name="globe-simple" /> {word.home(host)}
        </a>
      </p>
    </div>
  );
}

function Count({ frame: { language }, now, copy, host }: Hosted) {
  const word = words[language];
  return (
    <section class="sheet stack" aria-labelledby="count-title">
      <h2 class="sr" id="count-title">
        {word.progress}
      </h2>
      <Standing campaign={countedOf(copy)} now={now} language={language} />
      <p class="small">
        <b>
          {word.asOf} <time datetime={copy.confirmed.toISOString()}>{dateWords(copy.confirmed, language)}</time>
        </b>
      </p>
      <p class="small soft">{word.counted(host)}</p>
    </section>
  );
}

function PromiseHere(props: Hosted) {
  const { frame, copy, host, all, taking, typed, wrong, refused } = props;
  const { language } = frame;
  const word = words[language].promise;
  const acting = actingIn(all, typed["as"]);
  return (
    <section class="stack" aria-labelledby="promise">
      <h2 id="promise">{word.title}</h2>
      {refused !== null && (
        <CareNotice title={word.refusedTitle} refused>
          <p>{refused}</p>
        </CareNotice>
      )}
      <ErrorSummary language={language} wrong={wrong} />
      {taking ? (
        <>
          {acting !== null && <PromiseForm {...props} acting={acting} />}
          <p class={acting === null ? "" : "soft small"}>
            {acting === null ? word.onlyThere(host) : word.elsewhere(host)}{" "}
            <a href={`${copy.url}/pledge`} rel="noopener nofollow">
              {word.there(host)}
            </a>
          </p>
        </>
      ) : (
        <p>{word.over}</p>
      )}
    </section>
  );
}

function PromiseForm({ frame, copy, host, all, typed, wrong, acting }: Hosted & { readonly acting: Acting }) {
  const { language } = frame;
  const word = words[language].promise;
  const changes = (typed["pledge"] ?? "") !== "";
  return (
    <>
      <p>{word.text(nameOf(acting), host)}</p>
      <form class="stack stack-5" method="post" action={`/funding/elsewhere/${copy.id}`} novalidate>
        <OnceField form={typed["form"]} />
        {changes && <input type="hidden" name="pledge" value={typed["pledge"]} />}
        <PledgeFields {...{ frame, typed, wrong, request: copy }} />
        <AsField all={all} chosen={typed["as"]} language={language} />
        <p class="form-end">
          <button class="button button-main" type="submit">
            {changes ? word.change : word.submit}
          </button>
        </p>
      </form>
    </>
  );
}
