import { randomBytes } from "node:crypto";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSecret, secretOf } from "../../src/foundation/secret.ts";

test("what is sealed is opened again, for the same purpose only", () => {
  const secret = secretOf(randomBytes(32));
  const box = secret.seal("keys", Buffer.from("private"));
  expect(box.includes("private")).toBe(false);
  expect(secret.unseal("keys", box).toString()).toBe("private");
  expect(() => secret.unseal("other", box)).toThrow();
  expect(() => secretOf(randomBytes(32)).unseal("keys", box)).toThrow();
});

test("an altered box does not open", () => {
  const secret = secretOf(randomBytes(32));
  const box = secret.seal("keys", Buffer.from("private"));
  box[box.length - 1] = (box.at(-1) ?? 0) ^ 1;
  expect(() => secret.unseal("keys", box)).toThrow();
});

test("the secret is made once, for its owner only, and a broken file says so", async () => {
  const folder = await mkdtemp(join(tmpdir(), "essaim-secret-"));
  const file = join(folder, "data", "secret");
  const box = (await openSecret(file)).seal("keys", Buffer.from("x"));
  expect((await openSecret(file)).unseal("keys", box).toString()).toBe("x");
  expect((await stat(file)).mode & 0o077).toBe(0);
  await writeFile(file, "short");
  await expect(openSecret(file)).rejects.toThrow("restore it from a backup");
  await rm(folder, { recursive: true });
});
