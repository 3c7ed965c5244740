import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import { ChangedWords } from "./changed-words.tsx";
import { words } from "./desk-words.ts";
import { Icon } from "./icon.tsx";

/** What was typed, by the names of the fields; a field with several values has its first here. */
export type Typed = Readonly<Record<string, string>>;

/** Why fields were refused, as sentences, by their names. */
export type Wrong = Readonly<Record<string, string>>;

interface FieldFacts {
  readonly name: string;
  readonly label: string;
  readonly hint?: Child;
  /** The sentence that says what is wrong, and what to do. */
  readonly wrong?: string | undefined;
  /** The word that says that this may stay empty. */
  readonly optional?: string;
  /** The words that say that this was not surely understood, and has to be looked at. */
  readonly check?: string | undefined;
}

/** A label, its hint, something to fill in, and what is wrong with it. */
export function Field({ name, label, hint, wrong, children, ...marks }: FieldFacts & { readonly children: Child }) {
  return (
    <div class={wrong === undefined ? "field" : "field field-wrong"}>
      <label class="field-label" for={name}>
        {label} <Marks {...marks} />
      </label>
      <Hint name={name} hint={hint} />
      {children}
      <FieldError name={name} wrong={wrong} />
    </div>
  );
}

/** What stands beside a label: that the field may stay empty, or has to be looked at. */
export function Marks({ optional, check }: Pick<FieldFacts, "optional" | "check">) {
  return (
    <>
      {optional !== undefined && <span class="field-optional">({optional})</span>}
      {check !== undefined && <span class="chip chip-care">{check}</span>}
    </>
  );
}

export interface TextFieldProps extends FieldFacts {
  readonly value: string;
  readonly type?: "text" | "email" | "password" | "url" | "tel" | "number" | "date" | "month";
  readonly autocomplete?: string;
  readonly inputmode?: "numeric" | "decimal" | "email";
  readonly width?: "short" | "middle";
  readonly required?: boolean;
  readonly maxlength?: number;
  /** The id of a `datalist` with what is often written here. */
  readonly list?: string;
}

/** One line of text. A password never comes back. */
export function TextField({ value, type = "text", width, ...facts }: TextFieldProps) {
  const { name, autocomplete, inputmode, required, maxlength, list } = facts;
  return (
    <Field {...facts}>
      <input
        class={width === undefined ? "input" : `input input-${width}`}
        {...{ id: name, name, type, autocomplete, inputmode, required, maxlength, list }}
        {...(type === "password" ? {} : { value })}
        {...describedBy(facts)}
      />
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  value,
  rows = 4,
  required,
  ...facts
}: FieldFacts & { readonly value: string; readonly rows?: number; readonly required?: boolean }) {
  const { name } = facts;
  return (
    <Field {...facts}>
      <textarea class="input" {...{ id: name, name, rows, required }} {...describedBy(facts)}>
        {value.startsWith("\n") ? `\n${value}` : value}
      </textarea>
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface SelectFieldProps extends FieldFacts {
  readonly value: string;
  readonly options: readonly Option[];
}

/** One of many. */
export function SelectField({ value, options, ...facts }: SelectFieldProps) {
  const { name } = facts;
  return (
    <Field {...facts}>
      <select class="input" {...{ id: name, name }} {...describedBy(facts)}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

export interface ChoicesProps extends FieldFacts {
  readonly type: "radio" | "checkbox";
  readonly chosen: readonly string[];
  readonly options: readonly Option[];
}

/** One of a few, or several of them. */
export function Choices({ name, label, hint, wrong, type, chosen, options, ...marks }: ChoicesProps) {
  return (
    <fieldset
      class={wrong === undefined ? "fieldset" : "fieldset field-wrong"}
      id={name}
      {...describedBy({ name, hint, wrong })}
    >
      <legend>
        {label} <Marks {...marks} />
      </legend>
      <Hint name={name} hint={hint} />
      <div class="options">
        {options.map((option) => (
          <div>
            <label class="option">
              <input {...{ type, name, value: option.value }} checked={chosen.includes(option.value)} />
              <span>
                {option.label} {option.hint !== undefined && <small>{option.hint}</small>}
              </span>
            </label>
          </div>
        ))}
      </div>
      <FieldError name={name} wrong={wrong} />
    </fieldset>
  );
}

/** A file to choose; `accept` helps the browser, the content decides. */
export function FileField({ accept, ...facts }: FieldFacts & { readonly accept: string }) {
  const { name } = facts;
  return (
    <Field {...facts}>
      <input class="input input-file" type="file" {...{ id: name, name, accept }} {...describedBy(facts)} />
    </Field>
  );
}

/** All that is wrong, above the form, each with a link to its field; read out at once. */
export function ErrorSummary({ language, wrong }: { readonly language: Language; readonly wrong: Wrong }) {
  const all = Object.entries(wrong);
  if (all.length === 0) return null;
  return (
    <div class="error-summary" tabindex={-1} autofocus>
      {/* Not on the box itself: with the focus there, some screen readers would stop after the title. */}
      <div role="alert">
        <h2>{words[language].wrong(all.length)}</h2>
        <ul class="plain">
          {all.map(([name, sentence]) => (
            <li>
              <a href={`#${name}`}>{sentence}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** A field of which two people changed the same: what each wrote. */
export interface Difference {
  readonly label: string;
  readonly yours: string;
  readonly theirs: string;
}

/** Both versions of what two people changed at once. */
export function ConflictNotice({
  language,
  differences,
}: {
  readonly language: Language;
  readonly differences: readonly Difference[];
}) {
  const word = words[language].conflict;
  return (
    <div class="error-summary" tabindex={-1} autofocus>
      <div role="alert">
        <h2>{word.title}</h2>
        <p>{word.text}</p>
      </div>
      <table class="table table-stack conflict gap-above">
        <thead>
          <tr>
            <th scope="col">{word.field}</th>
            <th scope="col">{word.yours}</th>
            <th scope="col">{word.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ label, yours, theirs }) => (
            <tr>
              <th scope="row">{label}</th>
              <td data-word={word.yours}>
                {yours ? <ChangedWords before={theirs} after={yours} words={word} /> : word.nothing}
              </td>
              <td data-word={word.theirs}>{theirs || word.nothing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Makes a form that is sent twice be done once (`onceSent`). */
export function OnceField({ form = crypto.randomUUID() }: { readonly form?: string | undefined }) {
  return <input type="hidden" name="form" value={form} />;
}

function Hint({ name, hint }: Pick<FieldFacts, "name" | "hint">) {
  if (hint === undefined) return null;
  return (
    <p class="field-hint" id={`${name}-hint`}>
      {hint}
    </p>
  );
}

function FieldError({ name, wrong }: Pick<FieldFacts, "name" | "wrong">) {
  if (wrong === undefined) return null;
  return (
    <p class="field-error" id={`${name}-error`}>
      <Icon name="warning-circle" /> <span>{wrong}</span>
    </p>
  );
}

function describedBy({ name, hint, wrong }: Pick<FieldFacts, "name" | "hint" | "wrong">) {
  const ids = [...(hint === undefined ? [] : [`${name}-hint`]), ...(wrong === undefined ? [] : [`${name}-error`])];
  return {
    ...(ids.length === 0 ? {} : { "aria-describedby": ids.join(" ") }),
    ...(wrong === undefined ? {} : { "aria-invalid": "true" as const }),
  };
}
