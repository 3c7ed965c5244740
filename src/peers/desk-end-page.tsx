import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { words } from "./desk-words.ts";
import type { Peer } from "./peer.ts";

const path = "/admin/followers/peers";

/** Asks once more before the link with an instance ends, and says what follows. */
export function EndPage({ frame, peer }: { readonly frame: DeskFrame; readonly peer: Peer }) {
  const { language } = frame;
  const word = words[language];
  const title = word.endWho(peer.name);
  return (
    <DeskLayout frame={frame} title={title} here="followers">
      <Breadcrumb language={language} ways={[{ href: path, label: word.peers }]} here={title} />
      <div class="stack stack-3">
        <h1 class="like-h2">{title}</h1>
        <p>{word.endText}</p>
      </div>
      <form class="form-end" method="post" action={`${path}/${peer.id}/end`}>
        <button class="button button-danger" type="submit">
          {word.end}
        </button>
        <a class="button button-quiet" href={path}>
          {word.cancel}
        </a>
      </form>
    </DeskLayout>
  );
}
