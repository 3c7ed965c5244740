import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SiteEvent } from "../../src/events.ts";
import { type Database, openDatabase, openPool, type Transaction } from "../../src/foundation/database.ts";
import { runsOf } from "../../src/foundation/outbox.ts";
import { cancelFunding, openFunding, reopenFunding } from "../../src/funding/changes.ts";
import { deliverFunding } from "../../src/funding/delivering.ts";
import type { FundingRequest } from "../../src/funding/funding.ts";
import { writeNews } from "../../src/funding/news.ts";
import { hostParty } from "../../src/funding/parties.ts";
import { chooseProposal, makeProposal, withdrawProposal } from "../../src/funding/proposals.ts";
import { setUp } from "../../src/hosts/changes.ts";
import type { NoticeWhat } from "../../src/notices/notices.ts";
import { listNotices, markSeen } from "../../src/notices/queries.ts";
import { createOffer, publishOffer } from "../../src/offers/changes.ts";
import { commitFunding } from "../../src/pledges/committing.ts";
import { bringUpToDate } from "../../src/pledges/due.ts";
import { confirmPledge, makePledge, withdrawPledge } from "../../src/pledges/making.ts";
import { noticeListeners } from "../../src/site-notices.ts";
import { freshDatabase } from "../support/database.ts";
import { nextcloud } from "../support/federated.ts";
import { asked, must, promise, someFunding, someParty } from "../support/funding.ts";

const now = new Date();
const day = 86_400_000;
const inDays = (days: number) => new Date(now.getTime() + days * day);
const dayIn = (days: number) => inDays(days).toISOString().slice(0, 10);

let db: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  const fresh = await freshDatabase();
  drop = fresh.drop;
  db = openDatabase(openPool(fresh.url, 2, () => {}));
  await change((tx) => setUp(tx, { name: "La Pomme", handle: "la_pomme", territory: "dep:69", now }));
});
afterAll(async () => {
  await db.destroy();
  await drop();
});

const change = <T>(work: (tx: Transaction) => Promise<T>) => db.transaction().execute(work);

/** Tells all that has happened, twice: a job that broke comes again. */
async function tellAll(): Promise<void> {
  const rows = await db
    .selectFrom("events")
    .select(["id", "event"])
    .where("told", "is", null)
    .orderBy("position")
    .execute();
  const events = rows.map(({ event }) => SiteEvent.parse(event));
  for (const _ of ["once", "and again"])
    for (const { ids, listeners } of runsOf(events, noticeListeners))
      for (const listener of listeners)
        await change(async (tx) => {
          const told = events.filter(({ id }) => ids.includes(id));
          if ("tellTogether" in listener) return listener.tellTogether(tx, told);
          for (const event of told) await listener.tell(tx, event);
        });
  await db.updateTable("events").set({ told: now }).where("told", "is", null).execute();
}

/** What somebody was told since the last time one looked. */
async function heard(party: string): Promise<readonly NoticeWhat[]> {
  await tellAll();
  const news = (await listNotices(db, [party])).filter(({ seen }) => seen === null);
  await change((tx) => markSeen(tx, [party], inDays(1_000), now));
  return news.map(({ what }) => what).sort();
}

async function pledged(request: FundingRequest, cents: number, at = now, more = {}) {
  return change(async (tx) => {
    const { id: by } = await someParty(tx, at);
    const { pledge } = must(await makePledge(tx, promise(cents, more), { request: request.id, by, now: at }));
    return { by, pledge, request: request.id };
  });
}

describe("who asks", () => {
  test("hears that others promise, once until it is read, however many there are", async () => {
    const request = await someFunding(db, now);
    const { id: owner } = request.requester;
    expect(await heard(owner)).toEqual([]);
    for (const cents of [1_000, 2_000, 3_000]) await pledged(request, cents);
    await tellAll();
    await pledged(request, 4_000);
    expect(await heard(owner)).toEqual(["promises"]);
    await pledged(request, 5_000);
    expect(await heard(owner)).toEqual(["promises"]);
  });

  test("hears nothing of a promise of their own", async () => {
    const request = await someFunding(db, now);
    const { id: by } = request.requester;
    await change((tx) => makePledge(tx, promise(1_000), { request: request.id, by, now }));
    expect(await heard(by)).toEqual([]);
  });

  test("hears of an answer, and that it was taken back, but not of a choice that they made; who answers hears that one", async () => {
    const request = await someFunding(db, now);
    const { id: owner } = request.requester;
    const { id: by } = await change((tx) => someParty(tx, now, "Le Rucher"));
    const said = {
      ...{ visibility: "requester" as const, text: "Oui.", amount: null, currency: null },
      ...{ period: null, ready: null, terms: null, url: null },
    };
    const make = () => change(async (tx) => must(await makeProposal(tx, request.code, said, { by, now })));
    const first = await make();
    expect(await heard(owner)).toEqual(["answer"]);
    await change((tx) => withdrawProposal(tx, request.code, first.id, { by, now }));
    expect(await heard(owner)).toEqual(["answer-withdrawn"]);
    const second = await make();
    expect(await heard(owner)).toEqual(["answer"]);
    await change((tx) => chooseProposal(tx, request.code, second.id, { by: owner, now }));
    expect(await heard(owner)).toEqual([]);
    expect(await heard(by)).toEqual(["chosen"]);
  });
});

