import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findDocument } from "../../federation/documents.ts";
import { Unreachable } from "../../src/foundation/errors.ts";
import { cancelFunding } from "../../src/funding/changes.ts";
import { commitFunding } from "../../src/pledges/committing.ts";
import {
  acceptedAt,
  agreementBy,
  answersOf,
  measure,
  type OpenRequest,
  offerOf,
  openRequest,
  standing,
  undoOf,
} from "../support/pledging.ts";
import { act, alice, bob, mallory, permutations, type Receiving, startReceiving } from "../support/receiving.ts";

let site: Receiving;
let open: OpenRequest;
beforeAll(async () => {
  site = await startReceiving();
});
afterAll(() => site[Symbol.asyncDispose]());
beforeEach(async () => {
  open = await openRequest(site);
  await site.db.deleteFrom("outgoing").execute();
  await site.db.deleteFrom("pledgeMessages").execute();
  site.documents.clear();
});

/** Makes an agreement known at its own address, and offers it. */
function offered(actor: string, amount: unknown, more: object = {}, to: OpenRequest = open) {
  const agreement = agreementBy(actor, to, amount, { ...more });
  site.documents.set(agreement.id, agreement);
  return { agreement, offer: offerOf(actor, to, agreement) };
}

const at = (address: string) => findDocument(site.db, site.reach, new URL(address).pathname);

describe("An Offer of an agreement", () => {
  test("is a promise of its actor, and answered with the whole agreement", async () => {
    const { offer } = offered(alice, "20");
    await site.hear(offer);
    expect(await standing(site, open.request)).toMatchObject({ total: 2_000, participants: 1, pledges: 1 });
    const [answer, ...more] = await answersOf(site);
    expect(more).toEqual([]);
    expect(answer).toMatchObject({ type: "Accept", actor: open.campaign, to: [alice], object: offer.id });
    expect(answer?.["result"]).toMatchObject({
      ...{ type: "Agreement", attributedTo: open.campaign, url: `${site.origin}/funding/${open.request.code}` },
      stipulates: { satisfies: `${open.proposal}#primary`, resourceQuantity: measure("20") },
      stipulatesReciprocal: { satisfies: `${open.proposal}#reciprocal` },
    });
  });

  test("that says all by itself, as FEP-0837 has it, is one too; taken back by its id alone", async () => {
    const { id: _, ...agreement } = agreementBy(alice, open, "20");
    const offer = offerOf(alice, open, agreement);
    await site.hear(offer);
    expect(await standing(site, open.request)).toMatchObject({ total: 2_000 });
    await site.hear(act("Undo", alice, offer.id, { to: [open.campaign] }));
    expect(await standing(site, open.request)).toMatchObject({ total: 0 });
  });

  test("written out in full, as writers of JSON-LD do, says the same", async () => {
    const vf = (name: string) => `https://w3id.org/valueflows/ont/vf#${name}`;
    const om2 = (name: string) => `http://www.ontology-of-units-of-measure.org/resource/om-2/${name}`;
    const quantity = { [om2("hasUnit")]: "one", [om2("hasNumericalValue")]: "12.50" };
    const commitment = {
      ...{ type: vf("Commitment"), [vf("satisfies")]: { id: `${open.proposal}#primary` } },
      [vf("resourceQuantity")]: quantity,
    };
    await site.hear(offerOf(alice, open, { type: vf("Agreement"), [vf("stipulates")]: commitment }));
    expect(await standing(site, open.request)).toMatchObject({ total: 1_250 });
  });

  test("repeated is answered the same again, and counts once", async () => {
    const { offer } = offered(alice, "20");
    await site.hear(offer);
    const [first] = await answersOf(site);
    await site.db.deleteFrom("outgoing").execute();
    await site.hear(...Array.from({ length: 19 }, () => offer));
    expect(await answersOf(site)).toEqual([first]);
    expect(await standing(site, open.request)).toMatchObject({ total: 2_000, pledges: 1 });
  });

  test("refused once stays refused, also when there would be room by now", async () => {
    const small = await openRequest(site, { cap: "600.00" });
    const [mine, much] = [offered(bob, "600", {}, small), offered(alice, "1", {}, small)];
    await site.hear(mine.offer, much.offer);
    await site.hear(undoOf(bob, small, mine.offer, mine.agreement.id), much.offer);
    expect((await standing(site, small.request)).total).toBe(0);
    const answers = (await answersOf(site)).filter(({ object }) => object === much.offer.id);
    expect(answers).toMatchObject([{ type: "Reject", content: expect.stringContaining("plafond") }]);
  });

  test("shows what its own address says, whatever stands inside", async () => {
    const { agreement, offer } = offered(alice, "20");
    site.documents.set(agreement.id, {
      ...agreementBy(alice, open, "35"),
      id: agreement.id,
      ...{
        version: 3,
        visibility: "anonymous",
        conditionParticipants: 4,
        endTime: new Date(Date.now() + 20 * 86_400_000).toISOString(),
      },
    });
    await site.hear(offer);
    const { listed } = await standing(site, open.request);
    expect(listed).toMatchObject([
      {
        state: "waiting",
        entry: {
          version: 3,
          promised: { amount: 3_500, visibility: "anonymous", condition: { participants: 4, total: null } },
        },
      },
    ]);
  });

  test("may be of help in kind, which is counted apart", async () => {
    const help = { type: "Commitment", satisfies: `${open.proposal}#help`, resourceQuantity: measure("8", "hour") };
    const { offer } = offered(alice, "20", { stipulates: help, name: "Formation des bénévoles" });
    await site.hear(offer);
    const { total, help: counted, listed } = await standing(site, open.request);
    expect({ total, counted, words: listed[0]?.words }).toEqual({
      ...{ total: 0, counted: { pledges: 1, hour: 8, day: 0, thing: 0 }, words: "Formation des bénévoles" },
    });
  });

  test("of another kind, or towards nothing of ours, is not for us", async () => {
    await site.hear(
      act("Offer", alice, { type: "Relationship" }, { to: [open.campaign] }),
      act("Offer", alice, agreementBy(alice, { proposal: "https://ailleurs.example/p/1" }, "20"), { to: [bob] }),
    );
    expect(await answersOf(site)).toEqual([]);
  });

  test("whose server cannot be asked for the moment is heard later", async () => {
    const { agreement, offer } = offered(alice, "20");
    site.documents.set(agreement.id, new Unreachable("ailleurs.example"));
    await expect(site.hear(offer)).rejects.toThrow(Unreachable);
    site.documents.set(agreement.id, agreement);
    await site.hear(offer);
    expect(await standing(site, open.request)).toMatchObject({ total: 2_000 });
  });
});

