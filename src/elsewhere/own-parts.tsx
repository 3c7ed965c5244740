import { promisedWords } from "../acting/promised-words.ts";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { amountWords } from "../funding/amount-words.ts";
import type { ListedFunding } from "../listed-funding/listed-funding.ts";
import { centsOf } from "../offers/price.ts";
import { holdingOf, latestOf, type SentPledge, stateOfSent } from "../sent-pledges/sent-pledge.ts";
import { OnceField } from "../web/form-parts.tsx";
import { words } from "./words.ts";

interface OwnProps {
  readonly copy: ListedFunding;
  /** Where the request is at home. */
  readonly host: string;
  readonly language: Language;
  readonly taking: boolean;
  readonly mine: readonly SentPledge[];
}

/** What those whom this browser acts for promised towards it from here, how it stands, and what can be done about it. */
export function OwnPromises(props: OwnProps) {
  const { mine, language } = props;
  if (mine.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="mine">
      <h2 id="mine">{words[language].mine.title}</h2>
      {mine.map((pledge) => (
        <OnePledge {...props} pledge={pledge} />
      ))}
    </section>
  );
}

function OnePledge({ language, copy, host, taking, pledge }: OwnProps & { readonly pledge: SentPledge }) {
  const word = words[language];
  const state = stateOfSent(pledge);
  const { promised, words: help, reason } = latestOf(pledge);
  const [name, text] = word.states[state];
  const path = `/funding/elsewhere/promises/${pledge.id}`;
  const binds = pledge.withdrawn === null && state !== "lapsed" && state !== "released";
  const said = pledge.reason ?? reason;
  const other = differsFrom(pledge);
  return (
    <article class="sheet stack stack-3" id={`promise-${pledge.id}`}>
      <h3 class="like-h4">
        {promisedWords(promised, help, copy.terms.goal, language)} · {name}
      </h3>
      <p class="small">
        {text} {word.mine.made} <time datetime={pledge.made.toISOString()}>{dateWords(pledge.made, language)}</time>.
      </p>
      {said !== null && <p>{word.mine.reason(host, said)}</p>}
      {other !== null && (
        <p>
          <b>{word.mine.differs(host, amountWords(other, copy.terms.goal, language))}</b>
        </p>
      )}
      {pledge.confirmUntil !== null && pledge.confirming === null && binds && (
        <form class="stack stack-3" method="post" action={`${path}/confirmation`}>
          <p>
            <b>{word.mine.confirmUntil(dateWords(pledge.confirmUntil, language))}</b>
          </p>
          <OnceField form={undefined} />
          <p>
            <button class="button button-main" type="submit">
              {word.mine.confirm}
            </button>
          </p>
        </form>
      )}
      {binds && (
        <form method="post" action={`${path}/withdrawal`}>
          <OnceField form={undefined} />
          <p class="form-end">
            {taking && <a href={`/funding/elsewhere/${copy.id}?change=${pledge.id}#promise`}>{word.mine.change}</a>}
            <button class="button" type="submit">
              {word.mine.withdraw}
            </button>
          </p>
        </form>
      )}
    </article>
  );
}

/** Another amount than was promised, should the other instance ever hold one. */
function differsFrom(pledge: SentPledge): number | null {
  const { held, currency, withdrawn } = pledge;
  const { version, promised } = holdingOf(pledge);
  if (held === null || held.version !== version || promised.amount === null || withdrawn !== null) return null;
  const cents = centsOf(held.amount, currency);
  return cents === null || cents === promised.amount ? null : cents;
}
