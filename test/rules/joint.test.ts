import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  invitationStates,
  jointStates,
  narrowest,
  partnerStates,
  refusalOfSplit,
  refusalOfTerms,
  splitOf,
  withoutPart,
} from "../../src/joint/joint.ts";
import { invitationSteps, jointMessages, maySay, paperSteps, partnerSteps, speakers } from "../../src/joint/life.ts";
import type { JointPart, JointTerms } from "../../src/offers/joint-terms.ts";
import { substanceDigest, versionOf } from "../../src/offers/substance.ts";
import { nextcloud } from "../support/federated.ts";

const [lead, hive, hooves] = ["https://a.example/1", "https://b.example/1", "https://c.example/1"] as const;
const euros = (amount: number) => ({ amount, currency: "EUR", period: "year" as const });
const part = (actor: string, share: JointPart["share"] = null): JointPart => ({
  actor,
  roles: ["hosting"],
  share,
  does: null,
});
const terms: JointTerms = {
  ...{
    text: null,
    parts: [part(lead), part(hive), part(hooves)],
    invoicing: lead,
    supportEntry: hive,
    liability: null,
  },
  ...{ onLeaving: { mode: "shrink", words: null }, total: null },
};

test("in every state of a paper, each step leads to one state or to none", () => {
  const table = jointStates.map((state) =>
    Object.entries(paperSteps[state]).map(([step, next]) => `${state} ${step} ${next}`),
  );
  expect(table.flat()).toEqual([
    ...[
      "draft change draft",
      "draft ask awaiting",
      "draft complete null",
      "draft break null",
      "draft withdraw withdrawn",
    ],
    ...["awaiting change awaiting", "awaiting ask awaiting", "awaiting complete published", "awaiting break awaiting"],
    "awaiting withdraw withdrawn",
    ...["published change published", "published ask published", "published complete published"],
    ...["published break suspended", "published withdraw withdrawn"],
    ...["suspended change suspended", "suspended ask suspended", "suspended complete published"],
    ...["suspended break suspended", "suspended withdraw withdrawn"],
    ...["withdrawn change null", "withdrawn ask null", "withdrawn complete null", "withdrawn break null"],
    "withdrawn withdraw null",
  ]);
});

test("in every state of a partner, each step leads to one state; only its signature makes it accept", () => {
  const steps = ["accept", "refuse", "gone", "wrong", "silent", "asked-anew"] as const;
  for (const state of partnerStates)
    for (const step of steps) {
      const next = partnerSteps[state][step];
      expect(partnerStates).toContain(next);
      if (next === "accepted") expect([step, state]).toContain("accept");
    }
});

test("in every state of an invitation, each step leads to one state or to none; what is over stays over", () => {
  const rows = invitationStates.map((state) => [state, ...Object.values(invitationSteps[state])].join(" "));
  expect(rows).toEqual([
    "invited accepted refused left invited invited withdrawn",
    "accepted accepted  left accepted invited ended",
    "refused accepted refused left refused invited withdrawn",
    "withdrawn      withdrawn",
    "left accepted  left left invited ended",
    "ended   ended   ended",
  ]);
});

test("whoever is no part of it, or is blocked, says nothing; each of the others only what is theirs", () => {
  const said = speakers.map((who) => jointMessages.filter((message) => maySay[message].includes(who)).join(" "));
  expect(said).toEqual(["ask change withdraw comment", "accept refuse leave part comment", "", ""]);
});

