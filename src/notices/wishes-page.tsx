import { Choices } from "../web/form-parts.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { type NoticeWishes, noticeReasons, rhythms } from "./notices.ts";
import { words } from "./words.ts";

export interface WishesPageProps {
  readonly frame: Frame;
  /** Where the form goes. */
  readonly path: string;
  readonly wishes: NoticeWishes;
  readonly done: "saved" | "stopped" | null;
}

/** How somebody with an account wants to be written to. */
export function WishesPage({ frame, path, wishes, done }: WishesPageProps) {
  const word = words[frame.language];
  const { rhythm, muted } = wishes;
  const chosen = noticeReasons.filter((one) => !muted.includes(one));
  return (
    <Layout frame={frame} title={word.wishesTitle} unlisted>
      <div class="wrap wrap-narrow section stack stack-5">
        <h1>{word.wishesTitle}</h1>
        {done !== null && <DoneNotice>{word[done]}</DoneNotice>}
        <p class="lead">{word.wishesLead(frame.host?.name ?? new URL(frame.origin).host)}</p>
        <form class="stack stack-5" method="post" action={path}>
          <input type="hidden" name="form" value="wishes" />
          <Choices
            {...{ type: "radio", name: "rhythm", label: word.rhythm, hint: word.rhythmHint, chosen: [rhythm] }}
            options={rhythms.map((value) => ({ value, label: word.rhythms[value] }))}
          />
          <Choices
            {...{ type: "checkbox", name: "reason", label: word.reasons, chosen }}
            options={noticeReasons.map((value) => ({ value, label: word.reasonLabels[value] }))}
          />
          <button class="button button-main" type="submit">
            {word.save}
          </button>
        </form>
        {rhythm !== "never" && (
          <form method="post" action={path}>
            <button class="button button-quiet" type="submit">
              {word.stop}
            </button>
          </form>
        )}
      </div>
    </Layout>
  );
}
