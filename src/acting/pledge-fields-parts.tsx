import type { Child } from "hono/jsx";
import { amountWords } from "../funding/amount-words.ts";
import { type FundingRequest, mostOf } from "../funding/funding.ts";
import { decimalOf } from "../offers/price.ts";
import { helpUnits, visibilities } from "../pledges/pledges.ts";
import { Choices, Marks, SelectField, TextField, type Typed, type Wrong } from "../web/form-parts.tsx";
import type { Frame } from "../web/layout.tsx";
import { words } from "./pledge-words.ts";
import { checkWords } from "./read-parts.tsx";
import type { Prefilled } from "./who-parts.tsx";

/** What of a form the fields of a promise need. */
interface FieldsProps {
  readonly frame: Frame;
  readonly request: Pick<FundingRequest, "content" | "terms">;
  readonly typed: Typed;
  readonly wrong: Wrong;
  /** What was read in a sentence, if these fields were. */
  readonly read?: Prefilled | null;
}

/** What is promised, under which condition, and what others see of it; towards a request of whatever instance. */
export function PledgeFields(props: FieldsProps) {
  const word = words[props.frame.language];
  return (
    <>
      <MoneyFields {...props} />
      <div class="more-list">
        <HelpFields {...props} />
        <ConditionFields {...props} />
      </div>
      <Choices
        {...{ name: "visibility", label: word.visibility, hint: word.visibilityHint, type: "radio" }}
        chosen={[props.typed["visibility"] || "visible"]}
        wrong={props.wrong["visibility"]}
        options={visibilities.map((value) => {
          const [label, hint] = word.visibilities[value];
          return { value, label, hint };
        })}
      />
    </>
  );
}

/** A field with what was typed, what is wrong with it, and whether it was not surely understood. */
const of = (props: FieldsProps, name: string) => ({
  name,
  value: props.typed[name] ?? "",
  wrong: props.wrong[name],
  check: checkOf(props, name),
});

const checkOf = ({ frame, read }: FieldsProps, name: string) => checkWords(read, name, frame.language);

function MoneyFields(props: FieldsProps) {
  const { frame, request, typed } = props;
  const { language } = frame;
  const word = words[language];
  const { presets } = request.content;
  const { goal } = request.terms;
  return (
    <div>
      {presets.length > 0 && (
        <fieldset class="fieldset">
          <legend>{word.what}</legend>
          <div class="strips">
            {presets.map((preset) => {
              const value = decimalOf(preset, goal.currency);
              return (
                <label>
                  <input type="radio" name="preset" value={value} checked={typed["preset"] === value} />
                  <span>{amountWords(preset, goal, language)}</span>
                </label>
              );
            })}
            <label>
              <input type="radio" name="preset" value="other" checked={(typed["preset"] ?? "other") === "other"} />
              <span>{word.other}</span>
            </label>
          </div>
        </fieldset>
      )}
      <TextField
        {...of(props, "amount")}
        label={presets.length > 0 ? word.other : word.amount}
        hint={word.amountHint(boundsWords(props))}
        inputmode="decimal"
        autocomplete="off"
        width="short"
      />
    </div>
  );
}

function boundsWords({ frame: { language }, request: { terms } }: FieldsProps): string {
  const word = words[language];
  const { minimumPledge, maximumPledge, cap, goal } = terms;
  const least = minimumPledge === null ? "" : word.least(amountWords(minimumPledge, goal, language));
  const most = (maximumPledge ?? cap) === null ? "" : word.most(amountWords(mostOf(terms), goal, language));
  return least + most;
}

function Folded({
  title,
  open,
  children,
}: {
  readonly title: string;
  readonly open: boolean;
  readonly children: Child;
}) {
  return (
    <details class="more" open={open}>
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  );
}

/** Open where something stands in one of these fields, is wrong there or has to be looked at. */
const filled = ({ typed, wrong, read }: FieldsProps, names: readonly string[]): boolean =>
  names.some((name) => (typed[name] ?? "") !== "" || wrong[name] !== undefined || read?.unsure.includes(name));

function HelpFields(props: FieldsProps) {
  const word = words[props.frame.language];
  const { helpWanted } = props.request.content;
  const unit = props.typed["unit"] || "hour";
  return (
    <Folded title={word.helpTitle} open={filled(props, ["what", "count"])}>
      <p class="soft small">{word.helpText}</p>
      {helpWanted !== null && <p class="small">{word.helpWanted(helpWanted)}</p>}
      <TextField {...of(props, "what")} label={word.helpWhat} hint={word.helpWhatHint} maxlength={500} />
      <div class="pair">
        <TextField {...of(props, "count")} label={word.helpCount} inputmode="numeric" width="short" />
        <SelectField
          {...{ ...of(props, "unit"), label: word.helpUnit, value: unit }}
          options={helpUnits.map((value) => ({ value, label: word.units[value] }))}
        />
      </div>
    </Folded>
  );
}

function ConditionFields(props: FieldsProps) {
  const word = words[props.frame.language];
  return (
    <Folded
      title={word.onlyIf}
      open={filled(props, ["condition", "conditionTotal", "conditionParticipants", "validUntil"])}
    >
      <p class="soft small">
        {word.onlyIfText} <Marks check={checkOf(props, "condition")} />
      </p>
      <TextField {...of(props, "conditionTotal")} label={word.conditionTotal} inputmode="decimal" width="short" />
      <TextField
        {...of(props, "conditionParticipants")}
        label={word.conditionParticipants}
        inputmode="numeric"
        width="short"
      />
      <TextField
        {...of(props, "validUntil")}
        {...{ label: word.validUntil, hint: word.validUntilHint, type: "date", width: "middle" }}
      />
    </Folded>
  );
}
