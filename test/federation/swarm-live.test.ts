import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askVisit } from "../../src/catalogue/visits.ts";
import { publishOne } from "../support/catalogue.ts";
import { eventually } from "../support/eventually.ts";
import { startForgedPeer } from "../support/forged-peer.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";

/** One combination of host and offer, as the API of the directory shows it. */
interface Item {
  readonly host: { readonly name: string };
  readonly offer: { readonly slug: string; readonly url: string };
  readonly availability: { readonly state: string; readonly slots: number | null } | null;
  readonly origin: string;
}

let hub: TestSite;
let pomme: TestSite;
let rucher: TestSite;
let loutre: TestSite;
const started: TestSite[] = [];
const start = async (name: string, handle: string) => {
  const site = await startSite({ name, handle });
  started.push(site);
  return site;
};
beforeAll(async () => {
  hub = await start("Le Carrefour", "carrefour");
  pomme = await start("La Pomme", "la_pomme");
  rucher = await start("Le Rucher", "le_rucher");
  loutre = await start("La Loutre", "la_loutre");
});
afterAll(async () => {
  for (const site of started) await site[Symbol.asyncDispose]();
});

async function directoryOf(site: TestSite): Promise<readonly Item[]> {
  const response = await site.api("GET", "/directory?trust=all&limit=100");
  if (!response.ok) throw new Error(await response.text());
  return ((await response.json()) as { items: Item[] }).items;
}

const find = async (site: TestSite, { origin }: Pick<TestSite, "origin">, slug: string) =>
  (await directoryOf(site)).find(({ offer }) => offer.url === `${origin}/offers/${slug}`) ?? null;

describe("three hosts and a hub, each of which was given one address", () => {
  test("come to hold all that all of them offer", async () => {
    await publishOne(pomme, "courriel");
    await publishOne(rucher, "fichiers");
    await publishOne(loutre, "agenda");
    await befriend(pomme, hub);
    await befriend(rucher, hub);
    await befriend(loutre, rucher);
    for (const site of [hub, pomme, rucher, loutre])
      for (const [other, slug] of [
        [pomme, "courriel"],
        [rucher, "fichiers"],
        [loutre, "agenda"],
      ] as const)
        await eventually(() => find(site, other, slug));
  });

  test("show a change of availability in all directories, for people and for programs", async () => {
    const said = await loutre.api("PUT", "/offers/agenda/availability", { state: "open", slots: 7 });
    expect(said.status).toBe(200);
    for (const site of [hub, pomme, rucher])
      await eventually(async () => (await find(site, loutre, "agenda"))?.availability?.state === "open");
    const page = await fetch(`${rucher.origin}/directory?q=agenda`);
    expect(await page.text()).toContain("Offre agenda");
  });

  test("show each place that goes, though those who follow hear of it a minute later", async () => {
    for (const slots of [6, 5]) {
      await loutre.api("PUT", "/offers/agenda/availability", { state: "open", slots });
      for (const site of [loutre, rucher, pomme])
        await eventually(async () => (await find(site, loutre, "agenda"))?.availability?.slots === slots);
    }
  });

  test("let one that comes later learn all of it", async () => {
    const verger = await start("Le Verger", "le_verger");
    await publishOne(verger, "listes");
    await befriend(verger, pomme);
    for (const [other, slug] of [
      [rucher, "fichiers"],
      [loutre, "agenda"],
    ] as const)
      await eventually(() => find(verger, other, slug));
    await eventually(() => find(loutre, verger, "listes"));
  });

  test("show nothing of one that gives out the offers of another as its own", async () => {
    await using forger = await startForgedPeer(pomme);
    forger.forge((_, answer) => ({ ...answer, body: answer.body.replaceAll(forger.origin, pomme.origin) }));
    await rucher.db
      .insertInto("instances")
      .values({ origin: forger.origin, source: "named", hops: 1, nextVisit: new Date() })
      .execute();
    await rucher.db.transaction().execute((tx) => askVisit(tx, forger.origin));
    await eventually(async () => {
      const row = await rucher.db
        .selectFrom("instances")
        .select("problem")
        .where("origin", "=", forger.origin)
        .executeTakeFirst();
      return row?.problem;
    });
    expect((await directoryOf(rucher)).filter(({ origin }) => origin === forger.origin)).toEqual([]);
    expect((await directoryOf(rucher)).filter(({ origin }) => origin === pomme.origin)).toHaveLength(1);
  });
});
