import { OnceField } from "../web/form-parts.tsx";
import { Layout } from "../web/layout.tsx";
import type { StewardPageProps } from "./steward-page.tsx";
import { words } from "./steward-words.ts";

/** Asks once more before a request is given up. */
export function CancellationPage({ frame, request }: Pick<StewardPageProps, "frame" | "request">) {
  const word = words[frame.language];
  const back = `/funding/${request.code}/${request.state === "draft" ? "edit" : "steward"}`;
  const title = word.cancelTitle(request.content.title);
  return (
    <Layout frame={frame} title={title} sheets={["acting"]} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <h1>{title}</h1>
        <p class="lead">{word.acts.cancellation.text}</p>
        <form class="cluster" method="post" action={`/funding/${request.code}/steward/cancellation`}>
          <OnceField />
          <button class="button button-danger" type="submit">
            {word.acts.cancellation.submit}
          </button>
          <a class="button button-quiet" href={back}>
            {word.keep}
          </a>
        </form>
      </div>
    </Layout>
  );
}
