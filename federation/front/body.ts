import type { IncomingMessage } from "node:http";

const mostBytes = 256 * 1024;
const longestRead = 10_000;

/** The body of a request, or the status that refuses it. Bytes are counted; what the header says of the length is not believed. */
export function readBody(request: IncomingMessage): Promise<Buffer | 400 | 408 | 413> {
  const { promise, resolve } = Promise.withResolvers<Buffer | 400 | 408 | 413>();
  const chunks: Buffer[] = [];
  let size = 0;
  const timer = setTimeout(() => resolve(408), longestRead);
  request.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > mostBytes) resolve(413);
    else chunks.push(chunk);
  });
  request.once("end", () => resolve(Buffer.concat(chunks)));
  request.once("error", () => resolve(400));
  request.once("aborted", () => resolve(400));
  return promise.finally(() => {
    clearTimeout(timer);
    request.removeAllListeners("data");
    request.resume();
  });
}
