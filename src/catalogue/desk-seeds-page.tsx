import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { ErrorSummary, FileField, TextField, type Wrong } from "../web/form-parts.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { SwarmTabs } from "../web/swarm-tabs.tsx";
import { words } from "./desk-seed-words.ts";
import type { WeighedSeed } from "./seeds.ts";

export const seedsPath = "/admin/followers/list";

export interface SeedsPageProps {
  readonly frame: DeskFrame;
  /** What the list names; null before one was read. */
  readonly seeds: readonly WeighedSeed[] | null;
  readonly typed: string;
  readonly wrong: Wrong;
  /** How many were added just now. */
  readonly added: number | null;
}

/** Reads a list of instances, and asks which of them to visit. */
export function SeedsPage({ frame, seeds, typed, wrong, added }: SeedsPageProps) {
  const { language } = frame;
  const word = words[language];
  return (
    <DeskLayout frame={frame} title={word.title} here="followers">
      <ErrorSummary language={language} wrong={wrong} />
      {added !== null && <DoneNotice>{word.did(added)}</DoneNotice>}
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
        <p class="small">{word.format}</p>
      </div>
      <SwarmTabs frame={frame} here="list" />
      {seeds && <Seeds language={language} seeds={seeds} />}
      <form class="sheet stack" method="post" action={`${seedsPath}/reading`} enctype="multipart/form-data" novalidate>
        <TextField
          {...{ name: "address", label: word.address, value: typed, wrong: wrong["address"], type: "url" }}
          maxlength={2_000}
        />
        <FileField name="file" label={word.file} accept=".json,application/json" wrong={wrong["file"]} />
        <div class="form-end">
          <button class={seeds ? "button" : "button button-main"} type="submit">
            {word.read}
          </button>
        </div>
      </form>
    </DeskLayout>
  );
}

function Seeds({
  language,
  seeds,
}: {
  readonly language: DeskFrame["language"];
  readonly seeds: readonly WeighedSeed[];
}) {
  const word = words[language];
  const fresh = seeds.filter(({ why }) => why === null);
  const rest = seeds.flatMap(({ origin, why }) => (why === null ? [] : [{ origin, why }]));
  return (
    <form class="stack" method="post" action={seedsPath}>
      <fieldset class="fieldset" id="origin">
        <legend>{word.found(seeds.length)}</legend>
        {fresh.length === 0 && <p>{word.nothing}</p>}
        <div class="options">
          {fresh.map(({ origin }) => (
            <label class="option">
              <input type="checkbox" name="origin" value={origin} checked />
              <span>{new URL(origin).host}</span>
            </label>
          ))}
        </div>
        {rest.length > 0 && (
          <ul class="list soft gap-above">
            {rest.map(({ origin, why }) => (
              <li>
                {new URL(origin).host}, {word.why[why]}
              </li>
            ))}
          </ul>
        )}
      </fieldset>
      {fresh.length > 0 && (
        <p>
          <button class="button button-main" type="submit">
            {word.add}
          </button>
        </p>
      )}
    </form>
  );
}
