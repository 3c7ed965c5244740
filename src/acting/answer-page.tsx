import type { Acting } from "../funding/acting.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { takesPledges } from "../funding/life.ts";
import type { FundingProposal } from "../funding/proposal.ts";
import { OnceField, type Typed, type Wrong } from "../web/form-parts.tsx";
import type { Frame } from "../web/layout.tsx";
import { AnswerFields } from "./answer-fields-parts.tsx";
import { AnswerFrame } from "./answer-frame-parts.tsx";
import { words } from "./answer-words.ts";
import { doneWords } from "./own-pledge-page.tsx";
import { Before } from "./read-parts.tsx";
import { AsField } from "./who-parts.tsx";
import { words as shared } from "./words.ts";

export interface AnswerPageProps {
  readonly frame: Frame;
  readonly request: FundingRequest;
  readonly all: readonly Acting[];
  /** What this host answered already; null where it has not. */
  readonly own: FundingProposal | null;
  readonly typed: Typed;
  readonly wrong: Wrong;
  /** Why it was not taken, as a sentence. */
  readonly refused: string | null;
  readonly done: string | null;
  readonly still: boolean;
}

/** Where a host says what it would do, changes it or takes it back. */
export function AnswerPage(props: AnswerPageProps) {
  const { frame, request, own, refused, done, still, wrong } = props;
  const word = words[frame.language];
  const { title } = request.content;
  return (
    <AnswerFrame
      {...{ frame, wrong, request: { title, href: `/funding/${request.code}` } }}
      list={shared[frame.language].funding}
      title={own === null ? word.title : word.changeTitle}
      lead={word.lead(title, request.requester.name)}
      done={doneWords(word.done, done)}
      refused={refused === null ? null : { title: word.refusedTitle, text: refused }}
      before={<Before frame={frame} still={still} read={null} />}
    >
      <Body {...props} />
    </AnswerFrame>
  );
}

function Body(props: AnswerPageProps) {
  const { frame, request, own } = props;
  const word = words[frame.language];
  if (own?.state === "chosen")
    return (
      <section class="sheet stack stack-3">
        <h2 class="like-h3">{word.chosen}</h2>
        <p>{word.chosenText}</p>
        <p>{own.text}</p>
      </section>
    );
  if (!takesPledges(request.state)) return <p>{word.closedTitle}</p>;
  if (own?.partners?.length) return <Joint {...props} own={own} />;
  return (
    <>
      {own === null && props.all.some(({ kind }) => kind === "host") && (
        <p>
          <a class="button" href={`/admin/joint/answer?request=${request.code}`}>
            {word.together}
          </a>
        </p>
      )}
      <AnswerForm {...props} />
      {own !== null && <Withdraw frame={frame} request={request} own={own} />}
    </>
  );
}

/** What several hosts have signed is changed at the desk, where all of them agree anew. */
function Joint({ frame, own }: AnswerPageProps & { readonly own: FundingProposal }) {
  const word = words[frame.language];
  return (
    <section class="sheet stack stack-3">
      <h2 class="like-h3">{word.joint}</h2>
      <p>{own.text}</p>
      <p>
        <a class="button" href="/admin/joint">
          {word.jointDesk}
        </a>
      </p>
    </section>
  );
}

function AnswerForm(props: AnswerPageProps) {
  const { frame, request, all, own, typed } = props;
  const { language } = frame;
  const word = words[language];
  return (
    <form class="stack stack-5" method="post" action={`/funding/${request.code}/answer`} novalidate>
      <OnceField form={typed["form"]} />
      {own !== null && <input type="hidden" name="proposal" value={own.id} />}
      <AnswerFields {...{ language, typed, wrong: props.wrong }} personal={isPersonal(props)} />
      {own === null && <AsField all={all} chosen={typed["as"]} language={language} />}
      <p class="form-end">
        <button class="button button-main" type="submit">
          {own === null ? word.submit : word.submitChange}
        </button>
        <a href={`/funding/${request.code}`}>{shared[language].cancel}</a>
      </p>
    </form>
  );
}

/** Whether somebody answers with their own account, and has to say for which host. */
const isPersonal = ({ all, own }: AnswerPageProps): boolean =>
  own === null ? all.some(({ kind }) => kind !== "host") || all.length === 0 : own.party.kind !== "host";

function Withdraw({
  frame,
  request,
  own,
}: Pick<AnswerPageProps, "frame" | "request"> & { readonly own: FundingProposal }) {
  const word = words[frame.language];
  return (
    <details class="more">
      <summary>{word.withdraw}</summary>
      <form class="stack stack-3" method="post" action={`/funding/${request.code}/answer/withdrawal`}>
        <OnceField />
        <input type="hidden" name="proposal" value={own.id} />
        <p>{word.withdrawText}</p>
        <p>
          <button class="button button-danger" type="submit">
            {word.withdraw}
          </button>
        </p>
      </form>
    </details>
  );
}
