import type { Child } from "hono/jsx";
import type { Sent } from "../foundation/kept-forms.ts";
import type { Language } from "../foundation/language.ts";
import { fundingKinds, fundingModes } from "../funding/funding.ts";
import { freeLicences } from "../funding/licences.ts";
import { codesOf, needs, label as termOf } from "../hosts/vocabularies.ts";
import { currencyDigits } from "../offers/price.ts";
import { Choices, SelectField, TextArea, TextField, type TextFieldProps, type Wrong } from "../web/form-parts.tsx";
import type { RequestField, RequestSection } from "./request-form.ts";
import { words } from "./request-words.ts";
import { words as shared } from "./words.ts";

export interface RequestFieldsProps {
  readonly language: Language;
  readonly sent: Sent;
  readonly wrong: Wrong;
}

/** The fields of one section. */
export function SectionFields({ section, ...props }: RequestFieldsProps & { readonly section: RequestSection }) {
  const Fields = fieldsOf[section];
  return <Fields {...props} />;
}

const fieldsOf: Readonly<Record<RequestSection, (props: RequestFieldsProps) => Child>> = {
  need: Need,
  money: Money,
  when: When,
  who: Who,
  extras: Extras,
};

type Named = Exclude<RequestField, "needs">;

const typedIn = ({ sent }: RequestFieldsProps, name: RequestField): string => sent[name]?.[0] ?? "";

/** What every field is shown with: its label, its hint, what was typed and what is wrong. */
function of(props: RequestFieldsProps, name: Named) {
  const [label, hint] = words[props.language].labels[name] as readonly [string, string?];
  const wrong = props.wrong[name];
  return { name, label, value: typedIn(props, name), wrong, ...(hint === undefined ? {} : { hint }) };
}

const optional = ({ language }: RequestFieldsProps) => ({ optional: shared[language].optional });

type More = Pick<TextFieldProps, "type" | "inputmode" | "width" | "maxlength">;

function amount(props: RequestFieldsProps, name: Named) {
  const facts: More = { inputmode: "decimal", width: "short" };
  return <TextField {...of(props, name)} {...facts} autocomplete="off" />;
}

function Need(props: RequestFieldsProps) {
  const word = words[props.language];
  const kinds = fundingKinds.map((value) => ({ value, label: word.kinds[value][0], hint: word.kinds[value][1] }));
  return (
    <>
      <TextField {...of(props, "title")} maxlength={200} required />
      <TextArea {...of(props, "description")} rows={6} required />
      <Choices
        {...of(props, "kind")}
        type="radio"
        chosen={[typedIn(props, "kind") || "shared-purchase"]}
        options={kinds}
      />
      <NeedChoices {...props} />
    </>
  );
}

/** All needs, folded by group; open where something is ticked. */
function NeedChoices({ language, sent, wrong }: RequestFieldsProps) {
  const word = words[language];
  const chosen = sent["needs"] ?? [];
  return (
    <fieldset class={wrong["needs"] ? "fieldset field-wrong" : "fieldset"} id="needs" aria-describedby="needs-hint">
      <legend>{word.needs}</legend>
      <p class="field-hint" id="needs-hint">
        {word.needsHint}
      </p>
      {wrong["needs"] && <p class="field-error">{wrong["needs"]}</p>}
      {codesOf("needGroups").map((group) => {
        const own = needs.filter((need) => need.group === group);
        const ticked = own.filter(({ code }) => chosen.includes(code)).length;
        return own.length === 0 ? null : (
          <details class="more" open={ticked > 0}>
            <summary>
              {termOf("needGroups", group, language)} {ticked > 0 && <span class="count">{ticked}</span>}
            </summary>
            <div class="options">
              {own.map(({ code }) => (
                <label class="option">
                  <input type="checkbox" name="needs" value={code} checked={chosen.includes(code)} />
                  <span>{termOf("needs", code, language)}</span>
                </label>
              ))}
            </div>
          </details>
        );
      })}
    </fieldset>
  );
}

function Money(props: RequestFieldsProps) {
  const word = words[props.language];
  const modes = fundingModes.map((value) => ({ value, label: word.modes[value][0], hint: word.modes[value][1] }));
  const periods = Object.entries(word.periods).map(([value, label]) => ({ value, label }));
  const period = of(props, "period");
  return (
    <>
      <div class="pair">
        {amount(props, "minimum")}
        <SelectField {...period} options={withUsual(periods, period.value)} />
      </div>
      <Choices
        {...of(props, "mode")}
        type="radio"
        chosen={[typedIn(props, "mode") || "all-or-nothing"]}
        options={modes}
      />
      <div class="only-optimum">{amount(props, "optimum")}</div>
      <div class="more-list gap-above">
        <Folded
          {...props}
          title={word.heads}
          names={["participants", "presets"]}
          open={typedIn(props, "mode") === "headcount"}
        >
          <TextField {...of(props, "participants")} {...optional(props)} inputmode="numeric" width="short" />
          <Presets {...props} />
        </Folded>
        <Limits {...props} />
      </div>
    </>
  );
}

