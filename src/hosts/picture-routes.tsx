import { type Context, Hono } from "hono";
import type { Database } from "../foundation/database.ts";
import { isKnown } from "../web/conditional.ts";
import type { LogoFormat } from "./logo.ts";
import { findPicture } from "./logo-queries.ts";

/** `/pictures/…`: what the host has uploaded, as we encoded it. An address never shows anything else, so it is kept for ever. */
export function pictureRoutes(db: Database): Hono {
  return new Hono().get("/pictures/:file{[0-9a-f]{64}\\.(webp|png)}", (c) => show(db, c, c.req.param("file")));
}

async function show(db: Database, c: Context, file: string): Promise<Response> {
  const [id = "", format] = file.split(".");
  const bytes = await findPicture(db, id, format as LogoFormat);
  if (bytes === null) return c.notFound();
  const etag = `"${id}"`;
  c.header("etag", etag);
  c.header("cache-control", "public, max-age=31536000, immutable");
  // Other servers show it beside the host's name.
  c.header("cross-origin-resource-policy", "cross-origin");
  if (isKnown(c, etag)) return c.body(null, 304);
  return c.body(new Uint8Array(bytes), 200, { "content-type": `image/${format}` });
}
