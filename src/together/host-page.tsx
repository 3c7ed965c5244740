import { FactList } from "../hosts/parts.tsx";
import { ErrorSummary } from "../web/form-parts.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { CareNotice, DoneNotice } from "../web/notice.tsx";
import { AgreeForm, AnswerForm, ProposalForm, ResultForm, type TriedAnswer } from "./answer-parts.tsx";
import { words as answerWords } from "./answer-words.ts";
import { AskedFacts, ResultSheet } from "./asking-parts.tsx";
import { words as askingWords } from "./asking-words.ts";
import { Outcome } from "./desk-proposing-parts.tsx";
import type { AskingShown } from "./receiving.ts";
import { type AskedHost, isLive, saidYes } from "./together.ts";

export interface HostPageProps {
  readonly frame: Frame;
  readonly host: AskedHost;
  /** What it may read. */
  readonly shown: AskingShown;
  readonly link: string;
  readonly done: boolean;
  readonly tried: TriedAnswer | null;
}

/** The page of one host that was asked, for whoever has its link: what is asked, and its answer, without an account. */
export function HostPage(props: HostPageProps) {
  const { frame, host, shown, done, tried } = props;
  const { language } = frame;
  const word = answerWords[language];
  const title = word.title(shown.name);
  const live = isLive(shown.standing);
  return (
    <Layout frame={frame} title={title} sheets={["acting"]} unlisted>
      <div class="wrap section split">
        <div class="stack stack-6">
          {done && (
            <DoneNotice>
              <h2>{word.done}</h2>
            </DoneNotice>
          )}
          {tried?.form === "agreement" && <ErrorSummary language={language} wrong={tried.wrong} />}
          <div class="stack stack-3">
            <h1>{title}</h1>
            <p class="lead">{word.lead(host.name)}</p>
          </div>
          {!live && (
            <CareNotice title={word.over}>
              <p>{askingWords[language].states[shown.standing]}</p>
            </CareNotice>
          )}
          <Chosen {...props} />
          <Outcome asking={shown} language={language} />
          <AskedFacts forHost need={shown} contact={shown.contact} language={language} />
          {live && <Acts {...props} />}
        </div>
        <Others {...props} />
      </div>
    </Layout>
  );
}

/** What the association has decided about this host. */
function Chosen({ shown, frame: { language } }: HostPageProps) {
  const word = answerWords[language];
  if (shown.standing !== "led") return null;
  const said = shown.chosen === null ? word.chosen.none(shown.leadName ?? "") : word.chosen[shown.chosen];
  return (
    <DoneNotice>
      <h2>{said}</h2>
    </DoneNotice>
  );
}

function Acts(props: HostPageProps) {
  const { frame, host, shown, link, tried } = props;
  const { language } = frame;
  const answered = saidYes(host) || host.state === "no";
  const known = {
    answer: answered ? host.state : null,
    roles: answered ? host.rolesOffered : host.roles,
    words: host.words,
  };
  return (
    <div class="stack stack-5" id="next">
      {shown.chosen === "lead" && <ResultForm action={`${link}/result`} {...{ language, tried }} />}
      {shown.result !== null && <TheirResult {...props} />}
      <AnswerForm action={`${link}/answer`} {...{ language, known, tried }} />
      {saidYes(host) && <ProposalForm action={`${link}/proposal`} {...{ language, tried }} />}
    </div>
  );
}

function TheirResult({ shown, host, link, frame: { language } }: HostPageProps) {
  const word = answerWords[language];
  if (shown.result === null) return null;
  const agrees = shown.chosen === "partner" && host.agreed !== shown.result.version;
  return (
    <section class="stack" aria-labelledby="theirs">
      <h2 class="like-h3" id="theirs">
        {shown.chosen === "lead" ? word.result : word.resultTheirs(shown.leadName ?? "")}
      </h2>
      <ResultSheet result={shown.result} language={language} />
      {agrees && <AgreeForm action={`${link}/agreement`} version={shown.result.version} language={language} />}
      {shown.chosen === "partner" && !agrees && <p class="soft">{word.agreed}</p>}
    </section>
  );
}

function Others({ shown, frame: { language } }: HostPageProps) {
  const states: Readonly<Record<string, string>> = askingWords[language].hostStates;
  if (shown.others.length === 0) return null;
  return (
    <aside class="sheet stack" aria-labelledby="others">
      <h2 class="like-h4" id="others">
        {answerWords[language].others}
      </h2>
      <FactList narrow lines={shown.others.map(({ name, state }) => [name, states[state] ?? state])} />
    </aside>
  );
}
