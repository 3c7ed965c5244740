import { expect, test } from "vitest";
import { changePassword, createAdministrator } from "../../src/accounts/changes.ts";
import { countAccounts, findAccount } from "../../src/accounts/queries.ts";
import { databaseOfTests } from "../support/database.ts";

const db = await databaseOfTests(2);

const create = (email: string, password: string) =>
  db.transaction().execute((tx) => createAdministrator(tx, { email, password }));

test("an administrator signs in with the password that was set, and the database never holds it", async () => {
  const created = await create("alice@example.org", "deux vélos bleus");
  expect(created).toMatchObject({ done: true, value: { email: "alice@example.org", role: "administrator" } });
  expect(await findAccount(db, "Alice@Example.org", "deux vélos bleus")).toMatchObject({ role: "administrator" });
  expect(await findAccount(db, "alice@example.org", "deux vélos verts")).toBeNull();
  const { passwordHash } = await db.selectFrom("accounts").select("passwordHash").executeTakeFirstOrThrow();
  expect(passwordHash).toMatch(/^\$argon2id\$/);
});

test("nobody signs in to an account that does not exist", async () => {
  expect(await findAccount(db, "nobody@example.org", "deux vélos bleus")).toBeNull();
});

test("one address has one account, however it is written", async () => {
  expect(await create("ALICE@example.org", "trois vélos rouges")).toEqual({ done: false, reason: "email-taken" });
});

test("a bad address or password is refused with its reason, and nothing is written", async () => {
  const before = await countAccounts(db);
  expect(await create("not an address", "deux vélos bleus")).toEqual({ done: false, reason: "email-malformed" });
  expect(await create("bob@example.org", "court")).toEqual({ done: false, reason: "password-too-short" });
  expect(await create("bob@example.org", "motdepasse123")).toEqual({ done: false, reason: "password-known" });
  expect(await countAccounts(db)).toBe(before);
});

test("a new password opens the account, the old one no longer does, and a bad one changes nothing", async () => {
  await create("carla@example.org", "cinq chaises de bois");
  const change = (email: string, password: string) =>
    db.transaction().execute((tx) => changePassword(tx, { email, password }));
  expect(await change("carla@example.org", "court")).toEqual({ done: false, reason: "password-too-short" });
  expect(await findAccount(db, "carla@example.org", "cinq chaises de bois")).not.toBeNull();
  expect(await change(" Carla@example.org ", "six lampes de chevet")).toMatchObject({ done: true });
  expect(await findAccount(db, "carla@example.org", "six lampes de chevet")).not.toBeNull();
  expect(await findAccount(db, "carla@example.org", "cinq chaises de bois")).toBeNull();
  expect(await change("nobody@example.org", "six lampes de chevet")).toEqual({
    done: false,
    reason: "account-unknown",
  });
});
