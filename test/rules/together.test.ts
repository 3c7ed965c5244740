import { describe, expect, test } from "vitest";
import { hostNewsSince } from "../../src/together/host-news.ts";
import { type AskingAct, type AskingParty, askingActs, askingAfter, mayAsking } from "../../src/together/life.ts";
import { nextStep } from "../../src/together/next-step.ts";
import { paperStates, type Signer, standingOf } from "../../src/together/paper.ts";
import { showTo } from "../../src/together/showing.ts";
import { type AskedHost, type Asking, askingStates, rolesOf } from "../../src/together/together.ts";

/** Every act in every state, and what the asking becomes: what does not stand here cannot happen. */
const table: Readonly<Record<string, string>> = {
  draft: "change→draft send→open hold→held withdraw→withdrawn",
  held: "let-through→open send-back→draft withdraw→withdrawn",
  open:
    "answer→open propose→open add→open leave-out→open give-contact→open choose→led all-refuse→ended close→ended " +
    "withdraw→withdrawn expire→expired",
  led:
    "answer→led propose→led add→led leave-out→led give-contact→led choose→led lead-leaves→open result→led decline→led agree→led " +
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

describe("what several have signed for it", () => {
  const now = new Date("2026-11-22T10:00:00Z");
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  const signer = (problem: Signer["problem"], seen: Date | null = now): Signer => {
    return {
      actor: "https://b.example/1",
      name: "B",
      page: "https://b.example/",
      stamp: "https://b.example/2",
      seen,
      problem,
    };
  };

  test.each([
    ["all signatures stand", [signer(null), signer(null)], "signed", null],
    ["one is gone", [signer(null), signer("gone")], "broken", "left"],
    ["one says something else", [signer("wrong"), signer(null)], "broken", "left"],
    ["one that was seen is silent for a day", [signer("silent", ago(24))], "signed", null],
    ["one that was seen is silent for four days", [signer("silent", ago(96))], "broken", "silent"],
    ["one was never seen", [signer("silent", null), signer(null)], "checking", null],
    ["one was never seen, and another is gone", [signer("silent", null), signer("gone")], "broken", "left"],
  ] as const)("%s", (_, signers, state, reason) => {
    expect(standingOf(signers, now)).toEqual({ state, reason });
  });

  const plain = { kind: "quote", url: null, text: "…", amount: null, currency: "EUR", period: "once" } as const;
  const paper = { proposal: "https://a.example/1", sheet: "https://a.example/1/signed", version: "v" };
  const led = (signed: boolean, declined: number | null) => ({
    ...{ state: "led" as const, result: { ...plain, paper: signed ? paper : null, version: 2 } },
    declined: declined === null ? null : { version: declined, reason: "Trop cher." },
  });

  test("is offered to be taken only while all sign it, and not once the association has said no to it", () => {
    expect(nextStep(led(true, null), [], null)).toBe("checking");
    for (const state of paperStates) expect(nextStep(led(true, null), [], state)).toBe(state);
    for (const state of paperStates) expect(nextStep(led(true, 2), [], state)).toBe("declined");
    expect(nextStep(led(true, 1), [], "signed")).toBe("signed"); // another was made since
    expect(nextStep(led(false, null), [], null)).toBe("result");
    expect(nextStep({ state: "led", result: null, declined: null }, [], null)).toBe("wait-lead");
  });
});

test("a host is shown as it stands after the asking was read: a choice made in between is not lost with its version", () => {
  const origin = "https://demandes.example";
  const before = { id: "1", state: "lead", roles: [], contactGiven: null, heard: 1 } as unknown as AskedHost;
  const after = { ...before, contactGiven: new Date() };
  const asking = { state: "led", lead: "1", contact: "claire@lavoir.example", version: 2 } as unknown as Asking;
  expect(showTo(before, asking, [after], origin)).toMatchObject({ chosen: "lead", contact: "claire@lavoir.example" });
  expect(showTo(before, asking, [], origin)).toBeNull();
});

describe("what a host that is written to hears", () => {
  const asking = (more: object) => ({ state: "led", lead: "1", result: null, ...more }) as unknown as Asking;
  const partner = { id: "2", state: "partner", contactGiven: new Date() } as unknown as AskedHost;
  const before = { asking: asking({ state: "open", lead: null }), host: { ...partner, contactGiven: null } };
  const chosen = { asking: asking({}), host: partner };
  const result = (version: number) => asking({ result: { version } });

  test("is each piece of news once: chosen, what to agree to and each change of that, and that it is over", () => {
    expect(hostNewsSince(before, chosen)).toBe("partner");
    expect(hostNewsSince(chosen, chosen)).toBeNull();
    expect(hostNewsSince(chosen, { asking: result(1), host: partner })).toBe("result");
    expect(hostNewsSince({ asking: result(1), host: partner }, { asking: result(1), host: partner })).toBeNull();
    expect(hostNewsSince({ asking: result(1), host: partner }, { asking: result(2), host: partner })).toBe("result");
    expect(hostNewsSince(chosen, { asking: asking({ lead: "3" }), host: partner })).toBe("partner");
    expect(hostNewsSince(chosen, { asking: asking({ state: "ended" }), host: partner })).toBe("over");
    expect(hostNewsSince(chosen, { asking: asking({ state: "withdrawn" }), host: partner })).toBe("withdraw");
  });

  test("is nothing where it is not concerned: it said no, it has not answered, or all is still open", () => {
    for (const state of ["no", "asked"] as const)
      expect(hostNewsSince(before, { asking: asking({}), host: { ...partner, state } })).toBeNull();
    expect(hostNewsSince(before, before)).toBeNull();
  });
});
