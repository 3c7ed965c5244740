import fc from "fast-check";
import { expect, test } from "vitest";
import { faultsOf, ReferInput } from "../../src/referrals/form.ts";
import {
  actsOpen,
  type ReferralAct,
  type ReferralState,
  readableUntil,
  referralActs,
  referralStates,
  sideOf,
  stands,
  stateAfter,
} from "../../src/referrals/referrals.ts";

// Each row: what is done, then what becomes of each state. "." is what cannot happen.
const table: Record<ReferralAct, string> = {
  //         sent      taken     placed declined withdrawn lapsed
  take: "    taken     .         .      .        .         .",
  decline: " declined  declined  .      .        .         .",
  place: "   .         placed    .      .        .         .",
  withdraw: "withdrawn withdrawn .      .        .         .",
  lapse: "   lapsed    .         .      .        .         .",
};

const day = new Date("2026-11-22T08:00:00Z");

test("the table of what can become of a referral is closed: it is this one, and nothing else", () => {
  for (const act of referralActs) {
    const row = referralStates.map((state) => stateAfter(state, act) ?? ".");
    expect(row, act).toEqual(table[act].trim().split(/\s+/));
  }
});

const state = fc.constantFrom(...referralStates);
const side = fc.constantFrom("giver" as const, "taker" as const);

test("each side can do what is its own, and nothing of the other’s", () => {
  fc.assert(
    fc.property(state, side, (now, whose) => {
      const acts = actsOpen({ state: now, side: whose });
      expect(acts.every((act) => sideOf(act) === whose && stateAfter(now, act) !== null)).toBe(true);
    }),
  );
});

test("nothing leads on from what is over, and then neither its link opens nor does the taker’s word of it stand, but for a place", () => {
  const over = (now: ReferralState) => referralActs.every((act) => stateAfter(now, act) === null);
  for (const now of referralStates.filter(over)) {
    expect(readableUntil({ state: now, answered: day, expires: day })).toBeNull();
    expect(stands({ state: now, side: "taker" })).toBe(now === "placed");
  }
});

test("what was taken can be read for seven days, and never longer than it would have waited", () => {
  fc.assert(
    fc.property(
      fc.date({ min: day, max: new Date("2040-01-01"), noInvalidDate: true }),
      fc.integer({ min: 0, max: 40 }),
      (answered, days) => {
        const expires = new Date(answered.getTime() + days * 86_400_000);
        const until = readableUntil({ state: "taken", answered, expires });
        expect(until?.getTime()).toBe(answered.getTime() + Math.min(days, 7) * 86_400_000);
      },
    ),
  );
});

const form = { toward: "https://hote.example/ap/actors/1", need: "Une association cherche de la place." };

test("a sentence that anybody may read has no address and no number in it", () => {
  for (const need of ["Écrire à ada@example.org", "Appeler le 06 12 34 56 78", "Au 0612345678 !"])
    expect(ReferInput.safeParse({ ...form, need }).error?.issues[0]?.message, need).toBe("need-personal");
  for (const need of ["200 Go pour 30 personnes", "Une réunion le 12 mars 2027, 40 € par mois"])
    expect(ReferInput.safeParse({ ...form, need }).success, need).toBe(true);
});

test("who wrote or called can be handed on only where they can be asked", () => {
  const input = ReferInput.parse({ ...form, hand: "yes" });
  expect(faultsOf(input, { byRequest: true })).toEqual({});
  expect(faultsOf(input, { byRequest: false })).toEqual({ asker: "asker-missing", contact: "contact-missing" });
});
