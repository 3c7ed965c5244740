import { needs } from "../hosts/vocabularies.ts";

/** What people may need for which this software is an example; guessed, and said so wherever it is shown. */
export function needsOf(software: readonly string[]): readonly string[] {
  const known = new Set(software.map(plain));
  return needs
    .filter(({ softwareExamples }) => softwareExamples.some((name) => known.has(plain(name))))
    .map(({ code }) => code);
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "");
