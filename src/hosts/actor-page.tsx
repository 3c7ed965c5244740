import type { Child } from "hono/jsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { addressOf, FeedLink, FollowForm, type FollowFormProps, Notes, type Said } from "./parts.tsx";
import { type FollowRefusal, words } from "./words.ts";

export interface ActorPageProps {
  readonly frame: Frame;
  readonly actor: string;
  readonly handle: string;
  readonly kind: keyof (typeof words)["fr"]["kinds"];
  readonly name: string;
  /** What it is about, above its news: the board of places, a host's summary. */
  readonly about: Child;
  readonly notes: readonly Said[];
  readonly followers: number;
  /** Whether anybody may follow it. */
  readonly followable: boolean;
}

/** The page of one account of ours: what following it brings, how to follow it, what it said. */
export function ActorPage({ frame, actor, handle, kind, name, about, notes, followers, followable }: ActorPageProps) {
  const word = words[frame.language];
  const told = kind === "host" && frame.host?.hub ? word.hubKind : word.kinds[kind];
  const shown = new Intl.NumberFormat(frame.language).format(followers);
  return (
    <Layout frame={frame} title={name} description={told} canonical={`/@${handle}`} actor={actor}>
      <div class="masthead masthead-plain">
        <div class="wrap split split-even">
          <div class="stack">
            <h1>{name}</h1>
            {kind === "instance" && (
              <p>
                <code>{addressOf(frame.origin, handle)}</code>
              </p>
            )}
            <p class="lead">{told}</p>
            {kind === "instance" && frame.host && (
              <p>
                <a href="/">{frame.host.name}</a>
              </p>
            )}
            {followable && <p class="soft">{word.followers(shown, followers > 1)}</p>}
          </div>
          {followable && <FollowBox {...{ frame, handle, kind }} />}
        </div>
      </div>
      {about}
      {followable && (!["intake", "association"].includes(kind) || notes.length > 0) && (
        <section class="section wrap" aria-labelledby="notes">
          <div class="section-head">
            <h2 id="notes">{word.notes}</h2>
          </div>
          {notes.length > 0 ? <Notes notes={notes} language={frame.language} /> : <p class="soft">{word.noNotes}</p>}
        </section>
      )}
    </Layout>
  );
}

function FollowBox({ frame, handle, kind }: Pick<ActorPageProps, "frame" | "handle" | "kind">) {
  const word = words[frame.language];
  return (
    <div class="stack" id="follow">
      <h2 class="like-h3">{word.followHere}</h2>
      {frame.member === null && <p>{word.followShort}</p>}
      <FollowForm frame={frame} target={handle} />
      {kind !== "association" && (
        <FeedLink language={frame.language} {...(kind === "availability" && { only: "places" })} />
      )}
    </div>
  );
}

export interface FollowPageProps {
  readonly frame: Frame;
  readonly target: string;
  readonly elsewhere?: FollowFormProps["elsewhere"];
  readonly name: string;
  readonly typed: string;
  readonly refusal: FollowRefusal;
}

/** The following box once more, with what was typed, why it did not work, and the address to copy. */
export function FollowPage({ frame, target, elsewhere, name, typed, refusal }: FollowPageProps) {
  const word = words[frame.language];
  return (
    <Layout frame={frame} title={word.followTitle(name)} unlisted>
      <div class="wrap wrap-narrow section stack stack-5">
        <div class="error-summary" role="alert">
          <h2>
            <Icon name="warning-circle" />
            <span>{word.followErrors}</span>
          </h2>
          <ul class="plain">
            <li>
              <a href={`#account-${target}`}>{word.refusals[refusal]}</a>
            </li>
          </ul>
        </div>
        <h1>{word.followTitle(name)}</h1>
        <p class="lead">{word.followIntro(addressOf(elsewhere?.origin ?? frame.origin, target))}</p>
        <div class="stack">
          <FollowForm {...{ frame, target, typed, refusal }} {...(elsewhere && { elsewhere })} />
        </div>
      </div>
    </Layout>
  );
}
