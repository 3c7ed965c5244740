import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { interestIn } from "../../federation/interest.ts";
import { readActor } from "../../federation/vocabulary/actor.ts";
import { readRequestProposal } from "../../federation/vocabulary/request-proposal.ts";
import { readRequestSheet } from "../../federation/vocabulary/request-sheet.ts";
import { readArchive } from "../../src/exchange/archive.ts";
import { loadArchive } from "../../src/exchange/archive-load.ts";
import { writeArchive } from "../../src/exchange/archive-write.ts";
import { openDatabase, openPool, type Transaction } from "../../src/foundation/database.ts";
import { cancelFunding, draftFunding, extendFunding, openFunding } from "../../src/funding/changes.ts";
import { deliverFunding } from "../../src/funding/delivering.ts";
import type { FundingRequest, Party } from "../../src/funding/funding.ts";
import { writeNews } from "../../src/funding/news.ts";
import { actorParty, hostParty } from "../../src/funding/parties.ts";
import { findFundingById } from "../../src/funding/queries.ts";
import { readPledge } from "../../src/intake/pledge.ts";
import { commitFunding } from "../../src/pledges/committing.ts";
import { announceEnds, settleDueFunding, settlePromised } from "../../src/pledges/due.ts";
import { confirmPledge, makePledge, withdrawPledge } from "../../src/pledges/making.ts";
import { freshDatabase } from "../support/database.ts";
import { followedBy, sentBy } from "../support/federated.ts";
import { asked, must, promise } from "../support/funding.ts";
import { act, alice, bob, everyone, mallory, noteBy, type Receiving, startReceiving } from "../support/receiving.ts";

let site: Receiving;
beforeAll(async () => {
  site = await startReceiving();
  await followedBy(site, "https://b.example/ap/instance");
});
afterAll(() => site[Symbol.asyncDispose]());

const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const dayIn = (days: number) => later(days).toISOString().slice(0, 10);
const change = <Value>(work: (tx: Transaction) => Promise<Value>) => site.change(work);
const original = "https://ailleurs.example/users/alice/statuses/1";
const actorOf = ({ id }: FundingRequest) => `${site.origin}/ap/actors/${id}`;
const proposalOf = ({ id }: FundingRequest) => `${site.origin}/ap/proposals/${id}`;
const pageOf = ({ code }: FundingRequest) => `${site.origin}/funding/${code}`;

const askerAlice = (tx: Transaction) =>
  actorParty(tx, { actor: alice, name: "Vélo et Compagnie", address: "https://ailleurs.example/@alice" }, now);

/** An open request, told of. */
async function opened(more: object = {}, asker: (tx: Transaction) => Promise<Party> = askerAlice, post = original) {
  const request = await change(async (tx) => {
    const requester = await asker(tx);
    const draft = asked({ deadline: dayIn(60), presets: ["20.00", "50.00"], ...more });
    const { code } = must(await draftFunding(tx, draft, { requester, original: post, now }));
    return must(await openFunding(tx, code, { by: requester.id, now }));
  });
  await site.tellAll();
  return request;
}

async function saidBy(request: FundingRequest) {
  const sent = (await sentBy(site.db)).map(({ document }) => document);
  return sent.filter(({ actor }) => actor === actorOf(request));
}
const notesBy = async (request: FundingRequest) =>
  (await saidBy(request))
    .filter(({ type, object }) => type === "Create" && object.type === "Note")
    .map(({ object }) => object.content as string);
const json = async (path: string) => (await site.get(path))?.json();

async function pledge(request: FundingRequest, amount: number, more = {}) {
  const by = await change((tx) =>
    actorParty(
      tx,
      { actor: `https://social.example/users/${randomUUID()}`, name: "AMAP du Lavoir", address: null },
      now,
    ),
  );
  const made = must(
    await change((tx) => makePledge(tx, promise(amount, more), { request: request.id, by: by.id, now })),
  );
  await settled(request);
  return made;
}

