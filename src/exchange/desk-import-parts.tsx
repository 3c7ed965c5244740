import type { DeskFrame } from "../web/desk.tsx";
import { words as chatonsWords } from "./chatons/words.ts";
import { words } from "./desk-words.ts";
import { fieldWords } from "./field-words.ts";
import { type Difference, fieldKey, type Preview } from "./imports.ts";
import { words as exchangeWords } from "./words.ts";

export interface DifferencesProps {
  readonly frame: DeskFrame;
  readonly differences: readonly Difference[];
  /** Each field that changes can be kept as it is here. */
  readonly choosing?: boolean;
  readonly kept: ReadonlySet<string>;
}

/** What an import changes, thing by thing: what stands here, what the file says. */
export function Differences({ frame, differences, choosing = false, kept }: DifferencesProps) {
  const word = words[frame.language];
  return (
    <>
      {differences.map((difference) => (
        <section>
          <h2 class="like-h3">
            {difference.kind === "host" ? word.kinds.host : `${word.kinds[difference.kind]} : ${difference.title}`}{" "}
            <span class="tag">{markOf(difference, word)}</span>
          </h2>
          {difference.how === "new" ? (
            <New frame={frame} difference={difference} />
          ) : (
            <Changed {...{ frame, difference, choosing, kept }} />
          )}
        </section>
      ))}
    </>
  );
}

function markOf({ how, kind }: Difference, word: (typeof words)["fr"]): string {
  if (how === "changed") return word.changedMark;
  return kind === "offer" ? word.newOffer : word.new;
}

interface OneProps {
  readonly frame: DeskFrame;
  readonly difference: Difference;
}

function New({ frame, difference: { kind, fields } }: OneProps) {
  return (
    <dl class="facts facts-lines gap-above">
      {fields.map(({ name, after }) => (
        <div>
          <dt>{labelOf(frame, kind, name)}</dt>
          <dd class="lines">{after}</dd>
        </div>
      ))}
    </dl>
  );
}

function Changed({
  frame,
  difference,
  choosing,
  kept,
}: OneProps & { readonly choosing: boolean; readonly kept: ReadonlySet<string> }) {
  const word = words[frame.language];
  return (
    <table class="table table-stack gap-above">
      <thead>
        <tr>
          <th scope="col">{word.field}</th>
          <th scope="col">{word.here}</th>
          <th scope="col">{word.there}</th>
          {choosing && <th scope="col">{word.keep}</th>}
        </tr>
      </thead>
      <tbody>
        {difference.fields.map(({ name, before, after }) => (
          <tr>
            <th scope="row">{labelOf(frame, difference.kind, name)}</th>
            <td class="lines" data-word={word.here}>
              {before || word.empty}
            </td>
            <td class="lines" data-word={word.there}>
              {after || word.empty}
            </td>
            {choosing && (
              <td>
                <label class="option">
                  <input
                    {...{ type: "checkbox", name: "keep", value: fieldKey(difference, name) }}
                    checked={kept.has(fieldKey(difference, name))}
                  />
                  <span>
                    {word.keep}
                    <span class="sr"> ({labelOf(frame, difference.kind, name)})</span>
                  </span>
                </label>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const labelOf = ({ language }: DeskFrame, kind: Difference["kind"], name: string): string =>
  fieldWords[language][kind][name] ?? name;

/** What was not understood, and the files that could not be read; each with the reason. */
export function Misread({ frame, preview }: { readonly frame: DeskFrame; readonly preview: Preview }) {
  const { language } = frame;
  const word = words[language];
  const reasons: Readonly<Record<string, string>> = {
    ...exchangeWords[language].misreadings,
    ...chatonsWords[language].misreadings,
    ...chatonsWords[language].refusals,
  };
  const { misread, refused, unchanged } = preview;
  return (
    <>
      {unchanged > 0 && <p>{word.unchanged(unchanged)}</p>}
      {refused.length > 0 && (
        <details open>
          <summary>{word.refusedTitle(refused.length)}</summary>
          <ul class="list gap-above">
            {refused.map(({ file, reason, detail }) => (
              <li>
                <code>{file}</code> : {reasons[reason] ?? reason}
                {detail !== null && ` (${detail})`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {misread.length > 0 && (
        <details open={misread.length < 20}>
          <summary>{word.misreadTitle(misread.length)}</summary>
          <ul class="list gap-above">
            {misread.map(({ where, line, reason }) => (
              <li>
                {line !== null && `${word.line(line)}, `}
                <code>{where}</code> : {reasons[reason] ?? reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
