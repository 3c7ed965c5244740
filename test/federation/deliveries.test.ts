import { createHash, createVerify } from "node:crypto";
import { expect, test } from "vitest";
import { drop, send, sendAgain } from "../../federation/delivery/deliveries.ts";
import { listDeliveries } from "../../federation/delivery/stored-deliveries.ts";
import { sweepBodies, sweepDeliveries } from "../../federation/delivery/sweep.ts";
import { activity, addFollower, countJobs, passTime, publicKey, startDeliverySite } from "../support/delivery-site.ts";
import { eventually } from "../support/eventually.ts";
import { answers, type Behaviour, type Peer, type Received, startPeer } from "../support/peer.ts";

type Site = Awaited<ReturnType<typeof startDeliverySite>>;

const rows = (site: Site) => site.db.selectFrom("deliveries").selectAll().orderBy("id").execute();
const peerOf = (site: Site, peer: Peer) =>
  site.db.selectFrom("peerOrigins").selectAll().where("origin", "=", peer.origin).executeTakeFirst();
const probeOf = async (site: Site, peer: Peer) => (await peerOf(site, peer))?.probe?.getTime() ?? 0;
const bodies = (peer: Peer) => peer.received.map(({ body }) => body);
const settled = (site: Site) => eventually(async () => (await countJobs(site.db)) === 0);

/** Opens the circuit of a peer that answers 500: five failures, one after the other. */
async function openCircuit(site: Site, peer: Peer): Promise<void> {
  peer.behave(answers(500));
  for (let n = 0; n < 5; n++) {
    await site.send([`${peer.origin}/inbox`], activity(site.actor, `"lost ${n}"`));
    await eventually(async () => ((await rows(site)).length === n + 1 ? true : null));
  }
  expect((await peerOf(site, peer))?.opened).not.toBeNull();
}

test("an activity arrives once, signed with draft-cavage, as the bytes that were stored", async () => {
  await using site = await startDeliverySite();
  await using peer = await startPeer();
  await site.work();
  await site.send([`${peer.origin}/users/alice/inbox?x=1`], activity(site.actor, '{"type":"Créer"}'));
  const [received] = await eventually(() => (peer.received.length > 0 ? peer.received : null));
  expect(received?.body).toBe('{"type":"Créer"}');
  expect(received?.headers["content-type"]).toBe("application/activity+json");
  expect(verifies(received)).toBe(true);
  await settled(site);
  expect(peer.received).toHaveLength(1);
  expect(await rows(site)).toEqual([]);
});

