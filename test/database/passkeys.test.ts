import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Account } from "../../src/accounts/account.ts";
import { createAdministrator } from "../../src/accounts/changes.ts";
import {
  askForNewPasskey,
  askForPasskey,
  findByPasskey,
  type PasskeyDeps,
  readNewPasskey,
} from "../../src/accounts/passkey-ceremonies.ts";
import { keepPasskey, listPasskeys, removePasskey } from "../../src/accounts/passkeys.ts";
import { findAccountById } from "../../src/accounts/queries.ts";
import { secretOf } from "../../src/foundation/secret.ts";
import { type Authenticator, type Bent, type Challenge, openAuthenticator } from "../support/authenticator.ts";
import { databaseOfTests } from "../support/database.ts";

const db = await databaseOfTests(6);
const start = Date.UTC(2026, 10, 24, 10);
let now: Date;
const deps: PasskeyDeps = { db, secret: secretOf(randomBytes(32)), origin: "https://pomme.example", now: () => now };
let account: Account;
let device: Authenticator;

beforeEach(async () => {
  now = new Date(start);
  account = await make();
  device = openAuthenticator(deps.origin);
});

async function make(): Promise<Account> {
  const email = `${crypto.randomUUID()}@example.org`;
  const made = await db
    .transaction()
    .execute((tx) => createAdministrator(tx, { email, password: "quatre chevaux de bois" }));
  if (!made.done) throw new Error(made.reason);
  return made.value;
}

const askNew = async () => (await askForNewPasskey(deps, account)) as Challenge;
const ask = async () => (await askForPasskey(deps)) as Challenge;

async function add(bent: Bent = {}): Promise<boolean> {
  const made = await readNewPasskey(deps, account.id, device.create(await askNew(), bent));
  if (made === null) return false;
  const row = { ...made, name: "Téléphone", created: now };
  return (await db.transaction().execute((tx) => keepPasskey(tx, account.id, row))).done;
}

const enterWith = (signed: string) => findByPasskey(deps, signed, findAccountById);
const enter = async (bent: Bent = {}) => enterWith(device.get(await ask(), bent));

describe("a passkey", () => {
  test("lets its owner in without saying who they are, until it is removed", async () => {
    expect(await add()).toBe(true);
    expect(await enter()).toEqual({ account, verified: true });
    expect(await listPasskeys(db, account.id)).toEqual([{ id: device.id, name: "Téléphone", created: now, used: now }]);
    const other = await make();
    expect(await db.transaction().execute((tx) => removePasskey(tx, other.id, device.id))).toBeNull();
    expect(await db.transaction().execute((tx) => removePasskey(tx, account.id, device.id))).toBe("Téléphone");
    expect(await enter()).toBeNull();
  });

  test("says whether the device has made sure of the person", async () => {
    await add({ verified: false });
    expect(await enter({ verified: false })).toMatchObject({ verified: false });
    expect(await enter({ verified: true })).toMatchObject({ verified: true });
  });

  test("signs each challenge once, within five minutes, and only for the one it was given for", async () => {
    await add();
    const challenge = await ask();
    const signed = device.get(challenge);
    expect(await enterWith(signed)).not.toBeNull();
    expect(await enterWith(signed)).toBeNull();
    const late = await ask();
    now = new Date(start + 5 * 60_000 + 1);
    expect(await enterWith(device.get(late))).toBeNull();
    expect(await enterWith(device.get(await askNew()))).toBeNull();
    expect(await enterWith(device.get({ challenge: randomBytes(32).toString("base64url") }))).toBeNull();
    const twice = device.get(await ask());
    const both = await Promise.all([enterWith(twice), enterWith(twice)]);
    expect(both.filter((one) => one !== null)).toHaveLength(1);
  });

  test("of another site, or with a signature that is not its own, opens nothing", async () => {
    await add();
    expect(await enter({ origin: "https://p0mme.example" })).toBeNull();
    expect(await enter({ host: "p0mme.example" })).toBeNull();
    expect(await enter({ signature: randomBytes(70) })).toBeNull();
    const stranger = openAuthenticator(deps.origin);
    const forged = JSON.parse(stranger.get(await ask()));
    expect(await enterWith(JSON.stringify({ ...forged, id: device.id, rawId: device.id }))).toBeNull();
  });

  test("whose counter does not go up is a copy, and opens nothing", async () => {
    await add({ counter: 5 });
    expect(await enter({ counter: 6 })).not.toBeNull();
    expect(await enter({ counter: 6 })).toBeNull();
    expect(await enter({ counter: 0 })).toBeNull();
    const copies = [device.get(await ask(), { counter: 7 }), device.get(await ask(), { counter: 7 })];
    const both = await Promise.all(copies.map((copy) => enterWith(copy)));
    expect(both.filter((one) => one !== null)).toHaveLength(1);
  });

  test("is not added for another site, with a challenge of somebody else, or twice", async () => {
    expect(await add({ origin: "https://p0mme.example" })).toBe(false);
    expect(await add({ host: "p0mme.example" })).toBe(false);
    const other = await make();
    const theirs = (await askForNewPasskey(deps, other)) as Challenge;
    expect(await readNewPasskey(deps, account.id, device.create(theirs))).toBeNull();
    expect(await readNewPasskey(deps, account.id, device.create(await ask()))).toBeNull();
    expect(await add()).toBe(true);
    expect(await add()).toBe(false);
    expect(await listPasskeys(db, account.id)).toHaveLength(1);
  });

  test("is one of twenty at most", async () => {
    for (let i = 0; i < 20; i++) {
      device = openAuthenticator(deps.origin);
      expect(await add()).toBe(true);
    }
    device = openAuthenticator(deps.origin);
    expect(await add()).toBe(false);
  });

  test("is read as what anybody may have written", async () => {
    for (const text of [
      "",
      "{",
      "null",
      "[]",
      '{"id":"a"}',
      JSON.stringify({ id: "a", rawId: "a", type: "public-key" }),
    ]) {
      expect(await enterWith(text)).toBeNull();
      expect(await readNewPasskey(deps, account.id, text)).toBeNull();
    }
  });
});
