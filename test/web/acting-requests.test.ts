import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findFunding } from "../../src/funding/queries.ts";
import { settleFunding } from "../../src/pledges/settling.ts";
import { startMastodonApi } from "../support/mastodon-api.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor, visitor } from "./desk.ts";
import { type Form, formIn } from "./forms.ts";
import { comeIn, day } from "./visiting.ts";

let site: TestSite;
let host: Visitor;
beforeAll(async () => {
  site = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
  host = await signedIn(site);
});
afterAll(() => site[Symbol.asyncDispose]());

const blank = async (browser: Visitor, path = "/funding/new") => formIn(await (await browser.get(path)).text());
const whole = {
  ...{ title: "Un Nextcloud à quatre", description: "Nos fichiers, ensemble.", kind: "shared-purchase" },
  ...{ needs: ["file-sharing"], mode: "all-or-nothing", minimum: "1 200,50", period: "year", presets: ["20", "50 €"] },
  ...{ deadline: day(40), extension: day(60), territories: "Rhône\nFougères (35)", call: "everyone" },
};
const codeIn = (location: string | null) => /^\/funding\/([^/?]+)\/edit/.exec(location ?? "")?.[1] ?? "";

async function drafted(browser: Visitor, more: Form = {}): Promise<string> {
  const sent = await browser.post("/funding/new", { ...(await blank(browser)), ...whole, ...more });
  expect({ status: sent.status, said: sent.status === 303 ? "" : await sent.text() }).toEqual({
    status: 303,
    said: "",
  });
  return codeIn(sent.headers.get("location"));
}

