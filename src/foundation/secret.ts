import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** The instance's secret: seals private keys at rest. Lost with its file, so the backup carries it. */
export interface Secret {
  /** Encrypts (AES-256-GCM); only `unseal` with the same purpose opens it. */
  seal(purpose: string, plain: Uint8Array): Buffer;
  /** Throws when the box was altered, or sealed by another secret or for another purpose. */
  unseal(purpose: string, box: Uint8Array): Buffer;
  /** A keyed hash: what is stored cannot be turned back, nor made without the secret. */
  digest(purpose: string, text: string): string;
}

/** Reads the secret, making it at the first start, readable by its owner only. */
export async function openSecret(file: string): Promise<Secret> {
  await mkdir(dirname(file), { recursive: true });
  await writeNew(file, randomBytes(32));
  const secret = await readSecret(file);
  if (secret === null) throw new Error(`${file} is gone; restore it from a backup`);
  return secret;
}

/** Reads the secret that is there already; null when there is none. */
export async function readSecret(file: string): Promise<Secret | null> {
  const bytes = await readSecretBytes(file);
  return bytes && secretOf(bytes);
}

/** The bytes of the secret, for a backup; null when there is none yet. */
export async function readSecretBytes(file: string): Promise<Buffer | null> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const bytes = Buffer.from(text.trim(), "base64url");
  if (bytes.length !== 32) throw new Error(`${file} does not hold a secret of 32 bytes; restore it from a backup`);
  return bytes;
}

/** Writes a secret that comes from a backup; false, and nothing written, when there is another already. */
export async function writeSecret(file: string, bytes: Buffer): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true });
  const written = await writeNew(file, bytes);
  return written || ((await readSecretBytes(file))?.equals(bytes) ?? false);
}

async function writeNew(file: string, bytes: Buffer): Promise<boolean> {
  return await writeFile(file, bytes.toString("base64url"), { flag: "wx", mode: 0o600, flush: true }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return false;
      throw error;
    },
  );
}

/** A secret from its bytes. */
export function secretOf(bytes: Buffer): Secret {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync("sha256", bytes, "essaim", purpose, 32));
  const digestKeys = new Map<string, KeyObject>(); // these purposes are few, and named in the code
  return {
    seal(purpose, plain) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
      const text = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]);
    },
    unseal(purpose, box) {
      const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), box.subarray(0, 12));
      decipher.setAuthTag(box.subarray(12, 28));
      return Buffer.concat([decipher.update(box.subarray(28)), decipher.final()]);
    },
    digest(purpose, text) {
      const key = digestKeys.get(purpose) ?? createSecretKey(keyFor(purpose));
      digestKeys.set(purpose, key);
      return createHmac("sha256", key).update(text).digest("base64url");
    },
  };
}
