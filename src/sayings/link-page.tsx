import { type Frame, Layout } from "../web/layout.tsx";
import { words } from "./link-words.ts";
import type { SayingKind } from "./sayings.ts";

/** Why a link opens nothing. */
export type LinkProblem = "gone" | "withdrawn" | "used" | "other";

export interface LinkPageProps {
  readonly frame: Frame;
  readonly problem: LinkProblem;
  readonly kind: SayingKind;
  /** The form, empty, or the request. */
  readonly form: string;
  /** As whom somebody is here; for a link that is for another account. */
  readonly here: string;
}

/** Where a link from one of our accounts ends that cannot be followed: what happened, and the way on. */
export function LinkPage({ frame, problem, kind, form, here }: LinkPageProps) {
  const word = words[frame.language];
  const mine = kind === "asking" ? "/together/mine" : "/funding/mine";
  const text = {
    gone: word.gone,
    withdrawn: word.withdrawn,
    used: { ...word.used[kind], next: null },
    other: { ...word.other, lead: word.other.lead(here) },
  }[problem];
  return (
    <Layout frame={frame} title={text.title} unlisted>
      <div class="wrap wrap-narrow section stack stack-5">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        {text.next !== null && <p>{text.next}</p>}
        {problem === "other" ? (
          <form method="post" action="/sign-out">
            <button class="button button-main" type="submit">
              {word.other.out}
            </button>
          </form>
        ) : (
          <p>
            <a class="button button-main" href={problem === "used" ? mine : form}>
              {problem === "used" ? (kind === "asking" ? word.mineAskings : word.mine) : word.form[kind]}
            </a>
          </p>
        )}
      </div>
    </Layout>
  );
}
