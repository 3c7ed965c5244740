import { afterAll, beforeAll, expect, test } from "vitest";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn } from "./desk.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const call = (token: string) =>
  fetch(`${site.origin}/api/v1/tokens`, { headers: { authorization: `Bearer ${token}` } });

test("a key is shown once, opens what it should, and opens nothing once it is taken back", async () => {
  const administrator = await signedIn(site);
  const made = await administrator.post("/admin/server/tokens", { label: "Notre site", scope: "admin" });
  const [token = ""] = /essaim_[A-Za-z0-9_-]{43}/.exec(await made.text()) ?? [];
  expect((await call(token)).status).toBe(200);
  const page = await (await administrator.get("/admin/server/tokens")).text();
  expect(page).toContain("Notre site");
  expect(page).not.toContain(token);
  const row = await site.db
    .selectFrom("tokens")
    .select("id")
    .where("label", "=", "Notre site")
    .executeTakeFirstOrThrow();
  await administrator.post(`/admin/server/tokens/${row.id}/end`);
  expect((await call(token)).status).toBe(401);
  const deeds = await site.db.selectFrom("journal").select("deed").where("subject", "=", "Notre site").execute();
  expect(deeds.map(({ deed }) => deed)).toEqual(["token-created", "token-ended"]);
});

test("what is missing is said beside its field, and what was typed stays", async () => {
  const administrator = await signedIn(site);
  const answer = await administrator.post("/admin/server/tokens", { label: "Notre site", scope: "" });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('value="Notre site"');
  expect(html).toContain('href="#scope"');
});

test("keys are for administrators", async () => {
  const editor = await signedIn(site, "editor");
  expect((await editor.get("/admin/server/tokens")).status).toBe(403);
  expect((await editor.post("/admin/server/tokens", { label: "x", scope: "admin" })).status).toBe(403);
});
