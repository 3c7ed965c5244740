// Unpacks our fonts for what draws text on the server, which reads no WOFF2; run by src/build.mjs.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { decompress } from "wawoff2";

/** The fonts of cards: titles and figures, then text. */
const fonts = ["bricolage-fr", "atkinson-next-fr"];

/** Writes each as TrueType; src/web/card-drawing.ts reads them. */
export async function buildFonts(outputFolder) {
  await mkdir(outputFolder, { recursive: true });
  for (const name of fonts) {
    const packed = await readFile(new URL(`fonts/${name}.woff2`, import.meta.url));
    await writeFile(`${outputFolder}/${name}.ttf`, await decompress(packed));
  }
}
