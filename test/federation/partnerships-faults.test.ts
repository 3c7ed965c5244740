import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askToComparePartnership } from "../../federation/receive/partnership.ts";
import { keepAnnouncedPartner } from "../../federation/swarm/partners.ts";
import { readPartnership } from "../../federation/vocabulary/partnership.ts";
import { waitsFor } from "../../src/partnerships/partnership.ts";
import { findPartnership } from "../../src/partnerships/queries.ts";
import { eventually } from "../support/eventually.ts";
import { type ForgedHost, startForgedHost } from "../support/forged-host.ts";
import { act, hostActorOf, partnershipsOf, type ShownPartnership, untilPartnership } from "../support/partnerships.ts";
import { startSite, type TestSite } from "../support/site.ts";
import type { Json } from "../support/strangers.ts";

let site: TestSite;
let own: string;
beforeAll(async () => {
  site = await startSite();
  own = await hostActorOf(site);
});
afterAll(() => site?.[Symbol.asyncDispose]());

/** Our host asks it. */
async function ask(host: ForgedHost): Promise<ShownPartnership> {
  const said = { kind: "joint-offer", rolesOffered: ["hosting"], rolesWanted: ["training"], message: "On s’y met ?" };
  const response = await site.api("POST", "/partnerships", { to: host.actor, ...said, shown: true });
  const asked = (await response.json()) as ShownPartnership;
  expect(response.status, JSON.stringify(asked)).toBe(201);
  await eventually(() => host.heard.some(({ type }) => type === "Offer"));
  return asked;
}

/** Its document of what it was asked, as it agrees and shows it. */
const agreed = (host: ForgedHost, to: string, more: Json = {}): Json => ({
  ...{ id: `${host.origin}/ap/relationships/1`, type: "Relationship", attributedTo: host.actor, subject: host.actor },
  ...{ relationship: "https://w3id.org/essaim/ns#partnerOf", object: own, context: to, name: "Le Rucher – La Pomme" },
  ...{ published: new Date().toISOString(), kind: "joint-offer", rolesOffered: ["training"], rolesWanted: [] },
  ...{ standing: "accepted", shown: true, ...more },
});

/** What our host asked, as it came. */
const offerTo = (host: ForgedHost) => String(host.heard.find(({ type }) => type === "Offer")?.["id"]);
const saying = (host: ForgedHost, type: string, object: unknown, more: Json = {}) => ({
  ...{ id: `${host.origin}/ap/activities/${randomUUID()}`, type, object, to: [own], ...more },
});
const accepting = (host: ForgedHost, result: unknown) => saying(host, "Accept", offerTo(host), { result });

/** Has our host look at what the other shows, and waits until it has. */
async function look(id: string): Promise<void> {
  const compared = async () => (await findPartnership(site.db, id))?.compared?.getTime() ?? 0;
  const before = await compared();
  await site.db.transaction().execute((tx) => askToComparePartnership(tx, id));
  await eventually(async () => (await compared()) > before);
}

async function stateOf(id: string) {
  const found = await findPartnership(site.db, id);
  return found && [found.state, waitsFor(found), found.public];
}
const until = (id: string, ...[state, waits, shown]: readonly [string, string, boolean]) =>
  eventually(async () => JSON.stringify(await stateOf(id)) === JSON.stringify([state, waits, shown]));

/** Whether anybody reads here that we work with it. */
async function isShown({ origin }: ForgedHost): Promise<boolean> {
  const pages = await Promise.all(
    [`${site.origin}/partners`, `${own}/partners`].map(async (address) =>
      (await fetch(address, { headers: { accept: "application/activity+json, text/html" } })).text(),
    ),
  );
  const shown = pages.map((page) => page.includes(origin) || page.includes(new URL(origin).host));
  expect(new Set(shown).size, "the page and the collection say the same").toBe(1);
  return shown[0] ?? false;
}

/** Both have agreed, and show it. */
async function together(host: ForgedHost) {
  const asked = await ask(host);
  const document = agreed(host, asked.relationship);
  host.show(String(document["id"]), document);
  await host.say(accepting(host, document));
  await until(asked.id, "accepted", "nothing", true);
  expect(await isShown(host)).toBe(true);
  return { ...asked, document, address: String(document["id"]) };
}

