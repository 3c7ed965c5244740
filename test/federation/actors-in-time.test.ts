import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { passTime } from "../support/delivery-site.ts";
import { eventually } from "../support/eventually.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { activity, actorAt, newKey, nothing, showActor, startServer, writingTo } from "../support/strangers.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site[Symbol.asyncDispose]());
afterEach(() => void vi.useRealTimers());
const { say, like, heard } = writingTo(() => site);

/** The clock goes on; nothing else waits. */
const goOn = (minutes: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + minutes * 60_000 });

describe("a peer that changes its key", () => {
  test("is believed at the new one's first use, and the old one no more", async () => {
    const server = await startServer();
    const [old, next] = [newKey(), newKey()];
    const alice = showActor(server, "rotating", old.pem);
    expect((await say(like(alice.id), { ...alice, key: old.key })).status).toBe(202);
    showActor(server, "rotating", next.pem); // within the minute in which we met
    expect((await say(like(alice.id), { ...alice, key: next.key })).status).toBe(202);
    expect((await say(like(alice.id), { ...alice, key: old.key })).status).toBe(401);
  });

  test("under another name is believed too", async () => {
    const server = await startServer();
    const [old, next] = [newKey(), newKey()];
    const alice = showActor(server, "renaming", old.pem);
    expect((await say(like(alice.id), { ...alice, key: old.key })).status).toBe(202);
    const keyId = `${alice.id}#key-2`;
    const key = { id: keyId, owner: alice.id, publicKeyPem: next.pem };
    server.show("/users/renaming", activity(actorAt(server.origin, "renaming", key)));
    expect((await say(like(alice.id), { keyId, key: next.key })).status).toBe(202);
    expect((await say(like(alice.id), { ...alice, key: old.key })).status).toBe(401);
  });

  test("and says nothing, is safe from a thief of the old one after an hour at most", async () => {
    const server = await startServer();
    const [stolen, next] = [newKey(), newKey()];
    const alice = showActor(server, "robbed", stolen.pem);
    expect((await say(like(alice.id), { ...alice, key: stolen.key })).status).toBe(202);
    showActor(server, "robbed", next.pem);
    goOn(61);
    const forged = like(alice.id);
    expect((await say(forged, { ...alice, key: stolen.key })).status).toBe(401);
    expect(await heard(forged.id)).toBe(false);
    expect((await say(like(alice.id), { ...alice, key: next.key })).status).toBe(202);
  });

  test("and shows none, is not believed with the one it had", async () => {
    const server = await startServer();
    const old = newKey();
    const alice = showActor(server, "keyless", old.pem);
    expect((await say(like(alice.id), { ...alice, key: old.key })).status).toBe(202);
    server.show("/users/keyless", activity(actorAt(server.origin, "keyless", undefined)));
    goOn(61);
    expect((await say(like(alice.id), { ...alice, key: old.key })).status).toBe(401);
  });
});

test("whatever is sent in its name, an actor is looked at once a minute to know it, and once for a new key", async () => {
  const server = await startServer();
  const alice = showActor(server, "quiet", newKey().pem);
  const { key } = newKey();
  for (let i = 0; i < 6; i++) expect((await say(like(alice.id), { ...alice, key })).status).toBe(401);
  expect(server.visits).toEqual(["/users/quiet", "/users/quiet"]);
  goOn(2);
  for (let i = 0; i < 6; i++) expect((await say(like(alice.id), { ...alice, key })).status).toBe(401);
  expect(server.visits).toHaveLength(3);
});

test("an actor that shows itself otherwise ten times in a minute is asked twice, and is known as it is in the end", async () => {
  const server = await startServer();
  const { key, pem } = newKey();
  const alice = showActor(server, "busy", pem, { name: "0" });
  const name = async () =>
    (await site.db.selectFrom("remoteActors").select("name").where("id", "=", alice.id).executeTakeFirst())?.name;
  expect((await say(like(alice.id), { ...alice, key })).status).toBe(202);
  for (let i = 1; i <= 10; i++) {
    showActor(server, "busy", pem, { name: String(i) });
    const id = `${alice.id}#updates/${i}`;
    expect((await say({ id, type: "Update", actor: alice.id, object: alice.id }, { ...alice, key })).status).toBe(202);
    await eventually(() => heard(id));
  }
  expect(server.visits).toHaveLength(2); // to know it, and for the first Update
  goOn(2);
  await passTime(site.db, "refresh-actor");
  await eventually(async () => (await name()) === "10");
  expect(server.visits).toHaveLength(3);
});

test("an actor whose own server says 410 is forgotten as if it had taken its leave, 404 says nothing", async () => {
  const server = await startServer();
  const { key, pem } = newKey();
  const [alice, bob] = [showActor(server, "alice", pem), showActor(server, "bob", pem)];
  const { id: host } = await site.db.selectFrom("hosts").select("id").executeTakeFirstOrThrow();
  const followers = async () =>
    (await site.db.selectFrom("followers").select("follower").where("actor", "=", host).execute()).map(
      (row) => row.follower,
    );
  for (const who of [alice, bob]) {
    const follow = {
      id: `${who.id}#follow`,
      type: "Follow",
      actor: who.id,
      object: `${site.origin}/ap/actors/${host}`,
    };
    expect((await say(follow, { ...who, key })).status).toBe(202);
    await eventually(async () => (await followers()).includes(who.id));
  }
  server.show("/users/alice", nothing(410));
  server.show("/users/bob", nothing(404));
  goOn(61);
  for (const who of [alice, bob]) expect((await say(like(who.id), { ...who, key })).status).toBe(401);
  expect(await followers()).toEqual([bob.id]);
  const row = await site.db.selectFrom("remoteActors").select("gone").where("id", "=", alice.id).executeTakeFirst();
  expect(row?.gone).toBeInstanceOf(Date);
  const leave = { id: `${alice.id}#delete`, type: "Delete", actor: alice.id, object: alice.id };
  expect((await say(leave, { ...alice, key: newKey().key })).status).toBe(202); // nothing is left to be forgotten
  showActor(server, "alice", pem); // it was by mistake
  goOn(2);
  const back = like(alice.id);
  expect((await say(back, { ...alice, key })).status).toBe(202);
  await eventually(() => heard(back.id));
});
