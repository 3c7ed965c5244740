import { sql } from "kysely";
import { expect, test } from "vitest";
import { PgKvStore, sweepKeysAndValues } from "../../federation/delivery/keys-and-values.ts";
import type { Database } from "../../src/foundation/database.ts";
import { startDeliverySite } from "../support/delivery-site.ts";

const expire = (db: Database) => sql`update federation_kv set expires = now() - interval '1 second'`.execute(db);
const day = Temporal.Duration.from({ hours: 24 });

test("a value is kept as it was, null included, until it is deleted", async () => {
  await using site = await startDeliverySite();
  const store = new PgKvStore(site.db);
  const value = { some_name: [1, "é", null], camelCase: true };
  await store.set(["a", "b"], value);
  await store.set(["a", "null"], null);
  expect(await store.get(["a", "b"])).toEqual(value);
  expect(await store.get(["a", "null"])).toBeNull();
  expect(await store.get(["a"])).toBeUndefined();
  await store.delete(["a", "b"]);
  expect(await store.get(["a", "b"])).toBeUndefined();
});

test("every entry expires: after its own time, or else after 7 days, counted anew from each set", async () => {
  await using site = await startDeliverySite();
  const store = new PgKvStore(site.db);
  await store.set(["default"], 1);
  await store.set(["own"], 1, { ttl: day });
  await store.cas(["created"], undefined, 1);
  const { rows } = await sql<{ key: string[]; hours: number }>`
    select key, round(extract(epoch from expires - now()) / 3600)::integer as hours from federation_kv order by key`.execute(
    site.db,
  );
  expect(rows).toEqual([
    { key: ["created"], hours: 168 },
    { key: ["default"], hours: 168 },
    { key: ["own"], hours: 24 },
  ]);
  await expire(site.db);
  expect(await store.get(["own"])).toBeUndefined();
  await store.set(["own"], 2, { ttl: day });
  expect(await store.get(["own"])).toBe(2);
  await sweepKeysAndValues(site.db);
  expect(await site.db.selectFrom("federationKv").select("key").execute()).toEqual([{ key: ["own"] }]);
});

test("compare-and-set creates, exchanges and deletes only what is as expected", async () => {
  await using site = await startDeliverySite();
  const store = new PgKvStore(site.db);
  const key = ["circuit", "peer.test"] as const;
  expect(await store.cas(key, undefined, undefined)).toBe(true);
  expect(await store.cas(key, undefined, { n: 1 })).toBe(true);
  expect(await store.cas(key, undefined, { n: 2 })).toBe(false);
  expect(await store.cas(key, { n: 2 }, { n: 3 })).toBe(false);
  expect(await store.cas(key, { n: 1 }, { n: 3 })).toBe(true);
  expect(await store.cas(key, { n: 1 }, undefined)).toBe(false);
  await expire(site.db);
  expect(await store.cas(key, { n: 3 }, { n: 4 })).toBe(false);
  expect(await store.cas(key, undefined, { n: 5 })).toBe(true);
  expect(await store.cas(key, { n: 5 }, undefined)).toBe(true);
  expect(await store.get(key)).toBeUndefined();
});

test("of twenty that race for a key, one wins", async () => {
  await using site = await startDeliverySite();
  const store = new PgKvStore(site.db);
  const racers = Array.from({ length: 20 }, (_, n) => store.cas(["race"], undefined, n));
  expect((await Promise.all(racers)).filter((won) => won)).toHaveLength(1);
});

test("a prefix lists what is under it, itself included, and nothing that has expired", async () => {
  await using site = await startDeliverySite();
  const store = new PgKvStore(site.db);
  for (const key of [["a"], ["a", "1"], ["a", "2", "x"], ["ab"], ["b"]] as [string, ...string[]][])
    await store.set(key, key.length);
  const list = async (prefix?: readonly [string, ...string[]]) => {
    const found: string[] = [];
    for await (const { key } of store.list(prefix)) found.push(key.join("/"));
    return found;
  };
  expect(await list(["a"])).toEqual(["a", "a/1", "a/2/x"]);
  expect(await list(["a", "2"])).toEqual(["a/2/x"]);
  expect(await list()).toHaveLength(5);
  await expire(site.db);
  expect(await list()).toEqual([]);
});
