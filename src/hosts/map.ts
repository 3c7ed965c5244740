import { readFileSync } from "node:fs";
import { projectPath } from "../foundation/project-path.ts";
import type { Territory } from "./host.ts";
import { departmentsIn } from "./territories.ts";

/** A map of French departments, as src/hosts/departments-build.mjs makes it. */
export interface DepartmentMap {
  readonly viewBox: string;
  /** The frames of what is drawn aside, at its own scale: left, top, width, height. */
  readonly insets: readonly (readonly [number, number, number, number])[];
  /** By the code of the department, a path. */
  readonly outlines: Readonly<Record<string, string>>;
}

/** What a territory looks like on the map. */
export interface Coverage {
  /** The codes of departments that it covers. */
  readonly whole: readonly string[];
  readonly part: readonly string[];
  /** Whether people elsewhere may come too, as its policy says or because it works at a distance. */
  readonly beyond: boolean;
}

/** Which departments a territory covers, in the order of their codes; null where there is nothing to show on a map of France. */
export function coverageOf({ codes, policy }: Territory): Coverage | null {
  const covered = new Map<string, boolean>();
  for (const [department, whole] of codes.flatMap((code) => [...departmentsIn(code)]))
    covered.set(department, whole || covered.get(department) === true);
  const drawn = Object.keys(departmentMap().outlines).sort();
  const whole = drawn.filter((department) => covered.get(department) === true);
  const part = drawn.filter((department) => covered.get(department) === false);
  if (whole.length + part.length === 0) return null;
  return { whole, part, beyond: policy !== "only" || codes.includes("remote") };
}

let read: DepartmentMap | null = null;

export function departmentMap(): DepartmentMap {
  read ??= JSON.parse(readFileSync(projectPath("dist", "data", "departments.json"), "utf8")) as DepartmentMap;
  return read;
}
