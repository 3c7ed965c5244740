import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { answerRequest } from "../../src/places/answering.ts";
import { receiveRequest } from "../../src/places/changes.ts";
import { problemsOf, scopeOf } from "../../src/web/api-document.ts";
import { type DescribedCall, type Received, readDescription, type Sending } from "../support/described-api.ts";
import { eventually } from "../support/eventually.ts";
import { know } from "../support/known-hosts.ts";
import { answers, startPeer } from "../support/peer.ts";
import { startSite } from "../support/site.ts";

// This site is known by its own description alone; what stands here is only how to bring each state about.

const site = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
const { calls, send } = await readDescription(site.origin);
const find = (id: string) => calls.find((call) => call.id === id) as DescribedCall;
const make = (scope: string) => send(find("createToken"), { token: site.token, body: { label: scope, scope } });
const tokens: Readonly<Record<string, string>> = {
  admin: site.token,
  offers: String((await make("offers")).body["token"]),
  read: String((await make("read")).body["token"]),
};
const other = await startSite({ name: "Mille Sabots", handle: "mille_sabots" });
const silent = await startPeer(answers(404));
const crowd = "198.51.100.1";
for (let count = 0; count < 300; count += 1) await send(find("readInstance"), { from: crowd });

afterAll(async () => {
  await silent[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

beforeEach(async () => {
  await sql`delete from offers`.execute(site.db);
  await site.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('catalogue'))`.execute(tx);
    await sql`delete from catalogue_offers`.execute(tx);
  });
  await sql`delete from handles where kind = 'offer'`.execute(site.db);
  await sql`delete from deliveries`.execute(site.db);
  await sql`delete from idempotency_keys`.execute(site.db);
  await sql`delete from peers`.execute(site.db);
  await sql`delete from blocks`.execute(site.db);
});

/** With a token that opens the call, and no wider one. */
const allowed = (call: DescribedCall, sending: Sending = {}) =>
  send(call, { token: tokens[scopeOf(call.operation) ?? "read"] ?? null, ...sending });

const draft = async () => void (await allowed(find("createOffer")));
const published = async () => {
  await draft();
  await allowed(find("publishOffer"));
};
const withdrawn = async () => {
  await published();
  await allowed(find("withdrawOffer"));
};
/** A published offer with these plans. */
const selling = async (...tiers: object[]) => {
  await draft();
  await allowed(find("changeOffer"), { body: { tiers } });
  await allowed(find("publishOffer"));
};
const price = (more: object) => ({ price: { model: "per-unit", unit: "GB", unitAmount: "1.00", ...more } });

async function failedDelivery(): Promise<{ id: string }> {
  const { id: actor } = await site.db
    .selectFrom("handles")
    .select("id")
    .where("kind", "=", "host")
    .executeTakeFirstOrThrow();
  const outgoing = randomUUID();
  await site.db
    .insertInto("outgoing")
    .values({ id: outgoing, actor, type: "Announce", body: "{}", public: true })
    .execute();
  const inbox = "https://mille-sabots.example/inbox";
  const { id } = await site.db
    .insertInto("deliveries")
    .values({
      ...{ outgoing, inbox, origin: new URL(inbox).origin, state: "failed" },
      ...{ attempts: 34, status: 502, problem: "502 Bad Gateway" },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id: String(id) };
}

/** From now on no answer can be kept, until what this gives is called. */
async function withKeysHeld(): Promise<() => Promise<void>> {
  const locked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const held = site.db.transaction().execute(async (tx) => {
    await sql`lock table idempotency_keys in share mode`.execute(tx);
    locked.resolve();
    await released.promise;
  });
  await locked.promise;
  return async () => {
    released.resolve();
    await held;
  };
}
const keyAwaited = () =>
  eventually(async () => {
    const { rows } =
      await sql`select 1 from pg_locks where relation = 'idempotency_keys'::regclass and not granted`.execute(site.db);
    return rows.length > 0;
  });

const asked = () => allowed(find("followPeer"), { body: { url: other.origin } });
/** Another instance that waits for us, or with this between us. */
async function waiting(relation: { ours?: string; theirs?: string } = { ours: "none", theirs: "pending" }) {
  const id = String((await asked()).body["id"]);
  await site.db.updateTable("peers").set(relation).where("id", "=", id).execute();
  return { id };
}
/** The host that the description names, known here. */
async function someHost(): Promise<void> {
  await eventually(async () => (await site.db.selectFrom("catalogueHosts").select("actor").execute()).length > 0);
  await sql`delete from vouches`.execute(site.db);
  await sql`delete from instances where origin = 'https://mille-sabots.example'`.execute(site.db);
  const actor = "https://mille-sabots.example/ap/actors/0192f1a0-0000-7000-8000-000000000002";
  await know(site.db, { origin: "https://mille-sabots.example", trust: 2, actor });
}
const vouching = async () => {
  await someHost();
  return { id: String((await allowed(find("giveVouch"))).body["id"]) };
};
const blocking = async () => ({ id: String((await allowed(find("blockDomain"))).body["id"]) });

/** A request for a place in a published offer, which was answered. */
async function requested(): Promise<{ id: string }> {
  await published();
  await allowed(find("sayAvailability"));
  const now = new Date();
  const contact = { kind: "email" as const, address: "jardins@example.org" };
  const message = "An address for each of us, before spring.";
  const asked = { name: "Les Jardins du Lavoir", people: 20, message, contact };
  const text = "How much space do you need?";
  return site.db.transaction().execute(async (tx) => {
    const { id: offer } = await tx.selectFrom("offers").select("id").executeTakeFirstOrThrow();
    const received = await receiveRequest(tx, asked, { offer, form: randomUUID(), language: "fr", now });
    if (!received.done) throw new Error(received.reason);
    await answerRequest(tx, received.value.id, { act: "answer", text, account: null, now });
    return { id: received.value.id };
  });
}

/** What is sent, where the example names somebody who is not there. */
const bodies: Readonly<Record<string, object>> = { followPeer: { url: other.origin } };

/** What has to be there for each call to succeed; and the names in its address, where the examples do not do. */
const ready: Readonly<Record<string, () => Promise<unknown>>> = {
  readInstance: async () => {},
  listOffers: published,
  readOffer: published,
  quoteOffer: published,
  createOffer: async () => {},
  changeOffer: draft,
  deleteOffer: draft,
  publishOffer: draft,
  withdrawOffer: published,
  readAvailability: async () => {
    await published();
    await allowed(find("sayAvailability"));
  },
  sayAvailability: published,
  searchDirectory: async () => {
    await sql`delete from catalogue_hosts where origin <> ${site.origin}`.execute(site.db);
    await published();
    await eventually(async () => Number((await send(find("searchDirectory"))).body["total"]) > 0);
  },
  listPlaceRequests: async () => void (await requested()),
  readPlaceRequest: requested,
  erasePlaceRequest: requested,
  listTokens: async () => {},
  createToken: async () => {},
  deleteToken: async () => ({ id: String((await make("read")).body["id"]) }),
  listDeliveries: async () => void (await failedDelivery()),
  retryDelivery: failedDelivery,
  listPeers: async () => void (await asked()),
  readPeer: async () => ({ id: String((await asked()).body["id"]) }),
  followPeer: async () => {},
  leavePeer: waiting,
  approvePeer: waiting,
  rejectPeer: waiting,
  listBlocks: async () => void (await blocking()),
  blockDomain: async () => {},
  unblockDomain: blocking,
  listVouches: async () => void (await vouching()),
  giveVouch: async () => void (await someHost()),
  withdrawVouch: vouching,
};

type Provoke = (call: DescribedCall, sending: Sending) => Promise<Received>;

const narrower: Readonly<Record<string, string>> = { admin: "offers", offers: "read" };

/** How each refusal of the frame is brought about, whatever the call. */
/** Who guesses tokens is soon sent away: each call is tried from elsewhere. */
const strangerOf = (id: string): string =>
  `203.0.113.${1 + ([...id].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 250)}`;

const anywhere: Readonly<Record<string, Provoke>> = {
  "token-missing": (call, sending) =>
    send(call, { ...sending, token: null, ...(call.id === "searchDirectory" && { query: "?trust=all" }) }),
  "token-unknown": (call, sending) => send(call, { ...sending, token: "nobody", from: strangerOf(call.id) }),
  "scope-too-narrow": (call, sending) =>
    send(call, { ...sending, token: tokens[narrower[scopeOf(call.operation) ?? ""] ?? ""] ?? null }),
  "too-many-requests": (call, sending) => send(call, { ...sending, token: null, from: crowd }),
  "not-found": (call) =>
    allowed(call, { params: { slug: "nothing", id: call.id === "retryDelivery" ? "99999" : randomUUID() } }),
  "query-invalid": (call, sending) => allowed(call, { ...sending, query: "?limit=0" }),
  "cursor-unknown": (call, sending) => allowed(call, { ...sending, query: "?cursor=zzz" }),
  "json-malformed": (call, sending) => allowed(call, { ...sending, body: "{" }),
  "json-refused": (call, sending) => allowed(call, { ...sending, body: "[".repeat(30) + "]".repeat(30) }),
  "body-too-large": (call, sending) => allowed(call, { ...sending, body: JSON.stringify("a".repeat(300_000)) }),
  "not-json": (call, sending) => allowed(call, { ...sending, body: "a=b", headers: { "content-type": "text/plain" } }),
  invalid: (call, sending) => allowed(call, { ...sending, body: [] }),
  "header-invalid": (call, sending) => {
    const takesKey = call.operation.parameters?.some(({ name }) => name === "idempotency-key");
    return allowed(call, {
      ...sending,
      headers: takesKey ? { "idempotency-key": "a b" } : { "if-match": "x".repeat(300) },
    });
  },
  "changed-meanwhile": (call, sending) => allowed(call, { ...sending, headers: { "if-match": '"999999"' } }),
  "key-reused": async (call, sending) => {
    const token = site.token;
    const headers = { "idempotency-key": randomUUID() };
    await send(find("createToken"), { token, headers, body: { label: "another request", scope: "read" } });
    return send(call, { ...sending, token, headers });
  },
  "request-in-progress": async (call, sending) => {
    const headers = { "idempotency-key": randomUUID() };
    const release = await withKeysHeld();
    const first = allowed(call, { ...sending, headers });
    const second = await keyAwaited()
      .then(() => allowed(call, { ...sending, headers }))
      .finally(release);
    expect((await first).status).toBeLessThan(300);
    return second;
  },
};

const say = (body: object) => async (call: DescribedCall) => {
  await published();
  return allowed(call, { body });
};
const ask = (tiers: readonly object[], body: object) => async (call: DescribedCall) => {
  await selling(...tiers);
  return allowed(call, { body });
};
const after = (prepare: () => Promise<void>) => async (call: DescribedCall) => {
  await prepare();
  return allowed(call);
};
const gb = (GB: number) => ({ quantity: { GB } });
const one = [price({})];
const few = [
  price({
    model: "graduated",
    minimumUnits: 5,
    base: { upTo: 5, amount: "1.00" },
    bands: [{ from: 6, upTo: 9, unitAmount: "1.00" }],
  }),
];

/** How what a room refuses is brought about. */
const inRooms: Readonly<Record<string, (call: DescribedCall) => Promise<Received>>> = {
  "address-malformed": (call) => allowed(call, { body: { url: "où ?" } }),
  "own-address": (call) => allowed(call, { body: { url: site.origin } }),
  unreachable: (call) => allowed(call, { body: { url: "http://127.0.0.1:1" } }),
  "no-instance": (call) => allowed(call, { body: { url: silent.origin } }),
  "domain-malformed": (call) => allowed(call, { body: { domain: "où ?" } }),
  "own-domain": (call) => allowed(call, { body: { domain: new URL(site.origin).host } }),
  "not-asked": async (call) => allowed(call, { params: await waiting({ ours: "approved", theirs: "none" }) }),
  "domain-blocked": async (call) => {
    const params = await waiting();
    const id = randomUUID();
    await site.db
      .insertInto("blocks")
      .values({ id, domain: new URL(other.origin).host })
      .execute();
    const received = await allowed(call, { params, ...(call.id === "followPeer" && { body: { url: other.origin } }) });
    await allowed(find("unblockDomain"), { params: { id } });
    await eventually(async () => (await asked()).status < 300); // this process has heard of it
    return received;
  },
  "host-unknown": (call) => allowed(call, { body: { actor: "https://nobody.example/1" } }),
  "own-host": async (call) => {
    await someHost();
    const { id } = await site.db.selectFrom("hosts").select("id").executeTakeFirstOrThrow();
    return allowed(call, { body: { actor: `${site.origin}/ap/actors/${id}` } });
  },
  "too-many-vouches": async (call) => {
    await someHost();
    await sql`insert into vouches (id, vouched, given)
      select gen_random_uuid(), 'https://h' || n || '.example/1', now() from generate_series(1, 500) as n`.execute(
      site.db,
    );
    const received = await allowed(call);
    await sql`delete from vouches`.execute(site.db);
    return received;
  },
  "other-software": async (call) => {
    await using mastodon = await startPeer();
    mastodon.behave(({ path }, response) => {
      const links = [
        { rel: "http://nodeinfo.diaspora.software/ns/schema/2.0", href: `${mastodon.origin}/nodeinfo/2.0` },
      ];
      const body = path === "/nodeinfo/2.0" ? { software: { name: "mastodon" } } : { links };
      response.writeHead(path.includes("nodeinfo") ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    });
    return await allowed(call, { body: { url: mastodon.origin } });
  },
  "another-actor": async (call) => {
    await waiting();
    await site.db
      .updateTable("peers")
      .set({ actor: `${other.origin}/another` })
      .execute();
    return allowed(call, { body: { url: other.origin } });
  },
  "not-set-up": async (call) => {
    const hosts = await site.db.deleteFrom("hosts").returningAll().execute();
    const received = await allowed(call, { body: { url: other.origin } });
    const kept = hosts.map((host) => ({ ...host, profile: JSON.stringify(host.profile) }));
    await site.db.insertInto("hosts").values(kept).execute();
    return received;
  },
  "slug-taken": after(draft),
  "offer-is-withdrawn": after(withdrawn),
  "already-published": after(published),
  "not-published": after(draft),
  "not-a-draft": after(published),
  "next-opening-missing": say({ state: "between-waves" }),
  "next-opening-in-the-past": say({ state: "paused", nextOpening: "2020-01-01" }),
  "slots-exceed-capacity": say({ state: "open", slots: 7, capacity: 5 }),
  "slots-without-places": say({ state: "closed", slots: 7 }),
  "no-places-left": say({ state: "open", slots: 0 }),
  "tier-missing": ask(
    [
      { id: "a", ...price({}) },
      { id: "b", ...price({}) },
    ],
    gb(5),
  ),
  "tier-unknown": ask(one, { tier: "gold", ...gb(5) }),
  "price-missing": ask([{ title: "A" }], gb(5)),
  "on-quote": ask([{ price: { model: "on-quote" } }], gb(5)),
  "quantity-missing": ask(one, {}),
  "quantity-twice": ask(one, { quantity: { GB: 5, Go: 6 } }),
  "quantity-not-whole": ask(one, gb(7.5)),
  "quantity-negative": ask(one, gb(-7)),
  "quantity-too-large": ask(one, gb(1e15)),
  "below-minimum": ask(few, gb(4)),
  "above-maximum": ask(few, gb(10)),
  "amount-too-large": ask([price({ unitAmount: "999999999.00" })], gb(900_000)),
};

describe("the description", () => {
  test("describes every call in plain words, in both languages", () => {
    expect(calls.map(({ id }) => id).sort()).toEqual(Object.keys(ready).sort());
    expect(new Set(calls.map(({ id }) => id)).size).toBe(calls.length);
    for (const { id, operation } of calls) {
      const { summary, description, tags, parameters = [] } = operation;
      expect({ id, summary, description, tags: tags?.length }).toEqual({
        ...{ id, summary: expect.stringMatching(/^[A-Z]/), tags: 1 },
        description: expect.stringMatching(/^[A-Z].*\.$/),
      });
      for (const parameter of parameters) expect(parameter.description, `${id} ${parameter.name}`).toMatch(/\.$/);
    }
  });

  test("explains each problem on the page that its type leads to, in both languages", async () => {
    const codes = new Set(
      calls.flatMap(({ operation }) =>
        Object.values(operation.responses).flatMap((one) => Object.keys(problemsOf(one))),
      ),
    );
    for (const language of ["fr", "en"]) {
      const page = await (await fetch(`${site.origin}/api`, { headers: { "accept-language": language } })).text();
      for (const code of [...codes, "failed", "method-not-allowed"])
        expect(page, code).toMatch(new RegExp(`id="problem-${code}".*?<dd>[^<]{10,}</dd>`, "s"));
      for (const { id } of calls) expect(page).toContain(`id="${id}"`);
      expect(page).not.toContain("<script");
    }
  });
});

describe.each(calls)("$id", (call) => {
  const { id, operation } = call;
  const prepared = async (): Promise<Sending> => ({
    params: { ...Object(await ready[id]?.()) },
    ...(bodies[id] && { body: bodies[id] }),
  });

  test("does what its own example says, and answers what its example shows", async () => {
    const { status, body } = await allowed(call, await prepared());
    expect(status).toBeLessThan(300);
    const example = operation.responses[status]?.content?.["application/json"]?.example;
    // Tokens are never taken away here, so their list is longer than the example.
    if (example !== undefined && id !== "listTokens") expect(masked(body)).toEqual(masked(example));
  });

  if (operation.responses["304"])
    test("is not sent again to whoever has it already", async () => {
      const sending = await prepared();
      const first = await allowed(call, sending);
      const etag = String(first.headers.get("etag"));
      const again = await allowed(call, { ...sending, headers: { "if-none-match": `"other", ${etag}` } });
      expect([again.status, again.headers.get("etag")]).toEqual([304, etag]);
      expect((await allowed(call, { ...sending, headers: { "if-none-match": '"other"' } })).status).toBe(200);
    });

  const refusals = Object.entries(operation.responses).flatMap(([status, response]) =>
    Object.keys(problemsOf(response)).map((code) => ({ status: Number(status), code })),
  );

  test.each(refusals)("is refused with $status $code", async ({ status, code }) => {
    const special = inRooms[code];
    const provoke = anywhere[code];
    if (!special && !provoke) throw new Error(`nobody knows how ${code} comes about`);
    const received = special ? await special(call) : await provoke?.(call, await prepared());
    expect(received).toMatchObject({ status, body: { status, code, type: `/api#problem-${code}` } });
  });
});

