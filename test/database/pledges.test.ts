import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { Transaction } from "../../src/foundation/database.ts";
import type { FundingRequest } from "../../src/funding/funding.ts";
import { findFundingById } from "../../src/funding/queries.ts";
import { settleDueFunding } from "../../src/pledges/due.ts";
import { erasePledger } from "../../src/pledges/erasing.ts";
import { pledgeIdOf } from "../../src/pledges/ledger.ts";
import { changePledge, makePledge, type Saying, withdrawPledge } from "../../src/pledges/making.ts";
import type { Statement } from "../../src/pledges/pledges.ts";
import { listPledges } from "../../src/pledges/queries.ts";
import { settleFunding } from "../../src/pledges/settling.ts";
import { tallyFor } from "../../src/pledges/tallies.ts";
import { databaseOfTests } from "../support/database.ts";
import { must, promise, someFunding, someParty } from "../support/funding.ts";
import { dice, MemoryLedger, type Roll } from "../support/pledge-model.ts";

const db = await databaseOfTests(12);
const now = new Date("2026-11-26T12:00:00Z");
const change = <Value>(work: (tx: Transaction) => Promise<Value>) => db.transaction().execute(work);
const party = () => change((tx) => someParty(tx, now));
const saying = ({ id: request }: FundingRequest, by: string, more: Partial<Saying> = {}): Saying => ({
  ...{ request, by, now, ...more },
});
const stateOf = async ({ id }: FundingRequest) => (await findFundingById(db, id))?.state;
const totalOf = async ({ id }: FundingRequest) => (await tallyFor(db, id)).total;

/** What somebody's message says of the promise that it names. */
function hear(tx: Transaction, statement: Exclude<Statement, { deed: "confirm" }>, message: Saying) {
  if (statement.deed === "withdraw") return withdrawPledge(tx, null, statement.version, message);
  return changePledge(tx, null, statement, message);
}

function anyStatement(roll: Roll): Exclude<Statement, { deed: "confirm" }> {
  const version = 1 + roll(5);
  if (roll(8) === 0) return { deed: "withdraw", version };
  const condition = { total: 1 + roll(90_000), participants: roll(2) === 0 ? null : 2 + roll(7) };
  return { deed: "promise", version, promised: promise(1 + roll(5_000), roll(4) === 0 ? { condition } : {}) };
}

