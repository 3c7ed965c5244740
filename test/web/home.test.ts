import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeHost } from "../../src/hosts/changes.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { freshDatabase } from "../support/database.ts";
import { files, lists, offer, publish, say } from "./offers.ts";
import { openPages, type Pages } from "./pages.ts";

const now = new Date("2026-11-24T10:00:00Z");
let database: Awaited<ReturnType<typeof freshDatabase>>;
let pages: Pages;

beforeAll(async () => {
  database = await freshDatabase();
  const news = [
    {
      author: "Mille Sabots",
      content: "<b>Nos places</b> sont prises",
      published: now,
      url: "https://sabots.example/1",
    },
  ];
  pages = await openPages(database.url, { now: () => now, news });
  await publish(pages.db, "fichiers", files, now);
  await publish(pages.db, "listes", lists, now);
  await offer(pages.db, "secret", { ...files, title: "Encore un brouillon" }, now);
  await say(pages.db, "fichiers", { state: "limited", slots: 7, capacity: 20 }, now);
});

afterAll(async () => {
  await pages.close();
  await database.drop();
});

describe("the home of a host", () => {
  test("shows what is open, at what price, and who said so when", async () => {
    const html = await (await pages.get("/")).text();
    expect(html).toContain("7 places");
    expect(html).toMatch(/de 2,50\u00a0€ à 27,50\u00a0€ par mois/);
    expect(html).toContain("24 nov. 2026");
    expect(html).toContain("État inconnu");
    expect(html).not.toContain("Encore un brouillon");
  });

  test("speaks the reader's language, and marks what is written in another", async () => {
    const html = await (await pages.get("/", { "accept-language": "de, en;q=0.8, fr;q=0.5" })).text();
    expect(html).toContain('<html lang="en">');
    expect(html).toContain("What does your association need?");
    expect(html).toContain('lang="fr"');
    const chosen = await (await pages.get("/", { "accept-language": "en", cookie: "language=fr" })).text();
    expect(chosen).toContain('<html lang="fr">');
  });

  test("shows the news of other hosts as plain text", async () => {
    const html = await (await pages.get("/")).text();
    expect(html).toContain("&lt;b&gt;Nos places&lt;/b&gt;");
  });

  test("tells other software where its actor and its picture are", async () => {
    const html = await (await pages.get("/")).text();
    expect(html).toMatch(
      /<link rel="alternate" type="application\/activity\+json" href="https:\/\/pomme\.example\/ap\/actors\/[0-9a-f-]{36}"/,
    );
    expect(html).toContain('<meta name="fediverse:creator" content="@la_pomme@pomme.example"');
    expect(html).toMatch(/property="og:image" content="https:\/\/pomme\.example\/cards\/host\/fr\/[^"]+\.png"/);
    expect(html).toContain('<link rel="canonical" href="https://pomme.example/"');
  });

  test("differs by reader, and says so to caches", async () => {
    expect((await pages.get("/")).headers.get("vary")).toBe("Accept, Accept-Language, Cookie");
  });

  test("weighs at most 150 kB with everything it needs, in at most 15 requests", async () => {
    const html = await (await pages.get("/")).text();
    const needed = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = ""]) => path);
    const css = await (await pages.get(needed.find((path) => path.endsWith(".css")) ?? "")).text();
    const fonts = [...css.matchAll(/url\("?\.\.\/(fonts\/[^")]+)/g)].map(([, path = ""]) => path);
    const base = needed[0]?.split("/").slice(0, 3).join("/") ?? "";
    const all = new Set([...needed, ...fonts.map((font) => `${base}/${font}`)]);
    let weight = Buffer.byteLength(html);
    for (const path of all) weight += (await (await pages.get(path)).arrayBuffer()).byteLength;
    expect(all.size).toBeGreaterThan(4);
    expect(all.size + 1).toBeLessThanOrEqual(15);
    expect(weight).toBeLessThan(150_000);
    expect(html).not.toContain("<script");
    expect(html).not.toMatch(/ style="/);
  });

  test("says above everything when the host closes", async () => {
    await pages.db.transaction().execute(async (tx) => {
      const host = await findHost(tx);
      if (host === null) throw new Error("no host");
      const closing = {
        announced: "2026-11-01",
        ends: "2027-06-30",
        successor: "javascript:alert(1)",
        exitGuide: null,
        notice: null,
      };
      await changeHost(tx, { ...host.profile, closing }, now);
    });
    const html = await (await pages.get("/")).text();
    expect(html).toContain("Nous fermons le 30 juin 2027");
    expect(html).not.toContain('href="javascript:');
  });
});

