import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sweepKeptForms } from "../../src/foundation/kept-forms.ts";
import { commitFunding } from "../../src/pledges/committing.ts";
import { talliesOf } from "../../src/pledges/tallies.ts";
import { asked, must, someFunding } from "../support/funding.ts";
import { startMastodonApi } from "../support/mastodon-api.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor, visitor } from "./desk.ts";
import { formIn } from "./forms.ts";
import { comeIn, day } from "./visiting.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
});
afterAll(() => site[Symbol.asyncDispose]());

const open = (more: object = {}) => someFunding(site.db, new Date(), { deadline: day(60), ...more });
const totalOf = async (id: string) => (await talliesOf(site.db, [id])).get(id)?.total;

/** Sends the form of a page with what is typed; redirects are not followed. */
async function fill(browser: Visitor, path: string, typed: Readonly<Record<string, string>>): Promise<Response> {
  const form = formIn(await (await browser.get(path)).text());
  return browser.post(path, { ...form, ...typed });
}

describe("promising on the site", () => {
  test("somebody with an account elsewhere promises, and sees what it is", async () => {
    await using api = await startMastodonApi();
    const request = await open({ presets: ["20.00", "50.00"] });
    const alice = visitor(site);
    await comeIn(site, alice, api);
    const sent = await fill(alice, `/funding/${request.code}/pledge`, { preset: "20.00" });
    expect(sent.status).toBe(303);
    const own = sent.headers.get("location") ?? "";
    expect(own).toMatch(new RegExp(`^/funding/${request.code}/pledges/[0-9a-f-]{36}\\?done=promised$`));
    expect(await totalOf(request.id)).toBe(2_000);
    const page = await (await alice.get(own)).text();
    expect(page).toContain("Vous avez promis 20\u00a0€.");
    expect(page).toContain("C’est promis.");
    expect((await visitor(site).get(own)).status).toBe(401);
    expect((await (await signedIn(site)).get(own)).status).toBe(404);
  });

  test("amounts are read as people type them, and stored to the cent", async () => {
    await using api = await startMastodonApi();
    const alice = visitor(site);
    await comeIn(site, alice, api);
    for (const [typed, cents] of [
      ["20", 2_000],
      ["20,50", 2_050],
      [" 20 € ", 2_000],
      ["1\u202f200,5 euros", 120_050],
      ["€ 7.05", 705],
    ] as const) {
      const request = await open();
      expect((await fill(alice, `/funding/${request.code}/pledge`, { amount: typed })).status).toBe(303);
      expect(await totalOf(request.id)).toBe(cents);
    }
  });

  const refusals: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
    [{ amount: "1.500" }, "amount"],
    [{ amount: "vingt" }, "amount"],
    [{ amount: "-5" }, "amount"],
    [{ amount: "0" }, "amount"],
    [{ amount: "1e3" }, "amount"],
    [{ amount: "٣" }, "amount"],
    [{ amount: "20 $" }, "amount"],
    [{ amount: "" }, "amount"],
    [{ amount: "4" }, "amount"],
    [{ amount: "501" }, "amount"],
    [{ amount: "20", what: "relire" }, "what"],
    [{ what: "relire", count: "beaucoup" }, "count"],
    [{ what: "relire", unit: "siècle" }, "unit"],
    [{ count: "3" }, "what"],
    [{ amount: "20", conditionTotal: "beaucoup" }, "conditionTotal"],
    [{ amount: "20", conditionParticipants: "1" }, "conditionParticipants"],
    [{ amount: "20", validUntil: "31 février" }, "validUntil"],
    [{ amount: "20", validUntil: "2020-01-31" }, "validUntil"],
    [{ amount: "20", visibility: "loud" }, "visibility"],
  ];

  test.each(refusals)("%j is refused beside its field, and nothing that was typed is lost", async (typed, field) => {
    const request = await open({ minimumPledge: "5.00", maximumPledge: "500.00" });
    const host = await signedIn(site);
    const sent = await fill(host, `/funding/${request.code}/pledge`, { conditionParticipants: "4", ...typed });
    expect(sent.status).toBe(422);
    const page = await sent.text();
    expect(page).toContain(`id="${field}-error"`);
    const again = formIn(page);
    for (const [name, value] of Object.entries(typed))
      if (!["unit", "visibility"].includes(name)) expect(again[name]).toEqual([value]);
    expect(await totalOf(request.id)).toBe(0);
  });

  test("what was typed waits for somebody who first shows who they are", async () => {
    await using api = await startMastodonApi();
    const request = await open();
    const alice = visitor(site);
    const path = `/funding/${request.code}/pledge`;
    const typed = { amount: "12,50", conditionParticipants: "4", visibility: "anonymous" };
    const asks = await fill(alice, path, typed);
    expect(asks.status).toBe(401);
    const page = await asks.text();
    expect(page).toContain("Au nom de qui");
    expect(await totalOf(request.id)).toBe(0);
    const then = decodeURIComponent(/href="\/sign-in\?then=([^"]+)"/.exec(page)?.[1] ?? "");
    const back = await comeIn(site, alice, api, then);
    expect(back.headers.get("location")).toBe(then);
    const form = await (await alice.get(then)).text();
    expect(form).toContain("Ce que vous aviez écrit est là");
    expect(formIn(form)).toMatchObject({ amount: ["12,50"], conditionParticipants: ["4"], visibility: ["anonymous"] });
    expect((await alice.post(path, formIn(form))).status).toBe(303);
    expect((await alice.get(`${path}?kept=${"x".repeat(32)}`)).status).toBe(200);
    const stored = await site.db.selectFrom("keptForms").selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain("12,50");
    await site.db
      .updateTable("keptForms")
      .set({ kept: new Date(0) })
      .execute();
    await sweepKeptForms(site.db);
    expect(await site.db.selectFrom("keptForms").selectAll().execute()).toEqual([]);
  });

  test("the host's way leads back to the same form", async () => {
    const request = await open();
    const stranger = visitor(site);
    const page = await (await fill(stranger, `/funding/${request.code}/pledge`, { amount: "7" })).text();
    const way = /href="(\/admin\/sign-in[^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
    await signedIn(site, "editor");
    const back = new URL(way, site.origin).searchParams.get("back") ?? "";
    const entered = await stranger.post("/admin/sign-in", {
      ...{ email: "editor@example.org", password: "quatre chevaux de bois", back },
    });
    expect(entered.headers.get("location")).toBe(back);
    const on = await stranger.get(back);
    expect(on.headers.get("location")).toMatch(new RegExp(`^/funding/${request.code}/pledge\\?kept=`));
    expect(formIn(await (await stranger.get(on.headers.get("location") ?? "")).text())["amount"]).toEqual(["7"]);
  });

  test("a form that is sent twice promises once", async () => {
    const request = await open();
    const host = await signedIn(site);
    const path = `/funding/${request.code}/pledge`;
    const form = { ...formIn(await (await host.get(path)).text()), amount: "20" };
    const [one, two] = await Promise.all([host.post(path, form), host.post(path, form)]);
    expect([one?.status, two?.status]).toEqual([303, 303]);
    expect(one?.headers.get("location")).toBe(two?.headers.get("location"));
    expect(await totalOf(request.id)).toBe(2_000);
    const deeds = await site.db
      .selectFrom("journal")
      .select("deed")
      .where("subject", "=", request.content.title)
      .execute();
    expect(deeds.filter(({ deed }) => deed === "pledge-made").length).toBeGreaterThan(0);
  });

  test("help in kind is counted apart, with its words", async () => {
    const request = await open();
    const host = await signedIn(site);
    const sent = await fill(host, `/funding/${request.code}/pledge`, {
      what: "relire la documentation",
      count: "3",
      unit: "hour",
    });
    const page = await (await host.get(sent.headers.get("location") ?? "")).text();
    expect(page).toContain("3 heures\u00a0: relire la documentation");
    expect((await talliesOf(site.db, [request.id])).get(request.id)).toMatchObject({ total: 0, help: { hour: 3 } });
  });
});

