import { dateWords } from "../foundation/date-words.ts";
import { FactList } from "../hosts/parts.tsx";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { ErrorSummary } from "../web/form-parts.tsx";
import { CareNotice, DoneNotice } from "../web/notice.tsx";
import { AgreeForm, AnswerForm, ProposalForm, ResultForm, type TriedAnswer } from "./answer-parts.tsx";
import { AskedFacts, ResultSheet, rolesWords } from "./asking-parts.tsx";
import { StepChip } from "./desk-list-page.tsx";
import { words } from "./desk-words.ts";
import { type ReceivedAsking, receivedStep } from "./received.ts";
import { words as shared } from "./words.ts";

export interface DeskAskingPageProps {
  readonly frame: DeskFrame;
  readonly asking: ReceivedAsking;
  readonly done: string | null;
  readonly tried: TriedAnswer | null;
}

/** One asking at the desk: what is asked, with whom, and what our host says to it. */
export function DeskAskingPage(props: DeskAskingPageProps) {
  const { frame, asking, done, tried } = props;
  const { language } = frame;
  const word = words[language];
  const step = receivedStep(asking);
  const told = done === null ? undefined : word.done[done];
  return (
    <DeskLayout frame={frame} title={asking.name} here="askings">
      <Breadcrumb language={language} ways={[{ href: "/admin/askings", label: word.title }]} here={asking.name} />
      {told !== undefined && (
        <DoneNotice>
          <h2>{told}</h2>
        </DoneNotice>
      )}
      {tried?.form === "agreement" && <ErrorSummary language={language} wrong={tried.wrong} />}
      <div class="stack stack-3">
        <h1 class="like-h2">{asking.name}</h1>
        <p class="cluster">
          <StepChip asking={asking} language={language} /> <span class="soft">{word.waitingFor[step]}</span>
        </p>
      </div>
      {asking.fromUnknown && (
        <CareNotice title={word.fromUnknown}>
          <p>{word.fromUnknownText}</p>
        </CareNotice>
      )}
      <Chosen {...props} />
      <AskedFacts forHost need={asking} contact={asking.contact ?? word.notYet} language={language} />
      <Others {...props} />
      {frame.person.role === "reader" ? <p class="notice">{word.reader}</p> : <Acts {...props} />}
      <p class="small soft">
        {word.from} {new URL(asking.asker).host} · {dateWords(asking.received, language)}
      </p>
    </DeskLayout>
  );
}

/** As what the association says yes to our host, or that it has chosen others. */
function Chosen({ asking, frame: { language } }: DeskAskingPageProps) {
  const word = shared[language].answer;
  if (asking.standing !== "led") return null;
  const said = asking.chosen === null ? word.chosen.none(asking.leadName ?? "") : word.chosen[asking.chosen];
  return (
    <DoneNotice>
      <h2>{said}</h2>
    </DoneNotice>
  );
}

function Others({ asking, frame: { language } }: DeskAskingPageProps) {
  const word = words[language];
  const states: Readonly<Record<string, string>> = shared[language].page.hostStates;
  const lines = asking.others.map(({ name, state, lead }) => {
    const said = states[state] ?? state;
    return [name, lead ? `${said}, ${shared[language].page.leads}` : said] as const;
  });
  return (
    <section class="stack" aria-labelledby="others">
      <h2 class="like-h3" id="others">
        {shared[language].answer.others}
      </h2>
      <FactList lines={lines} />
      {asking.rolesWanted.length > 0 && (
        <p>
          {word.couldTake}
          {language === "fr" ? "\u00a0: " : ": "}
          {rolesWords(asking.rolesWanted, language)}
        </p>
      )}
    </section>
  );
}

function Acts(props: DeskAskingPageProps) {
  const { asking, frame, tried } = props;
  const { language } = frame;
  const word = words[language];
  const step = receivedStep(asking);
  const path = `/admin/askings/${asking.id}`;
  const waits = asking.answer === "waiting";
  const known = {
    answer: waits ? null : asking.answer,
    roles: waits ? asking.rolesWanted : asking.rolesOffered,
    words: asking.words,
  };
  if (step === "over") return <Results {...props} />;
  const answer = <AnswerForm action={`${path}/answer`} {...{ language, known, tried }} />;
  const result = <ResultForm action={`${path}/result`} {...{ language, tried }} />;
  return (
    <div class="stack stack-5" id="next">
      <Results {...props} />
      {step === "result" && result}
      {step === "agree" && asking.result && (
        <AgreeForm action={`${path}/agreement`} version={asking.result.version} language={language} />
      )}
      {waits && answer}
      <div class="more-list">
        {asking.chosen === "lead" && step !== "result" && (
          <details class="more" open={tried?.form === "result"}>
            <summary>{word.change}</summary>
            {result}
          </details>
        )}
        {!waits && (
          <details class="more" open={tried?.form === "answer"}>
            <summary>{word.changeAnswer}</summary>
            {answer}
          </details>
        )}
        {!waits && asking.answer !== "no" && <ProposalForm action={`${path}/proposal`} {...{ language, tried }} />}
      </div>
    </div>
  );
}

/** What the one in the lead proposes: our host, or another. */
function Results({ asking, frame: { language } }: DeskAskingPageProps) {
  const word = shared[language].answer;
  const mine = asking.chosen === "lead" ? asking.proposedResult : null;
  const shown = mine ?? asking.result;
  if (shown === null) return null;
  const title = asking.chosen === "lead" ? words[language].yourResult : word.resultTheirs(asking.leadName ?? "");
  return (
    <section class="stack" aria-labelledby="proposal">
      <h2 class="like-h3" id="proposal">
        {title}
      </h2>
      <ResultSheet result={shown} language={language} />
      {asking.result !== null && asking.agreed === asking.result.version && <p class="soft">{word.agreed}</p>}
    </section>
  );
}
