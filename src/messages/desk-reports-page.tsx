import { dateWords, momentWords } from "../foundation/date-words.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Empty } from "../web/empty.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { serverOf } from "./authors.ts";
import { words } from "./desk-words.ts";
import type { Subject } from "./messages.ts";
import type { KeptReport } from "./queries.ts";

export interface ReportsPageProps {
  readonly frame: DeskFrame;
  readonly open: readonly KeptReport[];
  readonly handled: readonly KeptReport[];
  readonly done: "handled" | "passed-on" | null;
  /** What of ours people know by a name, by its address. */
  readonly subjects: ReadonlyMap<string, Subject>;
}

/** What people elsewhere complain about: first what nobody has looked at. */
export function ReportsPage({ frame, open, handled, done, subjects }: ReportsPageProps) {
  const word = words[frame.language];
  const above = [{ href: "/admin/messages", label: word.title }];
  return (
    <DeskLayout frame={frame} title={word.reports} here="messages">
      <Breadcrumb language={frame.language} ways={above} here={word.reports} />
      {done !== null && <DoneNotice>{word.did[done]}</DoneNotice>}
      <div class="stack stack-3">
        <h1 class="like-h2">{word.reports}</h1>
        <p class="lead">{word.reportsLead}</p>
      </div>
      {open.length === 0 ? (
        <Empty title={word.noReports} ways={[{ href: "/admin/messages", label: word.back }]} />
      ) : (
        <div class="stack stack-5">
          {open.map((report, at) => (
            <OpenReport {...{ frame, report, subjects }} main={at === 0} />
          ))}
        </div>
      )}
      {handled.length > 0 && <Handled frame={frame} reports={handled} />}
    </DeskLayout>
  );
}

interface ReportProps extends Pick<ReportsPageProps, "frame" | "subjects"> {
  readonly report: KeptReport;
  readonly main: boolean;
}

function OpenReport({ frame: { language, origin }, report, subjects, main }: ReportProps) {
  const word = words[language];
  const from = word.reportFrom(report.reporter === null ? null : serverOf(report.reporter));
  const [elsewhere] = report.objects.flatMap((object) => subjects.get(object)?.actor ?? []);
  return (
    <article class="sheet stack stack-3">
      <h2 class="like-h4">{from}</h2>
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
            <li>
              <About {...{ object, origin }} subject={subjects.get(object) ?? null} />
            </li>
          ))}
        </ul>
      </div>
      {report.contact !== null && <p class="small">{word.contact(report.contact)}</p>}
      {report.passedOn !== null && <p class="small">{word.passedOn(dateWords(report.passedOn, language))}</p>}
      <form method="post" action="/admin/messages/reports">
        <input type="hidden" name="report" value={report.id} />
        <div class="cluster">
          <button class={main ? "button button-main" : "button"} type="submit">
            {word.handle}
            <span class="sr"> – {from}</span>
          </button>
          {elsewhere !== undefined && report.passedOn === null && (
            <button class="button" type="submit" name="do" value="pass-on" aria-describedby={`hint-${report.id}`}>
              {word.passOn(serverOf(elsewhere))}
              <span class="sr"> – {from}</span>
            </button>
          )}
        </div>
        {elsewhere !== undefined && report.passedOn === null && (
          <p class="field-hint" id={`hint-${report.id}`}>
            {word.passOnHint(serverOf(elsewhere))}
          </p>
        )}
      </form>
    </article>
  );
}

interface AboutProps {
  readonly object: string;
  readonly origin: string;
  readonly subject: Subject | null;
}

function About({ object, origin, subject }: AboutProps) {
  if (subject !== null) return <a href={subject.href}>{subject.label}</a>;
  return object.startsWith(`${origin}/`) ? <a href={object}>{object}</a> : <span>{object}</span>;
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
            {word.reportFrom(reporter === null ? null : serverOf(reporter))}
            {handled !== null && `, ${word.handledOn(dateWords(handled, language))}`}
            {content.trim() !== "" && <p class="small soft thread-text">{content}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
