import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Deed,
  deeds,
  directionOf,
  next,
  type Ours,
  refusalTo,
  type Sign,
  signs,
  stateOf,
  strangers,
  type Theirs,
  trustInPeer,
} from "../../src/peers/peer.ts";

const allOurs: readonly Ours[] = ["none", "requested", "approved", "rejected"];
const allTheirs: readonly Theirs[] = ["none", "pending", "approved", "rejected"];

// Each row: what happens, then what becomes of each of our four states, then of each of theirs.
const table: Record<Deed | Sign, readonly [readonly Ours[], readonly Theirs[]]> = {
  ask: [
    ["requested", "requested", "approved", "requested"],
    ["none", "approved", "approved", "none"],
  ],
  approve: [
    ["requested", "requested", "approved", "rejected"],
    ["none", "approved", "approved", "rejected"],
  ],
  reject: [
    ["none", "requested", "approved", "rejected"],
    ["none", "rejected", "rejected", "rejected"],
  ],
  leave: [
    ["none", "none", "none", "none"],
    ["none", "none", "none", "none"],
  ],
  block: [
    ["none", "rejected", "rejected", "rejected"],
    ["none", "rejected", "rejected", "rejected"],
  ],
  accepts: [
    ["none", "approved", "approved", "rejected"],
    ["none", "pending", "approved", "rejected"],
  ],
  refuses: [
    ["none", "rejected", "rejected", "rejected"],
    ["none", "pending", "approved", "rejected"],
  ],
  asks: [
    ["none", "requested", "approved", "rejected"],
    ["pending", "pending", "approved", "pending"],
  ],
  withdraws: [
    ["none", "requested", "approved", "rejected"],
    ["none", "none", "none", "none"],
  ],
  shuns: [
    ["none", "rejected", "rejected", "rejected"],
    ["none", "none", "none", "none"],
  ],
  vanishes: [
    ["none", "none", "none", "none"],
    ["none", "none", "none", "none"],
  ],
};

describe("what happens between two instances", () => {
  const cases = [...deeds, ...signs].flatMap((happened) =>
    allOurs.flatMap((ours, i) => allTheirs.map((theirs, j) => ({ happened, ours, theirs, i, j }))),
  );

  test.each(cases)("$happened, when ours is $ours and theirs is $theirs", ({ happened, ours, theirs, i, j }) => {
    const [oursThen, theirsThen] = table[happened];
    // The one step that looks at both sides: whom we want to follow may follow us.
    const welcome = happened === "asks" && theirs === "none" && (ours === "requested" || ours === "approved");
    expect(next({ ours, theirs }, happened)).toEqual({
      ours: oursThen[i],
      theirs: welcome ? "approved" : theirsThen[j],
    });
  });

  const history = fc.array(fc.constantFrom(...deeds, ...signs), { maxLength: 30 });
  const relationAfter = (happenings: readonly (Deed | Sign)[]) => happenings.reduce(next, strangers);

  test("nobody is approved by what it says itself, without an administrator here", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 30 }), (said) => {
        const { ours, theirs } = relationAfter(said);
        expect([ours, theirs]).not.toContain("approved");
        expect(ours).toBe("none");
      }),
    );
  });

  test("an answer to a question that was not asked changes nothing", () => {
    fc.assert(
      fc.property(history, fc.constantFrom("accepts" as const, "refuses" as const), (before, sign) => {
        const relation = relationAfter(before);
        if (relation.ours === "none") expect(next(relation, sign)).toEqual(relation);
      }),
    );
  });

  test("a word that comes twice says no more than once", () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...deeds, ...signs), (before, happened) => {
        const once = next(relationAfter(before), happened);
        expect(next(once, happened)).toEqual(once);
      }),
    );
  });

  test("after a block nothing is approved, until somebody here asks or approves", () => {
    fc.assert(
      fc.property(history, fc.array(fc.constantFrom(...signs), { maxLength: 10 }), (before, said) => {
        const { ours, theirs } = said.reduce<ReturnType<typeof relationAfter>>(
          next,
          relationAfter([...before, "block"]),
        );
        expect([ours, theirs]).not.toContain("approved");
      }),
    );
  });

  test("what can be approved or rejected has asked", () => {
    for (const theirs of allTheirs) {
      const asked = theirs === "pending" || theirs === "approved";
      expect(refusalTo("approve", { ours: "none", theirs }), theirs).toBe(asked ? null : "not-asked");
      expect(refusalTo("reject", { ours: "none", theirs }), theirs).toBe(theirs === "none" ? "not-asked" : null);
      expect(refusalTo("leave", { ours: "none", theirs })).toBeNull();
    }
  });
});

describe("a peer as scripts see it", () => {
  test.each([
    ["requested", "none", "outgoing", "requested", 2],
    ["approved", "none", "outgoing", "approved", 4],
    ["rejected", "none", "outgoing", "rejected", 2],
    ["none", "pending", "incoming", "pending", 2],
    ["none", "approved", "incoming", "approved", 4],
    ["none", "rejected", "incoming", "rejected", 2],
    ["requested", "approved", "incoming", "approved", 4],
    ["approved", "approved", "mutual", "approved", 4],
    ["approved", "rejected", "outgoing", "approved", 4],
    ["rejected", "pending", "incoming", "pending", 2],
    ["rejected", "rejected", "mutual", "rejected", 2],
    ["requested", "rejected", "outgoing", "requested", 2],
  ] as const)("ours %s and theirs %s is %s and %s, with trust %i", (ours, theirs, direction, state, trust) => {
    const peer = { ours, theirs, blocked: false, decision: null };
    expect([directionOf(peer), stateOf(peer), trustInPeer(peer)]).toEqual([direction, state, trust]);
    expect([stateOf({ ...peer, blocked: true }), trustInPeer({ ...peer, blocked: true })]).toEqual(["blocked", 0]);
  });
});
