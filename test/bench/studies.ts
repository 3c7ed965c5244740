import { studyDirectory } from "./measures/directory.ts";
import { studyImport } from "./measures/import-peer.ts";
import { studyPledges } from "./measures/pledges.ts";
import { studySwarm } from "./measures/swarm.ts";

/** What a study found: a text for people, figures, and whether what it is there to show still holds. */
export interface Study {
  readonly text: string;
  readonly figures: unknown;
  readonly holds: boolean;
}

export interface StudyWishes {
  readonly quick: boolean;
  readonly seed: number;
  readonly note: (text: string) => void;
}

/** What is asked for by its name, since it takes minutes and loads no server. */
export const studies: Readonly<Record<string, (wishes: StudyWishes) => Promise<Study>>> = {
  swarm: studySwarm,
  "import-peer": studyImport,
  directory: studyDirectory,
  pledges: studyPledges,
};
