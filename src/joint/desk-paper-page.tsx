import type { Child } from "hono/jsx";
import { WhoDoesWhat } from "../offers/joint-parts.tsx";
import type { DeskFrame } from "../web/desk.tsx";
import { ErrorSummary, OnceField, type Typed, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { listWords } from "../web/money.ts";
import { CareNotice } from "../web/notice.tsx";
import { Changes } from "./desk-change-parts.tsx";
import { Thread } from "./desk-comment-parts.tsx";
import type { AboutShown } from "./desk-doing-parts.tsx";
import { PartnerTable } from "./desk-partner-parts.tsx";
import { JointDeskPage, PaperChip, paperPath, waitedWords, writes } from "./desk-parts.tsx";
import { wordsFor } from "./desk-words.ts";
import { giversLed } from "./giving-parts.tsx";
import type { JointComment, JointPaper, Named } from "./joint.ts";
import type { KeptVersion } from "./versions.ts";
import { waitedIn } from "./waiting.ts";

export interface PaperPageProps {
  readonly frame: DeskFrame;
  readonly paper: JointPaper;
  readonly own: Named;
  /** The offer's place at the desk; null for what is no offer. */
  readonly offer: { readonly slug: string; readonly differs: boolean } | null;
  /** What an answer or a quote is about; null for an offer. */
  readonly about: AboutShown | null;
  readonly comments: readonly JointComment[];
  /** What some of them have signed that is not what is asked for now. */
  readonly since: readonly { readonly names: readonly string[]; readonly before: KeptVersion }[];
  readonly typed: Typed;
  readonly wrong: Wrong;
  readonly done: string | null;
}

/** Something that our host leads: what is waited for, who agrees, who does what, and what may be done now. */
export function PaperPage(props: PaperPageProps) {
  const { frame, paper, wrong, done } = props;
  const { language } = frame;
  const word = wordsFor(language, paper.kind);
  return (
    <JointDeskPage frame={frame} title={paper.title} here={paper.title} done={done}>
      <ErrorSummary language={language} wrong={wrong} />
      <div class="stack stack-3">
        <h1 class="like-h2">{paper.title}</h1>
        <p class="cluster">
          <PaperChip paper={paper} language={language} />
          <span>{waitedWords(waitedIn(paper), language, paper.kind)}</span>
        </p>
        {props.about !== null && (
          <p>
            {word.about} <a href={props.about.href}>{props.about.title}</a>
          </p>
        )}
        {paper.chosen !== null && <p class="notice notice-good">{word.chosen}</p>}
        {!writes(frame) && <p class="notice">{word.onlyReading}</p>}
        <Ways {...props} />
      </div>
      <ToInvite {...props} />
      <section class="stack stack-3" aria-labelledby="partners">
        <h2 class="like-h3" id="partners">
          {word.partners}
        </h2>
        <PartnerTable paper={paper} language={language} />
        {props.since.map(({ names, before }) => (
          <Changes
            {...{ title: word.changesSince(listWords(names, language)), before, after: paper, language }}
            hosts={[props.own, ...paper.partners]}
          />
        ))}
      </section>
      <WhoDoesWhat {...whoOf(props)} />
      <Thread {...props} kind={paper.kind} path={paperPath(paper.id, "comments")} />
      {writes(frame) && paper.state !== "withdrawn" && <Withdraw {...props} />}
    </JointDeskPage>
  );
}

function whoOf({ paper, own, frame: { language } }: PaperPageProps) {
  const givers = giversLed(paper, own);
  return {
    givers,
    terms: paper.terms,
    said: paper.language,
    language,
    agreed: paper.state === "published",
    quiet: true,
  };
}

function Ways({ frame, paper, offer }: PaperPageProps) {
  const word = wordsFor(frame.language, paper.kind);
  if (paper.state === "withdrawn" || !writes(frame)) return null;
  return (
    <p class="cluster">
      <a class="button" href={paperPath(paper.id, "terms")}>
        {word.edit}
      </a>
      {offer && (
        <>
          <a class="button" href={`/admin/offers/${offer.slug}/what`}>
            {word.editOffer}
          </a>
          <a class="button button-quiet" href={`/admin/offers/${offer.slug}/preview`}>
            {word.preview}
          </a>
        </>
      )}
      {offer && paper.published && (
        <a class="button button-quiet" href={`/offers/${offer.slug}`}>
          {word.seePublic}
        </a>
      )}
    </p>
  );
}

/** What the others have not been asked yet: the whole of a draft, or what the offer says anew. */
function ToInvite({ frame, paper, offer }: PaperPageProps): Child {
  const word = wordsFor(frame.language, paper.kind);
  if (!writes(frame) || paper.state === "withdrawn") return null;
  if (paper.state === "draft") {
    const names = listWords(
      paper.partners.map(({ name }) => name),
      frame.language,
    );
    return <Ask path={paperPath(paper.id, "invitation")} {...word.invite} text={word.invite.text(names)} />;
  }
  if (!offer?.differs) return null;
  return <Ask path={paperPath(paper.id, "content")} {...word.askAgain} />;
}

interface AskProps {
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly submit: string;
}

function Ask({ path, title, text, submit }: AskProps) {
  return (
    <CareNotice title={title}>
      <p>{text}</p>
      <form method="post" action={path}>
        <OnceField />
        <p class="form-end">
          <button class="button button-main" type="submit">
            <Icon name="envelope-simple" /> {submit}
          </button>
        </p>
      </form>
    </CareNotice>
  );
}

function Withdraw({ frame: { language }, paper }: PaperPageProps) {
  const word = wordsFor(language, paper.kind).withdraw;
  return (
    <details class="more">
      <summary>{word.title}</summary>
      <form class="stack stack-3" method="post" action={paperPath(paper.id, "withdrawal")}>
        <OnceField />
        <p>{paper.state === "draft" ? word.draftText : word.text}</p>
        <p>
          <button class="button button-danger" type="submit">
            {word.submit}
          </button>
        </p>
      </form>
    </details>
  );
}
