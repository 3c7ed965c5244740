import { hostPath } from "../catalogue/desk-hosts-page.tsx";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import type { HostProfile } from "../hosts/host.ts";
import { MaybeLink, spoken } from "../hosts/parts.tsx";
import { Chip } from "../web/chip.tsx";
import { words } from "./desk-words.ts";
import { digestOf } from "./digests.ts";
import { verdictIcons } from "./parts.tsx";
import { reviewsPath, writePath } from "./paths.ts";
import type { OwnReview } from "./queries.ts";
import { isOld, type Verdict } from "./reviews.ts";

export interface ClaimsProps {
  readonly language: Language;
  readonly origin: string;
  readonly profile: HostProfile;
  /** What our own host says of it. */
  readonly reviews: readonly OwnReview[];
}

/** The commitments of another host, each with what we say of it and the way to say it. */
export function ClaimsToReview({ language, origin, profile, reviews }: ClaimsProps) {
  const word = words[language];
  return (
    <section class="stack stack-4" aria-labelledby="claims">
      <h2 class="like-h3" id="claims">
        {word.section}
      </h2>
      {profile.commitments.length === 0 ? (
        <p>{word.noClaims}</p>
      ) : (
        <>
          <p>{word.sectionText}</p>
          <ul class="plain stack stack-5">
            {profile.commitments.map(({ claim, evidence }) => {
              const digest = digestOf(claim);
              const own = reviews.find((one) => one.digest === digest);
              return (
                <li class="stack stack-2">
                  <p {...spoken(profile.language, language)}>
                    <b>{claim}</b>
                  </p>
                  {evidence !== null && (
                    <p class="small">
                      {word.shownBy} <MaybeLink text={evidence} />
                    </p>
                  )}
                  {own && <OwnWordLine review={own} language={language} />}
                  <p>
                    <a
                      class="button button-small"
                      href={writePath(origin, digest)}
                      aria-label={own ? word.changeOn(claim) : word.reviewOn(claim)}
                    >
                      {own ? word.change : word.review}
                    </a>
                  </p>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}

function OwnWordLine({ review, language }: { readonly review: OwnReview; readonly language: Language }) {
  const word = words[language];
  return (
    <p>
      <VerdictChip verdict={review.verdict} word={word.does[review.verdict]} />{" "}
      <small>{word.saidOn(dateWords(review.said, language))}</small>
    </p>
  );
}

const kinds = { confirms: "good", disputes: "care", "cannot-check": "draft" } as const;

export function VerdictChip({ verdict, word }: { readonly verdict: Verdict; readonly word: string }) {
  return <Chip kind={kinds[verdict]} icon={verdictIcons[verdict]} word={word} />;
}

export interface OwnWordProps {
  readonly language: Language;
  readonly now: Date;
  readonly what: "review" | "vouch";
  readonly id: string;
  readonly said: Date;
  /** Where it is changed; null for a host that is no longer known here. */
  readonly change: string | null;
  /** Of whom it is said. */
  readonly of: string;
}

/** When we said it, how old that is, and what can be done with it: said again, changed, taken back. */
export function OwnWordActs({ language, now, what, id, said, change, of }: OwnWordProps) {
  const word = words[language];
  const old = isOld(said, now);
  return (
    <div class="stack stack-2">
      <p class="small">
        {word.saidOn(dateWords(said, language))} {old && <Chip kind="care" icon="clock" word={word.old} />}
      </p>
      {old && <p class="small">{word.oldText}</p>}
      <div class="cluster">
        <WordForm {...{ what, id, act: "renewal", label: word.still, of }} />
        {change !== null && (
          <a class="button button-small" href={change} aria-label={`${word.change} – ${of}`}>
            {word.change}
          </a>
        )}
        <WordForm {...{ what, id, act: "withdrawal", label: word.withdraw, of }} />
      </div>
    </div>
  );
}

interface WordFormProps extends Pick<OwnWordProps, "what" | "id" | "of"> {
  readonly act: "renewal" | "withdrawal";
  readonly label: string;
}

function WordForm({ what, id, act, label, of }: WordFormProps) {
  return (
    <form method="post" action={`${reviewsPath}/${act}`}>
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="id" value={id} />
      <button
        class={act === "withdrawal" ? "button button-small button-danger" : "button button-small"}
        type="submit"
        aria-label={`${label} – ${of}`}
      >
        {label}
      </button>
    </form>
  );
}

/** A host that is named at the desk, with the way to what is known of it. */
export function HostName({ host }: { readonly host: { readonly name: string; readonly origin: string } }) {
  return <a href={hostPath(host.origin)}>{host.name}</a>;
}