describe("one's own promise", () => {
  test("is changed, and taken back with a question before", async () => {
    const request = await open();
    const host = await signedIn(site);
    const made = await fill(host, `/funding/${request.code}/pledge`, { amount: "20" });
    const own = (made.headers.get("location") ?? "").replace(/\?.*/, "");
    expect(formIn(await (await host.get(`${own}/change`)).text())["amount"]).toEqual(["20"]);
    const changed = await fill(host, `${own}/change`, { amount: "35" });
    expect(changed.headers.get("location")).toBe(`${own}?done=changed`);
    expect(await totalOf(request.id)).toBe(3_500);
    const again = await fill(host, `${own}/change`, { amount: "trente" });
    expect([again.status, formIn(await again.text())["amount"]]).toEqual([422, ["trente"]]);
    expect((await host.get(`${own}/withdrawal`)).status).toBe(200);
    expect(await totalOf(request.id)).toBe(3_500);
    expect((await host.post(`${own}/withdrawal`, {})).headers.get("location")).toBe(`${own}?done=withdrawn`);
    expect(await totalOf(request.id)).toBe(0);
    expect(await (await host.get(own)).text()).toContain("Reprise");
    const late = await fill(host, `${own}/change`, { amount: "5" });
    expect(late.status).toBe(422);
  });

  test("is somebody's only: nobody else reads, changes or takes it back", async () => {
    await using api = await startMastodonApi();
    const request = await open();
    const host = await signedIn(site);
    const made = await fill(host, `/funding/${request.code}/pledge`, { amount: "20" });
    const own = (made.headers.get("location") ?? "").replace(/\?.*/, "");
    const alice = visitor(site);
    await comeIn(site, alice, api);
    expect((await alice.get(own)).status).toBe(404);
    expect((await alice.post(`${own}/withdrawal`, {})).status).toBe(404);
    expect((await alice.post(`${own}/change`, { amount: "1" })).status).toBe(404);
    expect((await alice.post(`${own}/confirmation`, {})).status).toBe(404);
    expect((await host.get(own.replace(/.$/, "x"))).status).toBe(404);
    expect(await totalOf(request.id)).toBe(2_000);
  });

  test("is confirmed when that is asked, and not before", async () => {
    const request = await open({ goal: { mode: "all-or-nothing", minimum: "20.00" } });
    const host = await signedIn(site);
    const made = await fill(host, `/funding/${request.code}/pledge`, { amount: "20" });
    const own = (made.headers.get("location") ?? "").replace(/\?.*/, "");
    expect((await host.post(`${own}/confirmation`, {})).status).toBe(409);
    const now = new Date();
    await site.db
      .transaction()
      .execute(async (tx) =>
        must(await commitFunding(tx, request.code, { by: request.requester.id, now, until: null })),
      );
    expect(await (await host.get(own)).text()).toContain("Confirmez-vous");
    expect((await fill(host, `${own}/change`, { amount: "30" })).status).toBe(422);
    expect((await host.post(`${own}/confirmation`, {})).headers.get("location")).toBe(`${own}?done=confirmed`);
    expect(await (await host.get(own)).text()).toContain("Confirmée");
  });

  test("drafts take none", async () => {
    const drafted = await site.api("POST", "/funding-requests", {
      ...{ title: "Un wiki", kind: "donation", description: "x", deadline: day(30) },
      goal: { mode: "all-or-nothing", minimum: "600.00" },
    });
    const { id } = (await drafted.json()) as { id: string };
    expect(asked().terms.kind).toBe("shared-purchase");
    expect((await visitor(site).get(`/funding/${id}/pledge`)).status).toBe(404);
  });
});
