import type { Fields } from "./fields.ts";
import type { Incoming } from "./incoming.ts";
import { Refused } from "./refused.ts";
import { checkDigests, checkFresh, checkNotExpired, type Signed } from "./signed.ts";

/** Reads a signature after RFC 9421: exactly one, which covers the method, the target and the digest of the content. */
export function readRfc9421(request: Incoming, headers: Fields, origin: string, now: Date): Signed {
  const { label, parameters, names, tail } = readInput(headers.get("signature-input") ?? "");
  refuseUncovered(names);
  const keyId = parameter(tail, "keyid");
  const algorithm = algorithmOf(parameter(tail, "alg"));
  const signature = new RegExp(`^${escaped(label)}=:([A-Za-z0-9+/=]+):$`).exec(headers.get("signature") ?? "")?.[1];
  if (!keyId || signature === undefined) throw new Refused(401, "the signature cannot be read");
  checkFresh(Number(parameter(tail, "created") ?? Number.NaN) * 1_000, now);
  checkNotExpired(parameter(tail, "expires") ?? undefined, now);
  checkDigests(readDigests(headers.get("content-digest") ?? ""), request.body);
  const derived = derivedOf(request, origin);
  const lines = names.map((name) => `"${name}": ${signedValue(name, derived, headers)}`);
  const base = [...lines, `"@signature-params": ${parameters}`].join("\n");
  return { keyId, base, signature: Buffer.from(signature, "base64"), algorithm };
}

function readInput(header: string) {
  const [, label, parameters, list, tail] = /^([a-z*][a-z0-9_.*-]*)=(\(([^()]*)\)((?:;[^,]*)?))$/.exec(header) ?? [];
  if (label === undefined || parameters === undefined) throw new Refused(401, "there must be exactly one signature");
  const names = (list ?? "")
    .split(" ")
    .filter((name) => name !== "")
    .map((name) => /^"([a-z0-9@-]+)"$/.exec(name)?.[1]);
  if (!names.every((name) => name !== undefined))
    throw new Refused(401, "a component has parameters, which nobody here reads");
  if (new Set(names).size !== names.length) throw new Refused(401, "a component is there twice");
  return { label, parameters, names, tail: tail ?? "" };
}

function refuseUncovered(names: readonly string[]): void {
  const has = (name: string) => names.includes(name);
  const target = has("@target-uri") || (has("@authority") && has("@path"));
  if (!has("@method") || !target || !has("content-digest")) {
    throw new Refused(401, "the method, the target and content-digest must be signed");
  }
}

function parameter(tail: string, name: string): string | null {
  const [, quoted, bare] = new RegExp(`;${name}=(?:"([^"]*)"|(\\d+))(?:;|$)`).exec(tail) ?? [];
  return quoted ?? bare ?? null;
}

function algorithmOf(name: string | null): Signed["algorithm"] {
  if (name === null) return null;
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
