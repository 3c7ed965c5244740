import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { Chip, type ChipProps } from "../web/chip.tsx";
import { Icon } from "../web/icon.tsx";
import { words } from "./desk-words.ts";
import { partyOf, type RequestEntry, type RequestState } from "./places.ts";
import type { KeptRequest } from "./queries.ts";

/** How a request stands: a shape, a word, a tint. */
export function StateChip({ state, language }: { readonly state: RequestState; readonly language: Language }) {
  const [kind, icon] = chips[state];
  return <Chip kind={kind} icon={icon} word={words[language].states[state]} />;
}

/** The host said that it answers sooner. */
export function LateChip({ language }: { readonly language: Language }) {
  return <Chip kind="bad" icon="clock" word={words[language].late} />;
}

const chips: Readonly<Record<RequestState, readonly [ChipProps["kind"], ChipProps["icon"]]>> = {
  received: ["care", "envelope-simple"],
  answered: ["note", "chat-circle-text"],
  accepted: ["good", "check-circle"],
  declined: ["plain", "x"],
  referred: ["plain", "signpost"],
  withdrawn: ["plain", "arrow-left"],
};

/** What has just been done. */
export function Done({ done, language }: { readonly done: string | null; readonly language: Language }) {
  const told = Object.entries(words[language].done).find(([name]) => name === done)?.[1];
  if (told === undefined) return null;
  return (
    <div class="notice notice-good" role="status">
      <Icon name="check-circle" />
      <div>
        <h2>{told}</h2>
      </div>
    </div>
  );
}

export interface ThreadProps {
  readonly request: KeptRequest;
  readonly entries: readonly RequestEntry[];
  /** The names of colleagues, by their accounts. */
  readonly names: ReadonlyMap<string, string>;
  readonly language: Language;
}

/** All that was said: theirs at the start of the line, ours at its end, our notes on paper of their own. */
export function Thread({ request, entries, names, language }: ThreadProps) {
  return (
    <ol class="thread plain">
      <li class="thread-message">
        <By who={request.name} what="" written={request.received} language={language} />
        <p class="thread-text">{request.message}</p>
      </li>
      {entries.map((entry) => (
        <Entry entry={entry} asker={request.name} names={names} language={language} />
      ))}
    </ol>
  );
}

interface EntryProps extends Pick<ThreadProps, "names" | "language"> {
  readonly entry: RequestEntry;
  readonly asker: string;
}

function Entry({ entry: { act, text, referred, account, problem, written }, asker, names, language }: EntryProps) {
  const word = words[language];
  const ours = partyOf(act) === "host";
  const side = act === "note" ? " thread-note" : ours ? " thread-ours" : "";
  const who = ours ? (names.get(account ?? "") ?? word.host) : asker;
  return (
    <li class={`thread-message${side}`}>
      <By who={who} what={`${word.acts[act]}${referred ? ` ${referred}` : ""}`} written={written} language={language} />
      {text && <p class="thread-text">{text}</p>}
      {problem && (
        <p class="thread-foot field-error">
          <Icon name="warning-circle" /> <span>{word.problems[problem]}</span>
        </p>
      )}
    </li>
  );
}

interface ByProps {
  readonly who: string;
  readonly what: string;
  readonly written: Date;
  readonly language: Language;
}

function By({ who, what, written, language }: ByProps) {
  return (
    <p class="thread-by">
      <b>{who}</b> {what !== "" && <small>{what}</small>}{" "}
      <time datetime={written.toISOString()}>{dateWords(written, language, "short")}</time>
    </p>
  );
}
