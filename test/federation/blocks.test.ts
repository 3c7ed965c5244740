import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { send } from "../../federation/delivery/deliveries.ts";
import { derivedId } from "../../federation/send/ids.ts";
import { cutOff, meetAgain } from "../../src/catalogue/blocking.ts";
import { blockDomain } from "../../src/peers/block-changes.ts";
import { eventually } from "../support/eventually.ts";
import { type FakeMastodon, startFakeMastodon } from "../support/fake-mastodon.ts";
import { answers, startPeer } from "../support/peer.ts";
import { befriend, peerOf, untilPeer } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";

let site: TestSite;
let other: TestSite;
beforeAll(async () => {
  site = await startSite();
  // The last one, which blocks nobody: its way out is also that of this process, by which the tests ask.
  other = await startSite({ name: "Le Rucher", handle: "le_rucher" });
});
afterAll(async () => {
  await site?.[Symbol.asyncDispose]();
  await other?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
  const { items } = (await (await site.api("GET", "/blocks")).json()) as { items: { id: string }[] };
  for (const { id } of items) await site.api("DELETE", `/blocks/${id}`);
  for (const table of ["followers", "followings", "messages", "reactions", "deliveries", "heard", "peers"] as const)
    for (const { db } of [site, other]) await db.deleteFrom(table).execute();
});

const hostOf = ({ origin }: { readonly origin: string }) => new URL(origin).host;
const inbox = () => `${site.origin}/inbox`;

async function host(): Promise<{ id: string; actor: string }> {
  const { id } = await site.db.selectFrom("hosts").select("id").executeTakeFirstOrThrow();
  return { id, actor: `${site.origin}/ap/actors/${id}` };
}

/** Blocks a server, and waits until its inbox answers accordingly. */
async function block(whom: FakeMastodon): Promise<string> {
  const response = await site.api("POST", "/blocks", { domain: hostOf(whom) });
  expect(response.status).toBe(201);
  await eventually(async () => (await whom.post(act("Like", whom.actor), { to: inbox() })) === 403);
  return ((await response.json()) as { id: string }).id;
}

const act = (type: string, actor: string, more: object = {}) => ({
  "@context": "https://www.w3.org/ns/activitystreams",
  id: `${new URL(actor).origin}/activities/${randomUUID()}`,
  ...{ type, actor, ...more },
});

const count = async (table: "followers" | "followings" | "messages" | "reactions" | "deliveries" | "heard") =>
  (await site.db.selectFrom(table).selectAll().execute()).length;

describe("what a blocked domain sends", () => {
  test("is refused before anything is looked up, whatever it is", async () => {
    await using blocked = await startFakeMastodon();
    const { actor } = await host();
    await site.api("POST", "/blocks", { domain: hostOf(blocked) });
    await eventually(async () => (await blocked.post(act("Like", blocked.actor), { to: inbox() })) === 403);
    const note = { id: `${blocked.actor}/1`, type: "Note", attributedTo: blocked.actor, content: "x", to: [actor] };
    for (const [type, object] of Object.entries({
      Follow: actor,
      Announce: actor,
      Create: note,
      Undo: actor,
      Flag: actor,
    }))
      for (const to of [inbox(), `${actor}/inbox`, `${site.origin}/ap/instance/inbox`])
        expect(await blocked.post(act(type, blocked.actor, { object }), { to }), type).toBe(403);
    expect(await site.db.selectFrom("remoteActors").select("id").where("id", "=", blocked.actor).execute()).toEqual([]);
    expect([await count("followers"), await count("messages"), await count("reactions"), await count("heard")]).toEqual(
      [...[0, 0, 0, 0]],
    );
  });

  test("is refused also under the name of somebody else", async () => {
    await using blocked = await startFakeMastodon();
    await using friend = await startFakeMastodon("bob");
    await block(blocked);
    const { actor } = await host();
    // The key is on the blocked domain, the actor is not.
    expect(await blocked.post(act("Follow", friend.actor, { object: actor }), { to: inbox() })).toBe(401);
    expect(await count("followers")).toBe(0);
  });

  test("has no effect either when it was taken in just before", async () => {
    await using blocked = await startFakeMastodon();
    const { actor } = await host();
    const like = act("Like", blocked.actor, { object: actor });
    expect(await blocked.post(like, { to: inbox() })).toBe(202);
    await eventually(async () => (await count("reactions")) === 1);
    // The block is there, and this process has not heard of it yet.
    await site.db
      .insertInto("blocks")
      .values({ id: randomUUID(), domain: hostOf(blocked) })
      .execute();
    expect(await blocked.post(act("Follow", blocked.actor, { object: actor }), { to: inbox() })).toBe(202);
    await eventually(async () => {
      const { rows } = await sql`select from graphile_worker.jobs where task_identifier = 'hear'`.execute(site.db);
      return rows.length === 0;
    });
    expect(await count("followers")).toBe(0);
  });
});

