import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openAbsences } from "../../federation/delivery/absences.ts";
import { approvePeer, askPeer } from "../../src/peers/changes.ts";
import { findPeerByActor } from "../../src/peers/queries.ts";
import { sentBy } from "../support/federated.ts";
import { act, type Receiving, startReceiving } from "../support/receiving.ts";

const friend = "https://rucher.example/ap/instance";
const instance = { actor: friend, origin: "https://rucher.example", name: "rucher.example" };
const now = new Date();

let site: Receiving;
beforeAll(async () => {
  site = await startReceiving();
  await site.know(friend);
  await site.db.updateTable("remoteActors").set({ type: "Application" }).where("id", "=", friend).execute();
});
afterAll(() => site[Symbol.asyncDispose]());
beforeEach(async () => {
  for (const table of ["followers", "followings", "heard", "outgoing", "peers", "events"] as const)
    await site.db.deleteFrom(table).execute();
  await site.db.updateTable("remoteActors").set({ gone: null }).execute();
});

const relation = async () => {
  const peer = await findPeerByActor(site.db, friend);
  return peer && [peer.ours, peer.theirs];
};
const ties = async () => {
  const { rows } = await sql<{
    count: number;
  }>`select (select count(*) from followers) + (select count(*) from followings) as count`.execute(site.db);
  return rows[0]?.count;
};

/** The two are in touch, both ways; gives its Follow. */
async function befriend() {
  const follow = act("Follow", friend, site.instance);
  await site.hear(follow);
  const peer = await findPeerByActor(site.db, friend);
  await site.change((tx) => approvePeer(tx, peer?.id ?? "", now));
  await site.tellAll();
  const { follow: ours } = await site.db.selectFrom("followings").select("follow").executeTakeFirstOrThrow();
  await site.hear(act("Accept", friend, ours));
  expect([await relation(), await ties()]).toEqual([["approved", "approved"], 2]);
  return { follow, ours };
}

describe("a peer that", () => {
  test("waits is answered by the Follow it sent, and followed in return", async () => {
    const { follow } = await befriend();
    const said = (await sentBy(site.db)).map(({ document, open }) => ({ ...document, open }));
    expect(said.map(({ type }) => type).sort()).toEqual(["Accept", "Follow"]);
    expect(said.find(({ type }) => type === "Accept")).toMatchObject({
      ...{ actor: site.instance, to: [friend], open: false },
      object: { id: follow.id, type: "Follow", actor: friend, object: site.instance },
    });
    expect(said.find(({ type }) => type === "Follow")).toMatchObject({ actor: site.instance, object: friend });
  });

  test("no longer follows is still followed", async () => {
    const { follow } = await befriend();
    await site.hear(act("Undo", friend, follow));
    expect([await relation(), await ties()]).toEqual([["approved", "none"], 1]);
  });

  test("takes its consent back still follows", async () => {
    const { ours } = await befriend();
    await site.hear(act("Reject", friend, ours));
    expect(await relation()).toEqual(["rejected", "approved"]);
    await site.hear(act("Accept", friend, ours));
    expect(await relation()).toEqual(["rejected", "approved"]);
  });

  test("blocks us neither follows nor is followed", async () => {
    await befriend();
    await site.hear(act("Block", friend, site.host));
    expect(await relation()).toEqual(["approved", "approved"]);
    await site.hear(act("Block", friend, site.instance));
    expect([await relation(), await ties()]).toEqual([["rejected", "none"], 0]);
  });

  test("is no more is forgotten", async () => {
    await befriend();
    await site.hear(act("Delete", friend, friend));
    expect([await relation(), await ties()]).toEqual([null, 0]);
  });

  test("moves is not approved at its new address", async () => {
    await befriend();
    const target = "https://ailleurs.example/ap/instance";
    await site.know(target);
    site.documents.set(target, { id: target, alsoKnownAs: [friend] });
    await site.hear(act("Move", friend, friend, { target }));
    expect(await relation()).toEqual(["approved", "approved"]);
    expect(await site.db.selectFrom("followers").select("follower").execute()).toEqual([{ follower: friend }]);
  });

  test("has no inbox any longer follows no longer", async () => {
    await befriend();
    const { leave } = openAbsences(site.db, async () => false);
    const outgoing = await site.db.selectFrom("outgoing").select("id").executeTakeFirstOrThrow();
    await leave({ inbox: "https://rucher.example/inbox", outgoing: outgoing.id });
    expect(await relation()).toEqual(["approved", "approved"]);
    await leave({ inbox: `${friend}/inbox`, outgoing: outgoing.id });
    expect(await relation()).toEqual(["approved", "none"]);
  });

  test("asks under another actor of the same origin is refused, and changes nothing", async () => {
    await befriend();
    const second = "https://rucher.example/actor";
    await site.know(second);
    await site.db.updateTable("remoteActors").set({ type: "Application" }).where("id", "=", second).execute();
    await site.hear(act("Follow", second, site.instance));
    expect((await sentBy(site.db)).filter(({ document }) => document.type === "Reject")).toHaveLength(1);
    expect([await relation(), await ties()]).toEqual([["approved", "approved"], 2]);
    const asked = await site.change((tx) => askPeer(tx, { ...instance, actor: second }, now));
    expect(asked).toEqual({ done: false, reason: "another-actor" });
  });
});

test("asking at the same time in two transactions ends in one peer that we have asked", async () => {
  const ask = () => site.change((tx) => askPeer(tx, instance, now));
  await Promise.all([ask(), site.hear(act("Follow", friend, site.instance)), ask()]);
  await site.tellAll();
  expect(await relation()).toEqual(["requested", "approved"]);
  expect((await sentBy(site.db)).map(({ document }) => document.type).sort()).toEqual(["Accept", "Follow"]);
});
