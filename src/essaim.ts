import { enableCompileCache } from "node:module";
import { projectPath } from "./foundation/project-path.ts";

enableCompileCache(projectPath("node_modules", ".cache", "essaim"));
const { runCommand } = await import("./commands/program.ts");
// `essaim queue list | head`: who has read enough hangs up, and that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await runCommand(process.argv);
