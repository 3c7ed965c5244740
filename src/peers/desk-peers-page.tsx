import { dateWords } from "../foundation/date-words.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Empty } from "../web/empty.tsx";
import { ErrorSummary, TextField, type Wrong } from "../web/form-parts.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { SwarmTabs } from "../web/swarm-tabs.tsx";
import { type ListProps, MoreOf, type PeerNote, Pending, path } from "./desk-pending-parts.tsx";
import { words } from "./desk-words.ts";
import { directionOf, type Peer, type PeerState, stateOf } from "./peer.ts";
import { words as stateWords } from "./words.ts";

export interface PeersPageProps {
  readonly frame: DeskFrame;
  readonly peers: readonly Peer[];
  /** By origin. */
  readonly notes: ReadonlyMap<string, PeerNote>;
  readonly typed?: string;
  readonly wrong?: Wrong;
  readonly done?: string | undefined;
}

/** The other instances: first those that wait for us, then all, and the way to know one more. */
export function PeersPage({ frame, peers, notes, typed = "", wrong = {}, done }: PeersPageProps) {
  const { language, person } = frame;
  const word = words[language];
  const notice = Object.entries(word.did).find(([did]) => did === done)?.[1];
  const pending = peers.filter((peer) => stateOf(peer) === "pending");
  const others = peers.filter((peer) => stateOf(peer) !== "pending");
  const may = person.role === "administrator";
  return (
    <DeskLayout frame={frame} title={word.peers} here="followers">
      <ErrorSummary language={language} wrong={wrong} />
      {notice !== undefined && <DoneNotice>{notice}</DoneNotice>}
      <div class="stack stack-3">
        <h1 class="like-h2">{word.peers}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      <SwarmTabs frame={frame} here="peers" />
      {pending.length > 0 && <Pending {...{ frame, notes, may }} peers={pending} />}
      {others.length > 0 && <Known {...{ frame, notes, may }} peers={others} />}
      {peers.length === 0 && <Empty title={word.nobody} text={word.nobodyMore} />}
      {may && (
        <form class="sheet stack" method="post" action={path} aria-labelledby="follow">
          <h2 class="like-h3" id="follow">
            {word.follow}
          </h2>
          <TextField
            name="url"
            label={word.address}
            hint={word.addressHint}
            value={typed}
            wrong={wrong["url"]}
            maxlength={2_000}
          />
          <div class="form-end">
            <button class={pending.length === 0 ? "button button-main" : "button"} type="submit">
              {word.ask}
            </button>
          </div>
        </form>
      )}
    </DeskLayout>
  );
}

const tints: Readonly<Record<PeerState, string>> = {
  requested: "chip-note",
  pending: "chip-care",
  approved: "chip-good",
  rejected: "chip-draft",
  blocked: "chip-bad",
};

function Known({ frame: { language }, peers, notes, may }: ListProps) {
  const word = words[language];
  const state = stateWords[language];
  return (
    <section aria-labelledby="known">
      <h2 class="like-h3" id="known">
        {word.known}
      </h2>
      <table class="table table-stack">
        <thead>
          <tr>
            <th scope="col">{word.instance}</th>
            <th scope="col">{word.state}</th>
            <th scope="col">{word.direction}</th>
            <th scope="col">{word.seen}</th>
            {may && (
              <th scope="col">
                <span class="sr">{word.end}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {peers.map((peer) => (
            <tr>
              <th scope="row">
                <a href={peer.origin} rel="noopener nofollow noreferrer">
                  {peer.name}
                </a>
                <br />
                <MoreOf note={notes.get(peer.origin)} name={peer.name} language={language} />
              </th>
              <td>
                <span class={`chip ${tints[stateOf(peer)]}`}>{state.states[stateOf(peer)]}</span>
              </td>
              <td>{state.directions[directionOf(peer)]}</td>
              <td data-word={word.seen.toLowerCase()}>{dateWords(peer.seen, language, "short")}</td>
              {may && (
                <td class="table-do">
                  <a class="button button-small" href={`${path}/${peer.id}/end`} aria-label={word.endWho(peer.name)}>
                    {word.end}
                  </a>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
