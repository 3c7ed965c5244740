import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import type { Visitor } from "./visitors.ts";
import { words } from "./words.ts";

/** Whom we take somebody for, what is kept of it, and the way out. */
export function YouPage({ frame, visitor }: { readonly frame: Frame; readonly visitor: Visitor }) {
  const word = words[frame.language];
  return (
    <Layout frame={frame} title={word.you.title(visitor.name)} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
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
      </div>
    </Layout>
  );
}
