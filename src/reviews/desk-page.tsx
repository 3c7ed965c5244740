import { hostPath, hostsPath } from "../catalogue/desk-hosts-page.tsx";
import type { OwnVouch } from "../catalogue/vouching.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { SwarmTabs } from "../web/swarm-tabs.tsx";
import { Other } from "./desk-other-parts.tsx";
import { HostName, OwnWordActs, VerdictChip } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import { answersPath, reviewsPath, writePath } from "./paths.ts";
import type { OwnReview, ShownReview } from "./queries.ts";
import { words as publicWords } from "./words.ts";

/** A host of whom we say something, as far as it is known here. */
interface NamedHost {
  readonly name: string;
  readonly origin: string;
}

export interface ReviewsPageProps {
  readonly frame: DeskFrame;
  readonly now: Date;
  /** What others say of our host. */
  readonly others: readonly ShownReview[];
  /** Of what our host claims now. */
  readonly claimed: ReadonlySet<string>;
  readonly reviews: readonly OwnReview[];
  readonly vouches: readonly OwnVouch[];
  /** By their actors. */
  readonly hosts: ReadonlyMap<string, NamedHost>;
  readonly done?: string | undefined;
}

/** What others say of our commitments, what we say of theirs and for whom we vouch, each with its age. */
export function ReviewsPage(props: ReviewsPageProps) {
  const { frame, done } = props;
  const word = words[frame.language];
  const notice = Object.entries(word.did).find(([did]) => did === done)?.[1];
  return (
    <DeskLayout frame={frame} title={word.title} here="followers">
      {notice !== undefined && <DoneNotice>{notice}</DoneNotice>}
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      <SwarmTabs frame={frame} here="reviews" />
      <Others {...props} />
      <Ours {...props} />
      <Vouches {...props} />
    </DeskLayout>
  );
}

function Others({ frame, others, claimed }: ReviewsPageProps) {
  const word = words[frame.language];
  const may = frame.person.role === "administrator";
  return (
    <section class="stack stack-4" aria-labelledby="others">
      <h2 class="like-h3" id="others">
        {word.others}
      </h2>
      {others.length === 0 ? (
        <Nothing text={word.noOthers} href={answersPath} way={word.ownClaims} />
      ) : (
        <>
          <p>{word.othersRule}</p>
          <ul class="stack stack-5">
            {others.map((review) => (
              <Other {...{ frame, review }} earlier={!claimed.has(review.digest)} />
            ))}
          </ul>
          <div class="cluster">
            <a class="button" href={answersPath}>
              {word.reply}
            </a>
            {may && others.some(({ unread }) => unread) && (
              <form method="post" action={`${reviewsPath}/read`}>
                <button class="button" type="submit">
                  {word.read}
                </button>
              </form>
            )}
          </div>
        </>
      )}
    </section>
  );
}

/** An empty part, and what to do about it. */
function Nothing({ text, href, way }: { readonly text: string; readonly href: string; readonly way: string }) {
  return (
    <p>
      {text} <a href={href}>{way}</a>
    </p>
  );
}

function Ours({ frame, now, reviews, hosts }: ReviewsPageProps) {
  const { language, person } = frame;
  const word = words[language];
  return (
    <section class="stack stack-4" aria-labelledby="ours">
      <h2 class="like-h3" id="ours">
        {word.ours}
      </h2>
      {reviews.length === 0 ? (
        <Nothing text={word.noOurs} href={hostsPath} way={word.knownHosts} />
      ) : (
        <ul class="stack stack-5">
          {reviews.map((review) => {
            const host = hosts.get(review.reviewed);
            const change = host ? writePath(host.origin, review.digest) : null;
            return (
              <li class="stack stack-2">
                <p>
                  <VerdictChip verdict={review.verdict} word={word.does[review.verdict]} />{" "}
                  {host ? <HostName host={host} /> : word.gone}
                </p>
                <p>{publicWords[language].quoted(review.claim)}</p>
                {review.why !== null && <blockquote>{publicWords[language].quoted(review.why)}</blockquote>}
                {person.role === "administrator" && (
                  <OwnWordActs {...{ language, now, change, what: "review" }} {...review} of={review.claim} />
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function Vouches({ frame, now, vouches, hosts }: ReviewsPageProps) {
  const { language, person } = frame;
  const word = words[language];
  return (
    <section class="stack stack-4" aria-labelledby="vouches">
      <h2 class="like-h3" id="vouches">
        {word.vouches}
      </h2>
      {vouches.length === 0 ? (
        <Nothing text={word.noVouches} href={hostsPath} way={word.knownHosts} />
      ) : (
        <ul class="stack stack-5">
          {vouches.map(({ id, vouched, reason, given }) => {
            const host = hosts.get(vouched);
            const change = host ? `${hostPath(host.origin)}#vouch` : null;
            return (
              <li class="stack stack-2">
                <p>{host ? <HostName host={host} /> : word.gone}</p>
                {reason !== null && <blockquote>{publicWords[language].quoted(reason)}</blockquote>}
                {person.role === "administrator" && (
                  <OwnWordActs
                    {...{ language, now, id, change, what: "vouch", said: given }}
                    of={host?.name ?? new URL(vouched).host}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
