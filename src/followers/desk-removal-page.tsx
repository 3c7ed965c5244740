import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { followerName } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import type { Follower } from "./queries.ts";

/** Asks once more before somebody is sent away, and says what follows. */
export function RemovalPage({ frame, follower }: { readonly frame: DeskFrame; readonly follower: Follower }) {
  const { language, origin } = frame;
  const word = words[language];
  const ours = `@${follower.accountName}@${new URL(origin).host}`;
  return (
    <DeskLayout frame={frame} title={word.removeTitle} here="followers">
      <Breadcrumb
        language={language}
        ways={[{ href: "/admin/followers", label: word.title }]}
        here={word.removeTitle}
      />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.removeTitle}</h1>
        <p class="lead">{word.removeText(followerName(follower), ours)}</p>
        <p>{word.removeMore}</p>
      </div>
      <form class="form-end" method="post" action="/admin/followers/removal">
        <input type="hidden" name="account" value={follower.account} />
        <input type="hidden" name="follower" value={follower.follower} />
        <button class="button button-danger" type="submit">
          {word.removeWho(followerName(follower))}
        </button>
        <a class="button button-quiet" href="/admin/followers">
          {word.cancel}
        </a>
      </form>
    </DeskLayout>
  );
}
