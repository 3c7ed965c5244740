import { Icon } from "../web/icon.tsx";
import { words } from "./asking-words.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

/** Choices as large as a thumb, with a sign and without. */
export function ChoiceSample({ frame }: Pick<SamplesProps, "frame">) {
  const word = words[frame.language].choice;
  return (
    <Sample frame={frame} id="choices" title={word.title} text={word.text} sheets={["choice"]}>
      <fieldset class="fieldset">
        <legend>{word.legend}</legend>
        <div class="choices choices-2">
          <label class="choice">
            <input type="radio" name="s-state" value="open" />
            <Icon name="state-open" />
            <span>
              <b>{word.open}</b>
              <small>{word.openHint}</small>
            </span>
          </label>
          <label class="choice">
            <input type="radio" name="s-state" value="paused" checked />
            <Icon name="state-paused" />
            <span>
              <b>{word.paused}</b>
              <small>{word.pausedHint}</small>
            </span>
          </label>
        </div>
      </fieldset>
      <fieldset class="fieldset">
        <legend>{word.far}</legend>
        <div class="choices">
          <Plain value="only" title={word.only} text={word.onlyHint} checked />
          <Plain value="anywhere" title={word.anywhere} text={word.anywhereHint} />
        </div>
      </fieldset>
      <ul class="choices plain">
        <li>
          <a class="choice choice-plain" href="#choices">
            <Icon name="magnifying-glass" />
            <span>
              <b>{word.way}</b>
              <small>{word.wayHint}</small>
            </span>
          </a>
        </li>
      </ul>
    </Sample>
  );
}

interface PlainProps {
  readonly value: string;
  readonly title: string;
  readonly text: string;
  readonly checked?: boolean;
}

function Plain({ value, title, text, checked = false }: PlainProps) {
  return (
    <label class="choice choice-plain">
      <input type="radio" name="s-far" value={value} checked={checked} />
      <span>
        <b>{title}</b>
        <small>{text}</small>
      </span>
    </label>
  );
}
