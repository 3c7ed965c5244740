import type { JSX } from "hono/jsx/jsx-runtime";
import { Term } from "../web/term.tsx";
import { factWords } from "./fact-words.ts";
import { identifierSchemes, schemeName } from "./identifiers.ts";
import { CapabilityFields, countries, LegalFormField, optionsOf, TerritoryFields } from "./profile-choices-parts.tsx";
import { Line, Lines, OneOf, PlaceField, type ProfileForm, Rows, SomeOf, valueIn } from "./profile-fields-parts.tsx";
import type { SectionName } from "./profile-sections.ts";
import { words } from "./profile-words.ts";

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
            <Line form={form} field="commitments.answer" name={`${prefix}.answer`} />
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
