import { dateWords } from "../foundation/date-words.ts";
import { amountWords } from "../funding/amount-words.ts";
import type { FundingRequest, Promises } from "../funding/funding.ts";
import type { FundingRole } from "../funding/life.ts";
import type { FundingProposal } from "../funding/proposal.ts";
import type { Pledge } from "../pledges/pledge-state.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { CareNotice, DoneNotice } from "../web/notice.tsx";
import { doneWords } from "./own-pledge-page.tsx";
import { deadlineWords, lastDay } from "./promised-words.ts";
import { StateChip } from "./state-parts.tsx";
import { type Steps, stepsOf } from "./steps.ts";
import { ActForm, FoldedAct, type Tried } from "./steward-acts-parts.tsx";
import { Answers, Pledges } from "./steward-lists-parts.tsx";
import { words } from "./steward-words.ts";
import { words as shared } from "./words.ts";

export interface StewardPageProps {
  readonly frame: Frame;
  readonly request: FundingRequest;
  readonly role: FundingRole;
  readonly promises: Promises;
  readonly pledges: readonly Pledge[];
  readonly proposals: readonly FundingProposal[];
  readonly now: Date;
  readonly done: string | null;
  /** An act that was refused, or that waits to be sent again. */
  readonly tried: Tried | null;
}

/** One page that says where a request stands and what comes next, with one main action. */
export function StewardPage(props: StewardPageProps) {
  const { frame, request, role, done, tried, now } = props;
  const { language } = frame;
  const word = words[language];
  const ways = [
    { href: "/funding", label: shared[language].funding },
    { href: `/funding/${request.code}`, label: request.content.title },
  ];
  const steps = stepsOf(request, role, now);
  const sentence = doneWords(word.done, done);
  return (
    <Layout frame={frame} title={`${word.title} · ${request.content.title}`} sheets={["acting"]} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <Breadcrumb language={language} ways={ways} here={word.title} />
        {sentence !== null && (
          <DoneNotice>
            <p>{sentence}</p>
          </DoneNotice>
        )}
        {tried?.refused && (
          <CareNotice title={word.refused} refused>
            <p>{tried.refused}</p>
          </CareNotice>
        )}
        <Stands {...props} />
        <Next {...props} steps={steps} />
        <Answers {...props} />
        <Pledges {...props} />
        <section class="stack stack-3" aria-labelledby="more">
          <h2 class="like-h3" id="more">
            {word.more}
          </h2>
          <div class="more-list">
            {steps.more.map((act) => (
              <FoldedAct {...{ act, frame, request, tried }} />
            ))}
          </div>
        </section>
        <p>
          <a href="/funding/mine">{shared[language].mine}</a>
        </p>
      </div>
    </Layout>
  );
}

function Stands({ frame, request, promises }: StewardPageProps) {
  const { language } = frame;
  const word = words[language];
  const { goal, deadline, extension } = request.terms;
  const total = amountWords(promises.total, goal, language);
  const raised = goal.minimum === null ? total : word.of(total, amountWords(goal.minimum, goal, language));
  const end = request.extended === null ? deadline : (extension ?? deadline);
  return (
    <div class="stack">
      <h1>{request.content.title}</h1>
      <p class="cluster">
        <StateChip state={request.state} frame={frame} /> <span>{word.states[request.state][1]}</span>
      </p>
      <dl class="facts facts-row" aria-label={word.stands}>
        <div>
          <dt>{word.total}</dt>
          <dd>{raised}</dd>
        </div>
        <div>
          <dt>{word.participants}</dt>
          <dd>
            {goal.participants === null
              ? promises.participants
              : word.of(String(promises.participants), String(goal.participants))}
          </dd>
        </div>
        {end !== null && (
          <div>
            <dt>{word.deadline}</dt>
            <dd>{deadlineWords(end, language)}</dd>
          </div>
        )}
      </dl>
      {promises.waiting.pledges > 0 && (
        <p class="small soft">
          {word.waiting(promises.waiting.pledges, amountWords(promises.waiting.total, goal, language))}
        </p>
      )}
      <p class="cluster">
        <a href={`/funding/${request.code}`}>{word.page}</a>
        <a href={`/funding/${request.code}/poster`}>{word.poster}</a>
        <a href={`/together/ask?funding=${request.code}`}>{word.askTogether}</a>
      </p>
    </div>
  );
}

/** The one thing that carries the request on. */
function Next(props: StewardPageProps & { readonly steps: Steps }) {
  const { frame, request, tried, steps } = props;
  const word = words[frame.language];
  const { main } = steps;
  if (main === null) return null;
  const told =
    main === "share" || main === "wait" || main === "reopening" ? (
      <Told {...props} main={main} />
    ) : (
      <ActForm {...{ act: main, frame, request, tried }} main />
    );
  return (
    <section class="sheet" aria-label={word.next}>
      {told}
    </section>
  );
}

function Told({ main, ...props }: StewardPageProps & { readonly main: "share" | "wait" | "reopening" }) {
  const { frame, request } = props;
  const word = words[frame.language];
  return (
    <div class="stack stack-3">
      <h2 class="like-h3">{word[main].title}</h2>
      <p>{main === "wait" ? waitWords(props) : word[main].text}</p>
      {main === "reopening" && (
        <p>
          <a class="button button-main" href={`/funding/new?previous=${request.code}`}>
            {word.reopening.submit}
          </a>
        </p>
      )}
    </div>
  );
}

function waitWords({ frame: { language }, request: { asked }, pledges }: StewardPageProps): string {
  const live = pledges.filter(({ state }) => state === "promised" || state === "waiting" || state === "confirmed");
  const confirmed = live.filter(({ state }) => state === "confirmed").length;
  const day = asked === null ? "" : dateWords(lastDay(asked.until), language);
  return words[language].wait.text(confirmed, live.length, day);
}