describe("What is refused, with the reason in the language of the request", () => {
  const bad = ["1e3", "1,5", " 20", "٣", "-5", "0", "0.00", "1.005", "1000000000", "20 €", "", "NaN", "0x10", "+5"];
  test.each([...bad, 20, null, true, ["20", "30"], { "@id": "20" }])("the amount %j", async (amount) => {
    const { agreement, offer } = offered(alice, amount);
    const alone = offerOf(bob, open, { ...agreement, id: undefined, attributedTo: bob });
    await site.hear(offer, alone);
    const answers = await answersOf(site);
    expect(answers.map(({ type }) => type)).toEqual(["Reject", "Reject"]);
    expect(answers[0]?.["content"]).toMatch(/^<p>.*(montant|promesse).*<\/p>$/);
    expect(await standing(site, open.request)).toMatchObject({ total: 0, pledges: 0 });
  });

  test.each(["1e3", "0", "-1", 500, "1.005", "500 €"])("the condition %j", async (conditionTotal) => {
    await site.hear(offered(alice, "20", { conditionTotal }).offer);
    expect(await answersOf(site)).toMatchObject([{ type: "Reject" }]);
  });

  test.each([
    { conditionParticipants: 1 },
    { conditionParticipants: "4" },
    { conditionParticipants: 1e9 },
    { version: 0 },
    { version: 1.5 },
    { version: "2" },
    { visibility: "secret" },
    { endTime: "demain" },
    { endTime: "2020-01-01T00:00:00Z" },
    { name: 7 },
    { stipulates: [] },
    { stipulates: { satisfies: "x" } },
  ])("what else it says: %j", async (more) => {
    await site.hear(offered(alice, "20", more).offer);
    expect(await answersOf(site)).toMatchObject([{ type: "Reject" }]);
  });

  test.each(["furlong", "hour", 1, null])("the unit %j of money", async (unit) => {
    const stipulates = { satisfies: `${open.proposal}#primary`, resourceQuantity: measure("20", unit) };
    await site.hear(offered(alice, "20", { stipulates }).offer);
    expect(await answersOf(site)).toMatchObject([{ type: "Reject" }]);
  });

  test("another currency, another request, another account, another server's agreement, nothing there", async () => {
    const other = await openRequest(site);
    const francs = {
      ...{ satisfies: `${open.proposal}#primary`, resourceConformsTo: "https://www.wikidata.org/wiki/Q25344" },
      resourceQuantity: measure("20"),
    };
    const strange = agreementBy(mallory, open, "20");
    site.documents.set(strange.id, strange);
    const absent = agreementBy(alice, open, "20");
    const ofBob = offered(bob, "20").agreement;
    await site.hear(
      offered(alice, "20", { stipulates: francs }).offer,
      offerOf(alice, other, offered(alice, "20").agreement),
      { ...offered(alice, "20").offer, to: [] },
      offerOf(alice, open, strange),
      offerOf(alice, open, absent),
      offerOf(alice, open, ofBob),
    );
    const answers = await answersOf(site);
    expect(answers.map(({ type }) => type)).toEqual(Array.from({ length: 6 }, () => "Reject"));
    expect(answers.map(({ content }) => String(content)).join()).toMatch(
      /autre monnaie.*autre annonce.*pas adressée.*quelqu’un d’autre.*pas à lire.*pas à lire/s,
    );
    expect(await standing(site, open.request)).toMatchObject({ total: 0 });
  });

  test("less than a promise has to be, more than one may be, and what comes after the deadline", async () => {
    const bounded = await openRequest(site, { minimumPledge: "5.00", maximumPledge: "50.00" });
    await site.hear(offered(alice, "4.99", {}, bounded).offer, offered(alice, "50.01", {}, bounded).offer);
    const late = await openRequest(site, { deadline: "2026-02-01" }, new Date("2026-01-01"));
    await site.hear(offered(alice, "20", { updated: "2026-01-15T00:00:00Z" }, late).offer);
    const cancelled = await openRequest(site);
    await site.change((tx) =>
      cancelFunding(tx, cancelled.request.code, { by: cancelled.request.requester.id, now: new Date() }),
    );
    await site.hear(offered(alice, "20", {}, cancelled).offer);
    expect(await answersOf(site)).toMatchObject([
      { type: "Reject", content: expect.stringContaining("plus petit") },
      { type: "Reject", content: expect.stringContaining("dépasse") },
      { type: "Reject", content: expect.stringContaining("La date limite est passée") },
      { type: "Reject", content: expect.stringContaining("ne reçoit pas") },
    ]);
  });
});

