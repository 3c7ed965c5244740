import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import { Icon } from "../web/icon.tsx";
import type { Frame } from "../web/layout.tsx";
import { words as holdingWords } from "./holding-words.ts";
import type { Mine, OwnRequest } from "./mine.ts";
import { words } from "./mine-words.ts";
import { promisedWords } from "./promised-words.ts";
import { StateChip } from "./state-parts.tsx";
import { words as stewardWords } from "./steward-words.ts";
import type { SentLine } from "./who-parts.tsx";

interface MineProps {
  readonly frame: Frame;
  readonly mine: Mine;
}

/** What waits for somebody: promises to confirm first, then what carries their requests on. */
export function Waits({ frame, mine }: MineProps) {
  const word = words[frame.language];
  const confirm = mine.pledges.flatMap(({ request, id, asked }) =>
    asked ? [{ href: `/funding/${request.code}/pledges/${id}`, label: word.confirm(request.content.title) }] : [],
  );
  const again = mine.again.map(({ code, content }) => ({
    href: `/funding/${code}/pledge`,
    label: word.again(content.title),
  }));
  const all = [...confirm, ...again, ...mine.requests.flatMap((own) => nextOf(own, frame))];
  return (
    <section class="sheet stack stack-3" aria-labelledby="waits">
      <h2 class="like-h4" id="waits">
        {word.waits}
      </h2>
      {all.length === 0 ? (
        <p class="soft">{word.nothingWaits}</p>
      ) : (
        <ul class="stack stack-2 plain">
          {all.map(({ href, label }) => (
            <li>
              <span class="icon-text">
                <Icon name="arrow-right" /> <a href={href}>{label}</a>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function nextOf({ request, next }: OwnRequest, { language }: Frame) {
  const word = words[language].next;
  if (next === null || next === "share" || next === "wait" || !Object.hasOwn(word, next)) return [];
  const label = word[next as keyof typeof word](request.content.title);
  return [{ href: pathOf(request), label }];
}

const pathOf = ({ code, state }: OwnRequest["request"]): string =>
  `/funding/${code}/${state === "draft" ? "edit" : "steward"}`;

interface RequestsProps {
  readonly frame: Frame;
  readonly mine: Pick<Mine, "requests">;
}

export function Requests({ frame, mine }: RequestsProps) {
  const word = words[frame.language];
  return (
    <List title={word.requests} headers={[word.request, word.state]} empty={mine.requests.length === 0}>
      {mine.requests.map(({ request, holding }) => (
        <tr>
          <th scope="row">
            <a href={pathOf(request)}>{request.content.title}</a>
          </th>
          <td class="table-named" data-word={word.state}>
            <StateChip state={request.state} frame={frame} />{" "}
            {holding !== null && <span class="small soft">{heldWords(holding, frame)}</span>}
          </td>
        </tr>
      ))}
    </List>
  );
}

function heldWords({ held, decision }: NonNullable<OwnRequest["holding"]>, { language }: Frame): string {
  const word = holdingWords[language].short;
  return decision === "refused" ? word.refused : word.waits(dateWords(held, language));
}

export function Pledges({ frame, mine }: MineProps) {
  const word = words[frame.language];
  const states = stewardWords[frame.language].pledgeStates;
  return (
    <List title={word.pledges} headers={[word.request, word.what, word.state]} empty={mine.pledges.length === 0}>
      {mine.pledges.map(({ request, id, entry, state }) => (
        <tr>
          <th scope="row">
            <a href={`/funding/${request.code}/pledges/${id}`}>{request.content.title}</a>
          </th>
          <td class="table-named" data-word={word.what}>
            {entry.promised && promisedWords(entry.promised, null, request.terms.goal, frame.language)}
          </td>
          <td class="table-named" data-word={word.state}>
            {states[state]}
          </td>
        </tr>
      ))}
    </List>
  );
}

/** What was promised towards requests of other instances. */
export function SentPledges({ frame, sent }: { readonly frame: Frame; readonly sent: readonly SentLine[] }) {
  const word = words[frame.language];
  return (
    <List title={word.sent} headers={[word.request, word.what, word.state]} empty={sent.length === 0}>
      {sent.map(({ title, href, promised, state }) => (
        <tr>
          <th scope="row">
            <a href={href}>{title}</a>
          </th>
          <td class="table-named" data-word={word.what}>
            {promised}
          </td>
          <td class="table-named" data-word={word.state}>
            {state}
          </td>
        </tr>
      ))}
    </List>
  );
}

export function AnswersGiven({ frame, mine }: MineProps) {
  const word = words[frame.language];
  return (
    <List title={word.answers} headers={[word.request, word.state]} empty={mine.answers.length === 0}>
      {mine.answers.map(({ request, state }) => (
        <tr>
          <th scope="row">
            <a href={`/funding/${request.code}/answer`}>{request.content.title}</a>
          </th>
          <td class="table-named" data-word={word.state}>
            {word.proposals[state]}
          </td>
        </tr>
      ))}
    </List>
  );
}

interface ListProps {
  readonly title: string;
  readonly headers: readonly string[];
  readonly empty: boolean;
  readonly children: Child;
}

function List({ title, headers, empty, children }: ListProps) {
  if (empty) return null;
  return (
    <section class="stack stack-3">
      <h2 class="like-h3">{title}</h2>
      <table class="table table-stack">
        <thead>
          <tr>
            {headers.map((header) => (
              <th scope="col">{header}</th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
