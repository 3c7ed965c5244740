import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import { words as deskFrameWords } from "../web/desk-words.ts";
import { TextField, type Typed, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { rowsOf, waveField } from "./desk-form.ts";
import { words } from "./desk-form-words.ts";

export interface PartProps {
  readonly language: Language;
  readonly typed: Typed;
  readonly wrong: Wrong;
}

/** A row for each announced wave, and a button for one more, which works without scripts. */
export function Waves({ language, typed, wrong }: PartProps) {
  const word = words[language];
  const rows = rowsOf(typed);
  return (
    <fieldset class="fieldset gap-above" id="waves">
      <legend>
        {word.waves} <span class="field-optional">({deskFrameWords[language].optional})</span>
      </legend>
      <p class="field-hint">{word.wavesHint}</p>
      <input type="hidden" name="waves" value={String(rows)} />
      {Array.from({ length: rows }, (_, row) => (
        <WaveRow {...{ row, language, typed, wrong }} />
      ))}
      <p class="gap-above">
        <button class="button button-small" type="submit" name="step" value="wave">
          <Icon name="plus" /> {word.addWave}
        </button>
      </p>
    </fieldset>
  );
}

function WaveRow({ row, language, typed, wrong }: PartProps & { readonly row: number }): Child {
  const word = words[language];
  const field = (part: "opens" | "until" | "places" | "note") => {
    const name = waveField(row, part);
    return { name, value: typed[name] ?? "", wrong: wrong[name] };
  };
  return (
    <fieldset class="fieldset">
      <legend>{word.wave(row + 1)}</legend>
      <div class="pair">
        <TextField {...field("opens")} label={word.opens} width="short" />
        <TextField {...field("until")} label={word.ends} width="short" />
        <TextField {...field("places")} label={word.places} inputmode="numeric" width="short" />
      </div>
      <TextField {...field("note")} label={word.note} maxlength={2_000} />
    </fieldset>
  );
}
