import { dateWords } from "../foundation/date-words.ts";
import { amountWords } from "../funding/amount-words.ts";
import type { FundingRequest, Party } from "../funding/funding.ts";
import { takesPledges } from "../funding/life.ts";
import { type FundingProposal, isOpen } from "../funding/proposal.ts";
import { BrokenNotice, SignedTogether } from "../funding/signed-parts.tsx";
import { labels } from "../offers/parts.tsx";
import type { Pledge } from "../pledges/pledge-state.ts";
import { OnceField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { Frame } from "../web/layout.tsx";
import { listWords } from "../web/money.ts";
import { promisedWords } from "./promised-words.ts";
import { words } from "./steward-words.ts";

interface ListsProps {
  readonly frame: Frame;
  readonly request: FundingRequest;
  readonly pledges: readonly Pledge[];
  readonly proposals: readonly FundingProposal[];
}

/** What hosts answered, each of which may be chosen. */
export function Answers({ frame, request, proposals }: ListsProps) {
  const word = words[frame.language].answers;
  const chosen = proposals.some(({ state, broken }) => state === "chosen" && broken === null);
  if (proposals.length === 0 && !takesPledges(request.state)) return null;
  return (
    <section class="stack" aria-labelledby="answers" id="choice">
      <h2 class="like-h3" id="answers">
        {word.title}
      </h2>
      {proposals.length === 0 && <p class="soft">{word.none}</p>}
      {proposals.map((proposal) => (
        <Answer {...{ frame, request, proposal }} open={!chosen && isOpen(proposal)} />
      ))}
    </section>
  );
}

interface AnswerProps extends Pick<ListsProps, "frame" | "request"> {
  readonly proposal: FundingProposal;
  readonly open: boolean;
}

function Answer({ frame, request, proposal, open }: AnswerProps) {
  const word = words[frame.language];
  const { state, visibility, text, terms, url } = proposal;
  return (
    <article class="sheet sheet-soft stack stack-3">
      <h3 class="like-h4">
        {listWords([proposal.provider ?? nameOf(proposal.party, frame), ...partnersOf(proposal)], frame.language)}{" "}
        {state !== "made" && <small>· {word.answers[state]}</small>}
      </h3>
      {proposal.provider && <p class="small soft">{word.answers.said(nameOf(proposal.party, frame))}</p>}
      <BrokenNotice proposal={proposal} language={frame.language} />
      {!proposal.joint &&
        proposal.partners?.map(({ name, roles }) => (
          <p class="small soft">
            {name}, {labels("partnershipRoles", roles, frame.language)}
          </p>
        ))}
      <p>{factsWords(proposal, frame)}</p>
      <p>{text}</p>
      <SignedTogether proposal={proposal} language={frame.language} />
      {terms !== null && !proposal.joint && (
        <p class="small">
          {word.answers.terms} {terms}
        </p>
      )}
      {url !== null && (
        <p class="small">
          <a href={url} rel="noopener nofollow">
            {url}
          </a>
        </p>
      )}
      {visibility === "requester" && <p class="small soft">{word.answers.hidden}</p>}
      {open && (
        <form method="post" action={`/funding/${request.code}/steward/choice`}>
          <OnceField />
          <input type="hidden" name="act" value="choice" />
          <input type="hidden" name="proposal" value={proposal.id} />
          <button class="button button-small" type="submit">
            <Icon name="handshake" /> {word.acts.choice.submit}
          </button>
        </form>
      )}
    </article>
  );
}

const partnersOf = ({ partners }: FundingProposal) => (partners ?? []).map(({ name }) => name);

/** "580 € par an, prêt le 1er mars 2027". */
function factsWords({ amount, currency, period, ready }: FundingProposal, { language }: Frame): string {
  const sum = amount === null || currency === null ? [] : [amountWords(amount, { currency, period }, language)];
  return [...sum, ...(ready === null ? [] : [words[language].answers.ready(dateWords(ready, language))])].join(", ");
}

/** All promises, by name: who signs for all has to know for whom. */
export function Pledges({ frame, request, pledges }: ListsProps) {
  const { language } = frame;
  const word = words[language];
  return (
    <section class="stack" aria-labelledby="pledges">
      <h2 class="like-h3" id="pledges">
        {word.pledges.title}
      </h2>
      {pledges.length === 0 ? (
        <p class="soft">{word.pledges.none}</p>
      ) : (
        <table class="table table-stack">
          <thead>
            <tr>
              <th scope="col">{word.pledges.by}</th>
              <th scope="col">{word.pledges.what}</th>
              <th scope="col">{word.pledges.state}</th>
            </tr>
          </thead>
          <tbody>
            {pledges.map(({ party, entry, words: papers, state }) => (
              <tr>
                <th scope="row">
                  {nameOf(party, frame)}{" "}
                  {entry.promised?.visibility === "anonymous" && <small class="soft">{word.anonymous}</small>}
                </th>
                <td class="table-named" data-word={word.pledges.what}>
                  {entry.promised && promisedWords(entry.promised, papers, request.terms.goal, language)}
                </td>
                <td class="table-named" data-word={word.pledges.state}>
                  {word.pledgeStates[state]}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const nameOf = ({ name, erased }: Party, { language }: Frame): string =>
  erased !== null || name === "" ? words[language].erased : name;
