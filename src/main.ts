import { enableCompileCache } from "node:module";
import { projectPath } from "./foundation/project-path.ts";

// Before anything else is loaded: the next start then spares the compiling.
enableCompileCache(projectPath("node_modules", ".cache", "essaim"));
const { serve } = await import("./commands/serve.ts");
await serve(process.env);
