import { amountWords } from "../funding/amount-words.ts";
import { heldPath } from "../funding/desk-held-page.tsx";
import type { FundingRequest } from "../funding/funding.ts";
import { label as termOf } from "../hosts/vocabularies.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Empty } from "../web/empty.tsx";
import { Icon } from "../web/icon.tsx";
import { words } from "./desk-words.ts";
import type { Mine } from "./mine.ts";
import { AnswersGiven, Pledges, Requests, Waits } from "./mine-parts.tsx";
import { deadlineWords } from "./promised-words.ts";

export interface FundingDeskPageProps {
  readonly frame: DeskFrame;
  /** What the offers of the host could answer. */
  readonly near: readonly FundingRequest[];
  readonly mine: Mine;
  /** How many drafts wait to be read before they open. */
  readonly held: number;
}

/** What is asked for near the host, and what it asked, promised and answered itself. */
export function FundingDeskPage({ frame, near, mine, held }: FundingDeskPageProps) {
  const word = words[frame.language];
  const any = mine.requests.length + mine.pledges.length + mine.answers.length > 0;
  const reads = frame.person.role === "reader";
  return (
    <DeskLayout frame={frame} title={word.title} here="funding" sheets={["acting"]}>
      <div class="desk-head">
        <div class="stack stack-3">
          <h1 class="like-h2">{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
        {!reads && (
          <p>
            <a class="button button-main" href="/funding/new">
              <Icon name="plus" /> {word.ask}
            </a>
          </p>
        )}
      </div>
      <p class="icon-text">
        <Icon name="tray" /> <a href={heldPath}>{word.held(held)}</a>
      </p>
      {reads && <p class="soft">{word.reader}</p>}
      {any && <Waits frame={frame} mine={mine} />}
      <Near frame={frame} near={near} />
      <Requests frame={frame} mine={mine} />
      <Pledges frame={frame} mine={mine} />
      <AnswersGiven frame={frame} mine={mine} />
    </DeskLayout>
  );
}

function Near({ frame, near }: Pick<FundingDeskPageProps, "frame" | "near">) {
  const { language, person } = frame;
  const word = words[language];
  return (
    <section class="stack stack-3" aria-labelledby="near">
      <h2 class="like-h3" id="near">
        {word.near}
      </h2>
      {near.length === 0 ? (
        <Empty title={word.nearNone} text={word.nearNoneText} ways={[{ href: "/funding", label: word.all }]} />
      ) : (
        <p class="soft">
          {word.nearText} <a href="/funding">{word.all}</a>
        </p>
      )}
      {near.length > 0 && (
        <table class="table table-stack">
          <thead>
            <tr>
              <th scope="col">{word.request}</th>
              <th scope="col">{word.needs}</th>
              <th scope="col">{word.sought}</th>
              <th scope="col">{word.deadline}</th>
              {person.role !== "reader" && <th scope="col">{word.do}</th>}
            </tr>
          </thead>
          <tbody>
            {near.map((request) => (
              <Row frame={frame} request={request} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({
  frame: { language, person },
  request,
}: Pick<FundingDeskPageProps, "frame"> & { request: FundingRequest }) {
  const word = words[language];
  const { goal, deadline } = request.terms;
  return (
    <tr>
      <th scope="row">
        <a href={`/funding/${request.code}`}>{request.content.title}</a>
        <p class="small soft">{request.requester.name}</p>
      </th>
      <td data-word={word.needs}>{request.content.needs.map((need) => termOf("needs", need, language)).join(", ")}</td>
      <td data-word={word.sought}>{goal.minimum !== null && amountWords(goal.minimum, goal, language)}</td>
      <td data-word={word.deadline}>{deadline !== null && deadlineWords(deadline, language)}</td>
      {person.role !== "reader" && (
        <td data-word={word.do}>
          <a href={`/funding/${request.code}/answer`}>{word.answer}</a>
        </td>
      )}
    </tr>
  );
}
