import { dateWords, momentWords } from "../foundation/date-words.ts";
import { type Frame, Layout } from "../web/layout.tsx";
import { type Erasure, keptUntil, type ServerStanding } from "./erasures.ts";
import { countWords, Servers } from "./server-parts.tsx";
import { words } from "./words.ts";

export interface ErasurePageProps {
  readonly frame: Frame;
  readonly erasure: Erasure;
  readonly servers: readonly ServerStanding[];
  /** The address of this page, which only whoever erased has. */
  readonly link: string;
}

/** What was erased, and which servers have confirmed it, for whoever erased it. */
export function ErasurePage({ frame, erasure, servers, link }: ErasurePageProps) {
  const { language, origin } = frame;
  const word = words[language];
  const { kind, happened } = erasure;
  return (
    <Layout frame={frame} title={word.titles[kind]} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{word.titles[kind]}</h1>
          <p class="lead">{word.erased(momentWords(happened, language))}</p>
          <p>{word.after[kind]}</p>
        </div>
        <section class="stack" aria-labelledby="servers">
          <h2 class="like-h3" id="servers">
            {word.servers}
          </h2>
          {servers.length === 0 ? (
            <p>{word.nobody}</p>
          ) : (
            <>
              <p>
                {word.asked} <strong>{countWords(servers, language)}</strong>
              </p>
              <Servers servers={servers} language={language} />
              <p class="small soft">{word.bounds}</p>
            </>
          )}
          <p class="small soft">{word.backups}</p>
        </section>
        <section class="sheet stack" aria-labelledby="keep">
          <h2 class="like-h4" id="keep">
            {word.keepTitle}
          </h2>
          <p>{word.keep(dateWords(keptUntil(happened), language))}</p>
          <code class="command">{origin + link}</code>
        </section>
        <p>
          <a class="button" href="/">
            {word.home}
          </a>
        </p>
      </div>
    </Layout>
  );
}
