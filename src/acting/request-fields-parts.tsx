import type { Child } from "hono/jsx";
import { fundingKinds } from "../funding/funding.ts";
import { freeLicences } from "../funding/licences.ts";
import { codesOf, needs, label as termOf } from "../hosts/vocabularies.ts";
import { Choices, Marks, SelectField, TextArea, TextField } from "../web/form-parts.tsx";
import { Folded, type More, of, optional, type RequestFieldsProps, typedIn } from "./field-parts.tsx";
import { Money } from "./money-fields-parts.tsx";
import { checkWords } from "./read-parts.tsx";
import type { RequestSection } from "./request-form.ts";
import { words } from "./request-words.ts";

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
function NeedChoices({ language, sent, wrong, read }: RequestFieldsProps) {
  const word = words[language];
  const chosen = sent["needs"] ?? [];
  return (
    <fieldset class={wrong["needs"] ? "fieldset field-wrong" : "fieldset"} id="needs" aria-describedby="needs-hint">
      <legend>
        {word.needs} <Marks check={checkWords(read, "needs", language)} />
      </legend>
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
      <Poll {...props} />
      <div class="more-list gap-above">
        <Folded {...props} title={words[props.language].moreWho} names={["beneficiaries", "steward"]}>
          <TextArea {...of(props, "beneficiaries")} {...optional(props)} rows={2} />
          <TextField {...of(props, "steward")} {...optional(props)} maxlength={200} />
        </Folded>
      </div>
    </>
  );
}

/** Whether people are asked, by a poll on their own networks, how much they would give. */
function Poll(props: RequestFieldsProps) {
  const options = [{ value: "yes", ...words[props.language].poll }];
  return (
    <div class="gap-above">
      <Choices {...of(props, "poll")} type="checkbox" chosen={[typedIn(props, "poll")]} options={options} />
    </div>
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
