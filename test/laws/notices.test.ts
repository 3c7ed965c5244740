import fc from "fast-check";
import { expect, test } from "vitest";
import { noticeReasons, noticeWhats, reasonOf, rhythms, toTell } from "../../src/notices/notices.ts";

const written = new Date("2026-11-02T09:00:00Z");
const hour = 3_600_000;
const news = fc.array(
  fc.record({ what: fc.constantFrom(...noticeWhats), seen: fc.constantFrom(null, written), number: fc.integer() }),
);
const wishes = fc.record({ rhythm: fc.constantFrom(...rhythms), muted: fc.subarray([...noticeReasons]) });
const later = fc.integer({ min: 0, max: 400 }).map((hours) => new Date(written.getTime() + hours * hour));

test("a letter tells all that is wanted and unread, or nothing", () => {
  fc.assert(
    fc.property(news, wishes, later, (all, wanted, now) => {
      const told = toTell(all, wanted, written, now);
      const unread = all.filter(({ what, seen }) => seen === null && !wanted.muted.includes(reasonOf[what]));
      expect(told.length === 0 ? [] : unread).toEqual(told);
    }),
  );
});

test("who wants no letters gets none; all others get theirs once their time has come", () => {
  fc.assert(
    fc.property(news, wishes, later, (all, wanted, now) => {
      const told = toTell(all, wanted, written, now);
      const pause = { "at-once": 0, daily: 23, weekly: 167, never: Number.POSITIVE_INFINITY }[wanted.rhythm];
      const unread = all.filter(({ what, seen }) => seen === null && !wanted.muted.includes(reasonOf[what]));
      const urgent = wanted.rhythm !== "never" && unread.some(({ what }) => what === "confirm");
      expect(told).toEqual(urgent || now.getTime() - written.getTime() >= pause * hour ? unread : []);
    }),
  );
});

test("waiting longer never tells less", () => {
  fc.assert(
    fc.property(news, wishes, later, later, (all, wanted, one, other) => {
      const [sooner, after] = one < other ? [one, other] : [other, one];
      expect(toTell(all, wanted, written, after)).toEqual(
        expect.arrayContaining([...toTell(all, wanted, written, sooner)]),
      );
    }),
  );
});
