import { momentWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { words as deskWords } from "../web/desk-words.ts";
import { Empty } from "../web/empty.tsx";
import { Icon } from "../web/icon.tsx";
import { PageLinks } from "../web/pages.tsx";
import { words } from "./desk-words.ts";
import type { Erasure, ServerStanding } from "./erasures.ts";
import { countWords, Servers } from "./server-parts.tsx";

/** An erasure with the servers that were asked. */
interface ErasureShown {
  readonly erasure: Erasure;
  readonly servers: readonly ServerStanding[];
}

export interface ErasuresPageProps {
  readonly frame: DeskFrame;
  /** One more than a page holds, where there are more. */
  readonly erasures: readonly ErasureShown[];
  readonly page: number;
  readonly pageSize: number;
}

/** What was erased, and who has confirmed it, without saying whose it was. */
export function ErasuresPage({ frame, erasures, page, pageSize }: ErasuresPageProps) {
  const { language } = frame;
  const word = words[language];
  return (
    <DeskLayout frame={frame} title={word.title} here="followers">
      <Breadcrumb
        language={language}
        ways={[{ href: "/admin/followers", label: deskWords[language].places.followers }]}
        here={word.title}
      />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      {erasures.length === 0 ? (
        <Empty title={word.empty} />
      ) : (
        <ul class="tasks">
          {erasures.slice(0, pageSize).map((shown) => (
            <One shown={shown} language={language} />
          ))}
        </ul>
      )}
      <PageLinks {...{ language, page }} more={erasures.length > pageSize} href={(n) => `/admin/erasures?page=${n}`} />
      <p>
        {word.retry} <a href="/admin/followers/deliveries">{word.back}</a>
      </p>
    </DeskLayout>
  );
}

function One({ shown: { erasure, servers }, language }: { readonly shown: ErasureShown; readonly language: Language }) {
  const word = words[language];
  const all = servers.every(({ state }) => state === "confirmed");
  return (
    <li class="task">
      <Icon
        name={all ? "check-circle" : servers.some(({ state }) => state === "waiting") ? "clock" : "warning-circle"}
      />
      <div>
        <h2 class="like-h4">{word.on(word.kinds[erasure.kind], momentWords(erasure.happened, language))}</h2>
        <p>{servers.length === 0 ? word.none : countWords(servers, language)}</p>
        {servers.length > 0 && (
          <details class="more">
            <summary>{word.see}</summary>
            <Servers servers={servers} language={language} />
          </details>
        )}
      </div>
    </li>
  );
}
