import { dateWords } from "../foundation/date-words.ts";
import { amountWords } from "../funding/amount-words.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { takesPledges } from "../funding/life.ts";
import type { Pledge } from "../pledges/pledge-state.ts";
import { isLive } from "../pledges/pledges.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { OnceField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { CareNotice, DoneNotice } from "../web/notice.tsx";
import { IsAside } from "./pledge-parts.tsx";
import { words } from "./pledge-words.ts";
import { lastDay, promisedWords } from "./promised-words.ts";
import { words as shared } from "./words.ts";

export interface OwnPledgePageProps {
  readonly frame: Frame;
  readonly request: FundingRequest;
  readonly pledge: Pledge;
  readonly now: Date;
  readonly done: string | null;
  /** Why what was asked for was not done, as a sentence. */
  readonly refused: string | null;
}

/** A promise, as whoever made it sees it: what it is, what waits, and how to change one's mind. */
export function OwnPledgePage(props: OwnPledgePageProps) {
  const { frame, request, pledge, done, refused } = props;
  const { language } = frame;
  const word = words[language].own;
  const said = saidWords(props);
  const known = doneWords(word.done, done);
  return (
    <Layout frame={frame} title={`${word.title} · ${request.content.title}`} sheets={["acting"]} unlisted>
      <div class="wrap section split">
        <div class="stack stack-6">
          <Trail frame={frame} request={request} />
          {known !== null && (
            <DoneNotice>
              <p>{known}</p>
            </DoneNotice>
          )}
          {refused !== null && (
            <CareNotice title={words[language].refusedTitle} refused>
              <p>{refused}</p>
            </CareNotice>
          )}
          <div class="stack stack-3">
            <h1>{word.title}</h1>
            <p class="lead">{said === "" ? request.content.title : word.said(said)}</p>
          </div>
          <State {...props} />
          <Facts {...props} />
          <Ways {...props} />
          <p>
            <a href="/funding/mine">{shared[language].mine}</a>
          </p>
        </div>
        {isLive(pledge.entry) && <IsAside frame={frame} />}
      </div>
    </Layout>
  );
}

/** The way back to the request. */
export function Trail({ frame: { language }, request }: Pick<OwnPledgePageProps, "frame" | "request">) {
  const ways = [
    { href: "/funding", label: shared[language].funding },
    { href: `/funding/${request.code}`, label: request.content.title },
  ];
  return <Breadcrumb language={language} ways={ways} here={words[language].own.title} />;
}

/** The sentence for what was done, if there is one. */
export function doneWords(sentences: Readonly<Record<string, string>>, done: string | null): string | null {
  return done !== null && Object.hasOwn(sentences, done) ? (sentences[done] ?? null) : null;
}

/** What was promised, in words; empty where there is nothing left of it. */
export function saidWords({
  frame: { language },
  request,
  pledge: { entry, words: papers },
}: OwnPledgePageProps): string {
  return entry.promised === null ? "" : promisedWords(entry.promised, papers, request.terms.goal, language);
}

/** Whether its owner is asked to confirm it now. */
const isAsked = ({ state, asked }: FundingRequest, pledge: Pledge): boolean =>
  state === "reached" && asked !== null && isLive(pledge.entry) && pledge.state !== "confirmed";

const isBound = (state: FundingRequest["state"]): boolean =>
  state === "committed" || state === "delivering" || state === "delivered";

function State(props: OwnPledgePageProps) {
  const { frame, request, pledge } = props;
  const word = words[frame.language].own;
  if (isAsked(request, pledge)) return <Confirm {...props} />;
  const [title, text] = isLive(pledge.entry) && isBound(request.state) ? word.bound : word.states[pledge.state];
  return (
    <section class="sheet stack stack-3" aria-labelledby="state">
      <h2 class="like-h4" id="state">
        {title}
      </h2>
      <p>{text}</p>
      {isLive(pledge.entry) && takesPledges(request.state) && <p class="soft small">{word.whenAsked}</p>}
      {isLive(pledge.entry) && isBound(request.state) && <Payment frame={frame} request={request} />}
    </section>
  );
}

/** Where to pay, on another site; nothing is paid here. */
function Payment({ frame, request: { payment } }: Pick<OwnPledgePageProps, "frame" | "request">) {
  const word = words[frame.language].own;
  if (payment === null) return <p class="soft small">{word.payLater}</p>;
  return (
    <p>
      <a class="button button-main" href={payment} rel="noopener noreferrer external">
        {word.pay} <Icon name="arrow-square-out" />
      </a>{" "}
      <span class="small soft">{new URL(payment).host}</span>
    </p>
  );
}

function Confirm({ frame, request, pledge }: OwnPledgePageProps) {
  const word = words[frame.language].own.confirm;
  const until = request.asked === null ? "" : dateWords(lastDay(request.asked.until), frame.language);
  return (
    <form
      class="sheet stack stack-3"
      method="post"
      action={`/funding/${request.code}/pledges/${pledge.id}/confirmation`}
    >
      <OnceField />
      <h2 class="like-h3">{word.title}</h2>
      <p>{word.text(until)}</p>
      <p>
        <button class="button button-main" type="submit">
          <Icon name="check" /> {word.submit}
        </button>
      </p>
    </form>
  );
}

function Facts({ frame: { language }, request, pledge }: OwnPledgePageProps) {
  const word = words[language].own;
  const { promised } = pledge.entry;
  const facts: (readonly [string, string])[] = [
    [word.for, request.content.title],
    [word.made, dateWords(pledge.made, language)],
  ];
  if (promised !== null) facts.push([word.seen, words[language].visibilities[promised.visibility][0]]);
  const { total = null, participants = null } = promised?.condition ?? {};
  if (total !== null)
    facts.push([word.condition, word.conditionTotal(amountWords(total, request.terms.goal, language))]);
  if (participants !== null) facts.push([word.condition, word.conditionParticipants(participants)]);
  if (promised?.validUntil) facts.push([word.validUntil, dateWords(lastDay(promised.validUntil), language)]);
  return (
    <dl class="facts facts-lines">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Ways({ frame: { language }, request, pledge }: OwnPledgePageProps) {
  const word = words[language].own;
  const page = `/funding/${request.code}`;
  const own = `${page}/pledges/${pledge.id}`;
  const open = takesPledges(request.state);
  if (!isLive(pledge.entry))
    return open && request.asked === null ? (
      <p>
        <a class="button" href={`${page}/pledge`}>
          {word.another}
        </a>
      </p>
    ) : null;
  if (!open) return null;
  return (
    <p class="cluster">
      {request.asked === null && (
        <a class="button" href={`${own}/change`}>
          {word.change}
        </a>
      )}
      <a class="button button-quiet" href={`${own}/withdrawal`}>
        {word.withdraw}
      </a>
    </p>
  );
}