async function settled({ id }: FundingRequest) {
  await settlePromised(site.db, id, now);
  await site.tellAll();
}

describe("a request that is opened", () => {
  test("is an account to follow, with a page, a proposal and a data sheet", async () => {
    const request = await opened();
    const document = await json(`/ap/actors/${request.id}`);
    expect(document).toMatchObject({
      ...{ type: "Service", preferredUsername: `fonds_${request.code}`, url: pageOf(request) },
      ...{ name: "Fonds\u00a0: Un Nextcloud à plusieurs", discoverable: true, manuallyApprovesFollowers: false },
    });
    expect(document.summary).toContain(
      '<a href="https://ailleurs.example/@alice" class="u-url mention">@alice@ailleurs.example</a>',
    );
    const read = readActor(document);
    expect(read?.hrefOf("payment")).toBe(proposalOf(request));
    expect(read?.hrefOf("describedby")).toBe(`${pageOf(request)}/datasheet.json`);
    expect(read?.actor.fields).toEqual(
      expect.arrayContaining([
        { name: "À réunir", text: "600\u00a0€" },
        { name: "Promis", text: "0\u00a0€ sur 600\u00a0€ (0 promesse)" },
        { name: "Participer", link: pageOf(request) },
      ]),
    );
    expect(await json(`/funding/${request.code}`)).toEqual(document);
    expect(await json(`/@fonds_${request.code}`)).toEqual(document);
    for (const path of [`/@fonds_${request.code}`, `/ap/actors/${request.id}`, `/ap/proposals/${request.id}`])
      expect((await site.get(path, "text/html"))?.headers.get("location")).toBe(pageOf(request));
    for (const resource of [`acct:fonds_${request.code}@hote-a.example`, pageOf(request), actorOf(request)]) {
      const found = await json(`/.well-known/webfinger?resource=${encodeURIComponent(resource)}`);
      expect(found.links).toContainEqual(expect.objectContaining({ rel: "self", href: actorOf(request) }));
    }
  });

  test("proposes what is still to be found, in words of FEP-0837, and says the rest as data", async () => {
    const request = await opened({
      minimumPledge: "5.00",
      goal: { mode: "all-or-nothing", minimum: "600.00", period: "year" },
    });
    await pledge(request, 12_050);
    const proposal = readRequestProposal(await json(`/ap/proposals/${request.id}`));
    expect(proposal).toMatchObject({
      ...{ campaign: actorOf(request), original, beneficiary: alice, ends: request.closes, period: "year" },
      ...{
        amount: 60_000,
        remaining: 47_950,
        minimumPledge: 500,
        currency: "EUR",
        rule: "allOrNothing",
        state: "open",
      },
      requester: { href: alice, account: "alice@ailleurs.example" },
      pledged: { total: 12_050, count: 1 },
    });
    const sheet = await json(`/funding/${request.code}/datasheet.json`);
    expect(readRequestSheet(sheet, { origin: site.origin, now: later(1) })).toMatchObject({
      ...{ actor: actorOf(request), terms: request.terms, content: request.content, original, state: "open" },
      promises: { total: 12_050, pledges: 1, participants: 1 },
      requester: { name: "Vélo et Compagnie", actor: alice },
    });
    expect(JSON.stringify(sheet)).toContain('"total":"120.50"');
    expect(JSON.stringify([sheet, await saidBy(request)])).not.toContain("AMAP");
  });

  test("says so to all and to who asked, passes their own post on, and tells other instances", async () => {
    const request = await opened();
    const sent = await saidBy(request);
    const [create] = sent.filter(({ type }) => type === "Create");
    expect(create).toMatchObject({
      to: [everyone],
      cc: [`${actorOf(request)}/followers`, alice],
      object: { cc: [`${actorOf(request)}/followers`, alice], context: proposalOf(request) },
    });
    const { content, tag } = create.object;
    expect(tag).toEqual([
      { type: "Mention", href: alice, name: "@alice@ailleurs.example" },
      { type: "Hashtag", name: "#FondsGroupe", href: `${site.origin}/tags/fondsgroupe` },
    ]);
    expect(content).toContain("cherche à réunir <strong>600\u00a0€</strong>");
    const plain = [...content.matchAll(/<a href="([^"]*)"(?! class)/g)].map(([, href]) => href);
    expect(plain).toEqual([pageOf(request)]);
    expect(sent).toContainEqual(
      expect.objectContaining({ type: "Announce", object: original, cc: [`${actorOf(request)}/followers`, alice] }),
    );
    const all = (await sentBy(site.db)).map(({ document }) => document);
    expect(all).toContainEqual(
      expect.objectContaining({ type: "Announce", actor: `${site.origin}/ap/instance`, object: proposalOf(request) }),
    );
    expect(all.filter(({ actor, object }) => actor === site.host && object === create.object.id)).toEqual([]);
    const jobs = await site.db.selectFrom("notes").select("mentions").where("actor", "=", request.id).execute();
    expect(jobs).toContainEqual({ mentions: [{ href: alice, account: "alice@ailleurs.example" }] });
  });

  test("shows an example of an answer that our own readers understand", async () => {
    for (const goal of [
      { mode: "all-or-nothing", minimum: "600.00" },
      { mode: "recurring", minimum: "50.00", period: "month" },
    ]) {
      const request = await opened({ goal });
      const [content = ""] = await notesBy(request);
      const [, example = ""] = /«\u00a0(.*?)\u00a0»/.exec(content) ?? [];
      const read = must(readPledge(example, { accepted: { currency: "EUR", highest: 100_000_000 } }));
      expect(read).toMatchObject({ amounts: [{ sure: true, value: { cents: 2_000 } }] });
    }
  });

  test("that our own host asks is boosted by the host, and names nobody elsewhere", async () => {
    const request = await opened({}, (tx) => hostParty(tx, now), "https://hote-a.example/@hote_a/1");
    const [create] = (await saidBy(request)).filter(({ type }) => type === "Create");
    expect(create.object.content).toContain("Hôte A cherche");
    expect(create.cc).toEqual([`${actorOf(request)}/followers`]);
    const sent = (await sentBy(site.db)).map(({ document }) => document);
    expect(sent).toContainEqual(
      expect.objectContaining({ type: "Announce", actor: site.host, object: create.object.id }),
    );
  });
});