describe("the ledger", () => {
  test("is added to, and never changed or deleted, whatever a program tries", async () => {
    const request = await someFunding(db, now);
    const { id } = await party();
    await change((tx) => makePledge(tx, promise(2_000), saying(request, id)));
    await expect(sql`update pledges set amount = 1`.execute(db)).rejects.toThrow("only ever added to");
    await expect(sql`delete from pledges`.execute(db)).rejects.toThrow("only ever added to");
    const takenOver = sql`insert into pledges (pledge, number, request, party, act, version, amount, currency, visibility, said)
      select pledge, 2, request, ${(await party()).id}, 'change', 2, 1, 'EUR', 'visible', said from pledges where party = ${id}`;
    await expect(takenOver.execute(db)).rejects.toThrow("foreign key");
    expect(await totalOf(request)).toBe(2_000);
  });

  test.each([
    [0, "EUR"],
    [-5, "EUR"],
    [100_000_000_000, "EUR"],
    [5, "euro"],
    [5, null],
  ])("takes no row of %s %s", async (amount, currency) => {
    const request = await someFunding(db, now);
    const { id } = await party();
    const row = sql`insert into pledges (pledge, number, request, party, act, version, amount, currency, visibility, said)
      values (${randomUUID()}, 1, ${request.id}, ${id}, 'make', 1, ${amount}, ${currency}, 'visible', now())`;
    await expect(row.execute(db)).rejects.toThrow("check constraint");
  });

  test("takes twenty copies of a promise, at the same time, for one", async () => {
    const request = await someFunding(db, now);
    const { id } = await party();
    const papers = { source: `https://social.example/${randomUUID()}` };
    const copies = Array.from({ length: 20 }, () =>
      change((tx) => makePledge(tx, promise(2_000), saying(request, id, { papers }))),
    );
    const entries = (await Promise.all(copies)).map(must);
    expect(new Set(entries.map(({ pledge }) => pledge)).size).toBe(1);
    expect(await tallyFor(db, request.id)).toMatchObject({ total: 2_000, pledges: 1, participants: 1 });
  });

  test("comes to the same end in whichever order the messages of a promise arrive", async () => {
    const statements: readonly Exclude<Statement, { deed: "confirm" }>[] = [
      { deed: "promise", version: 1, promised: promise(2_000) },
      { deed: "promise", version: 2, promised: promise(5_000) },
      { deed: "withdraw", version: 3 },
    ];
    for (const [some, end] of [
      [statements, 0],
      [statements.slice(0, 2), 5_000],
    ] as const)
      for (const order of permutations(some)) {
        const request = await someFunding(db, now);
        const { id } = await party();
        const source = `https://social.example/${randomUUID()}`;
        const message = saying(request, id, { papers: { source } });
        for (const statement of [...order, ...order]) await change((tx) => hear(tx, statement, message));
        expect(await totalOf(request)).toBe(end);
      }
  });

  test("agrees with the same operations in memory, conditions included", async () => {
    const request = await someFunding(db, now, { goal: { mode: "all-or-nothing", minimum: "999999.00" } });
    const ledger = new MemoryLedger();
    const openness = {
      ...({
        request: request.id,
        state: "open",
        over: false,
        asked: null,
        minimumPledge: null,
        most: 100_000_000,
      } as const),
    };
    const parties = await Promise.all(Array.from({ length: 8 }, party));
    const roll = dice(11);
    for (let count = 0; count < 2_000; count += 1) {
      const owner = roll(8);
      const by = parties[roll(30) === 0 ? roll(8) : owner]?.id ?? "";
      const source = `https://social.example/${owner}/${roll(40)}`;
      const statement = anyStatement(roll);
      const here = ledger.say({ pledge: pledgeIdOf(request.id, by, source), by, statement }, openness, now);
      const there = await change((tx) => hear(tx, statement, saying(request, by, { papers: { source } })));
      expect(there.done).toBe(here.done);
      if (count % 500 === 0) expect(await tallyFor(db, request.id)).toMatchObject(ledger.tally());
    }
    expect(await tallyFor(db, request.id)).toMatchObject(ledger.tally());
  });

  test("lets nobody take back what somebody else promised", async () => {
    const request = await someFunding(db, now);
    const [one, other] = [await party(), await party()];
    const { pledge } = must(await change((tx) => makePledge(tx, promise(2_000), saying(request, one.id))));
    const back = await change((tx) => withdrawPledge(tx, pledge, 2, saying(request, other.id)));
    expect(back).toEqual({ done: false, reason: "not-yours" });
    expect(await totalOf(request)).toBe(2_000);
  });

  test("keeps what was promised when those who promised are erased", async () => {
    const request = await someFunding(db, now);
    const { id } = await party();
    const papers = { source: `https://social.example/${randomUUID()}`, words: "Trois soirées", digest: "0" };
    const help = { ...promise(1), amount: null, help: { count: 3, unit: "thing" } } as const;
    await change((tx) => makePledge(tx, help, saying(request, id, { papers })));
    await change((tx) => makePledge(tx, promise(2_000), saying(request, id)));
    await change((tx) => erasePledger(tx, id, now));
    const [pledge] = await listPledges(db, request);
    expect(pledge).toMatchObject({ words: null, party: { name: "", actor: null, address: null } });
    expect(await tallyFor(db, request.id)).toMatchObject({ total: 2_000, help: { thing: 3, pledges: 1 } });
  });
});

