import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { Ending } from "../web/ending.tsx";
import { ErrorSummary, TextArea } from "../web/form-parts.tsx";
import { Icon, type IconName } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { actsOpen, type PlaceSettings, type RequestEntry, type RequestState } from "./places.ts";
import type { KeptRequest } from "./queries.ts";
import { Asked, History } from "./request-parts.tsx";
import { words } from "./words.ts";

type Words = (typeof words)["fr"]["request"];

export interface RequestPageProps {
  readonly frame: Frame;
  readonly request: KeptRequest;
  readonly entries: readonly RequestEntry[];
  readonly settings: PlaceSettings;
  /** To which other hosts it was sent on, which this room does not know. */
  readonly referred: Child;
  /** The address of this page, which only the asker has. */
  readonly link: string;
  /** Whether this site sends mail. */
  readonly mails: boolean;
  /** What has just been done. */
  readonly done: keyof Words["done"] | null;
  readonly typed: string;
  readonly refusal: keyof Words["refusals"] | null;
}

/** One's own request, under its private link: how it stands, what was said, and what one can still do. */
export function RequestPage(props: RequestPageProps) {
  const { frame, request, entries, settings, link, done, refusal } = props;
  const { language } = frame;
  const word = words[language].request;
  const host = frame.host?.name ?? "Essaim";
  const acts = actsOpen(request.state, "asker");
  const { answerDays } = settings;
  // Who has just sent it is first shown how to find it again.
  const fresh = done === "sent" || done === "again";
  return (
    <Layout frame={frame} title={word.title} unlisted>
      <div class="wrap section split">
        <div class="stack stack-6">
          <div class="stack stack-3">
            <h1>{word.title}</h1>
            <p class="lead">{word.lead(request.title, host, dateWords(request.received, language))}</p>
            <p class="icon-text">
              <Icon name={icons[request.state]} />
              <span>
                <strong>{word.states[request.state]}</strong>
                {request.waiting && answerDays !== null && ` · ${words[language].answerTime(answerDays)}`}
              </span>
            </p>
          </div>
          <Done done={done} language={language} />
          {fresh && <KeepLink {...props} />}
          {refusal && <ErrorSummary language={language} wrong={{ text: word.refusals[refusal] }} />}
          {props.referred}
          <Asked request={request} language={language} />
          <History entries={entries} host={host} language={language} />
          {acts.includes("say") && <Write {...props} />}
        </div>
        <div class="stack stack-6">
          {!fresh && <KeepLink {...props} />}
          <div>
            {acts.includes("withdraw") && (
              <Ending
                title={word.withdraw}
                text={word.withdrawText}
                button={word.withdrawButton}
                to={`${link}/withdrawal`}
              />
            )}
            <Ending title={word.erase} text={word.eraseText} button={word.eraseButton} to={`${link}/erasure`} />
          </div>
        </div>
      </div>
    </Layout>
  );
}

const icons: Readonly<Record<RequestState, IconName>> = {
  received: "clock",
  answered: "chat-circle-text",
  accepted: "check-circle",
  declined: "x",
  referred: "signpost",
  withdrawn: "arrow-left",
};

function Done({ done, language }: Pick<RequestPageProps, "done"> & { readonly language: Language }) {
  const word = words[language].request;
  if (done === null) return null;
  return (
    <div class="notice notice-good" role="status">
      <Icon name="check-circle" />
      <div>
        <h2>{word.done[done]}</h2>
        {done === "again" && <p>{word.doneAgain}</p>}
      </div>
    </div>
  );
}

function Write({ frame: { language }, request, link, typed, refusal }: RequestPageProps) {
  const word = words[language].request;
  const wrong = refusal && refusal !== "not-possible-now" ? word.refusals[refusal] : undefined;
  return (
    <form class="stack" method="post" action={`${link}/messages`} novalidate>
      <h2 class="like-h3">{word.write}</h2>
      <TextArea name="text" label={word.writeLabel} value={typed} wrong={wrong} />
      <p>
        <button class={request.state === "answered" ? "button button-main" : "button"} type="submit">
          {word.send} <Icon name="arrow-right" />
        </button>
      </p>
    </form>
  );
}

function KeepLink({ frame, request, link, mails }: RequestPageProps) {
  const word = words[frame.language].request;
  const { kind, address } = request.contact;
  const way = kind === "fediverse" ? word.linkByAccount(address) : mails ? word.linkByMail(address) : word.linkAlone;
  return (
    <section class="sheet stack" aria-labelledby="link">
      <h2 class="like-h4" id="link">
        {word.linkTitle}
      </h2>
      <p>{way}</p>
      <code class="command">{frame.origin + link}</code>
      <p class="small soft">{word.linkPrivate}</p>
    </section>
  );
}
