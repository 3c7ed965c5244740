import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { Ending } from "../web/ending.tsx";
import { ErrorSummary, OnceField, TextField } from "../web/form-parts.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { CareNotice, DoneNotice } from "../web/notice.tsx";
import { HostList } from "./asking-hosts-parts.tsx";
import { NextAct } from "./asking-next-parts.tsx";
import { AskedFacts } from "./asking-parts.tsx";
import { AskingState, shortly } from "./asking-state-parts.tsx";
import { words as askingWords } from "./asking-words.ts";
import { askingAfter } from "./life.ts";
import { nextStep } from "./next-step.ts";
import type { AskingPaper } from "./paper.ts";
import type { AskedHost, Asking } from "./together.ts";
import { words } from "./words.ts";

export interface AskingPageProps {
  readonly frame: Frame;
  readonly asking: Asking;
  readonly hosts: readonly AskedHost[];
  /** What several hosts have signed, where that is what the lead proposes. */
  readonly paper: AskingPaper | null;
  /** The address of this page. */
  readonly link: string;
  /** Whether this address alone opens it, for whoever has it. */
  readonly byLink: boolean;
  readonly done: string | null;
  readonly refusal: string | null;
  /** What is wrong with the reason for a no. */
  readonly declineWrong: string | null;
}

/** What an association asks of several hosts, under its own address: how it stands, what each says, and what is to be decided. */
export function AskingPage(props: AskingPageProps) {
  const { frame, asking, hosts, paper, link, byLink, done, refusal, declineWrong } = props;
  const { language } = frame;
  const word = askingWords[language];
  const told = done === null ? undefined : word.done[done];
  const { sent, expires, made } = asking;
  const lead =
    sent && expires
      ? word.sentOn(dateWords(sent, language), dateWords(expires, language))
      : word.lead(dateWords(made, language));
  return (
    <Layout frame={frame} title={word.title} sheets={["acting"]} unlisted>
      <div class="wrap section split">
        <div class="stack stack-6">
          {told !== undefined && (
            <DoneNotice>
              <h2>{told}</h2>
            </DoneNotice>
          )}
          {refusal !== null && <ErrorSummary language={language} wrong={{ next: refusal }} />}
          {declineWrong !== null && <ErrorSummary language={language} wrong={{ why: declineWrong }} />}
          <div class="stack stack-3">
            <h1>{word.title}</h1>
            <p class="lead">{lead}</p>
            <AskingState asking={asking} language={language} />
          </div>
          <Reason asking={asking} language={language} />
          <NextAct
            {...{ asking, hosts, paper, link, language, declineWrong }}
            step={nextStep(asking, hosts, paper?.state ?? null)}
          />
          <HostList {...{ asking, hosts, link, language }} />
          <section class="stack" aria-labelledby="asked">
            <h2 class="like-h3" id="asked">
              {word.asked}
            </h2>
            <AskedFacts need={asking} contact={`${asking.contact} (${word.afterYes})`} language={language} />
          </section>
        </div>
        <div class="stack stack-6">
          {byLink && <KeepLink {...props} />}
          <Endings {...props} />
        </div>
      </div>
    </Layout>
  );
}

/** Why the desk sent it back. */
function Reason({ asking, language }: { readonly asking: Asking; readonly language: Language }) {
  const word = askingWords[language];
  if (asking.state !== "draft" || asking.reason === null) return null;
  return (
    <CareNotice title={word.sentBack}>
      <p class="news-text">{asking.reason}</p>
      <p>{word.sentBackText}</p>
    </CareNotice>
  );
}

function KeepLink({ frame, link }: AskingPageProps) {
  const word = askingWords[frame.language];
  return (
    <section class="sheet stack" aria-labelledby="link">
      <h2 class="like-h4" id="link">
        {word.linkTitle}
      </h2>
      <code class="command">{frame.origin + link}</code>
      <p class="small soft">{word.linkText}</p>
    </section>
  );
}

/** What ends it; what cannot be undone is two steps away. */
function Endings({ asking, link, frame: { language } }: AskingPageProps) {
  const word = askingWords[language];
  const can = (act: "close" | "withdraw") => askingAfter(asking.state, act) !== null;
  return (
    <div>
      {can("close") && (
        <details class="more">
          <summary>{word.close}</summary>
          <form class="stack" method="post" action={`${link}/closing`}>
            <OnceField />
            <p>{word.closeText}</p>
            <TextField name="reason" label={word.closeReason} optional={words[language].optional} value="" />
            <p>
              <button class="button" type="submit">
                {word.closeButton}
              </button>
            </p>
          </form>
        </details>
      )}
      {can("withdraw") && asking.state !== "draft" && (
        <Ending title={word.withdraw} text={word.withdrawText} button={word.withdrawButton} to={`${link}/withdrawal`} />
      )}
      <Ending title={word.erase} text={word.eraseText} button={word.eraseButton} to={`${link}/erasure`} />
    </div>
  );
}

export interface MinePageProps {
  readonly frame: Frame;
  readonly askings: readonly Asking[];
}

/** All that somebody asks of several hosts. */
export function MinePage({ frame, askings }: MinePageProps) {
  const { language } = frame;
  const word = words[language].mine;
  return (
    <Layout frame={frame} title={word.title} sheets={["acting"]} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{word.title}</h1>
          <p class="lead">{askings.length === 0 ? word.none : word.lead}</p>
        </div>
        <ul class="plain stack">
          {askings.map((asking) => (
            <li class="sheet stack stack-3">
              <h2 class="like-h4">
                <a href={`/together/${asking.id}`}>{shortly(asking.need)}</a>
              </h2>
              <AskingState asking={asking} language={language} />
              <p class="small soft">{askingWords[language].lead(dateWords(asking.made, language))}</p>
            </li>
          ))}
        </ul>
        <p>
          <a class="button button-main" href="/together/ask">
            {word.ask}
          </a>
        </p>
      </div>
    </Layout>
  );
}
