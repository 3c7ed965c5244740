import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { CareNotice } from "../web/notice.tsx";
import type { Visitor } from "./visitors.ts";
import { words } from "./words.ts";

export interface YouPageProps {
  readonly frame: Frame;
  readonly visitor: Visitor;
  /** What they did here was not erased: others wait for something of it. */
  readonly running: boolean;
}

/** Whom we take somebody for, what is kept of it, and the way out. */
export function YouPage({ frame, visitor, running }: YouPageProps) {
  const word = words[frame.language];
  return (
    <Layout frame={frame} title={word.you.title(visitor.name)} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        {running && (
          <CareNotice title={word.you.erase.running} refused>
            <p>
              {word.you.erase.runningText} <a href="/funding/mine">{word.you.erase.see}</a>
            </p>
          </CareNotice>
        )}
        <div class="stack stack-3">
          <h1>{word.you.title(visitor.name)}</h1>
          <p class="lead">{word.you.lead(visitor.address)}</p>
          <p>
            <a class="icon-text" href={visitor.url} rel="noopener nofollow">
              <Icon name="arrow-square-out" />
              <span>{word.you.profile}</span>
            </a>
          </p>
        </div>
        <div class="stack stack-2">
          <h2 class="like-h4">{word.kept}</h2>
          <p>{word.keptText}</p>
        </div>
        <form method="post" action="/sign-out" class="cluster">
          <button class="button" type="submit">
            {word.you.out}
          </button>
          <button class="button" type="submit" name="from" value="everywhere">
            {word.you.outEverywhere}
          </button>
        </form>
        <details class="more">
          <summary>{word.you.erase.title}</summary>
          <form class="stack" method="post" action="/sign-in/you/erasure">
            <p>{word.you.erase.text}</p>
            <p>
              <button class="button button-danger" type="submit">
                {word.you.erase.button}
              </button>
            </p>
          </form>
        </details>
      </div>
    </Layout>
  );
}
