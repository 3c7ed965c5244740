import { afterAll, beforeAll, expect, test } from "vitest";
import { listHost } from "../support/listed.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor, visitor } from "./desk.ts";

let site: TestSite;
let editor: Visitor;
let guest: Visitor;
let courge: Awaited<ReturnType<typeof listHost>>;
let navet: Awaited<ReturnType<typeof listHost>>;
beforeAll(async () => {
  site = await startSite({ name: "Le Réseau", handle: "reseau" });
  editor = await signedIn(site, "editor");
  guest = visitor(site);
  courge = await listHost(site.db, "https://courge.example", {
    name: "La Courge",
    titles: ["Un courriel", "Un agenda"],
  });
  navet = await listHost(site.db, "https://navet.example", { name: "Le Navet", titles: ["Un site web"] });
});
afterAll(() => site[Symbol.asyncDispose]());

const page = async (who: Visitor, path: string) => (await who.get(path)).text();
const form = {
  title: "Choisis pour vous",
  introduction: "Trois idées.",
  language: "fr",
  fill: "picks",
  query: "",
  shown: "yes",
};
const compose = async (more: Record<string, string> = {}) =>
  ((await editor.post("/admin/portal/sections", { ...form, ...more })).headers.get("location") ?? "").replace(
    /\?.*/,
    "",
  );

test("a list by hand is composed, ordered, and shown to the public in its order", async () => {
  const path = await compose();
  await editor.post(`${path}/picks`, { kind: "offer", actor: courge.offers[0] ?? "" });
  await editor.post(`${path}/picks`, { kind: "host", actor: navet.actor });
  const found = await page(editor, `${path}?find=agenda`);
  expect(found).toContain("Un agenda");
  await editor.post(`${path}/picks/position`, { kind: "host", actor: navet.actor, way: "up" });
  const shown = await page(guest, "/sections/choisis-pour-vous");
  expect(shown.indexOf("Le Navet")).toBeLessThan(shown.indexOf("Un courriel"));
  expect(shown).toContain("/directory/hosts/courge.example/offers/offre-0");
  expect(await page(guest, "/")).toContain("Trois idées.");
});

test("what is no longer trusted leaves by itself, and the desk says why", async () => {
  const path = await compose({ title: "Éphémère" });
  await editor.post(`${path}/picks`, { kind: "offer", actor: navet.offers[0] ?? "" });
  expect(await page(guest, "/sections/ephemere")).toContain("Un site web");
  const trust = (level: number) =>
    site.db.updateTable("catalogueHosts").set({ trust: level }).where("actor", "=", navet.actor).execute();
  await trust(2);
  expect(await page(guest, "/sections/ephemere")).not.toContain("Un site web");
  expect(await page(editor, path)).toContain("plus personne de confiance ne s’en porte garant");
  await trust(3);
  expect(await page(guest, "/sections/ephemere")).toContain("Un site web");
  await site.db
    .deleteFrom("catalogueOffers")
    .where("actor", "=", navet.offers[0] ?? "")
    .execute();
  expect(await page(editor, path)).toContain("n’existe plus dans l’annuaire");
});

test("a search fills a section by itself", async () => {
  await compose({ title: "Du courriel", fill: "search", query: "/directory?need=email" });
  expect(await page(guest, "/sections/du-courriel")).toContain("Un agenda");
});

test("a form that says nothing comes back with what was typed", async () => {
  const answer = await editor.post("/admin/portal/sections", { ...form, title: "", introduction: "Gardé" });
  expect(answer.status).toBe(422);
  const text = await answer.text();
  expect(text).toContain("Donnez un titre");
  expect(text).toContain("Gardé");
  const search = await editor.post("/admin/portal/sections", { ...form, fill: "search", query: "/about" });
  expect(search.status).toBe(422);
  expect((await editor.post("/admin/portal/sections", { ...form, fill: "search" })).status).toBe(422);
});

test("when a colleague was quicker, both versions are shown and nothing is lost", async () => {
  const path = await compose({ title: "À deux" });
  await editor.post(path, { ...form, title: "Celui de la collègue", version: "1" });
  const late = await editor.post(path, { ...form, title: "Le mien", version: "1" });
  expect(late.status).toBe(409);
  const text = await late.text();
  expect(text).toContain("Celui de la collègue");
  expect(text).toContain("Le mien");
  expect((await editor.post(path, { ...form, title: "Le mien", version: "2" })).status).toBe(303);
});

test("a section that is not shown is found by nobody but the team, and its address stays when its title changes", async () => {
  const path = await compose({ title: "Cachée", shown: "" });
  expect((await guest.get("/sections/cachee")).status).toBe(404);
  expect((await guest.get("/embed/cachee.html")).status).toBe(404);
  await editor.post(path, { ...form, title: "Montrée", version: "1" });
  expect((await guest.get("/sections/cachee")).status).toBe(200);
  await editor.post(`${path}/removal`);
  expect((await guest.get("/sections/cachee")).status).toBe(404);
});

test("a recommendation has a reason, a name and a day, and goes with its host", async () => {
  const chosen = await page(editor, `/admin/portal/highlights/new?kind=host&actor=${encodeURIComponent(courge.actor)}`);
  expect(chosen).toContain("La Courge");
  const said = { kind: "host", actor: courge.actor, reason: "Elle forme ses bénévoles.", language: "fr", who: "Ada" };
  expect((await editor.post("/admin/portal/highlights", { ...said, reason: "" })).status).toBe(422);
  await editor.post("/admin/portal/highlights", said);
  const home = await page(guest, "/");
  expect(home).toContain("Elle forme ses bénévoles.");
  expect(home).toContain("Dit par Ada");
  await site.db
    .updateTable("instances")
    .set({ state: "hidden" })
    .where("origin", "=", "https://courge.example")
    .execute();
  expect(await page(guest, "/")).not.toContain("Elle forme ses bénévoles.");
  expect(await page(editor, "/admin/portal")).toContain("son site ne répond plus");
  await site.db
    .updateTable("instances")
    .set({ state: "known" })
    .where("origin", "=", "https://courge.example")
    .execute();
  await site.db
    .updateTable("catalogueHosts")
    .set({
      profile: JSON.stringify({
        ...(await profileOf(courge.actor)),
        closing: { announced: "2020-01-01", ends: "2020-06-01", successor: null, exitGuide: null, notice: null },
      }),
    })
    .where("actor", "=", courge.actor)
    .execute();
  expect(await page(editor, "/admin/portal")).toContain("a fermé");
});

test("a reader of the desk looks and changes nothing", async () => {
  const reader = await signedIn(site, "reader", "reader@example.org");
  expect((await reader.get("/admin/portal")).status).toBe(200);
  expect((await reader.post("/admin/portal/sections", form)).status).toBe(403);
});

async function profileOf(actor: string) {
  const row = await site.db
    .selectFrom("catalogueHosts")
    .select("profile")
    .where("actor", "=", actor)
    .executeTakeFirstOrThrow();
  return row.profile as object;
}
