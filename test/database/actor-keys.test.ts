import { createPublicKey, randomBytes, sign, verify } from "node:crypto";
import { expect, test } from "vitest";
import { ActorKeys } from "../../federation/actors/keys.ts";
import { openDatabase, openPool } from "../../src/foundation/database.ts";
import { secretOf } from "../../src/foundation/secret.ts";
import { setUp } from "../../src/hosts/changes.ts";
import { freshDatabase } from "../support/database.ts";

async function openSite() {
  const { url, drop } = await freshDatabase();
  const db = openDatabase(openPool(url, 8, () => {}));
  await db.transaction().execute((tx) => setUp(tx, { name: "A", handle: "a", now: new Date() }));
  const { id } = await db.selectFrom("hosts").select("id").executeTakeFirstOrThrow();
  const close = async () => {
    await db.destroy();
    await drop();
  };
  return { db, id, [Symbol.asyncDispose]: close };
}

test("an actor has one pair of keys, whoever asks for it first", async () => {
  await using site = await openSite();
  const secret = secretOf(randomBytes(32));
  const asked = await Promise.all([1, 2, 3, 4].map(() => new ActorKeys(site.db, secret).of(site.id)));
  expect(new Set(asked.map(({ rsaPublicPem }) => rsaPublicPem)).size).toBe(1);
  expect(asked[0]?.ed25519Multibase).toMatch(/^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/);
  const [first, second] = asked;
  const signature = sign("sha256", Buffer.from("x"), first?.rsa as never);
  expect(verify("sha256", Buffer.from("x"), createPublicKey(second?.rsaPublicPem ?? ""), signature)).toBe(true);
});

test("private keys are of no use to who has the database without the secret", async () => {
  await using site = await openSite();
  await new ActorKeys(site.db, secretOf(randomBytes(32))).of(site.id);
  await expect(new ActorKeys(site.db, secretOf(randomBytes(32))).of(site.id)).rejects.toThrow();
  const { rsaPrivate } = await site.db.selectFrom("actorKeys").select("rsaPrivate").executeTakeFirstOrThrow();
  expect(Buffer.from(rsaPrivate).toString("latin1")).not.toContain("PRIVATE");
});

test("keys made in a transaction that is undone are forgotten", async () => {
  await using site = await openSite();
  const keys = new ActorKeys(site.db, secretOf(randomBytes(32)));
  const undone = { pem: "" };
  await site.db
    .transaction()
    .execute(async (tx) => {
      undone.pem = (await keys.of(site.id, tx)).rsaPublicPem;
      throw new Error("undone");
    })
    .catch(() => {});
  const kept = await keys.of(site.id);
  expect(kept.rsaPublicPem).not.toBe(undone.pem);
  expect((await site.db.transaction().execute((tx) => keys.of(site.id, tx))).rsaPublicPem).toBe(kept.rsaPublicPem);
});
