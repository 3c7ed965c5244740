import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { count, listWords } from "../web/money.ts";
import { CareNotice } from "../web/notice.tsx";
import type { ReadComparison } from "./compare-form.ts";
import { AddForm, QuantityForm } from "./compare-form-parts.tsx";
import { CompareTable } from "./compare-table-parts.tsx";
import { words } from "./compare-words.ts";
import { giversOf } from "./giver-words.ts";
import type { Candidate, Match } from "./matching.ts";
import { keyOf } from "./named-offers.ts";
import { questionPaths } from "./questions.ts";
import { words as reasonWords } from "./reason-words.ts";
import { compareAddress } from "./ways.ts";

/** So many offers stand side by side. */
export const mostCompared = 3;

export interface ComparePageProps {
  readonly frame: Frame;
  readonly read: ReadComparison;
  readonly matches: readonly Match[];
  /** Names in the address that name no offer that is known here. */
  readonly gone: readonly string[];
  /** Offers beyond the third. */
  readonly beyond: readonly Candidate[];
  /** What else could be compared. */
  readonly alike: readonly Candidate[];
}

/** Up to three offers, point by point, for the same quantity. */
export function ComparePage(props: ComparePageProps) {
  const { frame, read, matches } = props;
  const { language } = frame;
  const word = words[language];
  const keys = matches.map(keyOf);
  const removals = keys.map((key) =>
    compareAddress(
      keys.filter((other) => other !== key),
      read.typed,
    ),
  );
  const title = matches.length === 0 ? word.title : word.titleOf(matches.length);
  return (
    <Layout
      frame={frame}
      title={title}
      description={word.emptyText}
      here="directory"
      sheets={["directory", "ways"]}
      unlisted
    >
      <div class="masthead masthead-plain">
        <div class="wrap">
          <Breadcrumb language={language} ways={[{ href: "/directory", label: word.directory }]} here={word.title} />
          <div class="stack gap-above">
            <h1>{title}</h1>
            {matches.length > 0 && <p class="lead">{leadOf(read, language)}</p>}
            {matches.length > 0 && <QuantityForm read={read} keys={keys} language={language} />}
          </div>
        </div>
      </div>
      <div class="wrap section stack stack-6">
        <Notices {...props} />
        {matches.length === 0 && <Empty language={language} hub={frame.host?.hub ?? true} />}
        {matches.length > 0 && <CompareTable matches={matches} removals={removals} language={language} />}
        {matches.length < mostCompared && <AddForm read={read} alike={props.alike} keys={keys} language={language} />}
        {matches.length > 0 && (
          <p class="small soft">
            {word.note} {word.print}
          </p>
        )}
      </div>
    </Layout>
  );
}

function leadOf({ quantity: { users, gb } }: ReadComparison, language: Frame["language"]): string {
  const word = words[language];
  const people = users === null ? null : reasonWords[language].people(count(users, language), users > 1);
  return word.lead(people, gb === null ? null : `${count(gb, language)}\u00a0${word.gb}`);
}

function Notices({ frame: { language }, gone, beyond }: ComparePageProps) {
  const word = words[language];
  const titles = beyond.map((one) => `${one.offer.content.title} (${giversOf(one, language)})`);
  return (
    <>
      {titles.length > 0 && (
        <CareNotice title={word.tooMany}>
          <p>{word.tooManyText(listWords(titles, language))}</p>
        </CareNotice>
      )}
      {gone.length > 0 && (
        <CareNotice title={word.gone}>
          <p>{word.goneText(listWords(gone, language))}</p>
        </CareNotice>
      )}
    </>
  );
}

function Empty({ language, hub }: { readonly language: Frame["language"]; readonly hub: boolean }) {
  const { empty, emptyText, emptyWays } = words[language];
  return (
    <div class="empty">
      <div class="stack">
        <h2>{empty}</h2>
        <p>{emptyText}</p>
        <ul class="list">
          <li>
            <a href="/directory">{emptyWays.directory}</a>
          </li>
          <li>
            <a href={questionPaths.needs}>{emptyWays.questions}</a>
          </li>
          {!hub && (
            <li>
              <a href="/#offers">{emptyWays.home}</a>
            </li>
          )}
        </ul>
      </div>
    </div>
  );
}