test("what is rolled back is never sent", async () => {
  await using site = await startDeliverySite();
  const failing = site.db.transaction().execute(async (tx) => {
    await send(tx, activity(site.actor), ["http://127.0.0.1:1/inbox"]);
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await countJobs(site.db)).toBe(0);
  expect(await site.db.selectFrom("outgoing").selectAll().execute()).toEqual([]);
});

test("the same activity sent again makes no second delivery", async () => {
  await using site = await startDeliverySite();
  const said = activity(site.actor);
  await site.send(["http://127.0.0.1:1/inbox", "http://127.0.0.1:1/inbox"], said);
  await site.send(["http://127.0.0.1:1/inbox", "http://127.0.0.1:1/other"], said);
  expect(await countJobs(site.db)).toBe(1);
});

test("followers behind one shared inbox are reached by one delivery, those not yet accepted by none", async () => {
  await using site = await startDeliverySite();
  await using peer = await startPeer();
  for (let n = 0; n < 3; n++) await addFollower(site.db, site.actor, `${peer.origin}/inbox`);
  await addFollower(site.db, site.actor, `${peer.origin}/users/bob/inbox`);
  await addFollower(site.db, site.actor, `${peer.origin}/users/waits/inbox`, false);
  await site.work();
  await site.sendToFollowers();
  await settled(site);
  expect(peer.received.map(({ path }) => path).sort()).toEqual(["/inbox", "/users/bob/inbox"]);
});

test("an activity that nobody follows is kept and sent to nobody", async () => {
  await using site = await startDeliverySite();
  await site.sendToFollowers();
  expect(await site.db.selectFrom("outgoing").selectAll().execute()).toHaveLength(1);
  expect(await countJobs(site.db)).toBe(0);
});

test("a peer that asks for RFC 9421 by a 401 gets it, and is not asked twice", async () => {
  await using site = await startDeliverySite();
  await using peer = await startPeer(({ headers }, response) => {
    response.writeHead(headers["signature-input"] === undefined ? 401 : 202).end();
  });
  await site.work();
  await site.send([`${peer.origin}/inbox`]);
  await settled(site);
  expect(peer.received).toHaveLength(2);
  expect((await peerOf(site, peer))?.scheme).toBe("rfc9421");
  await site.send([`${peer.origin}/inbox`]);
  await settled(site);
  expect(peer.received).toHaveLength(3);
});

const longAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const inboxesOf = async (site: Site) =>
  (await site.db.selectFrom("followers").select("inbox").orderBy("inbox").execute()).map(({ inbox }) => inbox);
const lastAnswers = async (site: Site) => (await rows(site)).map(({ attempts, status }) => [attempts, status]);

test("an inbox that answers 410 is forgotten with its followers, and what was held for it", async () => {
  await using site = await startDeliverySite();
  await using peer = await startPeer(answers(410));
  await addFollower(site.db, site.actor, `${peer.origin}/gone`);
  await addFollower(site.db, site.actor, `${peer.origin}/stays`, false);
  await site.work();
  await site.sendToFollowers();
  await settled(site);
  expect(await inboxesOf(site)).toEqual([`${peer.origin}/stays`]);
  expect(await rows(site)).toEqual([]);
});

test("a shared inbox that answers 410 is left for the followers' own, which get what it refused", async () => {
  await using site = await startDeliverySite();
  await using peer = await startPeer(({ path }, response) => response.writeHead(path === "/inbox" ? 410 : 202).end());
  const own = [`${peer.origin}/users/a/inbox`, `${peer.origin}/users/b/inbox`];
  for (const inbox of own) await addFollower(site.db, site.actor, `${peer.origin}/inbox`, true, inbox);
  await site.work();
  await site.sendToFollowers(activity(site.actor, '"news"'));
  await settled(site);
  expect(await inboxesOf(site)).toEqual(own);
  expect(peer.received.map(({ path }) => path).sort()).toEqual(["/inbox", "/users/a/inbox", "/users/b/inbox"]);
  expect(new Set(bodies(peer))).toEqual(new Set(['"news"']));
});

test("a single 404 of a shared inbox costs nobody anything: it is tried again", async () => {
  await using site = await startDeliverySite();
  await using peer = await startPeer(answers(404));
  await addFollower(site.db, site.actor, `${peer.origin}/inbox`, true, `${peer.origin}/users/a/inbox`);
  await site.work();
  await site.sendToFollowers();
  await eventually(async () => (await rows(site))[0]?.status === 404);
  expect(await inboxesOf(site)).toEqual([`${peer.origin}/inbox`]);
  peer.behave(answers(202));
  await eventually(() => passTime(site.db).then(async () => (await rows(site)).length === 0));
  expect(await inboxesOf(site)).toEqual([`${peer.origin}/inbox`]);
});

test("a shared inbox that answers 404 for three days is left for the followers' own", async () => {
  await using site = await startDeliverySite();
  await using peer = await startPeer(({ path }, response) => response.writeHead(path === "/inbox" ? 404 : 202).end());
  const own = `${peer.origin}/users/a/inbox`;
  await addFollower(site.db, site.actor, `${peer.origin}/inbox`, true, own);
  await site.work();
  for (const body of ["1", "2"]) await site.sendToFollowers(activity(site.actor, body));
  await eventually(
    async () => (await rows(site)).every(({ status }) => status === 404) && (await rows(site)).length === 2,
  );
  await site.db
    .updateTable("deliveries")
    .set({ firstTry: longAgo(4) })
    .execute();
  await passTime(site.db);
  await settled(site);
  expect(await rows(site)).toEqual([]);
  expect(await inboxesOf(site)).toEqual([own]);
  const arrived = peer.received.filter(({ path }) => path === "/users/a/inbox").map(({ body }) => body);
  expect(arrived.sort()).toEqual(["1", "2"]);
});

test("a follower's own inbox that answers 404 for three days ends the follow only if its server denies the follower too", async () => {
  await using site = await startDeliverySite();
  await using peer = await startPeer(answers(404));
  const inbox = `${peer.origin}/users/a/inbox`;
  const follower = await addFollower(site.db, site.actor, inbox);
  await site.work();
  await site.sendToFollowers();
  await eventually(async () => (await rows(site))[0]?.status === 404);
  await site.db
    .updateTable("deliveries")
    .set({ firstTry: longAgo(4) })
    .execute();
  await passTime(site.db);
  await eventually(async () => (await rows(site))[0]?.attempts === 2);
  expect(await inboxesOf(site)).toEqual([inbox]);
  site.denied.add(follower);
  await passTime(site.db);
  await eventually(async () => (await rows(site)).length === 0);
  expect(await inboxesOf(site)).toEqual([]);
});

test("days of other trouble before one 404 end nothing", async () => {
  await using site = await startDeliverySite();
  await using peer = await startPeer(answers(403));
  site.denied.add(await addFollower(site.db, site.actor, `${peer.origin}/users/a/inbox`));
  await site.work();
  await site.sendToFollowers();
  await eventually(async () => (await lastAnswers(site)).length === 1);
  await site.db
    .updateTable("deliveries")
    .set({ firstTry: longAgo(4) })
    .execute();
  peer.behave(answers(404));
  await passTime(site.db);
  await eventually(async () => (await rows(site))[0]?.attempts === 2);
  expect(await lastAnswers(site)).toEqual([[2, 404]]);
  expect(await inboxesOf(site)).toHaveLength(1);
});

test("a peer that was down gets it by the schedule, and the row is gone then", async () => {
  await using site = await startDeliverySite();
  await using peer = await startPeer(answers(500));
  await site.work();
  await site.send([`${peer.origin}/inbox`]);
  const [row] = await eventually(async () => ((await rows(site)).length > 0 ? rows(site) : null));
  expect(row).toMatchObject({ state: "waiting", attempts: 1, status: 500, origin: peer.origin });
  expect(Number(row?.nextTry) - Number(row?.firstTry)).toBeGreaterThan(55_000);
  await passTime(site.db);
  await eventually(async () => (await rows(site))[0]?.attempts === 2);
  peer.behave(answers(202));
  await eventually(() => passTime(site.db).then(async () => (await rows(site)).length === 0));
  await settled(site);
  expect(peer.received).toHaveLength(3);
  expect((await peerOf(site, peer))?.failures).toBe(0);
});

test.each([400, 401, 403, 405, 413, 415, 422, 302])(
  "a refusal by %s is tried again, and says nothing of the peer's health",
  async (status) => {
    await using site = await startDeliverySite();
    await using peer = await startPeer(answers(status, { location: "/elsewhere" }));
    await site.work();
    await site.send([`${peer.origin}/inbox`]);
    const [row] = await eventually(async () => ((await rows(site)).length > 0 ? rows(site) : null));
    expect(row).toMatchObject({ state: "waiting", attempts: 1, status });
    expect((await peerOf(site, peer))?.failures ?? 0).toBe(0);
    expect(peer.received.every(({ path }) => path === "/inbox")).toBe(true);
  },
);

test.each([429, 503])("Retry-After with %s is obeyed", async (status) => {
  await using site = await startDeliverySite();
  await using peer = await startPeer(answers(status, { "retry-after": "7200" }));
  await site.work();
  await site.send([`${peer.origin}/inbox`]);
  const [row] = await eventually(async () => ((await rows(site)).length > 0 ? rows(site) : null));
  const pause = Number(row?.nextTry) - Number(row?.firstTry);
  expect(Math.abs(pause - 7_200_000)).toBeLessThan(60_000);
});

test("after 14 days a delivery is a dead letter, which can be listed, sent again and dropped", async () => {
  await using site = await startDeliverySite();
  await using peer = await startPeer(answers(500));
  await site.work();
  const said = await site.send([`${peer.origin}/a`, `${peer.origin}/b`]);
  await eventually(async () => ((await rows(site)).length === 2 ? true : null));
  await site.db
    .updateTable("deliveries")
    .set({ firstTry: new Date(Date.now() - 15 * 86_400_000) })
    .execute();
  await passTime(site.db);
  const { items, next } = await eventually(async () => {
    const listed = await listDeliveries(site.db, { states: ["failed"] });
    return listed.items.length === 2 ? listed : null;
  });
  expect(next).toBeNull();
  expect(items[0]).toMatchObject({ outgoing: said.id, type: "Create", status: 500 });
  peer.behave(answers(202));
  const [first, second] = items.map(({ id }) => id) as [number, number];
  expect(await site.db.transaction().execute((tx) => sendAgain(tx, first))).toBe(true);
  expect(await site.db.transaction().execute((tx) => drop(tx, second))).toBe(true);
  expect(await site.db.transaction().execute((tx) => sendAgain(tx, second))).toBe(false);
  await eventually(async () => (await rows(site)).length === 0);
  await settled(site);
  expect(peer.received).toHaveLength(5);
});

test("five failures open the circuit: further deliveries are held without a try or a job each", async () => {
  await using site = await startDeliverySite();
  await using peer = await startPeer();
  await site.work();
  await openCircuit(site, peer);
  const tried = peer.received.length;
  for (let n = 0; n < 10; n++) await site.send([`${peer.origin}/inbox`], activity(site.actor, `"held ${n}"`));
  await eventually(async () => ((await rows(site)).filter(({ state }) => state === "held").length >= 10 ? true : null));
  expect(peer.received).toHaveLength(tried);
});

test("a probe that fails leaves the rest held; one that gets through is followed by all of them, in order, and the circuit closes", async () => {
  await using site = await startDeliverySite();
  await using peer = await startPeer();
  await site.work();
  await openCircuit(site, peer);
  for (let n = 0; n < 40; n++) await site.send([`${peer.origin}/inbox`], activity(site.actor, `"held ${n}"`));
  await eventually(async () => ((await rows(site)).filter(({ state }) => state === "held").length >= 40 ? true : null));
  await site.db.deleteFrom("deliveries").where("state", "=", "waiting").execute();
  const tried = peer.received.length;
  const planned = await probeOf(site, peer);
  await passTime(site.db);
  await eventually(async () => ((await probeOf(site, peer)) > planned ? true : null));
  expect(peer.received).toHaveLength(tried + 1);
  peer.behave(answers(202));
  await passTime(site.db);
  await eventually(async () => ((await peerOf(site, peer))?.opened === null ? true : null));
  expect(await rows(site)).toEqual([]);
  const arrived = bodies(peer)
    .slice(tried + 1)
    .filter((body) => body.startsWith('"held'));
  expect(arrived).toEqual(Array.from({ length: 40 }, (_, n) => `"held ${n}"`));
});

test("one delivery that its server cannot digest does not keep the circuit open for the others", async () => {
  await using site = await startDeliverySite();
  await using peer = await startPeer();
  await site.work();
  await openCircuit(site, peer);
  await site.db.deleteFrom("deliveries").execute();
  for (const body of ["a", "poison", "b", "c"]) await site.send([`${peer.origin}/inbox`], activity(site.actor, body));
  await eventually(async () => ((await rows(site)).length === 4 ? true : null));
  peer.behave((received, response) => response.writeHead(received.body === "poison" ? 500 : 202).end());
  await eventually(() => passTime(site.db, "resume").then(async () => (await peerOf(site, peer))?.opened === null));
  await eventually(async () => (await rows(site)).length === 1);
  expect((await rows(site))[0]?.state).toBe("waiting");
  expect(bodies(peer).slice(-3)).toContain("c");
});

test("what has been held for 14 days is given up by the sweep", async () => {
  await using site = await startDeliverySite();
  await using peer = await startPeer();
  await site.work();
  await openCircuit(site, peer);
  await site.send([`${peer.origin}/inbox`]);
  await eventually(async () => ((await rows(site)).some(({ state }) => state === "held") ? true : null));
  await site.db
    .updateTable("deliveries")
    .set({ firstTry: new Date(Date.now() - 15 * 86_400_000) })
    .where("state", "=", "held")
    .execute();
  await sweepDeliveries(site.db);
  expect((await listDeliveries(site.db, { states: ["failed"] })).items.length).toBeGreaterThan(0);
});

test("what was said between two is removed a day after it arrived, and what is public or has not arrived is not", async () => {
  await using site = await startDeliverySite();
  await using peer = await startPeer();
  await using sick = await startPeer(answers(403));
  const between = () => ({ ...activity(site.actor), public: false });
  const stored = async () => (await site.db.selectFrom("outgoing").select("id").execute()).map(({ id }) => id).sort();
  const worker = await site.work();
  const [arrived, open] = [await site.send([`${peer.origin}/a`], between()), await site.send([`${peer.origin}/a`])];
  const refused = await site.send([`${sick.origin}/a`], between());
  await eventually(async () => peer.received.length === 2 && (await rows(site)).length === 1);
  await eventually(async () => (await countJobs(site.db)) === 1);
  await worker.stop();
  const queued = await site.send([`${peer.origin}/a`], between());
  await sweepBodies(site.db);
  expect(await stored()).toEqual([arrived.id, open.id, refused.id, queued.id].sort());
  await site.db
    .updateTable("outgoing")
    .set({ created: longAgo(2) })
    .execute();
  await sweepBodies(site.db);
  expect(await stored()).toEqual([open.id, refused.id, queued.id].sort());
  await site.work();
  await eventually(() => peer.received.length === 3);
});

test("at most two deliveries are on their way to one server, and one to one inbox", async () => {
  await using site = await startDeliverySite();
  const now = new Map<string, number>();
  const most = { server: 0, inbox: 0 };
  const slow: Behaviour = ({ path }, response) => {
    now.set(path, (now.get(path) ?? 0) + 1);
    most.inbox = Math.max(most.inbox, ...now.values());
    most.server = Math.max(
      most.server,
      [...now.values()].reduce((a, b) => a + b, 0),
    );
    setTimeout(() => {
      now.set(path, (now.get(path) ?? 0) - 1);
      response.writeHead(202).end();
    }, 40);
  };
  await using peer = await startPeer(slow);
  await site.work();
  for (let n = 0; n < 8; n++)
    await site.send([`${peer.origin}/a`, `${peer.origin}/b`, `${peer.origin}/c`], activity(site.actor, String(n)));
  await eventually(() => passTime(site.db).then(() => peer.received.length === 24));
  expect(most).toEqual({ server: 2, inbox: 1 });
});

test("thirty tarpits among sixty followers hold up none of the others, and get two connections each at most", async () => {
  await using site = await startDeliverySite();
  const open = new Map<string, number>();
  const most = { at: 0 };
  const hang: Behaviour = ({ headers }, response) => {
    const pit = String(headers.host);
    const add = (n: number) => open.set(pit, (open.get(pit) ?? 0) + n);
    add(1);
    most.at = Math.max(most.at, open.get(pit) ?? 0);
    response.once("close", () => add(-1));
  };
  const pits = await Promise.all(Array.from({ length: 30 }, () => startPeer(hang)));
  const healthy = await Promise.all(Array.from({ length: 30 }, () => startPeer()));
  for (const [at, pit] of pits.entries())
    for (const { origin } of [pit, healthy[at] as Peer])
      for (const name of ["a", "b", "c"]) await addFollower(site.db, site.actor, `${origin}/users/${name}/inbox`);
  await site.work();
  const said = ["1", "2", "3", "4"];
  for (const body of said) await site.sendToFollowers(activity(site.actor, body));
  await eventually(() => healthy.every((peer) => peer.received.length === 3 * said.length));
  expect([...open.values()].reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0); // they hang still
  expect(most.at).toBeLessThanOrEqual(2);
  const arrived = healthy.map((peer) => peer.received.filter(({ path }) => path === "/users/a/inbox"));
  for (const one of arrived) expect(one.map(({ body }) => body).sort()).toEqual(said);
  await Promise.all([...pits, ...healthy].map((peer) => peer[Symbol.asyncDispose]()));
});

test("a slow server's answer counts although its job has ended", async () => {
  await using site = await startDeliverySite();
  await using peer = await startPeer((_, response) => void setTimeout(() => response.writeHead(202).end(), 2_000));
  await site.work();
  await site.send([`${peer.origin}/inbox`]);
  await eventually(async () => (await rows(site))[0]?.problem);
  await eventually(async () => (await rows(site)).length === 0);
  await settled(site);
  expect(peer.received).toHaveLength(1);
});

function verifies(received: Received | undefined): boolean {
  if (!received) return false;
  const { headers, path, body } = received;
  const [, names = ""] = /headers="([^"]*)"/.exec(String(headers["signature"])) ?? [];
  const [, signature = ""] = /signature="([^"]*)"/.exec(String(headers["signature"])) ?? [];
  const lines = names
    .split(" ")
    .map((name) => (name === "(request-target)" ? `${name}: post ${path}` : `${name}: ${headers[name]}`));
  const digest = `SHA-256=${createHash("sha256").update(body).digest("base64")}`;
  return (
    headers["digest"] === digest &&
    createVerify("sha256").update(lines.join("\n")).verify(publicKey, signature, "base64")
  );
}
