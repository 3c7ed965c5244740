import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAmount } from "../../src/money/money.ts";
import { type Conditional, isFulfilled, largestCount } from "../../src/pledges/counting.ts";
import { decide, type Entry, type Openness, type Promised, type Statement } from "../../src/pledges/pledges.ts";
import { dice, MemoryLedger, type Operation, PlainModel, type Roll } from "../support/pledge-model.ts";

const now = new Date("2026-11-26T12:00:00Z");
const open: Openness = {
  ...{ request: "r", state: "open", over: false, asked: null, minimumPledge: null, most: 100_000_000 },
};
const money = (amount: number, more: Partial<Promised> = {}): Promised => ({
  ...{ amount, help: null, condition: null, visibility: "visible", validUntil: null, ...more },
});

const anyCondition = fc.record({
  total: fc.option(fc.integer({ min: 1, max: 60 })),
  participants: fc.option(fc.integer({ min: 2, max: 6 })),
});
const anyConditional: fc.Arbitrary<Omit<Conditional, "pledge">> = fc.record({
  ...{ party: fc.constantFrom("a", "b", "c", "d", "e"), amount: fc.integer({ min: 1, max: 20 }) },
  ...{ condition: anyCondition, present: fc.constant(false) },
});
const anyConditionals = fc
  .array(anyConditional, { maxLength: 8 })
  .map((some) => some.map((one, at) => ({ ...one, pledge: String(at) })));
const anyFirm = fc.record({ total: fc.integer({ min: 0, max: 30 }), participants: fc.integer({ min: 0, max: 3 }) });

/** Every set of promises in which all conditions hold, tried one by one. */
function consistentSets(firm: { total: number; participants: number }, all: readonly Conditional[]) {
  const sets = Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_one, at) => (bits >> at) % 2 === 1));
  return sets.filter((set) => {
    const total = set.reduce((sum, { amount }) => sum + amount, firm.total);
    const participants = firm.participants + new Set(set.map(({ party }) => party)).size;
    return set.every(({ condition }) => isFulfilled(condition, { total, participants }));
  });
}

describe("promises under conditions", () => {
  test("count as the largest set in which every condition holds, which holds all others", () => {
    fc.assert(
      fc.property(anyFirm, anyConditionals, (firm, all) => {
        const { counted } = largestCount(firm, all);
        const sets = consistentSets(firm, all);
        const union = new Set(sets.flatMap((set) => set.map(({ pledge }) => pledge)));
        expect(counted).toEqual(union);
        expect(sets.some((set) => set.length === union.size)).toBe(true);
      }),
    );
  });

  test("count alike in whichever order they came", () => {
    fc.assert(
      fc.property(
        anyFirm,
        anyConditionals.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        (firm, [all, shuffled]) => {
          const [one, other] = [largestCount(firm, all), largestCount(firm, shuffled)];
          expect({ ...other, counted: new Set([...other.counted].sort()) }).toEqual({
            ...one,
            counted: new Set([...one.counted].sort()),
          });
        },
      ),
    );
  });

  test("never count less because somebody promises more", () => {
    fc.assert(
      fc.property(anyFirm, anyConditionals, anyConditional, (firm, all, another) => {
        const before = largestCount(firm, all);
        const after = largestCount(firm, [...all, { ...another, pledge: "another" }]);
        expect([...before.counted].filter((pledge) => !after.counted.has(pledge))).toEqual([]);
        expect(after.total).toBeGreaterThanOrEqual(before.total);
      }),
    );
  });

  test("help each other over the line", () => {
    const four = ["a", "b", "c", "d"].map((party) => ({
      ...{ pledge: party, party, amount: 1_000, present: false, condition: { total: null, participants: 4 } },
    }));
    expect(largestCount({ total: 0, participants: 0 }, four.slice(1)).total).toBe(0);
    expect(largestCount({ total: 0, participants: 0 }, four)).toMatchObject({ total: 4_000, participants: 4 });
  });
});

const written = ["20", "20.5", "0.01", "999999.99", "1000000.01", "-5", "1e3", "", " 20", "20,50", "0", "00", "5.001"];

/** Something that somebody may send, well-formed or not; null where no amount could be read. */
function anyOperation(roll: Roll): Operation | null {
  const owner = roll(12);
  const pledge = `p${owner}-${roll(4)}`;
  const by = `party ${roll(40) === 0 ? roll(12) : owner}`; // now and then somebody else's
  if (roll(6) === 0) return { pledge, by, statement: { deed: "withdraw", version: 1 + roll(6) } };
  const text = roll(3) === 0 ? (written[roll(written.length)] ?? "") : `${1 + roll(500)}.${10 + roll(90)}`;
  const read = readAmount(text, roll(30) === 0 ? "USD" : "EUR", { currency: "EUR", highest: 100_000_000 });
  if (!read.done) return null;
  const promised = money(read.value, { condition: roll(4) === 0 ? conditionOf(roll) : null });
  return { pledge, by, statement: { deed: "promise", version: 1 + roll(6), promised } };
}

const conditionOf = (roll: Roll) => ({
  total: roll(2) === 0 ? 1 + roll(500_000) : null,
  participants: roll(2) === 0 ? 2 + roll(10) : null,
});

