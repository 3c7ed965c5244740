import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { Secret, TOTP } from "otpauth";
import { beforeEach, describe, expect, test } from "vitest";
import type { Account, Role } from "../../src/accounts/account.ts";
import { createAccount, describeAccount } from "../../src/accounts/changes.ts";
import { beginCodes, confirmCodes, findCodes } from "../../src/accounts/codes.ts";
import { changeRole, listColleagues, removeAccount } from "../../src/accounts/colleagues.ts";
import { acceptInvitation, invite, listInvitations, withdrawInvitation } from "../../src/accounts/invitations.ts";
import { enter, listJournal } from "../../src/accounts/journal.ts";
import { keepAccounts, listMovingAccounts, MovingAccount } from "../../src/accounts/moving.ts";
import { keepPasskey, listPasskeys } from "../../src/accounts/passkeys.ts";
import { findAccount } from "../../src/accounts/queries.ts";
import {
  askForReset,
  findResetLink,
  type ResetLetters,
  sendResetLink,
  spendResetLink,
} from "../../src/accounts/reset-links.ts";
import { findSession, openSession } from "../../src/accounts/sessions.ts";
import { sweepAccounts } from "../../src/accounts/sweep.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { secretOf } from "../../src/foundation/secret.ts";
import { databaseOfTests } from "../support/database.ts";

