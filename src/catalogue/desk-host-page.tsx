import type { Child } from "hono/jsx";
import { momentWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { ErrorSummary, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { Progress } from "../web/progress.tsx";
import { hostsPath } from "./desk-hosts-page.tsx";
import { Decide, VouchForm } from "./desk-vouch-parts.tsx";
import { words } from "./desk-words.ts";
import { doubtWords } from "./doubt-words.ts";
import type { Known } from "./known.ts";
import type { Doubt } from "./look-alikes.ts";
import { problemWords } from "./visit-words.ts";
import type { Progress as VisitProgress } from "./visits.ts";
import type { OwnVouch } from "./vouching.ts";
import type { Why } from "./why.ts";
import { WhyFacts } from "./why-parts.tsx";

export interface HostPageProps {
  readonly frame: DeskFrame;
  readonly host: Known;
  readonly why: Why | null;
  readonly doubt: Doubt | undefined;
  /** How far the visit is that is under way. */
  readonly progress: VisitProgress | null;
  /** What our own host says of it. */
  readonly vouch: OwnVouch | null;
  /** Its commitments, and what we say of them. */
  readonly claims: Child;
  readonly typed?: string;
  readonly wrong?: Wrong;
  readonly done?: string | undefined;
}

/** One instance and its host: how far it is trusted and why, its visits, and what can be done about it. */
export function HostPage(props: HostPageProps) {
  const { frame, host, why, doubt, wrong = {}, done } = props;
  const { language } = frame;
  const word = words[language];
  const notice = Object.entries(word.did).find(([did]) => did === done)?.[1];
  const may = frame.person.role === "administrator" && !host.own;
  return (
    <DeskLayout frame={frame} title={host.name} here="followers">
      <Breadcrumb language={language} ways={[{ href: hostsPath, label: word.title }]} here={host.name} />
      <ErrorSummary language={language} wrong={wrong} />
      {notice !== undefined && <DoneNotice>{notice}</DoneNotice>}
      <div class="stack stack-3">
        <h1 class="like-h2">{host.name}</h1>
        <p>
          {new URL(host.origin).host} ·{" "}
          <a href={host.url ?? host.origin} rel="noopener nofollow noreferrer">
            {word.itsSite}
          </a>
        </p>
      </div>
      {doubt !== undefined && (
        <div class="notice notice-care">
          <Icon name="warning" />
          <div>
            <p>
              <b>{word.doubt}</b>
            </p>
            <ul class="list">
              {doubtWords(doubt, host.origin, language).map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {why !== null && (
        <section class="stack stack-4">
          <WhyFacts host={host} why={why} language={language} />
        </section>
      )}
      {!host.own && <Visits {...props} may={may} />}
      {may && host.actor !== null && host.trust >= 2 && <VouchForm {...props} language={language} />}
      {may && host.actor !== null && host.trust >= 2 && props.claims}
      {may && <Decide host={host} language={language} />}
    </DeskLayout>
  );
}

function Visits({ frame: { language }, host, progress, may }: HostPageProps & { readonly may: boolean }) {
  const word = words[language];
  const moment = (instant: Date | null) => (instant === null ? word.never : momentWords(instant, language));
  return (
    <section class="stack stack-4" aria-labelledby="visits">
      <h2 class="like-h3" id="visits">
        {word.visits}
      </h2>
      <p>{word.visitsText}</p>
      {progress !== null && <VisitBar progress={progress} language={language} />}
      <dl class="facts facts-lines">
        <Fact label={word.offersHere} value={word.offers(host.offers)} />
        <Fact label={word.last} value={moment(host.visited)} />
        {host.seen !== null && <Fact label={word.seen} value={moment(host.seen)} />}
        {host.nextVisit !== null && <Fact label={word.next} value={moment(host.nextVisit)} />}
        {host.problem !== null && <Fact label={word.trouble} value={problemWords(host.problem, language)} />}
      </dl>
      {may && host.trust > 0 && (
        <form method="post" action={`${hostsPath}/site/visit`}>
          <input type="hidden" name="origin" value={host.origin} />
          <button class="button" type="submit">
            {word.visitNow}
          </button>
        </form>
      )}
    </section>
  );
}

function VisitBar({ progress, language }: { readonly progress: VisitProgress; readonly language: Language }) {
  const word = words[language];
  const { phase, done, of } = progress;
  const count = of === null ? word.progressAlone(done) : word.progress(done, of);
  return (
    <Progress
      title={word.visiting}
      words={[word.phases[phase], count].filter((part) => part !== "").join(" – ")}
      part={of === null ? null : { done, all: of }}
    >
      <p class="small">{word.progressMore}</p>
    </Progress>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
