import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { followActor } from "../../federation/send/follow.ts";
import { findPartnership, listPartnerships } from "../../src/partnerships/queries.ts";
import { findReferral, listReferrals } from "../../src/referrals/queries.ts";
import { findReceivedFrom } from "../../src/together/received.ts";
import {
  addressOf,
  asked as askedOf,
  paper,
  partnership as partnershipOf,
  received,
  referral as referralOf,
} from "../support/between-hosts.ts";
import { agreementBy, answersOf, openRequest } from "../support/pledging.ts";
import { act, alice, bob, type Json, noteBy, type Receiving, startReceiving } from "../support/receiving.ts";

const namespace = "https://w3id.org/essaim/ns#";
const stranger = "https://presse.example/users/e";

let site: Receiving;
beforeAll(async () => {
  site = await startReceiving();
  await site.know(stranger);
});
afterAll(() => site[Symbol.asyncDispose]());
beforeEach(async () => {
  for (const table of [
    ...(["partnerships", "referrals", "receivedAskings", "askings", "jointPapers", "jointInvitations"] as const),
    ...(["heard", "outgoing", "followings", "messages", "pledgeMessages", "events"] as const),
  ])
    await site.db.deleteFrom(table).execute();
  await sql`delete from graphile_worker._private_jobs`.execute(site.db);
  site.asked.length = 0;
  site.documents.clear();
});

const said = (type: string, by: string, object: unknown, more: Json = {}) =>
  act(type, by, object, { to: [site.host], ...more });
const jobs = async (task: string) => {
  const { rows } = await sql<{ payload: unknown }>`
    select payload from graphile_worker._private_jobs as job
    join graphile_worker._private_tasks as task on task.id = job.task_id where identifier = ${task}`.execute(site.db);
  return rows.map(({ payload }) => payload);
};

const referral = async (side: "giver" | "taker", other: string) => {
  const made = await referralOf(site.db, side, other);
  return { ...made, state: async () => (await findReferral(site.db, made.id))?.state };
};
const receivedAsking = (asker: string) => received(site.db, asker);
const askedHost = async (host: string) => {
  const made = await askedOf(site.db, host);
  const read = () => site.db.selectFrom("askingHosts").selectAll().where("id", "=", made.id).executeTakeFirstOrThrow();
  return { ...made, read };
};
const paperWith = (actor: string) => paper(site.db, site.host, actor);
const partnership = (other: string) => partnershipOf(site.db, other);

const ours = (activity: string) => `${site.origin}/ap/activities/${activity}`;
const tombstone = (id: string) => ({ id, type: "Tombstone", formerType: "Relationship" });

describe("what is taken back, by the address of our host", () => {
  test("is the referral that it names, though it might have been a partnership", async () => {
    const { offer, document, state } = await referral("taker", bob);
    await site.hear(said("Undo", bob, { id: offer, type: "Offer", actor: bob, object: document }));
    expect(await state()).toBe("withdrawn");
  });

  test("is the asking that it names", async () => {
    const { offer, document } = await receivedAsking(bob);
    await site.hear(said("Undo", bob, { id: offer, type: "Offer", actor: bob, object: document }));
    expect(await jobs("look-at-asking")).toEqual([{ document }]);
  });

  test("is nothing where another takes it back, named or embedded", async () => {
    const { offer, document, state } = await referral("taker", bob);
    await referral("taker", alice);
    await site.hear(
      said("Undo", alice, { id: offer, type: "Offer", object: document }),
      said("Undo", alice, offer),
      said("Undo", alice, { id: offer, type: "Offer", actor: bob, object: document }),
    );
    expect(await state()).toBe("sent");
  });

  test.each(["partnerOf", "refers", "asks"])("stays so where it comes later, from a stranger too: %s", async (kind) => {
    const document = addressOf(stranger);
    const object = {
      ...{ id: document, type: "Relationship", attributedTo: stranger, subject: stranger, object: site.host },
      ...{ relationship: `${namespace}${kind}`, content: "<p>De la place.</p>" },
    };
    site.documents.set(document, object);
    const offer = said("Offer", stranger, object);
    await site.hear(said("Undo", stranger, { id: offer.id, type: "Offer", actor: stranger, object: document }), offer);
    expect(await listPartnerships(site.db)).toEqual([]);
    expect(await listReferrals(site.db, "taker")).toEqual([]);
    expect(await findReceivedFrom(site.db, document)).toBeNull();
  });
});

