import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { type Piece, partName, partSize } from "./backup.ts";

/** What COPY says of a query, cut into parts. Left before its end, it costs the connection: nothing else ends a COPY. */
export async function* copyOut(client: pg.Client, query: string, folder: string): AsyncGenerator<Piece> {
  let whole = false;
  try {
    yield* parts(client.query(copyTo(`copy (${query}) to stdout`)), folder);
    whole = true;
  } finally {
    if (!whole) await client.end();
  }
}

async function* parts(stream: AsyncIterable<Buffer>, folder: string): AsyncGenerator<Piece> {
  let number = 1;
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    for (const slice of slices(chunk)) {
      if (size + slice.length > partSize) {
        yield { name: partName(folder, number), bytes: Buffer.concat(waiting) };
        [number, waiting, size] = [number + 1, [], 0];
      }
      waiting.push(slice);
      size += slice.length;
    }
  }
  if (size > 0) yield { name: partName(folder, number), bytes: Buffer.concat(waiting) };
}

function* slices(chunk: Buffer): Generator<Buffer> {
  for (let at = 0; at < chunk.length; at += partSize) yield chunk.subarray(at, at + partSize);
}

/** The inverse: gives PostgreSQL the parts, one after the other. */
export async function copyInto(client: pg.Client, target: string, parts: AsyncIterable<Buffer>): Promise<void> {
  await pipeline(parts, client.query(copyFrom(`copy ${target} from stdin`)));
}

/** A name as it stands in SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
