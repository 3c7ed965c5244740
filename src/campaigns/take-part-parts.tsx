import type { Language } from "../foundation/language.ts";
import { amountWords } from "../funding/amount-words.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { addressOf, FollowForm } from "../hosts/parts.tsx";
import { decimalOf } from "../offers/price.ts";
import { Icon } from "../web/icon.tsx";
import type { Frame } from "../web/layout.tsx";
import { money } from "../web/money.ts";
import { words } from "./taking-words.ts";

interface TakePartProps {
  readonly frame: Frame;
  readonly request: Pick<FundingRequest, "code" | "handle"> & {
    readonly terms: Pick<FundingRequest["terms"], "goal" | "minimumPledge" | "maximumPledge">;
    readonly content: Pick<FundingRequest["content"], "presets">;
  };
}

/** How to promise in one minute: here, by an amount that is proposed, or from one's own account. */
export function TakePart({ frame, request }: TakePartProps) {
  const word = words[frame.language].take;
  const form = `/funding/${request.code}/pledge`;
  return (
    <section class="stack not-on-paper" id="take-part" aria-labelledby="take-part-title">
      <div class="tear-off">
        <div class="tear-off-body stack stack-3">
          <h2 class="like-h3" id="take-part-title">
            {word.title}
          </h2>
          <p>{word.text}</p>
        </div>
        <Strips request={request} form={form} language={frame.language} />
      </div>
      <OwnAccount frame={frame} request={request} />
    </section>
  );
}

/** The strips at the foot of the ad: an amount each, and one for all others. */
function Strips({ request, form, language }: Omit<TakePartProps, "frame"> & { form: string; language: Language }) {
  const word = words[language].take;
  const { currency } = request.terms.goal;
  const presets = presetsOf(request);
  return (
    <ul class="tear-off-strips plain">
      {presets.map((amount) => (
        <li>
          <a href={`${form}?amount=${decimalOf(amount, currency)}`} rel="nofollow">
            <span class="sr">{word.choose} </span>
            {money(amount, currency, language)}
          </a>
        </li>
      ))}
      <li>
        <a href={form} rel="nofollow">
          {presets.length === 0 ? word.choose : word.other} <small>{word.otherText}</small>
        </a>
      </li>
    </ul>
  );
}

/** At most three amounts; those of the request, or round ones that it takes. */
function presetsOf({ content: { presets }, terms: { minimumPledge, maximumPledge, goal } }: TakePartProps["request"]) {
  if (presets.length > 0) return presets.slice(0, 3);
  if (goal.mode === "headcount" && goal.minimum === null) return [];
  return usual.filter((one) => one >= (minimumPledge ?? 0) && one <= (maximumPledge ?? one)).slice(0, 3);
}

const usual = [20_00, 50_00, 100_00];

/** The words to send from an account of another server. */
function OwnAccount({ frame, request }: TakePartProps) {
  const word = words[frame.language].take;
  if (request.handle === null) return null;
  const [amount = request.terms.minimumPledge ?? 20_00] = presetsOf(request);
  const saying = word.ownSaying(amountWords(amount, { ...request.terms.goal, period: null }, frame.language));
  return (
    <div class="stack stack-2">
      <h3 class="like-h4 icon-text">
        <Icon name="fediverse-logo" /> <span>{word.own}</span>
      </h3>
      <p class="small">{word.ownText}</p>
      <p class="command">
        <code>
          {addressOf(frame.origin, request.handle)} {saying}
        </code>
      </p>
      <p class="small">
        {word.ownThen}{" "}
        <a href={`/funding/${request.code}/compose`} rel="nofollow">
          {word.ownCompose}
        </a>
      </p>
    </div>
  );
}

/** Where one goes who has promised already. */
export function Yours({ language }: { readonly language: Language }) {
  const word = words[language].take;
  return (
    <p class="small">
      {word.yours} <a href="/funding/mine">{word.mine}</a>.
    </p>
  );
}

interface FollowAndShareProps extends TakePartProps {
  /** Others are still called to join. */
  readonly calls: boolean;
}

/** To hear of it, and to have others hear of it as long as they can join. */
export function FollowAndShare({ frame, request, calls }: FollowAndShareProps) {
  const { follow, share } = words[frame.language];
  return (
    <>
      {request.handle !== null && (
        <section class="stack stack-3 not-on-paper" id="follow" aria-labelledby="follow-title">
          <h2 class="like-h4" id="follow-title">
            {follow.title}
          </h2>
          <p class="small">{follow.text}</p>
          <FollowForm frame={frame} target={request.handle} />
        </section>
      )}
      {calls && (
        <section class="stack stack-2 not-on-paper" aria-labelledby="share-title">
          <h2 class="like-h4" id="share-title">
            {share.title}
          </h2>
          <p>
            <a class="icon-text" href={`/funding/${request.code}/poster`}>
              <Icon name="printer" />
              <span>{share.poster}</span>
            </a>
          </p>
          <p class="small soft">{share.text}</p>
        </section>
      )}
      <p class="small not-on-paper">
        <a href={`/funding/${request.code}/report`} rel="nofollow">
          {share.report}
        </a>
      </p>
    </>
  );
}

/** What a promise is and is not: always both. */
export function WhatAPledgeIs({ language }: { readonly language: Language }) {
  const word = words[language].promise;
  return (
    <section aria-labelledby="pledge-is">
      <h2 id="pledge-is">{word.title}</h2>
      <div class="does gap-above">
        <div>
          <h3>{word.is}</h3>
          <ul class="plain">
            {word.does.map((one) => (
              <li>
                <Icon name="check" />
                <span>{one}</span>
              </li>
            ))}
          </ul>
        </div>
        <div class="does-not">
          <h3>{word.isNot}</h3>
          <ul class="plain">
            {word.doesNot.map((one) => (
              <li>
                <Icon name="x" />
                <span>{one}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}