describe("A promise of another server", () => {
  test("changes by a new version of its owner, whichever comes first", async () => {
    for (const order of permutations([1, 2, 3])) {
      const to = await openRequest(site);
      const { agreement } = offered(alice, "20", {}, to);
      for (const version of order) {
        site.documents.set(agreement.id, { ...agreementBy(alice, to, `${version}0`), id: agreement.id, version });
        await site.hear(offerOf(alice, to, agreement));
      }
      expect(await standing(site, to.request)).toMatchObject({ total: 3_000, pledges: 1 });
    }
  });

  test("is taken back by its owner, in all orders of making, changing and taking back", async () => {
    for (const order of permutations(["make", "change", "undo"] as const)) {
      const to = await openRequest(site);
      const { agreement, offer } = offered(alice, "20", {}, to);
      const say = {
        make: async () => site.hear(offer),
        change: async () => {
          site.documents.set(agreement.id, { ...agreement, version: 2, stipulates: { ...agreement.stipulates } });
          await site.hear(offerOf(alice, to, agreement));
        },
        undo: async () => site.hear(undoOf(alice, to, offer, agreement.id)),
      };
      for (const one of order) await say[one]();
      expect(await standing(site, to.request), order.join()).toMatchObject({ total: 0, pledges: 0 });
    }
  });

  test("is nobody else's to change or take back", async () => {
    const { agreement, offer } = offered(alice, "20");
    await site.hear(offer);
    const id = await acceptedAt(site);
    await site.hear(
      undoOf(mallory, open, offer, agreement.id),
      undoOf(bob, open, offer, id),
      undoOf(bob, open, offer, agreement.id),
      act("Undo", bob, offer.id, { to: [open.campaign] }),
      offerOf(bob, open, agreement),
      offerOf(mallory, open, agreement),
    );
    expect(await standing(site, open.request)).toMatchObject({ total: 2_000, pledges: 1 });
  });

  test("is read at the address of its agreement, which names nobody, and leaves a tombstone", async () => {
    const { agreement, offer } = offered(alice, "20", { visibility: "anonymous" });
    await site.hear(offer);
    const id = await acceptedAt(site);
    const shown = await at(id);
    expect(JSON.parse(shown?.body ?? "")).toMatchObject({ id, type: "Agreement", version: 1, standing: "promised" });
    expect(shown?.body).not.toContain("alice");
    const [listed] = (await standing(site, open.request)).listed;
    expect(await at(`${site.origin}/ap/agreements/${listed?.id}`), "no public id leads there").toBeNull();
    await site.hear(undoOf(alice, open, offer, agreement.id));
    expect(await at(id)).toMatchObject({ status: 410, body: expect.stringContaining("Tombstone") });
    await site.tellAll();
    const sent = await site.db.selectFrom("outgoing").select("body").where("type", "=", "Delete").execute();
    const farewells = sent.map(({ body }) => JSON.parse(body)).filter(({ object }) => object.id === id);
    expect(farewells).toMatchObject([{ actor: open.campaign, to: [alice], object: { type: "Tombstone" } }]);
  });

  test("is confirmed by whoever made it, once that is asked", async () => {
    const { offer } = offered(alice, "600");
    await site.hear(offer);
    const id = await acceptedAt(site);
    const confirm = (actor: string) => act("Accept", actor, id, { to: [open.campaign], context: id });
    await site.hear(confirm(alice));
    expect((await answersOf(site)).at(-1)).toMatchObject({ type: "Reject" });
    const { code, requester } = open.request;
    const until = new Date(Date.now() + 86_400_000);
    await site.change((tx) => commitFunding(tx, code, { by: requester.id, now: new Date(), until }));
    expect(JSON.parse((await at(id))?.body ?? "")).toMatchObject({ confirmUntil: until.toISOString() });
    await site.hear(confirm(bob), confirm(mallory));
    expect((await standing(site, open.request)).listed).toMatchObject([{ state: "promised" }]);
    await site.hear(confirm(alice));
    expect((await standing(site, open.request)).listed).toMatchObject([{ state: "confirmed" }]);
  });

  test("of one who says too much is refused for an hour, and after as much again not answered", async () => {
    const { request, campaign } = open;
    const said = (n: number) => ({ actor: alice, request: request.id, reason: "not-open", message: `m:${n}` });
    await site.db
      .insertInto("pledgeMessages")
      .values(Array.from({ length: 100 }, (_, n) => ({ ...said(n), heard: new Date() })))
      .execute();
    await site.hear(offered(alice, "20").offer, offered(mallory, "20").offer);
    expect((await answersOf(site)).map(({ type, to }) => [type, to])).toEqual([
      ["Reject", [alice]],
      ["Accept", [mallory]],
    ]);
    await site.db
      .insertInto("pledgeMessages")
      .values(Array.from({ length: 100 }, (_, n) => ({ ...said(n + 200), heard: new Date() })))
      .execute();
    await site.hear(offerOf(alice, { campaign }, offered(alice, "20").agreement));
    expect(await answersOf(site)).toHaveLength(2);
  });
});
