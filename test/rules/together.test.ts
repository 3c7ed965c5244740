import { describe, expect, test } from "vitest";
import {
  type AskingAct,
  type AskingParty,
  askingActs,
  askingAfter,
  askingStates,
  mayAsking,
  rolesOf,
} from "../../src/together/together.ts";

/** Every act in every state, and what the asking becomes: what does not stand here cannot happen. */
const table: Readonly<Record<string, string>> = {
  draft: "change→draft send→open hold→held withdraw→withdrawn",
  held: "let-through→open send-back→draft withdraw→withdrawn",
  open:
    "answer→open propose→open add→open leave-out→open give-contact→open choose→led all-refuse→ended close→ended " +
    "withdraw→withdrawn expire→expired",
  led:
    "answer→led propose→led add→led leave-out→led give-contact→led choose→led lead-leaves→open result→led agree→led " +
    "conclude→ended all-refuse→ended close→ended withdraw→withdrawn expire→expired",
  ...{ ended: "", withdrawn: "", expired: "" },
};

const parties: readonly AskingParty[] = ["asker", "desk", "host", "lead", "clock"];
const acts = Object.keys(askingActs) as readonly AskingAct[];

describe("the life of what is asked of several hosts", () => {
  test.each(askingStates)("while it is %s", (state) => {
    const steps = new Map((table[state] ?? "").split(" ").map((step) => step.split("→") as [string, string]));
    for (const act of acts) expect([act, askingAfter(state, act)]).toEqual([act, steps.get(act) ?? null]);
  });

  test("each act belongs to one side; who leads is a host too, and nobody acts once it is over", () => {
    const cases = acts.flatMap((act) =>
      parties.flatMap((party) => askingStates.map((state) => ({ act, party, state }))),
    );
    for (const { act, party, state } of cases) {
      const belongs = [askingActs[act] === party, askingActs[act] === "host" && party === "lead"].includes(true);
      expect(mayAsking(state, act, party)).toBe(belongs && askingAfter(state, act) !== null);
    }
  });

  test("what a host could take on is what it says that it can do, and being near is something only with that", () => {
    expect(rolesOf(["hosting", "training"], true)).toEqual(["hosting", "training", "local-presence"]);
    expect(rolesOf(["hardware"], true)).toEqual([]);
  });
});
