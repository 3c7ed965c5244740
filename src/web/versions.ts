import { createHash } from "node:crypto";
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { Problem } from "./problem.ts";

/** Says which version a change is made to; without it, the change is made to whatever is there. */
export const IfMatch = z.object({ "if-match": z.string().max(200).optional() });

/** The `ETag` of something with a version: the version, which `If-Match` is compared with, and a trace of what was shown of it. */
export function tagOf(version: number, shown: unknown): { readonly etag: string } {
  const trace = createHash("sha256").update(JSON.stringify(shown)).digest("base64url").slice(0, 11);
  return { etag: `"${version}.${trace}"` };
}

/** The version that `If-Match` names; null when the caller does not mind. */
function readVersion(c: Context): number | null {
  const header = c.req.header("if-match")?.trim();
  if (header === undefined || header === "*") return null;
  const [, version] = /^(?:W\/)?"(\d{1,9})(?:\.[\w-]{11})?"$/.exec(header) ?? [];
  if (version === undefined)
    throw new Problem(412, "changed-meanwhile", "If-Match names no version of this. Read it again.");
  return Number(version);
}

/** The version that `If-Match` names, as part of a change. */
export function versionOf(c: Context): { readonly version?: number } {
  const version = readVersion(c);
  return version === null ? {} : { version };
}
