import { dateWords } from "../foundation/date-words.ts";
import { FactList } from "../hosts/parts.tsx";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { ErrorSummary } from "../web/form-parts.tsx";
import { CareNotice, DoneNotice } from "../web/notice.tsx";
import { AgreeForm, AnswerForm, ProposalForm, type TriedAnswer } from "./answer-parts.tsx";
import { words as answerWords } from "./answer-words.ts";
import { AskedFacts, ResultSheet, rolesWords } from "./asking-parts.tsx";
import { words as askingWords } from "./asking-words.ts";
import { StepChip } from "./desk-list-page.tsx";
import { Outcome, PaperLink, Proposing, type ProposingProps } from "./desk-proposing-parts.tsx";
import { words } from "./desk-words.ts";
import { type ReceivedAsking, receivedStep } from "./received.ts";

export interface DeskAskingPageProps {
  readonly frame: DeskFrame;
  readonly asking: ReceivedAsking;
  readonly done: string | null;
  readonly tried: TriedAnswer | null;
  /** The joint offers that our host leads and that are public. */
  readonly offers: ProposingProps["offers"];
  /** The invitation to sign what another leads for it. */
  readonly invitation: string | null;
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
      {(tried?.form === "agreement" || tried?.form === "offer") && (
        <ErrorSummary language={language} wrong={tried.wrong} />
      )}
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
      <Outcome asking={asking} language={language} />
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
  const word = answerWords[language];
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
  const states: Readonly<Record<string, string>> = askingWords[language].hostStates;
  const lines = asking.others.map(({ name, state, lead }) => {
    const said = states[state] ?? state;
    return [name, lead ? `${said}, ${askingWords[language].leads}` : said] as const;
  });
  return (
    <section class="stack" aria-labelledby="others">
      <h2 class="like-h3" id="others">
        {answerWords[language].others}
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
  const { asking, frame, tried, offers } = props;
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
  const result = <Proposing {...{ asking, offers, tried, language }} />;
  return (
    <div class="stack stack-5" id="next">
      <Results {...props} />
      {step === "result" && result}
      {step === "agree" && asking.result && (
        <AgreeForm action={`${path}/agreement`} version={asking.result.version} language={language} />
      )}
      {waits && answer}
      <div class="more-list">
        {asking.chosen === "lead" && step !== "result" && mayAlsoPropose(asking) && (
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

/** Not while several are to sign what it leads: that is changed where they sign it. */
const mayAlsoPropose = ({ paperState }: ReceivedAsking): boolean => paperState === null || paperState === "withdrawn";

/** What the one in the lead proposes: our host, or another; with the way to where several sign it. */
function Results({ asking, invitation, frame: { language } }: DeskAskingPageProps) {
  const word = answerWords[language];
  const mine = asking.chosen === "lead" ? asking.proposedResult : null;
  const shown = mine ?? asking.result;
  const link = <PaperLink {...{ asking, invitation, language }} />;
  if (shown === null) return link;
  const title = asking.chosen === "lead" ? words[language].yourResult : word.resultTheirs(asking.leadName ?? "");
  return (
    <section class="stack" aria-labelledby="proposal">
      <h2 class="like-h3" id="proposal">
        {title}
      </h2>
      <ResultSheet result={shown} language={language} />
      {link}
      {asking.result !== null && asking.agreed === asking.result.version && <p class="soft">{word.agreed}</p>}
    </section>
  );
}