/** What a draft says that the list does not offer stays, as it is. */
function withUsual(options: readonly { readonly value: string; readonly label: string }[], value: string) {
  return options.some((one) => one.value === value) ? options : [...options, { value, label: value }];
}

function Presets({ language, sent, wrong }: RequestFieldsProps) {
  const word = words[language];
  const [label, hint] = word.labels.presets;
  const typed = sent["presets"] ?? [];
  const rows = Array.from({ length: Math.max(4, typed.length) }, (_, at) => typed[at] ?? "");
  const fault = wrong["presets"];
  return (
    <fieldset class={fault ? "fieldset field-wrong" : "fieldset"} id="presets" aria-describedby="presets-hint">
      <legend>
        {label} <span class="field-optional">({shared[language].optional})</span>
      </legend>
      <p class="field-hint" id="presets-hint">
        {hint}
      </p>
      {fault && (
        <p class="field-error" id="presets-error">
          {fault}
        </p>
      )}
      <div class="cluster gap-above">
        {rows.map((value, at) => (
          <input
            class="input input-short"
            {...{ name: "presets", value, inputmode: "decimal", autocomplete: "off" }}
            aria-label={word.preset(at + 1)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface FoldedProps extends RequestFieldsProps {
  readonly title: string;
  readonly names: readonly RequestField[];
  /** Open although nothing stands there yet. */
  readonly open?: boolean;
  readonly children: Child;
}

/** Fields that most leave empty; open where something stands in one of them, or is wrong there. */
function Folded({ title, names, open = false, children, ...props }: FoldedProps) {
  const filled = names.some((name) => props.wrong[name] || (props.sent[name] ?? []).some((text) => text !== ""));
  return (
    <details class="more" open={open || filled}>
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  );
}

function Limits(props: RequestFieldsProps) {
  const currency = typedIn(props, "currency") || "EUR";
  const title = words[props.language].moreMoney;
  return (
    <Folded {...props} title={title} names={["minimumPledge", "maximumPledge", "cap"]} open={currency !== "EUR"}>
      <div class="pair">
        {amount(props, "minimumPledge")}
        {amount(props, "maximumPledge")}
      </div>
      <div class="pair">
        {amount(props, "cap")}
        <SelectField
          {...of(props, "currency")}
          value={currency}
          options={Object.keys(currencyDigits).map((value) => ({ value, label: value }))}
        />
      </div>
    </Folded>
  );
}

function When(props: RequestFieldsProps) {
  const dated = (name: "deadline" | "extension"): More => ({
    width: "middle",
    type: /^(\d{4}-\d\d-\d\d)?$/.test(typedIn(props, name)) ? "date" : "text",
  });
  return (
    <>
      <TextField {...of(props, "deadline")} {...dated("deadline")} />
      <TextField {...of(props, "extension")} {...optional(props)} {...dated("extension")} />
    </>
  );
}

function Who(props: RequestFieldsProps) {
  const { calls } = words[props.language];
  const options = (["everyone", "some", "nobody"] as const).map((value) => {
    return { value, label: calls[value][0], hint: calls[value][1] };
  });
  return (
    <>
      <TextField {...of(props, "territories")} {...optional(props)} />
      <Choices {...of(props, "call")} type="radio" chosen={[typedIn(props, "call") || "everyone"]} options={options} />
      <div class="only-some gap-above">
        <TextArea {...of(props, "hosts")} rows={2} />
      </div>
      <div class="more-list gap-above">
        <Folded {...props} title={words[props.language].moreWho} names={["beneficiaries", "steward"]}>
          <TextArea {...of(props, "beneficiaries")} {...optional(props)} rows={2} />
          <TextField {...of(props, "steward")} {...optional(props)} maxlength={200} />
        </Folded>
      </div>
    </>
  );
}

function Extras(props: RequestFieldsProps) {
  const none = { value: "", label: words[props.language].noLicense };
  return (
    <>
      <div class="only-development">
        <SelectField
          {...of(props, "license")}
          options={[none, ...freeLicences.map((value) => ({ value, label: value }))]}
        />
      </div>
      <div class="more-list gap-above">
        <Folded {...props} title={words[props.language].moreExtras} names={["helpWanted", "returns"]}>
          <TextArea {...of(props, "helpWanted")} {...optional(props)} rows={2} />
          <TextArea {...of(props, "returns")} {...optional(props)} rows={2} />
        </Folded>
      </div>
    </>
  );
}
