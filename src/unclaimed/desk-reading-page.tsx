import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Icon } from "../web/icon.tsx";
import { Progress } from "../web/progress.tsx";
import { deskPath } from "./desk-list-page.tsx";
import { words } from "./desk-words.ts";
import type { Found, Outlook, Reading } from "./reading.ts";

export interface ReadingPageProps {
  readonly frame: DeskFrame;
  readonly reading: Reading;
  /** Null unless it waits for somebody to take it. */
  readonly outlook: Outlook | null;
}

/** One list: how far its reading is, what it would bring, or what became of it. */
export function ReadingPage({ frame, reading, outlook }: ReadingPageProps) {
  const { language } = frame;
  const word = words[language];
  const title = word.readingOf(reading.source);
  const { state } = reading;
  return (
    <DeskLayout frame={frame} title={title} here="portal" scripts={state === "reading" ? ["running"] : []}>
      <Breadcrumb
        language={language}
        ways={[
          { href: "/admin/portal", label: word.portal },
          { href: deskPath, label: word.title },
        ]}
        here={title}
      />
      <div class="stack stack-3">
        <h1 class="like-h2">{title}</h1>
        <p class="lead">{sentenceOf(reading, frame)}</p>
      </div>
      {state === "reading" && <Running {...{ frame, reading }} />}
      {outlook && <Agreeing {...{ frame, reading, outlook }} />}
      {reading.found && <Left frame={frame} found={reading.found} />}
      {["taken", "refused", "dropped"].includes(state) && (
        <p>
          <a class="button" href={deskPath}>
            {word.again}
          </a>
        </p>
      )}
    </DeskLayout>
  );
}

function sentenceOf({ state, found, problem }: Reading, { language }: DeskFrame): string {
  const word = words[language];
  if (state === "reading") return word.leave;
  if (state === "seen") return word.seen(found?.sightings.length ?? 0);
  if (state === "refused") return word.problems[problem ?? "unreachable"];
  return state === "taken" ? word.takenText : word.droppedText;
}

function Running({
  frame: { language },
  reading: { id, step, looked, known },
}: Pick<ReadingPageProps, "frame" | "reading">) {
  const word = words[language];
  return (
    <Progress
      title={word.reading}
      words={step === null ? word.waiting : word.progress(looked, known)}
      part={known > 0 ? { done: looked, all: known } : null}
      live
    >
      {step !== null && <p>{step}</p>}
      <p>
        <a class="button button-small" href={`${deskPath}/readings/${id}`}>
          {word.refresh}
        </a>
      </p>
    </Progress>
  );
}

function Agreeing({ frame: { language }, reading: { id }, outlook }: ReadingPageProps & { readonly outlook: Outlook }) {
  const word = words[language];
  const path = `${deskPath}/readings/${id}`;
  return (
    <form method="post" action={`${path}/take`} class="stack">
      <dl class="facts facts-lines">
        {(["fresh", "changed", "same", "known", "removed", "gone"] as const)
          .filter((name) => name === "fresh" || outlook[name] > 0)
          .map((name) => (
            <div>
              <dt>{word.outlook[name]}</dt>
              <dd>{outlook[name]}</dd>
            </div>
          ))}
      </dl>
      <p class="cluster">
        <button class="button button-main" type="submit">
          {word.take} <Icon name="check" />
        </button>
        <button class="button" type="submit" formaction={`${path}/drop`}>
          {word.drop}
        </button>
      </p>
    </form>
  );
}

const mostLeft = 100;

function Left({ frame: { language }, found: { left } }: { readonly frame: DeskFrame; readonly found: Found }) {
  const word = words[language];
  if (left.length === 0) return null;
  const reasons: Readonly<Record<string, string>> = word.reasons;
  return (
    <section class="stack stack-3" aria-labelledby="left">
      <h2 class="like-h3" id="left">
        {word.left}
      </h2>
      <ul class="list">
        {left.slice(0, mostLeft).map(({ file, reason }) => (
          <li>
            {file}, {reasons[reason] ?? word.reasons.other}
          </li>
        ))}
        {left.length > mostLeft && <li>{word.more(left.length - mostLeft)}</li>}
      </ul>
    </section>
  );
}
