import { describe, expect, test } from "vitest";
import {
  type AvailabilityStatement,
  expiryOf,
  refusalOf,
  shownState,
  wavesToCome,
} from "../../src/availability/availability.ts";
import { AvailabilityInput } from "../../src/availability/form.ts";

const today = "2026-11-24";
const now = new Date("2026-11-24T10:00:00Z");
const says = (statement: object): AvailabilityStatement => AvailabilityInput.parse(statement);
const refusal = (statement: object) => refusalOf(says(statement), today);

describe("what a host can say", () => {
  test("between waves, the next opening is announced, and lies ahead", () => {
    expect(refusal({ state: "between-waves" })).toBe("next-opening-missing");
    expect(refusal({ state: "between-waves", nextOpening: "2026-11-24" })).toBe("next-opening-in-the-past");
    expect(refusal({ state: "between-waves", nextOpening: "2027-03-01" })).toBeNull();
    expect(refusal({ state: "between-waves", nextOpening: "2026-11" })).toBeNull();
    expect(refusal({ state: "between-waves", nextOpening: "2026-10" })).toBe("next-opening-in-the-past");
  });

  test("places are places: not more than there are, none where nobody gets in", () => {
    expect(refusal({ state: "open", slots: 7, capacity: 10 })).toBeNull();
    expect(refusal({ state: "open", slots: 11, capacity: 10 })).toBe("slots-exceed-capacity");
    expect(refusal({ state: "closed", slots: 3 })).toBe("slots-without-places");
    expect(refusal({ state: "closed", slots: 0 })).toBeNull();
    expect(refusal({ state: "limited", slots: 0 })).toBe("no-places-left");
  });
});

describe("a statement is believed", () => {
  test("for so many days, then it is unknown", () => {
    const expires = expiryOf(says({ state: "open" }), now, 60);
    expect(expires.toISOString()).toBe("2027-01-23T10:00:00.000Z");
    const availability = { ...says({ state: "open" }), confirmed: now, expires };
    expect(shownState(availability, new Date(expires.getTime() - 1))).toBe("open");
    expect(shownState(availability, expires)).toBe("unknown");
    expect(shownState(null, now)).toBe("unknown");
  });

  test("never past the opening that it announces", () => {
    const said = says({ state: "between-waves", nextOpening: "2026-12-01" });
    expect(expiryOf(said, now, 60).toISOString()).toBe("2026-12-01T00:00:00.000Z");
    expect(expiryOf(says({ state: "closed", nextOpening: "2026-12" }), now, 60).toISOString()).toBe(
      "2026-12-31T00:00:00.000Z",
    );
  });
});

test("openings that are over are not announced any more", () => {
  const wave = (opens: string | null, until: string | null) => ({ opens, until, places: 10, note: null });
  const waves = [wave(null, "2022-12"), wave("2026-11-24", null), wave("2026-11", null), wave(null, null)];
  expect(wavesToCome(says({ state: "open", waves }), "2026-11-25")).toEqual(waves.slice(2));
});

test.each([
  { state: "ouvert" },
  { state: "open", slots: -1 },
  { state: "open", slots: 1.5 },
  { state: "open", slot: 1 },
  { state: "paused", nextOpening: "demain" },
  { state: "paused", nextOpening: "2026-13" },
  {},
])("%o is not a statement", (said) => expect(AvailabilityInput.safeParse(said).success).toBe(false));
