import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import { FactList } from "../hosts/parts.tsx";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { DeskLayout } from "../web/desk.tsx";
import { ErrorSummary } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { Acts, type ActsProps } from "./desk-act-parts.tsx";
import { Done, LateChip, StateChip, Thread } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import { actsOpen, type PlaceSettings } from "./places.ts";

export interface DeskRequestPageProps extends ActsProps {
  readonly settings: PlaceSettings;
  readonly wait: { readonly days: number; readonly late: boolean } | null;
  readonly done: string | null;
}

/** One request: who asks what, all that was said, and what can be done now. */
export function DeskRequestPage(props: DeskRequestPageProps) {
  const { frame, request, wait, done, tried, settings } = props;
  const { language } = frame;
  const word = words[language];
  const { contact } = request;
  const facts: readonly [string, Child][] = [
    [word.facts.offer, <a href={`/offers/${request.slug}`}>{request.title}</a>],
    [word.facts.people, word.people(request.people)],
    [
      word.facts.contact,
      contact.kind === "email" ? <a href={`mailto:${contact.address}`}>{contact.address}</a> : `@${contact.address}`,
    ],
    [word.facts.received, dateWords(request.received, language)],
  ];
  return (
    <DeskLayout frame={frame} title={request.name} here="requests">
      <Breadcrumb
        language={language}
        ways={[{ href: "/admin/requests", label: words[language].title }]}
        here={request.name}
      />
      <Done done={done} language={language} />
      {tried && <ErrorSummary language={language} wrong={tried.wrong} />}
      <Lost {...props} />
      <div class="stack stack-3">
        <h1 class="like-h2">{request.name}</h1>
        <p class="cluster">
          <StateChip state={request.state} language={language} />
          {wait?.late && <LateChip language={language} />}
          {wait && <span class="soft">{word.waits(wait.days)}</span>}
          {wait && settings.answerDays !== null && <span class="soft">{word.promised(settings.answerDays)}</span>}
        </p>
      </div>
      <FactList lines={facts} />
      <section class="stack" aria-labelledby="history">
        <h2 class="like-h3" id="history">
          {word.history}
        </h2>
        <Thread {...props} language={language} />
      </section>
      {frame.person.role === "reader" ? <p class="notice">{word.onlyReading}</p> : <Acts {...props} />}
    </DeskLayout>
  );
}

/** What was typed for something that can no longer be done. */
function Lost({ tried, request, frame }: DeskRequestPageProps) {
  const text = tried?.typed[tried.act] ?? "";
  if (tried === null || text === "" || actsOpen(request.state, "host").includes(tried.act)) return null;
  return (
    <section class="notice" aria-labelledby="typed">
      <Icon name="info" />
      <div>
        <h2 id="typed">{words[frame.language].typed}</h2>
        <p class="thread-text">{text}</p>
      </div>
    </section>
  );
}
