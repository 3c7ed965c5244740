import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askVisit } from "../../src/catalogue/visits.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import type { Outcome } from "../../src/foundation/outcome.ts";
import { hostParty } from "../../src/funding/parties.ts";
import type { ListedFunding } from "../../src/listed-funding/listed-funding.ts";
import { listListedFunding } from "../../src/listed-funding/queries.ts";
import { listNotices } from "../../src/notices/queries.ts";
import { createOffer, publishOffer } from "../../src/offers/changes.ts";
import {
  confirmElsewhere,
  promiseElsewhere,
  promiseOtherwise,
  type Saying,
  withdrawElsewhere,
} from "../../src/sent-pledges/changes.ts";
import { findSentPledge } from "../../src/sent-pledges/queries.ts";
import { type SentPledge, stateOfSent } from "../../src/sent-pledges/sent-pledge.ts";
import { towardOf } from "../../src/sent-pledges/toward.ts";
import { eventually } from "../support/eventually.ts";
import { nextcloud } from "../support/federated.ts";
import { must, promise } from "../support/funding.ts";
import { befriend, tellAtOnce } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, visitor } from "../web/desk.ts";
import { formIn } from "../web/forms.ts";
import { day } from "../web/visiting.ts";

let home: TestSite;
let away: TestSite;
let far: TestSite;
beforeAll(async () => {
  home = await startSite({ name: "La Pomme", handle: "la_pomme" });
  away = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  far = await startSite({ name: "La Loutre", handle: "la_loutre" });
  await befriend(home, away);
  await befriend(away, far);
});
afterAll(async () => {
  for (const site of [home, away, far]) await site[Symbol.asyncDispose]();
});

interface Shown {
  readonly id: string;
  readonly total: string;
  readonly state: string;
  readonly actor: string;
  readonly proposal: string;
}

async function openRequest(more: object = {}): Promise<Shown> {
  const made = await home.api("POST", "/funding-requests", {
    ...{
      title: "Un Nextcloud à plusieurs",
      kind: "shared-purchase",
      needs: ["file-sharing"],
      description: "Pour nous.",
    },
    ...{ goal: { mode: "all-or-nothing", minimum: "100.00" }, deadline: day(60), ...more },
  });
  const { id } = (await made.json()) as Shown;
  return (await (await home.api("POST", `/funding-requests/${id}/opening`)).json()) as Shown;
}

const shownAt = async ({ id }: Pick<Shown, "id">) =>
  (await (await home.api("GET", `/funding-requests/${id}`)).json()) as Shown;

const copyAt = (site: TestSite, { actor }: Pick<Shown, "actor">): Promise<ListedFunding> =>
  eventually(async () => (await listListedFunding(site.db, { trust: 2 })).find((one) => one.actor === actor));

/** What somebody at the other instance says. */
const say = (work: (tx: Transaction, saying: Saying) => Promise<Outcome<SentPledge, unknown>>, site = away) =>
  site.db.transaction().execute(async (tx) => {
    const now = new Date();
    return must(await work(tx, { by: (await hostParty(tx, now)).id, now }));
  });

async function promiseThere(request: Shown, cents: number, site = away): Promise<SentPledge> {
  const toward = towardOf(await copyAt(site, request));
  return say((tx, saying) => promiseElsewhere(tx, toward, { promised: promise(cents), words: null }, saying), site);
}

/** What the host of a site was told of that its offers fit; null while that is nothing. */
async function nearAt({ db }: TestSite) {
  const { id } = await db.transaction().execute((tx) => hostParty(tx, new Date()));
  const notices = await listNotices(db, [id]);
  return notices.length === 0 ? null : notices;
}

const untilSent = ({ id }: SentPledge, state: string, site = away) =>
  eventually(async () => {
    const found = await findSentPledge(site.db, id);
    if (found && stateOfSent(found) === state) return found;
    throw new Error(JSON.stringify(found));
  });
const untilTotal = (request: Shown, total: string) =>
  eventually(async () => ((await shownAt(request)).total === total ? true : null));

