import { describe, expect, test } from "vitest";
import { budget, refusalToHear, refusalToLook, trustOf } from "../../src/catalogue/gossip.ts";
import { day, hour, minute } from "../simulation/clock.ts";
import { isInvented, list } from "../simulation/ground.ts";
import { followChange, gapsOf, highestHostile, shownThoughGone } from "../simulation/judging.ts";
import { change, leave } from "../simulation/living.ts";
import { isShown, rowsOf } from "../simulation/member.ts";
import { type Story, tellStory } from "../simulation/story.ts";
import { join, joinAsShell, openSwarm, type Swarm } from "../simulation/swarm.ts";
import { hearName } from "../simulation/visits.ts";

/** So many hosts that joined one after the other, and have had time. */
function grown(seed: number, size: number): Swarm {
  const swarm = openSwarm(seed);
  for (let count = 0; count < size; count += 1) {
    join(swarm, count === 0 ? "hub" : "host");
    swarm.clock.runUntil(swarm.clock.now() + hour);
  }
  swarm.clock.runUntil(swarm.clock.now() + 3 * day);
  return swarm;
}

const worst = (stories: readonly Story[], what: (story: Story) => number): number => Math.max(...stories.map(what));

describe("thirty instances that follow the rules of gossip, some of which mean ill", () => {
  const stories = [1, 2, 3, 4, 5].map((seed) => tellStory(30, seed));

  test("come to know each other, each from one address to three", () => {
    expect(stories.every(({ complete }) => complete !== null)).toBe(true);
  });

  test("never trust a hostile one more than a stranger, however many vouch for it", () => {
    expect(worst(stories, ({ highest }) => highest)).toBe(2);
  });

  test("repair within two days whatever was missed while half of them did not reach the other half", () => {
    expect(worst(stories, ({ healing }) => healing[0]?.gaps.stale ?? 0)).toBeGreaterThan(0);
    expect(worst(stories, ({ healing: [, , , , last] }) => (last?.gaps.stale ?? 0) + (last?.gaps.missing ?? 0))).toBe(
      0,
    );
  });

  test("show nobody who said that they are gone", () => {
    expect(worst(stories, ({ shownThoughGone: count }) => count)).toBe(0);
  });

  test("keep few rows of what is invented, though it is named by the ten thousand", () => {
    expect(worst(stories, ({ costs }) => costs.invented.most)).toBeLessThan(100);
  });

  test("tell the same story again for the same seed", () => {
    expect(tellStory(30, 1)).toEqual(stories[0]);
  });
});

describe("a change", () => {
  test("reaches those who are not in touch with the instance that made it, and is asked for at its origin only", () => {
    const swarm = grown(7, 30);
    const [maker] = [...swarm.members.values()].filter(
      ({ truth, approved }) => truth.kind === "host" && approved.size === 1,
    );
    if (maker === undefined) throw new Error("nobody is in touch with one only");
    change(swarm, maker);
    const spread = followChange(swarm, maker);
    swarm.clock.runUntil(swarm.clock.now() + hour);
    expect(spread.all).toBeLessThan(minute);
    expect(gapsOf(swarm)).toMatchObject({ missing: 0, stale: 0 });
  });
});

describe("a host that is gone", () => {
  test("does not come back from a slow copy that goes on naming it, then or after the month in which nobody looks", () => {
    const swarm = grown(3, 12);
    const gone = [...swarm.members.values()].at(-1);
    const stale = [...swarm.members.values()].at(1);
    if (!gone || !stale) throw new Error("too few");
    leave(swarm, gone);
    swarm.clock.runUntil(swarm.clock.now() + 2 * day);
    for (let count = 0; count < 40; count += 1) {
      list(stale.truth, gone.truth.id);
      for (const me of swarm.members.values()) hearName(swarm, me, gone.truth.id, stale.truth.id);
      swarm.clock.runUntil(swarm.clock.now() + day);
      expect(shownThoughGone(swarm)).toBe(0);
    }
  });

  test("is hidden after a month when it only fell silent, and forgotten after three", () => {
    const swarm = grown(4, 8);
    const [, lost] = swarm.members.values();
    const [me] = swarm.members.values();
    if (!me || !lost) throw new Error("too few");
    lost.truth.up = false;
    swarm.clock.runUntil(swarm.clock.now() + 20 * day);
    expect(isShown(me, swarm, lost.truth.id)).toBe(true);
    swarm.clock.runUntil(swarm.clock.now() + 20 * day);
    expect(isShown(me, swarm, lost.truth.id)).toBe(false);
    swarm.clock.runUntil(swarm.clock.now() + 60 * day);
    expect(me.entries.has(lost.truth.id)).toBe(false);
  });
});

describe("one that names ten thousand nobodies", () => {
  test("is looked after no more than its budget, for as long as it goes on", () => {
    const swarm = grown(5, 10);
    joinAsShell(swarm);
    swarm.clock.runUntil(swarm.clock.now() + 60 * day);
    for (const me of swarm.members.values()) {
      const unproved = [...me.entries].filter(([id, { known }]) => isInvented(id) && !known);
      expect(unproved.length).toBeLessThanOrEqual(budget.unproved * (1 + budget.siblings));
      expect(rowsOf(me).instances).toBeLessThan(300);
    }
    expect(highestHostile(swarm)).toBe(2);
  });
});

describe("the rules", () => {
  const naming = { hops: 1, blocked: false, left: null, namedToday: 0, unproved: 0, siblings: 0 };
  const now = new Date("2027-01-01T00:00:00Z");

  test("bound a stranger by what it named that is not proved, and a peer by the day only", () => {
    expect(refusalToLook({ ...naming, unproved: budget.unproved }, now)).toBe("too-many-unproved");
    expect(refusalToLook({ ...naming, hops: 0, unproved: 10_000 }, now)).toBeNull();
    expect(refusalToLook({ ...naming, hops: 0, namedToday: budget.candidatesPerDay }, now)).toBe("too-many");
  });

  test("hear only those whom we follow, and so much in a minute", () => {
    expect(refusalToHear({ followed: false, news: 1 })).toBe("stranger");
    expect(refusalToHear({ followed: true, news: budget.newsPerMinute + 1 })).toBe("too-many");
    expect(refusalToHear({ followed: true, news: budget.newsPerMinute })).toBeNull();
  });

  test("trust nobody for what others than ours say", () => {
    const standing = { blocked: false, own: false, known: true, approved: false };
    expect(trustOf({ ...standing, vouches: 0 }, 1)).toBe(2);
    expect(trustOf({ ...standing, vouches: 1 }, 1)).toBe(3);
    expect(trustOf({ ...standing, blocked: true, vouches: 9 }, 1)).toBe(0);
  });
});
