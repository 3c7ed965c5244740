import { createHash, createPublicKey, createSign, createVerify, type KeyObject } from "node:crypto";

/** Signs and verifies as Mastodon does, with not one line of ours in it: what both get right is right. */

export type Scheme = "cavage" | "rfc9421";

/** A request as it goes over the wire; header names are in lower case. */
export interface Wire {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Signer {
  readonly keyId: string;
  readonly key: KeyObject;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64");
const rsa = (text: string, key: KeyObject): string => createSign("sha256").update(text).sign(key, "base64");

/** The headers of a signed request. */
export function signed(scheme: Scheme, { method, url, headers, body }: Wire, { keyId, key }: Signer): Wire["headers"] {
  const { host } = new URL(url);
  const date = new Date().toUTCString();
  if (scheme === "cavage") {
    const fields = { ...headers, host, date, ...(method === "POST" ? { digest: `SHA-256=${sha256(body)}` } : {}) };
    const names = ["(request-target)", ...Object.keys(fields)];
    const base = cavageBase(names, { method, url, headers: fields, body });
    const list = names.join(" ");
    const signature = `keyId="${keyId}",algorithm="rsa-sha256",headers="${list}",signature="${rsa(base, key)}"`;
    return { ...fields, signature };
  }
  const fields = { ...headers, host, date, "content-digest": `sha-256=:${sha256(body)}:` };
  const parameters = `("@method" "@target-uri" "content-digest");created=${Math.floor(Date.now() / 1_000)};keyid="${keyId}"`;
  const base = rfcBase(["@method", "@target-uri", "content-digest"], parameters, {
    method,
    url,
    headers: fields,
    body,
  });
  return { ...fields, "signature-input": `sig1=${parameters}`, signature: `sig1=:${rsa(base, key)}:` };
}

function cavageBase(names: readonly string[], { method, url, headers }: Wire): string {
  const { pathname, search } = new URL(url);
  const value = (name: string) =>
    name === "(request-target)" ? `${method.toLowerCase()} ${pathname}${search}` : (headers[name] ?? "");
  return names.map((name) => `${name}: ${value(name)}`).join("\n");
}

function rfcBase(names: readonly string[], parameters: string, { method, url, headers }: Wire): string {
  const { host, pathname, search } = new URL(url);
  const derived: Record<string, string> = {
    ...{ "@method": method, "@target-uri": url, "@authority": host, "@path": pathname, "@query": search || "?" },
  };
  const lines = names.map((name) => `"${name}": ${derived[name] ?? headers[name] ?? ""}`);
  return [...lines, `"@signature-params": ${parameters}`].join("\n");
}

/** What a signature claims, and whether a key confirms it. */
export interface Claim {
  readonly scheme: Scheme;
  readonly keyId: string;
  confirmedBy(pem: string): boolean;
}

/** Reads the one signature of a request; throws what is wrong with it. */
export function readSignature(wire: Wire): Claim {
  return wire.headers["signature-input"] === undefined ? readCavage(wire) : readRfc9421(wire);
}

function readCavage(wire: Wire): Claim {
  const { headers, method, body } = wire;
  const fields = new Map<string, string>();
  for (const [, name = "", value = ""] of (headers["signature"] ?? "").matchAll(/(\w+)="([^"]*)"/g))
    fields.set(name, value);
  const names = (fields.get("headers") ?? "date").split(" ");
  const needed = ["(request-target)", "host", "date", ...(method === "POST" ? ["digest"] : [])];
  for (const name of needed) demand(names.includes(name), `${name} is not signed`);
  demand(Math.abs(Date.parse(headers["date"] ?? "") - Date.now()) < 12 * 3_600_000, "the date is too far away");
  if (method === "POST") demand(headers["digest"] === `SHA-256=${sha256(body)}`, "the digest is another");
  return claim("cavage", fields.get("keyId"), cavageBase(names, wire), fields.get("signature"));
}

function readRfc9421(wire: Wire): Claim {
  const [, label = "", parameters = "", list = "", rest = ""] =
    /^([\w-]+)=(\(([^)]*)\)(.*))$/.exec(wire.headers["signature-input"] ?? "") ?? [];
  const names = [...list.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
  const needed = ["@method", "@target-uri", ...(wire.method === "POST" ? ["content-digest"] : [])];
  for (const name of needed) demand(names.includes(name), `${name} is not signed`);
  const created = Number(/;created=(\d+)/.exec(rest)?.[1]) * 1_000;
  demand(Math.abs(created - Date.now()) < 12 * 3_600_000, "it was made too long ago");
  const digest = `sha-256=:${sha256(wire.body)}:`;
  if (wire.method === "POST") demand(wire.headers["content-digest"] === digest, "the digest is another");
  const signature = new RegExp(`${label}=:([^:]+):`).exec(wire.headers["signature"] ?? "")?.[1];
  return claim("rfc9421", /;keyid="([^"]+)"/.exec(rest)?.[1], rfcBase(names, parameters, wire), signature);
}

function claim(scheme: Scheme, keyId: string | undefined, base: string, signature: string | undefined): Claim {
  if (keyId === undefined || signature === undefined) throw new Error("it is not signed");
  const confirmedBy = (pem: string) =>
    createVerify("sha256").update(base).verify(createPublicKey(pem), signature, "base64");
  return { scheme, keyId, confirmedBy };
}

function demand(so: boolean, otherwise: string): void {
  if (!so) throw new Error(otherwise);
}
