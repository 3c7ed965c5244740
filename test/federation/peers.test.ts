import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { startFakeMastodon } from "../support/fake-mastodon.ts";
import { startPeer } from "../support/peer.ts";
import { befriend, peerOf, peersOf, untilPeer } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";

let one: TestSite;
let other: TestSite;
beforeAll(async () => {
  one = await startSite({ name: "La Pomme", handle: "la_pomme" });
  other = await startSite({ name: "Le Rucher", handle: "le_rucher" });
});
afterAll(async () => {
  await one?.[Symbol.asyncDispose]();
  await other?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
  for (const { db } of [one, other])
    for (const table of ["peers", "blocks", "followers", "followings", "deliveries"] as const)
      await db.deleteFrom(table).execute();
});

const instanceOf = ({ origin }: TestSite) => `${origin}/ap/instance`;

async function collection(site: TestSite, name: string) {
  const headers = { accept: "application/activity+json" };
  return (await (await fetch(`${instanceOf(site)}/${name}`, { headers })).json()) as { orderedItems?: string[] };
}

describe("two instances", () => {
  test("get in touch: one asks, the other approves, and each then follows the other", async () => {
    const asked = await one.api("POST", "/peers", { url: other.origin });
    expect(asked.status).toBe(201);
    expect(await asked.json()).toMatchObject({
      ...{ origin: other.origin, direction: "outgoing", state: "requested", trust: 2 },
      name: new URL(other.origin).host,
      seen: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    const waiting = await untilPeer(other, one, "incoming", "pending");
    expect(waiting.trust).toBe(2);
    expect(await collection(other, "peers")).toMatchObject({ orderedItems: [] });

    const approved = await other.api("POST", `/peers/${waiting.id}/approval`);
    expect(approved.status).toBe(200);
    expect(await approved.json()).toMatchObject({ state: "approved", trust: 4 });
    await untilPeer(one, other, "mutual", "approved");
    await untilPeer(other, one, "mutual", "approved");
    expect(await collection(one, "peers")).toMatchObject({ orderedItems: [instanceOf(other)] });
    expect(await collection(other, "peers")).toMatchObject({ orderedItems: [instanceOf(one)] });
    expect(await collection(one, "followers")).toMatchObject({ totalItems: 1 });
    expect(await collection(one, "following")).toMatchObject({ totalItems: 1 });
  });

  test("that ask at the same moment need no approval: both have said what they want", async () => {
    await Promise.all([
      one.api("POST", "/peers", { url: other.origin }),
      other.api("POST", "/peers", { url: one.origin }),
    ]);
    await untilPeer(one, other, "mutual", "approved");
    await untilPeer(other, one, "mutual", "approved");
  });

  test("are asked, approved and rejected as often as one likes, with one effect", async () => {
    for (const status of [201, 200]) {
      expect((await one.api("POST", "/peers", { url: `${other.origin}/about` })).status).toBe(status);
    }
    const { id } = await untilPeer(other, one, "incoming", "pending");
    for (const _ of [1, 2]) expect((await other.api("POST", `/peers/${id}/approval`)).status).toBe(200);
    await untilPeer(one, other, "mutual", "approved");
    for (const _ of [1, 2]) expect((await other.api("DELETE", `/peers/${id}/approval`)).status).toBe(200);
    await untilPeer(one, other, "incoming", "approved");
    expect((await other.api("POST", `/peers/${id}/approval`)).status).toBe(409);
    expect(await one.db.selectFrom("followings").select("state").execute()).toEqual([{ state: "rejected" }]);
  });

  test("hear a no, and may ask again", async () => {
    await one.api("POST", "/peers", { url: other.origin });
    const { id } = await untilPeer(other, one, "incoming", "pending");
    await other.api("DELETE", `/peers/${id}/approval`);
    await untilPeer(one, other, "outgoing", "rejected");
    expect(await peerOf(other, one)).toMatchObject({ direction: "incoming", state: "rejected", trust: 2 });
    expect(await collection(one, "peers")).toMatchObject({ orderedItems: [] });

    await one.api("POST", "/peers", { url: other.origin });
    await untilPeer(other, one, "incoming", "pending");
  });

  test("part: who leaves is forgotten there, and follows nobody and is followed by nobody any longer", async () => {
    await befriend(one, other);
    const known = await peerOf(one, other);
    expect((await one.api("DELETE", `/peers/${known?.id}`)).status).toBe(204);
    await untilPeer(other, one, "outgoing", "rejected");
    expect(await peersOf(one)).toEqual([]);
    for (const { db } of [one, other]) {
      await eventually(async () => (await db.selectFrom("followers").selectAll().execute()).length === 0);
    }
    expect((await one.api("DELETE", `/peers/${known?.id}`)).status).toBe(404);
  });

  test("find each other by the address of any page, and by that of the instance itself", async () => {
    for (const url of [`${other.origin}/@le_rucher`, instanceOf(other), new URL(other.origin).host]) {
      const response = await one.api("POST", "/peers", { url });
      expect(await response.json(), url).toMatchObject({ origin: other.origin, state: "requested" });
    }
  });
});

describe("an answer", () => {
  test("to a question that was never asked changes nothing", async () => {
    await using stranger = await startFakeMastodon();
    const follow = { type: "Follow", actor: instanceOf(one), object: stranger.actor };
    const answer = { ...act("Accept", stranger.actor), object: { ...follow, id: `${one.origin}/ap/activities/none` } };
    expect(await stranger.post(answer, { to: `${one.origin}/inbox` })).toBe(202);
    await heard(one, answer.id);
    expect(await peersOf(one)).toEqual([]);
    expect(await one.db.selectFrom("followings").selectAll().execute()).toEqual([]);
  });

  test("by a stranger approves nobody, even when it names the very Follow", async () => {
    await using stranger = await startFakeMastodon();
    await one.api("POST", "/peers", { url: other.origin });
    await untilPeer(other, one, "incoming", "pending");
    const { follow } = await one.db.selectFrom("followings").select("follow").executeTakeFirstOrThrow();
    const object = { id: follow, type: "Follow", actor: instanceOf(one), object: instanceOf(other) };
    for (const named of [follow, object, { ...object, object: stranger.actor }]) {
      const forged = { ...act("Accept", stranger.actor), object: named };
      expect(await stranger.post(forged, { to: `${one.origin}/inbox` })).toBe(202);
      await heard(one, forged.id);
    }
    // In the other's name, with a key of one's own.
    const disguised = { ...act("Accept", instanceOf(other)), object };
    expect(await stranger.post(disguised, { to: `${one.origin}/inbox` })).toBe(401);
    expect(await peerOf(one, other)).toMatchObject({ direction: "outgoing", state: "requested", trust: 2 });
  });

  test("that comes late, after we have left, brings nothing back", async () => {
    await one.api("POST", "/peers", { url: other.origin });
    const { id } = await untilPeer(other, one, "incoming", "pending");
    await one.db.deleteFrom("followings").execute();
    await one.db.deleteFrom("peers").execute();
    await other.api("POST", `/peers/${id}/approval`);
    // Its own wish to follow us, which comes with the approval, waits for us like any other.
    const back = await untilPeer(one, other, "incoming", "pending");
    expect(back.trust).toBe(2);
    expect(await one.db.selectFrom("followings").selectAll().execute()).toEqual([]);
  });
});

test("a person who follows the instance is no peer, and told so", async () => {
  await using person = await startFakeMastodon();
  const follow = await person.follow(instanceOf(one));
  const answer = await person.waitFor(({ type }) => type === "Reject");
  expect(answer["object"]).toMatchObject({ id: follow.id, type: "Follow" });
  expect(await peersOf(one)).toEqual([]);
});

describe("an instance of another kind is found", () => {
  const activityStreams = "https://www.w3.org/ns/activitystreams";
  const actor = (origin: string, type: string, path = "/actor") => ({
    "@context": activityStreams,
    ...{ id: origin + path, type, name: "Ailleurs", inbox: `${origin}/inbox` },
  });

  /** A server that shows these documents, by their paths. */
  async function showing(documents: (origin: string) => Record<string, object>) {
    const server = await startPeer();
    server.behave(({ path }, response) => {
      const document = documents(server.origin)[path.split("?")[0] ?? ""];
      const type = path.startsWith("/.well-known/") ? "application/jrd+json" : "application/activity+json";
      response.writeHead(document ? 200 : 404, { "content-type": type }).end(JSON.stringify(document ?? null));
    });
    return server;
  }
  const askFor = async (url: string) => (await one.api("POST", "/peers", { url })).json();
  const nodeInfo = (href: string) => ({ links: [{ rel: `${activityStreams}#Application`, href }] });

  test("by its NodeInfo, by WebFinger of the site itself, or at the address given", async () => {
    const webFinger = (href: string) => ({ links: [{ rel: `${activityStreams}#Service`, href }] });
    const servers = [
      await showing((at) => ({ "/.well-known/nodeinfo": nodeInfo(`${at}/actor`), "/actor": actor(at, "Application") })),
      await showing((at) => ({
        "/.well-known/webfinger": webFinger(`${at}/actor`),
        "/actor": actor(at, "Application"),
      })),
      await showing((at) => ({ "/actor": actor(at, "Application") })),
    ];
    for (const [n, server] of servers.entries()) {
      const url = server.origin + (n === 2 ? "/actor" : "/any/page");
      expect(await askFor(url), String(n)).toMatchObject({
        origin: server.origin,
        name: "Ailleurs",
        state: "requested",
      });
      await server[Symbol.asyncDispose]();
    }
  });

  test("not where it names another's, nor an actor that is no instance", async () => {
    const foreign = await showing(() => ({ "/.well-known/nodeinfo": nodeInfo(instanceOf(other)) }));
    const person = await showing((at) => ({
      "/.well-known/nodeinfo": nodeInfo(`${at}/actor`),
      "/actor": actor(at, "Person"),
    }));
    const borrowed = await showing((at) => ({
      "/.well-known/nodeinfo": nodeInfo(`${at}/actor`),
      "/actor": actor(other.origin, "Application", "/ap/instance"),
    }));
    for (const server of [foreign, person, borrowed]) {
      expect(await askFor(server.origin)).toMatchObject({ status: 422, code: "no-instance" });
      await server[Symbol.asyncDispose]();
    }
    expect(await peersOf(one)).toEqual([]);
  });
});

test("only who holds the token of an administrator changes anything, and only who holds one reads", async () => {
  const id = crypto.randomUUID();
  const calls = [
    ...[
      ["GET", "/peers"],
      ["POST", "/peers"],
      ["POST", `/peers/${id}/approval`],
      ["DELETE", `/peers/${id}/approval`],
    ],
    ...[
      ["DELETE", `/peers/${id}`],
      ["GET", "/blocks"],
      ["POST", "/blocks"],
      ["DELETE", `/blocks/${id}`],
    ],
  ];
  for (const [method = "", path = ""] of calls) {
    const headers = { "content-type": "application/json" };
    const body = method === "POST" ? { body: "{}" } : {};
    expect((await fetch(`${one.origin}/api/v1${path}`, { method, headers, ...body })).status, path).toBe(401);
  }
});

describe("what cannot be followed is refused with a reason", () => {
  test.each([
    ["", 422, "address-malformed"],
    ["not an address", 422, "address-malformed"],
    ["ftp://a.example", 422, "address-malformed"],
    ["http://127.0.0.1:1", 422, "unreachable"],
    ["http://10.0.0.1", 422, "unreachable"],
  ])("%j", async (url, status, code) => {
    const response = await one.api("POST", "/peers", { url });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code, errors: [{ path: "url" }] });
  });

  test("this very site, and a server of another kind", async () => {
    await using person = await startFakeMastodon();
    expect(await (await one.api("POST", "/peers", { url: one.origin })).json()).toMatchObject({ code: "own-address" });
    for (const url of [person.origin, person.actor])
      expect(await (await one.api("POST", "/peers", { url })).json()).toMatchObject({ code: "no-instance" });
    expect(await peersOf(one)).toEqual([]);
  });
});

const act = (type: string, actor: string) => ({
  "@context": "https://www.w3.org/ns/activitystreams",
  id: `${new URL(actor).origin}/activities/${crypto.randomUUID()}`,
  ...{ type, actor },
});

/** Until an activity has had its effect, or shown that it has none. */
async function heard(site: TestSite, activity: string): Promise<void> {
  await eventually(async () =>
    site.db.selectFrom("heard").select("activity").where("activity", "=", activity).executeTakeFirst(),
  );
}
