import { afterAll, beforeAll, expect, test } from "vitest";
import { instanceAt, publishOne } from "../support/catalogue.ts";
import { befriend } from "../support/peers.ts";
import { eventually, startSite, type TestSite } from "../support/site.ts";

let a: TestSite;
let b: TestSite;
beforeAll(async () => {
  a = await startSite({ name: "La Pomme", handle: "la_pomme" });
  b = await startSite({ name: "La Loutre", handle: "la_loutre" });
});
afterAll(async () => {
  for (const site of [a, b]) await site?.[Symbol.asyncDispose]();
});

const slugsAt = async ({ db }: Pick<TestSite, "db">, { origin }: TestSite) => {
  const rows = await db.selectFrom("catalogueOffers").select(["slug", "url"]).orderBy("slug").execute();
  return rows.filter(({ url }) => url.startsWith(origin)).map(({ slug }) => slug);
};

test("an instance that was stopped while another changed catches up as soon as it is back", async () => {
  for (const slug of ["agenda", "courriel"]) await publishOne(b, slug);
  await befriend(a, b);
  await eventually(async () => (await slugsAt(a, b)).length === 2);
  await using woken = await a.sleep(async () => {
    await publishOne(b, "fichiers");
    await b.api("DELETE", "/offers/courriel/publication");
  });
  await eventually(async () => (await slugsAt(woken, b)).join(" ") === "agenda fichiers");
  expect(await instanceAt(woken, b.origin)).toMatchObject({ state: "known", problem: null });
});
