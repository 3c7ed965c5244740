import { dateWords } from "../foundation/date-words.ts";
import { spoken } from "../hosts/parts.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import type { Notice } from "./notices.ts";
import { noticesPath } from "./paths.ts";
import { words } from "./words.ts";

export interface NoticesPageProps {
  readonly frame: Frame;
  /** Null for whoever has not shown who they are. */
  readonly notices: readonly Notice[] | null;
  /** Up to when the list reaches. */
  readonly now: Date;
  /** Where they choose how they are written to; null for who has no address here. */
  readonly wishes: string | null;
  /** The doors by which somebody shows who they are. */
  readonly waysIn: readonly { readonly kind: "association" | "actor" | "host"; readonly href: string }[];
}

/** What somebody who asks, promises or answers is told. */
export function NoticesPage({ frame, notices, now, wishes, waysIn }: NoticesPageProps) {
  const word = words[frame.language];
  const unseen = notices?.some(({ seen }) => seen === null) ?? false;
  return (
    <Layout frame={frame} title={word.title} unlisted>
      <div class="wrap wrap-narrow section stack stack-5">
        <h1>{word.title}</h1>
        {notices === null ? (
          <Nobody frame={frame} waysIn={waysIn} />
        ) : (
          <>
            <p class="lead">{word.lead}</p>
            {notices.length === 0 ? <p>{word.none}</p> : <NoticeList frame={frame} notices={notices} />}
            {unseen && (
              <form method="post" action={noticesPath}>
                <input type="hidden" name="until" value={now.toISOString()} />
                <button class="button button-quiet" type="submit">
                  {word.markSeen}
                </button>
              </form>
            )}
            {wishes !== null && (
              <p>
                <a href={wishes}>{word.wishes}</a>
              </p>
            )}
            <p>
              <a class="button" href="/funding">
                {word.toFunding}
              </a>
            </p>
          </>
        )}
      </div>
    </Layout>
  );
}

function Nobody({ frame, waysIn }: Pick<NoticesPageProps, "frame" | "waysIn">) {
  const word = words[frame.language];
  return (
    <>
      <p class="lead">{word.nobody}</p>
      <ul class="stack stack-3 plain-list">
        {waysIn.map(({ kind, href }) => (
          <li>
            <a class="button" href={href}>
              {word.waysIn[kind]}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Each with its day and the request it is about. */
function NoticeList({ frame, notices }: { readonly frame: Frame; readonly notices: readonly Notice[] }) {
  const word = words[frame.language];
  return (
    <ul class="stack stack-4 plain">
      {notices.map(({ what, request, happened, seen }) => (
        <li>
          <p class="news-by">
            <time class="news-day" datetime={happened.toISOString()}>
              {dateWords(happened, frame.language)}
            </time>{" "}
            {seen === null && <strong class="tag">{word.unseen}</strong>}
          </p>
          <p>
            <a href={request.path} {...spoken(request.language, frame.language)}>
              {request.title}
            </a>
            <br />
            {word.whats[what]}
          </p>
        </li>
      ))}
    </ul>
  );
}
