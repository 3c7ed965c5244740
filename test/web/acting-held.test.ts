import { afterAll, beforeAll, expect, test } from "vitest";
import { letThrough, refuseOpening } from "../../src/funding/holding.ts";
import { hostParty } from "../../src/funding/parties.ts";
import { findFunding } from "../../src/funding/queries.ts";
import { keepFundingSettings } from "../../src/funding/settings.ts";
import { giveNotices } from "../../src/notices/giving.ts";
import { must, someFunding } from "../support/funding.ts";
import { startMastodonApi } from "../support/mastodon-api.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor, visitor } from "./desk.ts";
import { formIn } from "./forms.ts";
import { comeIn, day } from "./visiting.ts";

let site: TestSite;
let host: Visitor;
beforeAll(async () => {
  site = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
  host = await signedIn(site);
  await site.db.transaction().execute((tx) => keepFundingSettings(tx, { hold: "everyone" }));
});
afterAll(() => site[Symbol.asyncDispose]());

const whole = {
  ...{ title: "Un wiki à nous", description: "Nos notes.", kind: "shared-purchase", mode: "all-or-nothing" },
  ...{ minimum: "300", deadline: day(40), call: "everyone", poll: "yes" },
};

test("who asks is told that the desk has their draft, since when, and why it was refused", async () => {
  await using api = await startMastodonApi();
  const alice = visitor(site);
  await comeIn(site, alice, api);
  const drafted = await alice.post("/funding/new", whole);
  const edit = (drafted.headers.get("location") ?? "").replace(/\?.*/, "");
  const code = edit.split("/")[2] ?? "";
  expect(formIn(await (await alice.get(edit)).text())).toMatchObject({ poll: ["yes"] });
  expect((await alice.post(`${edit}/opening`, {})).status).toBe(303);
  const led = await alice.get(`/funding/${code}/steward?done=held`);
  expect(led.headers.get("location")).toBe(edit);
  for (const page of [edit, `${edit}/opening`])
    expect(await (await alice.get(page)).text()).toContain("Attend l’équipe de ce site depuis le");
  const mine = await (await alice.get("/funding/mine")).text();
  expect(mine).toContain("attend l’équipe depuis le");
  expect(mine).not.toContain("Terminer et ouvrir");
  const desk = await (await host.get("/admin/funding")).text();
  expect(desk).toContain('href="/admin/funding/held"');
  expect(desk).toContain("(1 attend)");
  expect(await (await host.get("/admin")).text()).toContain("Une annonce attend d’être lue");

  const looked = { version: (await findFunding(site.db, code))?.version ?? 0, now: new Date() };
  const reason = "Dites pour qui c’est.";
  await site.db.transaction().execute((tx) => refuseOpening(tx, code, { ...looked, reason }));
  expect(await (await alice.get(edit)).text()).toContain(reason);
  expect(await (await alice.get("/funding/mine")).text()).toContain("non ouverte par l’équipe");
  await alice.post(`${edit}/opening`, {});
  await site.db.transaction().execute(async (tx) => must(await letThrough(tx, code, looked)));
  expect((await findFunding(site.db, code))?.content.poll).toBe(true);
  expect(await (await alice.get(`/funding/${code}/steward`)).text()).not.toContain("l’équipe");
});

test("the desk sees on its page of today what its offers fit, until it is answered or read", async () => {
  const near = async () => (await (await host.get("/admin")).text()).includes("correspond à vos offres");
  const tell = async () => {
    const { id: request, code } = await someFunding(site.db, new Date(), { deadline: day(60) });
    await site.db.transaction().execute(async (tx) => {
      const { id } = await hostParty(tx, new Date());
      await giveNotices(tx, [id], { what: "near", request, event: crypto.randomUUID(), happened: new Date() });
    });
    return code;
  };
  const answered = await tell();
  expect(await near()).toBe(true);
  await host.post(`/funding/${answered}/answer`, { text: "Oui.", visibility: "everyone" });
  expect(await near()).toBe(false);
  await tell();
  expect(await near()).toBe(true);
  const form = formIn(await (await host.get("/funding/notices")).text());
  await host.post("/funding/notices", form);
  expect(await near()).toBe(false);
});
