import { AnswerFields } from "../acting/answer-fields-parts.tsx";
import { AnswerFrame } from "../acting/answer-frame-parts.tsx";
import { doneWords } from "../acting/own-pledge-page.tsx";
import { words as requestWords } from "../campaigns/request-words.ts";
import type { ListedFunding } from "../listed-funding/listed-funding.ts";
import type { SentAnswer } from "../sent-answers/sent-answer.ts";
import { OnceField, type Typed, type Wrong } from "../web/form-parts.tsx";
import type { Frame } from "../web/layout.tsx";
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
  const word = words[frame.language];
  const { title } = copy.content;
  return (
    <AnswerFrame
      {...{ frame, wrong, request: { title, href: `/funding/elsewhere/${copy.id}` } }}
      list={requestWords[frame.language].title}
      title={own === null ? word.title : word.changeTitle}
      lead={word.lead(title, new URL(copy.origin).host)}
      done={doneWords(word.done, done)}
      refused={refused === null ? null : { title: word.refusedTitle, text: refused }}
    >
      <Form {...props} />
      {own !== null && <Withdraw {...props} />}
    </AnswerFrame>
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
