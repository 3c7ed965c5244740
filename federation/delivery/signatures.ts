import { createHash, type KeyObject, sign } from "node:crypto";

/** A request about to be sent in the name of a local actor. */
export interface Unsigned {
  readonly method: string;
  readonly url: string | URL;
  readonly body?: string | Uint8Array;
  /** The IRI of the key, as the actor's document lists it. */
  readonly keyId: string;
  /** The actor's RSA private key. */
  readonly key: KeyObject;
  readonly now?: Date;
}

/** The headers that sign a request after draft-cavage-http-signatures-12, which every server understands. */
export async function signDraftCavage({
  method,
  url,
  body,
  keyId,
  key,
  now = new Date(),
}: Unsigned): Promise<Record<string, string>> {
  const { host, pathname, search } = new URL(url);
  const signed: Record<string, string> = { host, date: now.toUTCString() };
  if (body !== undefined) signed["digest"] = `SHA-256=${sha256(body)}`;
  const lines = Object.entries(signed).map(([name, value]) => `${name}: ${value}`);
  const base = [`(request-target): ${method.toLowerCase()} ${pathname}${search}`, ...lines].join("\n");
  const names = ["(request-target)", ...Object.keys(signed)].join(" ");
  const signature = await rsaSha256(base, key);
  return {
    ...signed,
    signature: `keyId="${keyId}",algorithm="rsa-sha256",headers="${names}",signature="${signature}"`,
  };
}

/** The headers that sign a request after RFC 9421, for servers that ask for it. */
export async function signRfc9421({
  method,
  url,
  body,
  keyId,
  key,
  now = new Date(),
}: Unsigned): Promise<Record<string, string>> {
  const target = new URL(url);
  target.hash = "";
  const fields: Record<string, string> = body === undefined ? {} : { "content-digest": `sha-256=:${sha256(body)}:` };
  const covered = { "@method": method.toUpperCase(), "@target-uri": target.href, ...fields };
  const names = Object.keys(covered).map((name) => `"${name}"`);
  const created = Math.floor(now.getTime() / 1_000);
  const parameters = `(${names.join(" ")});created=${created};keyid="${keyId}";alg="rsa-v1_5-sha256"`;
  const lines = Object.entries(covered).map(([name, value]) => `"${name}": ${value}`);
  const signature = await rsaSha256([...lines, `"@signature-params": ${parameters}`].join("\n"), key);
  return {
    host: target.host,
    date: now.toUTCString(),
    ...fields,
    "signature-input": `sig1=${parameters}`,
    signature: `sig1=:${signature}:`,
  };
}

const sha256 = (body: string | Uint8Array): string => createHash("sha256").update(body).digest("base64");

// With a callback, Node signs on a thread of its pool: the main thread goes on.
function rsaSha256(base: string, key: KeyObject): Promise<string> {
  return new Promise((resolve, reject) => {
    sign("sha256", Buffer.from(base), key, (error, bytes) =>
      error ? reject(error) : resolve(bytes.toString("base64")),
    );
  });
}
