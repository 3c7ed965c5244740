import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listProposals } from "../../src/funding/proposals.ts";
import { commitFunding } from "../../src/pledges/committing.ts";
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
});
afterAll(() => site[Symbol.asyncDispose]());

const open = (more: object = {}) => someFunding(site.db, new Date(), { deadline: day(60), ...more });
const whole = {
  ...{ text: "Un Nextcloud partagé, deux formations.", amount: "580,50", period: "year", ready: "01/03/2027" },
  ...{ terms: "Vous partez quand vous voulez.", url: "https://pomme.example/offre", visibility: "requester" },
};

describe("a host answers a request", () => {
  test("changes its answer, and takes it back", async () => {
    const request = await open();
    const path = `/funding/${request.code}/answer`;
    const sent = await host.post(path, { ...formIn(await (await host.get(path)).text()), ...whole });
    expect(sent.headers.get("location")).toBe(`${path}?done=made`);
    const known = () => listProposals(site.db, request, request.requester.id);
    expect(await known()).toMatchObject([
      { amount: 58_050, currency: "EUR", ready: "2027-03-01", visibility: "requester" },
    ]);
    const form = formIn(await (await host.get(path)).text());
    expect(form).toMatchObject({ text: [whole.text], amount: ["580.50"] });
    expect((await host.post(path, { ...form, amount: "500" })).headers.get("location")).toBe(`${path}?done=changed`);
    expect(await known()).toMatchObject([{ amount: 50_000, state: "made" }]);
    const taken = await host.post(`${path}/withdrawal`, { proposal: form["proposal"] ?? "" });
    expect(taken.headers.get("location")).toBe(`${path}?done=withdrawn`);
    expect(await known()).toMatchObject([{ state: "withdrawn" }]);
  });

  const faults = { text: "", amount: "cher", ready: "demain", url: "pas une adresse", visibility: "few", period: "x" };
  test.each(Object.entries(faults))(
    "what is wrong with %s is said there, and nothing is lost",
    async (field, value) => {
      const request = await open();
      const sent = await host.post(`/funding/${request.code}/answer`, { ...whole, [field]: value });
      expect(sent.status).toBe(422);
      const page = await sent.text();
      expect(page).toContain(`href="#${field}"`);
      const again = formIn(page);
      for (const name of ["text", "amount", "terms", "url"] as const)
        expect(again[name]).toEqual([name === field ? value : whole[name]]);
      expect(await listProposals(site.db, request, request.requester.id)).toEqual([]);
    },
  );

  test("with somebody's own account, who says for which host", async () => {
    await using api = await startMastodonApi();
    const request = await open();
    const path = `/funding/${request.code}/answer`;
    const alice = visitor(site);
    const asks = await alice.post(path, { ...whole, provider: "Mille Sabots" });
    expect(asks.status).toBe(401);
    const then = decodeURIComponent(/href="\/sign-in\?then=([^"]+)"/.exec(await asks.text())?.[1] ?? "");
    await comeIn(site, alice, api, then);
    const form = formIn(await (await alice.get(then)).text());
    expect(form).toMatchObject({ provider: ["Mille Sabots"], text: [whole.text] });
    expect((await alice.post(path, form)).status).toBe(303);
    expect(await listProposals(site.db, request, request.requester.id)).toMatchObject([
      { provider: "Mille Sabots", party: { name: "Alice Martin" } },
    ]);
    const [own] = await listProposals(site.db, request, request.requester.id);
    expect((await host.post(path, { ...whole, proposal: own?.id ?? "" })).status).toBe(404);
    expect((await host.post(`${path}/withdrawal`, { proposal: own?.id ?? "" })).status).toBe(404);
  });

  test("is not taken where no host is asked", async () => {
    const request = await open({ call: { to: "nobody" } });
    const sent = await host.post(`/funding/${request.code}/answer`, whole);
    expect(sent.status).toBe(422);
    expect(await sent.text()).toContain("ne demande pas de réponse");
  });
});

describe("what one asked and promised", () => {
  test("is shown to whoever it is, what waits first", async () => {
    await using api = await startMastodonApi();
    const alice = visitor(site);
    expect((await alice.get("/funding/mine")).status).toBe(401);
    await comeIn(site, alice, api);
    expect(await (await alice.get("/funding/mine")).text()).toContain("Vous n’avez encore rien demandé");
    const request = await open({ title: "Un wiki pour toutes", goal: { mode: "all-or-nothing", minimum: "10.00" } });
    await alice.post(`/funding/${request.code}/pledge`, { amount: "10" });
    await alice.post("/funding/new", {
      title: "Mon brouillon à moi",
      description: "x",
      kind: "donation",
      mode: "recurring",
    });
    const deed = { by: request.requester.id, now: new Date(), until: null };
    await site.db.transaction().execute(async (tx) => must(await commitFunding(tx, request.code, deed)));
    const page = await (await alice.get("/funding/mine")).text();
    expect(page).toContain("Confirmer votre promesse pour «\u00a0Un wiki pour toutes\u00a0»");
    expect(page).toContain("Terminer et ouvrir «\u00a0Mon brouillon à moi\u00a0»");
    expect(page).toContain("10\u00a0€");
    const own = /href="(\/funding\/[^"]+\/edit)"/.exec(page)?.[1] ?? "";
    const left = await alice.post(`${own.replace("/edit", "/steward/cancellation")}`, {});
    expect(left.headers.get("location")).toBe("/funding/mine?done=cancelled");
    expect(await (await host.get("/funding/mine")).text()).not.toContain("Un wiki pour toutes");
  });
});