/** The operations that follow each other, some of them several times. */
function anyOperations(roll: Roll): readonly (Operation | null)[] {
  return Array.from({ length: 250 }, () => anyOperation(roll)).flatMap((operation) => {
    return Array.from({ length: roll(5) === 0 ? 3 : 1 }, () => operation);
  });
}

describe("the ledger", () => {
  test("agrees with plain counting to the cent after a million operations", () => {
    const roll = dice(7);
    let [operations, accepted] = [0, 0];
    while (operations < 1_000_000) {
      const [ledger, model] = [new MemoryLedger(), new PlainModel()];
      const some = anyOperations(roll);
      const well = some.filter((operation) => operation !== null);
      accepted += well.filter((operation) => ledger.say(operation, open, now).done).length;
      for (const operation of well) model.say(operation, open);
      operations += some.length;
      expect(ledger.tally()).toEqual(model.tally());
    }
    expect(accepted).toBeGreaterThan(200_000);
    expect(accepted).toBeLessThan(operations - 200_000);
  });

  test("comes to the same end in whichever order creation, changes and withdrawal arrive, and however often", () => {
    const statements: readonly Statement[] = [
      { deed: "promise", version: 1, promised: money(2_000) },
      { deed: "promise", version: 2, promised: money(5_000) },
      { deed: "promise", version: 3, promised: money(1_000) },
    ];
    const withdrawal: Statement = { deed: "withdraw", version: 4 };
    const endOf = (some: readonly Statement[]) => {
      const ledger = new MemoryLedger();
      for (const statement of some) ledger.say({ pledge: "p", by: "a", statement }, open, now);
      return ledger.tally().total;
    };
    for (const order of permutations(statements)) expect(endOf([...order, ...order])).toBe(1_000);
    for (const order of permutations([...statements, withdrawal])) expect(endOf([...order, ...order])).toBe(0);
  });

  test("takes twenty copies of a promise for one", () => {
    const ledger = new MemoryLedger();
    const promised = money(2_000);
    for (let copy = 0; copy < 20; copy += 1)
      expect(
        ledger.say({ pledge: "p", by: "a", statement: { deed: "promise", version: 1, promised } }, open, now).done,
      ).toBe(true);
    expect(ledger.rows).toHaveLength(1);
  });
});

function permutations<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

describe("a promise", () => {
  const entry: Entry = {
    ...{ pledge: "p", number: 1, request: "r", party: "a", act: "make", version: 1, promised: money(2_000), said: now },
  };
  const say = (statement: Statement, more: Partial<Openness> = {}, last: Entry | null = entry, by = "a") => {
    const outcome = decide(last, statement, by, { ...open, ...more }, now);
    return outcome.done ? (outcome.value.append?.act ?? "nothing") : outcome.reason;
  };
  const another = (amount: number): Statement => ({ deed: "promise", version: 2, promised: money(amount) });

  test("is changed and taken back by its owner alone", () => {
    for (const statement of [another(1), { deed: "withdraw", version: 2 }, { deed: "confirm" }] as const)
      expect(say(statement, {}, entry, "b")).toBe("not-yours");
  });

  test("is taken before the deadline, while the request is open, and not while all are asked to confirm", () => {
    expect(say(another(1), {}, null)).toBe("make");
    expect(say(another(1), { over: true }, null)).toBe("deadline-passed");
    expect(say(another(1), { asked: now, state: "reached" }, null)).toBe("being-confirmed");
    for (const state of ["draft", "committed", "delivering", "delivered", "failed", "cancelled"] as const)
      expect(say(another(1), { state }, null)).toBe("not-open");
  });

  test("may be taken back until all is committed, the deadline notwithstanding", () => {
    const back: Statement = { deed: "withdraw", version: 1 };
    expect(say(back, { over: true })).toBe("withdraw");
    expect(say(back, { state: "reached", asked: now })).toBe("withdraw");
    for (const state of ["committed", "delivering", "delivered"] as const)
      expect(say(back, { state })).toBe("committed");
  });

  test("cannot say two things under one version", () => {
    expect(say({ deed: "promise", version: 1, promised: money(2_001) })).toBe("version-taken");
    expect(say({ deed: "promise", version: 1, promised: money(2_000) })).toBe("nothing");
  });

  test("keeps to the bounds of the request", () => {
    expect(say(another(499), { minimumPledge: 500 })).toBe("pledge-too-small");
    expect(say(another(100_000_001))).toBe("pledge-too-large");
    const late: Statement = { deed: "promise", version: 2, promised: money(1, { validUntil: now }) };
    expect(say(late)).toBe("valid-in-the-past");
  });

  test("is confirmed once all are asked, and counts as confirmed from then on", () => {
    expect(say({ deed: "confirm" })).toBe("nothing-to-confirm");
    expect(say({ deed: "confirm" }, { state: "reached", asked: now })).toBe("confirm");
    expect(say({ deed: "confirm" }, { state: "reached", asked: now }, { ...entry, act: "confirm" })).toBe("nothing");
    const earlier = { ...entry, act: "confirm", said: new Date(now.getTime() - 1) } as const;
    expect(say({ deed: "confirm" }, { state: "reached", asked: now }, earlier)).toBe("confirm");
  });
});
