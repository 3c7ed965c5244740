import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Icon } from "../web/icon.tsx";
import { Progress } from "../web/progress.tsx";
import { Differences, Misread } from "./desk-import-parts.tsx";
import { words } from "./desk-words.ts";
import type { DeskImport } from "./imports.ts";

export interface ImportPageProps {
  readonly frame: DeskFrame;
  readonly found: DeskImport;
  /** Somebody wanted it taken in who came too late. */
  readonly late: boolean;
}

/** One import: how far it is, what it would change, or what it has changed. */
export function ImportPage({ frame, found, late }: ImportPageProps) {
  const word = words[frame.language];
  const running = found.state === "looking" || found.state === "taking";
  return (
    <DeskLayout frame={frame} title={word.importOf(found.source)} here="exchange" scripts={running ? ["running"] : []}>
      <Breadcrumb
        language={frame.language}
        ways={[{ href: "/admin/exchange", label: word.title }]}
        here={word.importOf(found.source)}
      />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.importOf(found.source)}</h1>
        <p class="lead">{sentenceOf(found, frame)}</p>
      </div>
      {late && <Notice text={word.gone} />}
      {found.state === "seen" && found.problem !== null && <Notice text={word.problems[found.problem]} />}
      {running && <Running frame={frame} found={found} />}
      {found.state === "seen" && <Agreeing frame={frame} found={found} />}
      {found.state === "taken" && <Done frame={frame} found={found} />}
      {(found.state === "refused" || found.state === "dropped") && (
        <p>
          <a class="button button-main" href="/admin/exchange">
            {word.again}
          </a>
        </p>
      )}
    </DeskLayout>
  );
}

function sentenceOf({ state, problem, preview }: DeskImport, { language }: DeskFrame): string {
  const word = words[language];
  if (state === "refused") return word.problems[problem ?? "nothing"];
  if (state === "dropped") return word.dropped;
  if (state === "taken") return word.taken;
  const count = preview?.differences.length ?? 0;
  if (state === "seen") return count === 0 ? word.nothingChanges : word.changes(count);
  return word.leave;
}

function Running({ frame, found }: Pick<ImportPageProps, "frame" | "found">) {
  const word = words[frame.language];
  const { step, looked, known } = found;
  return (
    <Progress
      title={word.states[found.state]}
      words={step === null ? word.waiting : word.progress(looked, known)}
      part={known > 0 ? { done: looked, all: known } : null}
      live
    >
      {step !== null && <p>{step}</p>}
      <p>
        <a class="button button-small" href={`/admin/exchange/imports/${found.id}`}>
          {word.refresh}
        </a>
      </p>
    </Progress>
  );
}

function Agreeing({ frame, found }: Pick<ImportPageProps, "frame" | "found">) {
  const word = words[frame.language];
  const differences = found.preview?.differences ?? [];
  const path = `/admin/exchange/imports/${found.id}`;
  return (
    <>
      <form method="post" action={`${path}/take`} class="stack stack-6">
        <Differences frame={frame} differences={differences} choosing kept={new Set(found.kept)} />
        {differences.length > 0 && (
          <div class="stack stack-3">
            {differences.some(({ how, kind }) => how === "new" && kind !== "host") && <p>{word.takeHint}</p>}
            <p class="cluster">
              <button class="button button-main" type="submit">
                {word.take} <Icon name="check" />
              </button>
              <button class="button" type="submit" formaction={`${path}/drop`}>
                {word.drop}
              </button>
            </p>
          </div>
        )}
      </form>
      {found.preview && <Misread frame={frame} preview={found.preview} />}
    </>
  );
}

function Done({ frame, found }: Pick<ImportPageProps, "frame" | "found">) {
  const word = words[frame.language];
  return (
    <>
      <p>
        <a class="button button-main" href="/admin/offers">
          {word.takenNext} <Icon name="arrow-right" />
        </a>
      </p>
      <Differences frame={frame} differences={found.preview?.differences ?? []} kept={new Set(found.kept)} />
      {found.preview && <Misread frame={frame} preview={found.preview} />}
    </>
  );
}

function Notice({ text }: { readonly text: string }) {
  return (
    <div class="notice notice-care" role="status">
      <Icon name="info" />
      <p>{text}</p>
    </div>
  );
}
