import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { depart } from "../../src/catalogue/departed.ts";
import { enterMissing } from "../../src/catalogue/projection.ts";
import { freshDatabase } from "../support/database.ts";
import { enterForeignHost, enterForeignOffer, withdrawForeignOffer } from "../support/foreign-offers.ts";
import { files, lists, publish, say } from "./offers.ts";
import { openPages, type Pages } from "./pages.ts";

const start = new Date("2026-11-20T10:00:00Z");
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
const [banal, louche] = ["https://banal.example", "https://louche.example"];

let database: Awaited<ReturnType<typeof freshDatabase>>;
let pages: Pages;
let clock = later(10);

beforeAll(async () => {
  database = await freshDatabase();
  pages = await openPages(database.url, { now: () => clock });
  const { db } = pages;
  await enterForeignHost(db, banal, { now: start });
  await enterForeignHost(db, "https://muet.example", { name: "Le Muet; =1+1", now: start });
  await enterForeignHost(db, louche, { name: "Louche", trust: 2, now: start });
  await enterForeignOffer(db, banal, "courriel", { state: "open", now: later(1) });
  await enterForeignOffer(db, banal, "wiki", { title: '=cmd("x")', state: "closed", now: later(2) });
  await enterForeignOffer(db, louche, "chat", { now: later(3) });
});

afterAll(async () => {
  await pages.close();
  await database.drop();
});

interface Data {
  readonly license: { spdx: string };
  readonly source: string;
  readonly hosts: readonly { name: string; origin: string; trust: number; confirmed: string }[];
  readonly offers: readonly { title: string; trust: number; confirmed: string; availability: { state: string } }[];
  readonly gone: readonly { id: string; kind: string }[];
}
const data = async (query = "") => (await (await pages.get(`/directory.json${query}`)).json()) as Data;

