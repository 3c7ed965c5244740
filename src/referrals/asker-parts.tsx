import type { Language } from "../foundation/language.ts";
import { MaybeLink } from "../hosts/parts.tsx";
import { isOpen, type Referral } from "./referrals.ts";
import { words } from "./words.ts";

interface ReferredProps {
  readonly referrals: readonly Referral[];
  /** Where a yes or a no about one of them is sent. */
  actionOf(referral: Referral): string;
  readonly language: Language;
}

/** To whom somebody was pointed, for who asked: whether what is theirs may go along, and what came of it. */
export function Referred({ referrals, actionOf, language }: ReferredProps) {
  if (referrals.length === 0) return null;
  return (
    <section class="stack" id="referred" aria-labelledby="referred-title">
      <h2 class="like-h3" id="referred-title">
        {words[language].asker.title}
      </h2>
      {referrals.map((referral) => (
        <One referral={referral} action={actionOf(referral)} language={language} />
      ))}
    </section>
  );
}

interface OneProps {
  readonly referral: Referral;
  readonly action: string;
  readonly language: Language;
}

function One({ referral, action, language }: OneProps) {
  const word = words[language].asker;
  const { otherName, otherPage, aboutPage, state, said } = referral;
  const page = aboutPage ?? otherPage;
  return (
    <div class="sheet stack stack-3">
      <p>
        <strong>{word.states[state](otherName)}</strong>
      </p>
      {said && <p class="news-text">{said}</p>}
      {page !== null && (
        <p>
          <MaybeLink text={page} label={word.see(otherName)} />
        </p>
      )}
      {isOpen(referral) && <Consent {...{ referral, action, language }} />}
    </div>
  );
}

/** The question, or what was answered to it; that can be changed while anything can still come of it. */
function Consent({ referral: { handing, otherName, need }, action, language }: OneProps) {
  const word = words[language].asker;
  switch (handing) {
    case "none":
      return null;
    case "asked":
      return (
        <form class="stack stack-3" method="post" action={action}>
          <p>
            <strong>{word.question(otherName)}</strong>
          </p>
          <p>{word.questionText(otherName)}</p>
          <blockquote>{need}</blockquote>
          <p class="cluster">
            <button class="button button-main" type="submit" name="agreed" value="yes">
              {word.yes}
            </button>
            <button class="button" type="submit" name="agreed" value="no">
              {word.no}
            </button>
          </p>
        </form>
      );
    case "agreed":
      return <Again action={action} said={word.agreed(otherName)} button={word.takeBack} value="no" />;
    case "refused":
      return <Again action={action} said={word.refused(otherName)} button={word.change} value="yes" />;
  }
}

interface AgainProps {
  readonly action: string;
  readonly said: string;
  readonly button: string;
  readonly value: "yes" | "no";
}

function Again({ action, said, button, value }: AgainProps) {
  return (
    <form class="stack stack-3" method="post" action={action}>
      <p>{said}</p>
      <p>
        <button class="button button-small" type="submit" name="agreed" value={value}>
          {button}
        </button>
      </p>
    </form>
  );
}
