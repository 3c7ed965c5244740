import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Questions, VisitFailed } from "../../federation/swarm/asking.ts";
import { compareEach, shownAt } from "../../federation/swarm/comparing.ts";
import { Unreachable } from "../../src/foundation/errors.ts";
import { listUnsettled } from "../../src/partnerships/queries.ts";
import { listLiveReferrals } from "../../src/referrals/queries.ts";
import { listLiveHosts } from "../../src/together/queries.ts";
import { listLiveReceived } from "../../src/together/received.ts";
import { asked, partnership, received, referral } from "../support/between-hosts.ts";
import { alice, type Receiving, startReceiving } from "../support/receiving.ts";

let site: Receiving;
beforeAll(async () => {
  site = await startReceiving();
});
afterAll(() => site[Symbol.asyncDispose]());

const hour = 3_600_000;
const now = new Date("2026-11-27T03:00:00Z");

describe("what is compared each day", () => {
  test("is compared once each, however much there is, at moments spread over an hour", async () => {
    const ids = Array.from({ length: 1_200 }, () => randomUUID()).sort();
    const compared: { readonly id: string; readonly at: Date }[] = [];
    await compareEach(
      { db: site.db, now: () => now },
      async (_, after, limit) => ids.filter((id) => after === null || id > after).slice(0, limit),
      async (_, id, at) => void compared.push({ id, at }),
    );
    expect(compared.map(({ id }) => id)).toEqual(ids);
    const minutes = compared.map(({ at }) => Math.floor((at.getTime() - now.getTime()) / (hour / 60)));
    expect([Math.min(...minutes) >= 0, Math.max(...minutes) < 60]).toEqual([true, true]);
    expect(new Set(minutes).size).toBe(60);
  });

  test.each([
    ["partnerships", () => partnership(site.db, alice), listUnsettled],
    ["referrals", () => referral(site.db, "taker", alice), listLiveReferrals(new Date(Date.now() - hour))],
    ["askings of ours", () => asked(site.db, alice), listLiveHosts],
    ["askings that came", () => received(site.db, alice), listLiveReceived],
  ] as const)("is listed whole, page after page: %s", async (_, make, list) => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push((await make()).id);
    const pages: (readonly string[])[] = [];
    do pages.push(await list(site.db, pages.at(-1)?.at(-1) ?? null, 2));
    while (pages.at(-1)?.length === 2);
    expect(pages.flat()).toEqual(ids.sort());
  });
});

describe("what is asked of another site", () => {
  const failing = (problem: VisitFailed["problem"]): Questions => ({
    ask: () => Promise.reject(new VisitFailed(problem)),
  });
  const address = "https://ailleurs.example/relationships/1";

  test("is asked again later where it does not answer, and not where it may not be asked or cannot be read", async () => {
    await expect(shownAt(failing("unreachable"), address)).rejects.toThrow(Unreachable);
    for (const problem of ["blocked", "not-readable", "too-large"] as const)
      expect(await shownAt(failing(problem), address)).toBeNull();
    const broken = { ask: () => Promise.reject(new TypeError("a fault of ours")) };
    await expect(shownAt(broken, address)).rejects.toThrow(TypeError);
  });
});