const db = await databaseOfTests(8);
const secret = secretOf(randomBytes(32));
const password = "quatre chevaux de bois";
const now = new Date("2026-11-24T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const within = <Value>(act: (tx: Transaction) => Promise<Value>) => db.transaction().execute(act);

beforeEach(async () => {
  await db.deleteFrom("accounts").execute();
  await db.deleteFrom("invitations").execute();
  await db.deleteFrom("journal").execute();
  await sql`delete from graphile_worker._private_jobs`.execute(db);
});

async function make(name: string, role: Role = "administrator"): Promise<Account> {
  const email = `${name.toLowerCase()}@example.org`;
  const made = await within((tx) => createAccount(tx, { name, email, password, role, now }));
  if (!made.done) throw new Error(made.reason);
  return made.value;
}

const signIn = (account: Account) =>
  within((tx) => openSession(tx, secret, { account: account.id, agent: "Essai", now }));

describe("the last administrator", () => {
  test("neither leaves nor gives up their right, and with a second one may", async () => {
    const ada = await make("Ada");
    await make("Bob", "editor");
    expect(await within((tx) => changeRole(tx, ada.id, "editor"))).toEqual({
      done: false,
      reason: "last-administrator",
    });
    expect(await within((tx) => removeAccount(tx, ada.id))).toEqual({ done: false, reason: "last-administrator" });
    await make("Cleo");
    expect(await within((tx) => changeRole(tx, ada.id, "reader"))).toMatchObject({ done: true });
  });

  test("stays when two take each other's right back at the same moment", async () => {
    const [ada, bob] = [await make("Ada"), await make("Bob")];
    const outcomes = await Promise.all([
      within((tx) => removeAccount(tx, ada.id)),
      within((tx) => changeRole(tx, bob.id, "reader")),
    ]);
    expect(outcomes.filter((outcome) => outcome.done)).toHaveLength(1);
    const left = (await listColleagues(db)).filter(({ role }) => role === "administrator");
    expect(left).toHaveLength(1);
  });
});

describe("a colleague", () => {
  test("who is removed is signed out everywhere at once, and the journal still names them", async () => {
    await make("Ada");
    const bob = await make("Bob", "editor");
    const key = await signIn(bob);
    await within((tx) => enter(tx, bob, { deed: "signed-in", now }));
    await within((tx) => removeAccount(tx, bob.id));
    expect(await findSession(db, secret, key, now)).toBeNull();
    expect(await listJournal(db, 1)).toMatchObject([{ who: "Bob", deed: "signed-in" }]);
  });

  test("is seen with their last visit and how well their account is guarded", async () => {
    const ada = await make("Ada");
    const passkey = { id: "abc", publicKey: randomBytes(70), counter: 0, transports: [], name: "clé", created: now };
    await within((tx) => keepPasskey(tx, ada.id, passkey));
    const bob = await make("Bob", "reader");
    const key = await signIn(bob);
    await findSession(db, secret, key, later(5));
    const seen = (await listColleagues(db)).toSorted((a, b) => a.name.localeCompare(b.name));
    expect(seen).toMatchObject([
      { name: "Ada", seen: null, secured: true },
      { name: "Bob", role: "reader", seen: later(5), secured: false },
    ]);
  });

  test("takes another address only if it is free, and links that went to the old one end", async () => {
    const ada = await make("Ada");
    await make("Bob");
    await db
      .insertInto("resetLinks")
      .values({ hash: "x", account: ada.id, expires: later(30) })
      .execute();
    const move = (email: string, name = "Ada") => within((tx) => describeAccount(tx, ada.id, { name, email }));
    expect(await move("BOB@example.org")).toEqual({ done: false, reason: ["email-taken"] });
    expect(await move("bob", "  ")).toEqual({ done: false, reason: ["name-missing", "email-malformed"] });
    expect(await move("ADA@example.org")).toMatchObject({ done: true });
    expect(await db.selectFrom("resetLinks").select("hash").execute()).toHaveLength(1);
    expect(await move("ada@other.example")).toMatchObject({ done: true });
    expect(await db.selectFrom("resetLinks").select("hash").execute()).toHaveLength(0);
  });
});

describe("an invitation", () => {
  const asks = async (email = "cleo@example.org", role: Role = "editor") => {
    const invited = await within((tx) => invite(tx, secret, { email, role, now }));
    if (!invited.done) throw new Error(invited.reason);
    return invited.value;
  };
  const accept = (token: string, more: object = {}) =>
    within((tx) => acceptInvitation(tx, secret, { token, name: "Cleo", password, now, ...more }));

  test("makes an account of its role, once, though it is sent twice", async () => {
    const { token } = await asks();
    const outcomes = await Promise.all([accept(token), accept(token)]);
    expect(outcomes.filter((outcome) => outcome.done)).toHaveLength(1);
    expect(await findAccount(db, "cleo@example.org", password)).toMatchObject({ name: "Cleo", role: "editor" });
    expect(await accept(token)).toEqual({ done: false, reason: ["link-spent"] });
  });

  test("is stored without its key, lasts seven days, and can be taken back", async () => {
    const { token, id } = await asks();
    expect(JSON.stringify(await db.selectFrom("invitations").selectAll().execute())).not.toContain(token);
    expect(await accept(token, { now: later(7 * 1440 + 1) })).toEqual({ done: false, reason: ["link-spent"] });
    expect(await within((tx) => withdrawInvitation(tx, id))).toBe("cleo@example.org");
    expect(await accept(token)).toEqual({ done: false, reason: ["link-spent"] });
  });

  test("takes the place of an earlier one to the same address, and none goes to who is here already", async () => {
    const first = await asks();
    const second = await asks("CLEO@example.org", "reader");
    expect(await accept(first.token)).toMatchObject({ done: false });
    expect(await listInvitations(db)).toHaveLength(1);
    expect(await accept(second.token)).toMatchObject({ done: true, value: { role: "reader" } });
    expect(await within((tx) => invite(tx, secret, { email: "cleo@example.org", role: "reader", now }))).toEqual({
      done: false,
      reason: "email-taken",
    });
  });

  test("is not spent by a refused answer, which names all that is wrong", async () => {
    const { token } = await asks();
    expect(await accept(token, { name: " ", password: "court" })).toEqual({
      done: false,
      reason: ["name-missing", "password-too-short"],
    });
    expect(await accept(token)).toMatchObject({ done: true });
  });
});

describe("a link for a new password", () => {
  const letters: ResetLetters = {
    ...{ smtpUrl: "smtp://127.0.0.1:1", mailFrom: "essaim@pomme.example", secret, origin: "https://pomme.example" },
    write: (_, link) => ({ subject: "lien", text: link }),
  };
  /** The tokens of the links that wait to be sent: sealed, so that only this site reads them. */
  async function sentTokens(): Promise<readonly string[]> {
    const { rows } = await sql<{ payload: { sealed: string } }>`
      select payload from graphile_worker._private_jobs order by id`.execute(db);
    return rows
      .filter(({ payload }) => payload.sealed !== undefined)
      .map(({ payload }) => secret.unseal("letter", Buffer.from(payload.sealed, "base64url")).toString("utf8"))
      .map((letter) => /token=([\w-]+)/.exec(letter)?.[1] ?? "");
  }
  const send = (email: string, moment = now) =>
    within((tx) => sendResetLink(tx, letters, { email, language: "fr" }, moment));
  const spend = (token: string, word = "cinq chaises de bois", moment = now) =>
    within((tx) => spendResetLink(tx, secret, { token, password: word, now: moment }));

  test("opens the account once for half an hour, and ends its sessions and its other links", async () => {
    const ada = await make("Ada");
    const key = await signIn(ada);
    await send("ADA@example.org");
    await send("ada@example.org");
    const [first = "", second = ""] = await sentTokens();
    expect(await findResetLink(db, secret, first, later(31))).toBeNull();
    expect(await spend(first, "court")).toEqual({ done: false, reason: "password-too-short" });
    const outcomes = await Promise.all([spend(first), spend(first)]);
    expect(outcomes.filter((outcome) => outcome.done)).toHaveLength(1);
    expect(await spend(second)).toEqual({ done: false, reason: "link-spent" });
    expect(await findSession(db, secret, key, now)).toBeNull();
    expect(await findAccount(db, ada.email, "cinq chaises de bois")).toMatchObject({ id: ada.id });
  });

  test("is stored nowhere as it is, and nothing is written for an address that nobody has", async () => {
    await make("Ada");
    await send("nobody@example.org");
    expect(await sentTokens()).toEqual([]);
    await send("ada@example.org");
    const [token = ""] = await sentTokens();
    const { rows } = await sql<{ all: string }>`
      select (select json_agg(payload) from graphile_worker._private_jobs)::text
        || (select json_agg(hash) from reset_links)::text as all`.execute(db);
    expect(token).toHaveLength(32);
    expect(rows[0]?.all).not.toContain(token);
  });

  test("is sent three times in half an hour at most, and asked for once while one is on its way", async () => {
    await make("Ada");
    for (let i = 0; i < 5; i++) await send("ada@example.org");
    expect(await sentTokens()).toHaveLength(3);
    await send("ada@example.org", later(31));
    expect(await sentTokens()).toHaveLength(4);
    for (let i = 0; i < 3; i++) await askForReset(db, secret, " Ada@example.org", "fr");
    const { rows } = await sql`select from graphile_worker._private_jobs where key is not null`.execute(db);
    expect(rows).toHaveLength(1);
  });
});

test("an account moves to another server with its passkeys and its telephone", async () => {
  const ada = await make("Ada");
  const passkey = { id: "abc", publicKey: randomBytes(70), counter: 3, transports: ["usb"], name: "clé", created: now };
  await within((tx) => keepPasskey(tx, ada.id, passkey));
  const begun = await within((tx) => beginCodes(tx, secret, ada.id, now));
  if (!begun.done) throw new Error(begun.reason);
  const totp = new TOTP({ secret: new Secret({ buffer: new Uint8Array(begun.value).buffer }) });
  const code = (moment: Date) => totp.generate({ timestamp: moment.getTime() });
  await within((tx) => confirmCodes(tx, secret, ada.id, { code: code(now), now }));
  const moving = JSON.parse(JSON.stringify(await listMovingAccounts(db, secret)));
  await db.deleteFrom("accounts").execute();
  const theirs = secretOf(randomBytes(32));
  const read = [MovingAccount.parse(moving[0])];
  expect(await within((tx) => keepAccounts(tx, theirs, read))).toBe(1);
  expect(await within((tx) => keepAccounts(tx, theirs, read))).toBe(1);
  expect(await listPasskeys(db, ada.id)).toEqual([{ id: "abc", name: "clé", created: now, used: null }]);
  expect(await findCodes(db, ada.id)).toEqual({ confirmed: now, recoveryCodes: 0 });
  expect(await listMovingAccounts(db, theirs)).toEqual(moving);
  const { id, email, role, passwordHash, created } = read[0] ?? {};
  expect(MovingAccount.parse({ id, email, role, passwordHash, created })).toMatchObject({ passkeys: [], codes: null });
});

test("what has run out is swept, and what has not stays", async () => {
  const ada = await make("Ada");
  const old = new Date(now.getTime() - 366 * 86_400_000);
  for (const moment of [old, now]) await within((tx) => enter(tx, ada, { deed: "signed-in", now: moment }));
  for (const [hash, expires] of [
    ["a", later(-1)],
    ["b", later(1)],
  ] as const) {
    await db.insertInto("resetLinks").values({ hash, account: ada.id, expires }).execute();
    await db.insertInto("passkeyChallenges").values({ hash, account: null, expires }).execute();
  }
  await within((tx) => beginCodes(tx, secret, ada.id, later(-1441)));
  await signIn(ada);
  await sweepAccounts(db, now);
  expect(await db.selectFrom("resetLinks").select("hash").execute()).toEqual([{ hash: "b" }]);
  expect(await db.selectFrom("passkeyChallenges").select("hash").execute()).toEqual([{ hash: "b" }]);
  expect(await db.selectFrom("codeApps").selectAll().execute()).toEqual([]);
  expect(await db.selectFrom("sessions").select("id").execute()).toHaveLength(1);
  expect(await listJournal(db, 9)).toMatchObject([{ done: now }]);
});
