import type { Acting } from "../funding/acting.ts";
import { amountWords } from "../funding/amount-words.ts";
import type { FundingRequest, Promises } from "../funding/funding.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { ErrorSummary, OnceField, type Typed, type Wrong } from "../web/form-parts.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { CareNotice } from "../web/notice.tsx";
import { PledgeFields } from "./pledge-fields-parts.tsx";
import { IsAside } from "./pledge-parts.tsx";
import { words } from "./pledge-words.ts";
import { deadlineWords } from "./promised-words.ts";
import { Before } from "./read-parts.tsx";
import { AsField, type Prefilled } from "./who-parts.tsx";
import { words as shared } from "./words.ts";

export interface PledgePageProps {
  readonly frame: Frame;
  readonly request: FundingRequest;
  readonly promises: Promises;
  readonly all: readonly Acting[];
  readonly typed: Typed;
  readonly wrong: Wrong;
  /** Why nothing that is typed would be taken, as a sentence. */
  readonly refused: string | null;
  /** Of the promise that is changed; null for a new one. */
  readonly pledge: string | null;
  readonly still: boolean;
  readonly read: Prefilled | null;
}

/** Where somebody promises money or help, or changes what they promised. */
export function PledgePage(props: PledgePageProps) {
  const { frame, request, wrong, refused, pledge, still, read } = props;
  const { language } = frame;
  const word = words[language];
  const title = pledge === null ? word.title : word.changeTitle;
  const page = `/funding/${request.code}`;
  const ways = [
    { href: "/funding", label: shared[language].funding },
    { href: page, label: request.content.title },
  ];
  return (
    <Layout frame={frame} title={`${title} · ${request.content.title}`} sheets={["acting"]} unlisted>
      <div class="wrap section split">
        <div class="stack stack-6">
          <Breadcrumb language={language} ways={ways} here={title} />
          <div class="stack stack-3">
            <h1>{title}</h1>
            <Standing {...props} />
          </div>
          {refused !== null && (
            <CareNotice title={word.refusedTitle} refused>
              <p>{refused}</p>
            </CareNotice>
          )}
          <Before {...{ frame, still, read }} />
          <ErrorSummary language={language} wrong={wrong} />
          <PledgeForm {...props} />
        </div>
        <IsAside frame={frame} />
      </div>
    </Layout>
  );
}

function Standing({ frame: { language }, request, promises }: PledgePageProps) {
  const word = words[language];
  const { goal, deadline } = request.terms;
  const total = amountWords(promises.total, goal, language);
  const raised =
    goal.minimum === null ? word.raisedOnly(total) : word.raised(total, amountWords(goal.minimum, goal, language));
  return (
    <p class="lead">
      {request.content.title}
      <br />
      <span class="small soft">
        {raised} {deadline !== null && word.until(deadlineWords(deadline, language))}
      </span>
    </p>
  );
}

function PledgeForm(props: PledgePageProps) {
  const { frame, request, all, typed, pledge } = props;
  const { language } = frame;
  const word = words[language];
  const page = `/funding/${request.code}`;
  return (
    <form
      class="stack stack-5"
      method="post"
      action={pledge === null ? `${page}/pledge` : `${page}/pledges/${pledge}/change`}
      novalidate
    >
      <OnceField form={typed["form"]} />
      {["from", "version"].map((name) => typed[name] && <input type="hidden" name={name} value={typed[name]} />)}
      <PledgeFields {...props} />
      {pledge === null && <AsField all={all} chosen={typed["as"]} language={language} />}
      <p class="form-end">
        <button class="button button-main" type="submit">
          {pledge === null ? word.submit : word.submitChange}
        </button>{" "}
        <a href={pledge === null ? page : `${page}/pledges/${pledge}`}>{shared[language].cancel}</a>
      </p>
    </form>
  );
}