describe("A funding request", () => {
  test("is shown by every instance that hears of it, with the total of its date, and is gone where it is gone", async () => {
    const request = await openRequest();
    const copy = await copyAt(away, request);
    expect(copy).toMatchObject({
      ...{ proposal: request.proposal, state: "open", hostName: "La Pomme", trust: 4 },
      ...{ url: `${home.origin}/funding/${request.id}`, content: { title: "Un Nextcloud à plusieurs" } },
      promises: { total: 0 },
    });
    await copyAt(far, request);
    await home.api("POST", `/funding-requests/${request.id}/pledges`, { amount: "30.00" });
    await eventually(async () => ((await tellAtOnce(home)) ? true : null));
    for (const site of [away, far])
      await eventually(async () => ((await copyAt(site, request)).promises.total === 3_000 ? true : null));
    await home.api("POST", `/funding-requests/${request.id}/cancellation`);
    await eventually(async () => ((await copyAt(far, request)).state === "cancelled" ? true : null));
  });

  test("that an offer of the host fits is told to it once, and to no host that does not know who asks", async () => {
    for (const site of [away, far])
      await site.db.transaction().execute(async (tx) => {
        must(await createOffer(tx, nextcloud, { slug: "nextcloud", now: new Date() }));
        must(await publishOffer(tx, "nextcloud", new Date()));
      });
    const request = await openRequest({ title: "Des fichiers à nous" });
    await copyAt(far, request);
    const { id } = await copyAt(away, request);
    await askVisit(away.db, home.origin);
    const notices = await eventually(() => nearAt(away));
    expect(notices.map(({ request: about }) => about)).toContainEqual({
      ...{ title: "Des fichiers à nous", language: "fr", path: `/funding/elsewhere/${id}` },
    });
    expect(await nearAt(far)).toBeNull();
    await away.db.insertInto("blocks").values({ id: randomUUID(), domain: "127.0.0.1" }).execute();
    expect(await nearAt(away)).toBeNull();
    await away.db.deleteFrom("blocks").execute();
  });

  test("that was missed comes with the next visit, which also says that what is held still holds", async () => {
    const request = await openRequest();
    const { confirmed } = await copyAt(away, request);
    await away.db.deleteFrom("catalogueFunding").execute();
    await askVisit(away.db, home.origin);
    const copy = await copyAt(away, request);
    await askVisit(away.db, home.origin);
    await eventually(async () => ((await copyAt(away, request)).confirmed > copy.confirmed ? true : null));
    expect(copy.confirmed >= confirmed).toBe(true);
  });

  test("is found by what it is for, where, and how much is missing", async () => {
    const request = await openRequest({
      ...{ title: "Des visios libres", needs: ["video-conference"], territories: ["dep:38"] },
      goal: { mode: "all-or-nothing", minimum: "70.00" },
    });
    const { actor } = await copyAt(away, request);
    const find = async (selection: object) =>
      (await listListedFunding(away.db, selection)).map((one) => one.actor).includes(actor);
    const now = new Date();
    for (const selection of [
      { need: "video-conference" },
      { territories: ["dep:38", "dep:69"] },
      { kind: "shared-purchase", states: ["open", "reached"] },
      { remaining: { most: 7_000, currency: "EUR" } },
      { text: "VISIO libres" },
      { openAt: now, closesBefore: new Date(day(62)) },
    ])
      expect(await find(selection), JSON.stringify(selection)).toBe(true);
    for (const selection of [
      { need: "email" },
      { territories: ["dep:69"] },
      { kind: "donation" },
      { states: ["delivered"] },
      { remaining: { most: 6_999, currency: "EUR" } },
      { text: "100%" },
      { closesBefore: now },
    ])
      expect(await find(selection), JSON.stringify(selection)).toBe(false);
  });

  test("of a blocked domain, or of a host that is not trusted, is not shown", async () => {
    const request = await openRequest();
    await copyAt(far, request);
    expect((await listListedFunding(far.db)).length, "known only: shown to whoever asks for more").toBe(0);
    await far.db.insertInto("blocks").values({ id: randomUUID(), domain: "127.0.0.1" }).execute();
    expect((await listListedFunding(far.db, { trust: 2 })).length).toBe(0);
    await far.db.deleteFrom("blocks").execute();
  });
});

