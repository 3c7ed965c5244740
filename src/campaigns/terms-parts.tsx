import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { amountWords } from "../funding/amount-words.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { closingOf } from "../funding/terms.ts";
import { spoken } from "../hosts/parts.tsx";
import { territoryName } from "../hosts/territories.ts";
import { label } from "../hosts/vocabularies.ts";
import { iconOfNeed } from "../offers/parts.tsx";
import { Icon } from "../web/icon.tsx";
import { listWords } from "../web/money.ts";
import type { Counted } from "./campaigns.ts";
import { Paragraphs } from "./parts.tsx";
import { lastDayOf, timeWords } from "./progress-words.ts";
import { words } from "./request-words.ts";

interface TermsProps {
  /** One of ours, or what another instance says of one of its own. */
  readonly request: Counted["request"] & Pick<FundingRequest, "terms" | "content" | "extended">;
  readonly now: Date;
  readonly language: Language;
}

/** What binds everybody, in short: until when, under which licence, and what happens if there is not enough. */
export function TermsInShort({ request, now, language }: TermsProps) {
  const word = words[language];
  const { license, goal } = request.terms;
  const [missing, then] = word.missing[goal.mode];
  return (
    <dl class="facts facts-row">
      <Deadline {...{ request, now, language }} />
      {license !== null && (
        <Fact
          term={word.facts.licence}
          said={<a href={`https://spdx.org/licenses/${license}.html`}>{license}</a>}
          more={word.facts.licenceText}
        />
      )}
      <Fact term={word.facts.ifMissing} said={missing} more={then} />
      <Fact
        term={word.facts.mode}
        said={label("fundingModes", goal.mode, language)}
        more={boundsOf(request, language)}
      />
      {request.content.territories.length > 0 && (
        <Fact
          term={word.facts.where}
          said={listWords(
            request.content.territories.map((code) => territoryName(code, language)),
            language,
          )}
          more={null}
        />
      )}
    </dl>
  );
}

function Deadline({ request, now, language }: TermsProps) {
  const { facts } = words[language];
  const day = lastDayOf(request);
  const { extension } = request.terms;
  const later =
    request.extended !== null
      ? facts.extended
      : extension === null
        ? null
        : facts.extendable(dateWords(new Date(closingOf(extension).getTime() - 1), language));
  if (day === null) return <Fact term={facts.deadline} said={facts.noDeadline} more={facts.noDeadlineText} />;
  const more = [timeWords(request, now, language), later]
    .filter((one) => one !== null)
    .join(language === "fr" ? "\u202f; " : "; ");
  return <Fact term={facts.deadline} said={dateWords(day, language)} more={more} />;
}

/** How small, how large one promise may be, and where it stops. */
function boundsOf({ terms }: Pick<FundingRequest, "terms">, language: Language): string | null {
  const { facts } = words[language];
  const amount = (cents: number) => amountWords(cents, terms.goal, language);
  const said = [
    ...(terms.minimumPledge === null ? [] : [facts.least(amount(terms.minimumPledge))]),
    ...(terms.maximumPledge === null ? [] : [facts.most(amount(terms.maximumPledge))]),
  ];
  const bounds = said.length === 0 ? null : `${facts.bounds} ${listWords(said, language)}`;
  const cap = terms.cap === null ? null : facts.capText(amount(terms.cap));
  const all = [bounds, cap].filter((one) => one !== null);
  return all.length === 0 ? null : all.join(language === "fr" ? "\u202f; " : "; ");
}

interface FactProps {
  readonly term: string;
  readonly said: string | ReturnType<typeof Icon>;
  readonly more: string | null;
}

function Fact({ term, said, more }: FactProps) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {said} {more !== null && <small>{more}</small>}
      </dd>
    </div>
  );
}

/** The need in the words of who asks: what, for whom, what everybody has of it, which help is welcome. */
export function TheNeed({ request, language }: Omit<TermsProps, "now">) {
  const word = words[language];
  const { content } = request;
  const lang = spoken(content.language, language);
  const more: readonly (readonly [string, string | null])[] = [
    [word.beneficiaries, content.beneficiaries],
    [word.returns, content.returns],
    [word.helpWanted, content.helpWanted],
    [word.signs, content.steward],
  ];
  return (
    <section class="stack" aria-labelledby="need">
      <h2 id="need">{word.need}</h2>
      {content.needs.length > 0 && (
        <ul class="need-list">
          {content.needs.map((need) => (
            <li class="icon-text">
              <Icon name={iconOfNeed(need)} />
              <span>{label("needs", need, language)}</span>
            </li>
          ))}
        </ul>
      )}
      <Paragraphs text={content.description} lang={lang} />
      {more.map(([title, text]) =>
        text === null ? null : (
          <>
            <h3>{title}</h3>
            <Paragraphs text={text} lang={lang} />
          </>
        ),
      )}
    </section>
  );
}
