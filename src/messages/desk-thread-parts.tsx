import type { Child } from "hono/jsx";
import { momentWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { Icon } from "../web/icon.tsx";
import type { Answer, Sending } from "./answer.ts";
import type { Remark } from "./answers.ts";
import { addressOf } from "./authors.ts";
import type { Heard } from "./conversations.ts";
import { nameOf, OurText, visibilityWords, Written } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import type { ConversationView, OwnNote } from "./view.ts";

interface ThreadProps {
  readonly view: ConversationView;
  readonly language: Language;
}

/** What was said, the oldest first: theirs, ours, and what colleagues tell each other. */
export function Thread({ view, language }: ThreadProps) {
  const items = [
    ...view.messages.map((one) => ({
      when: one.received,
      item: <TheirMessage {...{ view, language }} message={one} />,
    })),
    ...view.answers.map((one) => ({ when: one.published, item: <OurAnswer {...{ view, language }} answer={one} /> })),
    ...view.remarks.map((one) => ({ when: one.written, item: <ColleagueRemark remark={one} language={language} /> })),
  ];
  return (
    <div class="thread">
      <Beginning view={view} language={language} />
      {items.toSorted((one, other) => one.when.getTime() - other.when.getTime()).map(({ item }) => item)}
    </div>
  );
}

/** What of ours the conversation began with; or where else it did. */
function Beginning({ view: { note, messages, answers }, language }: ThreadProps) {
  const word = words[language];
  const beginning = messages[0]?.inReplyTo ?? null;
  if (note !== null) return <OurNote note={note} language={language} />;
  const known = beginning === null || answers.some(({ id }) => beginning.endsWith(id));
  if (known || !/^https?:/.test(beginning)) return null;
  return (
    <p class="thread-day">
      {word.beginsElsewhere}{" "}
      <a href={beginning} rel="noopener nofollow noreferrer">
        {word.readBeginning}
      </a>
    </p>
  );
}

function OurNote({ note, language }: { readonly note: OwnNote; readonly language: Language }) {
  return (
    <article class="thread-message thread-ours">
      <By when={note.published} language={language}>
        <b>{words[language].weSaid(note.handle)}</b>
      </By>
      <Written html={note.content} language={note.language} />
    </article>
  );
}

function TheirMessage({ view, message, language }: ThreadProps & { readonly message: Heard }) {
  const word = words[language];
  const { author, deleted, content, recipients, others } = message;
  const to = recipients.flatMap((id) => view.handles.get(id) ?? []).map((handle) => `@${handle}`);
  return (
    <article class="thread-message" id={`message-${message.number}`}>
      <By when={message.received} language={language}>
        <b dir="auto">{nameOf(author)}</b>
        <small>{addressOf(author)}</small>
      </By>
      {deleted !== null && <p class="thread-text soft">{word.erased}</p>}
      {deleted === null && content !== "" && <Written html={content} language={message.language} />}
      {deleted === null && content === "" && <p class="thread-text soft">{word.noText}</p>}
      <p class="thread-foot soft">
        <span>{visibilityWords(message.visibility, others.length, language)}</span>
        {to.length > 0 && message.kind !== "news" && <span>{word.to(to.join(", "))}</span>}
        {message.updated !== null && deleted === null && <span>{word.edited}</span>}
      </p>
      {deleted === null && <MessageLinks view={view} message={message} language={language} />}
    </article>
  );
}

function MessageLinks({ view, message, language }: ThreadProps & { readonly message: Heard }) {
  const word = words[language];
  const several = view.messages.filter(({ deleted }) => deleted === null).length > 1;
  const canBe = several && message.kind !== "news" && !message.author.gone;
  return (
    <p class="thread-foot">
      {canBe && message.id === view.answered?.id && <b>{word.answering}</b>}
      {canBe && message.id !== view.answered?.id && (
        <a href={`/admin/messages/${message.number}?exact#answer`}>{word.answerThis}</a>
      )}
      {/^https?:/.test(message.url ?? message.id) && (
        <a href={message.url ?? message.id} rel="noopener nofollow noreferrer">
          {word.seeThere}
        </a>
      )}
    </p>
  );
}

function OurAnswer({ view, answer, language }: ThreadProps & { readonly answer: Answer }) {
  const word = words[language];
  const path = `/admin/messages/${view.number}/answers/${answer.id}`;
  const sending = view.sendings.get(answer.id);
  return (
    <article class="thread-message thread-ours" id={`answer-${answer.id}`}>
      <By when={answer.published} language={language}>
        <b>{word.by(answer.who, view.handles.get(answer.actor) ?? "")}</b>
      </By>
      {answer.deleted !== null ? (
        <p class="thread-text">{word.takenBack(answer.who)}</p>
      ) : (
        <OurText text={answer.text} language={answer.language} />
      )}
      <p class="thread-foot">
        <span>{word.brief[answer.visibility]}</span>
        {answer.updated !== null && answer.deleted === null && <span>{word.edited}</span>}
        {sending && <SendingChip sending={sending} language={language} />}
      </p>
      {answer.deleted === null && (
        <p class="thread-foot">
          <a href={path}>{word.change}</a>
          <a href={`${path}/removal`}>{word.takeBack}</a>
        </p>
      )}
    </article>
  );
}

const signs = { sent: "check-circle", waiting: "clock", failed: "warning-circle" } as const;
const tints = { sent: "good", waiting: "note", failed: "bad" } as const;

function SendingChip({ sending, language }: { readonly sending: Sending; readonly language: Language }) {
  const word = words[language];
  const { state, problem } = sending;
  const troubled = problem !== null;
  return (
    <>
      <span class={`chip chip-${tints[state]}`}>
        <Icon name={signs[state]} /> {word.sendings[state]}
      </span>
      {troubled && state === "waiting" && <span>{word.triedInVain}</span>}
      {troubled && <a href="/admin/followers/deliveries">{word.toDeliveries}</a>}
    </>
  );
}

function ColleagueRemark({ remark, language }: { readonly remark: Remark; readonly language: Language }) {
  return (
    <article class="thread-message thread-note">
      <By when={remark.written} language={language}>
        <b>{words[language].remarkBy(remark.who)}</b>
      </By>
      <p class="thread-text">{remark.text}</p>
    </article>
  );
}

function By({
  when,
  language,
  children,
}: {
  readonly when: Date;
  readonly language: Language;
  readonly children: Child;
}) {
  return (
    <header class="thread-by">
      {children}
      <time datetime={when.toISOString()}>{momentWords(when, language)}</time>
    </header>
  );
}
