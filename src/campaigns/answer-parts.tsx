import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { amountWords } from "../funding/amount-words.ts";
import type { FundingRequest } from "../funding/funding.ts";
import type { FundingProposal } from "../funding/proposal.ts";
import { SignedTogether } from "../funding/signed-parts.tsx";
import { labels } from "../offers/parts.tsx";
import { Chip } from "../web/chip.tsx";
import { Emblem, Icon } from "../web/icon.tsx";
import { listWords } from "../web/money.ts";
import { words } from "./community-words.ts";
import { OutwardLink, Paragraphs, PartyName, safeAddress } from "./parts.tsx";

/** What the host's team finds beside the answers. */
export interface TeamWays {
  /** Where the desk has what it answers with other hosts; null where nothing is drafted. */
  readonly joint: string | null;
}

interface AnswersProps {
  readonly request: Pick<FundingRequest, "code"> & { readonly content: Pick<FundingRequest["content"], "call"> };
  readonly proposals: readonly FundingProposal[];
  /** Whether hosts can answer now. */
  readonly answerable: boolean;
  /** Where we are, which is what our own emblem is drawn from. */
  readonly origin: string;
  /** Null for everybody who is not of the host's team. */
  readonly desk: TeamWays | null;
  readonly language: Language;
}

/** What hosts would deliver, for everybody to compare, and the way for others to answer. */
export function Answers({ request, proposals, answerable, origin, desk, language }: AnswersProps) {
  const word = words[language].answers;
  const { call } = request.content;
  if (proposals.length === 0 && (call.to === "nobody" || !answerable)) return null;
  const standing = proposals.filter(({ state, broken }) => state !== "withdrawn" && broken === null).length;
  return (
    <section class="stack" id="proposals" aria-labelledby="proposals-title">
      <h2 id="proposals-title">{word.title(standing)}</h2>
      {standing === 0 && <p>{call.to === "some" ? word.some : word.none}</p>}
      {proposals.length > 0 && (
        <div>
          {proposals.map((proposal) => (
            <Answer proposal={proposal} origin={origin} language={language} />
          ))}
        </div>
      )}
      {answerable && call.to !== "nobody" && (
        <p>
          <a class="button" href={`/funding/${request.code}/answer`}>
            <Icon name="chat-circle-text" /> {word.answer}
          </a>
        </p>
      )}
      {answerable && call.to !== "nobody" && desk !== null && <Together {...{ request, desk, language }} />}
    </section>
  );
}

/** How our host answers with others: a draft that all sign, or first a partner to be found for it. */
function Together({
  request: { code },
  desk,
  language,
}: Pick<AnswersProps, "request" | "language"> & { desk: TeamWays }) {
  const word = words[language].answers.team;
  const about = encodeURIComponent(`/funding/${code}`);
  return (
    <ul class="stack stack-2 plain">
      <li>
        <a href={desk.joint ?? `/admin/joint/answer?request=${code}`}>
          {desk.joint === null ? word.draft : word.drafted}
        </a>
      </li>
      <li>
        <a href={`/admin/partners/new?kind=joint-answer&about=${about}`}>{word.partner}</a>
      </li>
    </ul>
  );
}

interface AnswerProps {
  readonly proposal: FundingProposal;
  readonly origin: string;
  readonly language: Language;
}

function Answer({ proposal, origin, language }: AnswerProps) {
  const word = words[language].answers;
  const { party, provider, state, visibility, text, terms, made } = proposal;
  return (
    <article class="answer">
      <Emblem address={new URL(party.actor ?? party.address ?? origin).host} size={48} />
      <div>
        <div class="answer-head">
          <h3>
            <PartyName party={party} language={language} />
            <PartnerNames proposal={proposal} language={language} />{" "}
            {provider && provider !== party.name && word.provider(provider)}
          </h3>
          <time class="small soft" datetime={made.toISOString()}>
            {dateWords(made, language)}
          </time>
        </div>
        {state === "chosen" && <Chip kind="good" icon="check-circle" word={word.chosen} />}
        {proposal.broken !== null && state !== "withdrawn" && <Chip kind="bad" icon="warning" word={word.broken} />}
        {state === "withdrawn" && <Chip kind="plain" icon="x" word={word.withdrawn} />}
        {visibility === "requester" && <Chip kind="draft" icon="key" word={word.private} />}
        {!proposal.joint && <PartnerRoles proposal={proposal} language={language} />}
        <blockquote>
          <Paragraphs text={text} lang={{}} />
        </blockquote>
        <Offered proposal={proposal} language={language} />
        <SignedTogether proposal={proposal} language={language} />
        {terms !== null && !proposal.joint && (
          <p class="small lines">
            <b>{word.terms}.</b> {terms}
          </p>
        )}
      </div>
    </article>
  );
}

type PartnerProps = Omit<AnswerProps, "origin">;

/** Who answers together with the one who leads. */
function PartnerNames({ proposal: { partners }, language }: PartnerProps) {
  return partners?.length ? (
    <>
      {" "}
      {words[language].answers.with}{" "}
      {listWords(
        partners.map(({ name }) => name),
        language,
      )}
    </>
  ) : null;
}

/** What each of them does, and that all of them have agreed. */
function PartnerRoles({ proposal: { partners }, language }: PartnerProps) {
  if (!partners?.length) return null;
  return (
    <p class="small">
      {words[language].answers.together}{" "}
      {partners.map(({ name, page, roles }) => (
        <span>
          <OutwardLink href={safeAddress(page) ?? "/"}>{name}</OutwardLink>,{" "}
          {labels("partnershipRoles", roles, language)}.{" "}
        </span>
      ))}
    </p>
  );
}

/** For how much, by when, and where there is more to read. */
function Offered({ proposal: { amount, currency, period, ready, url }, language }: Omit<AnswerProps, "origin">) {
  const word = words[language].answers;
  const more = safeAddress(url);
  if (amount === null && ready === null && more === null) return null;
  return (
    <p class="answer-terms">
      {amount !== null && currency !== null && (
        <span>
          <b>{amount === 0 ? word.free : amountWords(amount, { currency, period }, language)}</b>
        </span>
      )}{" "}
      {ready !== null && <span>{word.ready(dateWords(ready, language))}</span>}{" "}
      {more !== null && (
        <span>
          <OutwardLink href={more}>{word.read}</OutwardLink>
        </span>
      )}
    </p>
  );
}
