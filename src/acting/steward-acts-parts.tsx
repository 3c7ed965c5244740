import type { Child } from "hono/jsx";
import type { FundingRequest } from "../funding/funding.ts";
import { OnceField, TextArea, TextField, type Typed, type Wrong } from "../web/form-parts.tsx";
import type { Frame } from "../web/layout.tsx";
import type { StewardAct } from "./steps.ts";
import { words } from "./steward-words.ts";

/** What was sent and came back: what was typed, and what is wrong with it. */
export interface Tried {
  readonly act: StewardAct;
  readonly typed: Typed;
  readonly wrong: Wrong;
  /** Why it was not done, where no field would mend it. */
  readonly refused: string | null;
}

interface ActProps {
  readonly act: StewardAct;
  readonly frame: Frame;
  readonly request: FundingRequest;
  readonly tried: Tried | null;
}

/** An act that is one step away; open when it came back. */
export function FoldedAct(props: ActProps) {
  const { act, frame, request, tried } = props;
  const word = words[frame.language].acts[act];
  if (act === "cancellation")
    return (
      <p class="gap-above">
        <a href={`/funding/${request.code}/steward/cancellation`}>{word.title}</a>
      </p>
    );
  return (
    <details class="more" open={tried?.act === act}>
      <summary>{word.title}</summary>
      <ActForm {...props} />
    </details>
  );
}

/** The form of an act: why, what is asked, and the button. */
export function ActForm(props: ActProps & { readonly main?: boolean }) {
  const { act, frame, request, main = false } = props;
  const word = words[frame.language].acts[act];
  return (
    <form class="stack stack-3" method="post" action={`/funding/${request.code}/steward/${act}`} novalidate>
      {main && <h2 class="like-h3">{word.title}</h2>}
      {"text" in word && <p>{word.text}</p>}
      <OnceField />
      <input type="hidden" name="act" value={act} />
      <Fields {...props} />
      <p>
        <button class={main ? "button button-main" : "button"} type="submit">
          {word.submit}
        </button>
      </p>
    </form>
  );
}

function Fields({ act, frame, request, tried }: ActProps): Child {
  const all = words[frame.language];
  const mine = tried?.act === act ? tried : null;
  const of = (name: string, before = "") => ({
    ...{ name, value: mine?.typed[name] ?? before, wrong: mine?.wrong[name] },
  });
  switch (act) {
    case "commitment": {
      const { label, hint } = all.acts.commitment;
      return <TextField {...of("until")} {...{ label, hint, type: "date", width: "middle" }} />;
    }
    case "news":
    case "closing":
      return <TextArea {...of(act)} label={all.acts[act].label} />;
    case "payment": {
      const { label, hint } = all.acts.payment;
      return <TextField {...of("payment", request.payment ?? "")} {...{ label, hint, type: "url" }} />;
    }
    case "delivery": {
      const shared = request.terms.kind === "shared-development";
      const label = shared ? all.repository : all.deliverable;
      const hint = shared ? all.repositoryHint : all.deliverableHint;
      return (
        <>
          <TextArea {...of("report")} label={all.acts.delivery.label} rows={6} />
          <TextField {...of("deliverable")} {...{ label, hint, type: "url" }} />
        </>
      );
    }
    default:
      return null;
  }
}
