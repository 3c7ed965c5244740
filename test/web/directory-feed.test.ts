import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sweepNews } from "../../src/catalogue/news.ts";
import { readAtom } from "../support/atom.ts";
import { freshDatabase } from "../support/database.ts";
import { enterForeignHost, enterForeignOffer, withdrawForeignOffer } from "../support/foreign-offers.ts";
import { openPages, type Pages } from "./pages.ts";

const start = new Date("2026-11-20T10:00:00Z");
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
const [banal, sabots] = ["https://banal.example", "https://sabots.example"];

let database: Awaited<ReturnType<typeof freshDatabase>>;
let pages: Pages;
let clock = start;

beforeAll(async () => {
  database = await freshDatabase();
  pages = await openPages(database.url, { now: () => clock });
  const { db } = pages;
  await enterForeignHost(db, banal, { now: start });
  await enterForeignHost(db, sabots, { name: "Mille Sabots", now: start });
  await enterForeignOffer(db, banal, "courriel", { state: "closed", now: later(1) });
  const wiki = { title: "Un wiki <partagé>", content: { needs: ["wiki"], summary: "Des pages & des mots." } };
  await enterForeignOffer(db, sabots, "wiki", { ...wiki, state: "open", now: later(2) });
  await enterForeignOffer(db, banal, "courriel", { state: "open", now: later(3) });
  await enterForeignOffer(db, sabots, "wiki", { ...wiki, state: "limited", now: later(4) });
  clock = later(5);
});

afterAll(async () => {
  await pages.close();
  await database.drop();
});

const feed = async (query: string) => readAtom(await (await pages.get(`/directory/feed.atom${query}`)).text());
const titles = async (query: string) => (await feed(query)).entries.map(({ title }) => title);

describe("the news of the directory, for feed readers", () => {
  test("tell what is new and what takes people in, of all instances alike, the newest first", async () => {
    expect(await titles("")).toEqual([
      "Prend du monde\u00a0: Le courriel des associations, Le Four banal",
      "Nouvelle dans l’annuaire\u00a0: Un wiki <partagé>, Mille Sabots",
      "Nouvelle dans l’annuaire\u00a0: Le courriel des associations, Le Four banal",
    ]);
  });

  test("are those of a search alone, with the same filters as the directory", async () => {
    expect(await titles("?need=wiki")).toEqual(["Nouvelle dans l’annuaire\u00a0: Un wiki <partagé>, Mille Sabots"]);
    expect(await titles("?q=courriel&availability=open")).toHaveLength(2);
    expect(await titles("?need=accounting")).toEqual([]);
  });

  test("say where it comes from and when it was confirmed, and lead to the original", async () => {
    const [entry] = (await feed("?need=wiki&lang=fr")).entries;
    expect(entry?.content).toContain("Dit par Mille Sabots sur son propre site, sabots.example.");
    expect(entry?.content).toContain("Confirmé le 20 novembre 2026.");
    expect(entry?.content).toContain("Des pages &amp; des mots.");
    expect(entry?.page).toBe(`${sabots}/offers/wiki`);
  });

  test("keep their ids in every feed, in both languages, and the same search is the same feed", async () => {
    const all = (await feed("")).entries.map(({ id }) => id);
    const [wiki] = (await feed("?need=wiki&lang=en")).entries;
    expect(all).toContain(wiki?.id);
    const one = await feed("?need=wiki&need=email&sort=confirmed");
    const same = await feed("?need=email&need=wiki");
    expect(one.id).toBe(same.id);
    expect(one.title).toMatch(/^L’annuaire vu de La Pomme\u00a0: /);
  });

  test("are sent once only to those who come again", async () => {
    const first = await pages.get("/directory/feed.atom?need=wiki");
    const etag = first.headers.get("etag") ?? "";
    expect(first.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    expect((await pages.get("/directory/feed.atom?need=wiki", { "if-none-match": etag })).status).toBe(304);
  });

  test("leave out whom nobody here trusts, and tell of them once somebody does", async () => {
    const shady = "https://louche.example";
    await enterForeignHost(pages.db, shady, { name: "Louche", trust: 2, now: later(5) });
    const chat = { title: "Discuter", content: { needs: ["chat"], summary: "Parler tous ensemble." } };
    await enterForeignOffer(pages.db, shady, "chat", { ...chat, state: "open", now: later(5) });
    expect((await titles("")).join()).not.toContain("Louche");
    expect((await titles("?trust=all")).join()).not.toContain("Louche");
    await enterForeignHost(pages.db, shady, { name: "Louche", trust: 3, now: later(5) });
    expect((await titles("")).join()).toContain("Louche");
  });

  test("say no more that something opens once it has closed, nor anything once it is gone", async () => {
    await enterForeignOffer(pages.db, banal, "courriel", { state: "closed", now: later(6) });
    expect(await titles("?need=email&q=courriel")).toEqual([
      "Nouvelle dans l’annuaire\u00a0: Le courriel des associations, Le Four banal",
    ]);
    await withdrawForeignOffer(pages.db, `${banal}/ap/actors/courriel`, later(7));
    expect(await titles("?need=email&q=courriel")).toEqual([]);
  });

  test("are forgotten after 90 days", async () => {
    await sweepNews(pages.db, later(24 * 91));
    expect(await titles("")).toEqual([]);
    expect((await pages.get("/directory/feed.atom?page=0")).status).toBe(400);
  });
});

test("a confirmation of what had run out opens nothing, and what is said twice is no news", async () => {
  const news = () => pages.db.selectFrom("catalogueNews").select(["what", "before", "after"]).execute();
  await pages.db.deleteFrom("catalogueNews").execute();
  await enterForeignOffer(pages.db, banal, "agenda", { state: "open", now: later(8) });
  await enterForeignOffer(pages.db, banal, "agenda", { state: "open", now: later(24 * 80) });
  await enterForeignOffer(pages.db, banal, "agenda", { state: "open", now: later(24 * 80) });
  expect(await news()).toEqual([{ what: "listed", before: null, after: "open" }]);
  await enterForeignOffer(pages.db, banal, "agenda", { state: "paused", now: later(24 * 81) });
  expect((await news()).at(-1)).toEqual({ what: "closed", before: "open", after: "paused" });
});