describe("a site that is not finished", () => {
  test("says what to do before the set-up", async () => {
    const own = await freshDatabase();
    const empty = await openPages(own.url, { name: null });
    const html = await (await empty.get("/")).text();
    expect(html).toContain("essaim setup");
    expect((await empty.get("/about")).status).toBe(404);
    await empty.close();
    await own.drop();
  });

  test("says that there are no offers yet, and how to hear of the first", async () => {
    const own = await freshDatabase();
    const bare = await openPages(own.url);
    const html = await (await bare.get("/")).text();
    expect(html).toContain("Aucune offre pour l’instant");
    expect(html).toContain('action="/follow"');
    expect(html).not.toContain("Ouvert en ce moment");
    await bare.close();
    await own.drop();
  });
});

test("a long list is cut on the board of the home, what is open first, and whole on the page of its account", async () => {
  for (let number = 1; number <= 9; number += 1) await publish(pages.db, `offre-${number}`, files, now);
  await say(pages.db, "offre-9", { state: "open" }, now);
  const rows = (html: string) =>
    [...html.matchAll(/board-name"><a href="\/offers\/([a-z0-9-]+)"/g)].map(([, slug]) => slug);
  const home = await (await pages.get("/")).text();
  expect(rows(home)).toHaveLength(8);
  expect(rows(home).slice(0, 2)).toEqual(["fichiers", "offre-9"]);
  expect(home).toContain("Voir aussi 3 autres offres");
  expect(rows(await (await pages.get("/@disponibilites")).text())).toHaveLength(11);
});

describe("the one thing to do first", () => {
  const mainActions = (html: string) =>
    [...html.matchAll(/<a class="button button-main" href="([^"]+)"/g)].map(([, href]) => href);

  test("at a host is to see its offers, and where it has none, to follow it", async () => {
    expect(mainActions(await (await pages.get("/")).text())).toEqual(["#offers"]);
    const own = await freshDatabase();
    const bare = await openPages(own.url);
    expect(mainActions(await (await bare.get("/")).text())).toEqual(["#follow"]);
    await bare.close();
    await own.drop();
  });

  test("at a portal is to read what hosts announce, and before anybody has, to follow it", async () => {
    const news = [{ author: "Mille Sabots", content: "Ouvert", published: now, url: "https://sabots.example/1" }];
    for (const [heard, href] of [
      [news, "#news"],
      [[], "#follow"],
    ] as const) {
      const own = await freshDatabase();
      const portal = await openPages(own.url, { news: heard, now: () => now });
      await makePortal(portal);
      const html = await (await portal.get("/")).text();
      expect(mainActions(html)).toEqual([href]);
      expect(html).toContain(`id="${href.slice(1)}"`);
      await portal.close();
      await own.drop();
    }
  });
});

test("the home of a portal promises neither offers nor places, which it has not", async () => {
  const own = await freshDatabase();
  const portal = await openPages(own.url, { now: () => now });
  await makePortal(portal);
  const html = await (await portal.get("/")).text();
  expect(html).not.toContain("Aucune offre");
  expect(html).not.toContain("/#offers");
  expect(html).not.toContain("Suivre l’hébergeur");
  expect(html).toContain("portail de l’essaim");
  expect(await (await portal.get("/rien")).text()).not.toContain("/#offers");
  expect(html).not.toContain("/@disponibilites");
  expect(html).toContain('action="/follow"');
  await portal.close();
  await own.drop();
});

async function makePortal({ db }: Pages): Promise<void> {
  const host = await findHost(db);
  if (host === null) throw new Error("nobody hosts here");
  await db.transaction().execute((tx) => changeHost(tx, { ...host.profile, capabilities: [] }, now));
}
