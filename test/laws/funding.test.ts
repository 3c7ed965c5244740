import { describe, expect, test } from "vitest";
import { NewFundingInput } from "../../src/funding/form.ts";
import { fundingKinds, fundingModes, fundingStates, type Goal, holds, isMet } from "../../src/funding/funding.ts";
import { freeLicences } from "../../src/funding/licences.ts";
import { fundingActs, fundingRoles, stepOf } from "../../src/funding/life.ts";
import { closingOf, refusalToTerms } from "../../src/funding/terms.ts";
import { vocabularies } from "../../src/hosts/vocabularies.ts";

// Written from the rules of pooled funding, not from the table: draft → open → reached → committed → delivering →
// delivered; or failed at the deadline; or cancelled.
const allowed = new Set([
  "requester opens: draft → open",
  "ledger reaches: open → reached",
  "ledger falls-short: reached → open",
  ...["requester", "steward"].flatMap((who) => [
    ...["open", "reached"].map((state) => `${who} extends: ${state} → ${state}`),
    `${who} asks: reached → reached`,
    `${who} commits: reached → committed`,
    `${who} starts: committed → delivering`,
    `${who} delivers: delivering → delivered`,
  ]),
  "clock commits: reached → committed",
  "clock fails: open → failed",
  "clock fails: reached → failed",
  ...["requester", "instance"].flatMap((who) =>
    ["draft", "open", "reached", "committed", "delivering"].map((state) => `${who} cancels: ${state} → cancelled`),
  ),
]);

const verbs = {
  ...{ open: "opens", reach: "reaches", "fall-short": "falls-short", extend: "extends", ask: "asks" },
  ...{ commit: "commits", start: "starts", deliver: "delivers", fail: "fails", cancel: "cancels" },
};

describe("the life of a request", () => {
  test("is what the rules say, for every state, every act and everybody, and nothing else", () => {
    const possible = fundingStates.flatMap((state) =>
      fundingActs.flatMap((act) =>
        fundingRoles.flatMap((role) => {
          const step = stepOf(state, act, role);
          return step.done ? [`${role} ${verbs[act]}: ${state} → ${step.value}`] : [];
        }),
      ),
    );
    expect(new Set(possible)).toEqual(allowed);
  });

  test("tells nobody what is not theirs to know", () => {
    for (const state of fundingStates)
      for (const act of fundingActs)
        expect(stepOf(state, act, "other")).toEqual({ done: false, reason: "not-allowed" });
  });
});

const now = new Date("2026-11-26T12:00:00Z");
const asked = {
  ...{ title: "Un Nextcloud à plusieurs", kind: "shared-purchase", needs: ["file-sharing"], description: "Pour nous." },
  goal: { mode: "all-or-nothing", minimum: "600.00" },
  deadline: "2027-01-31",
};
const refusalOf = (more: object) => {
  const read = NewFundingInput.safeParse({ ...asked, ...more });
  return read.success ? refusalToTerms(read.data, now) : read.error.issues.map(({ path }) => path.join("."));
};
const goal = (more: object) => ({ goal: { ...asked.goal, ...more } });

