import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { availabilitiesOf, availabilityApi, countOpenOffers } from "../../src/availability/api.ts";
import { type Database, openDatabase, openPool } from "../../src/foundation/database.ts";
import { secretOf } from "../../src/foundation/secret.ts";
import { instanceApi } from "../../src/hosts/api.ts";
import { setUp } from "../../src/hosts/changes.ts";
import { offersApi } from "../../src/offers/api.ts";
import type { Api, ApiScope } from "../../src/web/api.ts";
import { apiFrame } from "../../src/web/api-frame.ts";
import { freshDatabase } from "../support/database.ts";

let db: Database;
let api: Api;
let drop: () => Promise<void>;
let broken = false;
const reported: string[] = [];
const origin = "https://hote.example";
const here = "http://localhost"; // the frame is called without its server, which knows the origin
const now = new Date("2026-11-24T10:00:00Z");
const scopes: Readonly<Record<string, ApiScope>> = { reader: "read", editor: "offers", boss: "admin" };

beforeAll(async () => {
  const database = await freshDatabase();
  db = openDatabase(openPool(database.url, 5, () => {}));
  drop = database.drop;
  api = apiFrame(
    {
      ...{ db, origin, version: "1.2.3" },
      now: () => {
        if (broken) throw new Error("the clock has stopped");
        return now;
      },
      ...{ secret: secretOf(randomBytes(32)), availabilitiesOf, counts: countOpenOffers },
      authorize: async (token: string) => {
        const scope = scopes[token];
        return scope === undefined ? null : { id: token, scope };
      },
      report: (error: Error) => void reported.push(error.message),
      actorId: ({ id, kind }: { id: string; kind: string }) =>
        kind === "instance" ? `${origin}/ap/instance` : `${origin}/ap/actors/${id}`,
      proposalId: (offer: string) => `${origin}/ap/proposals/${offer}`,
    },
    [instanceApi, offersApi, availabilityApi],
  );
  await db.transaction().execute((tx) => setUp(tx, { name: "La Pomme", handle: "la_pomme", now }));
});

afterAll(async () => {
  await db.destroy();
  await drop();
});

beforeEach(async () => {
  await sql`delete from offers`.execute(db);
  await sql`delete from handles where kind = 'offer'`.execute(db);
});

type Answer = { status: number; body: Record<string, never> & Record<string, unknown>; headers: Headers };

async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  const type = { "content-type": "application/json", authorization: "Bearer editor" };
  const response = await api.request(`/api/v1${path}`, { method, headers: { ...type, ...headers }, ...sent });
  const text = await response.text();
  if (response.status >= 400) expect(response.headers.get("content-type")).toBe("application/problem+json");
  return { status: response.status, body: text === "" ? {} : JSON.parse(text), headers: response.headers };
}

async function look(path: string): Promise<Answer> {
  const response = await api.request(`/api/v1${path}`);
  return { status: response.status, body: await response.json(), headers: response.headers } as Answer;
}

const minimal = {
  title: "Mail & cloud",
  needs: ["email"],
  tiers: [{ title: "Groupe", price: { model: "flat", amount: "120.00", currency: "EUR", period: "year" } }],
};
const create = (more: object = {}) => call("POST", "/offers", { ...minimal, ...more });
const publish = (slug = "mail-cloud") => call("POST", `/offers/${slug}/publication`);

describe("GET /instance", () => {
  test("says who hosts here and what there is", async () => {
    await create();
    await publish();
    await call("PUT", "/offers/mail-cloud/availability", { state: "open" });
    const { status, body } = await look("/instance");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      host: { name: "La Pomme", handle: "la_pomme", url: `${origin}/@la_pomme` },
      software: { name: "essaim", version: "1.2.3" },
      counts: { offers: 1, open: 1 },
    });
  });
});

