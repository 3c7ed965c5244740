import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishOffer } from "../../src/offers/changes.ts";
import { freshDatabase } from "../support/database.ts";
import { files, offer, publish, say } from "./offers.ts";
import { openPages, type Pages } from "./pages.ts";

let pages: Pages;
let drop: () => Promise<void>;
const now = new Date("2026-11-24T10:00:00Z");
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  pages = await openPages(database.url, { now: () => now });
  for (const slug of ["fichiers", "muette", "ancienne"]) await publish(pages.db, slug, files, ago(700));
  await say(pages.db, "ancienne", { state: "open" }, ago(600));
  await say(pages.db, "fichiers", { state: "open" }, ago(400)); // until 310 days ago
  await say(pages.db, "fichiers", { state: "limited", slots: 4 }, ago(200));
  await say(pages.db, "fichiers", { state: "closed" }, ago(150)); // until 60 days ago
  await say(pages.db, "fichiers", { state: "open" }, ago(20));
});

afterAll(async () => {
  await pages.close();
  await drop();
});

const section = async (slug: string, language = "fr") => {
  const html = await (await pages.get(`/offers/${slug}`, { "accept-language": language })).text();
  return /<section aria-labelledby="history">.*?<\/section>/s.exec(html)?.[0] ?? null;
};

const bars = (html: string) =>
  [...html.matchAll(/class="history-bar state-([a-z-]+)" x="([\d.]+)" y="\d+" width="([\d.]+)"/g)].map(
    ([, state, x, width]) => [state, Number(x), Number(width)] as const,
  );

describe("the timeline of an offer", () => {
  test("draws each state from when it was said until it expired or another followed", async () => {
    const html = (await section("fichiers")) ?? "";
    const day = 640 / 365;
    const wanted = [
      ["open", 0, 55],
      ["limited", 165, 50],
      ["closed", 215, 90],
      ["open", 345, 20],
    ] as const;
    const drawn = bars(html);
    expect(drawn.map(([state]) => state)).toEqual(wanted.map(([state]) => state));
    for (const [index, [, x, width]] of drawn.entries()) {
      expect(Math.abs(x - (wanted[index]?.[1] ?? 0) * day)).toBeLessThan(0.1);
      expect(Math.abs(width - (wanted[index]?.[2] ?? 0) * day)).toBeLessThan(0.1);
    }
  });

  test("leaves no doubt about when nothing was said", async () => {
    const html = (await section("fichiers")) ?? "";
    expect(html.match(/history-unknown/g)).toHaveLength(2);
    expect(html).toContain("<span>Rien de dit</span>");
  });

  test("is told as a table too, the newest first, with who was told what when", async () => {
    const html = (await section("fichiers")) ?? "";
    const rows = [...html.matchAll(/<tr><th scope="row">(.*?)<\/th><td>(.*?)<\/td><td>(.*?)<\/td><\/tr>/g)];
    expect(rows.map(([, , what, said]) => [what, said])).toEqual([
      ["Ouvert", "4 nov. 2026"],
      ["Rien de dit", "–"],
      ["Fermé aux nouvelles demandes", "27 juin 2026"],
      ["Places limitées, 4 places", "8 mai 2026"],
      ["Rien de dit", "–"],
      ["Ouvert", "20 oct. 2025"],
    ]);
    expect(rows[0]?.[1]).toBe("du 4 nov. 2026 au 24 nov. 2026");
    expect(html).toContain('role="img" aria-labelledby="history-title history-text"');
  });

  test("speaks the reader's language", async () => {
    const html = (await section("fichiers", "en")) ?? "";
    expect(html).toContain("Nothing said");
    expect(html).toContain("from 4 Nov 2026 to 24 Nov 2026");
  });

  test("says nothing of the time before the offer was published, whatever was said of the draft", async () => {
    await offer(pages.db, "jeune", files, ago(90));
    await say(pages.db, "jeune", { state: "closed" }, ago(90));
    await say(pages.db, "jeune", { state: "open" }, ago(60));
    await pages.db.transaction().execute((tx) => publishOffer(tx, "jeune", ago(30)));
    const html = (await section("jeune")) ?? "";
    expect(bars(html).map(([state]) => state)).toEqual(["open"]);
    expect(bars(html)[0]?.[1]).toBeCloseTo((335 * 640) / 365, 0);
    expect(html).toContain("L’offre a paru le 25 octobre 2026.");
    expect(html).not.toContain("Fermé");
  });

  test("stays readable however often a script changes its mind", async () => {
    await publish(pages.db, "bavarde", files, ago(700));
    for (let n = 100; n > 0; n--)
      await say(pages.db, "bavarde", { state: n % 2 === 0 ? "open" : "closed" }, ago(n / 10));
    const html = (await section("bavarde")) ?? "";
    expect(bars(html)).toHaveLength(100);
    expect(html.match(/<tr>/g)).toHaveLength(1 + 60 + 1);
    expect(html).toContain("Et 41 périodes plus anciennes.");
    expect(html).toContain("101 périodes, à lire dans le tableau.");
  });

  test("waits until an offer has a past: a drawing of a year shows nothing of a few days", async () => {
    await publish(pages.db, "nouvelle", files, ago(13));
    await say(pages.db, "nouvelle", { state: "open" }, ago(13));
    await publish(pages.db, "installee", files, ago(15));
    await say(pages.db, "installee", { state: "open" }, ago(15));
    expect([await section("nouvelle"), await section("installee")]).toEqual([null, expect.stringContaining("<svg")]);
  });

  test("is left out where nothing was said within a year", async () => {
    expect(await section("muette")).toBeNull();
    expect(await section("ancienne")).toBeNull();
  });
});
