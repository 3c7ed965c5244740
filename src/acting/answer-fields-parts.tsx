import type { Language } from "../foundation/language.ts";
import { proposalVisibilities } from "../funding/proposal.ts";
import { Choices, SelectField, TextArea, TextField, type Typed, type Wrong } from "../web/form-parts.tsx";
import type { AnswerField } from "./answer-form.ts";
import { words } from "./answer-words.ts";
import { words as shared } from "./words.ts";

interface AnswerFieldsProps {
  readonly language: Language;
  readonly typed: Typed;
  readonly wrong: Wrong;
  /** Whether somebody answers with their own account, and has to say for which host. */
  readonly personal: boolean;
}

/** What a host says that it would do: what, for how much, by when, and who reads it. */
export function AnswerFields({ language, typed, wrong, personal }: AnswerFieldsProps) {
  const word = words[language];
  const of = (name: Exclude<AnswerField, "visibility">) => {
    const [label, hint] = word.fields[name];
    return { name, label, value: typed[name] ?? "", wrong: wrong[name], ...(hint === "" ? {} : { hint }) };
  };
  const more = { optional: shared[language].optional };
  return (
    <>
      <div>
        {personal && <TextField {...of("provider")} {...more} maxlength={200} />}
        <TextArea {...of("text")} rows={6} required />
        <div class="pair gap-above">
          <TextField {...of("amount")} {...more} inputmode="decimal" autocomplete="off" width="short" />
          <SelectField
            {...of("period")}
            options={Object.entries(word.periods).map(([value, label]) => ({ value, label }))}
          />
        </div>
        <TextField {...of("ready")} {...more} type="date" width="middle" />
        <TextArea {...of("terms")} {...more} rows={2} />
        <TextField {...of("url")} {...more} type="url" />
      </div>
      <Choices
        {...{ name: "visibility", label: word.visibility, type: "radio", chosen: [typed["visibility"] || "everyone"] }}
        wrong={wrong["visibility"]}
        options={proposalVisibilities.map((value) => {
          const [label = "", hint = ""] = word.visibilities[value];
          return { value, label, hint };
        })}
      />
    </>
  );
}
