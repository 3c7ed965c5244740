import { readFileSync } from "node:fs";
import { projectPath } from "../../../src/foundation/project-path.ts";

/** A JSON object of the sample, as it stands in the file. */
export type Raw = Record<string, unknown>;

export interface Sample extends Raw {
  readonly hosts: readonly (Raw & { readonly id: string; readonly name: string; readonly offers: readonly Raw[] })[];
}

/** Fifteen real hosts and thirty-three real offers, as they were collected with their sources. */
export const sampleText = readFileSync(projectPath("test", "support", "sample", "hosts.json"), "utf8");

/** A copy of its own for each test. */
export function sample(): Sample {
  return JSON.parse(sampleText);
}
