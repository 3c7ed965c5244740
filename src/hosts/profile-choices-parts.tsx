import type { Language } from "../foundation/language.ts";
import { Choices, type Option } from "../web/form-parts.tsx";
import { capabilities } from "./host.ts";
import { countryCodes } from "./place-names.ts";
import { fieldFacts, OneOf, PlaceField, type ProfileForm, SomeOf, valueIn } from "./profile-fields-parts.tsx";
import { words } from "./profile-words.ts";
import { territoryName } from "./territories.ts";
import { policies, usualPolicy } from "./territory.ts";
import { vocabularies } from "./vocabularies.ts";
import { words as hostWords } from "./words.ts";

interface ChoiceProps {
  readonly form: ProfileForm;
}

/** What a host can do. */
export function CapabilityFields({ form }: ChoiceProps) {
  const word = hostWords[form.language];
  const options = capabilities.map((value) => ({ value, label: word.capabilities[value] }));
  return <SomeOf form={form} field="capabilities" options={options} />;
}

export function LegalFormField({ form }: ChoiceProps) {
  const { nothing } = words[form.language];
  return <OneOf form={form} field="legalForm" options={optionsOf("legalForms", form.language)} none={nothing} />;
}

/** Where a host is of use, and what that means for the others. */
export function TerritoryFields({ form }: ChoiceProps) {
  const word = words[form.language];
  const facts = fieldFacts({ form, field: "territory.policy" });
  const chosen = valueIn(form, "territory.policy");
  return (
    <>
      <PlaceField form={form} field="territory.codes" rows={3} />
      <Choices
        {...facts}
        type="radio"
        chosen={[chosen === "" ? usualPolicy : chosen]}
        options={policies.map((value) => ({ value, ...word.policies[value] }))}
      />
    </>
  );
}

/** The codes of a list with their words. */
export function optionsOf(list: "legalForms" | "audiences", language: Language): readonly Option[] {
  return vocabularies[list].map((term) => ({ value: term.code, label: term[language] }));
}

/** All countries, in the order of their names. */
export function countries(language: Language): readonly Option[] {
  return countryCodes()
    .map((code) => ({ value: code.slice("country:".length), label: territoryName(code, language) }))
    .sort((one, other) => one.label.localeCompare(other.label, language));
}
