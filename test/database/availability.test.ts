import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { changeAvailability, confirmAvailability, expireAvailabilities } from "../../src/availability/changes.ts";
import { AvailabilityInput } from "../../src/availability/form.ts";
import { findAvailability, listAvailabilities } from "../../src/availability/queries.ts";
import { listStatements, sweepStatements } from "../../src/availability/statements.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { NotFound } from "../../src/foundation/errors.ts";
import { createOffer, publishOffer, withdrawOffer } from "../../src/offers/changes.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import { databaseOfTests } from "../support/database.ts";

const db = await databaseOfTests(5);
let id: string;
const now = new Date("2026-11-24T10:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

const change = <Value>(work: (tx: Transaction) => Promise<Value>) => db.transaction().execute(work);
const say = (said: object, when = now) =>
  change((tx) => changeAvailability(tx, "courriel", AvailabilityInput.parse(said), { now: when }));
const expire = (when: Date) => change((tx) => expireAvailabilities(tx, when));
const told = async () => {
  const rows = await db
    .selectFrom("events")
    .selectAll()
    .where("name", "like", "availability-%")
    .orderBy("position")
    .execute();
  return rows.map(({ name, event, bundle }) => {
    const kind = (event as { flipped: boolean }).flipped ? "flipped" : "details";
    return [name === "availability-settled" ? "settled" : kind, bundle !== null];
  });
};

beforeEach(async () => {
  await sql`truncate offers, handles, events, availabilities cascade`.execute(db);
  await change(async (tx) => {
    const created = await createOffer(tx, StoredOffer.parse({ title: "Courriel", needs: ["email"] }), { now });
    if (created.done) id = created.value.id;
    await publishOffer(tx, "courriel", now);
  });
});

describe("a published offer's availability", () => {
  test("is kept whole", async () => {
    const said = {
      ...{
        state: "limited",
        slots: 2,
        capacity: 10,
        nextOpening: "2027-03",
        approval: "Sur dossier",
        message: "Bienvenue",
      },
      waves: [{ opens: "2027-03-01", until: null, places: 5, note: null }],
      territory: { codes: ["dep:67"], policy: "fallback" },
    };
    const outcome = await say(said);
    expect(outcome).toMatchObject({ done: true, value: said });
    expect(await findAvailability(db, id)).toEqual({ ...said, confirmed: now, expires: later(60), version: 1 });
    expect((await listAvailabilities(db)).get(id)?.state).toBe("limited");
    expect((await listAvailabilities(db, [])).size).toBe(0);
  });

  test("is told at once; to those who follow only when another state is shown, and details together", async () => {
    await say({ state: "open", slots: 7 });
    await say({ state: "open", slots: 6 });
    await say({ state: "open", slots: 5 });
    await say({ state: "closed" });
    expect((await told()).sort()).toEqual([
      ["details", false],
      ["details", false],
      ["flipped", false],
      ["flipped", false],
      ["settled", true],
      ["settled", true],
    ]);
  });

  test("said again is confirmed: it holds for as long again, without a flip", async () => {
    await say({ state: "open" });
    await change((tx) => confirmAvailability(tx, "courriel", { now: later(30), validDays: 10 }));
    expect(await findAvailability(db, id)).toMatchObject({ state: "open", confirmed: later(30), expires: later(40) });
    expect(await told()).toEqual([
      ["flipped", false],
      ["details", false],
      ["settled", true],
    ]);
  });

  test("cannot be confirmed before it was said, nor once its opening has passed", async () => {
    const confirm = (when: Date) => change((tx) => confirmAvailability(tx, "courriel", { now: when }));
    expect(await confirm(now)).toEqual({ done: false, reason: "no-statement-yet" });
    await say({ state: "between-waves", nextOpening: "2026-12-01" });
    expect(await confirm(later(8))).toEqual({ done: false, reason: "next-opening-in-the-past" });
  });

  test("that is refused changes nothing", async () => {
    await say({ state: "open" });
    expect(await say({ state: "between-waves" })).toEqual({ done: false, reason: "next-opening-missing" });
    expect(await findAvailability(db, id)).toMatchObject({ state: "open" });
  });
});

describe("once expired", () => {
  test("it is told once", async () => {
    await say({ state: "open" });
    expect(await expire(later(59))).toBe(0);
    expect(await expire(later(60))).toBe(1);
    expect(await expire(later(61))).toBe(0);
    expect(await told()).toEqual([
      ["flipped", false],
      ["flipped", false],
    ]);
  });

  test("the same statement is a flip from unknown, and can expire again", async () => {
    await say({ state: "open" });
    await expire(later(60));
    await say({ state: "open" }, later(70));
    expect((await told()).at(-1)).toEqual(["flipped", false]);
    expect(await expire(later(130))).toBe(1);
  });
});

describe("others", () => {
  test("a draft has an availability that nobody is told of", async () => {
    await change((tx) => createOffer(tx, StoredOffer.parse({ title: "Agenda" }), { now }));
    const input = AvailabilityInput.parse({ state: "open" });
    expect(await change((tx) => changeAvailability(tx, "agenda", input, { now }))).toMatchObject({ done: true });
    expect(await expire(later(60))).toBe(0);
    expect(await told()).toEqual([]);
  });

  test("a withdrawn offer has none, and an offer that never was is not found", async () => {
    await change((tx) => withdrawOffer(tx, "courriel", now));
    expect(await say({ state: "open" })).toEqual({ done: false, reason: "offer-is-withdrawn" });
    const input = AvailabilityInput.parse({ state: "open" });
    await expect(change((tx) => changeAvailability(tx, "rien", input, { now }))).rejects.toThrow(NotFound);
  });
});

describe("what was said of an offer", () => {
  const history = (from = new Date(0)) => listStatements(db, id, from);

  test("is kept statement by statement, with its date and until when it held", async () => {
    await say({ state: "open", slots: 4 });
    await say({ state: "closed" }, later(3));
    expect(await history()).toEqual([
      { state: "open", slots: 4, said: now, confirmed: now, expires: later(60) },
      { state: "closed", slots: null, said: later(3), confirmed: later(3), expires: later(63) },
    ]);
  });

  test("the same again on the same day is one statement, on another day two", async () => {
    const hour = new Date(now.getTime() + 3_600_000);
    await say({ state: "open" });
    await say({ state: "open" }, hour);
    expect(await history()).toEqual([
      { state: "open", slots: null, said: now, confirmed: hour, expires: new Date(hour.getTime() + 60 * 86_400_000) },
    ]);
    await say({ state: "open" }, later(1));
    await say({ state: "open", slots: 3 }, later(1));
    await change((tx) => confirmAvailability(tx, "courriel", { now: later(2) }));
    expect((await history()).map(({ slots }) => slots)).toEqual([null, null, 3, 3]);
  });

  test("is not kept when it was refused", async () => {
    await say({ state: "closed", slots: 3 });
    expect(await history()).toEqual([]);
  });

  test("is left out where it held no more", async () => {
    await say({ state: "open" });
    await say({ state: "closed" }, later(90));
    expect((await history(later(60))).map(({ state }) => state)).toEqual(["closed"]);
    expect((await history(later(59))).map(({ state }) => state)).toEqual(["open", "closed"]);
  });

  test("is forgotten two years after it held, and not before", async () => {
    await say({ state: "open" });
    await sweepStatements(db, later(731 + 59));
    expect(await history()).toHaveLength(1);
    await sweepStatements(db, later(731 + 61));
    expect(await history()).toEqual([]);
  });

  test("is bounded, whatever a script says", async () => {
    await sql`insert into availability_statements (offer, version, state, said, confirmed, expires)
      select ${id}, n, 'open', ${now}, ${now}, ${later(60)} from generate_series(1, 1500) as n`.execute(db);
    await sweepStatements(db, now);
    const { rows } = await sql`select min(version)::integer as least, count(*)::integer as all
      from availability_statements`.execute(db);
    expect(rows).toEqual([{ least: 501, all: 1_000 }]);
  });
});
