import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import sharp from "sharp";
import { beforeEach, expect, test } from "vitest";
import { NotFound } from "../../src/foundation/errors.ts";
import { setUp } from "../../src/hosts/changes.ts";
import type { Logo } from "../../src/hosts/logo.ts";
import { keepLogo, removeLogo } from "../../src/hosts/logo-changes.ts";
import { readLogo } from "../../src/hosts/logo-form.ts";
import { findPicture } from "../../src/hosts/logo-queries.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { databaseOfTests } from "../support/database.ts";

const db = await databaseOfTests(3);
const now = new Date("2026-11-24T10:00:00Z");
const later = new Date("2026-11-25T10:00:00Z");

async function logo(colour: string): Promise<Logo> {
  const bytes = await sharp({ create: { width: 100, height: 100, channels: 3, background: colour } })
    .png()
    .toBuffer();
  const read = await readLogo(new File([new Uint8Array(bytes)], "logo"));
  if (!read.done) throw new Error(read.reason);
  return read.value;
}

const [red, green, blue] = await Promise.all(["#aa0000", "#00aa00", "#0000aa"].map(logo));
const keep = (one: Logo | undefined, when = now) =>
  db.transaction().execute((tx) => keepLogo(tx, one ?? { files: [] }, when));
const remove = () => db.transaction().execute((tx) => removeLogo(tx, later));
const paths = async () => ((await findHost(db))?.logo ?? []).map(({ path }) => path);
const answers = async (path: string) => {
  const [, id = "", format = ""] = /([0-9a-f]{64})\.(webp|png)$/.exec(path) ?? [];
  return (await findPicture(db, id, format as "webp" | "png")) !== null;
};
const told = async () =>
  (await db.selectFrom("events").select("name").where("name", "=", "host-changed").execute()).length;

beforeEach(async () => {
  await sql`truncate pictures, hosts, handles, events cascade`.execute(db);
  await db.transaction().execute((tx) => setUp(tx, { name: "La Pomme", handle: "la_pomme", now }));
});

test("a host keeps its logo in every size, and those who follow hear of it", async () => {
  expect(await paths()).toEqual([]);
  await keep(red, later);
  const host = await findHost(db);
  expect(host?.logo.map(({ format, size }) => `${format} ${size}`)).toEqual([
    ..."webp 48,webp 96,webp 192".split(","),
    ...["png 400", "webp 400"],
  ]);
  expect(host?.changed).toEqual(later);
  expect(await told()).toBe(1);
  for (const path of await paths()) expect(await answers(path)).toBe(true);
});

test("the logo before the current one still answers, the one before that no more", async () => {
  await keep(red);
  const first = await paths();
  await keep(green);
  const second = await paths();
  expect(second).not.toEqual(first);
  expect(await answers(first[0] ?? "")).toBe(true);
  await keep(blue);
  expect(await answers(first[0] ?? "")).toBe(false);
  expect(await answers(second[0] ?? "")).toBe(true);
});

test("the same logo again has the same addresses, and one that comes back has its old ones", async () => {
  await keep(red);
  const first = await paths();
  await keep(red);
  expect(await paths()).toEqual(first);
  await keep(green);
  await keep(red);
  expect(await paths()).toEqual(first);
});

test("a logo that is taken away answers nowhere, and that is told once", async () => {
  await keep(red);
  const [first = ""] = await paths();
  await keep(green);
  expect(await remove()).toBe(true);
  expect(await paths()).toEqual([]);
  expect(await answers(first)).toBe(false);
  expect(await told()).toBe(3);
  expect(await remove()).toBe(false);
  expect(await told()).toBe(3);
});

test("before anyone hosts here there is nothing to put a logo on", async () => {
  await sql`truncate hosts cascade`.execute(db);
  await expect(keep(red)).rejects.toThrow(NotFound);
});

test("an address can name no other bytes than its own", async () => {
  const forged = { id: "0".repeat(64), purpose: "logo", format: "png", size: 48, bytes: randomBytes(40), kept: now };
  await expect(db.insertInto("pictures").values(forged).execute()).rejects.toThrow(/check constraint/);
});
