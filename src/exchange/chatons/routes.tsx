import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import type { Database } from "../../foundation/database.ts";
import { gatherChatons } from "./gather.ts";
import { chatonsFolder, writeChatonsFiles } from "./write.ts";

export interface ChatonsDeps {
  readonly db: Database;
  readonly origin: string;
  now(): Date;
}

/** `GET /.well-known/chatonsinfos/NAME.properties`: the host and its services, for those who gather them. */
export function chatonsRoutes(deps: ChatonsDeps): Hono {
  return new Hono().get(`${chatonsFolder}/:name{[a-z0-9-]+\\.properties}`, (c) => show(deps, c));
}

async function show({ db, origin, now }: ChatonsDeps, c: Context): Promise<Response> {
  const source = await gatherChatons(db, origin, now());
  const file = source && writeChatonsFiles(source).find(({ name }) => name === c.req.param("name"));
  if (!file) return c.notFound();
  const etag = `"${createHash("sha256").update(file.text).digest("base64url").slice(0, 22)}"`;
  c.header("etag", etag);
  c.header("cache-control", "no-cache");
  c.header("access-control-allow-origin", "*");
  if (isKnown(c.req.header("if-none-match"), etag)) return c.body(null, 304);
  return c.body(file.text, 200, { "content-type": "text/plain; charset=utf-8" });
}

// A proxy that compresses makes the mark a weak one.
function isKnown(said: string | undefined, etag: string): boolean {
  const marks = (said ?? "").split(",").map((mark) => mark.trim().replace(/^W\//, ""));
  return marks.includes(etag) || marks.includes("*");
}