/** It asks our host. */
async function askedBy(host: ForgedHost) {
  const address = `${host.origin}/ap/relationships/2`;
  const document = agreed(host, "", { id: address, context: null, standing: "asked", shown: true });
  host.show(address, document);
  const offer = saying(host, "Offer", document, { target: own });
  await host.say(offer);
  const came = await untilPartnership(site, ({ theirs }) => theirs === address);
  return { id: came.id, relationship: came.relationship, offer, document, address };
}

describe("what is lost on the way", () => {
  test("its answer: asked again, it answers again; the second question is the same as the first", async () => {
    await using host = await startForgedHost(site);
    const { id, relationship } = await ask(host);
    await look(id);
    await eventually(() => host.heard.filter(({ type }) => type === "Offer").length === 2);
    expect(new Set(host.heard.flatMap((one) => (one["type"] === "Offer" ? [one["id"]] : []))).size).toBe(1);
    expect(await stateOf(id)).toEqual(["sent", "their-answer", false]);
    const document = agreed(host, relationship);
    host.show(String(document["id"]), document);
    await host.say(accepting(host, document));
    await until(id, "accepted", "nothing", true);
  });

  test("our answer: its own address says that it still asks, so it is told again", async () => {
    await using host = await startForgedHost(site);
    const { id, relationship, document, address } = await askedBy(host);
    await act(site, id, "acceptance", { shown: true });
    const accepts = () => host.heard.filter(({ type }) => type === "Accept");
    await eventually(() => accepts().length === 1);
    await look(id);
    await eventually(() => accepts().length === 2);
    expect(accepts()[0]?.["id"]).toBe(accepts()[1]?.["id"]);
    host.show(address, { ...document, standing: "accepted", context: relationship });
    await look(id);
    expect(await stateOf(id)).toEqual(["accepted", "nothing", true]);
    expect(await isShown(host)).toBe(true);
  });
});

describe("one that sleeps", () => {
  test("before it has answered: the desk says so, until it is awake; then it is asked again", async () => {
    await using host = await startForgedHost(site);
    const { id } = await ask(host);
    host.sleep(true);
    await site.db.transaction().execute((tx) => askToComparePartnership(tx, id));
    await until(id, "sent", "other-unreachable", false);
    host.sleep(false);
    await look(id);
    expect(await stateOf(id)).toEqual(["sent", "their-answer", false]);
  });

  test("as it has agreed, before it was looked at: nothing is shown until it is", async () => {
    await using host = await startForgedHost(site);
    const { id, relationship } = await ask(host);
    const document = agreed(host, relationship);
    host.show(String(document["id"]), 503);
    await host.say(accepting(host, document));
    await until(id, "sent", "other-unreachable", false);
    expect(await isShown(host)).toBe(false);
    host.show(String(document["id"]), document);
    await look(id);
    expect(await stateOf(id)).toEqual(["accepted", "nothing", true]);
  });

  test("when it is agreed: it stays, for its server answers nobody", async () => {
    await using host = await startForgedHost(site);
    const { id } = await together(host);
    host.sleep(true);
    await site.db.transaction().execute((tx) => askToComparePartnership(tx, id));
    await eventually(async () => (await findPartnership(site.db, id))?.unreachable);
    expect([await stateOf(id), await isShown(host)]).toEqual([["accepted", "nothing", true], true]);
  });
});

