import { ErrorSummary, TextArea, TextField, type Wrong } from "../web/form-parts.tsx";
import { SealFields } from "../web/form-seal.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { CareNotice } from "../web/notice.tsx";
import { type NotSent, words } from "./words.ts";

/** What is complained of: a request, or a promise towards it. */
export interface Reported {
  readonly title: string;
  readonly code: string;
  /** The id of the promise. */
  readonly pledge: string | null;
}

export interface ReportPageProps {
  readonly frame: Frame;
  readonly reported: Reported;
  readonly typed: { readonly reason: string; readonly contact: string };
  readonly wrong: Wrong;
  readonly notSent: NotSent | null;
  readonly seal: string;
}

/** Tells the team of this site that something is wrong with a request or a promise; nobody has to show who they are. */
export function ReportPage({ frame, reported, typed, wrong, notSent, seal }: ReportPageProps) {
  const word = words[frame.language];
  const { title, code, pledge } = reported;
  const heading = word.title[pledge === null ? "request" : "pledge"];
  return (
    <Layout frame={frame} title={heading} unlisted>
      <div class="wrap wrap-narrow section stack stack-5">
        {notSent !== null && (
          <CareNotice title={word.notSentTitle} refused>
            <p>{word.notSent[notSent]}</p>
          </CareNotice>
        )}
        <ErrorSummary language={frame.language} wrong={wrong} />
        <div class="stack stack-3">
          <h1>{heading}</h1>
          <p class="lead">{word.lead(title)}</p>
        </div>
        <form method="post" action={`/funding/${code}/report`} novalidate>
          <SealFields seal={seal} language={frame.language} />
          {pledge !== null && <input type="hidden" name="pledge" value={pledge} />}
          <TextArea
            {...{
              name: "reason",
              label: word.reason,
              hint: word.reasonHint,
              value: typed.reason,
              wrong: wrong["reason"],
            }}
            rows={6}
          />
          <TextField
            {...{ name: "contact", label: word.contact, hint: word.contactHint, value: typed.contact }}
            {...{ wrong: wrong["contact"], optional: word.optional }}
          />
          <p class="form-end">
            <button class="button button-main" type="submit">
              {word.send}
            </button>
            <a href={`/funding/${code}`}>{word.back}</a>
          </p>
        </form>
      </div>
    </Layout>
  );
}

/** Says that the report is there, and what becomes of it. */
export function ReportedPage({ frame, code }: { readonly frame: Frame; readonly code: string }) {
  const word = words[frame.language];
  return (
    <Layout frame={frame} title={word.sent.title} unlisted>
      <div class="wrap wrap-narrow section stack stack-5">
        <h1>{word.sent.title}</h1>
        <p class="lead">{word.sent.lead}</p>
        <p>
          <a class="button" href={`/funding/${code}`}>
            {word.back}
          </a>
        </p>
      </div>
    </Layout>
  );
}
