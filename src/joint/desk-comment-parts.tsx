import { dateWords } from "../foundation/date-words.ts";
import type { DeskFrame } from "../web/desk.tsx";
import { OnceField, TextArea, type Typed, type Wrong } from "../web/form-parts.tsx";
import { writes } from "./desk-parts.tsx";
import { wordsFor } from "./desk-words.ts";
import type { JointComment, JointKind, Named } from "./joint.ts";

interface ThreadProps {
  readonly frame: DeskFrame;
  readonly own: Named;
  readonly comments: readonly JointComment[];
  /** Of what they write to each other. */
  readonly kind: JointKind;
  /** Where the next one goes. */
  readonly path: string;
  readonly typed: Typed;
  readonly wrong: Wrong;
}

/** What those who sign together write to each other, which nobody else reads. */
export function Thread({ frame, own, comments, kind, path, typed, wrong }: ThreadProps) {
  const { language } = frame;
  const word = wordsFor(language, kind);
  return (
    <section class="stack" aria-labelledby="comments">
      <h2 class="like-h3" id="comments">
        {word.comments}
      </h2>
      <p class="small soft">{word.commentsText}</p>
      {comments.length > 0 && (
        <ol class="thread plain">
          {comments.map(({ author, name, text, said }) => (
            <li class={author === own.actor ? "thread-message thread-ours" : "thread-message"}>
              <p class="thread-by">
                <b>{author === own.actor ? word.us : name}</b>{" "}
                <time datetime={said.toISOString()}>{dateWords(said, language, "short")}</time>
              </p>
              <p class="thread-text">{text}</p>
            </li>
          ))}
        </ol>
      )}
      {writes(frame) && (
        <form class="narrow" method="post" action={path} novalidate>
          <OnceField />
          <TextArea
            {...{ name: "text", label: word.comment, value: typed["text"] ?? "", rows: 3 }}
            wrong={wrong["text"]}
          />
          <p class="form-end">
            <button class="button" type="submit">
              {word.send}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
