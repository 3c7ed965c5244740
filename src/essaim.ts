import { enableCompileCache } from "node:module";
import { projectPath } from "./foundation/project-path.ts";

enableCompileCache(projectPath("node_modules", ".cache", "essaim"));
const { runCommand } = await import("./commands/program.ts");
process.exitCode = await runCommand(process.argv);
