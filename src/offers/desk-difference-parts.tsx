import { diffLines, diffWordsWithSpace } from "diff";
import type { Language } from "../foundation/language.ts";
import { label as termOf, type Vocabulary } from "../hosts/vocabularies.ts";
import type { Difference as Conflicting } from "../web/form-parts.tsx";
import type { Difference } from "./desk-differences.ts";
import { type FieldKey, fieldOf } from "./desk-field-words.ts";
import { labelOf } from "./desk-fields-parts.tsx";
import { words } from "./desk-words.ts";
import type { Period } from "./price.ts";
import { words as offerWords } from "./words.ts";

/** What changed, field by field in words: what was added is underlined, what was taken away is struck through. */
export function Differences({
  differences,
  language,
}: {
  readonly differences: readonly Difference[];
  readonly language: Language;
}) {
  const word = words[language].versions;
  if (differences.length === 0) return <p class="soft">{word.same}</p>;
  return (
    <>
      <p class="small soft">{word.legend}</p>
      <div>
        {differences.map((difference) => (
          <section class="conflict">
            <h3 class="like-h4">{calledHere(difference, language)}</h3>
            <p class="conflict-text">
              {changesOf(difference, language).map(({ value, added, removed }) =>
                added ? <ins>{value}</ins> : removed ? <del>{value}</del> : value,
              )}
            </p>
          </section>
        ))}
      </div>
    </>
  );
}

/** Texts word by word; what is chosen from a list by whole terms. */
function changesOf(difference: Difference, language: Language) {
  const [before, after] = texts(difference, language);
  const key = fieldOf(difference.name);
  return key !== null && lists[key] !== undefined
    ? diffLines(`${before}\n`, `${after}\n`)
    : diffWordsWithSpace(before, after);
}

/** The same for two who wrote at once: what each wrote. */
export function conflictsOf(differences: readonly Difference[], language: Language): readonly Conflicting[] {
  return differences.map((difference) => {
    const [theirs, yours] = texts(difference, language);
    return { label: calledHere(difference, language), yours, theirs };
  });
}

function calledHere({ name, of }: Difference, language: Language): string {
  const label = labelOf(name, language);
  return of === null ? label : words[language].versions.row(label, of);
}

function texts({ name, before, after }: Difference, language: Language): [string, string] {
  const said = (values: readonly string[]) => values.map((value) => inWords(name, value, language)).join("\n");
  return [said(before), said(after)];
}

/** What a value of a field is called: a code by its term, a box by yes. */
function inWords(name: string, value: string, language: Language): string {
  const key = fieldOf(name);
  const list = key === null ? undefined : lists[key];
  if (list !== undefined) return termOf(list, value, language);
  if (key?.endsWith("period")) return offerWords[language].periods[value as Period] ?? value;
  const options: Readonly<Record<string, string>> = {
    ...words[language].options.languages,
    ...offerWords[language].registrations,
  };
  if (key === "language" || key === "registration") return options[value] ?? value;
  return named(key, value, language) ?? value;
}

function named(key: FieldKey | null, value: string, language: Language): string | null {
  const { unknown, exempt, included, excluded, yes, no } = words[language].options;
  const regimes: Readonly<Record<string, string>> = { unknown, exempt, included, excluded };
  if (key === "tiers.price.vat.regime") return regimes[value] ?? null;
  const answers: Readonly<Record<string, string>> = { yes, no };
  return key !== null && answered.has(key) ? (answers[value] ?? null) : null;
}

const answered: ReadonlySet<FieldKey> = new Set<FieldKey>([
  ...(["support.included", "tiers.tailored", "tiers.price.indicative"] as const),
  ...(["tiers.price.membership.required", "tiers.price.membership.included"] as const),
]);

const lists: Readonly<Partial<Record<FieldKey, Vocabulary>>> = {
  needs: "needs",
  audiences: "audiences",
  audiencePriority: "audiences",
  sectors: "audienceSectors",
  techLevels: "techLevels",
  isolation: "isolation",
  "tiers.audienceSize": "audienceSizes",
  "tiers.price.model": "pricingModels",
  "accompaniment.included": "accompaniment",
  "accompaniment.notIncluded": "accompaniment",
  "accompaniment.formats": "accompanimentFormats",
  "territory.policy": "territoryPolicies",
  requiresPartnerRole: "partnershipRoles",
};
