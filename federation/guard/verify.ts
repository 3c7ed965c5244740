import { createPublicKey, type KeyObject, verify as verifySignature } from "node:crypto";
import type { Signed } from "./signed.ts";

/** Whether the key, as PEM, made the signature. A key that is too weak, or of a kind we do not take, made none. */
export function verify({ base, signature, algorithm }: Signed, pem: string): boolean {
  const key = keyOf(pem);
  if (!key || (algorithm !== null && algorithm !== key.asymmetricKeyType)) return false;
  const digest = key.asymmetricKeyType === "rsa" ? "sha256" : null;
  // Header fields are bytes to Node, each a character of its own.
  return verifySignature(digest, Buffer.from(base, "latin1"), key, signature);
}

const read = new Map<string, KeyObject | null>();

// Reading a key costs as much as verifying with it.
function keyOf(pem: string): KeyObject | null {
  const known = read.get(pem);
  if (known !== undefined) return known;
  if (read.size >= 5_000) read.clear();
  const key = readKey(pem);
  read.set(pem, key);
  return key;
}

function readKey(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return isStrong(key) ? key : null;
  } catch {
    return null;
  }
}

// An RSA key without end would keep us busy, a short one proves nothing.
function isStrong({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  const bits = asymmetricKeyDetails?.modulusLength ?? 0;
  return asymmetricKeyType === "ed25519" || (asymmetricKeyType === "rsa" && bits >= 2_048 && bits <= 8_192);
}