test("a draft, and one that was given up as a draft, is nobody to others", async () => {
  const request = await change(async (tx) => {
    const requester = await askerAlice(tx);
    return must(await draftFunding(tx, asked({ deadline: dayIn(60) }), { requester, now }));
  });
  const paths = [
    `/ap/actors/${request.id}`,
    `/ap/proposals/${request.id}`,
    `/funding/${request.code}`,
    `/funding/${request.code}/datasheet.json`,
  ];
  const shown = async () =>
    (await Promise.all(paths.map((path) => site.get(path)))).filter((one) => one !== null && one.status !== 404);
  expect(await shown()).toEqual([]);
  const by = request.requester.id;
  must(await change((tx) => cancelFunding(tx, request.code, { by, now })));
  await site.tellAll();
  expect(await shown()).toEqual([]);
  expect(await saidBy(request)).toEqual([]);
});

describe("what a request says on its way", () => {
  test("its state is pinned, edited once for all of a minute, and names nobody", async () => {
    const request = await opened();
    const pinned = async () => (await json(`/ap/actors/${request.id}/featured`)).orderedItems[0].content as string;
    expect(await pinned()).toContain("Promis\u00a0: 0\u00a0€ sur 600\u00a0€ (0 promesse)");
    await pledge(request, 10_000);
    await pledge(request, 5_000, { condition: { total: 90_000, participants: null } });
    expect(await pinned()).toContain("Promis\u00a0: 100\u00a0€ sur 600\u00a0€ (1 promesse), 50\u00a0€ sous condition");
    expect(await pinned()).not.toContain("AMAP");
    const edits = (await saidBy(request)).filter(({ type, object }) => type === "Update" && object.type === "Note");
    expect(edits).toHaveLength(2);
    const shown = (await saidBy(request)).filter(({ type, object }) => type === "Update" && object.type === "Service");
    expect(shown.at(-1).object.attachment).toContainEqual(
      expect.objectContaining({ name: "Promis", value: expect.stringContaining("100") }),
    );
    const bundles = await site.db
      .selectFrom("events")
      .select("bundle")
      .distinct()
      .where("name", "=", "funding-settled")
      .execute();
    expect(bundles).toContainEqual({ bundle: `tell:funding-settled:${request.id}` });
  });

  test("half is said once, also when the total falls and rises again", async () => {
    const request = await opened();
    const first = await pledge(request, 30_000);
    const halves = async () => (await notesBy(request)).filter((content) => content.includes("La moitié y est"));
    expect(await halves()).toHaveLength(1);
    must(await change((tx) => withdrawPledge(tx, first.pledge, 1, { request: request.id, by: first.party, now })));
    await settled(request);
    await pledge(request, 35_000);
    expect(await halves()).toHaveLength(1);
    const all = await opened();
    const whole = await pledge(all, 60_000);
    must(await change((tx) => withdrawPledge(tx, whole.pledge, 1, { request: all.id, by: whole.party, now })));
    await settled(all);
    await pledge(all, 30_000);
    expect((await notesBy(all)).filter((content) => content.includes("La moitié"))).toEqual([]);
  });

  test("reached is said, and again after it fell short only when a day has gone by", async () => {
    const request = await opened();
    const reached = async () => (await notesBy(request)).filter((content) => content.includes("Le compte y est"));
    const fall = async (last: Awaited<ReturnType<typeof pledge>>) => {
      must(await change((tx) => withdrawPledge(tx, last.pledge, 1, { request: request.id, by: last.party, now })));
      await settled(request);
    };
    await fall(await pledge(request, 60_000));
    expect(await reached()).toHaveLength(1);
    const second = await pledge(request, 60_000);
    expect(await reached()).toHaveLength(1);
    await site.db
      .updateTable("notes")
      .set({ published: later(-2) })
      .where("topic", "=", "reached")
      .execute();
    await fall(second);
    await pledge(request, 60_000);
    expect(await reached()).toHaveLength(2);
  });

  test("its last day is said once for each end, and not of one that is hardly longer open", async () => {
    const request = await opened({ extension: dayIn(70) });
    const short = await opened({ deadline: dayIn(1) });
    const closes = request.closes?.getTime() ?? 0;
    const lastDays = async (of: FundingRequest) =>
      (await notesBy(of)).filter((content) => content.includes("Dernier jour"));
    for (const hours of [30, 20, 10]) {
      await announceEnds(site.db, new Date(closes - hours * 3_600_000));
      await site.tellAll();
    }
    expect(await lastDays(request)).toEqual([expect.stringContaining("Il manque 600\u00a0€.")]);
    must(await change((tx) => extendFunding(tx, request.code, { by: request.requester.id, now })));
    await site.tellAll();
    expect((await notesBy(request)).at(-1)).toContain("L’annonce est prolongée jusqu’au");
    const extended = new Date(closes + 10 * 86_400_000 - 3_600_000);
    await announceEnds(site.db, extended);
    await site.tellAll();
    expect(await lastDays(request)).toHaveLength(2);
    await announceEnds(site.db, new Date((short.closes?.getTime() ?? 0) - 3_600_000));
    await site.tellAll();
    expect(await lastDays(short)).toEqual([]);
  });

  test("from the order to the outcome, each passage says what it means for those who promised", async () => {
    const request = await opened();
    const by = request.requester.id;
    const made = await pledge(request, 60_000);
    must(await change((tx) => commitFunding(tx, request.code, { by, now, until: later(7) })));
    await site.tellAll();
    expect((await notesBy(request)).at(-1)).toContain("Avez-vous promis\u00a0?");
    must(await change((tx) => confirmPledge(tx, made.pledge, { request: request.id, by: made.party, now })));
    must(await change((tx) => commitFunding(tx, request.code, { by, now, until: null })));
    await site.tellAll();
    expect((await notesBy(request)).at(-1)).toContain("Les promesses confirmées engagent désormais");
    must(await change((tx) => deliverFunding(tx, request.code, null, { by, now })));
    await site.tellAll();
    const news = { kind: "news" as const, text: "C’est <installé>.\n\nReste à former.", deliverable: null };
    must(await change((tx) => writeNews(tx, request.code, news, { by, now })));
    await site.tellAll();
    expect((await notesBy(request)).at(-1)).toContain("<p>C’est &lt;installé&gt;.</p><p>Reste à former.</p>");
    const report = { text: "Quatre associations s’en servent.", deliverable: "https://forge.example/velo" };
    must(await change((tx) => deliverFunding(tx, request.code, report, { by, now })));
    await site.tellAll();
    const said = await notesBy(request);
    expect(said.filter((content) => content.includes("Quatre associations"))).toEqual([
      expect.stringContaining("C’est fait"),
    ]);
    expect(said.at(-1)).toContain(report.deliverable);
    expect(await json(`/ap/actors/${request.id}`)).toMatchObject({ type: "Service" });
  });

  test.each(["failed", "cancelled"] as const)(
    "one that is %s says that nobody owes anything, and stays readable",
    async (how) => {
      const request = await opened({ deadline: dayIn(3) });
      if (how === "failed") await settleDueFunding(site.db, later(6));
      else must(await change((tx) => cancelFunding(tx, request.code, { by: request.requester.id, now })));
      await site.tellAll();
      const last = (await notesBy(request)).filter((content) => content.includes("Personne ne doit rien\u00a0:"));
      expect(last).toHaveLength(1);
      expect(await json(`/ap/proposals/${request.id}`)).toMatchObject({ fundingState: how });
      expect((await saidBy(request)).map(({ type }) => type)).not.toContain("Delete");
    },
  );

  test("an event told twice is said once", async () => {
    const request = await opened({ poll: true });
    await pledge(request, 60_000);
    const before = (await saidBy(request)).filter(({ type }) => type === "Create" || type === "Announce").length;
    await site.db.updateTable("events").set({ told: null }).where("name", "like", "funding-%").execute();
    await site.tellAll();
    const after = (await saidBy(request)).filter(({ type }) => type === "Create" || type === "Announce").length;
    expect(after).toBe(before);
  });
});

