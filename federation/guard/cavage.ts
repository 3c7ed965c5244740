import type { Fields } from "./fields.ts";
import type { Incoming } from "./incoming.ts";
import { Refused } from "./refused.ts";
import { checkDigests, checkFresh, checkNotExpired, onlyAsks, type Signed } from "./signed.ts";

/** Reads a signature after draft-cavage-http-signatures-12. Throws `Refused` (401) unless it is fresh and covers what it must. */
export function readCavage({ method, target, body }: Incoming, fields: Fields, now: Date): Signed {
  const {
    keyId,
    signature,
    algorithm = "hs2019",
    headers = "date",
    created,
    expires,
  } = readParameters(fields.get("signature"));
  if (!keyId || !signature || !["hs2019", "rsa-sha256"].includes(algorithm))
    throw new Refused(401, "the signature cannot be read");
  const names = headers.toLowerCase().split(" ");
  const asks = onlyAsks(method);
  checkCovered(names, algorithm, asks ? neededToAsk : needed);
  checkFresh(Date.parse(fields.get("date") ?? ""), now);
  if (names.includes("(created)")) checkFresh(Number(created) * 1_000, now);
  checkNotExpired(expires, now);
  if (!asks) checkDigests(readDigests(fields.get("digest") ?? ""), body);
  const special: Fields = new Map([
    ["(request-target)", `${method.toLowerCase()} ${target}`],
    ...(created === undefined ? [] : [["(created)", created] as const]),
    ...(expires === undefined ? [] : [["(expires)", expires] as const]),
  ]);
  const base = names.map((name) => `${name}: ${signedValue(name, name.startsWith("(") ? special : fields)}`).join("\n");
  return { keyId, algorithm: "rsa", base, signature: Buffer.from(signature, "base64") };
}

type Parameters = Readonly<Partial<Record<string, string>>>;

// The whole header must be a list of parameters, each once: half-read ones would leave room for a second meaning.
function readParameters(header: string | undefined): Parameters {
  if (header === undefined) throw new Refused(401, "the request is not signed");
  const found = new Map<string, string>();
  const parameter = /\s*([a-zA-Z]+)=(?:"([^"\\]*)"|(\d+))\s*(?:,|$)/y;
  while (parameter.lastIndex < header.length) {
    const [, name, quoted, bare] = parameter.exec(header) ?? [];
    if (name === undefined || found.has(name)) throw new Refused(401, "the signature cannot be read");
    found.set(name, quoted ?? bare ?? "");
  }
  return Object.fromEntries(found);
}

const neededToAsk = ["(request-target)", "host", "date"];
const needed = [...neededToAsk, "digest"];

function checkCovered(names: readonly string[], algorithm: string, needed: readonly string[]): void {
  const missing = needed.find((name) => !names.includes(name));
  if (missing !== undefined) throw new Refused(401, `${missing} is not signed`);
  if (new Set(names).size < names.length) throw new Refused(401, "a header is signed twice");
  // The draft forbids these with the older algorithms.
  if (algorithm !== "hs2019" && names.some((name) => name === "(created)" || name === "(expires)")) {
    throw new Refused(401, "the signature cannot be read");
  }
}

function signedValue(name: string, values: Fields): string {
  const value = values.get(name);
  if (value === undefined) throw new Refused(401, `${name} is signed, and missing`);
  return value;
}

function readDigests(header: string): readonly (readonly [string, string])[] {
  return header.split(",").map((part) => {
    const at = part.indexOf("=");
    return [part.slice(0, at).trim(), part.slice(at + 1).trim()] as const;
  });
}
