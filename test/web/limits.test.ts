import { afterAll, describe, expect, test } from "vitest";
import { limitHeaders, openLimit, quotas } from "../../src/web/limits.ts";
import { startSite } from "../support/site.ts";

const site = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
afterAll(() => site[Symbol.asyncDispose]());

const ask = (path: string, from: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  fetch(`${site.origin}${path}`, { ...init, headers: { "x-forwarded-for": from, ...headers } });
const times = async (count: number, act: () => Promise<Response>) => {
  let last = await act();
  for (let done = 1; done < count; done += 1) last = await act();
  return last;
};

describe("a quota", () => {
  test("is used up by one caller, and not by another", async () => {
    const limit = openLimit({ name: "few", requests: 3, seconds: 60 });
    const standings = [];
    for (let count = 0; count < 4; count += 1) standings.push(await limit.count("a"));
    expect(standings.map(({ remaining, exceeded }) => [remaining, exceeded])).toEqual([
      [2, false],
      [1, false],
      [0, false],
      [0, true],
    ]);
    expect(await limit.count("b")).toMatchObject({ remaining: 2, exceeded: false });
    expect(await limit.look("c")).toEqual({ remaining: 3, exceeded: false, reset: 60 });
  });

  test("is told in structured fields", () => {
    expect(limitHeaders(quotas.address, { remaining: 7, reset: 42, exceeded: false })).toEqual({
      "ratelimit-policy": '"address";q=300;w=300',
      ratelimit: '"address";r=7;t=42',
    });
  });
});

describe("the API", () => {
  test("counts by address, as the proxy tells it and not as the client does; a token counts by itself", async () => {
    const path = "/api/v1/instance";
    const last = await times(300, () => ask(path, "192.0.2.9, 203.0.113.5"));
    expect([last.status, last.headers.get("ratelimit")]).toEqual([200, expect.stringMatching(/^"address";r=0;t=\d+$/)]);
    const refused = await ask(path, "192.0.2.77, 203.0.113.5");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("ratelimit-policy")).toBe('"address";q=300;w=300');
    expect(await refused.json()).toMatchObject({ code: "too-many-requests", status: 429 });
    expect((await ask(path, "203.0.113.6")).status).toBe(200);
    const known = await ask(path, "203.0.113.5", { authorization: `Bearer ${site.token}` });
    expect([known.status, known.headers.get("ratelimit-policy")]).toEqual([200, '"token";q=3000;w=300']);
  });

  test("counts a network of 64 bits as one", async () => {
    await times(300, () => ask("/api/v1/instance", `2001:db8:1:2::${Math.ceil(Math.random() * 9999)}`));
    expect((await ask("/api/v1/instance", "2001:db8:1:2:ffff::1")).status).toBe(429);
    expect((await ask("/api/v1/instance", "2001:db8:1:3::1")).status).toBe(200);
  });

  test("stops listening to an address that guesses tokens, for a while", async () => {
    const guess = () => ask("/api/v1/tokens", "203.0.113.50", { authorization: `Bearer essaim_${"x".repeat(43)}` });
    expect((await times(30, guess)).status).toBe(401);
    const stopped = await guess();
    expect([stopped.status, stopped.headers.get("ratelimit-policy")]).toEqual([429, '"unknown-tokens";q=30;w=300']);
    expect((await ask("/api/v1/instance", "203.0.113.50")).status).toBe(200);
    expect((await ask("/api/v1/tokens", "203.0.113.51", { authorization: `Bearer ${site.token}` })).status).toBe(200);
  });
});

test("forms that anyone may send are taken from one address so often, then a page says when to come back", async () => {
  const body = new URLSearchParams({ target: "la_pomme", account: "" });
  const send = () =>
    ask("/follow", "203.0.113.99", { "accept-language": "fr", origin: site.origin }, { method: "POST", body });
  expect((await times(30, send)).status).toBe(422);
  const refused = await send();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refused.text()).toContain("Encore un instant");
});
