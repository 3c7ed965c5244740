import { fundingModes } from "../funding/funding.ts";
import { currencyDigits } from "../offers/price.ts";
import { Choices, Marks, SelectField, TextField } from "../web/form-parts.tsx";
import { amount, Folded, of, optional, type RequestFieldsProps, typedIn } from "./field-parts.tsx";
import { checkWords } from "./read-parts.tsx";
import { words } from "./request-words.ts";
import { words as shared } from "./words.ts";

/** What is to come together, and who gives how much. */
export function Money(props: RequestFieldsProps) {
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

function Presets({ language, sent, wrong, read }: RequestFieldsProps) {
  const word = words[language];
  const [label, hint] = word.labels.presets;
  const typed = sent["presets"] ?? [];
  const rows = Array.from({ length: Math.max(4, typed.length) }, (_, at) => typed[at] ?? "");
  const fault = wrong["presets"];
  return (
    <fieldset class={fault ? "fieldset field-wrong" : "fieldset"} id="presets" aria-describedby="presets-hint">
      <legend>
        {label} <Marks optional={shared[language].optional} check={checkWords(read, "presets", language)} />
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