describe("another proposal, in place of what we asked", () => {
  test("is for requests to work together alone: of a referral or an asking it says neither yes nor no", async () => {
    const [sent, asked] = [await referral("giver", bob), await askedHost(bob)];
    await site.hear(said("TentativeAccept", bob, ours(sent.offer)), said("TentativeAccept", bob, ours(asked.offer)));
    expect([await sent.state(), (await asked.read()).state]).toEqual(["sent", "asked"]);
  });
});

describe("an Accept", () => {
  const ask = async () => {
    const actor = { id: site.ids.host, kind: "host" as const };
    const followed = { id: bob, inbox: `${bob}/inbox` };
    await site.change((tx) => followActor(tx, site.reach, { actor, followed }, randomUUID()));
    return (await site.db.selectFrom("followings").select("follow").executeTakeFirstOrThrow()).follow;
  };
  const stamp = { id: addressOf(bob), type: "Relationship", relationship: `${namespace}coProvides` };

  test.each(["embedded", "named"])("of a Follow is one, whatever it leads to: %s", async (how) => {
    const follow = await ask();
    await paperWith(bob);
    const object = how === "named" ? follow : { id: follow, type: "Follow", actor: site.host, object: bob };
    await site.hear(said("Accept", bob, object, { result: stamp }));
    expect(await site.db.selectFrom("followings").select("state").execute()).toEqual([{ state: "accepted" }]);
    expect(await jobs("check-joint-stamp")).toEqual([]);
  });

  test("of an Invite, whose object looks like a Follow, signs nothing", async () => {
    const { invite } = await paperWith(bob);
    await site.hear(said("Accept", bob, { id: ours(invite), type: "Follow", object: bob }, { result: stamp }));
    expect(await jobs("check-joint-stamp")).toEqual([]);
  });

  test("of an asking, whose answer calls itself a signature, is of the asking", async () => {
    const { offer, read } = await askedHost(bob);
    await paperWith(bob);
    await site.hear(said("Accept", bob, ours(offer), { result: stamp }));
    expect((await read()).document).toBe(stamp.id);
    expect(await jobs("check-joint-stamp")).toEqual([]);
  });
});

describe("an Offer", () => {
  test("whose asking is only named is read at its address, as any other", async () => {
    const document = addressOf(bob);
    site.documents.set(document, {
      ...{ id: document, type: "Relationship", attributedTo: bob, subject: bob, object: site.host },
      relationship: `${namespace}asks`,
    });
    await site.hear(said("Offer", bob, document));
    expect(await jobs("look-at-asking")).toEqual([{ document }]);
  });

  test("whose agreement is only named is a promise, and answered", async () => {
    const open = await openRequest(site);
    const agreement = agreementBy(bob, open, "20");
    site.documents.set(agreement.id, agreement);
    await site.hear(act("Offer", bob, agreement.id, { to: [open.campaign] }));
    expect(await answersOf(site)).toMatchObject([{ type: "Accept", actor: open.campaign, to: [bob] }]);
  });

  test.each(["partnerOf", "refers", "asks"])("stands in a list as it stands alone: %s", async (kind) => {
    const document = addressOf(bob);
    const object = {
      ...{ id: document, type: ["Relationship"], attributedTo: bob, subject: bob, object: site.host },
      ...{ relationship: `${namespace}${kind}`, content: "<p>De la place.</p>" },
    };
    site.documents.set(document, object);
    await site.hear(said("Offer", bob, [object]));
    const kept = [...(await listPartnerships(site.db)), ...(await listReferrals(site.db, "taker"))];
    expect(kept.length + (await jobs("look-at-asking")).length).toBe(1);
  });

  test("of something that nobody here knows, or that stands at another's address, is of nothing", async () => {
    const document = addressOf(alice.replace("ailleurs", "mechant"));
    await site.hear(
      said("Offer", bob, { id: addressOf(bob), type: "Relationship", relationship: `${namespace}owns` }),
      said("Offer", bob, { id: addressOf(bob), type: "Relationship", relationship: `${namespace}coProvides` }),
      said("Offer", bob, { type: "Person", id: bob }),
      said("Offer", bob, document),
      ...[null, 7, [], {}].map((object) => said("Offer", bob, object)),
    );
    expect([site.asked, await answersOf(site), await listPartnerships(site.db)]).toEqual([[], [], []]);
  });

  test("under an id that another of its server has used says nothing, and stops nothing", async () => {
    const open = await openRequest(site);
    const [first, second] = [alice, bob].map((by) => agreementBy(by, open, "20", { id: undefined }));
    const offer = act("Offer", alice, first, { to: [open.campaign] });
    await site.hear(offer, { ...offer, actor: bob, object: second });
    const confirming = { ...offer, actor: bob, type: "Undo", object: { type: "Offer", id: offer.id } };
    await site.hear(confirming);
    expect(await answersOf(site)).toMatchObject([{ type: "Accept", to: [alice] }]);
  });

  test("of a referral says one thing for ever: under the same id, another is none", async () => {
    const referrals = [addressOf(bob), addressOf(bob)].map((id) => ({
      ...{ id, type: "Relationship", attributedTo: bob, subject: bob, object: site.host },
      ...{ relationship: `${namespace}refers`, content: "<p>De la place.</p>" },
    }));
    for (const one of referrals) site.documents.set(one.id, one);
    const [one, another] = referrals;
    const offer = said("Offer", bob, one);
    await site.hear(offer, { ...offer, object: another }, { ...offer, actor: alice, object: another });
    expect(await listReferrals(site.db, "taker")).toMatchObject([{ document: one?.id }]);
    const told = await site.db.selectFrom("events").select("id").where("name", "like", "referral-%").execute();
    expect([told.length, await answersOf(site)]).toEqual([1, []]);
  });

  test("at an address longer than can be kept is none, and stops nothing", async () => {
    const long = (by: string) => `${new URL(by).origin}/${Array.from({ length: 400 }, () => randomUUID()).join("")}`;
    for (const kind of ["asks", "refers", "partnerOf"]) {
      const object = {
        ...{ id: long(bob), type: "Relationship", attributedTo: bob, subject: bob, object: site.host },
        relationship: `${namespace}${kind}`,
      };
      site.documents.set(object.id, object);
      await site.hear(said("Offer", bob, object));
    }
    expect(await site.db.selectFrom("receivedAskings").selectAll().execute()).toEqual([]);
  });
});

