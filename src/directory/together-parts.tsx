import { State } from "../availability/state-parts.tsx";
import type { Language } from "../foundation/language.ts";
import { spoken } from "../hosts/parts.tsx";
import { Emblem } from "../web/icon.tsx";
import { listWords, money } from "../web/money.ts";
import { hostKey } from "./addresses.ts";
import { WithWhom } from "./joint-parts.tsx";
import type { Match, Together, Total } from "./matching.ts";
import { hostPath, listedOfferPath } from "./paths.ts";
import { ReasonLines, wishWords } from "./reason-parts.tsx";
import { words as reasonWords } from "./reason-words.ts";
import type { Reasons } from "./reasons.ts";
import { words } from "./results-words.ts";

interface TogetherProps {
  readonly together: Together;
  readonly people: number | null;
  readonly language: Language;
}

/** What a combination is called: by its hosts. */
export function togetherTitle({ members }: Together, language: Language): string {
  const word = words[language];
  const givers = members.flatMap(({ host, offer: { joint } }) => [
    { actor: host.actor, name: host.profile.name },
    ...(joint?.partners ?? []),
  ]);
  const names = [...new Map(givers.toReversed().map(({ actor, name }) => [actor, name])).values()].reverse();
  const [only] = names;
  return names.length === 1 && only
    ? word.sameHost(only, members.length)
    : word.togetherTitle(listWords(names, language));
}

/** Each member with what it covers, then what all cost together. */
export function TogetherMembers({ together: { members, total }, people, language }: TogetherProps) {
  return (
    <>
      <ul class="together">
        {members.map((match) => (
          <Member match={match} people={people} language={language} />
        ))}
      </ul>
      <p class="together-total">
        <strong>{words[language].total}</strong> {totalWords(total, language)}
      </p>
    </>
  );
}

function Member({ match, people, language }: Pick<TogetherProps, "people" | "language"> & { readonly match: Match }) {
  const { host, offer, facts, wishes, reasons } = match;
  return (
    <li>
      <Emblem address={hostKey(host.origin)} size={44} />
      <div class="stack stack-3">
        <p>
          <strong>{words[language].covers(wishWords(wishes, language))}</strong>
        </p>
        <p>
          <a href={listedOfferPath(host, offer.slug)} {...spoken(offer.content.language, language)}>
            {offer.content.title}
          </a>{" "}
          <span class="small soft">
            {words[language].by.toLowerCase()} <a href={hostPath(host)}>{host.profile.name}</a> ({hostKey(host.origin)})
          </span>
        </p>
        <WithWhom joint={offer.joint} language={language} />
        <p>
          <State availability={offer.availability} now={facts.now} language={language} />
        </p>
        <ReasonLines reasons={besideNeeds(reasons)} people={people} language={language} />
      </div>
    </li>
  );
}

// What a member covers is said above; what it does not, the others do.
function besideNeeds({ fits, lacks }: Reasons): Reasons {
  return {
    fits: fits.filter(({ code }) => code !== "covers"),
    lacks: lacks.filter(({ code }) => code !== "does-not-cover"),
  };
}

function totalWords({ amounts, unknown }: Total, language: Language): string {
  const word = words[language];
  if (amounts.length === 0) return word.totalNone;
  const known = amounts.map(({ cents, currency }) => reasonWords[language].monthly(money(cents, currency, language)));
  return [listWords(known, language), ...(unknown > 0 ? [word.totalUnknown(unknown)] : [])].join(", ");
}
