import type { Fields } from "./fields.ts";
import type { Incoming } from "./incoming.ts";
import { Refused } from "./refused.ts";
import { checkDigests, checkFresh, checkNotExpired, onlyAsks, type Signed } from "./signed.ts";

/** Reads a signature after RFC 9421: exactly one, which covers the method, the target and, where there is one, the digest of the content. */
export function readRfc9421(request: Incoming, headers: Fields, origin: string, now: Date): Signed {
  const { label, names, parameters, asSent } = readInput(headers.get("signature-input") ?? "");
  const asks = onlyAsks(request.method);
  refuseUncovered(names, asks);
  const keyId = parameters.get("keyid");
  const algorithm = algorithmOf(parameters.get("alg"));
  const signature = new RegExp(`^${escaped(label)}=:([A-Za-z0-9+/=]+):$`).exec(headers.get("signature") ?? "")?.[1];
  if (!keyId || signature === undefined) throw new Refused(401, "the signature cannot be read");
  checkFresh(Number(parameters.get("created") || Number.NaN) * 1_000, now);
  checkNotExpired(parameters.get("expires"), now);
  if (!asks) checkDigests(readDigests(headers.get("content-digest") ?? ""), request.body);
  const derived = derivedOf(request, origin);
  const lines = names.map((name) => `"${name}": ${signedValue(name, derived, headers)}`);
  const base = [...lines, `"@signature-params": ${asSent}`].join("\n");
  return { keyId, base, signature: Buffer.from(signature, "base64"), algorithm };
}

interface Input {
  readonly label: string;
  readonly names: readonly string[];
  readonly parameters: ReadonlyMap<string, string>;
  /** The list with its parameters, as the signature covers it. */
  readonly asSent: string;
}

// The whole header: one member, and components without parameters of their own, since nobody signs activities otherwise.
const onlyInput =
  /^([a-z*][a-z0-9_.*-]*)=(\(((?: *"[a-z0-9@_-]+")*) *\)((?:; *[a-z*][a-z0-9_.*-]*(?:=(?:"[^"\\]*"|-?\d+))?)*))$/;

function readInput(header: string): Input {
  const [, label, asSent, list, tail] = onlyInput.exec(header) ?? [];
  if (label === undefined || asSent === undefined) throw new Refused(401, "there must be exactly one signature");
  const names = [...(list ?? "").matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
  const given = [...(tail ?? "").matchAll(/; *([a-z*][a-z0-9_.*-]*)(?:=(?:"([^"]*)"|(-?\d+)))?/g)];
  const parameters = new Map(given.map(([, name = "", quoted, bare]) => [name, quoted ?? bare ?? ""]));
  if (parameters.size < given.length || new Set(names).size < names.length) {
    throw new Refused(401, "the signature says something twice");
  }
  return { label, names, parameters, asSent };
}

function refuseUncovered(names: readonly string[], asks: boolean): void {
  const has = (name: string) => names.includes(name);
  const target = has("@target-uri") || (has("@authority") && has("@path"));
  if (!has("@method") || !target || !(asks || has("content-digest"))) {
    throw new Refused(401, "the method, the target and content-digest must be signed");
  }
}

function algorithmOf(name: string | undefined): Signed["algorithm"] {
  if (name === undefined) return null;
  if (name === "rsa-v1_5-sha256") return "rsa";
  if (name === "ed25519") return "ed25519";
  throw new Refused(401, `the algorithm ${name.slice(0, 30)} is not known here`);
}

function readDigests(header: string): readonly (readonly [string, string])[] {
  const found = header.matchAll(/(?:^|,)\s*([a-z0-9-]+)=:([A-Za-z0-9+/=]+):/gi);
  return [...found].map(([, name = "", digest = ""]) => [name, digest] as const);
}

function derivedOf({ method, target }: Incoming, origin: string): Readonly<Record<string, string>> {
  const url = new URL(target, origin);
  return {
    "@method": method,
    "@target-uri": url.href,
    "@authority": url.host,
    "@scheme": url.protocol.slice(0, -1),
    "@path": url.pathname,
    "@query": url.search === "" ? "?" : url.search,
    "@request-target": target,
  };
}

function signedValue(name: string, derived: Readonly<Record<string, string>>, headers: Fields): string {
  const value = derived[name] ?? headers.get(name);
  if (value === undefined) throw new Refused(401, `${name} is signed and missing`);
  return value;
}

const escaped = (label: string) => label.replace(/[.*]/g, "\\$&");
