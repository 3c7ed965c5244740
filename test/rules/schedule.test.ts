import { describe, expect, test } from "vitest";
import {
  afterFailure,
  type Circuit,
  closed,
  longestEffort,
  nextProbe,
  nextTry,
  pauseAfter,
  readRetryAfter,
} from "../../federation/delivery/schedule.ts";

const start = new Date("2026-11-22T12:00:00Z");
const minute = 60_000;
const hour = 60 * minute;
const later = (milliseconds: number) => new Date(start.getTime() + milliseconds);
const middle = 0.5;

/** The moments of all tries, in minutes after the first, for a peer that never answers. */
function tries(chance: number): number[] {
  const moments = [0];
  for (let now = start, attempts = 1; ; attempts++) {
    const next = nextTry({ attempts, firstTry: start }, now, chance);
    if (!next) return moments;
    moments.push((next.getTime() - start.getTime()) / minute);
    now = next;
  }
}

describe("when a delivery is tried again", () => {
  test("a peer that is down is tried at 0, 1, 5 and 15 minutes, 1, 3, 6 and 12 hours, then every 12 hours for 14 days", () => {
    const expected = [0, 1, 5, 15, 60, 180, 360, 720];
    for (let half = 2; half <= 28; half++) expected.push(half * 720);
    expect(tries(middle).map(Math.round)).toEqual(expected);
  });

  test("the pauses are spread by a fifth to either side, and never reach beyond 14 days", () => {
    expect(tries(0)[1]).toBeCloseTo(0.8);
    expect(tries(0.999_999)[1]).toBeCloseTo(1.2);
    expect(Math.max(...tries(0), ...tries(0.999))).toBeLessThanOrEqual(longestEffort / minute);
  });

  test("after 14 days it is given up", () => {
    expect(nextTry({ attempts: 30, firstTry: start }, later(longestEffort - hour), middle)).toBeNull();
  });

  test("a peer that asks for time gets it, even when the plan was to come sooner", () => {
    const effort = { attempts: 1, firstTry: start, retryAfter: 2 * hour };
    expect(nextTry(effort, start, middle)).toEqual(later(2 * hour));
  });

  test("a peer that asks for no more than a moment is not asked again all the time", () => {
    const effort = { attempts: 9, firstTry: start, retryAfter: 1_000 };
    expect(nextTry(effort, start, middle)).toEqual(later(10 * minute));
    expect(pauseAfter(9)).toBe(12 * hour);
  });
});

describe("what a Retry-After says", () => {
  test.each([
    ["120", 120_000],
    ["Sun, 22 Nov 2026 12:10:00 GMT", 10 * minute],
    ["Sun, 22 Nov 2026 11:00:00 GMT", 0],
    ["9999999", 24 * hour],
  ])("%s", (header, expected) => {
    expect(readRetryAfter(header, start)).toBe(expected);
  });

  test.each([undefined, "", "soon", ["1", "2"]])("%s says nothing", (header) => {
    expect(readRetryAfter(header, start)).toBeNull();
  });
});

describe("the circuit of a peer", () => {
  const fail = (times: number, apart: number): Circuit =>
    Array.from({ length: times }).reduce<Circuit>(
      (circuit, _, n) => afterFailure(circuit, later(n * apart), middle),
      closed,
    );

  test("opens with the fifth failure in ten minutes", () => {
    expect(fail(4, minute).opened).toBeNull();
    expect(fail(5, minute).opened).toEqual(later(4 * minute));
  });

  test("stays closed when failures are rare", () => {
    expect(fail(20, 4 * minute).opened).toBeNull();
  });

  test("once open, further failures change nothing", () => {
    const open = fail(5, minute);
    expect(afterFailure(open, later(hour), middle)).toBe(open);
  });

  test("is probed after half a minute, then ever more rarely, and within half an hour however long it is away", () => {
    const pauses: number[] = [];
    for (let now = start; now < later(3 * hour); now = nextProbe(start, now, 0))
      pauses.push((nextProbe(start, now, 0).getTime() - now.getTime()) / minute);
    expect(pauses).toEqual([0.5, 0.5, 1, 2, 4, 8, 16, 30, 30, 30, 30, 30]);
    expect(nextProbe(start, later(hour), 0.999_999).getTime()).toBeCloseTo(later(84 * minute).getTime(), -3);
  });

  test("is heard again within as long as it was away: what it missed in a quarter of an hour waits no longer than that", () => {
    for (const away of [1, 3, 7, 15]) {
      let probe = start;
      while (probe < later(away * minute)) probe = nextProbe(start, probe, 0);
      expect(probe.getTime()).toBeLessThanOrEqual(later(2 * away * minute).getTime());
    }
  });
});
