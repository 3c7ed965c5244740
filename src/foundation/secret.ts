import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
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
  await writeFile(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    },
  );
  return readSecret(file);
}

/** Reads the secret that is there already; throws when there is none. */
export async function readSecret(file: string): Promise<Secret> {
  const bytes = Buffer.from((await readFile(file, "utf8")).trim(), "base64url");
  if (bytes.length !== 32) throw new Error(`${file} does not hold a secret of 32 bytes; restore it from a backup`);
  return secretOf(bytes);
}

/** A secret from its bytes. */
export function secretOf(bytes: Buffer): Secret {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync("sha256", bytes, "essaim", purpose, 32));
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
      return createHmac("sha256", keyFor(purpose)).update(text).digest("base64url");
    },
  };
}