describe("A promise towards a request of another instance", () => {
  test("is counted there, to the cent, and known here to be", async () => {
    const request = await openRequest();
    const sent = await promiseThere(request, 2_050);
    await untilTotal(request, "20.50");
    await untilSent(sent, "promised");
    const held = await eventually(async () => (await findSentPledge(away.db, sent.id))?.held);
    expect(held).toEqual({ version: 1, amount: "20.50" });
    const toward = towardOf(await copyAt(away, request));
    const next = { promised: promise(3_000), words: null };
    await say((tx, saying) => promiseOtherwise(tx, sent.id, toward, next, saying));
    await untilTotal(request, "30.00");
    await eventually(async () => ((await findSentPledge(away.db, sent.id))?.held?.version === 2 ? true : null));
    await say((tx, saying) => withdrawElsewhere(tx, sent.id, saying));
    await untilTotal(request, "0.00");
    await untilSent(sent, "withdrawn");
  });

  test("that is refused there says why", async () => {
    const request = await openRequest({ cap: "100.00" });
    await home.api("POST", `/funding-requests/${request.id}/pledges`, { amount: "95.00" });
    const sent = await promiseThere(request, 1_000);
    const refused = await untilSent(sent, "refused");
    expect(refused.versions.at(-1)?.reason).toContain("plafond");
  });

  test("is confirmed when that is asked, and lapses when it is not", async () => {
    const request = await openRequest();
    const [kept, left] = [await promiseThere(request, 10_000), await promiseThere(request, 500, far)];
    await untilTotal(request, "105.00");
    await untilSent(left, "promised", far);
    await eventually(async () => ((await shownAt(request)).state === "reached" ? true : null));
    await home.api("POST", `/funding-requests/${request.id}/commitment`, {});
    await eventually(async () => (await findSentPledge(away.db, kept.id))?.confirmUntil ?? null);
    await say((tx, saying) => confirmElsewhere(tx, kept.id, saying));
    await untilSent(kept, "confirmed");
    await home.db
      .updateTable("fundingRequests")
      .set({ askedUntil: new Date() })
      .where("code", "=", request.id)
      .execute();
    await addJob(home.db, "settle-due-funding", {});
    await untilSent(left, "lapsed", far);
    expect(await shownAt(request)).toMatchObject({ state: "committed", total: "100.00" });
  });

  test("is said again where it was lost on the way, and its answer asked for again", async () => {
    const request = await openRequest();
    const sent = await promiseThere(request, 2_000);
    await untilSent(sent, "promised");
    const compare = () => addJob(away.db, "compare-sent-pledge", { sent: sent.id });
    await away.db
      .updateTable("sentPledges")
      .set({ agreement: null, standing: null, heldVersion: null, heldAmount: null })
      .where("id", "=", sent.id)
      .execute();
    const unanswered = { answer: null, answered: null };
    await away.db.updateTable("sentPledgeVersions").set(unanswered).where("pledge", "=", sent.id).execute();
    await away.db.deleteFrom("heard").execute();
    await compare();
    await untilSent(sent, "promised");
    const undo = "0d8f9b1c-0000-4000-8000-000000000001";
    await away.db.updateTable("sentPledges").set({ withdrawn: new Date(), undo }).where("id", "=", sent.id).execute();
    await compare();
    await untilTotal(request, "0.00");
    await untilSent(sent, "withdrawn");
  });
});

describe("Our page of a request of another instance", () => {
  test("says who counts and of when its total is, and lets the host promise, change and take back", async () => {
    const request = await openRequest({ title: "Un agenda partagé", minimumPledge: "5.00" });
    const { id } = await copyAt(away, request);
    const path = `/funding/elsewhere/${id}`;
    const stranger = await (await visitor(away).get(path)).text();
    expect(stranger).toContain("Un agenda partagé");
    expect(stranger).toContain(`href="${home.origin}/funding/${request.id}"`);
    expect(stranger).toContain("Total du");
    expect(stranger).not.toContain('name="amount"');
    expect(await (await visitor(away).get("/funding")).text()).toContain(`href="${path}"`);
    const desk = await signedIn(away);
    const fill = async (at: string, typed: Readonly<Record<string, string>>) => {
      const form = formIn(await (await desk.get(at)).text());
      return desk.post(path, { ...form, ...typed });
    };
    const few = await fill(path, { amount: "2" });
    expect(few.status).toBe(422);
    expect(await few.text()).toContain("plus petit que le minimum");
    const sent = await fill(path, { amount: "25,50" });
    expect(sent.status).toBe(303);
    await untilTotal(request, "25.50");
    const [, pledge = ""] = /#promise-([0-9a-f-]{36})$/.exec(sent.headers.get("location") ?? "") ?? [];
    await untilSent({ id: pledge } as SentPledge, "promised");
    expect(await (await desk.get(path)).text()).toContain("Acceptée");
    expect((await fill(`${path}?change=${pledge}`, { amount: "30" })).status).toBe(303);
    await untilTotal(request, "30.00");
    const withdrawal = `/funding/elsewhere/promises/${pledge}/withdrawal`;
    expect((await visitor(away).post(withdrawal, {})).status).toBe(404);
    expect((await desk.post(withdrawal, { form: randomUUID() })).status).toBe(303);
    await untilTotal(request, "0.00");
  });
});
