import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expireAvailabilities } from "../../src/availability/changes.ts";
import { changeOffer } from "../../src/offers/changes.ts";
import { readAtom } from "../support/atom.ts";
import { freshDatabase } from "../support/database.ts";
import { files, lists, offer, publish, say, withdraw } from "./offers.ts";
import { openPages, type Pages } from "./pages.ts";

const start = new Date("2026-11-20T10:00:00Z");
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000);

let database: Awaited<ReturnType<typeof freshDatabase>>;
let pages: Pages;

beforeAll(async () => {
  database = await freshDatabase();
  pages = await openPages(database.url, { now: () => start });
  const { db } = pages;
  await offer(db, "brouillon", { ...files, title: "Encore un brouillon" }, start);
  await say(db, "brouillon", { state: "open" }, start);
  await publish(db, "fichiers", files, later(1));
  await say(db, "fichiers", { state: "closed" }, later(2));
  await say(db, "fichiers", { state: "open", slots: 7, message: "Écrivez-nous <b>vite</b>." }, later(3));
  await say(db, "fichiers", { state: "open", slots: 6 }, later(4));
  await publish(db, "listes", lists, later(5));
  await withdraw(db, "listes", later(6));
});

afterAll(async () => {
  await pages.close();
  await database.drop();
});

const feed = async (path: string, headers?: Record<string, string>) =>
  readAtom(await (await pages.get(path, headers)).text());
const titles = async (path: string) => (await feed(path)).entries.map(({ title }) => title);

