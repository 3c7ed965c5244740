import type { ListedHost } from "../catalogue/catalogue.ts";
import { hostPath, hostsPath } from "../catalogue/desk-hosts-page.tsx";
import { words as hostsWords } from "../catalogue/desk-words.ts";
import type { Commitment } from "../hosts/host.ts";
import { MaybeLink, spoken } from "../hosts/parts.tsx";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Choices, ErrorSummary, TextArea, TextField, type Wrong } from "../web/form-parts.tsx";
import type { TypedReview } from "./desk-form.ts";
import { words } from "./desk-words.ts";
import { digestOf } from "./digests.ts";
import { reviewsPath } from "./paths.ts";
import { verdicts } from "./reviews.ts";
import { words as publicWords } from "./words.ts";

export interface WritePageProps {
  readonly frame: DeskFrame;
  readonly host: ListedHost;
  readonly commitment: Commitment;
  readonly typed: TypedReview;
  readonly wrong?: Wrong;
}

/** Where somebody says what our host found of a commitment of another. */
export function WritePage({ frame, host, commitment, typed, wrong = {} }: WritePageProps) {
  const { language } = frame;
  const word = words[language];
  const { profile, origin } = host;
  const above = [
    { href: hostsPath, label: hostsWords[language].title },
    { href: hostPath(origin), label: profile.name },
  ];
  return (
    <DeskLayout frame={frame} title={word.formTitle} here="followers">
      <Breadcrumb language={language} ways={above} here={word.formTitle} />
      <ErrorSummary language={language} wrong={wrong} />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.formTitle}</h1>
        <p>{word.formLead(profile.name)}</p>
        <blockquote {...spoken(profile.language, language)}>
          {publicWords[language].quoted(commitment.claim)}
        </blockquote>
        {commitment.evidence !== null && (
          <p class="small">
            {word.shownBy} <MaybeLink text={commitment.evidence} />
          </p>
        )}
      </div>
      <form class="stack" method="post" action={`${reviewsPath}/write`}>
        <input type="hidden" name="origin" value={origin} />
        <input type="hidden" name="claim" value={digestOf(commitment.claim)} />
        <Choices
          type="radio"
          name="verdict"
          label={word.verdict}
          chosen={[typed.verdict]}
          options={verdicts.map((value) => {
            const [label, hint] = word.verdicts[value];
            return { value, label, hint };
          })}
          wrong={wrong["verdict"]}
        />
        <TextArea
          name="why"
          label={word.why}
          hint={word.whyHint}
          optional={word.optional}
          value={typed.why}
          wrong={wrong["why"]}
        />
        <TextField
          name="evidence"
          label={word.evidence}
          optional={word.optional}
          value={typed.evidence}
          wrong={wrong["evidence"]}
        />
        <div class="form-end">
          <button class="button button-main" type="submit">
            {word.publish}
          </button>
          <a href={hostPath(origin)}>{word.back}</a>
        </div>
      </form>
    </DeskLayout>
  );
}