describe("news of what stands at an address", () => {
  test("of an asking is of the asking, though the same host signs something with us", async () => {
    await paperWith(bob);
    const { document } = await receivedAsking(bob);
    await site.hear(said("Delete", bob, tombstone(document)));
    expect(await findReceivedFrom(site.db, document)).toBeNull();
    expect(await jobs("check-joint-stamp")).toEqual([]);
  });

  test.each(["partnership", "referral", "asking"])("may name it by its address alone: %s", async (kind) => {
    const document =
      kind === "partnership"
        ? (await partnership(bob)).document
        : kind === "referral"
          ? (await referral("taker", bob)).document
          : (await receivedAsking(bob)).document;
    site.documents.set(document, { id: document, type: "Relationship" });
    await site.hear(said("Update", bob, document));
    const task = kind === "asking" ? "look-at-asking" : `compare-${kind}`;
    expect(await jobs(task)).toHaveLength(1);
  });

  test("that another says, of its own server or of another, is no news", async () => {
    const [agreed, sent, asked] = [await partnership(bob), await referral("taker", bob), await receivedAsking(bob)];
    const documents = [agreed, sent, asked].map(({ document }) => document);
    const namings = (document: string) => [document, tombstone(document), { id: document, type: "Relationship" }];
    for (const by of [alice, stranger]) {
      await partnership(by);
      for (const object of documents.flatMap(namings))
        await site.hear(said("Delete", by, object), said("Update", by, object));
    }
    expect((await findPartnership(site.db, agreed.id))?.state).toBe("accepted");
    expect(await sent.state()).toBe("sent");
    expect(await findReceivedFrom(site.db, asked.document)).not.toBeNull();
    for (const task of ["compare-partnership", "compare-referral", "look-at-asking"])
      expect(await jobs(task)).toEqual([]);
  });
});

describe("what partners write to each other of what they sign", () => {
  const comment = (paper: string, more: Json = {}) => {
    const context = `${site.origin}/ap/proposals/${paper}`;
    return { ...noteBy(bob, []), to: [site.host], content: "<p>Et la formation ?</p>", context, ...more };
  };
  const comments = () => site.db.selectFrom("jointComments").select("text").execute();

  test("is gone once its author deletes it, or is no more; nobody else can", async () => {
    const { id } = await paperWith(bob);
    const [one, other] = [comment(id), comment(id)];
    await site.hear(said("Create", bob, one), said("Create", bob, other), said("Delete", alice, one.id));
    expect(await comments()).toHaveLength(2);
    await site.hear(said("Delete", bob, { id: one.id, type: "Tombstone" }));
    expect(await comments()).toHaveLength(1);
    await site.hear(act("Delete", bob, bob));
    expect(await comments()).toEqual([]);
    await site.db.updateTable("remoteActors").set({ gone: null }).execute();
  });

  test("is never there where it was deleted before it came", async () => {
    const one = comment((await paperWith(bob)).id);
    await site.hear(said("Delete", bob, one.id), said("Create", bob, one));
    expect([await comments(), await site.db.selectFrom("messages").selectAll().execute()]).toEqual([[], []]);
  });
});
