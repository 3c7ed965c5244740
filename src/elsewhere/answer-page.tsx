import { AnswerFields } from "../acting/answer-fields-parts.tsx";
import { doneWords } from "../acting/own-pledge-page.tsx";
import { words as requestWords } from "../campaigns/request-words.ts";
import type { ListedFunding } from "../listed-funding/listed-funding.ts";
import type { SentAnswer } from "../sent-answers/sent-answer.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { ErrorSummary, OnceField, type Typed, type Wrong } from "../web/form-parts.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { CareNotice, DoneNotice } from "../web/notice.tsx";
import { words } from "./answer-words.ts";

export interface AnswerElsewherePageProps {
  readonly frame: Frame;
  readonly copy: ListedFunding;
  /** What our host answers already; null where it has not. */
  readonly own: SentAnswer | null;
  readonly typed: Typed;
  readonly wrong: Wrong;
  /** Why it was not sent, as a sentence. */
  readonly refused: string | null;
  readonly done: string | null;
}

/** Where our host says what it would do for a request of another instance, changes it or takes it back. */
export function AnswerElsewherePage(props: AnswerElsewherePageProps) {
  const { frame, copy, own, wrong, refused, done } = props;
  const { language } = frame;
  const word = words[language];
  const title = own === null ? word.title : word.changeTitle;
  const sentence = doneWords(word.done, done);
  const ways = [
    { href: "/funding", label: requestWords[language].title },
    { href: `/funding/elsewhere/${copy.id}`, label: copy.content.title },
  ];
  return (
    <Layout frame={frame} title={`${title} · ${copy.content.title}`} sheets={["acting"]} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <Breadcrumb language={language} ways={ways} here={title} />
        {sentence !== null && (
          <DoneNotice>
            <p>{sentence}</p>
          </DoneNotice>
        )}
        {refused !== null && (
          <CareNotice title={word.refusedTitle} refused>
            <p>{refused}</p>
          </CareNotice>
        )}
        <div class="stack stack-3">
          <h1>{title}</h1>
          <p class="lead">{word.lead(copy.content.title, new URL(copy.origin).host)}</p>
        </div>
        <ErrorSummary language={language} wrong={wrong} />
        <Form {...props} />
        {own !== null && <Withdraw {...props} />}
      </div>
    </Layout>
  );
}

function Form({ frame: { language }, copy, own, typed, wrong }: AnswerElsewherePageProps) {
  const word = words[language];
  return (
    <form class="stack stack-5" method="post" action={`/funding/elsewhere/${copy.id}/answer`} novalidate>
      <OnceField form={typed["form"]} />
      <AnswerFields {...{ language, typed, wrong }} personal={false} />
      <p class="form-end">
        <button class="button button-main" type="submit">
          {own === null ? word.submit : word.submitChange}
        </button>
      </p>
    </form>
  );
}

function Withdraw({ frame: { language }, copy }: AnswerElsewherePageProps) {
  const word = words[language];
  return (
    <details class="more">
      <summary>{word.withdraw}</summary>
      <form class="stack stack-3" method="post" action={`/funding/elsewhere/${copy.id}/answer/withdrawal`}>
        <OnceField form={undefined} />
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
