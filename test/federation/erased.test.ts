import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forgetActor } from "../../federation/actors/forget-actor.ts";
import { readActor } from "../../federation/vocabulary/actor.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { draftFunding, openFunding } from "../../src/funding/changes.ts";
import type { Party } from "../../src/funding/funding.ts";
import { actorParty, partyFor } from "../../src/funding/parties.ts";
import { claimHandle } from "../../src/hosts/handles.ts";
import { eraseOldPledgers, erasePledger } from "../../src/pledges/erasing.ts";
import { makePledge } from "../../src/pledges/making.ts";
import { notePledgeMessage, sweepPledgeMessages } from "../../src/pledges/messages.ts";
import { tallyFor } from "../../src/pledges/tallies.ts";
import { followedBy, sentBy } from "../support/federated.ts";
import { asked, must, promise, someFunding } from "../support/funding.ts";
import { act, alice, bob, type Receiving, startReceiving } from "../support/receiving.ts";

let site: Receiving;
beforeAll(async () => {
  site = await startReceiving();
  await followedBy(site, "https://b.example/ap/instance");
});
afterAll(() => site[Symbol.asyncDispose]());

const now = new Date();
const years = (count: number) => new Date(now.getTime() + count * 366 * 86_400_000);

async function openedBy(asker: (tx: Transaction) => Promise<Party>) {
  const request = await site.change(async (tx) => {
    const requester = await asker(tx);
    const { code } = must(await draftFunding(tx, asked(), { requester, now }));
    return must(await openFunding(tx, code, { by: requester.id, now }));
  });
  await site.tellAll();
  return request;
}

const asAlice = (tx: Transaction) => actorParty(tx, { actor: alice, name: "Vélo et Compagnie", address: alice }, now);
const saidBy = async (request: { readonly id: string }) =>
  (await sentBy(site.db)).map(({ document }) => document).filter(({ actor }) => actor.endsWith(request.id));
const json = async (path: string) => (await site.get(path))?.json();

test("who deletes their account is named nowhere any more; sums stay, and other instances hear that it reads otherwise", async () => {
  const request = await openedBy(asAlice);
  const { id } = request.requester;
  await site.change((tx) => makePledge(tx, promise(2_000), { request: request.id, by: id, now }));
  expect(JSON.stringify(await saidBy(request))).toContain(alice);
  const before = (await json(`/funding/${request.code}/datasheet.json`)).version;
  await site.hear(act("Delete", alice, alice));
  await site.tellAll();
  expect(
    await site.db.selectFrom("parties").select(["name", "actor", "address"]).where("id", "=", id).execute(),
  ).toEqual([{ name: "", actor: null, address: null }]);
  expect((await tallyFor(site.db, request.id)).total).toBe(2_000);
  const said = await saidBy(request);
  expect(JSON.stringify(said)).not.toMatch(/alice|Vélo et Compagnie/);
  const opening = said.find(({ type }) => type === "Create")?.object;
  expect(said.filter(({ type, object }) => type === "Update" && object.id === opening.id)).toHaveLength(1);
  const sheet = await json(`/funding/${request.code}/datasheet.json`);
  expect(JSON.stringify(sheet)).not.toMatch(/alice|Vélo et Compagnie/);
  expect(sheet.version).not.toBe(before);
  const tidings = site.db.selectFrom("tidings").select("address").where("address", "like", `%${request.id}`);
  expect(await tidings.execute()).not.toEqual([]);
});

test("who followed a request and left is asked too, as are those who follow and the other instances", async () => {
  const left = "https://partie.example/users/eve";
  const carol = "https://social.example/users/carol";
  for (const id of [left, carol, bob]) await site.know(id);
  const request = await openedBy((tx) => actorParty(tx, { actor: carol, name: "Carol", address: carol }, now));
  const campaign = `${site.origin}/ap/actors/${request.id}`;
  for (const actor of [left, bob]) await site.hear(act("Follow", actor, campaign, { id: `${actor}/f` }));
  await site.hear(act("Undo", left, { id: `${left}/f`, type: "Follow", actor: left, object: campaign }));
  await site.hear(act("Delete", carol, carol));
  await site.tellAll();
  const asked = site.db.selectFrom("erasureSendings").select("origin").distinct();
  const origins = await asked.where("erasure", "=", request.requester.id).orderBy("origin").execute();
  expect(origins.map(({ origin }) => origin)).toEqual([
    ...["https://ailleurs.example", "https://b.example", "https://partie.example"],
  ]);
});

test("who never asked for anything is forgotten without a word", async () => {
  const before = (await sentBy(site.db)).length;
  await site.change((tx) => forgetActor(tx, `https://social.example/users/${randomUUID()}`));
  await site.tellAll();
  expect(await sentBy(site.db)).toHaveLength(before);
});

test("an association of this site that can be followed is named as anybody is, and written to by nobody; erased, it is not", async () => {
  const id = randomUUID();
  must(await site.change((tx) => claimHandle(tx, { id, name: "le_fil", kind: "association" })));
  const request = await openedBy((tx) => partyFor(tx, { kind: "association", id, name: "Le Fil à linge" }, now));
  const own = `${site.origin}/ap/actors/${id}`;
  const [opening] = (await saidBy(request)).filter(({ type }) => type === "Create");
  expect(opening).toMatchObject({ object: { tag: expect.arrayContaining([expect.objectContaining({ href: own })]) } });
  const jobs = await site.db.selectFrom("outgoing").select("id").where("actor", "=", request.id).execute();
  expect(jobs.length).toBeGreaterThan(0);
  const actor = await json(`/ap/actors/${request.id}`);
  expect(readActor(actor)).not.toBeNull();
  expect(actor.summary).toContain("@le_fil@");
  await site.change((tx) => erasePledger(tx, id, now));
  await site.tellAll();
  expect(JSON.stringify(await saidBy(request))).not.toMatch(/le_fil|Fil à linge/);
});

test("what servers said of promises is kept until 90 days after the end; who came from elsewhere, for three years", async () => {
  const request = await someFunding(site.db, now);
  const { id: party } = request.requester;
  const message = { message: "https://social.example/1", actor: "https://social.example/users/1", request: request.id };
  await site.change((tx) => notePledgeMessage(tx, { ...message, pledge: null, number: null, reason: "closed" }, now));
  const kept = async () => ({
    messages: (await site.db.selectFrom("pledgeMessages").select("message").execute()).length,
    erased: (await site.db.selectFrom("parties").select("erased").where("id", "=", party).executeTakeFirst())?.erased,
  });
  const sweep = async (at: Date) => {
    await sweepPledgeMessages(site.db, at);
    await eraseOldPledgers(site.db, at);
    return kept();
  };
  expect(await sweep(years(4))).toEqual({ messages: 1, erased: null });
  await site.db
    .updateTable("fundingRequests")
    .set({ state: "failed", ended: now })
    .where("id", "=", request.id)
    .execute();
  expect(await sweep(new Date(now.getTime() + 89 * 86_400_000))).toEqual({ messages: 1, erased: null });
  expect(await sweep(years(2))).toEqual({ messages: 0, erased: null });
  expect(await sweep(years(4))).toEqual({ messages: 0, erased: years(4) });
});
