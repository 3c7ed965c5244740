import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { beforeEach, describe, expect, test } from "vitest";
import type { Account } from "../../src/accounts/account.ts";
import { changePassword, createAdministrator } from "../../src/accounts/changes.ts";
import {
  beginCodes,
  confirmCodes,
  findCodes,
  renewRecoveryCodes,
  spendCode,
  spendRecoveryCode,
  turnOffCodes,
} from "../../src/accounts/codes.ts";
import { deviceKey } from "../../src/accounts/devices.ts";
import { holdEntry, readHeldEntry, tryCode, tryOwnPassword, tryPassword } from "../../src/accounts/entrance.ts";
import { findAccountById } from "../../src/accounts/queries.ts";
import { countTry } from "../../src/accounts/tries.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { secretOf } from "../../src/foundation/secret.ts";
import { databaseOfTests } from "../support/database.ts";

const db = await databaseOfTests(12);
const secret = secretOf(randomBytes(32));
const password = "quatre chevaux de bois";
const start = Date.UTC(2026, 10, 24, 10);
const at = (seconds: number) => new Date(start + seconds * 1_000);
const within = <Value>(act: (tx: Transaction) => Promise<Value>) => db.transaction().execute(act);
const readHeld = (held: string, now: Date) => readHeldEntry(db, secret, { held, now }, findAccountById);

let account: Account;
let email: string;
beforeEach(async () => {
  email = `${crypto.randomUUID()}@example.org`;
  const made = await within((tx) => createAdministrator(tx, { email, password }));
  if (!made.done) throw new Error(made.reason);
  account = made.value;
});

/** Guesses as often as one is let, `seconds` apart. */
async function guess(times: number, { seconds = 100, device = "", from = 0, whose = email } = {}) {
  const outcomes = [];
  for (let i = 0; i < times; i++) {
    const now = at(from + i * seconds);
    outcomes.push(await tryPassword(db, secret, { email: whose, password: "une autre phrase", device, now }));
  }
  return outcomes.map((outcome) => (outcome.done ? "in" : outcome.reason.reason));
}

describe("guessing a password", () => {
  test("is possible ten times in fifteen minutes, and then not even with the right one", async () => {
    expect(await guess(10, { seconds: 65 })).toEqual(Array(10).fill("wrong"));
    const right = { email, password, device: "", now: at(660) };
    expect(await tryPassword(db, secret, right)).toEqual({
      done: false,
      reason: { reason: "too-many-tries", seconds: 240 },
    });
    expect(await tryPassword(db, secret, { ...right, now: at(900) })).toMatchObject({ done: true });
  });

  test("is slowed down from the fourth time on", async () => {
    expect(await guess(4, { seconds: 0 })).toEqual(["wrong", "wrong", "wrong", "too-many-tries"]);
    expect(await guess(2, { seconds: 0, from: 1 })).toEqual(["wrong", "too-many-tries"]);
  });

  test("is counted alike for an address that nobody has", async () => {
    const whose = `${crypto.randomUUID()}@example.org`;
    expect(await guess(11, { seconds: 65, whose })).toEqual([...Array(10).fill("wrong"), "too-many-tries"]);
    const { tries } = await db
      .selectFrom("signInTries")
      .select("tries")
      .orderBy("latest", "desc")
      .executeTakeFirstOrThrow();
    expect(tries).toHaveLength(10);
    expect(JSON.stringify(await db.selectFrom("signInTries").selectAll().execute())).not.toContain("example.org");
  });

  test("by a stranger does not shut out somebody on a browser of theirs", async () => {
    await guess(10, { seconds: 65 });
    const device = deviceKey(secret, account.id);
    expect(await tryPassword(db, secret, { email, password, device, now: at(660) })).toMatchObject({ done: true });
    const others = deviceKey(secret, crypto.randomUUID());
    for (const key of [others, `${device}x`, device.replace(/^./, (sign) => (sign === "A" ? "B" : "A")), "."])
      expect(await tryPassword(db, secret, { email, password, device: key, now: at(660) })).toMatchObject({
        done: false,
      });
  });

  test("on a known browser is no freer than elsewhere", async () => {
    const device = deviceKey(secret, account.id);
    expect(await guess(11, { seconds: 65, device })).toEqual([...Array(10).fill("wrong"), "too-many-tries"]);
  });

  test("is forgotten once somebody came in", async () => {
    await guess(2, { seconds: 0 });
    expect(await tryPassword(db, secret, { email, password, device: "", now: at(0) })).toMatchObject({ done: true });
    expect(await guess(3, { seconds: 0 })).toEqual(["wrong", "wrong", "wrong"]);
  });

  test("at the same moment from many processes is counted one by one", async () => {
    const subject = crypto.randomUUID();
    const waits = await Promise.all(Array.from({ length: 10 }, () => countTry(db, subject, at(0))));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
  });

  test("one's own at the desk, on a browser that was left open, is slowed down too", async () => {
    const outcomes = [];
    for (let i = 0; i < 4; i++)
      outcomes.push(await tryOwnPassword(db, secret, account, { password: "une autre phrase", now: at(0) }));
    expect(outcomes.at(-1)).toMatchObject({ done: false, reason: { reason: "too-many-tries" } });
  });
});