describe("the news of a host, for feed readers", () => {
  test("tell what happened in plain words, the newest first, and no draft", async () => {
    expect(await titles("/feed.atom")).toEqual([
      "Offre retirée\u00a0: Write to all your members at once",
      "Nouvelle offre\u00a0: Write to all your members at once",
      "L’offre «\u00a0Partager des fichiers et des agendas\u00a0» prend de nouveau du monde\u00a0: 7 places",
      "L’offre «\u00a0Partager des fichiers et des agendas\u00a0» ne prend plus de nouvelles demandes",
      "Nouvelle offre\u00a0: Partager des fichiers et des agendas",
    ]);
  });

  test("can be had in part: offers alone, places alone", async () => {
    const offers = await feed("/offers/feed.atom");
    expect(offers.entries).toHaveLength(3);
    expect(offers.title).toBe("Les offres de La Pomme");
    const places = await feed("/availability.atom");
    expect(places.entries).toHaveLength(2);
    const all = new Map((await feed("/feed.atom")).entries.map((entry) => [entry.id, entry]));
    for (const entry of [...offers.entries, ...places.entries]) expect(all.get(entry.id)).toEqual(entry);
  });

  test("say what stood then, though another state has followed, and quote the host as text", async () => {
    const [newest] = (await feed("/availability.atom")).entries;
    expect(newest?.content).toContain("7 places");
    expect(newest?.content).toContain("Écrivez-nous &lt;b&gt;vite&lt;/b&gt;.");
    expect(newest?.published).toBe(later(3).toISOString());
    expect(newest?.page).toBe("https://pomme.example/offers/fichiers");
  });

  test("describe an offer, and no longer once it is withdrawn", async () => {
    const [ended, begun, first] = (await feed("/offers/feed.atom")).entries;
    expect(first?.content).toContain("Un espace commun pour les documents de votre association.");
    expect(first?.content).toMatch(/de 2,50\u00a0€ à 27,50\u00a0€ par mois/);
    expect(ended?.content).toContain("Cette offre a été retirée le 20 novembre 2026.");
    expect(begun?.content).toBe(ended?.content);
    expect(begun?.updated).toBe(later(6).toISOString());
  });

  test("speak the language that is asked for, or the reader's", async () => {
    const english = await feed("/feed.atom?lang=en");
    expect(english.language).toBe("en");
    expect(english.links).toMatchObject({ self: "https://pomme.example/feed.atom?lang=en" });
    expect(english.entries[2]?.title).toBe(
      "The offer “Partager des fichiers et des agendas” takes people in again: 7 places",
    );
    expect(await feed("/feed.atom", { "accept-language": "en" })).toMatchObject({
      language: "en",
      links: { self: "https://pomme.example/feed.atom" },
    });
    expect((await pages.get("/feed.atom")).headers.get("vary")).toContain("Accept-Language, Cookie");
    const ids = async (path: string) => (await feed(path)).entries.map(({ id }) => id);
    expect(await ids("/feed.atom?lang=en")).toEqual(await ids("/feed.atom?lang=fr"));
  });

  test("keep their ids when a title changes, and say when an entry was renewed", async () => {
    const before = await feed("/offers/feed.atom");
    const { db } = pages;
    await db
      .transaction()
      .execute((tx) => changeOffer(tx, "fichiers", { ...files, title: "Des fichiers" }, { now: later(7) }));
    const now = await feed("/offers/feed.atom");
    expect(now.entries.map(({ id }) => id)).toEqual(before.entries.map(({ id }) => id));
    expect(now.entries[2]).toMatchObject({
      title: "Nouvelle offre\u00a0: Des fichiers",
      updated: later(7).toISOString(),
    });
    expect(now.updated).toBe(later(7).toISOString());
    await db.transaction().execute((tx) => changeOffer(tx, "fichiers", files, { now: later(8) }));
  });

  test("are sent once only to those who come again", async () => {
    const first = await pages.get("/feed.atom");
    expect(first.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const etag = first.headers.get("etag") ?? "";
    const modified = first.headers.get("last-modified") ?? "";
    expect(modified).toBe(later(8).toUTCString());
    expect((await pages.get("/feed.atom", { "if-none-match": `"other", W/${etag}` })).status).toBe(304);
    expect((await pages.get("/feed.atom", { "if-modified-since": modified })).status).toBe(304);
    const known = await pages.get("/feed.atom", { "if-modified-since": modified, "if-none-match": '"other"' });
    expect(known.status).toBe(200);
    expect((await pages.get("/feed.atom?lang=en", { "if-none-match": etag })).status).toBe(200);
    expect((await pages.get("/feed.atom", { "if-modified-since": later(7).toUTCString() })).status).toBe(200);
  });

  test("say so when nobody knows any more whether there is room", async () => {
    await pages.db.transaction().execute((tx) => expireAvailabilities(tx, later(24 * 400)));
    expect((await titles("/availability.atom"))[0]).toContain("On ne sait plus s’il reste de la place");
  });

  test("are found from every page, by machines and by people", async () => {
    const html = await (await pages.get("/about")).text();
    for (const [path, title] of [
      ["/feed.atom", "Les nouvelles de La Pomme"],
      ["/offers/feed.atom", "Les offres de La Pomme"],
      ["/availability.atom", "Les places de La Pomme"],
    ])
      expect(html).toContain(`<link rel="alternate" type="application/atom+xml" title="${title}" href="${path}"/>`);
    expect(html).toContain('<a href="/feed.atom">');
  });

  test("are not there before somebody hosts here, nor past their end", async () => {
    const empty = await freshDatabase();
    const nobody = await openPages(empty.url, { name: null });
    expect((await nobody.get("/feed.atom")).status).toBe(404);
    await nobody.close();
    await empty.drop();
    expect((await pages.get("/feed.atom?page=2")).status).toBe(404);
    for (const page of ["0", "-1", "x", "1e9", ""])
      expect((await pages.get(`/feed.atom?page=${page}`)).status).toBe(400);
  });
});

test("a host that has said nothing yet has feeds without entries", async () => {
  const empty = await freshDatabase();
  const quiet = await openPages(empty.url, { now: () => start });
  for (const path of ["/feed.atom", "/offers/feed.atom", "/availability.atom"]) {
    const read = readAtom(await (await quiet.get(path)).text());
    expect(read).toMatchObject({ entries: [], updated: start.toISOString(), "author/name": "La Pomme" });
    expect(read.id).toBe(`https://pomme.example${path}`);
  }
  await quiet.close();
  await empty.drop();
});

test("a long history comes in pages, each entry on one of them", async () => {
  const fresh = await freshDatabase();
  const busy = await openPages(fresh.url, { now: () => start });
  await publish(busy.db, "fichiers", files, start);
  for (let hour = 1; hour <= 44; hour += 1)
    await say(busy.db, "fichiers", { state: hour % 2 === 0 ? "closed" : "open" }, later(hour));
  const read = async (address: string) =>
    readAtom(await (await busy.get(address.replace(/^https:..[^/]*/, ""))).text());
  const first = await read("/feed.atom?lang=fr");
  expect(first.links).not.toHaveProperty("previous");
  const second = await read(first.links["next"] ?? "");
  expect(second.links).toMatchObject({
    self: "https://pomme.example/feed.atom?lang=fr&page=2",
    first: "https://pomme.example/feed.atom?lang=fr",
    previous: "https://pomme.example/feed.atom?lang=fr",
    prev: "https://pomme.example/feed.atom?lang=fr",
  });
  const third = await read(second.links["next"] ?? "");
  expect(third.links).not.toHaveProperty("next");
  const all = [first, second, third].flatMap(({ entries }) => entries);
  expect(new Set(all.map(({ id }) => id)).size).toBe(45);
  expect(all.map(({ published }) => published)).toEqual(
    all
      .map(({ published }) => published)
      .toSorted()
      .reverse(),
  );
  expect(first.id).toBe(third.id);
  await busy.close();
  await fresh.drop();
});
