import { Choices, Field, SelectField, TextArea, TextField } from "../web/form-parts.tsx";
import { words } from "./asking-words.ts";
import { ChoiceSample } from "./choice-parts.tsx";
import { ConflictSample, ErrorSample, FileSample, MoreSample, PartSample } from "./form-sample-parts.tsx";
import { RowSample } from "./row-parts.tsx";
import { Case, Sample, type SamplesProps } from "./sample-parts.tsx";

/** All that asks somebody something, empty, filled in, wrong. */
export function AskingSamples({ frame }: SamplesProps) {
  return (
    <>
      <FieldSample frame={frame} />
      <OptionSample frame={frame} />
      <ChoiceSample frame={frame} />
      <FileSample frame={frame} />
      <ErrorSample frame={frame} />
      <PartSample frame={frame} />
      <RowSample frame={frame} />
      <MoreSample frame={frame} />
      <ConflictSample frame={frame} />
    </>
  );
}

type Props = Pick<SamplesProps, "frame">;

function FieldSample({ frame }: Props) {
  const { field: word, optional } = words[frame.language];
  const email = { type: "email", autocomplete: "off" } as const;
  return (
    <Sample frame={frame} id="fields" title={word.title} text={word.text} sheets={["field"]}>
      <div>
        <TextField name="s-name" label={word.name} hint={word.nameHint} value={word.nameValue} />
        <TextField name="s-email" label={word.email} value={word.emailValue} wrong={word.emailWrong} {...email} />
        <TextField name="s-password" label={word.password} type="password" autocomplete="off" value="" />
        <TextArea name="s-word" label={word.word} optional={optional} value={word.wordValue} rows={3} />
        <SelectField
          name="s-territory"
          label={word.territory}
          value={word.territories[0] ?? ""}
          options={word.territories.map((label) => ({ value: label, label }))}
        />
        <TextField name="s-places" label={word.places} hint={word.placesHint} type="number" width="short" value="7" />
        <TextField name="s-day" label={word.day} type="date" width="middle" value="2027-03-01" />
        <Field name="s-space" label={word.space}>
          <div class="with-unit">
            <input class="input" id="s-space" name="s-space" inputmode="decimal" value="20" />
            <span>{word.unit}</span>
          </div>
        </Field>
      </div>
      <div class="grid">
        <Case name={word.hover}>
          <input class="input is-hover-field" aria-label={word.hover} value={word.nameValue} />
        </Case>
        <Case name={word.focus}>
          <input class="input is-focus" aria-label={word.focus} value={word.nameValue} />
        </Case>
        <Case name={word.disabled}>
          <input class="input" aria-label={word.disabled} value="four-banal.example" disabled />
        </Case>
      </div>
    </Sample>
  );
}

function OptionSample({ frame }: Props) {
  const word = words[frame.language].options;
  return (
    <Sample frame={frame} id="options" title={word.title} text={word.text} sheets={["field"]}>
      <div>
        <Choices
          {...{ name: "s-answer", label: word.answer, type: "checkbox", chosen: ["email"] }}
          options={[
            { value: "email", label: word.email, hint: word.emailHint },
            { value: "phone", label: word.phone },
          ]}
        />
        <label class="option">
          <input type="checkbox" disabled /> <span class="soft">{word.room}</span>
        </label>
        <Choices
          {...{ name: "s-who", label: word.who, type: "radio", chosen: [], wrong: word.whoWrong }}
          options={[
            { value: "everyone", label: word.everyone },
            { value: "near", label: word.near },
          ]}
        />
        <fieldset class="fieldset">
          <legend>{word.answer}</legend>
          <div class="options options-row">
            {[word.email, word.phone].map((label) => (
              <label class="option">
                <input type="checkbox" /> {label}
              </label>
            ))}
          </div>
        </fieldset>
      </div>
    </Sample>
  );
}
