import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { FactList } from "../hosts/parts.tsx";
import type { RequestEntry } from "./places.ts";
import type { KeptRequest } from "./queries.ts";
import { words } from "./words.ts";

/** What was asked for, as it was sent. */
export function Asked({ request, language }: { readonly request: KeptRequest; readonly language: Language }) {
  const word = words[language].request;
  const { name, people, message, contact } = request;
  return (
    <section class="stack" aria-labelledby="asked">
      <h2 class="like-h3" id="asked">
        {word.asked}
      </h2>
      <FactList
        lines={[
          [word.labels.name, name],
          [word.labels.people, word.people(people)],
          [word.labels.message, <span class="news-text">{message}</span>],
          [word.labels.contact, contact.kind === "email" ? contact.address : `@${contact.address}`],
        ]}
      />
    </section>
  );
}

interface HistoryProps {
  readonly entries: readonly RequestEntry[];
  readonly host: string;
  readonly language: Language;
}

/** What was done and said since, for who asked. */
export function History({ entries, host, language }: HistoryProps) {
  const word = words[language].request;
  return (
    <section class="stack" aria-labelledby="history">
      <h2 class="like-h3" id="history">
        {word.history}
      </h2>
      {entries.length === 0 && <p class="soft">{word.nothingYet(host)}</p>}
      <ol class="plain stack">
        {entries.map(({ act, text, referred, written }) => (
          <li class="sheet stack stack-2">
            <p class="small soft">
              <strong>
                {word.acts[act]}
                {referred && ` ${referred}`}
              </strong>
              {" · "}
              <time datetime={written.toISOString()}>{dateWords(written, language)}</time>
            </p>
            {text && <p class="news-text">{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