describe("what would go to a blocked domain", () => {
  test("is not fetched, neither at once nor round a corner", async () => {
    await using blocked = await startFakeMastodon();
    await using corner = await startPeer(answers(302, { location: `${blocked.origin}/.well-known/nodeinfo` }));
    await using seen = await startPeer();
    await block(blocked);
    await site.api("POST", "/blocks", { domain: hostOf(seen) });
    const direct = await site.api("POST", "/peers", { url: blocked.origin });
    expect([direct.status, await direct.json()]).toMatchObject([409, { code: "domain-blocked" }]);
    const around = await site.api("POST", "/peers", { url: corner.origin });
    expect([around.status, await around.json()]).toMatchObject([422, { code: "unreachable" }]);
    await eventually(async () => (await site.api("POST", "/peers", { url: seen.origin })).status === 409);
    const before = seen.received.length;
    await site.api("POST", "/peers", { url: `${seen.origin}/ap/instance` });
    expect(seen.received.length).toBe(before);
  });

  test("is not asked how to follow from there", async () => {
    await using blocked = await startPeer(answers(404));
    const follow = () =>
      fetch(`${site.origin}/follow`, {
        method: "POST",
        headers: { origin: site.origin, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ account: `@alice@${hostOf(blocked)}`, target: "la_pomme" }),
      });
    expect((await follow()).status).toBe(422);
    const asked = blocked.received.length;
    expect(asked).toBeGreaterThan(0);
    await site.api("POST", "/blocks", { domain: hostOf(blocked) });
    await eventually(async () => (await site.api("POST", "/peers", { url: blocked.origin })).status === 409);
    const known = blocked.received.length;
    const response = await follow();
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("ne répond pas");
    expect(blocked.received.length).toBe(known);
  });

  test("is not delivered: what waits is dropped, and what is sent later goes nowhere", async () => {
    await using blocked = await startFakeMastodon();
    await using friend = await startFakeMastodon("bob");
    const { id, actor } = await host();
    for (const one of [blocked, friend]) {
      const follow = await one.follow(actor);
      await one.waitFor(({ type, object }) => type === "Accept" && (object as { id: string }).id === follow.id);
    }
    blocked.behave({ status: 503 });
    const note = (type: string) => ({
      id: randomUUID(),
      actor: id,
      type,
      body: JSON.stringify(act(type, actor)),
      public: false,
    });
    const sendTo = (type: string, ...to: readonly FakeMastodon[]) =>
      site.db.transaction().execute((tx) =>
        send(
          tx,
          note(type),
          to.map((one) => one.inbox),
        ),
      );
    await sendTo("Update", blocked);
    await eventually(async () => (await count("deliveries")) === 1);
    blocked.behave({});

    await block(blocked);
    await eventually(async () => (await count("deliveries")) === 0);
    expect(await site.db.selectFrom("followers").select("follower").execute()).toEqual([{ follower: friend.actor }]);
    await sendTo("Move", blocked, friend);
    await friend.waitFor(({ type }) => type === "Move");
    await eventually(async () => {
      const { rows } = await sql`select from graphile_worker.jobs where task_identifier = 'deliver'`.execute(site.db);
      return rows.length === 0;
    });
    expect(blocked.received.map(({ type }) => type)).toEqual(["Accept"]);
    expect(await count("deliveries")).toBe(0);
  });
});

describe("what a blocked domain has said", () => {
  test("is shown nowhere while it is blocked, and what it liked counts no longer", async () => {
    await using blocked = await startFakeMastodon();
    const { actor, id } = await host();
    await blocked.mention(actor, "<p>Bonjour</p>");
    expect(await blocked.post(act("Announce", blocked.actor, { object: actor }), { to: inbox() })).toBe(202);
    await eventually(async () => (await count("messages")) === 1 && (await count("reactions")) === 1);
    const text = `Des nouvelles ${randomUUID()}`;
    const news = { recipients: [id], kind: "news", visibility: "public", content: text, author: blocked.actor };
    await site.db
      .insertInto("messages")
      .values({ ...news, id: `${blocked.actor}/news` })
      .execute();
    const home = async () => (await fetch(`${site.origin}/`)).text();
    expect(await home()).toContain(text);

    const blockId = await block(blocked);
    expect(await home()).not.toContain(text);
    await eventually(async () => (await count("reactions")) === 0);
    await site.api("DELETE", `/blocks/${blockId}`);
    expect(await home()).toContain(text);
    expect(await count("reactions")).toBe(0);
  });
});

