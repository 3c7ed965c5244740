import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Transaction } from "../../src/foundation/database.ts";
import { cancelFunding, draftFunding, openFunding } from "../../src/funding/changes.ts";
import { deliverFunding } from "../../src/funding/delivering.ts";
import type { FundingRequest, FundingState } from "../../src/funding/funding.ts";
import { type FundingAct, type FundingRole, fundingRoles, stepOf } from "../../src/funding/life.ts";
import { listFundingNews } from "../../src/funding/news.ts";
import { actorParty, hostParty } from "../../src/funding/parties.ts";
import { makeProposal } from "../../src/funding/proposals.ts";
import { findFundingById } from "../../src/funding/queries.ts";
import { commitFunding } from "../../src/pledges/committing.ts";
import { makePledge } from "../../src/pledges/making.ts";
import { settleFunding } from "../../src/pledges/settling.ts";
import { asked, must, promise, someParty } from "../support/funding.ts";
import { type MastodonApi, startMastodonApi } from "../support/mastodon-api.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor, visitor } from "./desk.ts";
import { comeIn, day } from "./visiting.ts";

let site: TestSite;
let api: MastodonApi;
let requester: Visitor;
let steward: Visitor;
beforeAll(async () => {
  site = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
  api = await startMastodonApi();
  requester = await signedIn(site);
  steward = visitor(site);
  await comeIn(site, steward, api);
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

/** A draft of the host, with alice as its steward; or of somebody else. */
async function begin(tx: Transaction, more: object, foreign: boolean): Promise<FundingRequest> {
  const alice = { actor: api.actor("alice"), name: "Alice Martin", address: `${api.origin}/@alice` };
  const requester = foreign ? await someParty(tx, now()) : await hostParty(tx, now());
  const carrying = foreign ? null : await actorParty(tx, alice, now());
  const goal = { mode: "all-or-nothing", minimum: "20.00" };
  const draft = asked({ goal, deadline: day(20), extension: day(40), ...more });
  return must(await draftFunding(tx, draft, { requester, steward: carrying, now: now() }));
}

const now = () => new Date();
const by = ({ requester: { id } }: FundingRequest) => ({ by: id, now: now() });
const report = { text: "Voilà.", deliverable: "https://git.example/x" };
type Way = (tx: Transaction, request: FundingRequest) => Promise<unknown>;
const open: Way = async (tx, one) => must(await openFunding(tx, one.code, by(one)));
const pledge: Way = async (tx, one) => must(await makePledge(tx, promise(2_000), { ...by(one), request: one.id }));
const commit: Way = async (tx, one) => must(await commitFunding(tx, one.code, { ...by(one), until: null }));
const start: Way = async (tx, one) => must(await deliverFunding(tx, one.code, null, by(one)));
const deliver: Way = async (tx, one) => must(await deliverFunding(tx, one.code, report, by(one)));
const cancel: Way = async (tx, one) => must(await cancelFunding(tx, one.code, by(one)));
const fail: Way = (tx, { id }) => settleFunding(tx, id, new Date(Date.now() + 30 * 86_400_000));

const ways: Readonly<Record<FundingState, readonly Way[]>> = {
  ...{ draft: [], open: [open], cancelled: [open, cancel], failed: [open, fail], reached: [open, pledge] },
  ...{ committed: [open, pledge, commit], delivering: [open, pledge, commit, start] },
  delivered: [open, pledge, commit, start, deliver],
};

/** A request brought to a state. */
async function at(state: FundingState, more: object = {}, foreign = false): Promise<FundingRequest> {
  return site.db.transaction().execute(async (tx) => {
    const draft = await begin(tx, more, foreign);
    for (const step of ways[state]) await step(tx, draft);
    return (await findFundingById(tx, draft.id)) ?? draft;
  });
}

const states: readonly FundingState[] = [
  ...(["draft", "open", "reached", "committed", "delivering", "delivered", "failed", "cancelled"] as const),
];
const acts: readonly (readonly [string, FundingAct, Readonly<Record<string, string>>])[] = [
  ["extension", "extend", {}],
  ["commitment", "commit", { until: day(5) }],
  ["start", "start", {}],
  ["delivery", "deliver", { report: "Tout est là.", deliverable: "https://git.example/nous" }],
  ["cancellation", "cancel", {}],
];

/** What the life of a request says of an act by somebody in a role; a delivery may start what was not started. */
function expected(state: FundingState, act: FundingAct, role: FundingRole): 303 | 404 | 422 {
  if (role === "other") return 404;
  const starts = act === "deliver" && stepOf(state, "start", role).done;
  return starts || stepOf(state, act, role).done ? 303 : 422;
}

describe.each(states)("a request that is %s", (state) => {
  test.each(["requester", "steward", "other"] as const)(
    "is carried on by its %s as its life says, and no further",
    async (role) => {
      expect(fundingRoles).toContain(role);
      const browser = role === "steward" ? steward : requester;
      for (const [path, act, form] of acts) {
        const request = await at(state, {}, role === "other");
        const sent = await browser.post(`/funding/${request.code}/steward/${path}`, form);
        expect([path, sent.status]).toEqual([path, expected(state, act, role)]);
        const after = await findFundingById(site.db, request.id);
        if (sent.status !== 303)
          expect([path, after?.state, after?.version]).toEqual([path, request.state, request.version]);
        const nobody = await visitor(site).post(`/funding/${request.code}/steward/${path}`, form);
        expect(nobody.status).toBe(401);
      }
    },
  );

  test("has a page that says where it stands, with one main action", async () => {
    const request = await at(state);
    const page = await requester.get(`/funding/${request.code}/steward`);
    if (state === "draft") return expect(page.headers.get("location")).toBe(`/funding/${request.code}/edit`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect((html.match(/class="button button-main"/g) ?? []).length).toBeLessThanOrEqual(1);
    expect(page.headers.get("cache-control")).toBe("private, no-store");
  });
});

describe("who carries a request on", () => {
  test("loses nothing that was refused", async () => {
    const request = await at("delivering", { kind: "shared-development", license: "AGPL-3.0-or-later" });
    const path = `/funding/${request.code}/steward`;
    for (const [act, form, field] of [
      ["delivery", { report: "Presque tout.", deliverable: "" }, "deliverable"],
      ["delivery", { report: "", deliverable: "https://git.example/x" }, "report"],
      ["delivery", { report: "Tout.", deliverable: "pas une adresse" }, "deliverable"],
      ["payment", { payment: "http://pay.example/x" }, "payment"],
      ["payment", { payment: "javascript:alert(1)" }, "payment"],
      ["news", { news: "x".repeat(10_001) }, "news"],
    ] as const) {
      const sent = await requester.post(`${path}/${act}`, form);
      expect(sent.status).toBe(422);
      const html = await sent.text();
      expect(html).toContain(`id="${field}-error"`);
      for (const typed of Object.values(form)) expect(html).toContain(typed);
    }
    const late = await at("reached");
    for (const until of ["2020-01-01", "hier", day(300)]) {
      const sent = await requester.post(`/funding/${late.code}/steward/commitment`, { until });
      expect([until, sent.status]).toEqual([until, 422]);
      expect(await sent.text()).toContain(`value="${until}"`);
    }
  });

  test("finds what was typed again after showing who they are", async () => {
    const request = await at("open");
    const alice = visitor(site);
    const asks = await alice.post(`/funding/${request.code}/steward/news`, {
      act: "news",
      news: "Nous y sommes presque.",
    });
    const then = decodeURIComponent(/href="\/sign-in\?then=([^"]+)"/.exec(await asks.text())?.[1] ?? "");
    await comeIn(site, alice, api, then);
    expect(await (await alice.get(then)).text()).toContain("Nous y sommes presque.</textarea>");
    expect(await listFundingNews(site.db, request.id)).toEqual([]);
  });

  test("says news, a closing word, and where to pay, each once", async () => {
    const heard = await at("open");
    const form = "11111111-2222-4333-8444-555555555555";
    for (let times = 0; times < 2; times += 1)
      await steward.post(`/funding/${heard.code}/steward/news`, { form, news: "Nous sommes trois." });
    expect((await listFundingNews(site.db, heard.id)).map(({ text }) => text)).toEqual(["Nous sommes trois."]);
    const failed = await at("failed");
    await requester.post(`/funding/${failed.code}/steward/closing`, { closing: "Une autre fois." });
    expect((await listFundingNews(site.db, failed.id)).map(({ kind }) => kind)).toEqual(["closing"]);
    const early = await requester.post(`/funding/${heard.code}/steward/payment`, { payment: "https://pay.example/x" });
    expect(early.status).toBe(422);
    const committed = await at("committed");
    await steward.post(`/funding/${committed.code}/steward/payment`, { payment: "https://pay.example/x" });
    expect((await findFundingById(site.db, committed.id))?.payment).toBe("https://pay.example/x");
  });

  test("chooses one answer of a host", async () => {
    const request = await at("open");
    const content = {
      ...{ visibility: "requester" as const, text: "Un Nextcloud partagé.", amount: 58_000, currency: "EUR" },
      ...{ period: "year" as const, ready: "2027-03-01", terms: null, url: null },
    };
    const [one, two] = await site.db.transaction().execute(async (tx) => {
      const host = (await someParty(tx, now(), "Mille Sabots")).id;
      return [
        must(await makeProposal(tx, request.code, content, { by: host, now: now() })),
        must(await makeProposal(tx, request.code, content, { by: host, now: now() })),
      ];
    });
    const path = `/funding/${request.code}/steward`;
    expect(await (await steward.get(path)).text()).toContain("Un Nextcloud partagé.");
    expect((await steward.post(`${path}/choice`, { proposal: one?.id ?? "" })).headers.get("location")).toBe(
      `${path}?done=choice`,
    );
    expect((await steward.post(`${path}/choice`, { proposal: two?.id ?? "" })).status).toBe(422);
    expect((await steward.post(`${path}/choice`, { proposal: "x" })).status).toBe(404);
  });
});
