import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import type { Commitment, HostProfile } from "../hosts/host.ts";
import { MaybeLink, spoken } from "../hosts/parts.tsx";
import { Icon, type IconName } from "../web/icon.tsx";
import { digestOf } from "./digests.ts";
import type { ShownReview } from "./queries.ts";
import { isOld, type Verdict } from "./reviews.ts";
import { words } from "./words.ts";

interface Reading {
  readonly language: Language;
  readonly now: Date;
}

export interface ReviewsProps extends Reading {
  readonly profile: HostProfile;
  /** As `listReviewsOf` gives them. */
  readonly reviews: readonly ShownReview[];
}

/** What others say of one commitment, side by side, and what its host answers; nothing where nobody says anything. */
export function ClaimReviews({
  commitment: { claim, answer },
  ...props
}: ReviewsProps & { readonly commitment: Commitment }) {
  const { profile, language, reviews } = props;
  const word = words[language];
  const digest = digestOf(claim);
  const said = reviews.filter((review) => review.digest === digest);
  if (said.length === 0) return null;
  return (
    <div class="sheet stack stack-3" {...ours(language)}>
      <p class="small">
        <b>{word.others}</b>
      </p>
      <ReviewList {...props} reviews={said} />
      {answer !== null && (
        <div class="small">
          <p>{word.reply(profile.name)}</p>
          <blockquote {...spoken(profile.language, language)}>{word.quoted(answer)}</blockquote>
        </div>
      )}
    </div>
  );
}

// The commitments around are spoken in the language of their host.
const ours = (language: Language) => ({ lang: language });

/** What was said of commitments that the host words otherwise now, or no longer makes; and that nobody here makes a mark of it. */
export function OtherReviews(props: ReviewsProps) {
  const { profile, language, reviews } = props;
  const word = words[language];
  const claimed = new Set(profile.commitments.map(({ claim }) => digestOf(claim)));
  const earlier = Map.groupBy(
    reviews.filter(({ digest }) => !claimed.has(digest)),
    ({ digest }) => digest,
  );
  if (reviews.length === 0) return null;
  return (
    <>
      <p class="small soft">{word.rule}</p>
      {earlier.size > 0 && (
        <details class="more">
          <summary>{word.earlier}</summary>
          <div class="stack stack-4 gap-above">
            <p class="small">{word.earlierText(profile.name)}</p>
            {[...earlier.values()].map((said) => (
              <div class="stack stack-2">
                <blockquote {...spoken(profile.language, language)}>{word.quoted(said[0]?.claim ?? "")}</blockquote>
                <ReviewList {...props} reviews={said} />
              </div>
            ))}
          </div>
        </details>
      )}
    </>
  );
}

function ReviewList({ reviews, ...reading }: ReviewsProps) {
  return (
    <ul class="plain stack stack-3 small">
      {reviews.map((review) => (
        <li class="icon-text">
          <Icon name={verdictIcons[review.verdict]} />
          <div class="stack stack-2">
            <p>
              <Reviewer review={review} language={reading.language} /> <Day {...reading} said={review.said} />
            </p>
            <Grounds review={review} language={reading.language} />
          </div>
        </li>
      ))}
    </ul>
  );
}

export const verdictIcons: Readonly<Record<Verdict, IconName>> = {
  confirms: "check",
  disputes: "warning",
  "cannot-check": "info",
};

// By its name, ours too: on the copy of a host's page, "we" is that host.
function Reviewer({ review, language }: { readonly review: ShownReview; readonly language: Language }) {
  const word = words[language];
  return (
    <>
      <a href={review.url} rel="noopener nofollow">
        {review.name}
      </a>{" "}
      <b>{word.verdicts[review.verdict]}</b>
    </>
  );
}

function Day({ said, language, now }: Reading & { readonly said: Date }) {
  const word = words[language];
  return (
    <>
      <time datetime={said.toISOString().slice(0, 10)}>{word.on(dateWords(said, language))}</time>
      {isOld(said, now) && ` (${word.old})`}
    </>
  );
}

function Grounds({ review, language }: { readonly review: ShownReview; readonly language: Language }) {
  const word = words[language];
  const { why, evidence, address, name } = review;
  return (
    <>
      {why !== null && <blockquote {...spoken(review.language, language)}>{word.quoted(why)}</blockquote>}
      {evidence !== null && (
        <p>
          {word.evidence} <MaybeLink text={evidence} />
        </p>
      )}
      <p class="small">
        <a href={address} rel="noopener nofollow" aria-label={word.statementOf(name)}>
          {word.statement}
        </a>
      </p>
    </>
  );
}

/** What our own host says of others' commitments, on its own page. */
export function ReviewsGiven({ reviews, language, now }: Reading & { readonly reviews: readonly ShownReview[] }) {
  const word = words[language];
  if (reviews.length === 0) return null;
  return (
    <section aria-labelledby="reviews-given" class="stack">
      <h2 id="reviews-given">{word.given}</h2>
      <p>{word.givenText}</p>
      <ul class="stack stack-5">
        {reviews.map((review) => (
          <li class="stack stack-2">
            <p>
              {word.claimOf(review.reviewedName)} {word.quoted(review.claim)}
            </p>
            <div class="icon-text">
              <Icon name={verdictIcons[review.verdict]} />
              <div class="stack stack-2">
                <p>
                  <b>{word.ourVerdicts[review.verdict]}</b> <Day {...{ language, now }} said={review.said} />
                </p>
                <Grounds review={review} language={language} />
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