describe.each([...new Set(calls.map(({ path }) => path))])("%s", (path) => {
  test("takes the methods that are described, and says so to others", async () => {
    const described = calls.filter((call) => call.path === path).map(({ method }) => method.toUpperCase());
    const other = ["PUT", "PATCH", "DELETE", "POST"].find((method) => !described.includes(method));
    const response = await fetch(`${site.origin}${path.replaceAll(/\{[^}]+\}/g, "some")}`, { method: String(other) });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")?.split(", ").sort()).toEqual(described.sort());
    expect(await response.json()).toMatchObject({ status: 405, code: "method-not-allowed" });
  });
});

/** Ids, instants, secrets and the site's own address are another each time; all else is as shown. */
function masked(value: unknown): unknown {
  const text = JSON.stringify(value)
    .replaceAll(/https?:\/\/((pomme|mille-sabots)\.example|127\.0\.0\.1:\d+)/g, "ORIGIN")
    .replaceAll(/"(mille-sabots\.example|127\.0\.0\.1:\d+)"/g, '"HOST"')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "UUID")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "INSTANT")
    .replaceAll(/essaim_[\w-]{43}/g, "TOKEN")
    .replaceAll(/"id":"\d+"/g, '"id":"NUMBER"');
  return JSON.parse(text);
}
