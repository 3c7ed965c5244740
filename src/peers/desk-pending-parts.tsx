import type { Language } from "../foundation/language.ts";
import type { DeskFrame } from "../web/desk.tsx";
import { Icon } from "../web/icon.tsx";
import { words } from "./desk-words.ts";
import type { Peer } from "./peer.ts";

/** What else is known of an instance here. */
export interface PeerNote {
  /** Where its host is shown at the desk. */
  readonly page: string | null;
  /** What may deceive whoever reads its name, each in a sentence. */
  readonly doubts: readonly string[];
}

export const path = "/admin/followers/peers";

export interface ListProps {
  readonly frame: DeskFrame;
  readonly peers: readonly Peer[];
  readonly notes: ReadonlyMap<string, PeerNote>;
  /** Whether whoever looks may decide. */
  readonly may: boolean;
}

/** Those that wait for our answer, with what to look at before it. */
export function Pending({ frame: { language }, peers, notes, may }: ListProps) {
  const word = words[language];
  const doubtsOf = (origin: string) => notes.get(origin)?.doubts ?? [];
  const isFirst = (at: number, origin: string) => at === 0 && doubtsOf(origin).length === 0;
  return (
    <section aria-labelledby="pending">
      <h2 class="like-h3" id="pending">
        {word.pending}
      </h2>
      <ul class="tasks gap-above">
        {peers.map(({ id, name, origin }, at) => (
          <li class="task">
            <Icon name="handshake" />
            <div class={doubtsOf(origin).length > 0 ? "stack stack-3" : ""}>
              <h3>{word.asks(name)}</h3>
              <p>
                <a href={origin} rel="noopener nofollow noreferrer">
                  {origin}
                </a>
              </p>
              <Doubts language={language} doubts={doubtsOf(origin)} />
              <p>{word.asksMore}</p>
              <MoreOf note={notes.get(origin)} name={name} language={language} />
            </div>
            {may && (
              <div class="task-do">
                <form method="post" action={`${path}/${id}/approval`}>
                  <button
                    class={isFirst(at, origin) ? "button button-main button-small" : "button button-small"}
                    type="submit"
                  >
                    {word.approve}
                    <span class="sr"> – {name}</span>
                  </button>
                </form>
                <form method="post" action={`${path}/${id}/refusal`}>
                  <button class="button button-small" type="submit">
                    {word.reject}
                    <span class="sr"> – {name}</span>
                  </button>
                </form>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Doubts({ doubts, language }: { readonly doubts: readonly string[]; readonly language: Language }) {
  if (doubts.length === 0) return null;
  return (
    <div class="notice notice-care">
      <Icon name="warning" />
      <div>
        <b>{words[language].doubt}</b>
        <ul class="list">
          {doubts.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface MoreProps {
  readonly note: PeerNote | undefined;
  readonly name: string;
  readonly language: Language;
}

/** Leads to its host among those that are known. */
export function MoreOf({ note, name, language }: MoreProps) {
  const word = words[language];
  if (!note?.page) return null;
  return (
    <small>
      <a href={note.page} aria-label={word.itsHostOf(name)}>
        {word.itsHost}
      </a>
    </small>
  );
}
