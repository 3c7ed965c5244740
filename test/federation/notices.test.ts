import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actorParty, hostParty } from "../../src/funding/parties.ts";
import { giveNotices, type Telling } from "../../src/notices/giving.ts";
import { sentBy } from "../support/federated.ts";
import { type OpenRequest, openRequest } from "../support/pledging.ts";
import { alice, bob, type Receiving, startReceiving } from "../support/receiving.ts";

let site: Receiving;
let asked: OpenRequest;
beforeAll(async () => {
  site = await startReceiving();
  asked = await openRequest(site, { title: "Un wiki à plusieurs" });
  await site.tellAll();
});
afterAll(() => site[Symbol.asyncDispose]());

const now = new Date();
const partyOf = (actor: string) =>
  site.change(async (tx) => (await actorParty(tx, { actor, name: "Alice", address: null }, now)).id);

/** Gives a notice and tells of it; what was sent because of it. */
async function given(parties: readonly string[], telling: Partial<Telling>) {
  const before = (await sentBy(site.db)).length;
  const all: Telling = { what: "confirm", request: asked.request.id, event: randomUUID(), happened: now, ...telling };
  for (const _ of ["once", "and again"]) await site.change((tx) => giveNotices(tx, parties, all));
  await site.tellAll();
  return (await sentBy(site.db)).slice(before);
}

test("who promised with an account elsewhere is told what to do there, alone and once", async () => {
  const sent = await given([await partyOf(alice)], { what: "confirm" });
  expect(sent).toHaveLength(1);
  const [{ document, open } = { document: {}, open: true }] = sent;
  expect(open).toBe(false);
  expect(document).toMatchObject({ type: "Create", actor: asked.campaign, to: [alice] });
  expect(document).toMatchObject({ object: { to: [alice], tag: [{ type: "Mention", href: alice }] } });
  expect(JSON.stringify(document)).toContain("Confirmez votre promesse");
  expect(JSON.stringify(document)).toContain(`${site.origin}/funding/${asked.request.code}`);
  const { rows } = await sql<{ inbox: string }>`
    select payload->>'inbox' as inbox from graphile_worker._private_jobs
    where payload->>'outgoing' = ${String(document.id).split("/").at(-1)}`.execute(site.db);
  expect(rows).toEqual([{ inbox: `${alice}/inbox` }]);
});

test("each is told by a message of their own that names nobody else", async () => {
  const sent = await given([await partyOf(alice), await partyOf(bob)], { what: "failed" });
  expect(sent).toHaveLength(2);
  for (const [one, other] of [
    [alice, bob],
    [bob, alice],
  ] as const) {
    const message = sent.find(({ document }) => document.to[0] === one);
    expect(JSON.stringify(message)).not.toContain(other);
  }
});

test("nothing is sent of what can wait, to who is here, or to who is gone", async () => {
  const party = await partyOf(alice);
  expect(await given([party], { what: "reached" })).toEqual([]);
  const { id: host } = await site.change((tx) => hostParty(tx, now));
  expect(await given([host], { what: "confirm" })).toEqual([]);
  await site.db.updateTable("remoteActors").set({ gone: now }).where("id", "=", alice).execute();
  expect(await given([party], { what: "confirm" })).toEqual([]);
});
