import type { DeskFrame } from "../web/desk.tsx";
import { TextArea } from "../web/form-parts.tsx";
import { deskOffer, OfferDeskPage } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import type { WorkingOffer } from "./drafts.ts";

interface EndPageProps {
  readonly frame: DeskFrame;
  readonly working: WorkingOffer;
}

export interface WithdrawPageProps extends EndPageProps {
  readonly followers: number;
  readonly reason: string;
  readonly wrong?: string | undefined;
}

/** What withdrawing an offer means, before it is done; and why, for those who will come to its page. */
export function WithdrawPage({ frame, working, followers, reason, wrong }: WithdrawPageProps) {
  const word = words[frame.language].withdraw;
  const { slug, version } = working.offer;
  return (
    <OfferDeskPage frame={frame} working={working} title={word.title} scripts={["unsaved"]}>
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{working.offer.content.title}</p>
      </div>
      <div class="notice notice-care narrow">
        <div class="stack stack-2">
          <h2>{word.lead}</h2>
          <ul class="list">
            {word.what.map((sentence) => (
              <li>{sentence}</li>
            ))}
            <li>{word.told(followers)}</li>
          </ul>
          <p>
            {word.pause} <a href="/admin/availability">{word.pauseLink}</a>
          </p>
        </div>
      </div>
      <form class="narrow" method="post" action={deskOffer(slug, "withdraw")} data-keep>
        <input type="hidden" name="version" value={String(version)} />
        <TextArea {...{ name: "reason", label: word.reason, hint: word.reasonHint, wrong }} value={reason} />
        <p class="form-end">
          <button class="button button-danger" type="submit">
            {word.go}
          </button>
          <a class="button" href={deskOffer(slug)}>
            {word.keep}
          </a>
        </p>
      </form>
    </OfferDeskPage>
  );
}

/** A draft is deleted for good: asked for once more. */
export function DeletePage({ frame, working }: EndPageProps) {
  const word = words[frame.language].remove;
  const { slug, version } = working.offer;
  return (
    <OfferDeskPage frame={frame} working={working} title={word.title}>
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{working.content.title}</p>
        <p>{word.lead}</p>
      </div>
      <form method="post" action={deskOffer(slug, "delete")}>
        <input type="hidden" name="version" value={String(version)} />
        <p class="form-end">
          <button class="button button-danger" type="submit">
            {word.go}
          </button>
          <a class="button" href={deskOffer(slug)}>
            {word.keep}
          </a>
        </p>
      </form>
    </OfferDeskPage>
  );
}
