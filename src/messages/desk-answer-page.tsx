import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { ConflictNotice, type Difference, ErrorSummary, type Wrong } from "../web/form-parts.tsx";
import type { AddressedAnswer } from "./answers.ts";
import { TextField } from "./desk-answer-parts.tsx";
import { OurText } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";

interface AnswerPageProps {
  readonly frame: DeskFrame;
  readonly answer: AddressedAnswer;
  /** The page of its conversation. */
  readonly back: string;
}

export interface ChangePageProps extends AnswerPageProps {
  readonly text: string;
  readonly wrong: Wrong;
  /** What somebody else has changed meanwhile. */
  readonly differences: readonly Difference[];
}

/** Where an answer that was sent is changed. */
export function ChangePage({ frame, answer, back, text, wrong, differences }: ChangePageProps) {
  const { language } = frame;
  const word = words[language];
  return (
    <DeskLayout frame={frame} title={word.editTitle} here="messages" scripts={["count", "unsaved"]}>
      <AnswerTrail frame={frame} answer={answer} back={back} here={word.editTitle} />
      <ErrorSummary language={language} wrong={wrong} />
      {differences.length > 0 && <ConflictNotice language={language} differences={differences} />}
      <div class="stack stack-3">
        <h1 class="like-h2">{word.editTitle}</h1>
        <p>{word.editHint}</p>
      </div>
      <form method="post" data-keep>
        <input type="hidden" name="version" value={answer.version} />
        <TextField text={text} wrong={wrong["text"]} language={language} lang={answer.language} />
        <div class="form-end">
          <button class="button button-main" type="submit">
            {word.save}
          </button>
          <a class="button button-quiet" href={back}>
            {word.cancel}
          </a>
        </div>
      </form>
    </DeskLayout>
  );
}

/** Asks once more before an answer is taken back, and says what follows. */
export function RemovePage({ frame, answer, back }: AnswerPageProps) {
  const word = words[frame.language];
  return (
    <DeskLayout frame={frame} title={word.removeTitle} here="messages">
      <AnswerTrail frame={frame} answer={answer} back={back} here={word.removeTitle} />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.removeTitle}</h1>
        <p>{word.removeText}</p>
      </div>
      <div class="thread">
        <article class="thread-message">
          <OurText text={answer.text} language={answer.language} />
        </article>
      </div>
      <form class="form-end" method="post">
        <button class="button button-danger" type="submit">
          {word.remove}
        </button>
        <a class="button button-quiet" href={back}>
          {word.cancel}
        </a>
      </form>
    </DeskLayout>
  );
}

function AnswerTrail({ frame, answer, back, here }: AnswerPageProps & { readonly here: string }) {
  const word = words[frame.language];
  const above = [
    { href: "/admin/messages", label: word.title },
    { href: back, label: word.conversationWith(answer.to) },
  ];
  return <Breadcrumb language={frame.language} ways={above} here={here} />;
}
