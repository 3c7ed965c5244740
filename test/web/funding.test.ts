import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { fundingAsked } from "../../src/funding/api-examples.ts";
import { findFunding } from "../../src/funding/queries.ts";
import { makePledge } from "../../src/pledges/making.ts";
import { eventually } from "../support/eventually.ts";
import { promise, someFunding, someParty } from "../support/funding.ts";
import { startSite } from "../support/site.ts";

const site = await startSite();
afterAll(() => site[Symbol.asyncDispose]());

const deadline = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
const now = () => new Date();

/** What a script sends, in the name of the host or of nobody. */
async function call(method: string, path: string, body?: object, headers: Record<string, string> = { as: "host" }) {
  const { as, ...rest } = headers;
  const response = await fetch(`${site.origin}/api/v1/funding-requests${path}`, {
    method,
    headers: {
      ...(as === "host" && { authorization: `Bearer ${site.token}` }),
      ...(body && { "content-type": "application/json" }),
      ...rest,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>) };
}
const publicly = { as: "nobody" };

async function opened(more: object = {}): Promise<string> {
  const { body } = await call("POST", "", { ...fundingAsked, deadline, ...more });
  await call("POST", `/${body["id"]}/opening`);
  return String(body["id"]);
}

/** A pledge of somebody else of the Fediverse. */
async function pledgedByOther(code: string, amount: number, more: object = {}) {
  return site.db.transaction().execute(async (tx) => {
    const request = (await findFunding(tx, code))?.id ?? "";
    const { id: by, actor } = await someParty(tx, now());
    const made = await makePledge(tx, promise(amount, more), { request, by, now: now() });
    return { actor, pledge: made.done ? made.value.pledge : "" };
  });
}

describe("a request, by the API", () => {
  test("is seen by nobody else before it is opened", async () => {
    const { body } = await call("POST", "", { ...fundingAsked, deadline });
    expect((await call("GET", `/${body["id"]}`, undefined, publicly)).status).toBe(404);
    expect((await call("GET", `/${body["id"]}`)).body).toMatchObject({ state: "draft" });
    const ids = async (headers?: Record<string, string>) =>
      ((await call("GET", "", undefined, headers)).body["items"] as { id: string }[]).map(({ id }) => id);
    expect(await ids(publicly)).not.toContain(body["id"]);
    expect(await ids()).toContain(body["id"]);
  });

  test("goes its whole way", async () => {
    const id = await opened();
    expect((await call("POST", `/${id}/pledges`, { amount: "599.99" })).body).toMatchObject({ state: "promised" });
    expect((await call("GET", `/${id}`, undefined, publicly)).body).toMatchObject({
      ...{ state: "open", total: "599.99", remaining: "0.01", pledges: 1, participants: 1 },
    });
    await pledgedByOther(id, 500);
    expect((await call("GET", `/${id}`)).body).toMatchObject({ state: "reached", total: "604.99", remaining: "0.00" });
    const until = new Date(Date.now() + 1_500).toISOString();
    expect((await call("POST", `/${id}/commitment`, { until })).body).toMatchObject({ state: "reached" });
    expect((await call("POST", `/${id}/commitment`)).body).toMatchObject({ code: "confirmations-pending" });
    await call("POST", `/${id}/pledges`, { amount: "6.00" }).then(({ body }) =>
      expect(body).toMatchObject({ code: "being-confirmed" }),
    );
    await eventually(async () => Date.now() > Date.parse(until));
    expect((await call("POST", `/${id}/commitment`)).body).toMatchObject({ state: "open", total: "599.99" });
    await call("POST", `/${id}/pledges`, { amount: "5.00" });
    expect((await call("POST", `/${id}/commitment`)).body).toMatchObject({ state: "committed", total: "604.99" });
    const report = { text: "Everybody is on it.", deliverable: null };
    expect((await call("POST", `/${id}/delivery`)).body).toMatchObject({ state: "delivering" });
    expect((await call("POST", `/${id}/delivery`, { report })).body).toMatchObject({
      ...{ state: "delivered", news: [{ kind: "outcome", text: "Everybody is on it." }] },
    });
  });

  test("takes a pledge that is sent again under its key for one", async () => {
    const id = await opened();
    const headers = { as: "host", "idempotency-key": randomUUID() };
    const send = () => call("POST", `/${id}/pledges`, { amount: "20.00" }, headers);
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    expect((await call("GET", `/${id}`)).body).toMatchObject({ total: "20.00", pledges: 1 });
  });

  test("keeps a pledge that was changed, and forgets one that was taken back", async () => {
    const id = await opened();
    const { body } = await call("POST", `/${id}/pledges`, { amount: "20.00" });
    const path = `/${id}/pledges/${body["id"]}`;
    expect((await call("PUT", path, { amount: "50.00" })).body).toMatchObject({ amount: "50.00", version: 2 });
    expect((await call("GET", `/${id}`)).body).toMatchObject({ total: "50.00", pledges: 1 });
    expect([(await call("DELETE", path)).status, (await call("DELETE", path)).status]).toEqual([204, 204]);
    expect((await call("GET", `/${id}`)).body).toMatchObject({ total: "0.00", pledges: 0 });
  });
});

describe("pledges, as others read them", () => {
  const pledgesOf = async (id: string, headers?: Record<string, string>) =>
    (await call("GET", `/${id}/pledges`, undefined, headers)).body["items"] as Record<string, unknown>[];

  test("show what each wants to show, and all of it to who asks", async () => {
    const id = await opened();
    const { actor } = await pledgedByOther(id, 1_000);
    await pledgedByOther(id, 2_000, { visibility: "amount-hidden" });
    await pledgedByOther(id, 3_000, { visibility: "anonymous" });
    expect(await pledgesOf(id, publicly)).toMatchObject([
      { by: actor, name: "AMAP du Lavoir", amount: "10.00" },
      { name: "AMAP du Lavoir", amount: null },
      { by: null, name: null, amount: "30.00" },
    ]);
    expect((await pledgesOf(id)).map(({ name, amount }) => [name, amount])).toEqual([
      ["AMAP du Lavoir", "10.00"],
      ["AMAP du Lavoir", "20.00"],
      ["AMAP du Lavoir", "30.00"],
    ]);
    expect((await call("GET", `/${id}`, undefined, publicly)).body).toMatchObject({ total: "60.00", pledges: 3 });
  });

  test("of somebody else's request show the host no more than everybody", async () => {
    const { code } = await someFunding(site.db, now(), { deadline });
    await pledgedByOther(code, 3_000, { visibility: "anonymous" });
    const mine = await call("POST", `/${code}/pledges`, { amount: "5.00", visibility: "anonymous" });
    expect(mine.body).toMatchObject({ name: expect.any(String), visibility: "anonymous" });
    expect((await pledgesOf(code)).map(({ name }) => name === null)).toEqual([true, false]);
  });

  test("of help in kind are counted apart", async () => {
    const id = await opened();
    const inKind = { what: "Evenings of translation", count: 3, unit: "hour" };
    expect((await call("POST", `/${id}/pledges`, { inKind })).body).toMatchObject({ amount: null, inKind });
    expect((await call("GET", `/${id}`)).body).toMatchObject({
      ...{ total: "0.00", pledges: 0, participants: 0, help: { pledges: 1, hour: 3, day: 0, thing: 0 } },
    });
  });
});
