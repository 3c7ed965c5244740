import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { projectPath } from "../../src/foundation/project-path.ts";

const options = [
  ...["--dialect", "postgres", "--camel-case", "--date-parser", "string", "--print", "--log-level", "error"],
  ...["--include-pattern", "public.*", "--exclude-pattern", "kysely_*", "--type-mapping", '{"int8":"number"}'],
];

/** The table types of a migrated database, as `src/foundation/tables.ts` has them. */
export async function generateTables(url: string): Promise<string> {
  const { stdout } = await promisify(execFile)(projectPath("node_modules", ".bin", "kysely-codegen"), [
    ...options,
    "--url",
    url,
  ]);
  return `${stdout.trimEnd()}\n`;
}
