import type { Child } from "hono/jsx";
import { vocabularies } from "../hosts/vocabularies.ts";
import type { Option } from "../web/form-parts.tsx";
import { Area, Boxes, type FormState, Line, NeedBoxes, Select, shownRows, Term, Tick } from "./desk-fields-parts.tsx";
import { registrations, type Section } from "./desk-sections.ts";
import { PriceSection } from "./desk-tier-parts.tsx";
import { words } from "./desk-words.ts";
import { SectionTerms } from "./need-parts.tsx";
import { words as offerWords } from "./words.ts";

export interface SectionProps {
  readonly form: FormState;
  /** The other offers, which this one may supplement. */
  readonly others: readonly Option[];
}

/** The fields of a section. */
export function SectionFields({ section, ...props }: SectionProps & { readonly section: Section }) {
  const Fields = fieldsOf[section];
  return (
    <>
      <SectionTerms section={section} language={props.form.language} />
      <div class="gap-above">
        <Fields {...props} />
      </div>
    </>
  );
}

const fieldsOf: Readonly<Record<Section, (props: SectionProps) => Child>> = {
  what: What,
  scope: Scope,
  price: PriceSection,
  accompaniment: Accompaniment,
  support: Help,
  safety: Safety,
  leaving: Leaving,
  territory: Where,
  start: Start,
  software: SoftwareList,
};

function What({ form }: SectionProps) {
  const { languages } = words[form.language].options;
  const options = Object.entries(languages).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Line form={form} name="title" required />
      <Area form={form} name="summary" />
      <Select form={form} name="language" options={options} />
      <div class="boxes">
        <NeedBoxes form={form} />
        <Boxes form={form} name="audiences" list="audiences" />
      </div>
      <details class="folded boxes">
        <summary>{words[form.language].moreAudience}</summary>
        <div class="folded-in">
          <Boxes form={form} name="audiencePriority" list="audiences" />
          <Boxes form={form} name="sectors" list="audienceSectors" />
          <Boxes form={form} name="techLevels" list="techLevels" />
        </div>
      </details>
    </>
  );
}

function Scope({ form }: SectionProps) {
  return (
    <>
      <div class="pair pair-wide">
        <Area form={form} name="does" rows={8} />
        <Area form={form} name="doesNot" rows={8} />
      </div>
      <Area form={form} name="features" />
      <Area form={form} name="limits" />
    </>
  );
}

function Accompaniment({ form }: SectionProps) {
  return (
    <>
      <div class="boxes">
        <Boxes form={form} name="accompaniment.included" list="accompaniment" />
        <Boxes form={form} name="accompaniment.notIncluded" list="accompaniment" />
        <Boxes form={form} name="accompaniment.formats" list="accompanimentFormats" />
      </div>
      <Area form={form} name="accompaniment.steps" rows={6} />
      <div class="pair">
        <Line form={form} name="accompaniment.followUp.short" />
        <Line form={form} name="accompaniment.followUp.long" />
      </div>
    </>
  );
}

function Help({ form }: SectionProps) {
  const { unsaid, yes, no } = words[form.language].options;
  const answers = [
    { value: "", label: unsaid },
    { value: "yes", label: yes },
    { value: "no", label: no },
  ];
  return (
    <>
      <Select form={form} name="support.included" options={answers} />
      <Area form={form} name="support.channels" />
      <div class="pair">
        <Line form={form} name="support.hours" />
        <Line form={form} name="support.answerWithin" />
      </div>
      <Area form={form} name="support.note" />
      <Area form={form} name="maintenance" />
    </>
  );
}

function Safety({ form }: SectionProps) {
  return (
    <>
      <Area form={form} name="backups" />
      <Term form={form} name="isolation" list="isolation" />
    </>
  );
}

function Leaving({ form }: SectionProps) {
  return (
    <>
      <Line form={form} name="exit.notice" width="middle" />
      <Area form={form} name="exit.formats" />
      <Area form={form} name="exit.help" />
      <Area form={form} name="continuity" />
    </>
  );
}

function Where({ form }: SectionProps) {
  const policies = vocabularies.territoryPolicies.map((term) => ({ value: term.code, label: term[form.language] }));
  return (
    <>
      <Area form={form} name="territory.codes" rows={5} />
      <Select form={form} name="territory.policy" options={policies} />
    </>
  );
}

function Start({ form, others }: SectionProps) {
  const { unsaid, noOther } = words[form.language].options;
  const named: Readonly<Record<string, string>> = offerWords[form.language].registrations;
  const ways = registrations.map((value) => ({ value, label: named[value] ?? value }));
  return (
    <>
      <div class="pair">
        <Line form={form} name="onboarding.delay" />
        <Line form={form} name="onboarding.commitment" />
      </div>
      <Area form={form} name="onboarding.text" />
      <Select form={form} name="registration" options={[{ value: "", label: unsaid }, ...ways]} />
      <Area form={form} name="conditions" />
      <Line form={form} name="url" />
      <Select form={form} name="addonTo" options={[{ value: "", label: noOther }, ...others]} />
      <Term form={form} name="requiresPartnerRole" list="partnershipRoles" />
      <Area form={form} name="notes" />
    </>
  );
}

function SoftwareList({ form }: SectionProps) {
  const word = words[form.language];
  return (
    <div class="stack">
      {shownRows(form, "software").map((row) => (
        <fieldset class="row-part" id={`software.${row}`}>
          <legend>{form.entries[`software.${row}.name`]?.[0] || word.row(row + 1)}</legend>
          <div class="pair">
            <Line form={form} name={`software.${row}.name`} />
            <Line form={form} name={`software.${row}.version`} />
          </div>
          <div class="pair">
            <Line form={form} name={`software.${row}.license`} />
            <Line form={form} name={`software.${row}.url`} />
          </div>
          <Tick form={form} name={`software.${row}.remove`} />
        </fieldset>
      ))}
      <p id="software">
        <button class="button button-small" type="submit" name="add" value="software">
          {word.addSoftware}
        </button>
      </p>
    </div>
  );
}