describe("the directory as open data", () => {
  test("holds every host and offer that visitors are shown, with origin, trust and day, under an open licence", async () => {
    const { license, source, hosts, offers } = await data();
    expect([license.spdx, source]).toEqual(["etalab-2.0", "https://pomme.example"]);
    expect(hosts.map(({ name }) => name).sort()).toEqual(["Le Four banal", "Le Muet; =1+1"]);
    expect(hosts[0]).toMatchObject({ origin: banal, trust: 4, confirmed: start.toISOString() });
    expect(offers).toMatchObject([
      { title: "Le courriel des associations", trust: 4, availability: { state: "open" } },
      { title: '=cmd("x")', confirmed: later(2).toISOString(), availability: { state: "closed" } },
    ]);
    expect(JSON.stringify(hosts)).not.toContain("contact");
  });

  test("is open to every page on the web, and sent once only to those who come again", async () => {
    const first = await pages.get("/directory.json");
    expect(first.headers.get("access-control-allow-origin")).toBe("*");
    expect(first.headers.get("link")).toContain('rel="license"');
    const etag = first.headers.get("etag") ?? "";
    const again = () => pages.get("/directory.json", { "if-none-match": etag });
    expect((await again()).status).toBe(304);
    await enterForeignOffer(pages.db, banal, "agenda", { title: "Un agenda", now: later(4) });
    expect((await again()).status).toBe(200);
  });

  test("holds what fits a search alone, where one is asked for", async () => {
    const { hosts, offers } = await data("?need=email&q=courriel");
    expect([hosts.map(({ name }) => name), offers.map(({ title }) => title)]).toEqual([
      ["Le Four banal"],
      ["Le courriel des associations"],
    ]);
    expect((await data("?need=accounting")).hosts).toEqual([]);
    expect(await (await pages.get("/directory.csv?q=courriel")).text()).not.toContain("cmd");
  });

  test("says what has changed since, and what has left", async () => {
    await withdrawForeignOffer(pages.db, `${banal}/ap/actors/agenda`, later(5));
    const { offers, gone } = await data(`?since=${later(1).toISOString()}`);
    expect(offers.map(({ title }) => title)).toEqual(['=cmd("x")']);
    expect(gone).toMatchObject([{ id: `${banal}/ap/actors/agenda`, kind: "offer" }]);
    expect((await pages.get("/directory.json?since=hier")).status).toBe(400);
  });

  test("does not name what has left on a domain that is blocked here, nor below it", async () => {
    const { db } = pages;
    const left = later(6);
    const hosts = [
      "https://parasite.example/a",
      "https://nid.parasite.example:8443/a",
      "https://antiparasite.example/a",
    ];
    await db.transaction().execute((tx) => depart(tx, "host", hosts, left));
    await db.insertInto("blocks").values({ id: randomUUID(), domain: "parasite.example" }).execute();
    const { gone } = await data(`?since=${later(5.5).toISOString()}`);
    expect(gone.map(({ id }) => id)).toEqual(["https://antiparasite.example/a"]);
  });

  test("does not pass on what its host has not confirmed in time", async () => {
    clock = later(24 * 70);
    expect((await data()).offers.map(({ availability }) => availability.state)).toEqual(["unknown", "unknown"]);
    clock = later(10);
  });

  test("is a table too, in which no cell computes", async () => {
    const text = await (await pages.get("/directory.csv")).text();
    const rows = text
      .replace(/^\ufeff/, "")
      .trim()
      .split("\r\n");
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatch(/^"host_name";"host_actor";"origin";"offer_title"/);
    expect(text).toContain(`"'=cmd(""x"")"`);
    expect(rows[3]).toContain('"Le Muet; =1+1"');
  });

  test("is the list that LibreHosters read", async () => {
    expect(await (await pages.get("/directory.librehost.json")).json()).toEqual({
      hote: `${banal}/librehost.json`,
      "hote-muet-example": "https://muet.example/librehost.json",
    });
  });

  test("is explained on a page, with its licence", async () => {
    const page = await (await pages.get("/directory/data")).text();
    expect(page).toContain("Licence Ouverte 2.0");
    for (const path of ["/directory.json", "/directory.csv"]) expect(page).toContain(`href="${path}"`);
  });

  test("comes whole when it is longer than what is read at a time", async () => {
    const { db } = pages;
    await sql`
      insert into catalogue_offers (actor, host, proposal, handle, slug, url, content, availability, version, published, changed, asked, seal)
      select actor || n, host, proposal || n, handle || n, slug || n, url || n, content, availability, version, published, changed, asked, seal
      from catalogue_offers, generate_series(1, 520) as n where slug = 'courriel'`.execute(db);
    await db.transaction().execute(enterMissing);
    const { offers } = await data();
    expect(new Set(offers.map((offer) => JSON.stringify(offer))).size).toBe(522);
  });
});

describe("pages say what they show for programs too", () => {
  const structured = async (path: string) => {
    const [, text = "{}"] =
      /<script type="application\/ld\+json">(.*?)<\/script>/.exec(await (await pages.get(path)).text()) ?? [];
    return JSON.parse(text) as Record<string, unknown>;
  };

  test("the host as an Organization, an offer as a Service of it", async () => {
    expect(await structured("/about")).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Organization",
      name: "La Pomme",
    });
    await publish(pages.db, "listes", { ...lists, title: "</script><b>Listes" }, later(7));
    await say(pages.db, "listes", { state: "open" }, later(8));
    const service = await structured("/offers/listes");
    expect(service).toMatchObject({ "@type": "Service", name: "</script><b>Listes", provider: { name: "La Pomme" } });
    // One formula has one price; the other depends on how many people there are, and so has none.
    expect(service["offers"]).toMatchObject([
      { "@type": "Offer", price: "10.00", priceCurrency: "EUR", availability: "https://schema.org/InStock" },
    ]);
  });

  test("no price where it depends on something", async () => {
    await publish(pages.db, "fichiers", files, later(7));
    expect(await structured("/offers/fichiers")).not.toHaveProperty("offers");
  });
});
