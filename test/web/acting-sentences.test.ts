import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findFunding } from "../../src/funding/queries.ts";
import { mostOfActor } from "../../src/pledges/daily.ts";
import { listPledges } from "../../src/pledges/queries.ts";
import { keepSaying, type NewSaying } from "../../src/sayings/changes.ts";
import { findSaying } from "../../src/sayings/queries.ts";
import { someFunding } from "../support/funding.ts";
import { type MastodonApi, startMastodonApi } from "../support/mastodon-api.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor, visitor } from "./desk.ts";
import { formIn } from "./forms.ts";
import { comeIn, day } from "./visiting.ts";

let site: TestSite;
let api: MastodonApi;
let alice: Visitor;
let actor: string;
beforeAll(async () => {
  site = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
  api = await startMastodonApi();
  alice = visitor(site);
  await comeIn(site, alice, api);
  const session = await site.db.selectFrom("visitorSessions").select("actor").executeTakeFirstOrThrow();
  actor = session.actor;
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

/** Keeps what Alice wrote to one of our accounts, as it was read; gives the token of its link. */
async function wrote(said: Partial<NewSaying>): Promise<string> {
  const note = `https://${api.host}/notes/${randomUUID()}`;
  const saying: NewSaying = {
    ...{ note, actor, kind: "request", request: null, deed: "pledge", fields: {}, unsure: [] },
    ...{ text: "…", language: "fr", received: new Date(), ...said },
  };
  return site.db.transaction().execute(async (tx) => {
    await tx
      .insertInto("messages")
      .values({
        ...{ id: note, author: actor, kind: "mention", recipients: [], content: "…", visibility: "public" },
      })
      .execute();
    return keepSaying(tx, saying);
  });
}

const asked = {
  title: "Un Nextcloud à quatre",
  ...{ description: "Nos fichiers, ensemble.", kind: "shared-purchase", mode: "all-or-nothing", minimum: "600" },
};

describe("a form that was filled in from a sentence", () => {
  test("is for who wrote it: anybody else shows first who they are", async () => {
    const token = await wrote({ fields: asked, unsure: ["minimum"] });
    const path = `/funding/new?from=${token}`;
    const stranger = visitor(site);
    const asks = await stranger.get(path);
    expect(asks.status).toBe(401);
    const page = await asks.text();
    expect(page).toContain(`/sign-in?then=${encodeURIComponent(path)}`);
    expect(page).not.toContain("/association/sign-in");
    const colleague = await signedIn(site);
    expect((await colleague.get(path)).status).toBe(401);
    await comeIn(site, colleague, api);
    expect(formIn(await (await colleague.get(path)).text())).toMatchObject({ title: [asked.title], as: ["actor"] });
  });

  test("becomes a draft once, marks what was not surely understood, and keeps where it was written", async () => {
    const token = await wrote({ fields: { ...asked, territories: ["dep:69"] }, unsure: ["minimum", "deadline"] });
    const path = `/funding/new?from=${token}`;
    const page = await (await alice.get(path)).text();
    expect(page).toContain("Rempli d’après votre message");
    expect(page.match(/à vérifier/g)).toHaveLength(2);
    expect(page).toMatch(/Montant à réunir\s*<span class="chip chip-care">à vérifier/);
    const form = formIn(page);
    expect(form).toMatchObject({ territories: ["Rhône"], from: [token] });
    const wrong = await alice.post("/funding/new", { ...form, minimum: "beaucoup" });
    expect(wrong.status).toBe(422);
    const again = await wrong.text();
    expect(again).toContain("à vérifier");
    expect(formIn(again)).toMatchObject({ from: [token], minimum: ["beaucoup"] });
    const sent = await alice.post("/funding/new", { ...form, deadline: day(40) });
    expect(sent.status).toBe(303);
    const code = /funding\/([^/]+)\/edit/.exec(sent.headers.get("location") ?? "")?.[1] ?? "";
    const saying = await findSaying(site.db, token);
    expect(await findFunding(site.db, code)).toMatchObject({ original: saying?.note, requester: { actor } });
    expect(saying?.used).toBeInstanceOf(Date);
    expect(formIn(await (await alice.get(path)).text())).toMatchObject({ title: [""] });
  });

  test("becomes a promise once", async () => {
    const request = await someFunding(site.db, new Date(), { deadline: day(60) });
    const said = { kind: "pledge" as const, request: request.id };
    const token = await wrote({ ...said, fields: { amount: "20.00" }, unsure: ["condition"] });
    const page = await (await alice.get(`/funding/${request.code}/pledge?from=${token}`)).text();
    expect(page).toContain("à vérifier");
    const sent = await alice.post(`/funding/${request.code}/pledge`, formIn(page));
    expect(sent.status).toBe(303);
    expect((await findSaying(site.db, token))?.used).toBeInstanceOf(Date);
    const [pledge] = await listPledges(site.db, request, {});
    expect(pledge).toMatchObject({ party: { actor }, entry: { promised: { amount: 2_000 } } });
  });

  test("stands in the place of an earlier promise", async () => {
    const request = await someFunding(site.db, new Date(), { deadline: day(60) });
    await alice.post(`/funding/${request.code}/pledge`, { amount: "10" });
    const token = await wrote({ kind: "pledge", request: request.id, deed: "change", fields: { amount: "35.00" } });
    const led = (await alice.get(`/f/${token}`)).headers.get("location") ?? "";
    const form = formIn(await (await alice.get(led)).text());
    expect(form).toMatchObject({ amount: ["35.00"], version: ["2"] });
    expect((await alice.post(led.replace(/\?.*/, ""), form)).status).toBe(303);
    expect(await listPledges(site.db, request, {})).toMatchObject([{ entry: { promised: { amount: 3_500 } } }]);
    expect((await findSaying(site.db, token))?.used).toBeInstanceOf(Date);
  });
});

describe("at both doors, too much in a day is told and nothing is lost", () => {
  test("drafts and promises", async () => {
    const drafts = await site.db.selectFrom("fundingRequests").select("id").where("state", "=", "draft").execute();
    for (let at = drafts.length; at < mostOfActor; at += 1)
      expect((await alice.post("/funding/new", asked)).status).toBe(303);
    const refused = await alice.post("/funding/new", { ...asked, title: "Un de trop" });
    expect(refused.status).toBe(429);
    const page = await refused.text();
    expect(page).toContain("C’est trop pour aujourd’hui");
    expect(formIn(page)).toMatchObject({ title: ["Un de trop"] });
    const requests = await Promise.all(
      Array.from({ length: mostOfActor }, () => someFunding(site.db, new Date(), { deadline: day(60) })),
    );
    const statuses: number[] = [];
    for (const { code } of requests)
      statuses.push((await alice.post(`/funding/${code}/pledge`, { amount: "17" })).status);
    expect(statuses.filter((status) => status === 303).length).toBeGreaterThan(0);
    expect(statuses.at(-1)).toBe(429);
    const last = await alice.post(`/funding/${requests[0]?.code}/pledge`, { amount: "17,17" });
    const form = await last.text();
    expect(form).toContain("Ce que vous avez écrit est toujours là");
    expect(formIn(form)).toMatchObject({ amount: ["17,17"] });
  });
});
