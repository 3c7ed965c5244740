import { asset } from "../web/assets.ts";
import { type Frame, Layout } from "../web/layout.tsx";
import { words } from "./words.ts";

/** Before the set-up: what to do next. */
export function NotSetUpPage({ frame }: { readonly frame: Frame }) {
  const word = words[frame.language];
  return (
    <Layout frame={frame} title={word.notSetUp} unlisted here="home">
      <div class="wrap section">
        <div class="split split-even">
          <div class="stack stack-5">
            <h1>{word.notSetUp}</h1>
            <p class="lead">{word.notSetUpText}</p>
            <code class="command">essaim setup --name "…" --handle … --admin-email … --admin-password-file …</code>
            <p>{word.notSetUpThen}</p>
            <code class="command">essaim import … --publish</code>
          </div>
          <img class="error-picture" src={asset("img/empty.svg")} alt="" width="300" height="200" />
        </div>
      </div>
    </Layout>
  );
}
