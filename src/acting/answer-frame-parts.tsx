import type { Child } from "hono/jsx";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { ErrorSummary, type Wrong } from "../web/form-parts.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { CareNotice, DoneNotice } from "../web/notice.tsx";

interface AnswerFrameProps {
  readonly frame: Frame;
  /** The request that is answered: what it is called and where it is. */
  readonly request: { readonly title: string; readonly href: string };
  /** What the list of requests is called. */
  readonly list: string;
  readonly title: string;
  readonly lead: string;
  /** What was just done, in words; null for nothing. */
  readonly done: string | null;
  readonly refused: { readonly title: string; readonly text: string } | null;
  readonly wrong: Wrong;
  /** Stands before what is wrong with what was typed. */
  readonly before?: Child;
  readonly children: Child;
}

/** The page on which a host answers a request, here or on another instance: what it is about, what was done, what went wrong. */
export function AnswerFrame(props: AnswerFrameProps) {
  const { frame, request, list, title, lead, done, refused, wrong, before, children } = props;
  const { language } = frame;
  const ways = [
    { href: "/funding", label: list },
    { href: request.href, label: request.title },
  ];
  return (
    <Layout frame={frame} title={`${title} · ${request.title}`} sheets={["acting"]} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <Breadcrumb language={language} ways={ways} here={title} />
        {done !== null && (
          <DoneNotice>
            <p>{done}</p>
          </DoneNotice>
        )}
        {refused !== null && (
          <CareNotice title={refused.title} refused>
            <p>{refused.text}</p>
          </CareNotice>
        )}
        <div class="stack stack-3">
          <h1>{title}</h1>
          <p class="lead">{lead}</p>
        </div>
        {before}
        <ErrorSummary language={language} wrong={wrong} />
        {children}
      </div>
    </Layout>
  );
}
