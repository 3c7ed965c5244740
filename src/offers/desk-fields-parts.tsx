import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import { codesOf, findNeed, label as termOf, type Vocabulary, vocabularies } from "../hosts/vocabularies.ts";
import { Choices, type Option, SelectField, TextArea, TextField, type Wrong } from "../web/form-parts.tsx";
import { fieldOf, fieldWords } from "./desk-field-words.ts";
import { type Entries, type Problem, rowsOf } from "./desk-form.ts";
import { words } from "./desk-words.ts";
import { upper } from "./parts.tsx";

/** A form as it is shown: what is in it, and what is wrong with that. */
export interface FormState {
  readonly entries: Entries;
  readonly problems: ReadonlyMap<string, Problem>;
  readonly language: Language;
  /** The list to which a row was asked for. */
  readonly added: string | null;
}

interface OneField {
  readonly form: FormState;
  readonly name: string;
}

/** One line of text, or a number, a day, an amount. */
export function Line({
  form,
  name,
  ...more
}: OneField & {
  readonly type?: "text" | "date";
  readonly width?: "short" | "middle";
  readonly inputmode?: "numeric" | "decimal";
  readonly required?: boolean;
}) {
  return <TextField {...factsOf(form, name)} {...more} value={typedIn(form, name)} autocomplete="off" />;
}

/** Several lines. */
export function Area({ form, name, rows = 3 }: OneField & { readonly rows?: number }) {
  return <TextArea {...factsOf(form, name)} value={typedIn(form, name)} rows={rows} />;
}

/** Codes of a vocabulary to tick; one that is ticked already and that we do not know can be kept. */
export function Boxes({ form, name, list }: OneField & { readonly list: Vocabulary }) {
  const chosen = form.entries[name] ?? [];
  return <Choices {...factsOf(form, name)} type="checkbox" chosen={chosen} options={optionsOf(form, name, list)} />;
}

/** The needs, by their groups; a group where none is ticked is folded away. */
export function NeedBoxes({ form }: { readonly form: FormState }) {
  const { label, hint } = factsOf(form, "needs");
  const chosen = form.entries["needs"] ?? [];
  const options = optionsOf(form, "needs", "needs");
  const groupOf = (code: string) => findNeed(code)?.group ?? null;
  const groups = [...vocabularies.needGroups.map(({ code }) => code), null];
  return (
    <fieldset class="fieldset" id="needs" aria-describedby="needs-hint">
      <legend>{label}</legend>
      <p class="field-hint" id="needs-hint">
        {hint}
      </p>
      {groups.map((group) => {
        const some = options.filter(({ value }) => groupOf(value) === group);
        const ticked = some.filter(({ value }) => chosen.includes(value)).length;
        return some.length === 0 ? null : (
          <details class="folded" open={ticked > 0}>
            <summary>
              {group === null ? words[form.language].otherNeeds : termOf("needGroups", group, form.language)}{" "}
              {ticked > 0 && <span class="count">{ticked}</span>}
            </summary>
            <div class="options">
              {some.map((option) => (
                <label class="option">
                  <input type="checkbox" name="needs" value={option.value} checked={chosen.includes(option.value)} />
                  <span>{option.label}</span>
                </label>
              ))}
            </div>
          </details>
        );
      })}
    </fieldset>
  );
}

/** One code of a vocabulary, or none. */
export function Term({ form, name, list }: OneField & { readonly list: Vocabulary }) {
  const none = { value: "", label: words[form.language].options.unsaid };
  return <Select form={form} name={name} options={[none, ...optionsOf(form, name, list)]} />;
}

/** One of a few; what is chosen and not among them stays one of them. */
export function Select({ form, name, options }: OneField & { readonly options: readonly Option[] }) {
  const value = form.entries[name]?.[0] ?? "";
  const known = value === "" || options.some((option) => option.value === value);
  const all = known ? options : [...options, { value, label: value }];
  return <SelectField {...factsOf(form, name)} value={value} options={all} />;
}

/** A box to tick, with its words beside it. */
export function Tick({ form, name, children }: OneField & { readonly children?: Child }) {
  const { label } = factsOf(form, name);
  return (
    <label class="option">
      <input type="checkbox" id={name} name={name} value="yes" checked={form.entries[name]?.[0] === "yes"} />
      <span>
        {label}
        {children}
      </span>
    </label>
  );
}

export interface FoldedProps {
  readonly form: FormState;
  /** The name before its fields. */
  readonly at: string;
  readonly title: string;
  readonly fields: readonly string[];
  readonly children: Child;
}

/** Fields that few need, behind a title; open where something in them is wrong. */
export function Folded({ form, at, title, fields, children }: FoldedProps) {
  const wrong = [...form.problems.keys()].some((name) => fields.some((field) => name.startsWith(`${at}.${field}`)));
  return (
    <details class="folded" open={wrong}>
      <summary>{title}</summary>
      <div class="folded-in">{children}</div>
    </details>
  );
}

/** The numbers of the rows to show: those that are there, and an empty one where there is none or one was asked for. */
export function shownRows({ entries, added }: FormState, name: string): readonly number[] {
  const there = rowsOf(entries, name);
  return there.length === 0 || added === name ? [...there, (there.at(-1) ?? -1) + 1] : there;
}

/** All that is wrong, each with the field that it is about, for the summary above the form. */
export function summaryOf({ problems, language }: FormState): Wrong {
  const word = words[language];
  const sentences = [...problems].map(([name, problem]) => [
    name,
    word.remains(word.problems[problem], calledIn(name, language)),
  ]);
  return Object.fromEntries(sentences);
}

/** What a field is called, with the formula and the line that it is in: "Formule 2 · Prix". */
function calledIn(name: string, language: Language): string {
  const word = words[language];
  const label = labelOf(name, language);
  const tier = /^tiers\.(\d+)\./.exec(name)?.[1];
  return tier === undefined ? label : word.versions.row(label, word.tier(Number(tier) + 1));
}

export function labelOf(name: string, language: Language): string {
  const key = fieldOf(name);
  return key === null ? name : fieldWords[language][key][0];
}

function factsOf({ problems, language }: FormState, name: string) {
  const key = fieldOf(name);
  const [label, hint] = key === null ? [name] : fieldWords[language][key];
  const problem = problems.get(name);
  const wrong = problem && upper(words[language].problems[problem]);
  return { name, label, wrong, ...(hint !== undefined && { hint }) };
}

const typedIn = ({ entries }: FormState, name: string): string => entries[name]?.[0] ?? "";

function optionsOf({ entries, language }: FormState, name: string, list: Vocabulary): readonly Option[] {
  const known = codesOf(list);
  const others = (entries[name] ?? []).filter((code) => code !== "" && !known.includes(code));
  return [...known, ...others].map((value) => ({ value, label: termOf(list, value, language) }));
}
