import type { Child } from "hono/jsx";
import { fundingKinds } from "../funding/funding.ts";
import { freeLicences } from "../funding/licences.ts";
import { NeedChoices } from "../hosts/need-choices-parts.tsx";
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
      <NeedChoices
        legend={
          <>
            {word.needs} <Marks check={checkWords(props.read, "needs", props.language)} />
          </>
        }
        {...{ hint: word.needsHint, chosen: props.sent["needs"] ?? [], wrong: props.wrong["needs"] }}
        language={props.language}
      />
    </>
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
