import type { Language } from "../foundation/language.ts";
import { contrastOf, type RolePair, rolePairs, type Scheme } from "../web/roles.ts";
import { words } from "./identity-words.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

/** Every role of colour with what it is for, and its measured contrast where it is least. */
export function Colours({ frame }: Pick<SamplesProps, "frame">) {
  const word = words[frame.language].colour;
  return (
    <Sample frame={frame} id="colours" title={word.title} text={word.text} sheets={["table"]}>
      <ul class="swatches">
        {swatches.map((role) => (
          <li class={`swatch swatch-${role}`}>
            <span class="swatch-ink" /> <code class="small">{role}</code>
          </li>
        ))}
      </ul>
      <table class="table table-stack">
        <caption class="small soft">{word.table}</caption>
        <thead>
          <tr>
            <th scope="col">{word.role}</th>
            <th scope="col">{word.use}</th>
            <th class="table-number" scope="col">
              {word.light}
            </th>
            <th class="table-number" scope="col">
              {word.dark}
            </th>
            <th class="table-number" scope="col">
              {word.least}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...new Set(rolePairs.map(({ front }) => front))].map((front) => (
            <Row front={front} language={frame.language} />
          ))}
        </tbody>
      </table>
    </Sample>
  );
}

const swatches = [
  ...[
    "ground",
    "ground-soft",
    "ground-band",
    "sheet",
    "text",
    "text-soft",
    "line",
    "line-strong",
    "voice",
    "voice-soft",
  ],
  ...["action", "good", "good-soft", "note", "note-soft", "care", "care-soft", "bad", "bad-soft"],
  ...["point-a", "point-b", "point-c"],
];

function Row({ front, language }: { readonly front: string; readonly language: Language }) {
  const word = words[language].colour;
  const pairs = rolePairs.filter((pair) => pair.front === front);
  return (
    <tr>
      <th scope="row">
        <code>{front}</code>
      </th>
      <td>{word.uses[front]}</td>
      <td class="table-number" data-word={word.light}>
        {figure(pairs, "light", language)}
      </td>
      <td class="table-number" data-word={word.dark}>
        {figure(pairs, "dark", language)}
      </td>
      <td class="table-number" data-word={word.least}>
        {number(pairs[0]?.least ?? 4.5, language)}
      </td>
    </tr>
  );
}

function figure(pairs: readonly RolePair[], scheme: Scheme, language: Language): string {
  return number(Math.min(...pairs.map((pair) => contrastOf(pair, scheme))), language);
}

function number(value: number, language: Language): string {
  // Never rounded up: 4.46 is not 4.5.
  return (Math.floor(value * 10) / 10).toLocaleString(language, { minimumFractionDigits: 1 });
}
