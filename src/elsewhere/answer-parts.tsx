import type { Language } from "../foundation/language.ts";
import type { ListedFunding } from "../listed-funding/listed-funding.ts";
import { type SentAnswer, stateOfSentAnswer } from "../sent-answers/sent-answer.ts";
import { words } from "./answer-words.ts";

interface AnsweringProps {
  readonly copy: Pick<ListedFunding, "id" | "content">;
  /** Where the request is at home. */
  readonly host: string;
  /** What our host answers to it. */
  readonly answers: readonly SentAnswer[];
  /** Whether our host is asked, and answers are taken, as far as is known here. */
  readonly asked: boolean;
  readonly language: Language;
}

/** What our host answers to a request of another instance, and its ways to answer: alone, or with others. */
export function Answering({ copy, host, answers, asked, language }: AnsweringProps) {
  const word = words[language];
  if (!asked && answers.length === 0) return null;
  return (
    <section class="stack stack-3" aria-labelledby="answering">
      <h2 id="answering">{word.ways}</h2>
      {answers.map((answer) => (
        <Sent {...{ answer, copy, host, language }} />
      ))}
      {asked && (
        <p class="cluster">
          {answers.every(({ paper }) => paper !== null) && (
            <a class="button" href={`/funding/elsewhere/${copy.id}/answer`}>
              {word.alone}
            </a>
          )}
          <a class="button button-quiet" href={`/admin/joint/answer?request=elsewhere/${copy.id}`}>
            {word.together}
          </a>
        </p>
      )}
    </section>
  );
}

type SentProps = Pick<AnsweringProps, "copy" | "host" | "language"> & { readonly answer: SentAnswer };

function Sent({ answer, copy, host, language }: SentProps) {
  const word = words[language];
  const [name, text] = word.states[stateOfSentAnswer(answer)];
  const { id, paper, reason, content } = answer;
  return (
    <article class="sheet sheet-soft stack stack-2" id={`answer-${id}`}>
      <h3 class="like-h4">
        {word.see} · {name}
      </h3>
      <p class="small">{text}</p>
      {reason !== null && <p>{word.reason(host, reason)}</p>}
      <p class="lines">{content.text}</p>
      <p>
        {paper === null ? (
          <a href={`/funding/elsewhere/${copy.id}/answer`}>{word.changeTitle}</a>
        ) : (
          <a href={`/admin/joint/${paper}`}>{word.drafted}</a>
        )}
      </p>
    </article>
  );
}
