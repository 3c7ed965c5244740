import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Transaction } from "../../src/foundation/database.ts";
import { changeHost, nameInstance, type SetUp, setUp } from "../../src/hosts/changes.ts";
import { claimHandle, findHandle, findHandleById, retireHandle, suggestHandle } from "../../src/hosts/handles.ts";
import { isHub } from "../../src/hosts/host.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { databaseOfTests } from "../support/database.ts";

const now = new Date("2026-11-22T10:00:00Z");

const db = await databaseOfTests(2);

/** What a test writes is taken back at its end. */
let tx: Transaction;
let rollBack: () => Promise<void>;

beforeEach(async () => {
  const controlled = await db.startTransaction().execute();
  tx = controlled;
  rollBack = async () => void (await controlled.rollback().execute());
});

afterEach(() => rollBack());

const alice: SetUp = { name: "Hôte A", handle: "hote_a", now };
const claim = (name: string, kind: "host" | "offer" = "offer") => claimHandle(tx, { id: randomUUID(), name, kind });

test("the set-up gives the host, the instance and the availability their names", async () => {
  expect(await findHost(tx)).toBeNull();
  const made = await setUp(tx, { ...alice, territory: "dep:69", language: "fr" });
  expect(made).toMatchObject({ done: true, value: { handle: "hote_a", profile: { capabilities: ["hosting"] } } });
  const host = await findHost(tx);
  expect(host).toMatchObject({ handle: "hote_a", profile: { name: "Hôte A", territory: { codes: ["dep:69"] } } });
  expect(host).toEqual(made.done ? made.value : null);
  expect(await findHandle(tx, "instance")).toMatchObject({ kind: "instance" });
  expect(await findHandle(tx, "disponibilites")).toMatchObject({ kind: "availability" });
  expect(await findHandleById(tx, host?.id ?? "")).toMatchObject({ name: "hote_a", kind: "host", gone: null });
});

test("a portal has a name and no availability", async () => {
  await setUp(tx, { ...alice, hub: true });
  const host = await findHost(tx);
  expect(host && isHub(host.profile)).toBe(true);
  expect(await findHandle(tx, "disponibilites")).toBeNull();
});

test("the set-up is done once", async () => {
  await setUp(tx, alice);
  expect(await setUp(tx, { ...alice, handle: "other" })).toEqual({ done: false, reason: "already-set-up" });
});

test("a set-up that cannot be is refused before anything is written", async () => {
  expect(await setUp(tx, { ...alice, name: "  " })).toEqual({ done: false, reason: "name-missing" });
  expect(await setUp(tx, { ...alice, handle: "Hôte A" })).toEqual({ done: false, reason: "handle-malformed" });
  expect(await setUp(tx, { ...alice, handle: "admin" })).toEqual({ done: false, reason: "handle-taken" });
  expect(await setUp(tx, { ...alice, territory: "69" })).toEqual({ done: false, reason: "territory-malformed" });
  expect(await tx.selectFrom("handles").selectAll().execute()).toEqual([]);
});

test("the instance has one name, even before anyone hosts here", async () => {
  const id = await nameInstance(tx);
  await setUp(tx, alice);
  expect(await nameInstance(tx)).toBe(id);
});

test("a name is never given twice, even once its actor is gone", async () => {
  const id = randomUUID();
  expect(await claimHandle(tx, { id, name: "nuage", kind: "offer" })).toEqual({ done: true, value: null });
  await retireHandle(tx, id, now);
  expect(await findHandle(tx, "nuage")).toMatchObject({ gone: now });
  expect(await claim("nuage")).toEqual({ done: false, reason: "handle-taken" });
});

test("names that mean something else here are given to nobody", async () => {
  for (const name of ["instance", "disponibilites", "demandes", "admin", "api", "ap"]) {
    expect(await claim(name), name).toEqual({ done: false, reason: "handle-taken" });
  }
});

test("a name holds small letters, figures and underscores, thirty at most", async () => {
  for (const name of ["", "Nuage", "nu-age", "nüage", "n".repeat(31), "a b"]) {
    expect(await claim(name), name).toEqual({ done: false, reason: "handle-malformed" });
  }
  expect((await claim("n".repeat(30))).done).toBe(true);
});

test("a free name is made from a title", async () => {
  expect(await suggestHandle(tx, "Site web & Échirolles")).toBe("site_web_echirolles");
  await claim("site_web_echirolles");
  expect(await suggestHandle(tx, "site-web-echirolles")).toBe("site_web_echirolles_2");
  expect(await suggestHandle(tx, "admin")).toBe("admin_2");
  expect(await suggestHandle(tx, "!!!")).toBe("offre");
  expect(await suggestHandle(tx, "x".repeat(80))).toHaveLength(30);
});

test("what the host says of itself is changed, and told to directories at once, to those who follow within a minute, once", async () => {
  await setUp(tx, alice);
  const host = await findHost(tx);
  if (!host) throw new Error("nobody hosts here");
  await changeHost(tx, { ...host.profile, tagline: "Des services sobres" }, now);
  await changeHost(tx, { ...host.profile, tagline: "Des services libres" }, now);
  expect(await findHost(tx)).toMatchObject({
    handle: "hote_a",
    changed: now,
    profile: { tagline: "Des services libres" },
  });
  const events = await tx.selectFrom("events").select(["name", "bundle"]).where("name", "<>", "host-set-up").execute();
  const [changed, settled] = ["host-changed", "host-settled"].map((wanted) =>
    events.filter(({ name }) => name === wanted).map(({ bundle }) => bundle),
  );
  expect(changed).toEqual([null, null]);
  expect(settled).toEqual([`tell:host-settled:${host.id}`, `tell:host-settled:${host.id}`]);
});

test("a profile from an older version gets the defaults of what it did not know", async () => {
  const id = randomUUID();
  await claimHandle(tx, { id, name: "ancien", kind: "host" });
  await tx
    .insertInto("hosts")
    .values({ id, profile: JSON.stringify({ name: "Ancien" }) })
    .execute();
  expect(await findHost(tx)).toMatchObject({ profile: { name: "Ancien", language: "fr", facts: [], closing: null } });
});
