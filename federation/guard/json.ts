import { Refused } from "./refused.ts";

const mostDepth = 24;
const mostNodes = 5_000;
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** A JSON object as it came, no part of it believed yet. */
export type JsonThing = Readonly<Record<string, unknown>>;

/** Reads the body of a request as one JSON object, or refuses it: what is too deep, too large or malformed never gets further. `most` values. */
export function readJson(body: Uint8Array, most = mostNodes): JsonThing {
  const text = attempt(() => utf8.decode(body), "the body is not UTF-8");
  refuseDepth(text);
  let nodes = 0;
  const value: unknown = attempt(
    () =>
      JSON.parse(text, (key, one: unknown) => {
        nodes += 1;
        if (nodes > most) throw new Refused(400, `the body has more than ${most} values`);
        refuseValue(key, one);
        return one;
      }),
    "the body is not JSON",
  );
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new Refused(400, "the body is not an object");
  return value as JsonThing;
}

/** Before parsing, so that no parser's stack is at stake. */
function refuseDepth(text: string): void {
  const strings = /"(?:[^"\\]|\\.)*"?/gs;
  let depth = 0;
  for (const [bracket] of text.replaceAll(strings, "").matchAll(/[[\]{}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > mostDepth) throw new Refused(400, `the body is nested deeper than ${mostDepth}`);
  }
}

function refuseValue(key: string, value: unknown): void {
  if (key === "__proto__") throw new Refused(400, "the body has a key __proto__");
  refuseText(key);
  if (typeof value === "string") refuseText(value);
  if (typeof value === "number" && !Number.isFinite(value))
    throw new Refused(400, "the body has a number out of range");
}

// PostgreSQL stores neither, nor does anyone honest send them.
function refuseText(text: string): void {
  if (text.includes("\u0000") || !text.isWellFormed()) throw new Refused(400, "the body has a malformed string");
}

function attempt<Result>(read: () => Result, reason: string): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(400, reason);
  }
}
