import { Choices } from "../web/form-parts.tsx";
import { TermsLine } from "../web/terms-line.tsx";
import { helps } from "./help.ts";
import type { FieldsProps } from "./need-parts.tsx";
import { words } from "./questions-words.ts";

/** The third question: the help of people, and who keeps the tool running. */
export function HelpFields({ language, read: { answers } }: FieldsProps) {
  const word = words[language].help;
  const { help, keeper } = answers;
  return (
    <div>
      <Choices
        {...{ name: "help", label: word.legend, hint: word.hint, type: "checkbox", chosen: help }}
        options={helps.map((one) => ({ value: one, label: word.names[one], hint: word.hints[one] }))}
      />
      <Choices
        {...{ name: "keeper", label: word.keeper, type: "radio", chosen: [keeper ?? ""] }}
        options={[
          ...(["host", "us"] as const).map((one) => ({
            value: one,
            label: word.keepers[one],
            hint: word.keeperHints[one],
          })),
          { value: "", label: word.keeperUnknown },
        ]}
      />
      <div class="gap-above">
        <TermsLine codes={["accompaniment", "migration", "maintenance"]} language={language} />
      </div>
    </div>
  );
}
