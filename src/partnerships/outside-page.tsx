import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { FactList } from "../hosts/parts.tsx";
import { Choices, ErrorSummary, TextArea, type Typed, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { kindName, roleNames } from "./kind-words.ts";
import { keptMonths, type OutsidePartnership } from "./outside.ts";
import { words } from "./outside-words.ts";

export interface OutsidePageProps {
  readonly frame: Frame;
  readonly partnership: OutsidePartnership;
  /** The address of this page: whoever knows it may answer. */
  readonly link: string;
  readonly typed: Typed;
  readonly wrong: Wrong;
}

/** What a host without a site of its own is asked, where it answers, and where it can go back on that. */
export function OutsidePage(props: OutsidePageProps) {
  const { frame, partnership, wrong } = props;
  const { language } = frame;
  const word = words[language];
  const host = frame.host?.name ?? "Essaim";
  return (
    <Layout frame={frame} title={word.title(host)} unlisted>
      <div class="masthead masthead-plain">
        <div class="wrap stack">
          <p class="soft">{word.to(partnership.name)}</p>
          <h1>{word.title(host)}</h1>
          <p class="lead">{word.lead(host)}</p>
          <p>
            <a href="/about">{word.about(host)}</a>
          </p>
        </div>
      </div>
      <div class="wrap section split">
        <div class="stack stack-6">
          <ErrorSummary language={language} wrong={wrong} />
          <Standing {...props} host={host} />
          <Asked partnership={partnership} host={host} language={language} />
          {partnership.state === "sent" && <AnswerForm {...props} host={host} />}
          {partnership.state === "accepted" && <Withdrawal {...props} host={host} />}
        </div>
        <aside class="stack stack-6" aria-label={word.unverified}>
          <div class="sheet stack">
            <h2 class="like-h4">{word.unverified}</h2>
            <p>{word.unverifiedText}</p>
          </div>
          <p class="small soft">{word.private}</p>
          <p class="small soft">{word.kept(keptMonths)}</p>
        </aside>
      </div>
    </Layout>
  );
}

type PartProps = OutsidePageProps & { readonly host: string };

/** Once it is answered, or over. */
function Standing({ frame, partnership: { state, reason }, host }: PartProps) {
  if (state === "sent") return null;
  const word = words[frame.language];
  return (
    <div class={state === "accepted" ? "notice notice-good" : "notice"} role="status">
      <Icon name={state === "accepted" ? "check-circle" : "info"} />
      <div>
        <h2>{word.states[state]}</h2>
        <p>{word.stateTexts[state](host)}</p>
        {reason !== null && <p class="thread-text">{reason}</p>}
      </div>
    </div>
  );
}

interface AskedProps extends Pick<PartProps, "partnership" | "host"> {
  readonly language: Language;
}

function Asked({ partnership, host, language }: AskedProps) {
  const word = words[language];
  const { kind, rolesOffered, rolesWanted, message, asked, expires } = partnership;
  return (
    <section class="stack" aria-labelledby="asked">
      <h2 class="like-h3" id="asked">
        {word.asked}
      </h2>
      <FactList
        lines={[
          [word.kind, kindName(kind, language)],
          [word.theyGive(host), roleNames(rolesOffered, language)],
          [word.youGive, roleNames(rolesWanted, language)],
          [word.message, message === "" ? null : <span class="news-text">{message}</span>],
          [word.askedOn, dateWords(asked, language)],
          [word.expires, expires && dateWords(expires, language)],
        ]}
      />
    </section>
  );
}

function AnswerForm({ frame, link, typed, wrong, host }: PartProps) {
  const word = words[frame.language];
  return (
    <form class="stack stack-5" method="post" action={link} novalidate aria-labelledby="answer-title">
      <h2 class="like-h3" id="answer-title">
        {word.answer}
      </h2>
      <Choices
        {...{ name: "answer", label: word.choice, type: "radio", chosen: [typed["answer"] ?? ""] }}
        wrong={wrong["answer"]}
        options={[
          { value: "accept", label: word.yes },
          { value: "decline", label: word.no },
        ]}
      />
      <TextArea
        {...{ name: "reason", label: word.reason, hint: word.reasonHint, value: typed["reason"] ?? "", rows: 3 }}
        wrong={wrong["reason"]}
      />
      <label class="option">
        <input type="checkbox" name="shown" value="yes" checked={typed["shown"] === "yes"} />
        <span>{word.shown(host)}</span>
      </label>
      <p>
        <button class="button button-main" type="submit">
          {word.send} <Icon name="arrow-right" />
        </button>
      </p>
    </form>
  );
}

/** What cannot be undone is two steps away. */
function Withdrawal({ frame, link, host }: PartProps) {
  const word = words[frame.language];
  return (
    <details class="more">
      <summary>{word.withdraw}</summary>
      <form class="stack" method="post" action={`${link}/withdrawal`}>
        <p>{word.withdrawText(host)}</p>
        <p>
          <button class="button button-danger" type="submit">
            {word.withdrawButton}
          </button>
        </p>
      </form>
    </details>
  );
}