describe("interest without a promise", () => {
  const likes = (request: FundingRequest) => interestIn(site.db, site.origin, request);
  const vote = (voter: string, question: string, name: string, more = {}) =>
    act("Create", voter, {
      ...{ id: `${voter}#votes/${randomUUID()}`, type: "Note", attributedTo: voter, name, inReplyTo: question },
      ...{ to: [question], ...more },
    });

  test("is what people like and pass on, each once", async () => {
    const request = await opened();
    const [create] = (await saidBy(request)).filter(({ type }) => type === "Create");
    const note = create.object.id;
    await site.hear(act("Like", alice, note), act("Like", alice, actorOf(request)), act("Announce", bob, note));
    await site.hear(act("Like", mallory, proposalOf(request)));
    expect(await likes(request)).toEqual({ likes: 2, boosts: 1, votes: [], poll: null });
  });

  test("is asked for by a poll where who asks wants one; votes are counted once, and are no messages", async () => {
    const request = await opened({ poll: true, goal: { mode: "all-or-nothing", minimum: "600.00", period: "year" } });
    const [question] = (await saidBy(request)).map(({ object }) => object).filter(({ type }) => type === "Question");
    expect(question.oneOf.map(({ name }: { name: string }) => name)).toEqual([
      "20\u00a0€ par an",
      "50\u00a0€ par an",
      "Un autre montant",
    ]);
    expect(question.endTime).toBe(request.closes?.toISOString());
    await site.hear(vote(alice, question.id, "20\u00a0€ par an"), vote(bob, question.id, "50\u00a0€ par an"));
    await site.hear(vote(alice, question.id, "50\u00a0€ par an"), vote(mallory, question.id, "1\u00a0000\u00a0€"));
    await site.hear(vote(mallory, question.id, "20\u00a0€ par an", { attributedTo: alice }));
    const votes = [
      { label: "20\u00a0€ par an", count: 1 },
      { label: "50\u00a0€ par an", count: 1 },
      { label: "Un autre montant", count: 0 },
    ];
    expect(await likes(request)).toMatchObject({ votes, poll: { address: question.id, ends: request.closes } });
    expect(question.cc).toContain(alice); // who asked hears of it, and may pass it on
    const served = await json(question.id.slice(site.origin.length));
    expect(served).toMatchObject({ type: "Question", votersCount: 2, oneOf: [{ replies: { totalItems: 1 } }, {}, {}] });
    expect(await site.db.selectFrom("messages").select("id").execute()).toEqual([]);
    await site.hear(act("Delete", bob, bob));
    expect((await likes(request)).votes[1]).toEqual({ label: "50\u00a0€ par an", count: 0 });
    await site.hear(act("Create", alice, noteBy(alice, [], { inReplyTo: question.id })));
    expect(await site.db.selectFrom("messages").select("kind").execute()).toEqual([{ kind: "reply" }]);
  });

  test("counts for nothing once the poll has ended, and never as a promise", async () => {
    const request = await opened({ poll: true, presets: [] });
    const [question] = (await saidBy(request)).map(({ object }) => object).filter(({ type }) => type === "Question");
    const [first] = question.oneOf;
    await site.hear(vote(alice, question.id, first.name));
    expect(readRequestProposal(await json(`/ap/proposals/${request.id}`))?.pledged).toMatchObject({
      total: 0,
      count: 0,
    });
    await site.db
      .updateTable("notes")
      .set({ poll: JSON.stringify({ options: [first.name], ends: later(-1) }) })
      .where("topic", "=", "poll")
      .execute();
    await site.hear(vote(mallory, question.id, first.name));
    expect((await likes(request)).votes).toEqual([{ label: first.name, count: 1 }]);
  });
});

