import type { Language } from "../foundation/language.ts";
import type { FundingRefusal } from "../funding/changes.ts";
import type { FundingDraft } from "../funding/form.ts";
import { refusalsToTerms, termsPaths } from "../funding/terms.ts";
import { words as fundingWords } from "../funding/words.ts";
import { type Fault, type Faults, fieldOfTerms, requestSectionNames } from "./request-form.ts";
import { words } from "./request-words.ts";

/** Faults as sentences, by field. */
export function faultWords(faults: Faults, language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, sentenceOf(fault, language)]));
}

function sentenceOf({ fault, typed = "", meant = [] }: Fault, language: Language): string {
  const word = words[language];
  if (fault === "place-unknown") return word.placeUnknown(typed);
  return fault === "place-which" ? word.placeWhich(typed, meant) : word.faults[fault];
}

/** A refusal as a sentence beside the field in which it is mended. */
export function refusalWords(reason: FundingRefusal, language: Language): Readonly<Record<string, string>> {
  const field = reason in termsPaths ? fieldOfTerms(reason as keyof typeof termsPaths) : "title";
  return { [field]: fundingWords[language].refusals[reason] };
}

/** All that keeps a draft from being opened, as sentences by field. */
export function lackingWords(draft: FundingDraft, now: Date, language: Language): Readonly<Record<string, string>> {
  const said = refusalsToTerms(draft, now).map((refusal) => refusalWords(refusal, language));
  return Object.assign({}, ...said.toReversed());
}

/** Where somebody goes on who saved a draft: to the section they were at, or to read it again. */
export function afterSaving(code: string, at: string | undefined): string {
  const edit = `/funding/${code}/edit`;
  if (at === "opening") return `${edit}/opening`;
  const section = requestSectionNames.find((one) => one === at);
  return section === undefined ? `${edit}?done=saved` : `${edit}?done=saved#part-${section}`;
}