describe("the terms of a request", () => {
  test("are the codes of the vocabularies", () => {
    expect(vocabularies.fundingKinds.map(({ code }) => code)).toEqual(fundingKinds);
    expect(vocabularies.fundingModes.map(({ code }) => code)).toEqual(fundingModes);
  });

  test.each([
    ["as they stand", {}, null],
    ["a free licence for what is developed together", { kind: "shared-development" }, "license-missing"],
    ["… by its SPDX id", { kind: "shared-development", license: "AGPL-3.0-or-later" }, null],
    ["… and a free one", { kind: "shared-development", license: "BUSL-1.1" }, ["license"]],
    ["an optimum above the minimum", goal({ mode: "minimum-then-optimum", optimum: "600" }), "optimum-too-small"],
    ["an optimum where that is the mode", goal({ mode: "minimum-then-optimum" }), "optimum-missing"],
    ["how many, where heads count", goal({ mode: "headcount", minimum: null }), "participants-missing"],
    ["… and no amount need be said then", goal({ mode: "headcount", minimum: null, participants: 4 }), null],
    ["an amount elsewhere", goal({ minimum: null }), "minimum-missing"],
    ["a period where it comes again", { ...goal({ mode: "recurring" }), deadline: null }, "period-missing"],
    ["… but no deadline", { ...goal({ mode: "recurring", period: "month" }), deadline: null }, null],
    ["a deadline", { deadline: null }, "deadline-missing"],
    ["… that is to come", { deadline: "2026-11-25" }, "deadline-in-the-past"],
    ["… and that somebody will see", { deadline: "2036-01-01" }, "deadline-too-far"],
    ["an extension that is later", { extension: "2027-01-31" }, "extension-too-early"],
    ["a cap that lets it be reached", { cap: "599.99" }, "cap-too-small"],
    ["bounds that somebody can keep to", { minimumPledge: "50", maximumPledge: "20" }, "pledges-contradict"],
    ["presets within them", { minimumPledge: "5", presets: ["2", "20"] }, "preset-out-of-bounds"],
    ["amounts as text", goal({ minimum: 600 }), ["goal.minimum"]],
    ["… as one writes them", goal({ minimum: "6e2" }), ["goal.minimum"]],
    ["… with the digits of their currency", goal({ minimum: "600.50", currency: "JPY" }), ["goal.minimum"]],
    ["… of more than nothing", goal({ minimum: "0.00" }), ["goal.minimum"]],
    ["fields that are known", { target: "600" }, [""]],
  ])("need %s", (_, more, refusal) => {
    expect(refusalOf(more)).toEqual(refusal);
  });

  test("name no licence twice", () => {
    expect(new Set(freeLicences).size).toBe(freeLicences.length);
  });
});

describe("a deadline", () => {
  test("that is a day is over at midnight in Paris, in winter, in summer and when the clocks change", () => {
    expect(closingOf("2027-01-31").toISOString()).toBe("2027-01-31T23:00:00.000Z");
    expect(closingOf("2027-07-14").toISOString()).toBe("2027-07-14T22:00:00.000Z");
    expect(closingOf("2027-03-27").toISOString()).toBe("2027-03-27T23:00:00.000Z");
    expect(closingOf("2027-03-28").toISOString()).toBe("2027-03-28T22:00:00.000Z");
    expect(closingOf("2027-10-31").toISOString()).toBe("2027-10-31T23:00:00.000Z");
  });

  test("that is an instant is over at that instant", () => {
    expect(closingOf("2027-01-31T18:00:00+01:00").toISOString()).toBe("2027-01-31T17:00:00.000Z");
  });
});

describe("what came together", () => {
  const of = (more: Partial<Goal>): Goal => ({
    ...{ mode: "all-or-nothing", minimum: 60_000, optimum: null, participants: null, currency: "EUR", period: null },
    ...more,
  });

  test("suffices when the amount is there, and as many take part as were asked for", () => {
    expect(isMet(of({}), { total: 59_999, participants: 9 })).toBe(false);
    expect(isMet(of({}), { total: 60_000, participants: 1 })).toBe(true);
    expect(isMet(of({ participants: 4 }), { total: 60_000, participants: 3 })).toBe(false);
    expect(isMet(of({ minimum: null, participants: 4 }), { total: 1, participants: 4 })).toBe(true);
  });

  test("is kept at the deadline by who keeps what is raised, unless it is nothing", () => {
    const keeping = of({ mode: "keep-what-you-raise" });
    expect(holds(keeping, { total: 1, participants: 1 }, false)).toBe(false);
    expect(holds(keeping, { total: 1, participants: 1 }, true)).toBe(true);
    expect(holds(keeping, { total: 0, participants: 0 }, true)).toBe(false);
    expect(holds(of({}), { total: 1, participants: 1 }, true)).toBe(false);
  });
});