describe("who promised", () => {
  test("hears of each passage up to the delivery; who asks, only of what they did not do themselves", async () => {
    const request = await someFunding(db, now);
    const { code, requester } = request;
    const deed = { by: requester.id, now };
    const one = await pledged(request, 60_000);
    await change((tx) => makePledge(tx, promise(1_000), { request: request.id, by: requester.id, now }));
    expect(await heard(one.by)).toEqual(["reached"]);
    expect(await heard(requester.id)).toEqual(["promises", "reached"]);
    const news = { kind: "news" as const, text: "On avance.", deliverable: null };
    await change((tx) => writeNews(tx, code, news, deed));
    expect(await heard(one.by)).toEqual(["news"]);
    await change((tx) => commitFunding(tx, code, { ...deed, until: inDays(7) }));
    expect(await heard(one.by)).toEqual(["confirm"]);
    expect(await heard(requester.id)).toEqual([]);
    await change((tx) => confirmPledge(tx, one.pledge, { ...one, now: inDays(1) }));
    await bringUpToDate(db, request.id, inDays(8));
    expect(await heard(one.by)).toEqual(["committed"]);
    expect(await heard(requester.id)).toEqual(["committed", "promises"]);
    await change((tx) => deliverFunding(tx, code, null, { by: requester.id, now: inDays(9) }));
    const outcome = { text: "C’est là.", deliverable: null };
    await change((tx) => deliverFunding(tx, code, outcome, { by: requester.id, now: inDays(10) }));
    expect(await heard(one.by)).toEqual(["delivered", "started"]);
    expect(await heard(requester.id)).toEqual([]);
  });

  test("hears once that all was delivered by one deed, with what came of it; of what is said later, anew", async () => {
    const request = await someFunding(db, now);
    const { code, requester } = request;
    const deed = { by: requester.id, now };
    const one = await pledged(request, 60_000);
    await change((tx) => commitFunding(tx, code, { ...deed, until: null }));
    await change((tx) => confirmPledge(tx, one.pledge, { ...one, now: inDays(1) }));
    await bringUpToDate(db, request.id, inDays(8));
    await heard(one.by);
    const outcome = { text: "C’est là.", deliverable: null };
    await change((tx) => deliverFunding(tx, code, outcome, { by: requester.id, now: inDays(9) }));
    expect(await heard(one.by)).toEqual(["delivered"]);
    const more = { kind: "outcome" as const, text: "Et voici le bilan.", deliverable: null };
    await change((tx) => writeNews(tx, code, more, { by: requester.id, now: inDays(10) }));
    expect(await heard(one.by)).toEqual(["news"]);
  });

  test("hears that their promise lapsed; who took theirs back hears nothing any more", async () => {
    const request = await someFunding(db, now);
    const lapsing = await pledged(request, 1_000, now, { validUntil: inDays(1) });
    const gone = await pledged(request, 2_000);
    await change((tx) => withdrawPledge(tx, gone.pledge, 2, { ...gone, now }));
    await bringUpToDate(db, request.id, inDays(2));
    await change((tx) => cancelFunding(tx, request.code, { by: request.requester.id, now: inDays(3) }));
    expect(await heard(lapsing.by)).toEqual(["lapsed"]);
    expect(await heard(gone.by)).toEqual([]);
  });

  test("hears that it failed, and that it is tried again; only who had a promise then", async () => {
    const request = await someFunding(db, now, { deadline: dayIn(30) });
    const kept = await pledged(request, 1_000);
    const gone = await pledged(request, 1_000);
    await change((tx) => withdrawPledge(tx, gone.pledge, 2, { ...gone, now }));
    await bringUpToDate(db, request.id, inDays(32));
    expect(await heard(kept.by)).toEqual(["failed"]);
    expect(await heard(request.requester.id)).toEqual(["failed", "promises"]);
    const deed = { by: request.requester.id, now: inDays(33) };
    const smaller = asked({ goal: { mode: "all-or-nothing", minimum: "100.00" }, deadline: dayIn(60) });
    await change(async (tx) => {
      const { code } = must(await reopenFunding(tx, request.code, smaller, deed));
      must(await openFunding(tx, code, deed));
    });
    expect(await heard(kept.by)).toEqual(["reopened"]);
    expect(await heard(gone.by)).toEqual([]);
  });
});

describe("the host", () => {
  test("hears of a request that its offers fit, and of no other, nor of its own", async () => {
    await change(async (tx) => {
      must(await createOffer(tx, nextcloud, { slug: "nextcloud", now }));
      must(await publishOffer(tx, "nextcloud", now));
    });
    const { id: host } = await change((tx) => hostParty(tx, now));
    await heard(host);
    await someFunding(db, now, { needs: ["file-sharing"], territories: ["dep:69"] });
    expect(await heard(host)).toEqual(["near"]);
    await someFunding(db, now, { needs: ["wiki"] });
    await someFunding(db, now, { needs: ["file-sharing"], call: { to: "nobody" } });
    expect(await heard(host)).toEqual([]);
  });
});
