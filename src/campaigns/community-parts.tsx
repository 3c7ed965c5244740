import type { Language } from "../foundation/language.ts";
import { Icon } from "../web/icon.tsx";
import { count } from "../web/money.ts";
import type { Campaign } from "./campaigns.ts";
import { words } from "./community-words.ts";
import { OutwardLink, safeAddress } from "./parts.tsx";
import { Pledges } from "./pledge-parts.tsx";
import type { ShownPledge } from "./shown-pledges.ts";

/** What people elsewhere did with the posts of a request, without promising anything. */
export interface Interest {
  readonly likes: number;
  readonly boosts: number;
  /** What a poll found out so far. */
  readonly votes: readonly { readonly label: string; readonly count: number }[];
}

/** Who takes part, the first ones, or all of them. */
export function Pledged({
  campaign: { request, promises },
  pledges,
  more,
  frame: { language },
}: {
  readonly campaign: Campaign;
  readonly pledges: readonly ShownPledge[];
  readonly more: boolean;
  readonly frame: { readonly language: Language };
}) {
  const word = words[language].pledges;
  if (request.opened === null) return null;
  const all = more ? promises.pledges + promises.waiting.pledges + promises.help.pledges : pledges.length;
  return (
    <section class="stack" id="pledges" aria-labelledby="pledges-title">
      <h2 id="pledges-title">{word.title(Math.max(all, pledges.length))}</h2>
      {pledges.length === 0 && <p>{word.none}</p>}
      <Pledges {...{ pledges, language, goal: request.terms.goal, code: request.code }} />
      {more && (
        <p>
          <a href={`/funding/${request.code}?pledges=all#pledges`}>{word.more}</a>
        </p>
      )}
      <div class="notice">
        <Icon name="info" />
        <p>
          <b>{word.frozen}.</b> {word.frozenText}
        </p>
      </div>
    </section>
  );
}

/** Likes, boosts and votes: shown as what they are, and counted nowhere. */
export function InterestShown({
  interest,
  language,
}: {
  readonly interest: Interest | null;
  readonly language: Language;
}) {
  const word = words[language].interest;
  if (interest === null || interest.likes + interest.boosts + interest.votes.length === 0) return null;
  const { likes, boosts, votes } = interest;
  return (
    <section class="stack stack-2" id="interest" aria-labelledby="interest-title">
      <h2 class="like-h4" id="interest-title">
        {word.title}
      </h2>
      <ul class="tags">
        {likes > 0 && <li class="tag">{word.likes(count(likes, language), likes > 1)}</li>}
        {boosts > 0 && <li class="tag">{word.boosts(count(boosts, language), boosts > 1)}</li>}
      </ul>
      {votes.length > 0 && (
        <dl class="facts facts-lines">
          {votes.map(({ label, count: n }) => (
            <div>
              <dt>{label}</dt>
              <dd>{word.votes(count(n, language), n > 1)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class="small soft">{word.text}</p>
    </section>
  );
}

/** The way to pay, outside of here. */
export function PaymentLink({ address, language }: { readonly address: string | null; readonly language: Language }) {
  const word = words[language].payment;
  const safe = safeAddress(address);
  if (safe === null) return null;
  return (
    <div class="notice">
      <Icon name="handshake" />
      <div>
        <h3 class="like-h4">{word.title}</h3>
        <p>{word.text}</p>
        <p>
          <OutwardLink href={safe}>{word.go}</OutwardLink> <span class="small soft">{new URL(safe).host}</span>
        </p>
      </div>
    </div>
  );
}