describe("one that is no longer what it was", () => {
  test("is called otherwise: its new name is read the next time that it is looked at", async () => {
    await using host = await startForgedHost(site);
    const { id } = await together(host);
    host.change({ name: "Les Abeilles" });
    await host.say(saying(host, "Update", { id: host.actor, type: "Organization" }));
    await eventually(async () => {
      await look(id);
      return (await findPartnership(site.db, id))?.otherName === "Les Abeilles";
    });
  });

  test("has another key: what that signs counts, and what the old one signs no longer does", async () => {
    await using host = await startForgedHost(site);
    const { id, address } = await together(host);
    const old = host.key();
    host.change({ newKey: true });
    await host.say(saying(host, "Update", { id: host.actor, type: "Organization" }));
    await expect(host.post(saying(host, "Delete", address), old)).rejects.toThrow("401");
    expect(await stateOf(id)).toEqual(["accepted", "nothing", true]);
    await host.say(saying(host, "Delete", address));
    await until(id, "ended", "nothing", false);
    expect(await isShown(host)).toBe(false);
  });

  test("its document is not to be had: nothing is shown meanwhile; it comes back, and so does what is shown", async () => {
    await using host = await startForgedHost(site);
    const { id, document, address } = await together(host);
    host.show(address, 404);
    await look(id);
    expect([await stateOf(id), await isShown(host)]).toEqual([["accepted", "document-missing", false], false]);
    host.show(address, document);
    await look(id);
    expect([await stateOf(id), await isShown(host)]).toEqual([["accepted", "nothing", true], true]);
  });

  test("its document is gone, and nobody told us: it is over, and our own is gone too", async () => {
    await using host = await startForgedHost(site);
    const { id, relationship, address } = await together(host);
    host.show(address, 410);
    await look(id);
    expect([await stateOf(id), await isShown(host)]).toEqual([["ended", "nothing", false], false]);
    expect((await fetch(relationship)).status).toBe(410);
  });

  test("takes its leave: what was agreed is over", async () => {
    await using host = await startForgedHost(site);
    const { id } = await together(host);
    host.show(host.actor, 410);
    await host.post(saying(host, "Delete", host.actor));
    await until(id, "ended", "nothing", false);
    expect(await isShown(host)).toBe(false);
  });

  test("is gone without a word, before it has answered: nobody asks it any more", async () => {
    await using host = await startForgedHost(site);
    const { id } = await ask(host);
    host.show(host.actor, 410);
    await site.db.transaction().execute((tx) => askToComparePartnership(tx, id));
    await until(id, "withdrawn", "nothing", false);
  });
});

describe("one that says what does not hold", () => {
  test("answers twice: yes and then no, or no and then yes; the first answer stands", async () => {
    await using one = await startForgedHost(site);
    const { id } = await together(one);
    await one.say(saying(one, "Reject", offerTo(one), { content: "Finalement non." }));
    expect(await stateOf(id)).toEqual(["accepted", "nothing", true]);

    await using other = await startForgedHost(site, "Mille Sabots");
    const asked = await ask(other);
    await other.say(saying(other, "Reject", offerTo(other), { content: "Non." }));
    await until(asked.id, "declined", "nothing", false);
    const document = agreed(other, asked.relationship);
    other.show(String(document["id"]), document);
    await other.say(accepting(other, document));
    expect([(await stateOf(asked.id))?.[0], await isShown(other)]).toEqual(["declined", false]);
  });

  test("agrees twice, the second time at another address: what was looked at first stands", async () => {
    await using host = await startForgedHost(site);
    const { id, relationship, address } = await together(host);
    const another = agreed(host, relationship, { id: `${host.origin}/ap/relationships/3` });
    host.show(String(another["id"]), another);
    await host.say(accepting(host, another));
    expect((await findPartnership(site.db, id))?.document).toBe(address);
  });

  test("agrees to what was taken back: it is told so again, and nothing is shown", async () => {
    await using host = await startForgedHost(site);
    const { id, relationship } = await ask(host);
    await act(site, id, "withdrawal");
    await eventually(() => host.heard.filter(({ type }) => type === "Undo").length === 1);
    const document = agreed(host, relationship);
    host.show(String(document["id"]), document);
    await host.say(accepting(host, document));
    await eventually(() => host.heard.filter(({ type }) => type === "Undo").length === 2);
    expect([await stateOf(id), await isShown(host)]).toEqual([["withdrawn", "nothing", false], false]);
    expect((await fetch(relationship)).status).not.toBe(200);
  });

  test("repeats what it asked, or answered, once it is over: it stays over", async () => {
    await using host = await startForgedHost(site);
    const { id, offer, document, address } = await askedBy(host);
    await act(site, id, "acceptance", { shown: true });
    host.show(address, { ...document, standing: "accepted" });
    await look(id);
    await act(site, id, "end");
    await host.say(offer);
    await host.say({ ...offer, id: `${host.origin}/ap/activities/${randomUUID()}` });
    expect([await stateOf(id), await isShown(host)]).toEqual([["ended", "nothing", false], false]);

    await using other = await startForgedHost(site, "Mille Sabots");
    const agreedOn = await together(other);
    await act(site, agreedOn.id, "end");
    await other.say(accepting(other, agreedOn.document));
    await look(agreedOn.id);
    expect([(await stateOf(agreedOn.id))?.[0], await isShown(other)]).toEqual(["ended", false]);
  });

  test.each<[string, (host: ForgedHost) => Json]>([
    ["whose subject is somebody else", () => ({ attributedTo: own, subject: own })],
    ["with somebody else", (host) => ({ object: `${host.origin}/ap/actors/2` })],
    ["about another request", (host) => ({ context: `${host.origin}/ap/relationships/9` })],
    ["that says it stands elsewhere", (host) => ({ id: `${host.origin}/ap/relationships/9` })],
    ["of another kind of tie", () => ({ relationship: "https://w3id.org/essaim/ns#coProvides" })],
  ])("its address shows a document %s: it is not agreed", async (_, lie) => {
    await using host = await startForgedHost(site);
    const { id, relationship } = await ask(host);
    const document = agreed(host, relationship);
    host.show(String(document["id"]), { ...document, ...lie(host) });
    await host.say(accepting(host, document));
    await eventually(async () => (await findPartnership(site.db, id))?.compared);
    expect([await stateOf(id), await isShown(host)]).toEqual([["sent", "checking-document", false], false]);
  });

  test("its document stands at somebody else’s address, or somebody else answers for it: that is not even looked at", async () => {
    await using host = await startForgedHost(site);
    await using other = await startForgedHost(site, "Mille Sabots");
    const { id, relationship } = await ask(host);
    const document = agreed(host, relationship, { id: `${other.origin}/ap/relationships/1` });
    other.show(String(document["id"]), document);
    await host.say(accepting(host, document));
    await ask(other);
    await other.say(saying(other, "Accept", offerTo(host), { result: agreed(other, relationship) }));
    await other.say(saying(other, "Reject", offerTo(host)));
    await other.say(saying(other, "Delete", relationship));
    expect(await stateOf(id)).toEqual(["sent", "their-answer", false]);
  });

  test("ends what another agreed, or asks in its name: nothing changes", async () => {
    await using host = await startForgedHost(site);
    await using other = await startForgedHost(site, "Mille Sabots");
    const { id, address } = await together(host);
    await ask(other);
    await other.say(saying(other, "Delete", address));
    await other.say(saying(other, "Undo", { id: offerTo(host), type: "Offer", actor: host.actor }));
    const before = (await partnershipsOf(site)).length;
    const asks = { ...agreed(host, ""), id: `${host.origin}/ap/relationships/5`, context: null, standing: "asked" };
    await other.say(saying(other, "Offer", asks, { target: own }));
    expect([await stateOf(id), (await partnershipsOf(site)).length]).toEqual([["accepted", "nothing", true], before]);
  });
});

