import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import { Choices, type Option, SelectField, TextArea, TextField, type TextFieldProps } from "../web/form-parts.tsx";
import { placeName } from "./place-names.ts";
import type { Question, ReadForm, Sent } from "./profile-form.ts";
import { pickName } from "./profile-places.ts";
import { countRows } from "./profile-rows.ts";
import { words } from "./profile-words.ts";

/** A form of a profile as it is shown: what stands in it, and what is wrong with it in words. */
export interface ProfileForm {
  readonly language: Language;
  readonly sent: Sent;
  readonly wrong: Readonly<Record<string, string>>;
  readonly questions: Readonly<Record<string, readonly Question[]>>;
  /** So many empty rows under each list. */
  readonly spare: number;
}

type FieldName = keyof (typeof words)["fr"]["fields"];

interface ProfileFieldProps {
  readonly form: ProfileForm;
  readonly field: FieldName;
  /** Where it is not the field's own: in a row. */
  readonly name?: string;
  readonly hint?: Child;
}

/** What all fields have alike: their words, what stands in them, what is wrong with it. */
export function fieldFacts({ form, field, name = field, hint }: ProfileFieldProps) {
  const word: { readonly label: string; readonly hint?: string } = words[form.language].fields[field];
  const said = hint ?? word.hint;
  return {
    ...{ name, label: word.label, wrong: form.wrong[name] },
    ...(said === undefined ? {} : { hint: said }),
  };
}

export const valueIn = (form: ProfileForm, name: string): string => form.sent[name]?.[0] ?? "";

type Rest = Partial<Omit<TextFieldProps, "name" | "label" | "value" | "wrong" | "hint">>;

export function Line({ form, field, name = field, hint, ...rest }: ProfileFieldProps & Rest) {
  return <TextField {...fieldFacts({ form, field, name, hint })} {...rest} value={valueIn(form, name)} />;
}

export function Lines({ form, field, name = field, hint, rows = 4 }: ProfileFieldProps & { readonly rows?: number }) {
  return <TextArea {...fieldFacts({ form, field, name, hint })} rows={rows} value={valueIn(form, name)} />;
}

/** One of a list; a code that is none of ours stays to be chosen. */
export function OneOf({
  form,
  field,
  name = field,
  options,
  none,
}: ProfileFieldProps & { readonly options: readonly Option[]; readonly none?: string }) {
  const value = valueIn(form, name);
  const empty = none === undefined ? [] : [{ value: "", label: none }];
  const foreign = value === "" || options.some((option) => option.value === value) ? [] : [{ value, label: value }];
  return (
    <SelectField {...fieldFacts({ form, field, name })} value={value} options={[...empty, ...options, ...foreign]} />
  );
}

/** Boxes to tick; the empty one says that the form had them. */
export function SomeOf({ form, field, options }: ProfileFieldProps & { readonly options: readonly Option[] }) {
  const chosen = (form.sent[field] ?? []).filter((code) => code !== "");
  const foreign = chosen
    .filter((code) => !options.some(({ value }) => value === code))
    .map((code) => ({ value: code, label: code }));
  return (
    <div class="field">
      <input type="hidden" name={field} value="" />
      <Choices {...fieldFacts({ form, field })} type="checkbox" chosen={chosen} options={[...options, ...foreign]} />
    </div>
  );
}

/** A field for places by their names, and under it the question which one is meant, where several have the name. */
export function PlaceField({ form, field, rows }: ProfileFieldProps & { readonly rows?: number }) {
  const questions = form.questions[field] ?? [];
  return (
    <>
      {rows === undefined ? (
        <Line form={form} field={field} autocomplete="off" width="middle" />
      ) : (
        <Lines form={form} field={field} rows={rows} />
      )}
      {questions.map(({ typed, matches }) => (
        <Choices
          {...{ type: "radio", name: pickName(typed), label: words[form.language].which(typed) }}
          chosen={form.sent[pickName(typed)] ?? []}
          options={matches.map((code) => ({ value: code, label: placeName(code, form.language) }))}
        />
      ))}
    </>
  );
}

interface RowsProps {
  readonly form: ProfileForm;
  readonly field: "identifiers" | "commitments" | "referrals" | "facts";
  /** Words that are explained beside it. */
  readonly terms?: Child;
  /** The fields of one row, whose names begin so. */
  row(prefix: string): Child;
}

/** A list of things that are alike, with empty rows at its end. */
export function Rows({ form, field, terms, row }: RowsProps) {
  const word = words[form.language];
  const filled = countRows(form.sent, field);
  const numbers = Array.from({ length: filled + form.spare }, (_, at) => at);
  const { label, hint = "" } = word.fields[field] as { label: string; hint?: string };
  return (
    <div class="form-rows" id={field}>
      <h2 class="like-h4">{label}</h2>
      <p class="field-hint">
        {hint} {word.emptyRow}
      </p>
      {terms !== undefined && <p class="field-hint">{terms}</p>}
      {numbers.map((at) => (
        <fieldset class="fieldset form-row">
          <legend>{at < filled ? word.row(at + 1) : word.newRow}</legend>
          {row(`${field}.${at}`)}
        </fieldset>
      ))}
    </div>
  );
}

/** What was read from a form, with its reasons in words, to be shown again. */
export function formOf(
  language: Language,
  sent: Sent,
  spare: number,
  { wrong = {}, questions = {} }: Partial<ReadForm> = {},
): ProfileForm {
  const { refusals } = words[language];
  const sentences = Object.entries(wrong).map(([name, { reason, said }]) => [name, refusals[reason](said)] as const);
  return { language, sent, spare, questions, wrong: Object.fromEntries(sentences) };
}
