import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { ErrorSummary, SelectField, TextArea, type Wrong } from "../web/form-parts.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { AnswerForm, type TypedAnswer } from "./desk-answer-parts.tsx";
import { pathOf } from "./desk-list-page.tsx";
import { nameOf, StateChip } from "./desk-parts.tsx";
import { Thread } from "./desk-thread-parts.tsx";
import { words } from "./desk-words.ts";
import type { ConversationView } from "./view.ts";

export interface ConversationPageProps {
  readonly frame: DeskFrame;
  readonly view: ConversationView;
  readonly typed: TypedAnswer;
  readonly remark?: string;
  readonly wrong?: Wrong;
  readonly preview?: boolean;
  readonly done?: string | undefined;
  /** Another conversation that waits; null when none does. */
  readonly next: number | null;
}

/** One conversation: what was said, the answer, and what colleagues have to know of each other. */
export function ConversationPage(props: ConversationPageProps) {
  const { frame, view, typed, wrong = {}, preview = false } = props;
  const { language } = frame;
  const word = words[language];
  const speaker = (view.answered ?? view.messages.at(-1))?.author;
  const title = word.conversationWith(speaker ? nameOf(speaker) : "");
  const waiting = view.messages.filter(
    ({ kind, answered, deleted }) => kind !== "news" && !answered && !deleted,
  ).length;
  return (
    <DeskLayout frame={frame} title={title} here="messages" scripts={["count", "unsaved"]}>
      <Breadcrumb language={language} ways={[{ href: "/admin/messages", label: word.title }]} here={title} />
      <ErrorSummary language={language} wrong={wrong} />
      <Done {...props} />
      <div class="desk-head">
        <h1 class="like-h2">{title}</h1>
        <StateChip waiting={waiting} language={language} />
      </div>
      <section aria-labelledby="thread-title">
        <h2 class="sr" id="thread-title">
          {word.thread}
        </h2>
        <Thread view={view} language={language} />
      </section>
      {view.answered === null ? (
        <p>{word.noAnswer}</p>
      ) : (
        <AnswerForm
          {...{ view, language, typed, wrong, preview, answered: view.answered }}
          domain={new URL(frame.origin).host}
        />
      )}
      <Organise {...props} waiting={waiting} />
    </DeskLayout>
  );
}

function Done({ frame, done, next }: ConversationPageProps) {
  const word = words[frame.language];
  const notice = Object.entries(word.did).find(([did]) => did === done)?.[1];
  if (notice === undefined) return null;
  return (
    <DoneNotice>
      <p>{notice}</p>
      {next !== null && (
        <p>
          <a href={pathOf(next)}>{word.next}</a>
        </p>
      )}
    </DoneNotice>
  );
}

/** Who looks after it, whether it is done, what colleagues have to know. */
function Organise(props: ConversationPageProps & { readonly waiting: number }) {
  const { frame, view, remark = "", wrong = {}, waiting } = props;
  const { language } = frame;
  const word = words[language];
  const path = pathOf(view.number);
  const latest = Math.max(...view.messages.map(({ number }) => number));
  const options = view.accounts.map(({ id, name, email }) => ({ value: id, label: name === "" ? email : name }));
  return (
    <section class="stack stack-5" aria-labelledby="organise-title">
      <h2 class="like-h3" id="organise-title">
        {word.organise}
      </h2>
      <form method="post" action={`${path}/${waiting === 0 ? "reopening" : "done"}`}>
        <input type="hidden" name="latest" value={latest} />
        <button class="button" type="submit">
          {waiting === 0 ? word.reopen : word.settle}
        </button>
      </form>
      <form class="cluster cluster-end" method="post" action={`${path}/assignee`}>
        <SelectField
          name="assignee"
          label={word.assignee}
          value={view.assignee ?? ""}
          options={[{ value: "", label: word.nobody }, ...options]}
        />
        <button class="button" type="submit">
          {word.assign}
        </button>
      </form>
      <form method="post" action={`${path}/remarks`} data-keep>
        <TextArea
          name="remark"
          label={word.remark}
          hint={word.remarkHint}
          value={remark}
          rows={3}
          wrong={wrong["remark"]}
        />
        <div class="form-end">
          <button class="button" type="submit">
            {word.addRemark}
          </button>
        </div>
      </form>
    </section>
  );
}
