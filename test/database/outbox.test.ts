import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { Transaction } from "../../src/foundation/database.ts";
import { type DomainEvent, type Listener, record, runsOf, sweepEvents, tell } from "../../src/foundation/outbox.ts";
import { Teller } from "../../src/foundation/teller.ts";
import { databaseOfTests } from "../support/database.ts";

const db = await databaseOfTests(5);
const heard: string[] = [];
const read = (stored: unknown) => stored as DomainEvent;
type Tell = (tx: Transaction, event: DomainEvent) => Promise<void>;
const hearing = (tell: Tell) => ({ hears: () => true, tell });
const hear = hearing(async (_tx, { id }) => void heard.push(id));
const event = () => ({ id: randomUUID(), name: "something-happened", happened: new Date().toISOString() });

const jobs = async () => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from graphile_worker._private_jobs`.execute(
    db,
  );
  return rows[0]?.count;
};

test("a change that fails leaves neither event nor job", async () => {
  const before = await jobs();
  const failed = db.transaction().execute(async (tx) => {
    await record(tx, event());
    throw new Error("no");
  });
  await expect(failed).rejects.toThrow("no");
  expect(await jobs()).toBe(before);
  expect(await db.selectFrom("events").selectAll().execute()).toEqual([]);
});

test("an event is told to every listener, once, however often its job runs", async () => {
  const one = event();
  await db.transaction().execute((tx) => record(tx, one));
  await tell(db, { ids: [one.id], listeners: [hear, hear] }, read);
  await tell(db, { ids: [one.id], listeners: [hear, hear] }, read);
  expect(heard.filter((id) => id === one.id)).toHaveLength(2);
});

test("if one listener fails, the event stays untold, and all are asked again", async () => {
  const one = event();
  await db.transaction().execute((tx) => record(tx, one));
  const fail = hearing(() => Promise.reject(new Error("later")));
  await expect(tell(db, { ids: [one.id], listeners: [hear, fail, hear] }, read)).rejects.toThrow("later");
  expect(heard.filter((id) => id === one.id)).toHaveLength(1);
  await tell(db, { ids: [one.id], listeners: [hear, hear, hear] }, read);
  expect(heard.filter((id) => id === one.id)).toHaveLength(4);
});

test("what happens to one subject within a minute is told once, by the last event", async () => {
  const before = (await jobs()) ?? 0;
  const several = [event(), event(), event()];
  for (const one of several) {
    await db.transaction().execute((tx) => record(tx, one, { subject: "offer", seconds: 60 }));
  }
  expect(await jobs()).toBe(before + 1);
  const last = several[2]?.id ?? "";
  await tell(db, { ids: [last], listeners: [hear] }, read);
  for (const one of several) await tell(db, { ids: [one.id], listeners: [hear] }, read);
  expect(heard.filter((id) => several.some((one) => one.id === id))).toEqual([last]);
});

test("what was told is forgotten after 90 days; what was not, and what feeds show, is kept", async () => {
  const [told, waiting] = [event(), event()];
  for (const one of [told, waiting]) await db.transaction().execute((tx) => record(tx, one));
  await tell(db, { ids: [told.id], listeners: [hear] }, read);
  const kept = async () => {
    const rows = await db.selectFrom("events").select("id").where("id", "in", [told.id, waiting.id]).execute();
    return rows.map(({ id }) => id).sort();
  };
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  await sweepEvents(db, inDays(89));
  expect(await kept()).toEqual([told.id, waiting.id].sort());
  await sweepEvents(db, inDays(91), [{ id: told.id }]);
  expect(await kept()).toEqual([told.id, waiting.id].sort());
  await sweepEvents(db, inDays(91));
  expect(await kept()).toEqual([waiting.id]);
});

describe("the teller", () => {
  test("tells all that waits in the order in which it was recorded, whichever job comes first", async () => {
    const several = Array.from({ length: 20 }, event);
    await db.transaction().execute(async (tx) => {
      for (const one of several) await record(tx, { ...one, happened: "2026-11-22T10:00:00.000Z" });
    });
    const teller = new Teller(db, read, [hear]);
    await teller.tell([several[19]?.id ?? ""]);
    const ids: string[] = several.map(({ id }) => id);
    expect(heard.filter((id) => ids.includes(id))).toEqual(ids);
  });

  test("tells each once, however many jobs and processes come at once", async () => {
    const several = Array.from({ length: 10 }, event);
    for (const one of several) await db.transaction().execute((tx) => record(tx, one));
    const tellers = [new Teller(db, read, [hear]), new Teller(db, read, [hear])];
    await Promise.all(several.flatMap(({ id }) => tellers.map((teller) => teller.tell([id]))));
    const ids: string[] = several.map(({ id }) => id);
    expect(heard.filter((id) => ids.includes(id))).toEqual(ids);
  });

  test("goes on past one at which a listener fails: its own job fails, and tries it again", async () => {
    const [bad, good] = [event(), event()];
    for (const one of [bad, good]) await db.transaction().execute((tx) => record(tx, one));
    let broken = true;
    const teller = new Teller(db, read, [
      hearing(async (tx, one) => {
        if (broken && one.id === bad.id) throw new Error("later");
        await hear.tell(tx, one);
      }),
    ]);
    await teller.tell([good.id]);
    expect(heard).toContain(good.id);
    await expect(teller.tell([bad.id])).rejects.toThrow("later");
    broken = false;
    await teller.tell([bad.id]);
    expect(heard.filter((id) => id === bad.id)).toHaveLength(1);
  });

  test("leaves a bundle alone until its own job comes", async () => {
    const [bundled, other] = [event(), event()];
    await db.transaction().execute((tx) => record(tx, bundled, { subject: "later", seconds: 60 }));
    await db.transaction().execute((tx) => record(tx, other));
    const teller = new Teller(db, read, [hear]);
    await teller.tell([other.id]);
    expect(heard).not.toContain(bundled.id);
    await teller.tell([bundled.id]);
    expect(heard).toContain(bundled.id);
  });

  test("asks only those whom an event concerns; one that concerns nobody is told all the same", async () => {
    const [ours, others] = [event(), event()];
    for (const one of [ours, others]) await db.transaction().execute((tx) => record(tx, one));
    const asked: string[] = [];
    const choosy = {
      hears: ({ id }: DomainEvent) => id === ours.id,
      tell: hearing(async (_tx, { id }) => void asked.push(id)).tell,
    };
    await new Teller(db, read, [choosy]).tell([others.id]);
    expect(asked).toEqual([ours.id]);
    const rows = await db.selectFrom("events").select("told").where("id", "in", [ours.id, others.id]).execute();
    expect(rows.map(({ told }) => told !== null)).toEqual([true, true]);
  });

  test("tells whoever wants that of many at once, in their order; if one fails, of each by itself", async () => {
    const several = Array.from({ length: 10 }, event);
    for (const one of several) await db.transaction().execute((tx) => record(tx, one));
    const bad = several[6]?.id ?? "";
    const told: string[] = [];
    const light: Listener<DomainEvent> = {
      hears: () => true,
      async tellTogether(_tx, events) {
        if (events.some(({ id }) => id === bad)) throw new Error("later");
        told.push(...events.map(({ id }) => id));
      },
    };
    const teller = new Teller(db, read, [light]);
    await teller.tell([several[0]?.id ?? ""]);
    await expect(teller.tell([bad])).rejects.toThrow("later");
    const left = await db.selectFrom("events").select("id").where("told", "is", null).execute();
    expect(left.map(({ id }) => id)).toContain(bad);
    const ids: string[] = several.map(({ id }) => id).filter((id) => id !== bad);
    expect(told.slice(-ids.length)).toEqual(ids);
    expect(left.filter(({ id }) => ids.includes(id))).toEqual([]);
  });
});

describe("what is told together", () => {
  test("is what comes one after the other and concerns the same, if all of them want that", () => {
    const light: Listener<DomainEvent> = { hears: () => true, tellTogether: async () => {} };
    const onlyOdd = { ...light, hears: ({ happened }: DomainEvent) => happened === "odd" };
    const some = ["even", "even", "odd", "odd", "even"].map((happened) => ({ ...event(), happened }));
    const sizes = (listeners: readonly Listener<DomainEvent>[]) => runsOf(some, listeners).map(({ ids }) => ids.length);
    expect(sizes([light])).toEqual([5]);
    expect(sizes([light, onlyOdd])).toEqual([2, 2, 1]);
    expect(sizes([light, hear])).toEqual([1, 1, 1, 1, 1]);
    expect(sizes([])).toEqual([5]);
  });
});
