import type { Language } from "../foundation/language.ts";
import type { Difference } from "../web/form-parts.tsx";
import { words } from "./desk-words.ts";
import { type Capability, capabilities } from "./host.ts";
import { type Sent, tidy } from "./profile-form.ts";
import { words as profileWords } from "./profile-words.ts";
import { label } from "./vocabularies.ts";
import { words as hostWords } from "./words.ts";

/** Where two forms of one section say something else, in words. */
export function differencesIn(yours: Sent, theirs: Sent, language: Language): readonly Difference[] {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(yours)])];
  const fields = names.flatMap((name) => labelOf(name, language) ?? []);
  return fields.flatMap(({ name, label: field }) => {
    const [mine, other] = [said(name, yours[name], language), said(name, theirs[name], language)];
    return mine === other ? [] : [{ label: field, yours: mine, theirs: other }];
  });
}

/** "Engagements, ligne 2 : Ce qui le montre"; null for what is no field of the profile. */
function labelOf(name: string, language: Language): { readonly name: string; readonly label: string } | null {
  const fields: Readonly<Record<string, { readonly label: string }>> = profileWords[language].fields;
  const [, list = "", at = "", column = ""] = /^(\w+)\.(\d+)\.(\w+)$/.exec(name) ?? [];
  if (list === "") return Object.hasOwn(fields, name) ? { name, label: fields[name]?.label ?? name } : null;
  const row = words[language].line(Number(at) + 1);
  const cell = fields[`${list}.${column}`]?.label;
  return cell === undefined ? null : { name, label: `${fields[list]?.label}, ${row} : ${cell}` };
}

function said(name: string, values: readonly string[] = [], language: Language): string {
  return values
    .map(tidy)
    .filter((value) => value !== "")
    .map((value) => valueWords(name, value, language))
    .join(", ");
}

function valueWords(name: string, value: string, language: Language): string {
  if (name === "legalForm") return label("legalForms", value, language);
  if (name === "solidarity.who" || name === "solidarity.notFor") return label("audiences", value, language);
  if (name === "territory.policy") return label("territoryPolicies", value, language);
  const capability = capabilities.find((one): one is Capability => name === "capabilities" && one === value);
  return capability === undefined ? value : hostWords[language].capabilities[capability];
}
