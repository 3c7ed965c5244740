import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Writes all of it to a file of this process first, so that whoever reads slowly holds up no transaction; the file goes with the last byte. */
export async function spool(content: AsyncIterable<string>): Promise<ReadableStream<Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), "essaim-"));
  const file = join(folder, "export");
  const gone = () => rm(folder, { recursive: true, force: true });
  try {
    await pipeline(content, createWriteStream(file, { mode: 0o600 }));
  } catch (error) {
    await gone();
    throw error;
  }
  const reading = createReadStream(file);
  reading.once("close", () => void gone());
  return Readable.toWeb(reading) as ReadableStream<Uint8Array>;
}
