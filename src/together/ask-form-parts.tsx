import type { Sent } from "../foundation/kept-forms.ts";
import type { Language } from "../foundation/language.ts";
import { NeedChoices } from "../hosts/need-choices-parts.tsx";
import { Choices, Field, Marks, SelectField, TextArea, TextField, type Wrong } from "../web/form-parts.tsx";
import { words } from "./ask-words.ts";
import type { ChosenHost } from "./choosing.ts";
import type { AskField } from "./form.ts";
import { words as sharedWords } from "./words.ts";

export interface AskFieldsProps {
  readonly language: Language;
  readonly sent: Sent;
  readonly wrong: Wrong;
  /** The names of the fields that were not surely understood in a sentence. */
  readonly unsure: readonly string[];
  readonly hosts: readonly ChosenHost[];
  /** What known hosts are called in the form. */
  readonly known: readonly { readonly key: string; readonly name: string }[];
}

const typedIn = ({ sent }: AskFieldsProps, name: AskField): string => sent[name]?.[0] ?? "";

function of(props: AskFieldsProps, name: AskField) {
  const word = words[props.language];
  const hints: Readonly<Record<string, string>> = word.hints;
  const hint = hints[name];
  const check = props.unsure.includes(name) ? word.check : undefined;
  return {
    ...{ name, label: word.labels[name], value: typedIn(props, name), wrong: props.wrong[name], check },
    ...(hint !== undefined && { hint }),
  };
}

/** What is needed, where, for how many, for how much, by when. */
export function NeedFields(props: AskFieldsProps) {
  const word = words[props.language];
  const optional = { optional: sharedWords[props.language].optional };
  const options = ["once", "month", "year"].map((value) => ({
    value,
    label: sharedWords[props.language].periods[value] ?? value,
  }));
  return (
    <div>
      <TextArea {...of(props, "need")} rows={6} required />
      <NeedChoices
        legend={
          <>
            {word.labels.needs} <Marks {...optional} check={props.unsure.includes("needs") ? word.check : undefined} />
          </>
        }
        {...{ hint: word.hints.needs, chosen: props.sent["needs"] ?? [], language: props.language }}
      />
      <TextField {...of(props, "place")} {...optional} />
      <TextField {...of(props, "people")} {...optional} inputmode="numeric" width="short" />
      <TextField {...of(props, "budget")} {...optional} inputmode="decimal" width="short" />
      <SelectField {...of(props, "period")} value={typedIn(props, "period") || "year"} options={options} />
      <TextField {...of(props, "wished")} {...optional} type="date" width="middle" />
    </div>
  );
}

/** Who asks, and how to reach them. */
export function ReachFields(props: AskFieldsProps) {
  const word = words[props.language];
  return (
    <div>
      <TextField {...of(props, "name")} autocomplete="organization" required />
      <Field {...of(props, "contact")}>
        <input
          class="input"
          {...{ id: "contact", name: "contact", value: typedIn(props, "contact"), required: true }}
          {...(props.wrong["contact"] ? { "aria-invalid": "true" as const } : {})}
          aria-describedby={props.wrong["contact"] ? "contact-hint contact-error" : "contact-hint"}
        />
      </Field>
      <p class="small soft gap-above">{word.privacy}</p>
    </div>
  );
}

/** For somebody who has shown nothing yet: with an account, or by letter. */
export function WhoFields(props: AskFieldsProps & { readonly mails: boolean }) {
  const word = words[props.language];
  const ways = props.mails ? (["account", "email"] as const) : (["account"] as const);
  const options = ways.map((value) => ({ value, label: word.who[value][0] ?? "", hint: word.who[value][1] ?? "" }));
  const chosen = props.sent["who"]?.[0] ?? "account";
  return (
    <div>
      <Choices {...{ name: "who", label: word.whoTitle, type: "radio", chosen: [chosen], options }} />
      {props.mails && (
        <TextField
          {...of(props, "email")}
          optional={sharedWords[props.language].optional}
          type="email"
          inputmode="email"
          autocomplete="email"
        />
      )}
    </div>
  );
}
