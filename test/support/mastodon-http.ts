import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Wire } from "./mastodon-signatures.ts";

/** A GET as anybody sends it. */
export const plain = (url: string, accept: string): Wire => ({ method: "GET", url, headers: { accept }, body: "" });

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  /** Where it sends whoever asks. */
  readonly location?: string;
}

/** By node:http, since the site under test may have changed this process's `fetch`. */
export function ask({ method, url, headers, body }: Wire): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, async (response) => {
      const text = await read(response);
      resolve({ status: response.statusCode ?? 0, type: response.headers["content-type"] ?? "", body: text });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

/** A server on loopback that answers as it is told to. */
export async function listen(answer: (wire: Wire) => Promise<Reply>) {
  const handle = async (incoming: IncomingMessage, response: ServerResponse) => {
    const { status, type, body, location } = await answer(await readWire(incoming, origin));
    response.writeHead(status, { "content-type": type, ...(location !== undefined && { location }) }).end(body);
  };
  const server = createServer((incoming, response) => void handle(incoming, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, origin };
}

async function readWire(incoming: IncomingMessage, origin: string): Promise<Wire> {
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
  const { method = "GET", url = "/" } = incoming;
  return { method, url: origin + url, headers: Object.fromEntries(headers), body: await read(incoming) };
}

async function read(stream: AsyncIterable<unknown>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
