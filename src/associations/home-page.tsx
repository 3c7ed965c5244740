import type { Child } from "hono/jsx";
import { Icon, type IconName } from "../web/icon.tsx";
import type { Frame } from "../web/layout.tsx";
import type { Reading } from "./following.ts";
import { words } from "./home-words.ts";
import { type Acting, RoomLayout } from "./member-parts.tsx";
import { ReadingList } from "./reading-parts.tsx";

export interface HomePageProps {
  readonly frame: Frame;
  readonly acting: Acting;
  /** The last few of whom it follows. */
  readonly readings: readonly Reading[];
  /** Until when the member had read. */
  readonly seen: Date | null;
  /** What it asks, and how far that is. */
  readonly asked: Child;
}

const ways = [
  ["ask", "/funding/new", "megaphone"],
  ["promise", "/funding", "hand-heart"],
  ["mine", "/funding/mine", "tray"],
  ["place", "/directory", "magnifying-glass"],
  ["together", "/together/ask", "users-three"],
  ["watch", "/directory/watch", "bell-ringing"],
  ["follow", "/association/following", "plus"],
] as const satisfies readonly (readonly [string, string, IconName])[];

/** What an association can do here, in plain words, and what is new. */
export function HomePage({ frame, acting, readings, seen, asked }: HomePageProps) {
  const word = words[frame.language];
  return (
    <RoomLayout frame={frame} acting={acting} title={acting.association.name} here="">
      <h1>{acting.association.name}</h1>
      <StateNotice frame={frame} acting={acting} />
      {asked}
      <section aria-labelledby="ways" class="stack stack-5">
        <h2 class="like-h3" id="ways">
          {word.welcome}
        </h2>
        <ul class="grid plain">
          {ways.map(([way, href, icon]) => (
            <li class="card">
              <h3 class="card-title">
                <a href={href}>{word.ways[way].title}</a>
              </h3>
              <span class="card-need">
                <Icon name={icon} />
              </span>
              <p>{word.ways[way].text}</p>
            </li>
          ))}
        </ul>
      </section>
      {readings.length > 0 && (
        <section aria-labelledby="news" class="stack stack-5">
          <div class="section-head">
            <h2 class="like-h3" id="news">
              {word.newsTitle}
            </h2>
            <a href="/association/news">{word.newsAll}</a>
          </div>
          <ReadingList readings={readings} language={frame.language} seen={seen} />
        </section>
      )}
      <form method="post" action="/association/sign-out">
        <button class="button" type="submit">
          {word.leave}
        </button>
      </form>
    </RoomLayout>
  );
}

function StateNotice({ frame, acting: { association } }: Pick<HomePageProps, "frame" | "acting">) {
  const word = words[frame.language];
  const host = frame.host?.name ?? "Essaim";
  const { state, reason } = association;
  if (state === "approved") return null;
  const [title, text] = {
    waiting: [word.waitingTitle, word.waitingText(host)],
    refused: [word.refusedTitle, word.refusedText(host)],
    closed: [word.closedTitle, word.closedText(host)],
  }[state];
  return (
    <div class={state === "waiting" ? "notice" : "notice notice-care"}>
      <Icon name={state === "waiting" ? "clock" : "warning"} />
      <div class="stack stack-2">
        <h2>{title}</h2>
        <p>{text}</p>
        {reason !== null && state !== "waiting" && <p class="lines">{reason}</p>}
        {state !== "waiting" && <p>{word.stillYours}</p>}
      </div>
    </div>
  );
}