describe("an offer", () => {
  test("is made from little, as a draft, with all the fields that scripts rely on", async () => {
    const { status, body, headers } = await create();
    expect(status).toBe(201);
    expect(headers.get("location")).toBe(`${origin}/api/v1/offers/mail-cloud`);
    expect(headers.get("etag")).toMatch(/^"1\.[\w-]{11}"$/);
    expect(body).toMatchObject({
      ...{ slug: "mail-cloud", handle: "mail_cloud", title: "Mail & cloud", needs: ["email"], state: "draft" },
      availability: { state: "unknown", slots: null, nextOpening: null, confirmed: null, expires: null },
      ...{
        actor: `${origin}/ap/actors/${body.id}`,
        proposal: `${origin}/ap/proposals/${body.id}`,
        url: `${origin}/offers/mail-cloud`,
      },
      tiers: [
        { id: "groupe", title: "Groupe", price: { model: "flat", amount: "120.00", currency: "EUR", period: "year" } },
      ],
    });
    expect(body.advice).toContainEqual(expect.objectContaining({ code: "exit-missing", path: "exit" }));
  });

  test("is seen by everyone once published, and only then", async () => {
    await create();
    expect((await look("/offers/mail-cloud")).status).toBe(404);
    expect((await call("GET", "/offers/mail-cloud", undefined, { authorization: "Bearer reader" })).status).toBe(404);
    expect((await call("GET", "/offers/mail-cloud")).status).toBe(200);
    expect((await publish()).body).toMatchObject({ state: "published", version: 2 });
    const { status, body } = await look("/offers/mail-cloud");
    expect(status).toBe(200);
    expect(body.advice).toBeUndefined();
  });

  test("is changed field by field; null takes one away; what was read can be sent back whole", async () => {
    await create({ summary: "Avant", support: { hours: "9–17" } });
    const { body } = await call("PATCH", "/offers/mail-cloud", {
      summary: "Après",
      support: null,
      website: "https://a.example/",
    });
    expect(body).toMatchObject({
      summary: "Après",
      title: "Mail & cloud",
      support: { hours: null },
      website: "https://a.example/",
    });
    const read = (await call("GET", "/offers/mail-cloud")).body;
    const again = await call("PATCH", "/offers/mail-cloud", read);
    expect(again.body).toEqual(read);
  });

  test("is changed only in the version that one has read", async () => {
    await create();
    const fresh = await call("PATCH", "/offers/mail-cloud", { summary: "A" }, { "if-match": '"1"' });
    expect([fresh.status, fresh.headers.get("etag")]).toEqual([200, expect.stringMatching(/^"2\./)]);
    const stale = await call("PATCH", "/offers/mail-cloud", { summary: "B" }, { "if-match": '"1"' });
    expect(stale.status).toBe(412);
    expect((await call("PATCH", "/offers/mail-cloud", { summary: "B" }, { "if-match": '"x"' })).status).toBe(412);
    expect((await call("DELETE", "/offers/mail-cloud", undefined, { "if-match": '"1"' })).status).toBe(412);
    expect((await call("POST", "/offers/mail-cloud/publication", undefined, { "if-match": '"1"' })).status).toBe(412);
  });

  test("is withdrawn for good, and a draft is deleted", async () => {
    await create();
    await publish();
    expect((await call("DELETE", "/offers/mail-cloud")).body).toMatchObject({ status: 409, code: "not-a-draft" });
    expect((await publish()).body).toMatchObject({ status: 409, code: "already-published" });
    expect((await call("DELETE", "/offers/mail-cloud/publication")).body).toMatchObject({ state: "withdrawn" });
    expect((await publish()).body).toMatchObject({ status: 409, code: "offer-is-withdrawn" });
    expect((await look("/offers/mail-cloud")).status).toBe(404);
    await create({ title: "Autre" });
    expect((await call("DELETE", "/offers/autre")).status).toBe(204);
    expect((await call("GET", "/offers/autre")).status).toBe(404);
  });

  test("keeps an address that was asked for, once", async () => {
    expect((await create({ slug: "courriel" })).body).toMatchObject({ slug: "courriel" });
    expect((await create({ slug: "courriel" })).body).toMatchObject({ status: 409, code: "slug-taken" });
  });
});

describe("what cannot be accepted is named, field by field", () => {
  const price = (more: object) => ({ tiers: [{ title: "T", price: { model: "flat", amount: "1.00", ...more } }] });

  test.each([
    [{ title: "" }, "title"],
    [{ title: 7 }, "title"],
    [{ needs: ["telepathy"] }, "needs.0"],
    [price({ amount: 7.5 }), "tiers.0.price.amount"],
    [price({ amount: "7,50" }), "tiers.0.price.amount"],
    [price({ amount: "-1" }), "tiers.0.price.amount"],
    [price({ amount: "7.505" }), "tiers.0.price.amount"],
    [price({ amount: "7.50", currency: "XOF" }), "tiers.0.price.amount"],
    [price({ currency: "DOGE" }), "tiers.0.price.currency"],
    [price({ period: "week" }), "tiers.0.price.period"],
    [price({ model: "magic" }), "tiers.0.price.model"],
    [{ territory: { codes: ["01"], policy: "only" } }, "territory.codes.0"],
    [{ website: "javascript:alert(1)" }, "website"],
    [{ tiers: [{ id: "a" }, { id: "a" }] }, "tiers"],
    [{ tires: [] }, ""],
  ])("%o", async (more, path) => {
    const { status, body } = await create(more);
    expect(status).toBe(422);
    expect(body).toMatchObject({
      type: "/api#problem-invalid",
      title: expect.any(String),
      status: 422,
      detail: expect.any(String),
    });
    expect(body.errors).toContainEqual({
      path,
      reason: expect.stringMatching(/^[A-Z].*\.$/),
      code: expect.any(String),
    });
  });

  test("a graduated price has bands without gaps", async () => {
    const graduated = { model: "graduated", unit: "GB", minimumUnits: 5, base: { upTo: 5, amount: "2.50" } };
    const bands = [{ from: 7, upTo: null, unitAmount: "0.50" }];
    const { body } = await create({ tiers: [{ title: "T", price: { ...graduated, bands } }] });
    expect(body.errors).toMatchObject([{ path: "tiers.0.price.bands.0.from" }]);
  });
});

describe("POST /offers/SLUG/quote", () => {
  const graduated = {
    ...{
      model: "graduated",
      currency: "EUR",
      period: "month",
      unit: "GB",
      minimumUnits: 5,
      base: { upTo: 5, amount: "2.50" },
    },
    bands: [
      { from: 6, upTo: 10, unitAmount: "0.50" },
      { from: 11, upTo: 100, unitAmount: "0.25" },
      { from: 101, upTo: null, unitAmount: "0.10" },
    ],
    membership: { nonMemberSurcharge: { amount: "1.00", period: "month" } },
  };
  const ask = async (body: unknown) => {
    const response = await api.request("/api/v1/offers/nubo/quote", {
      ...{ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
    });
    return { status: response.status, body: await response.json() };
  };

  beforeEach(async () => {
    await create({ slug: "nubo", tiers: [{ title: "Nubo", price: graduated }] });
    await publish("nubo");
  });

  test("answers everyone, with the price and its lines", async () => {
    const { status, body } = await ask({ tier: "nubo", quantity: { GB: 20, users: 3 }, member: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({ amount: "7.50", currency: "EUR", period: "month" });
    expect(body.lines).toMatchObject([
      { kind: "base", amount: "2.50" },
      { kind: "band", quantity: 5, unit: "GB", unitAmount: "0.50", amount: "2.50" },
      { kind: "band", quantity: 10, unitAmount: "0.25", amount: "2.50" },
    ]);
    expect((await ask({ quantity: { Go: 20 }, member: false })).body.amount).toBe("8.50");
  });

  test.each([
    [{ quantity: { GB: 4 } }, "below-minimum", "quantity.GB"],
    [{ quantity: { GB: 7.5 } }, "quantity-not-whole", "quantity.GB"],
    [{ quantity: { GB: -7 } }, "quantity-negative", "quantity.GB"],
    [{ quantity: { GB: 1e15 } }, "quantity-too-large", "quantity.GB"],
    [{}, "quantity-missing", "quantity.GB"],
    [{ tier: "or", quantity: { GB: 20 } }, "tier-unknown", "tier"],
    [{ quantity: { GB: "20" } }, "invalid", "quantity.GB"],
    [{ quantity: { GB: 20 }, member: "no" }, "invalid", "member"],
  ])("refuses %o with the reason", async (body, code, path) => {
    const answer = await ask(body);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code, errors: [{ path, reason: expect.any(String) }] });
  });

  test("says the minimum", async () => {
    expect((await ask({ quantity: { GB: 4 } })).body).toMatchObject({
      minimum: 5,
      detail: expect.stringContaining("5"),
    });
  });
});

describe("PUT /offers/SLUG/availability", () => {
  const say = (body: unknown) => call("PUT", "/offers/mail-cloud/availability", body);

  beforeEach(async () => {
    await create();
    await publish();
  });

  test("opens an offer, for all to see", async () => {
    const { status, body } = await say({ state: "open", slots: 7 });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: "open",
      slots: 7,
      nextOpening: null,
      confirmed: now.toISOString(),
      expires: "2027-01-23T10:00:00.000Z",
    });
    expect((await look("/offers/mail-cloud")).body.availability).toEqual(body);
    expect((await look("/offers/mail-cloud/availability")).body).toEqual(body);
  });

  test("announces the next opening", async () => {
    expect((await say({ state: "between-waves", nextOpening: "2027-03-01" })).body).toMatchObject({
      state: "between-waves",
      nextOpening: "2027-03-01",
    });
    expect((await say({ state: "between-waves" })).body).toMatchObject({
      status: 422,
      code: "next-opening-missing",
      errors: [{ path: "nextOpening" }],
    });
    expect((await say({ state: "ajar" })).body).toMatchObject({ status: 422, errors: [{ path: "state" }] });
  });

  test("is said to what one has read, and is not sent again to whoever has it", async () => {
    const read = (headers = {}) => call("GET", "/offers/mail-cloud/availability", undefined, headers);
    const change = (body: unknown, tag: string | null) =>
      call("PUT", "/offers/mail-cloud/availability", body, { "if-match": String(tag) });
    const unsaid = (await read()).headers.get("etag");
    const first = await change({ state: "open" }, unsaid);
    expect([first.status, first.headers.get("etag")]).toEqual([200, (await read()).headers.get("etag")]);
    expect((await change({ state: "closed" }, unsaid)).body).toMatchObject({ status: 412, code: "changed-meanwhile" });
    expect((await change({ state: "limited" }, first.headers.get("etag"))).status).toBe(200);
    const offer = await call("GET", "/offers/mail-cloud");
    const known = { "if-none-match": String(offer.headers.get("etag")) };
    expect((await call("GET", "/offers/mail-cloud", undefined, known)).status).toBe(304);
    await say({ state: "paused" });
    const later = await call("GET", "/offers/mail-cloud", undefined, known);
    expect([later.status, later.body.availability]).toMatchObject([200, { state: "paused" }]);
    // What the offer itself says has not changed: it may still be changed by whoever has read it.
    expect(
      (await call("PATCH", "/offers/mail-cloud", { summary: "S" }, { "if-match": known["if-none-match"] })).status,
    ).toBe(200);
  });

  test("of a withdrawn offer or of none is refused", async () => {
    await call("DELETE", "/offers/mail-cloud/publication");
    expect((await say({ state: "open" })).body).toMatchObject({ status: 409, code: "offer-is-withdrawn" });
    expect((await call("PUT", "/offers/rien/availability", { state: "open" })).status).toBe(404);
  });
});

describe("lists", () => {
  test("go on from a cursor, in the host's order, without gap or repetition", async () => {
    for (const title of ["A", "B", "C", "D", "E"]) await create({ title });
    const seen: unknown[] = [];
    let next: unknown = null;
    do {
      const page: Answer = await call("GET", `/offers?limit=2${next === null ? "" : `&cursor=${next}`}`);
      seen.push(...(page.body.items as unknown as { slug: string }[]).map(({ slug }) => slug));
      next = page.body.next;
    } while (next !== null);
    expect(seen).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("go on in a Link header too, and leave out nothing that was there when others come between", async () => {
    for (const title of ["A", "B", "C", "D"]) await create({ title });
    const first = await call("GET", "/offers?limit=2&state=draft");
    const [, next] = /^<([^>]+)>; rel="next"$/.exec(String(first.headers.get("link"))) ?? [];
    expect(next).toBe(`${here}/api/v1/offers?limit=2&state=draft&cursor=${first.body.next}`);
    await create({ title: "Z" });
    await sql`update offers set position = 0 where slug = 'z'`.execute(db);
    await call("DELETE", "/offers/b");
    const second = await call(
      "GET",
      new URL(String(next)).pathname.replace("/api/v1", "") + new URL(String(next)).search,
    );
    expect((second.body.items as unknown as { slug: string }[]).map(({ slug }) => slug)).toEqual(["c", "d"]);
    expect([second.body.next, second.headers.get("link")]).toEqual([null, null]);
  });

  test("show the public what is published, and the host all, by state", async () => {
    await create({ title: "A" });
    await create({ title: "B" });
    await publish("b");
    const slugs = ({ body }: Answer) => (body.items as unknown as { slug: string }[]).map(({ slug }) => slug);
    expect(slugs(await look("/offers"))).toEqual(["b"]);
    expect(slugs(await look("/offers?state=draft"))).toEqual([]);
    expect(slugs(await call("GET", "/offers"))).toEqual(["a", "b"]);
    expect(slugs(await call("GET", "/offers?state=draft"))).toEqual(["a"]);
  });

  test.each(["?cursor=zzz", "?cursor=WzEsMl0", "?limit=0", "?limit=x", "?state=gone"])(
    "%s cannot be read",
    async (query) => {
      expect((await look(`/offers${query}`)).status).toBe(400);
    },
  );
});

describe("the frame", () => {
  const bare = (method: string, path: string, init: RequestInit = {}) =>
    api.request(`/api/v1${path}`, { method, ...init });

  test("asks for a token, a known one, and one that opens enough", async () => {
    const body = JSON.stringify(minimal);
    const json = { "content-type": "application/json" };
    const none = await bare("POST", "/offers", { body, headers: json });
    expect([none.status, none.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="essaim"']);
    for (const [authorization, status] of [
      ["Bearer nobody", 401],
      ["Basic editor", 401],
      ["Bearer reader", 403],
      ["bearer boss", 201],
    ] as const) {
      expect((await bare("POST", "/offers", { body, headers: { ...json, authorization } })).status).toBe(status);
    }
    expect((await bare("GET", "/instance", { headers: { authorization: "Bearer nobody" } })).status).toBe(401);
  });

  test.each([
    ["text/plain", "{}", 415],
    ["application/x-www-form-urlencoded", "a=b", 415],
    ["application/json", "{", 400],
    ["application/json", "", 400],
    ["application/json", '{"title":"\\u0000"}', 400],
    ["application/json", '{"title":"\\ud800"}', 400],
    ["application/json", '{"__proto__":{}}', 400],
    ["application/json", "[".repeat(30) + "]".repeat(30), 400],
    ["application/json", `[${"0,".repeat(6_000)}0]`, 400],
    ["application/json", "[]", 422],
    ["application/json", "null", 422],
    ["application/json; charset=utf-8", "{}", 422],
  ])("%s %s is answered %i", async (type, body, status) => {
    expect((await call("POST", "/offers", body, { "content-type": type })).status).toBe(status);
  });

  test("reads 256 KiB and no more, whatever the length is said to be", async () => {
    const large = JSON.stringify({ ...minimal, summary: "a".repeat(300_000) });
    expect((await call("POST", "/offers", large)).status).toBe(413);
    const body = new Blob([large]).stream();
    const headers = { "content-type": "application/json", authorization: "Bearer editor" };
    expect((await bare("POST", "/offers", { body, headers, duplex: "half" } as RequestInit)).status).toBe(413);
  });

  test("refuses what is not UTF-8, or compressed", async () => {
    const headers = { "content-type": "application/json", authorization: "Bearer editor" };
    expect((await bare("POST", "/offers", { headers, body: new Uint8Array([0x22, 0xff, 0x22]) })).status).toBe(400);
    expect(
      (await bare("POST", "/offers", { headers: { ...headers, "content-encoding": "gzip" }, body: "{}" })).status,
    ).toBe(415);
  });

  test("lets the pages of other sites read what is public, and change nothing", async () => {
    const read = await bare("GET", "/offers", { headers: { origin: "https://asso.example" } });
    expect(read.headers.get("access-control-allow-origin")).toBe("*");
    expect(read.headers.get("access-control-allow-credentials")).toBeNull();
    const asks = { origin: "https://asso.example", "access-control-request-method": "POST" };
    const may = await bare("OPTIONS", "/offers", { headers: asks });
    expect([may.status, may.headers.get("access-control-allow-methods")]).toEqual([204, "GET,HEAD"]);
    expect(may.headers.get("access-control-allow-headers")).not.toContain("Authorization");
  });

  test("knows its addresses, and what each takes", async () => {
    expect((await call("GET", "/nothing")).body).toMatchObject({ status: 404, code: "not-found" });
    expect((await call("GET", "/offers/%00")).status).toBe(404);
    expect((await call("GET", "/offers/Pas_Un_Slug")).status).toBe(404);
    const wrong = await call("PUT", "/offers/mail-cloud", {});
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET, PATCH, DELETE"]);
  });

  test("tells what failed here apart from what was asked wrongly, with a reference", async () => {
    broken = true;
    const { status, body } = await call("GET", "/instance");
    broken = false;
    expect(status).toBe(500);
    expect(body).toMatchObject({ code: "failed", reference: expect.any(String) });
    expect(JSON.stringify(body)).not.toContain("clock");
    expect(reported).toEqual(["the clock has stopped"]);
  });
});
