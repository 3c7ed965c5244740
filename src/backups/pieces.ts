import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import tar from "tar-stream";
import { openStream, sealStream } from "../foundation/passphrase.ts";
import { type Piece, partSize } from "./backup.ts";

/** Packs pieces as tar and seals them with age, as they come: `age -d FILE | tar x` opens it too. */
export async function* sealPieces(pieces: AsyncIterable<Piece>, passphrase: string): AsyncGenerator<Uint8Array> {
  const pack = tar.pack();
  const packing = packAll(pack, pieces).catch((error: Error) => pack.destroy(error));
  yield* await sealStream(passphrase, pack as AsyncIterable<Uint8Array>);
  await packing;
}

async function packAll(pack: tar.Pack, pieces: AsyncIterable<Piece>): Promise<void> {
  for await (const { name, bytes } of pieces) {
    await new Promise<void>((resolve, reject) => {
      const header = { name, size: bytes.length, mode: 0o600 };
      pack.entry(header, bytes, (error) => (error ? reject(error) : resolve())).on("error", reject);
    });
  }
  pack.finalize();
}

/** The pieces of a file, one after the other; throws `Unopened` for a wrong passphrase, `Damaged` for what is cut off or altered. */
export async function* openPieces(file: string, passphrase: string): AsyncGenerator<Piece> {
  const extract = tar.extract();
  const feeding = feed(file, passphrase, extract);
  feeding.catch((error: Error) => extract.destroy(error));
  try {
    for await (const entry of extract) yield await readPiece(entry);
    await feeding;
  } catch (error) {
    await feeding.catch((cause: unknown) => {
      throw cause instanceof Unopened ? cause : new Damaged("the file is cut off or altered", { cause });
    });
    throw error instanceof Damaged ? error : new Damaged("the file is cut off or altered", { cause: error });
  } finally {
    extract.destroy();
  }
}

/** Not a sealed file, or sealed with another passphrase. */
export class Unopened extends Error {
  override readonly name = "Unopened";
}

export class Damaged extends Error {
  override readonly name = "Damaged";
}

async function feed(file: string, passphrase: string, extract: tar.Extract): Promise<void> {
  const plain = await openStream(passphrase, createReadStream(file)).catch((cause: unknown) => {
    throw new Unopened("the passphrase does not open it", { cause });
  });
  await pipeline(plain, extract);
}

type Entry = tar.Extract extends AsyncIterable<infer One> ? One : never;

async function readPiece(entry: Entry): Promise<Piece> {
  const { name, size = 0, type } = entry.header;
  if (type !== "file" || size > partSize)
    throw new Damaged(`it holds ${JSON.stringify(name)}, which is no part of a backup`);
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk as Buffer);
  return { name, bytes: Buffer.concat(chunks) };
}
