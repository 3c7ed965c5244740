import { createHash, timingSafeEqual } from "node:crypto";
import { Refused } from "./refused.ts";

/** What was signed, read from a request, and not yet verified. */
export interface Signed {
  readonly keyId: string;
  /** Null where the key itself says how it signs. */
  readonly algorithm: "rsa" | "ed25519" | null;
  /** The text that the signature is of. */
  readonly base: string;
  readonly signature: Buffer;
}

/** Whether a request only asks, and so has no body to sign. */
export const onlyAsks = (method: string): boolean => method === "GET" || method === "HEAD";

const hour = 3_600_000;

/** Throws `Refused` (401) for a signature made more than an hour ago, or more than five minutes ahead of our clock. */
export function checkFresh(made: number, now: Date): void {
  const age = now.getTime() - made;
  if (!(age < hour && age > -hour / 12)) throw new Refused(401, "the signature is too old, or of the future");
}

/** `expires` in seconds; absent is never. */
export function checkNotExpired(expires: string | undefined, now: Date): void {
  if (expires !== undefined && !(Number(expires) * 1_000 > now.getTime()))
    throw new Refused(401, "the signature has expired");
}

/** Each digest given must be that of the body, and one that we know must be there. */
export function checkDigests(given: readonly (readonly [algorithm: string, digest: string])[], body: Uint8Array): void {
  const known = given.flatMap(([name, digest]) => {
    const algorithm = algorithms.get(name.toLowerCase());
    return algorithm === undefined ? [] : [{ algorithm, digest }];
  });
  const right = ({ algorithm, digest }: { algorithm: string; digest: string }) =>
    equal(createHash(algorithm).update(body).digest(), Buffer.from(digest, "base64"));
  if (known.length === 0 || !known.every(right)) throw new Refused(401, "the digest is not that of the body");
}

const algorithms: ReadonlyMap<string, string> = new Map([
  ["sha-256", "sha256"],
  ["sha-512", "sha512"],
]);

const equal = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
