import type { Context, Next } from "hono";
import { HTTPException } from "hono/http-exception";
import { readBody } from "./body.ts";

const highestBytes = 1024 * 1024;
/** Of a form that may carry a picture: it has five megabytes, and its fields. */
const highestBytesWithFiles = 5 * 1024 * 1024 + 256 * 1024;

/** Lets through only forms that can be read and stored; those who come after read them as if nobody had. */
export async function refuseBrokenForms(c: Context, next: Next): Promise<void> {
  if (c.req.method !== "GET" && c.req.method !== "HEAD") {
    const files = c.req.header("content-type")?.startsWith("multipart/form-data");
    if ((await readBody(c, files ? highestBytesWithFiles : highestBytes)) === null) throw new HTTPException(413);
    if (!(await isReadable(c))) throw new HTTPException(400);
  }
  await next();
}

async function isReadable(c: Context): Promise<boolean> {
  const form = await c.req.parseBody({ all: true }).catch(() => null);
  return form !== null && Object.entries(form).flat(2).every(isStorable);
}

// PostgreSQL stores no NUL.
const isStorable = (value: unknown): boolean => typeof value !== "string" || !value.includes("\u0000");
