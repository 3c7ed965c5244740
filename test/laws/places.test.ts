import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AvailabilityState,
  type AvailabilityStatement,
  afterGivingBack,
  afterTaking,
  refusalOf as refusalToSay,
  takesIn,
} from "../../src/availability/availability.ts";
import {
  actsOpen,
  hostActs,
  isLate,
  keptSince,
  partyOf,
  type RequestAct,
  type RequestState,
  requestActs,
  requestStates,
  stateAfter,
  waitingAfter,
} from "../../src/places/places.ts";

// Each row: what is done, then what becomes of each state. "." is what cannot happen.
const table: Record<RequestAct, string> = {
  //         received  answered  accepted  declined  referred  withdrawn
  say: "      received  received  accepted  .         .         .",
  withdraw: " withdrawn withdrawn withdrawn .         .         .",
  answer: "   answered  answered  accepted  .         .         .",
  accept: "   accepted  accepted  .         .         .         .",
  decline: "  declined  declined  .         .         .         .",
  refer: "    referred  referred  .         .         referred  .",
  reopen: "   .         .         answered  answered  answered  .",
  note: "     received  answered  accepted  declined  referred  withdrawn",
};

test("the table of what can be done is closed: it is this one, and nothing else", () => {
  for (const act of requestActs) {
    const row = requestStates.map((state) => stateAfter(state, act) ?? ".");
    expect(row, act).toEqual(table[act].trim().split(/\s+/));
  }
});

test("each side can do what is its own, and nothing of the other’s", () => {
  expect(requestActs.filter((act) => partyOf(act) === "asker")).toEqual(["say", "withdraw"]);
  expect(requestActs.filter((act) => partyOf(act) === "host")).toEqual([...hostActs]);
  for (const state of requestStates)
    for (const party of ["asker", "host"] as const)
      expect(actsOpen(state, party).every((act) => partyOf(act) === party && stateAfter(state, act) !== null)).toBe(
        true,
      );
});

interface Standing {
  readonly state: RequestState;
  readonly waiting: Date | null;
  readonly taken: boolean;
}

const steps = fc.array(fc.tuple(fc.constantFrom(...requestActs), fc.integer({ min: 0, max: 9 })), { maxLength: 30 });
const start = new Date("2026-11-24T10:00:00Z");

/** What becomes of a request that is just in, with everything that is tried in this order; what cannot happen does nothing. */
function live(tried: readonly (readonly [RequestAct, number])[]): readonly Standing[] {
  const standings: Standing[] = [{ state: "received", waiting: start, taken: false }];
  let now = start.getTime();
  for (const [act, days] of tried) {
    now += days * 86_400_000;
    const last = standings.at(-1) as Standing;
    const state = stateAfter(last.state, act);
    if (state === null) continue;
    standings.push({ state, waiting: waitingAfter(last.waiting, act, new Date(now)), taken: state === "accepted" });
  }
  return standings;
}

test("whatever is tried, in whatever order, a request that is received waits for the host, and one that is closed does not", () => {
  fc.assert(
    fc.property(steps, (tried) => {
      for (const { state, waiting } of live(tried)) {
        if (state === "received") expect(waiting).not.toBeNull();
        else if (state !== "accepted") expect(waiting).toBeNull();
      }
    }),
  );
});

test("whatever is tried, what the asker has taken back stays so", () => {
  fc.assert(
    fc.property(steps, (tried) => {
      const states = live(tried).map(({ state }) => state);
      const at = states.indexOf("withdrawn");
      if (at >= 0) expect(new Set(states.slice(at))).toEqual(new Set(["withdrawn"]));
    }),
  );
});

test("who waits is late once the announced days are over, and never where none are announced", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 200 * 86_400_000 }), (answerDays, age) => {
      const now = new Date(start.getTime() + age);
      expect(isLate(start, { answerDays, keptMonths: 12 }, now)).toBe(age > answerDays * 86_400_000);
      expect(isLate(start, { answerDays: null, keptMonths: 12 }, now)).toBe(false);
      expect(isLate(null, { answerDays, keptMonths: 12 }, now)).toBe(false);
    }),
  );
});

test("the more months are promised, the longer something is kept", () => {
  fc.assert(
    fc.property(
      fc.date({ min: start, max: new Date("2040-01-01"), noInvalidDate: true }),
      fc.integer({ min: 1, max: 35 }),
      (now, keptMonths) => {
        const since = keptSince({ answerDays: null, keptMonths }, now);
        expect(since < now).toBe(true);
        expect(keptSince({ answerDays: null, keptMonths: keptMonths + 1 }, now) < since).toBe(true);
      },
    ),
  );
});

const today = "2026-11-24";
const statement: fc.Arbitrary<AvailabilityStatement> = fc
  .record({
    state: fc.constantFrom<AvailabilityState>("open", "limited", "by-approval", "waiting-list", "closed", "paused"),
    slots: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
    capacity: fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }),
    nextOpening: fc.constantFrom(null, "2026-10-01", "2027-03", "2027-03-01"),
  })
  .map((said) => ({ ...said, waves: [], approval: null, territory: null, message: "Bienvenue" }))
  .filter((said) => refusalToSay(said, today) === null);
const full = fc.constantFrom("closed" as const, "waiting-list" as const);

test("a place that is taken and given back leaves what was said as it was, but on a waiting list and for an opening that is past", () => {
  fc.assert(
    fc.property(statement, full, (said, last) => {
      const after = afterTaking(said, last, today);
      expect(after !== null).toBe(takesIn(said.state) && said.slots !== null);
      if (after === null) return;
      expect(refusalToSay(after, today)).toBeNull();
      expect(after.slots).toBe((said.slots ?? 0) - 1);
      expect(after.state).toBe(after.slots === 0 ? last : said.state);
      const back = afterGivingBack(after, said.state);
      expect(back === null).toBe(after.state === "waiting-list");
      if (back === null) return;
      expect({ ...back, nextOpening: null }).toEqual({ ...said, nextOpening: null });
      expect(refusalToSay(back, today)).toBeNull();
    }),
  );
});

test("giving a place back never says more places than there are, nor opens what the host has closed since", () => {
  fc.assert(
    fc.property(statement, (said) => {
      const back = afterGivingBack(said, "limited");
      if (back === null) return;
      expect(refusalToSay(back, today)).toBeNull();
      expect(takesIn(said.state) || (said.state === "closed" && said.slots === 0)).toBe(true);
    }),
  );
});
