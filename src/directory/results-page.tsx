import type { Child } from "hono/jsx";
import { placeName } from "../hosts/place-names.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { CareNotice } from "../web/notice.tsx";
import type { Answers } from "./answers.ts";
import { askedBy } from "./answers.ts";
import { type AskingTogether, AskTogether } from "./ask-together-parts.tsx";
import { GivenAnswers } from "./given-parts.tsx";
import { MatchList } from "./match-parts.tsx";
import type { Match, Matches, Together } from "./matching.ts";
import { addressWith, questionAddress } from "./questions.ts";
import { words as questionWords } from "./questions-words.ts";
import { wishWords } from "./reason-parts.tsx";
import { words } from "./results-words.ts";
import { TogetherMembers, togetherTitle } from "./together-parts.tsx";
import { combinationAddress, directoryQuery, widerPlaces } from "./ways.ts";

export interface ResultsPageProps {
  readonly frame: Frame;
  readonly answers: Answers;
  readonly matches: Matches;
  /** Offers that include the help that is wanted, where the others do not. */
  readonly helpers: readonly Match[];
  readonly asking: AskingTogether;
}

/** What answers the three questions: offers that do, combinations that do, what nobody does, and how to go on. */
export function ResultsPage({ frame, answers, matches, helpers, asking }: ResultsPageProps) {
  const { language } = frame;
  const word = words[language];
  const comparable = matches.whole.length + matches.partly.length + helpers.length > 1;
  const known = { people: answers.people, comparable, language };
  return (
    <Layout
      frame={frame}
      title={word.title}
      description={leadOf(answers, matches, language)}
      here="directory"
      sheets={["ways"]}
      unlisted
    >
      <div class="masthead masthead-plain">
        <div class="wrap">
          <Breadcrumb
            language={language}
            ways={[
              { href: "/directory", label: questionWords[language].directory },
              { href: questionAddress("needs", answers), label: questionWords[language].title },
            ]}
            here={questionWords[language].stepNames.results}
          />
          <div class="stack gap-above">
            <h1>{word.title}</h1>
            <p class="lead">{leadOf(answers, matches, language)}</p>
            <GivenAnswers answers={answers} language={language} />
          </div>
        </div>
      </div>
      <form class="wrap section stack stack-7" method="get" action="/directory/compare">
        <Group title={word.whole} text={word.order} matches={matches.whole} {...known} />
        <Combinations {...{ matches, answers, asking, language }} />
        <Group title={word.partly} text={null} matches={matches.partly} {...known} />
        <Group title={word.helpers} text={word.helpersText} matches={helpers} {...known} />
        <Missing matches={matches} language={language} />
        {comparable && (
          <p class="cluster">
            {answers.people !== null && <input type="hidden" name="users" value={String(answers.people)} />}
            <button class="button" type="submit">
              {word.compare} <Icon name="arrow-right" />
            </button>
            <span class="small soft">{word.compareHint}</span>
          </p>
        )}
        <WaysOn answers={answers} matches={matches} language={language} />
      </form>
    </Layout>
  );
}

function leadOf(answers: Answers, { whole, together }: Matches, language: Frame["language"]): string {
  const word = words[language];
  if (askedBy(answers).wishes.length === 0) return word.leadUnknown;
  return together.length > 0 ? word.leadTogether : word.lead(whole.length);
}

interface GroupProps {
  readonly title: string;
  readonly text: string | null;
  readonly matches: readonly Match[];
  readonly people: number | null;
  readonly comparable: boolean;
  readonly language: Frame["language"];
}

function Group({ title, text, matches, ...shared }: GroupProps) {
  if (matches.length === 0) return null;
  return (
    <section class="stack">
      <h2>{title}</h2>
      {text && <p class="soft">{text}</p>}
      <MatchList matches={matches} {...shared} />
    </section>
  );
}

interface PartProps {
  readonly matches: Matches;
  readonly answers: Answers;
  readonly language: Frame["language"];
}

function Combinations(props: PartProps & Pick<ResultsPageProps, "asking">) {
  const { answers, asking, language } = props;
  const { together, missing } = props.matches;
  const word = words[language];
  if (together.length === 0) return null;
  return (
    <section class="stack">
      <h2>{word.together}</h2>
      <p>{word.togetherText}</p>
      {missing.length > 0 && <p>{word.togetherPart(wishWords(missing, language))}</p>}
      <div class="grid grid-2">
        {together.map((one) => (
          <Combination {...{ together: one, answers, asking, language }} />
        ))}
      </div>
    </section>
  );
}

type CombinationProps = Omit<PartProps, "matches"> & Pick<ResultsPageProps, "asking"> & { readonly together: Together };

function Combination({ together, answers, asking, language }: CombinationProps) {
  return (
    <article class="sheet stack">
      <h3>{togetherTitle(together, language)}</h3>
      <TogetherMembers together={together} people={answers.people} language={language} />
      <AskTogether {...{ asking, together, answers, language }} />
      <p>
        <a class="icon-text" href={combinationAddress(together, answers)}>
          <Icon name="handshake" />
          <span>{words[language].permalink}</span>
        </a>
      </p>
    </article>
  );
}

function Missing({ matches: { missing, shut }, language }: Omit<PartProps, "answers">) {
  const word = words[language];
  if (missing.length === 0) return null;
  return (
    <CareNotice title={word.missing(wishWords(missing, language))}>
      {shut.length > 0 && <p>{word.missingShut(wishWords(shut, language))}</p>}
    </CareNotice>
  );
}

function WaysOn({ answers, matches, language }: PartProps) {
  const word = words[language];
  const query = directoryQuery(answers);
  const short = matches.whole.length < 3;
  const wider = short ? widerPlaces(answers) : [];
  const ways: readonly (readonly [href: string, said: Child])[] = [
    ...wider.map((code) => [at({ ...answers, territory: code }), word.wider(placeName(code, language))] as const),
    ...(short && answers.territory !== null ? [[at({ ...answers, territory: null }), word.everywhere] as const] : []),
    ...(matches.missing.length > 0 ? [[questionAddress("needs", answers), word.fewer] as const] : []),
    [addressWith("/directory", query), query.size === 0 ? word.others : word.directory],
    ...(query.size === 0 ? [] : [[addressWith("/directory/feed.atom", query), word.feed] as const]),
  ];
  return (
    <section class="stack">
      <h2 class="like-h3">{word.ways}</h2>
      <ul class="list">
        {ways.map(([href, said]) => (
          <li>
            <a href={href}>{said}</a>
          </li>
        ))}
      </ul>
      <p class="small soft">
        {word.stable} {word.libreNotFree}
      </p>
    </section>
  );
}

const at = (answers: Answers): string => questionAddress("results", answers);
