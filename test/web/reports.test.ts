import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftFunding, openFunding } from "../../src/funding/changes.ts";
import type { FundingRequest } from "../../src/funding/funding.ts";
import { actorParty } from "../../src/funding/parties.ts";
import { makePledge } from "../../src/pledges/making.ts";
import { eventually } from "../support/eventually.ts";
import { type Activity, type FakeMastodon, startFakeMastodon } from "../support/fake-mastodon.ts";
import { asked, must, promise, someFunding } from "../support/funding.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor, visitor } from "./desk.ts";

let site: TestSite;
let alice: FakeMastodon;
let ada: Visitor;
let request: FundingRequest;
beforeAll(async () => {
  site = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
  alice = await startFakeMastodon();
  ada = await signedIn(site);
  const host = String((await alice.find(`la_pomme@${new URL(site.origin).host}`))["id"]);
  await alice.mention(host, "<p>Bonjour</p>");
  request = await opened(alice.actor);
});
afterAll(async () => {
  await alice[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

const now = () => new Date();

async function opened(actor: string): Promise<FundingRequest> {
  return site.db.transaction().execute(async (tx) => {
    const requester = await actorParty(tx, { actor, name: "Alice", address: null }, now());
    const draft = asked({ title: "Un wiki à plusieurs" });
    const { code } = must(await draftFunding(tx, draft, { requester, now: now() }));
    return must(await openFunding(tx, code, { by: requester.id, now: now() }));
  });
}

const desk = "/admin/messages/reports";
const text = async (answer: Response | Promise<Response>) => (await answer).text();
const openReports = () => site.db.selectFrom("reports").selectAll().where("handled", "is", null).execute();

/** Opens the form, waits as long as a person would, and sends it. */
async function sends(browser: Visitor, path: string, form: Readonly<Record<string, string>>): Promise<Response> {
  const page = await text(browser.get(path));
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1];
  const pledge = hidden("pledge");
  const seal = { form: hidden("form") ?? "", ...(pledge === undefined ? {} : { pledge }) };
  await new Promise((resolve) => setTimeout(resolve, 3_100)); // no person is faster
  return browser.post(path.replace(/\?.*$/, ""), { ...seal, ...form });
}

describe("whoever reads a request", () => {
  test("can say that something is wrong with it, without showing who they are", async () => {
    const path = `/funding/${request.code}/report`;
    const sent = await sends(visitor(site), path, { reason: "C’est une arnaque.", contact: "eve@example.org" });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, `${path}?done`]);
    expect(await text(visitor(site).get(`${path}?done`))).toContain("Merci, c’est noté");
    expect(await openReports()).toMatchObject([
      { reporter: null, content: "C’est une arnaque.", contact: "eve@example.org" },
    ]);
    const page = await text(ada.get(desk));
    for (const words of ["Signalement depuis ce site", "C’est une arnaque.", "eve@example.org", "Un wiki à plusieurs"])
      expect(page).toContain(words);
    expect(page).toContain(`href="/funding/${request.code}"`);
    expect(await text(ada.get("/admin"))).toContain("/admin/messages/reports");
  });

  test("can say so of a promise, too", async () => {
    const pledge = await site.db.transaction().execute(async (tx) => {
      const party = await actorParty(tx, { actor: "https://x.example/u", name: "X", address: null }, now());
      return must(await makePledge(tx, promise(2_000), { request: request.id, by: party.id, now: now() })).pledge;
    });
    await sends(visitor(site), `/funding/${request.code}/report?pledge=${pledge}`, { reason: "Une insulte." });
    const report = (await openReports()).find(({ content }) => content === "Une insulte.");
    expect(report?.objects).toEqual([`${site.origin}/funding/${request.code}#pledge-${pledge}`]);
  });

  test("is told what is missing, and loses nothing", async () => {
    const path = `/funding/${request.code}/report`;
    const answer = await sends(visitor(site), path, { reason: " ", contact: "eve@example.org" });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("Dites en quelques mots ce qui ne va pas.");
    expect(page).toContain('value="eve@example.org"');
  });

  test("is no robot: one that fills in every field is not heard, nor one that sends many", async () => {
    const before = (await openReports()).length;
    const path = `/funding/${request.code}/report`;
    const robot = visitor(site);
    expect((await sends(robot, path, { reason: "Achetez", website: "https://spam.example" })).status).toBe(422);
    let last = 0;
    for (let n = 0; n < 10; n += 1) last = (await robot.post(path, { reason: "Gardez-moi" })).status;
    const refused = await robot.post(path, { reason: "Gardez-moi" });
    expect([last, refused.status]).toEqual([429, 429]);
    expect(await refused.text()).toContain("Gardez-moi");
    expect(await openReports()).toHaveLength(before);
  });

  test("cannot find out by this form which drafts there are", async () => {
    const { code } = await site.db.transaction().execute(async (tx) => {
      const requester = await actorParty(tx, { actor: alice.actor, name: "Alice", address: null }, now());
      return must(await draftFunding(tx, asked(), { requester, now: now() }));
    });
    expect((await visitor(site).get(`/funding/${code}/report`)).status).toBe(404);
  });
});

describe("a complaint of another server", () => {
  test("is shown with the request that it is about, by whatever address", async () => {
    const { id, handle } = await someFunding(site.db, now(), { title: "Une visio pour nous" });
    const actor = `${site.origin}/ap/actors/${id}`;
    const host = String((await alice.find(`la_pomme@${new URL(site.origin).host}`))["id"]);
    const flag = { type: "Flag", actor: alice.actor, content: "Bizarre", object: [actor, `${site.origin}/@${handle}`] };
    await alice.post(
      { "@context": "https://www.w3.org/ns/activitystreams", id: `${alice.origin}/flags/1`, ...flag },
      { to: host },
    );
    await eventually(async () => (await openReports()).some(({ content }) => content === "Bizarre"));
    const page = await text(ada.get(desk));
    expect(page.split("Une visio pour nous").length - 1).toBe(2);
  });
});

describe("the desk", () => {
  test("passes a complaint on to the server of who asked, once, naming nobody", async () => {
    const report = (await openReports()).find(({ content }) => content === "C’est une arnaque.");
    const form = { report: report?.id ?? "", do: "pass-on" };
    expect(await text(ada.get(desk))).toContain(`Transmettre à ${new URL(alice.origin).host}`);
    expect((await ada.post(desk, form)).headers.get("location")).toBe(`${desk}?done=passed-on`);
    const flag = await alice.waitFor(({ type }: Activity) => type === "Flag");
    expect(flag).toMatchObject({
      ...{ actor: `${site.origin}/ap/instance`, to: [alice.actor] },
      ...{ object: [alice.actor], content: "C’est une arnaque." },
    });
    expect(JSON.stringify(flag)).not.toContain("eve@example.org");
    expect((await ada.post(desk, form)).headers.get("location")).toBe(desk);
    expect(await text(ada.get(desk))).toContain("Transmis le");
    expect(alice.received.filter(({ type }) => type === "Flag")).toHaveLength(1);
  });
});
