import type { Child } from "hono/jsx";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { ErrorSummary, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { type Answers, queryOf } from "./answers.ts";
import type { ReadAnswers } from "./answers-form.ts";
import { HelpFields } from "./help-parts.tsx";
import { NeedFields } from "./need-parts.tsx";
import { PlaceFields } from "./place-parts.tsx";
import { after, type Question, questionAddress, questionPaths, questions, without } from "./questions.ts";
import { words } from "./questions-words.ts";

export interface QuestionPageProps {
  readonly frame: Frame;
  readonly question: Question;
  readonly read: ReadAnswers;
}

/** One question, with the answers to the others carried along. */
export function QuestionPage({ frame, question, read }: QuestionPageProps) {
  const { language } = frame;
  const word = words[language];
  const title = { needs: word.title, place: word.place.title, help: word.help.title }[question];
  const wrong = sentences(read, language);
  return (
    <Layout
      frame={frame}
      title={title}
      description={word.lead}
      here="directory"
      sheets={["ways"]}
      canonical={questionPaths[question]}
      unlisted={question !== "needs"}
    >
      <div class="masthead masthead-plain">
        <div class="wrap">
          <Breadcrumb language={language} ways={[{ href: "/directory", label: word.directory }]} here={word.title} />
          <div class="stack gap-above">
            <Steps frame={frame} question={question} answers={read.answers} />
            <h1>{title}</h1>
            {question === "needs" && <p class="lead">{word.lead}</p>}
          </div>
        </div>
      </div>
      <div class="wrap section">
        <form class="stack stack-6" method="get" action={questionPaths[after(question)]} novalidate>
          <ErrorSummary language={language} wrong={wrong} />
          <Carried answers={read.answers} question={question} />
          <Fields frame={frame} question={question} read={read} wrong={wrong} />
          <End frame={frame} question={question} answers={read.answers} />
        </form>
      </div>
    </Layout>
  );
}

function sentences({ wrong }: ReadAnswers, language: Frame["language"]): Wrong {
  const { refusals } = words[language];
  return Object.fromEntries(Object.entries(wrong).map(([field, reason]) => [field, refusals[reason]]));
}

interface PartProps {
  readonly frame: Frame;
  readonly question: Question;
  readonly answers: Answers;
}

function Steps({ frame, question, answers }: PartProps) {
  const word = words[frame.language];
  const here = questions.indexOf(question);
  return (
    <ol class="steps-here" aria-label={word.steps}>
      {questions.map((one, at) => (
        <li class={at < here ? "done" : undefined} {...(at === here ? { "aria-current": "step" as const } : {})}>
          {at < here ? <a href={questionAddress(one, answers)}>{word.stepNames[one]}</a> : word.stepNames[one]}
        </li>
      ))}
    </ol>
  );
}

function Fields({ frame, question, read, wrong }: QuestionPageProps & { readonly wrong: Wrong }): Child {
  const props = { language: frame.language, read, wrong };
  switch (question) {
    case "needs":
      return <NeedFields {...props} />;
    case "place":
      return <PlaceFields {...props} />;
    case "help":
      return <HelpFields {...props} />;
  }
}

const own: Readonly<Record<Question, readonly string[]>> = {
  needs: ["need", "alternative_to"],
  place: ["territory", "users", "price_max"],
  help: ["help", "keeper"],
};

/** The answers to the other questions. */
function Carried({ answers, question }: Omit<PartProps, "frame">) {
  return (
    <>
      {[...queryOf(answers)]
        .filter(([name]) => !own[question].includes(name))
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
    </>
  );
}

/** On with what is filled in, on without an answer, or back. */
function End({ frame, question, answers }: PartProps) {
  const word = words[frame.language];
  const before = questions[questions.indexOf(question) - 1];
  return (
    <div class="stack">
      <p class="form-end">
        <button class="button button-main" type="submit">
          {question === "help" ? word.see : word.next} <Icon name="arrow-right" />
        </button>
        <a class="button" href={questionAddress(after(question), without(answers, question))}>
          {word.unknown}
        </a>
        {before && (
          <a class="button button-quiet" href={questionAddress(before, answers)}>
            <Icon name="arrow-left" /> {word.back}
          </a>
        )}
      </p>
      {question === "needs" && <p class="small soft">{word.needs.unknownHint}</p>}
    </div>
  );
}
