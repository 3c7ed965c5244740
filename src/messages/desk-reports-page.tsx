import { dateWords, momentWords } from "../foundation/date-words.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { Trail } from "../web/trail.tsx";
import { serverOf } from "./authors.ts";
import { words } from "./desk-words.ts";
import type { KeptReport } from "./queries.ts";

export interface ReportsPageProps {
  readonly frame: DeskFrame;
  readonly open: readonly KeptReport[];
  readonly handled: readonly KeptReport[];
  readonly done: boolean;
}

/** What people elsewhere complain about: first what nobody has looked at. */
export function ReportsPage({ frame, open, handled, done }: ReportsPageProps) {
  const word = words[frame.language];
  const above = [{ href: "/admin/messages", label: word.title }];
  return (
    <DeskLayout frame={frame} title={word.reports} here="messages">
      <Trail language={frame.language} above={above} here={word.reports} />
      {done && <DoneNotice>{word.did.handled}</DoneNotice>}
      <div class="stack stack-3">
        <h1 class="like-h2">{word.reports}</h1>
        <p class="lead">{word.reportsLead}</p>
      </div>
      {open.length === 0 ? (
        <div class="empty">
          <div class="stack stack-3">
            <p class="lead">{word.noReports}</p>
            <p>
              <a href="/admin/messages">{word.back}</a>
            </p>
          </div>
        </div>
      ) : (
        <div class="stack stack-5">
          {open.map((report, at) => (
            <OpenReport frame={frame} report={report} main={at === 0} />
          ))}
        </div>
      )}
      {handled.length > 0 && <Handled frame={frame} reports={handled} />}
    </DeskLayout>
  );
}

interface ReportProps {
  readonly frame: DeskFrame;
  readonly report: KeptReport;
}

function OpenReport({ frame: { language, origin }, report, main }: ReportProps & { readonly main: boolean }) {
  const word = words[language];
  return (
    <article class="sheet stack stack-3">
      <h2 class="like-h4">{word.reportFrom(serverOf(report.reporter))}</h2>
      <p class="small soft">
        <time datetime={report.received.toISOString()}>{momentWords(report.received, language)}</time>
      </p>
      <p class="thread-text" dir="auto">
        {report.content.trim() === "" ? word.noReason : report.content}
      </p>
      <div>
        <h3 class="like-h4">{word.about}</h3>
        <ul>
          {report.objects.map((object) => (
            <li>{object.startsWith(`${origin}/`) ? <a href={object}>{object}</a> : object}</li>
          ))}
        </ul>
      </div>
      <form method="post" action="/admin/messages/reports">
        <input type="hidden" name="report" value={report.id} />
        <button class={main ? "button button-main" : "button"} type="submit">
          {word.handle}
          <span class="sr"> – {word.reportFrom(serverOf(report.reporter))}</span>
        </button>
      </form>
    </article>
  );
}

function Handled({
  frame: { language },
  reports,
}: {
  readonly frame: DeskFrame;
  readonly reports: readonly KeptReport[];
}) {
  const word = words[language];
  return (
    <section class="stack stack-3" aria-labelledby="handled">
      <h2 class="like-h3" id="handled">
        {word.handledReports}
      </h2>
      <ul class="list">
        {reports.map(({ reporter, content, handled }) => (
          <li>
            {word.reportFrom(serverOf(reporter))}
            {handled !== null && `, ${word.handledOn(dateWords(handled, language))}`}
            {content.trim() !== "" && <p class="small soft thread-text">{content}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
