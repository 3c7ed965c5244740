import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";

/** The body of a request, counted as it comes, whatever Content-Length says; null when it is larger than `most` bytes. Those who come after read the same bytes. */
export async function readBody(c: Context, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = await readAtMost(c.req.raw, most);
  if (bytes === null) return null;
  const { url, method, headers } = c.req.raw;
  c.req.raw = new Request(url, { method, headers, ...(bytes.length > 0 && { body: bytes }) }); // the stream is drained
  return bytes;
}

async function readAtMost(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of whole(request.body)) {
    length += chunk.length;
    if (length > most) return null;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

// Whoever hangs up half way has failed, not we.
async function* whole(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* body;
  } catch (cause) {
    throw new HTTPException(400, { message: "the body did not come whole", cause });
  }
}
