import { expect, test } from "vitest";
import { allows, createToken, deleteToken, findTokens, listTokens } from "../../src/accounts/tokens.ts";
import { secretOf } from "../../src/foundation/secret.ts";
import { databaseOfTests } from "../support/database.ts";

const secret = secretOf(Buffer.alloc(32, 1));
const now = new Date("2026-11-22T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

const db = await databaseOfTests(2);

const find = async (token: string, at: Date, by = secret) => (await findTokens(db, by, [token], at))[0];

const create = (label: string) =>
  db.transaction().execute((tx) => createToken(tx, secret, { scope: "offers", label, now }));

test("a token opens what it was made for, and is stored only as a keyed hash", async () => {
  const { token } = await create("nightly script");
  expect(token).toMatch(/^essaim_[A-Za-z0-9_-]{43}$/);
  expect(await find(token, now)).toMatchObject({ label: "nightly script", scope: "offers" });
  const stored = JSON.stringify(await db.selectFrom("tokens").selectAll().execute());
  expect(stored).not.toContain(token.slice("essaim_".length));
});

test("another site's secret does not know our tokens", async () => {
  const { token } = await create("other site");
  expect(await find(token, now, secretOf(Buffer.alloc(32, 2)))).toBeNull();
});

test("many that come at once are looked up together, each for itself", async () => {
  const [one, other] = [await create("one"), await create("other")];
  const found = await findTokens(db, secret, [other.token, "essaim_", one.token, other.token], now);
  expect(found.map((token) => token?.label ?? null)).toEqual(["other", null, "one", "other"]);
});

test("what is not a token of ours opens nothing", async () => {
  for (const token of ["", "essaim_", "Bearer x", `essaim_${"a".repeat(43)}`, `essaim_${"a".repeat(5_000)}`]) {
    expect(await find(token, now)).toBeNull();
  }
});

test("its use is noted, once a minute at most", async () => {
  const { id, token } = await create("busy");
  const used = async () => (await listTokens(db)).find((one) => one.id === id)?.used;
  await find(token, later(10));
  await find(token, later(40));
  expect(await used()).toEqual(later(10));
  await find(token, later(71));
  expect(await used()).toEqual(later(71));
});

test("a token that is taken back opens nothing any more", async () => {
  const { id, token } = await create("leaver");
  expect(await db.transaction().execute((tx) => deleteToken(tx, id))).toBe(true);
  expect(await find(token, now)).toBeNull();
  expect(await db.transaction().execute((tx) => deleteToken(tx, id))).toBe(false);
});

test("a wider scope may do what a narrower one may, not the other way round", () => {
  expect(allows("admin", "read")).toBe(true);
  expect(allows("offers", "offers")).toBe(true);
  expect(allows("read", "offers")).toBe(false);
});