describe("two others say that they work together", () => {
  type Said = { readonly mine?: Json; readonly theirs?: Json | null };
  /** What each of them shows of it, as news of it is looked at. */
  async function said(one: ForgedHost, other: ForgedHost, { mine = {}, theirs = {} }: Said): Promise<boolean> {
    const [at, there] = [`${one.origin}/ap/relationships/1`, `${other.origin}/ap/relationships/1`];
    const documents = [
      agreed(one, there, { id: at, object: other.actor, ...mine }),
      ...(theirs === null ? [] : [agreed(other, at, { id: there, object: one.actor, ...theirs })]),
    ];
    for (const document of documents) {
      const read = readPartnership(document);
      if (read !== null) await site.db.transaction().execute((tx) => keepAnnouncedPartner(tx, read, new Date()));
    }
    const page = await (await fetch(`${site.origin}/partners`)).text();
    return page.includes(new URL(one.origin).host) || page.includes(new URL(other.origin).host);
  }

  test.each<[string, boolean, (one: ForgedHost, other: ForgedHost) => Said]>([
    ["both, of each other", true, () => ({})],
    ["one alone", false, () => ({ theirs: null })],
    ["one of them of somebody else", false, () => ({ theirs: { object: own } })],
    [
      "each of another document",
      false,
      (one, other) => ({
        mine: { context: `${other.origin}/ap/relationships/8` },
        theirs: { context: `${one.origin}/ap/relationships/9` },
      }),
    ],
    [
      "one of them in the name of the other",
      false,
      (_, other) => ({ theirs: null, mine: { subject: other.actor, attributedTo: other.actor } }),
    ],
    ["one of them that it is only asked", false, () => ({ theirs: { standing: "asked" } })],
    ["one of them that it is not to be shown", false, () => ({ mine: { shown: false } })],
  ])("%s: shown, %s", async (_, shown, lie) => {
    await using one = await startForgedHost(site);
    await using other = await startForgedHost(site, "Mille Sabots");
    expect(await said(one, other, lie(one, other))).toBe(shown);
  });
});
