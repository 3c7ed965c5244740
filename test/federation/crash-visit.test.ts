import { expect, test } from "vitest";
import { askVisit } from "../../src/catalogue/visits.ts";
import { openDatabase, openPool } from "../../src/foundation/database.ts";
import { fillWithOffers, instanceAt, nameCandidate } from "../support/catalogue.ts";
import { freshDatabase } from "../support/database.ts";
import { eventually } from "../support/eventually.ts";
import { type Forge, saying, startForgedPeer } from "../support/forged-peer.ts";
import { freshFolder, settingsOf, setUp, startServer } from "../support/processes.ts";
import { startSite } from "../support/site.ts";

const offers = 530;
const named = (page: number) => [`https://h${page}.example${page}/ap/actors/1`, `https://k${page}.autre${page}/1`];

/** Its directory has four pages more, of two hosts each. */
const directory: Forge = (path, answer, origin) => {
  const next = (page: number) => `${origin}/ap/instance/directory?page=${page}`;
  if (path === "/ap/instance/directory") return saying(answer, (list) => ({ ...list, next: next(1) }));
  const page = Number(/directory\?page=(\d+)/.exec(path)?.[1] ?? 0);
  if (page === 0) return null;
  const list = { id: origin + path, type: "OrderedCollectionPage", orderedItems: named(page) };
  return { ...answer, status: 200, body: JSON.stringify(page < 4 ? { ...list, next: next(page + 1) } : list) };
};

test("kill -9 in the middle of a visit, twice: it goes on where it was and ends, and nothing is lost or doubled", async () => {
  await using folder = await freshFolder();
  await using large = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  await fillWithOffers(large, offers);
  await using peer = await startForgedPeer(large);
  const database = await freshDatabase();
  const settings = await settingsOf(folder.path, database.url);
  await setUp(folder.path, settings);
  const db = openDatabase(openPool(database.url, 2, () => {}));
  const here = { db, origin: settings["ORIGIN"] ?? "" };
  const offersHere = () =>
    db.selectFrom("catalogueOffers").select(["actor", "slug"]).where("url", "like", `${peer.origin}/%`).execute();

  /** Starts the server, and kills it while it waits for the answer to such a question for so long. */
  async function killAtQuestion(pattern: RegExp, count: number): Promise<readonly string[]> {
    const before = peer.asked.length;
    const since = () => peer.asked.slice(before);
    const { promise: reached, resolve } = Promise.withResolvers<void>();
    peer.forge(async (path, answer, origin) => {
      if (!pattern.test(path) || since().filter((one) => pattern.test(one)).length < count)
        return (await directory(path, answer, origin)) ?? answer;
      resolve();
      return await new Promise<never>(() => {});
    });
    await using server = startServer(settings);
    await server.printed(/Essaim answers/);
    await reached;
    await server.end("SIGKILL");
    return since();
  }

  await nameCandidate(here, peer.origin);
  await askVisit(db, peer.origin);
  const sheets = /\/sheets/;
  const first = await killAtQuestion(sheets, 3);
  expect(await offersHere()).toHaveLength(200);
  expect(await instanceAt(here, peer.origin)).toMatchObject({
    visited: null,
    progress: { phase: "offers", done: 200, of: offers, pages: 2 },
  });

  const second = await killAtQuestion(/directory\?page=3/, 1);
  expect(await offersHere()).toHaveLength(offers);
  const asked = [...first, ...second].filter((path) => sheets.test(path));
  expect(new Set(asked).size).toBe(6);
  expect(asked).toHaveLength(7); // only what was under way when it died is asked again
  expect(await instanceAt(here, peer.origin)).toMatchObject({ visited: null, progress: { phase: "directory" } });

  const before = peer.asked.length;
  peer.forge(directory);
  await using last = startServer(settings);
  await eventually(async () => (await instanceAt(here, peer.origin))?.visited);
  await last.end("SIGTERM");
  const third = peer.asked.slice(before);
  expect(third.filter((path) => sheets.test(path))).toEqual([]);
  expect(third.filter((path) => path.includes("directory?page="))).toEqual([
    "/ap/instance/directory?page=3",
    "/ap/instance/directory?page=4",
  ]);
  expect(await instanceAt(here, peer.origin)).toMatchObject({ problem: null, progress: null, failures: 0 });
  const held = await offersHere();
  expect(new Set(held.map(({ slug }) => slug)).size).toBe(offers);
  expect(held).toHaveLength(offers);
  const candidates = await db
    .selectFrom("instances")
    .select("origin")
    .where("namedBy", "=", peer.origin)
    .orderBy("origin")
    .execute();
  const expected = [1, 2, 3, 4].flatMap(named).map((address) => new URL(address).origin);
  expect(candidates.map(({ origin }) => origin)).toEqual(expected.toSorted());
  const entries = await db.selectFrom("catalogueEntries").select("actor").execute();
  expect(entries).toHaveLength(offers);
  await db.destroy();
  await database.drop();
});
