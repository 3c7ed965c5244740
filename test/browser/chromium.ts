import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { projectPath } from "../../src/foundation/project-path.ts";

const packed = "@sparticuz/chromium";

/** The program of the browser. It is unpacked beside and then put in its place whole, so that of several tests that come first none starts half of it. */
export async function chromiumPath(): Promise<string> {
  const { version } = JSON.parse(await readFile(projectPath("node_modules", packed, "package.json"), "utf8"));
  const place = projectPath("node_modules", ".cache", `essaim-chromium-${version}`);
  if (!existsSync(place)) await unpack(place);
  return join(place, "chromium");
}

async function unpack(place: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  const beside = await mkdtemp(`${place}-`);
  const program = `await (await import("${packed}")).default.executablePath()`;
  // The package unpacks into the folder for temporary files, which it is told of by its surroundings only.
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: projectPath(),
    env: { ...process.env, TMPDIR: beside },
  });
  await rename(beside, place).catch(async (error) => {
    await rm(beside, { recursive: true });
    if (!existsSync(place)) throw error; // otherwise another was faster
  });
}
