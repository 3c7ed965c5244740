import type { Child } from "hono/jsx";
import type { DeskFrame } from "../web/desk.tsx";
import { OnceField } from "../web/form-parts.tsx";
import { AdviceList, deskOffer, OfferDeskPage, SectionNav, statusWords, writes } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import type { WorkingOffer } from "./drafts.ts";
import { priceLine } from "./price-words.ts";

export interface OverviewPageProps {
  readonly frame: DeskFrame;
  readonly working: WorkingOffer;
  /** Whether there is room, in brief. */
  readonly state: Child;
  /** Where the desk has what several hosts sign for it; null for one of ours alone. */
  readonly jointPath: string | null;
  readonly done: string | null;
}

/** An offer at a glance: how it stands, where to go on, and all that can be done with it. */
export function OverviewPage({ frame, working, state, jointPath, done }: OverviewPageProps) {
  const { language } = frame;
  const word = words[language];
  const { offer, content } = working;
  return (
    <OfferDeskPage frame={frame} working={working} title={word.overview} done={done}>
      <div class="stack stack-3">
        <h1 class="like-h2">{content.title}</h1>
        <p class="soft">{statusWords(working, language)}</p>
        {!writes(frame) && <p class="notice">{word.readOnly}</p>}
        <p class="cluster">
          <span class="tag">{word.state[offer.state]}</span>
          {offer.archived !== null && <span class="tag">{word.archived}</span>}
          {offer.state === "published" && state}
          <span class="price">{priceLine(content, language)}</span>
        </p>
        <MainActions frame={frame} working={working} jointPath={jointPath} />
      </div>
      <SectionNav working={working} here={null} language={language} />
      <div class="split">
        <div class="stack stack-6">
          {content.summary !== "" && (
            <p class="lead" lang={content.language}>
              {content.summary}
            </p>
          )}
          {writes(frame) && <OtherActions frame={frame} working={working} />}
        </div>
        <AdviceList content={content} slug={offer.slug} language={language} here={null} />
      </div>
    </OfferDeskPage>
  );
}

function MainActions({ frame, working, jointPath }: Pick<OverviewPageProps, "frame" | "working" | "jointPath">) {
  const word = words[frame.language];
  const { offer, draft } = working;
  const waits = offer.state === "draft" || draft !== null;
  const [href, label] = jointPath === null ? mainWay(working, word) : [jointPath, word.jointWay];
  return (
    <p class="cluster">
      {writes(frame) && offer.state !== "withdrawn" && (
        <a class="button button-main" href={href}>
          {label}
        </a>
      )}
      {(waits || jointPath !== null) && offer.state !== "withdrawn" && writes(frame) && (
        <a class="button" href={deskOffer(offer.slug, "what")}>
          {word.edit}
        </a>
      )}
      {offer.state !== "withdrawn" && (
        <>
          <a class="button button-quiet" href={deskOffer(offer.slug, "preview")}>
            {word.preview}
          </a>
          <a class="button button-quiet" href={deskOffer(offer.slug, "post")}>
            {word.previewPost}
          </a>
        </>
      )}
      <a class="button button-quiet" href={deskOffer(offer.slug, "history")}>
        {word.history}
      </a>
      {offer.state !== "draft" && (
        <a class="button button-quiet" href={`/offers/${offer.slug}`}>
          {word.seePublic}
        </a>
      )}
    </p>
  );
}

/** What is done next with an offer of ours alone. */
function mainWay({ offer, draft }: WorkingOffer, word: (typeof words)["fr"]): readonly [href: string, label: string] {
  if (offer.state === "draft") return [deskOffer(offer.slug, "publish"), word.reviewAndPublish];
  if (draft !== null) return [deskOffer(offer.slug, "publish"), word.publish.goChanges];
  return [deskOffer(offer.slug, "what"), word.edit];
}

/** What is done rarely, and what cannot be undone, asked for on a page of its own. */
function OtherActions({ frame, working: { offer, draft } }: Pick<OverviewPageProps, "frame" | "working">) {
  const word = words[frame.language];
  const post = (part: string, label: string, once = false) => (
    <form method="post" action={deskOffer(offer.slug, part)}>
      {once && <OnceField />}
      <button class="button button-small" type="submit">
        {label}
      </button>
    </form>
  );
  return (
    <section class="stack stack-3" aria-labelledby="actions">
      <h2 class="like-h3" id="actions">
        {word.actions}
      </h2>
      <div class="cluster">
        {post("duplicate", word.duplicate, true)}
        {draft !== null && post("drop", word.drop)}
        {offer.state !== "published" &&
          (offer.archived === null ? post("archive", word.archive) : post("unarchive", word.unarchive))}
        {offer.state === "published" && (
          <a class="button button-small button-danger" href={deskOffer(offer.slug, "withdraw")}>
            {word.withdraw.title}
          </a>
        )}
        {offer.state === "draft" && (
          <a class="button button-small button-danger" href={deskOffer(offer.slug, "delete")}>
            {word.remove.title}
          </a>
        )}
      </div>
      {offer.state !== "published" && offer.archived === null && <p class="small soft">{word.archiveHint}</p>}
    </section>
  );
}