describe("a peer on a blocked domain", () => {
  test("is cut off in the middle, without a word; unblocked, it has to ask again", async () => {
    await befriend(site, other);
    const made = await site.api("POST", "/blocks", { domain: other.origin, reason: "pour l’essai" });
    const { id, domain, reason } = (await made.json()) as { id: string; domain: string; reason: string };
    expect([domain, reason]).toEqual([hostOf(other), "pour l’essai"]);
    expect(await peerOf(site, other)).toMatchObject({ direction: "mutual", state: "blocked", trust: 0 });
    await eventually(async () => (await count("followers")) === 0 && (await count("followings")) === 0);
    const peers = await fetch(`${site.origin}/ap/instance/peers`, { headers: { accept: "application/activity+json" } });
    expect(await peers.json()).toMatchObject({ totalItems: 0, orderedItems: [] });
    expect(await peerOf(other, site)).toMatchObject({ direction: "mutual", state: "approved" });
    const peer = await peerOf(site, other);
    expect((await site.api("POST", `/peers/${peer?.id}/approval`)).status).toBe(409);

    expect((await site.api("DELETE", `/blocks/${id}`)).status).toBe(204);
    expect(await peerOf(site, other)).toMatchObject({ direction: "mutual", state: "rejected", trust: 2 });
    await eventually(async () => (await site.api("POST", "/peers", { url: other.origin })).status === 200);
    // The other never ceased to let us follow.
    await untilPeer(site, other, "outgoing", "approved");
  });

  test("and unblocked at once is cut off all the same, and asked anew", async () => {
    await befriend(site, other);
    const { id } = (await (await site.api("POST", "/blocks", { domain: hostOf(other) })).json()) as { id: string };
    await site.api("DELETE", `/blocks/${id}`);
    await eventually(async () => (await site.api("POST", "/peers", { url: other.origin })).status === 200);
    await untilPeer(site, other, "outgoing", "approved");
    expect(await count("followers")).toBe(0);
  });
});

describe("a block", () => {
  test("is heard of in a running server when it is made in another process", async () => {
    await using blocked = await startFakeMastodon();
    await site.db.transaction().execute((tx) =>
      blockDomain(tx, {
        domain: hostOf(blocked),
        origin: site.origin,
        now: new Date(),
        beyond: { cutOff, meetAgain },
      }),
    );
    await eventually(async () => (await blocked.post(act("Like", blocked.actor), { to: inbox() })) === 403);
  });

  test("covers the subdomains, in the database as in the process", async () => {
    await site.db.insertInto("blocks").values({ id: randomUUID(), domain: "mechant.example" }).execute();
    const addresses = {
      "https://mechant.example/users/a": true,
      "https://a.b.mechant.example:8443/users/a": true,
      "https://MECHANT.example./a": true,
      "https://x:y@mechant.example/a": true,
      "https://pasmechant.example/users/a": false,
      "https://mechant.example.org/": false,
      "https://ailleurs.example/mechant.example": false,
      "mechant.example": false,
    };
    for (const [address, expected] of Object.entries(addresses)) {
      const { rows } = await sql<{ blocked: boolean }>`select is_blocked(${address}) as blocked`.execute(site.db);
      expect(rows[0]?.blocked, address).toBe(expected);
    }
  });

  test("is made once, listed, and never of ourselves or of what is no domain", async () => {
    const [first, again] = [
      await site.api("POST", "/blocks", { domain: "a.example" }),
      await site.api("POST", "/blocks", { domain: "https://A.example/x" }),
    ];
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(await first.json()).toEqual(await again.json());
    for (const domain of [site.origin, "127.0.0.1"])
      expect(await (await site.api("POST", "/blocks", { domain })).json()).toMatchObject({
        status: 422,
        code: "own-domain",
      });
    expect(await (await site.api("POST", "/blocks", { domain: "*" })).json()).toMatchObject({
      code: "domain-malformed",
    });
    await site.api("POST", "/blocks", { domain: "b.example" });
    const page = (await (await site.api("GET", "/blocks?limit=1")).json()) as { items: unknown[]; next: string };
    expect(page.items).toMatchObject([{ domain: "a.example", reason: null }]);
    const rest = await (await site.api("GET", `/blocks?cursor=${page.next}`)).json();
    expect(rest).toMatchObject({ items: [{ domain: "b.example" }], next: null });
    expect((await site.api("DELETE", `/blocks/${derivedId("nobody")}`)).status).toBe(404);
  });
});
