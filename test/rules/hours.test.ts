import { describe, expect, test } from "vitest";
import { hourOf, localDayOf, momentWords } from "../../src/foundation/date-words.ts";

describe("an hour that people read", () => {
  test("is the one of their clocks, in winter and in summer, and says whose", () => {
    const [winter, summer] = [new Date("2026-11-26T10:04:00Z"), new Date("2026-07-01T10:04:00Z")];
    expect(momentWords(winter, "fr")).toBe("26 nov. 2026 à 11\u00a0h\u00a004 (heure de Paris)");
    expect(momentWords(summer, "fr")).toBe("1er juil. 2026 à 12\u00a0h\u00a004 (heure de Paris)");
    expect(momentWords(winter, "en")).toBe("26 Nov 2026 at 11:04 (Paris time)");
    expect(hourOf(summer)).toBe("12:04");
  });

  test("goes with the day that it belongs to there", () => {
    const night = new Date("2026-12-31T23:30:00Z");
    expect([localDayOf(night), hourOf(night)]).toEqual(["2027-01-01", "00:30"]);
    expect(momentWords(night, "fr")).toBe("1er janv. 2027 à 0\u00a0h\u00a030 (heure de Paris)");
  });
});
