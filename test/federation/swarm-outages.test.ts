import { afterAll, beforeAll, expect, test } from "vitest";
import { instanceAt, publishOne } from "../support/catalogue.ts";
import { eventually } from "../support/eventually.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";

let a: TestSite;
let b: TestSite;
let c: TestSite;
beforeAll(async () => {
  a = await startSite({ name: "La Pomme", handle: "la_pomme" });
  b = await startSite({ name: "La Loutre", handle: "la_loutre" });
  c = await startSite({ name: "Le Rucher", handle: "le_rucher" });
});
afterAll(async () => {
  for (const site of [a, b, c]) await site?.[Symbol.asyncDispose]();
});

const slugsAt = async ({ db }: Pick<TestSite, "db">, { origin }: TestSite) => {
  const rows = await db.selectFrom("catalogueOffers").select(["slug", "url"]).orderBy("slug").execute();
  return rows.filter(({ url }) => url.startsWith(origin)).map(({ slug }) => slug);
};

test("an instance that was stopped while another changed catches up as soon as it is back, and so do those who hear of it only from there", async () => {
  for (const slug of ["agenda", "courriel"]) await publishOne(b, slug);
  await befriend(a, b);
  await befriend(c, a);
  for (const site of [a, c]) await eventually(async () => (await slugsAt(site, b)).length === 2);
  await using woken = await a.sleep(async () => {
    await publishOne(b, "fichiers");
    await b.api("DELETE", "/offers/courriel/publication");
  });
  await eventually(async () => (await slugsAt(woken, b)).join(" ") === "agenda fichiers");
  await eventually(async () => (await slugsAt(c, b)).join(" ") === "agenda fichiers");
  expect(await instanceAt(woken, b.origin)).toMatchObject({ state: "known", problem: null });
});
