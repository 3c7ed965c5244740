import { expect, test } from "vitest";
import { cureOf } from "../../src/partnerships/cures.ts";
import { afterOurs, afterTheirs, isOver, partnershipDeeds } from "../../src/partnerships/life.ts";
import { partnershipStates } from "../../src/partnerships/partnership.ts";

const sides = ["asker", "asked"] as const;

/** Every step that the table has, as words. */
function steps(after: typeof afterOurs): readonly string[] {
  return sides.flatMap((side) =>
    partnershipStates.flatMap((state) =>
      partnershipDeeds.flatMap((deed) => {
        const next = after(side, state, deed);
        return next === null ? [] : [`${side} ${state}: ${deed} → ${next}`];
      }),
    ),
  );
}

test("what our host may do is this, and nothing else", () => {
  expect(steps(afterOurs)).toEqual([
    "asker sent: withdraw → withdrawn",
    "asker accepted: end → ended",
    "asker accepted: show → accepted",
    "asked received: accept → accepted",
    "asked received: decline → declined",
    "asked received: counter → countered",
    "asked accepted: end → ended",
    "asked accepted: show → accepted",
  ]);
});

test("what the other host may do is this, and nothing else", () => {
  expect(steps(afterTheirs)).toEqual([
    "asker sent: accept → accepted",
    "asker sent: decline → declined",
    "asker sent: counter → countered",
    "asker sent: end → ended",
    "asker accepted: end → ended",
    "asker accepted: show → accepted",
    "asker expired: accept → accepted",
    "asker expired: decline → declined",
    "asker expired: counter → countered",
    "asked received: withdraw → withdrawn",
    "asked received: end → withdrawn",
    "asked countered: withdraw → withdrawn",
    "asked accepted: withdraw → withdrawn",
    "asked accepted: end → ended",
    "asked accepted: show → accepted",
    "asked declined: withdraw → withdrawn",
    "asked expired: withdraw → withdrawn",
    "asked ended: withdraw → withdrawn",
  ]);
});

test("what is over is never taken up again by what our host does, and by the other only where it answered in time", () => {
  for (const state of partnershipStates.filter(isOver))
    for (const deed of partnershipDeeds) {
      for (const side of sides) expect(afterOurs(side, state, deed)).toBeNull();
      expect(["withdrawn", null]).toContain(afterTheirs("asked", state, deed));
      if (state !== "expired") expect(afterTheirs("asker", state, deed)).toBeNull();
    }
});

const how = ["withdrawn", "expired", "declined", "over"] as const;
// A request that was sent is received at the other side, and the other way round.
const kept = sides.flatMap((side) =>
  partnershipStates.flatMap((state) =>
    state === (side === "asked" ? "sent" : "received") ? [] : [[side, state] as const],
  ),
);

test.each(kept)("no difference lasts once the other side has ended it: %s %s", (side, state) => {
  for (const theirs of how) expect(cureOf(side, state, theirs), theirs).not.toBeNull();
});

test("what the other has not heard is said again", () => {
  expect(cureOf("asked", "accepted", "asked")).toEqual({ say: "accept" });
  expect(cureOf("asker", "ended", "accepted")).toEqual({ say: "end" });
});