test("moves with its instance: its notes, its poll with the votes, and the post it began with", async () => {
  const request = await opened({ poll: true });
  const said = (db: Receiving["db"]) =>
    db
      .selectFrom("notes")
      .select(["id", "kind", "mentions", "topic", "poll"])
      .where("actor", "=", request.id)
      .orderBy("id")
      .execute();
  const [poll] = (await said(site.db)).filter(({ kind }) => kind === "poll");
  const vote = { note: poll?.id ?? "", voter: alice, option: 1, voted: now };
  await site.db.insertInto("pollVotes").values(vote).execute();
  let text = "";
  await site.change(async (tx) => {
    for await (const piece of writeArchive(tx, { origin: site.origin, version: "0.1.0", sealed: null })) text += piece;
  });
  const { url, drop } = await freshDatabase();
  const db = openDatabase(openPool(url, 1, () => {}));
  const archive = must(readArchive(JSON.parse(text)));
  must(await db.transaction().execute((tx) => loadArchive(tx, archive, site.origin)));
  expect(await said(db)).toEqual(await said(site.db));
  expect(
    await db.selectFrom("pollVotes").selectAll().where("voter", "=", alice).where("note", "=", vote.note).execute(),
  ).toEqual([vote]);
  expect((await findFundingById(db, request.id))?.original).toBe(original);
  await db.destroy();
  await drop();
});
