import type { Reader } from "../foundation/database.ts";
import { type DeskImport, type ImportProblem, type ImportState, Preview } from "./imports.ts";

const columns = [
  ...(["id", "source", "state", "step", "looked", "known", "preview"] as const),
  ...(["kept", "problem", "begun", "changed"] as const),
];

export async function findImport(reader: Reader, id: string): Promise<DeskImport | null> {
  const row = await reader.selectFrom("imports").select(columns).where("id", "=", id).executeTakeFirst();
  return row ? importOf(row) : null;
}

/** The last imports, the newest first. */
export async function listImports(reader: Reader, limit: number): Promise<readonly DeskImport[]> {
  const rows = await reader.selectFrom("imports").select(columns).orderBy("begun", "desc").limit(limit).execute();
  return rows.map(importOf);
}

interface Row extends Omit<DeskImport, "state" | "preview" | "problem"> {
  readonly state: string;
  readonly preview: unknown;
  readonly problem: string | null;
}

function importOf(row: Row): DeskImport {
  return {
    ...row,
    state: row.state as ImportState,
    problem: row.problem as ImportProblem | null,
    preview: row.preview === null ? null : Preview.parse(row.preview),
  };
}