describe("a request is written down", () => {
  test("with all that it says, as people type it", async () => {
    const code = await drafted(host, { at: "money" });
    const request = await findFunding(site.db, code);
    expect(request).toMatchObject({
      state: "draft",
      requester: { kind: "host" },
      terms: { kind: "shared-purchase", goal: { minimum: 120_050, period: "year", currency: "EUR" } },
      content: { needs: ["file-sharing"], presets: [2_000, 5_000], territories: ["dep:69", "com:35115"] },
    });
    const form = await blank(host, `/funding/${code}/edit`);
    expect(form).toMatchObject({ minimum: ["1200.50"], territories: ["Rhône\nFougères"] });
  });

  test("as far as it is: what is lacking is said, and keeps it only from opening", async () => {
    const sent = await host.post("/funding/new", {
      ...{ ...(await blank(host)), title: "Un wiki", description: "Pour nos notes.", kind: "shared-development" },
      mode: "minimum-then-optimum",
    });
    const code = codeIn(sent.headers.get("location"));
    const page = await (await host.get(`/funding/${code}/edit`)).text();
    expect(page).toContain("Encore à dire avant d’ouvrir");
    for (const field of ["minimum", "optimum", "deadline", "license"]) expect(page).toContain(`<a href="#${field}">`);
    const opening = await host.post(`/funding/${code}/edit/opening`, {});
    expect(opening.status).toBe(422);
    expect((await findFunding(site.db, code))?.state).toBe("draft");
    const more = { minimum: "500", optimum: "900", deadline: day(30), license: "AGPL-3.0-or-later" };
    const path = `/funding/${code}/edit`;
    const saved = await host.post(path, { ...(await blank(host, path)), ...more, at: "opening" });
    expect(saved.headers.get("location")).toBe(`${path}/opening`);
    expect(await (await host.get(`${path}/opening`)).text()).toContain("Ce qui ne changera plus");
    const opened = await host.post(`${path}/opening`, {});
    expect(opened.headers.get("location")).toBe(`/funding/${code}/steward?done=opened`);
    expect((await findFunding(site.db, code))?.state).toBe("open");
    expect((await host.get(path)).headers.get("location")).toBe(`/funding/${code}/steward`);
  });

  const faults: readonly (readonly [string, Form])[] = [
    ["title", { title: "" }],
    ["description", { description: "" }],
    ["kind", { kind: "gift" }],
    ["mode", { mode: "maybe" }],
    ["minimum", { minimum: "beaucoup" }],
    ["minimum", { minimum: "1.500" }],
    ["minimum", { minimum: "0" }],
    ["optimum", { optimum: "12" }],
    ["participants", { participants: "un" }],
    ["period", { period: "fortnight" }],
    ["presets", { presets: ["20", "abc"] }],
    ["presets", { presets: ["20"], minimumPledge: "30" }],
    ["maximumPledge", { minimumPledge: "30", maximumPledge: "10" }],
    ["cap", { cap: "10" }],
    ["deadline", { deadline: "31/02/2027" }],
    ["deadline", { deadline: "2020-01-01" }],
    ["extension", { extension: day(2) }],
    ["territories", { territories: "Nulle-Part-en-Brume" }],
    ["territories", { territories: "Saint-Denis" }],
    ["license", { license: "Proprietary" }],
    ["hosts", { call: "some", hosts: "ftp://x" }],
  ];

  test.each(faults)("what is wrong with %s is said there, and nothing is lost: %j", async (field, more) => {
    const sent = await host.post("/funding/new", { ...(await blank(host)), ...whole, ...more });
    expect(sent.status).toBe(422);
    const page = await sent.text();
    expect(page).toContain(`href="#${field}"`);
    const again = formIn(page);
    for (const [name, value] of Object.entries({ ...whole, ...more }))
      if (!["kind", "mode", "period", "license"].includes(name))
        expect([name, [again[name] ?? []].flat().filter((one) => one !== "")]).toEqual([
          name,
          [value].flat().filter((one) => one !== ""),
        ]);
  });

  test("once, though it is sent twice", async () => {
    const form = { ...(await blank(host)), ...whole, title: "Deux fois" };
    const sent = await Promise.all([host.post("/funding/new", form), host.post("/funding/new", form)]);
    expect(new Set(sent.map((one) => one.headers.get("location"))).size).toBe(1);
  });

  test("and is nobody else's to see or change", async () => {
    await using api = await startMastodonApi();
    const code = await drafted(host);
    const alice = visitor(site);
    for (const path of ["edit", "edit/opening", "steward"]) {
      expect((await alice.get(`/funding/${code}/${path}`)).status).toBe(401);
      expect((await alice.get(`/funding/zzzz/${path}`)).status).toBe(401);
    }
    await comeIn(site, alice, api);
    for (const path of ["edit", "edit/opening", "steward", "steward/cancellation"])
      expect((await alice.get(`/funding/${code}/${path}`)).status).toBe(404);
    expect((await alice.post(`/funding/${code}/edit`, whole)).status).toBe(404);
    expect((await alice.post(`/funding/${code}/edit/opening`, {})).status).toBe(404);
    expect((await findFunding(site.db, code))?.version).toBe(1);
  });

  test("two who write at once are told, and keep what they wrote", async () => {
    const code = await drafted(host);
    const path = `/funding/${code}/edit`;
    const [one, two] = [await blank(host, path), await blank(host, path)];
    expect((await host.post(path, { ...one, title: "La première" })).status).toBe(303);
    const late = await host.post(path, { ...two, title: "La seconde" });
    expect(late.status).toBe(409);
    const again = formIn(await late.text());
    expect(again["title"]).toEqual(["La seconde"]);
    expect((await host.post(path, again)).status).toBe(303);
    expect((await findFunding(site.db, code))?.content.title).toBe("La seconde");
  });

  test("what somebody typed who has shown nothing waits for the way back", async () => {
    await using api = await startMastodonApi();
    const alice = visitor(site);
    const asks = await alice.post("/funding/new", { ...(await blank(alice)), ...whole });
    expect(asks.status).toBe(401);
    const then = decodeURIComponent(/href="\/sign-in\?then=([^"]+)"/.exec(await asks.text())?.[1] ?? "");
    await comeIn(site, alice, api, then);
    const form = formIn(await (await alice.get(then)).text());
    expect(form).toMatchObject({ title: [whole.title], minimum: ["1 200,50"], territories: [whole.territories] });
    const code = codeIn((await alice.post("/funding/new", form)).headers.get("location"));
    expect((await findFunding(site.db, code))?.requester).toMatchObject({ kind: "actor", name: "Alice Martin" });
  });
});

describe("a request that failed", () => {
  test("is opened again, smaller, and says who is asked anew", async () => {
    const code = await drafted(host, { extension: "" });
    await host.post(`/funding/${code}/edit/opening`, {});
    const pledge = await host.get(`/funding/${code}/pledge`);
    await host.post(`/funding/${code}/pledge`, { ...formIn(await pledge.text()), amount: "20" });
    const request = await findFunding(site.db, code);
    await site.db
      .transaction()
      .execute((tx) => settleFunding(tx, request?.id ?? "", new Date(Date.now() + 50 * 86_400_000)));
    const page = await (await host.get(`/funding/${code}/steward`)).text();
    expect(page).toContain(`href="/funding/new?previous=${code}"`);
    const form = await blank(host, `/funding/new?previous=${code}`);
    expect(form).toMatchObject({ minimum: ["1200.50"], deadline: [""], previous: [code] });
    const sent = await host.post("/funding/new", { ...form, minimum: "300", deadline: day(30) });
    const smaller = codeIn(sent.headers.get("location"));
    expect(await (await host.get(`/funding/${smaller}/edit/opening`)).text()).toContain("Une personne avait promis");
    expect((await findFunding(site.db, smaller))?.previous).toBe(request?.id);
    expect((await host.get(`/funding/new?previous=${smaller}`)).status).toBe(404);
  });
});
