import { State } from "../availability/state-parts.tsx";
import type { Language } from "../foundation/language.ts";
import { spoken } from "../hosts/parts.tsx";
import { Emblem } from "../web/icon.tsx";
import { hostKey } from "./addresses.ts";
import { WithWhom } from "./joint-parts.tsx";
import type { Match } from "./matching.ts";
import { keyOf } from "./named-offers.ts";
import { hostPath, listedOfferPath } from "./paths.ts";
import { ReasonLines } from "./reason-parts.tsx";
import { words } from "./results-words.ts";

interface MatchProps {
  readonly match: Match;
  readonly people: number | null;
  /** With a box to tick, in a form that leads to the comparison. */
  readonly comparable: boolean;
  readonly language: Language;
}

/** Offers that answer, of which some can be ticked. */
export function MatchList({ matches, ...shared }: { readonly matches: readonly Match[] } & Omit<MatchProps, "match">) {
  return (
    <div class="grid grid-2">
      {matches.map((match) => (
        <MatchSheet match={match} {...shared} />
      ))}
    </div>
  );
}

/** An offer that answers: what, whose, whether there is room, why it fits and what it lacks; to be ticked for a comparison. */
function MatchSheet({ match, people, comparable, language }: MatchProps) {
  const { host, offer, facts, reasons } = match;
  return (
    <article class="sheet stack answer-offer">
      <Emblem address={hostKey(host.origin)} size={44} />
      <OfferTitle match={match} language={language} />
      <p>
        <State availability={offer.availability} now={facts.now} language={language} />
      </p>
      <ReasonLines reasons={reasons} people={people} language={language} />
      {comparable && (
        <label class="option">
          <input type="checkbox" name="offer" value={keyOf(match)} />
          <span>
            {words[language].pick}
            <span class="sr"> {offer.content.title}</span>
          </span>
        </label>
      )}
    </article>
  );
}

/** The title of an offer and its host, each of which has a page here. */
function OfferTitle({ match: { host, offer }, language }: Pick<MatchProps, "match" | "language">) {
  return (
    <>
      <h3 {...spoken(offer.content.language, language)}>
        <a href={listedOfferPath(host, offer.slug)}>{offer.content.title}</a>
      </h3>
      <p class="small soft">
        {words[language].by} <a href={hostPath(host)}>{host.profile.name}</a> ({hostKey(host.origin)})
      </p>
      <WithWhom joint={offer.joint} language={language} />
    </>
  );
}