describe("a request", () => {
  test("is reached by the promise that completes it, and open again when one is taken back", async () => {
    const request = await someFunding(db, now);
    const [one, other] = [await party(), await party()];
    await change((tx) => makePledge(tx, promise(59_999), saying(request, one.id)));
    expect(await stateOf(request)).toBe("open");
    const { pledge } = must(await change((tx) => makePledge(tx, promise(1), saying(request, other.id))));
    expect(await stateOf(request)).toBe("reached");
    must(await change((tx) => withdrawPledge(tx, pledge, 2, saying(request, other.id))));
    expect(await stateOf(request)).toBe("open");
  });

  test("counts a promise under a condition once that holds, and not before", async () => {
    const request = await someFunding(db, now, { goal: { mode: "headcount", minimum: "40.00", participants: 3 } });
    const condition = { total: null, participants: 3 };
    for (let count = 1; count <= 3; count += 1) {
      const { id } = await party();
      await change((tx) => makePledge(tx, promise(2_000, { condition }), saying(request, id)));
      const tally = await tallyFor(db, request.id);
      expect([tally.total, tally.waiting.pledges]).toEqual(count < 3 ? [0, count] : [6_000, 0]);
    }
    expect(await stateOf(request)).toBe("reached");
    const pledges = await listPledges(db, request);
    expect(pledges.map(({ state }) => state)).toEqual(["promised", "promised", "promised"]);
  });

  test("counts who promises twice as one, and help apart from money", async () => {
    const request = await someFunding(db, now);
    const { id } = await party();
    for (const amount of [1_000, 2_000]) await change((tx) => makePledge(tx, promise(amount), saying(request, id)));
    const help = { ...promise(1), amount: null, help: { count: 5, unit: "hour" } } as const;
    await change((tx) => makePledge(tx, help, saying(request, id)));
    expect(await tallyFor(db, request.id)).toMatchObject({
      ...{ total: 3_000, pledges: 2, participants: 1, help: { hour: 5, day: 0, thing: 0, pledges: 1 } },
    });
  });

  test("never takes more than its cap, however many promise at the same time", async () => {
    const request = await someFunding(db, now, { cap: "700.00" });
    const parties = await Promise.all(Array.from({ length: 24 }, party));
    const outcomes = await Promise.all(
      parties.map(({ id }) => change((tx) => makePledge(tx, promise(5_000), saying(request, id)))),
    );
    expect(outcomes.filter(({ done }) => done)).toHaveLength(14);
    expect(outcomes.find(({ done }) => !done)).toEqual({ done: false, reason: "cap-reached" });
    expect(await totalOf(request)).toBe(70_000);
  });

  test("is exact and reached when a crowd promises at the same time", async () => {
    const request = await someFunding(db, now, { goal: { mode: "all-or-nothing", minimum: "12.00" } });
    const parties = await Promise.all(Array.from({ length: 40 }, party));
    await Promise.all(parties.map(({ id }) => change((tx) => makePledge(tx, promise(30), saying(request, id)))));
    expect(await tallyFor(db, request.id)).toMatchObject({ total: 1_200, pledges: 40, participants: 40 });
    await change((tx) => settleFunding(tx, request.id, now));
    expect(await stateOf(request)).toBe("reached");
  });

  test("takes nothing after its deadline, by our clock", async () => {
    const request = await someFunding(db, now);
    const { id } = await party();
    const late = saying(request, id, { now: new Date("2027-01-31T23:00:00Z") });
    expect(await change((tx) => makePledge(tx, promise(5), late))).toEqual({ done: false, reason: "deadline-passed" });
    const intime = saying(request, id, { now: new Date("2027-01-31T22:59:59.999Z") });
    expect((await change((tx) => makePledge(tx, promise(5), intime))).done).toBe(true);
  });

  test("lets a promise go whose own time is over", async () => {
    const request = await someFunding(db, now);
    const { id } = await party();
    const validUntil = new Date("2026-12-01T00:00:00Z");
    await change((tx) => makePledge(tx, promise(60_000, { validUntil }), saying(request, id)));
    expect(await stateOf(request)).toBe("reached");
    await settleDueFunding(db, validUntil);
    expect(await tallyFor(db, request.id)).toMatchObject({ total: 0, pledges: 0 });
    expect(await stateOf(request)).toBe("open");
    expect((await listPledges(db, request)).map(({ state }) => state)).toEqual(["lapsed"]);
  });
});

function permutations<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}
