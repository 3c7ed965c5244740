import type { Context, Next } from "hono";
import { readBody } from "./body.ts";
import { Problem } from "./problem.ts";

const highestBytes = 256 * 1024;
const deepest = 24;
const mostNodes = 5_000;

/** Lets through only what can be read and stored: JSON of 256 KiB at most, not too deep, in well-formed text. */
export async function checkBody(c: Context, next: Next): Promise<void> {
  if (c.req.method === "GET" || c.req.method === "HEAD") return next();
  const bytes = await readBody(c, highestBytes);
  if (bytes === null) throw new Problem(413, "body-too-large", "Send at most 256 KiB.");
  if (bytes.length > 0) checkJson(c, bytes);
  await next();
}

function checkJson(c: Context, bytes: Uint8Array): void {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  const plain = (c.req.header("content-encoding") ?? "identity") === "identity";
  if (type !== "application/json" || !plain) {
    throw new Problem(415, "not-json", "Send JSON with the header Content-Type: application/json, uncompressed.");
  }
  const value = parse(bytes);
  const reason = refusalOf(value);
  if (reason !== null) throw new Problem(400, "json-refused", reason);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Problem(400, "json-malformed", "The body is not well-formed JSON in UTF-8.");
  }
}

interface Node {
  readonly value: unknown;
  readonly depth: number;
}

function refusalOf(root: unknown): string | null {
  const waiting: Node[] = [{ value: root, depth: 1 }];
  let nodes = 0;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes += 1;
    if (nodes > mostNodes) return `The JSON has more than ${mostNodes} values.`;
    const reason = refusalOfNode(node);
    if (reason !== null) return reason;
    waiting.push(...partsOf(node));
  }
  return null;
}

function refusalOfNode({ value, depth }: Node): string | null {
  if (depth > deepest) return `The JSON is nested more than ${deepest} times.`;
  if (typeof value === "string")
    return isStorable(value) ? null : "A text holds the character zero, or half a character.";
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const usable = Object.keys(value).every((key) => key !== "__proto__" && isStorable(key));
  return usable ? null : "A field has a name that cannot be used.";
}

function partsOf({ value, depth }: Node): readonly Node[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).map((part) => ({ value: part, depth: depth + 1 }));
}

// PostgreSQL knows neither the character zero nor half a pair.
const isStorable = (text: string) => text.isWellFormed() && !text.includes("\0");
