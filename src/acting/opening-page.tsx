import { amountWords } from "../funding/amount-words.ts";
import type { FundingRequest } from "../funding/funding.ts";
import type { Holding } from "../funding/holding.ts";
import { placeName } from "../hosts/place-names.ts";
import { label as termOf } from "../hosts/vocabularies.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { OnceField, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { CareNotice } from "../web/notice.tsx";
import { HoldingNotice } from "./holding-parts.tsx";
import { deadlineWords } from "./promised-words.ts";
import { words } from "./request-words.ts";
import { words as shared } from "./words.ts";

export interface OpeningPageProps {
  readonly frame: Frame;
  readonly request: FundingRequest;
  /** What keeps it from opening, as sentences by field. */
  readonly lacking: Wrong;
  /** How many who promised before are asked anew. */
  readonly again: number;
  /** Whether who asks may act here: an association that registered has to be accepted first. */
  readonly accepted: boolean;
  /** Whether it waits for the desk, or what the desk decided. */
  readonly holding: Holding | null;
}

/** A draft as everybody will read it, and which of its terms stand from then on. */
export function OpeningPage(props: OpeningPageProps) {
  const { frame, request, lacking, again, holding, accepted } = props;
  const { language } = frame;
  const word = words[language].opening;
  const edit = `/funding/${request.code}/edit`;
  const waits = holding !== null && holding.decided === null && holding.version === request.version;
  const ready = Object.keys(lacking).length === 0;
  const opens = ready && accepted && !waits;
  const ways = [
    { href: "/funding", label: shared[language].funding },
    { href: edit, label: words[language].editTitle },
  ];
  return (
    <Layout frame={frame} title={word.title} sheets={["acting"]} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <Breadcrumb language={language} ways={ways} here={word.title} />
        <div class="stack stack-3">
          <h1>{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
        <HoldingNotice frame={frame} holding={holding} />
        {!accepted && (
          <CareNotice title={word.notAccepted.title}>
            <p>{word.notAccepted.text}</p>
          </CareNotice>
        )}
        {!ready && (
          <CareNotice title={word.lacking} refused>
            <ul>
              {Object.entries(lacking).map(([field, sentence]) => (
                <li>
                  <a href={`${edit}#${field}`}>{sentence}</a>
                </li>
              ))}
            </ul>
          </CareNotice>
        )}
        <Preview frame={frame} request={request} />
        <section class="stack" aria-labelledby="frozen">
          <h2 class="like-h3" id="frozen">
            {word.frozenTitle}
          </h2>
          <p>{word.frozen}</p>
          <Terms frame={frame} request={request} />
        </section>
        {again > 0 && <p>{word.again(again)}</p>}
        <form class="cluster" method="post" action={`${edit}/opening`}>
          <OnceField />
          {opens && (
            <button class="button button-main" type="submit">
              <Icon name="megaphone" /> {word.submit}
            </button>
          )}
          <a class={opens ? "button button-quiet" : "button button-main"} href={edit}>
            {word.edit}
          </a>
        </form>
      </div>
    </Layout>
  );
}

function Preview({
  frame: { language },
  request: { content, requester },
}: Pick<OpeningPageProps, "frame" | "request">) {
  const places = content.territories.map((code) => placeName(code, language));
  const { labels } = words[language];
  const more = [
    [labels.beneficiaries[0], content.beneficiaries],
    [labels.territories[0], places.length === 0 ? null : places.join(", ")],
    [labels.steward[0], content.steward],
    [labels.helpWanted[0], content.helpWanted],
    [labels.returns[0], content.returns],
    [labels.call[0], words[language].calls[content.call.to][0]],
  ] as const;
  return (
    <article class="sheet stack">
      <h2 class="like-h3">{content.title}</h2>
      <p class="small soft">{requester.name}</p>
      {content.description.split(/\n\s*\n/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      {content.needs.length > 0 && (
        <p class="cluster small">{content.needs.map((need) => termOf("needs", need, language)).join(" · ")}</p>
      )}
      <Facts rows={more} />
    </article>
  );
}

function Facts({ rows }: { readonly rows: readonly (readonly [string, string | null])[] }) {
  return (
    <dl class="facts facts-lines">
      {rows.map(([name, value]) =>
        value === null ? null : (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** What stands once the request is open. */
function Terms({ frame: { language }, request: { terms } }: Pick<OpeningPageProps, "frame" | "request">) {
  const all = words[language];
  const word = all.opening;
  const { goal, minimumPledge, maximumPledge } = terms;
  const amount = (cents: number | null) => (cents === null ? null : amountWords(cents, goal, language));
  const day = (deadline: string | null) => (deadline === null ? null : deadlineWords(deadline, language));
  const least = minimumPledge === null ? [] : [word.least(amountWords(minimumPledge, goal, language))];
  const most = maximumPledge === null ? [] : [word.most(amountWords(maximumPledge, goal, language))];
  const bounds = [...least, ...most];
  const rows = [
    [word.terms.kind, all.kinds[terms.kind][0]],
    [word.terms.mode, all.modes[goal.mode].join(". ")],
    [word.terms.minimum, amount(goal.minimum)],
    [word.terms.optimum, amount(goal.optimum)],
    [word.terms.participants, goal.participants === null ? null : String(goal.participants)],
    [word.terms.bounds, bounds.length === 0 ? null : bounds.join(", ")],
    [word.terms.cap, amount(terms.cap)],
    [word.terms.deadline, day(terms.deadline) ?? word.terms.none],
    [word.terms.extension, day(terms.extension)],
    [word.terms.license, terms.license],
  ] as const;
  return <Facts rows={rows} />;
}