describe("terms", () => {
  const refusal = (change: Partial<JointTerms>) => refusalOfTerms({ ...terms, ...change }, lead);

  test("name the lead and at least one other, each once, with what it does", () => {
    expect(refusal({})).toBeNull();
    expect(refusal({ parts: [part(hive), part(hooves)], invoicing: hive })).toBe("lead-missing");
    expect(refusal({ parts: [part(lead)] })).toBe("no-partner");
    expect(refusal({ parts: [part(lead), part(hive), part(hive)] })).toBe("partner-twice");
    expect(refusal({ parts: [part(lead), { ...part(hive), roles: [] }] })).toBe("roles-missing");
    expect(refusal({ invoicing: "https://d.example/1" })).toBe("invoicing-unknown");
  });

  test("share to the last cent, or to the last hundredth of a percent, or not at all", () => {
    const shared = (...shares: JointPart["share"][]) => shares.map((share, at) => part(`${lead}${at}`, share));
    expect(refusalOfSplit({ parts: shared(euros(3333), euros(3334)), total: euros(6667) })).toBeNull();
    expect(refusalOfSplit({ parts: shared(euros(3333), euros(3333)), total: euros(6667) })).toBe("split-differs");
    expect(refusalOfSplit({ parts: shared(euros(1), { percent: 50 }), total: euros(2) })).toBe("split-mixed");
    expect(refusalOfSplit({ parts: shared(euros(1), null), total: euros(1) })).toBe("split-mixed");
    expect(refusalOfSplit({ parts: shared({ percent: 33.33 }, { percent: 66.67 }), total: null })).toBeNull();
    expect(refusalOfSplit({ parts: shared({ percent: 33.3 }, { percent: 66.6 }), total: null })).toBe(
      "percent-differs",
    );
  });

  test("split any amount into whole cents that add up to it", () => {
    const shares = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 99_999_999_999 }), (weights, amount) => {
        const parts = weights.map((weight, at) => part(`${lead}${at}`, { percent: weight / 100 }));
        const split = splitOf({ parts }, { amount });
        if (weights.every((weight) => weight === 0)) return expect(split).toBeNull();
        expect(split?.reduce((sum, one) => sum + one, 0)).toBe(amount);
        expect(split?.every((one) => Number.isInteger(one) && one >= 0)).toBe(true);
      }),
    );
  });

  test("go on with less when one leaves, as long as two are left", () => {
    const smaller = withoutPart(terms, lead, hive);
    expect(smaller).toMatchObject({ parts: [{ actor: lead }, { actor: hooves }], supportEntry: lead });
    expect(withoutPart({ ...terms, parts: [part(lead), part(hive)] }, lead, hive)).toBeNull();
    const shared = { ...terms, parts: [part(lead, euros(60)), part(hive, euros(40)), part(hooves, euros(20))] };
    expect(withoutPart({ ...shared, total: euros(120) }, lead, hive)?.total).toEqual(euros(80));
  });
});

test("one part that is closed closes the whole", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("open" as const, "closed" as const)), (parts) => {
      const closed = parts.includes("closed");
      expect(narrowest(parts.map((one) => ({ part: one })))).toBe(closed ? "closed" : "open");
    }),
  );
});

describe("a version", () => {
  const signed = { title: nextcloud.title, about: null, content: nextcloud, terms };
  const version = versionOf(signed);

  test("is the same however its members stand, and whatever says nothing", () => {
    const shuffled = Object.fromEntries(Object.entries(nextcloud).reverse()) as typeof nextcloud;
    const later = { ...shuffled, somethingNew: null, anotherList: [], aFlag: false };
    expect(versionOf({ ...signed, content: later })).toBe(version);
  });

  test("is another with anything of substance, in the offer or in the terms", () => {
    for (const change of [{ does: ["tout"] }, { conditions: "Adhérer." }, { tiers: [] }, { needs: ["email"] }])
      expect(versionOf({ ...signed, content: { ...nextcloud, ...change } })).not.toBe(version);
    for (const change of [{ liability: "Chacun la sienne." }, { invoicing: hive }, { parts: [part(lead), part(hive)] }])
      expect(versionOf({ ...signed, terms: { ...terms, ...change } })).not.toBe(version);
    expect(versionOf({ ...signed, about: "https://a.example/request" })).not.toBe(version);
  });

  test("is the same where only words change that promise nothing", () => {
    for (const change of [{ summary: "Mieux dit." }, { notes: ["Vu."] }, { url: "https://a.example/" }])
      expect(substanceDigest({ ...nextcloud, ...change })).toBe(substanceDigest(nextcloud));
  });
});
