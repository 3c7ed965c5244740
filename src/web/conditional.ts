import { createHash } from "node:crypto";
import type { Context } from "hono";

/** Answers with a text, or says that the reader has it already (RFC 9110, 13). `modified`: when it last changed, where that is known. */
export function showIfChanged(c: Context, body: string, type: string, modified: Date | null = null): Response {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  c.header("etag", etag);
  if (modified) c.header("last-modified", modified.toUTCString());
  c.header("cache-control", "no-cache");
  if (isKnown(c, etag, modified)) return c.body(null, 304);
  return c.body(body, 200, { "content-type": type });
}

/** Whether the reader has it already. */
// Where both are said, the tag alone counts: a text may change twice in a second. A proxy that compresses makes it a weak one.
export function isKnown(c: Context, etag: string, modified: Date | null = null): boolean {
  const known = c.req.header("if-none-match");
  if (known !== undefined) return known.split(",").some((tag) => ["*", etag].includes(tag.trim().replace(/^W\//, "")));
  const since = Date.parse(c.req.header("if-modified-since") ?? "");
  return modified !== null && Math.floor(modified.getTime() / 1_000) * 1_000 <= since;
}
