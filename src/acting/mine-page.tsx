import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { listWords } from "../web/money.ts";
import { DoneNotice } from "../web/notice.tsx";
import type { Mine } from "./mine.ts";
import { AnswersGiven, Pledges, Requests, Waits } from "./mine-parts.tsx";
import { words } from "./mine-words.ts";
import { words as shared } from "./words.ts";

export interface MinePageProps {
  readonly frame: Frame;
  /** In whose names this is. */
  readonly names: readonly string[];
  readonly mine: Mine;
  readonly done: string | null;
}

/** All that somebody asked, promised and answered here; what waits for them first. */
export function MinePage({ frame, names, mine, done }: MinePageProps) {
  const { language } = frame;
  const word = words[language];
  const nothing = mine.requests.length + mine.pledges.length + mine.answers.length === 0;
  return (
    <Layout frame={frame} title={word.title} sheets={["acting"]} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <Breadcrumb
          language={language}
          ways={[{ href: "/funding", label: shared[language].funding }]}
          here={word.title}
        />
        {done === "cancelled" && (
          <DoneNotice>
            <p>{word.cancelled}</p>
          </DoneNotice>
        )}
        <div class="stack stack-3">
          <h1>{word.title}</h1>
          <p class="lead">{word.lead(listWords(names, language))}</p>
          <p>
            <a href="/funding/notices">{word.notices}</a>
          </p>
        </div>
        {nothing ? (
          <p>{word.none}</p>
        ) : (
          <>
            <Waits frame={frame} mine={mine} />
            <Requests frame={frame} mine={mine} />
            <Pledges frame={frame} mine={mine} />
            <AnswersGiven frame={frame} mine={mine} />
          </>
        )}
        <p>
          <a class="button" href="/funding/new">
            {word.ask}
          </a>
        </p>
      </div>
    </Layout>
  );
}