describe("the codes of a telephone", () => {
  let totp: TOTP;
  const codeAt = (seconds: number) => totp.generate({ timestamp: start + seconds * 1_000 });
  const begin = async () => {
    const key = await within((tx) => beginCodes(tx, secret, account.id, at(0)));
    if (!key.done) throw new Error(key.reason);
    totp = new TOTP({ secret: new Secret({ buffer: new Uint8Array(key.value).buffer }) });
    return key.value;
  };
  const confirm = (code: string, seconds = 0) =>
    within((tx) => confirmCodes(tx, secret, account.id, { code, now: at(seconds) }));
  const spend = (code: string, seconds: number) =>
    within((tx) => spendCode(tx, secret, account.id, { code, now: at(seconds) }));

  test("are asked for only once one of them has come", async () => {
    await begin();
    expect(await findCodes(db, account.id)).toEqual({ confirmed: null, recoveryCodes: 0 });
    expect(await spend(codeAt(0), 0)).toBe(false);
    expect(await confirm("000000")).toEqual({ done: false, reason: "code-wrong" });
    expect(await confirm(codeAt(0))).toMatchObject({ done: true });
    expect(await findCodes(db, account.id)).toEqual({ confirmed: at(0), recoveryCodes: 10 });
  });

  test("open once, a step early or late, and not further away", async () => {
    await begin();
    await confirm(codeAt(0));
    expect(await spend(codeAt(0), 0)).toBe(false);
    expect(await spend(codeAt(90), 120)).toBe(true);
    expect(await spend(codeAt(90), 120)).toBe(false);
    expect(await spend(codeAt(60), 90)).toBe(false); // older than one that was used
    expect(await spend(codeAt(240), 180)).toBe(false);
    const later = codeAt(240);
    expect(await spend(`${later.slice(0, 3)} ${later.slice(3)}`, 210)).toBe(true);
  });

  test("sent twice at the same moment open once", async () => {
    await begin();
    await confirm(codeAt(0));
    const opened = await Promise.all(Array.from({ length: 6 }, () => spend(codeAt(60), 60)));
    expect(opened.filter(Boolean)).toHaveLength(1);
  });

  test("keep their secret sealed, and for one account only", async () => {
    const key = await begin();
    const row = await db.selectFrom("codeApps").selectAll().where("account", "=", account.id).executeTakeFirstOrThrow();
    expect(row.secret.includes(key)).toBe(false);
    const other = await within((tx) => createAdministrator(tx, { email: `b${email}`, password }));
    if (!other.done) throw new Error(other.reason);
    await db
      .insertInto("codeApps")
      .values({ ...row, account: other.value.id, confirmed: at(0) })
      .execute();
    await expect(
      within((tx) => spendCode(tx, secret, other.value.id, { code: codeAt(0), now: at(0) })),
    ).rejects.toThrow();
  });

  test("cannot be begun anew while they are on, so that nobody puts their own telephone in place", async () => {
    await begin();
    await confirm(codeAt(0));
    expect(await within((tx) => beginCodes(tx, secret, account.id, at(60)))).toEqual({
      done: false,
      reason: "codes-on-already",
    });
    expect(await confirm(codeAt(60), 60)).toEqual({ done: false, reason: "codes-not-begun" });
    await within((tx) => turnOffCodes(tx, account.id));
    await begin();
    expect((await findCodes(db, account.id)).recoveryCodes).toBe(0);
  });

  test("can be replaced by ten that were written down, each once, until new ones are made", async () => {
    const codes = await within((tx) => renewRecoveryCodes(tx, secret, account.id));
    expect(new Set(codes).size).toBe(10);
    const [first = "", second = ""] = codes;
    const spendOne = (code: string) => within((tx) => spendRecoveryCode(tx, secret, account.id, code));
    expect(await spendOne(` ${first.toUpperCase().replaceAll("-", " ")} `)).toBe(true);
    expect(await spendOne(first)).toBe(false);
    expect(await spendOne("")).toBe(false);
    const rows = JSON.stringify(await db.selectFrom("recoveryCodes").selectAll().execute());
    for (const code of codes) expect(rows).not.toContain(code);
    await within((tx) => renewRecoveryCodes(tx, secret, account.id));
    expect(await spendOne(second)).toBe(false);
  });

  test("are guessed ten times in fifteen minutes at most, with however many right passwords", async () => {
    await begin();
    await confirm(codeAt(0));
    const typed = { code: "000000", recovery: "", device: "" };
    for (let i = 0; i < 10; i++)
      expect(await tryCode(db, secret, account, { ...typed, now: at(60 + i * 65) })).toMatchObject({
        done: false,
        reason: { reason: "wrong" },
      });
    const right = { ...typed, code: codeAt(720), now: at(720) };
    expect(await tryCode(db, secret, account, right)).toMatchObject({
      done: false,
      reason: { reason: "too-many-tries" },
    });
    expect(await tryCode(db, secret, account, { ...right, device: deviceKey(secret, account.id) })).toEqual({
      done: true,
      value: "code",
    });
  });
});

describe("being half signed in", () => {
  test("lasts five minutes, and ends when the password changes", async () => {
    const held = await holdEntry(db, secret, account.id, at(0));
    expect(await readHeld(held, at(299))).toMatchObject({ id: account.id });
    expect(await readHeld(held, at(301))).toBeNull();
    await within((tx) => changePassword(tx, { email, password: "cinq chaises de bois" }));
    expect(await readHeld(held, at(1))).toBeNull();
  });

  test("cannot be written by hand", async () => {
    const held = await holdEntry(db, secret, account.id, at(0));
    const others = secretOf(randomBytes(32));
    for (const forged of ["", "x", `${held}AA`, await holdEntry(db, others, account.id, at(0))])
      expect(await readHeld(forged, at(1))).toBeNull();
  });
});
