import { Breadcrumb } from "../web/breadcrumb.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { listWords } from "../web/money.ts";
import { DoneNotice } from "../web/notice.tsx";
import type { Mine } from "./mine.ts";
import { AnswersGiven, Pledges, Requests, SentPledges, Waits } from "./mine-parts.tsx";
import { words } from "./mine-words.ts";
import type { SentLine } from "./who-parts.tsx";
import { words as shared } from "./words.ts";

export interface MinePageProps {
  readonly frame: Frame;
  /** In whose names this is. */
  readonly names: readonly string[];
  readonly mine: Mine;
  /** What they promised towards requests of other instances. */
  readonly sent: readonly SentLine[];
  /** How much they were told that they have not read. */
  readonly unread: number;
  readonly done: string | null;
}

/** All that somebody asked, promised and answered here; what waits for them first. */
export function MinePage({ frame, names, mine, sent, unread, done }: MinePageProps) {
  const { language } = frame;
  const word = words[language];
  const nothing = mine.requests.length + mine.pledges.length + mine.answers.length + sent.length === 0;
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
          <p class="icon-text">
            <Icon name="envelope-simple" /> <a href="/funding/notices">{word.notices(unread)}</a>
          </p>
        </div>
        {nothing ? (
          <p>{word.none}</p>
        ) : (
          <>
            <Waits frame={frame} mine={mine} />
            <Requests frame={frame} mine={mine} />
            <Pledges frame={frame} mine={mine} />
            <SentPledges frame={frame} sent={sent} />
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
