import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "../foundation/language.ts";
import { Choices, type Option } from "../web/form-parts.tsx";
import { Term } from "../web/term.tsx";
import { factWords } from "./fact-words.ts";
import { capabilities } from "./host.ts";
import { identifierSchemes, schemeName } from "./identifiers.ts";
import { countryCodes } from "./place-names.ts";
import {
  fieldFacts,
  Line,
  Lines,
  OneOf,
  PlaceField,
  type ProfileForm,
  Rows,
  SomeOf,
  valueIn,
} from "./profile-fields-parts.tsx";
import type { SectionName } from "./profile-sections.ts";
import { words } from "./profile-words.ts";
import { territoryName } from "./territories.ts";
import { policies } from "./territory.ts";
import { vocabularies } from "./vocabularies.ts";
import { words as hostWords } from "./words.ts";

interface FieldsProps {
  readonly form: ProfileForm;
  /** A portal does nothing itself. */
  readonly hub: boolean;
}

/** The fields of one section. */
export function SectionFields({ section, ...props }: FieldsProps & { readonly section: SectionName }) {
  const Fields = fields[section];
  return <Fields {...props} />;
}

/** What a host can do. */
export function CapabilityFields({ form }: Pick<FieldsProps, "form">) {
  const word = hostWords[form.language];
  const options = capabilities.map((value) => ({ value, label: word.capabilities[value] }));
  return <SomeOf form={form} field="capabilities" options={options} />;
}

export function LegalFormField({ form }: Pick<FieldsProps, "form">) {
  const { nothing } = words[form.language];
  return <OneOf form={form} field="legalForm" options={optionsOf("legalForms", form.language)} none={nothing} />;
}

/** Where a host is of use, and what that means for the others. */
export function TerritoryFields({ form }: Pick<FieldsProps, "form">) {
  const word = words[form.language];
  const facts = fieldFacts({ form, field: "territory.policy" });
  const chosen = valueIn(form, "territory.policy");
  return (
    <>
      <PlaceField form={form} field="territory.codes" rows={3} />
      <Choices
        {...facts}
        type="radio"
        chosen={chosen === "" ? [] : [chosen]}
        options={policies.map((value) => ({ value, ...word.policies[value] }))}
      />
    </>
  );
}

function Identity({ form, hub }: FieldsProps) {
  const { written } = words[form.language];
  return (
    <>
      <Line form={form} field="name" required autocomplete="organization" />
      <Line form={form} field="tagline" maxlength={200} />
      <Lines form={form} field="summary" rows={8} />
      <OneOf
        form={form}
        field="language"
        options={Object.entries(written).map(([value, label]) => ({ value, label }))}
      />
      <Line form={form} field="website" autocomplete="url" />
      {!hub && <CapabilityFields form={form} />}
      <Line form={form} field="languages" />
    </>
  );
}

function Structure({ form }: FieldsProps) {
  const { language } = form;
  const { guessed, nothing } = words[language];
  const options = identifierSchemes.map((value) => ({ value, label: schemeName(value) }));
  return (
    <>
      <LegalFormField form={form} />
      <PlaceField form={form} field="commune" />
      <OneOf form={form} field="country" options={countries(language)} none={nothing} />
      <Lines form={form} field="memberOf" rows={3} />
      <Rows
        form={form}
        field="identifiers"
        terms={
          <>
            <Term code="siret" language={language} /> · <Term code="rna" language={language} />
          </>
        }
        row={(prefix) => (
          <div class="pair">
            <Line form={form} field="identifiers.value" name={`${prefix}.value`} />
            <OneOf {...{ form, field: "identifiers.scheme", name: `${prefix}.scheme`, options }} none={guessed} />
          </div>
        )}
      />
    </>
  );
}

function Contact({ form }: FieldsProps) {
  return (
    <>
      <Line form={form} field="contact.email" type="email" autocomplete="email" />
      <Line form={form} field="contact.phone" type="tel" autocomplete="tel" width="middle" />
      <Line form={form} field="contact.url" autocomplete="url" />
      <Lines form={form} field="contact.address" rows={3} />
    </>
  );
}

function Commitments({ form }: FieldsProps) {
  const { claims } = words[form.language];
  return (
    <>
      <Suggestions id="claims" texts={claims} />
      <Rows
        form={form}
        field="commitments"
        row={(prefix) => (
          <>
            <Line form={form} field="commitments.claim" name={`${prefix}.claim`} list="claims" />
            <Line form={form} field="commitments.evidence" name={`${prefix}.evidence`} />
            <Line form={form} field="commitments.asOf" name={`${prefix}.asOf`} type="date" width="middle" />
          </>
        )}
      />
    </>
  );
}

function Limits({ form }: FieldsProps) {
  return (
    <>
      <Lines form={form} field="doesNot" rows={6} />
      <Rows
        form={form}
        field="referrals"
        row={(prefix) => (
          <>
            <Line form={form} field="referrals.to" name={`${prefix}.to`} />
            <Line form={form} field="referrals.why" name={`${prefix}.why`} />
          </>
        )}
      />
    </>
  );
}

function Solidarity({ form }: FieldsProps) {
  const options = optionsOf("audiences", form.language);
  return (
    <>
      <Lines form={form} field="solidarity.how" />
      <SomeOf form={form} field="solidarity.who" options={options} />
      <SomeOf form={form} field="solidarity.notFor" options={options} />
    </>
  );
}

function Terms({ form }: FieldsProps) {
  return (
    <>
      <Line form={form} field="termsUrl" autocomplete="off" />
      <Line form={form} field="dataLocation" />
    </>
  );
}

function Facts({ form }: FieldsProps) {
  const { structured } = words[form.language];
  return (
    <>
      <Suggestions id="fact-names" texts={Object.values(factWords[form.language].names)} />
      <Rows
        form={form}
        field="facts"
        row={(prefix) => {
          const json = /^[[{]/.test(valueIn(form, `${prefix}.value`));
          return (
            <>
              <Line form={form} field="facts.name" name={`${prefix}.name`} list="fact-names" />
              <Line
                {...{ form, field: "facts.value", name: `${prefix}.value` }}
                {...(json ? { hint: structured } : {})}
              />
              <Line form={form} field="facts.note" name={`${prefix}.note`} />
            </>
          );
        }}
      />
    </>
  );
}

function Suggestions({ id, texts }: { readonly id: string; readonly texts: readonly string[] }) {
  return (
    <datalist id={id}>
      {texts.map((text) => (
        <option value={text} />
      ))}
    </datalist>
  );
}

const fields: Readonly<Record<SectionName, (props: FieldsProps) => JSX.Element>> = {
  identity: Identity,
  structure: Structure,
  territory: TerritoryFields,
  contact: Contact,
  commitments: Commitments,
  limits: Limits,
  solidarity: Solidarity,
  terms: Terms,
  facts: Facts,
};

function optionsOf(list: "legalForms" | "audiences", language: Language): readonly Option[] {
  return vocabularies[list].map((term) => ({ value: term.code, label: term[language] }));
}

function countries(language: Language): readonly Option[] {
  return countryCodes()
    .map((code) => ({ value: code.slice("country:".length), label: territoryName(code, language) }))
    .sort((one, other) => one.label.localeCompare(other.label, language));
}
