import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { Transaction } from "../../src/foundation/database.ts";
import { setUp } from "../../src/hosts/changes.ts";

/** What a server on loopback gives at a path: a text, or whatever it does itself. */
export type Page = string | Buffer | ((request: IncomingMessage, response: ServerResponse) => unknown);

export interface FileServer {
  readonly origin: string;
  readonly pages: Map<string, Page>;
  /** Paths that were asked for, with the status of the answer. */
  readonly asked: { readonly path: string; readonly status: number }[];
}

/** Serves files over HTTP, with ETags as any web server gives them. What it serves is synthetic: see each test. */
export async function serveFiles(pages: Record<string, Page> = {}): Promise<FileServer> {
  const known = new Map(Object.entries(pages));
  const asked: FileServer["asked"] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    response.on("close", () => asked.push({ path, status: response.statusCode }));
    answer(known.get(path), request, response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, pages: known, asked };
}

function answer(page: Page | undefined, request: IncomingMessage, response: ServerResponse): unknown {
  if (typeof page === "function") return page(request, response);
  if (page === undefined) return response.writeHead(404).end("nothing here");
  const etag = `"${Buffer.from(page).length}-${hashOf(Buffer.from(page))}"`;
  if (request.headers["if-none-match"] === etag) return response.writeHead(304, { etag }).end();
  return response.writeHead(200, { etag, "content-type": "text/plain" }).end(page);
}

function hashOf(bytes: Buffer): number {
  return bytes.reduce((hash, byte) => (hash * 31 + byte) % 4_294_967_291, 7);
}

/** Somebody hosts here. */
export async function settle(tx: Transaction): Promise<void> {
  const host = await setUp(tx, { name: "La Pomme", handle: "la_pomme", territory: "dep:69", now: new Date() });
  if (!host.done) throw new Error(host.reason);
}
