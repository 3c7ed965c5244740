import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepLogo } from "../../src/hosts/logo-changes.ts";
import { readLogo } from "../../src/hosts/logo-form.ts";
import { openGallery } from "../../src/web/card-gallery.ts";
import { freshDatabase } from "../support/database.ts";
import { files, publish, say, withdraw } from "./offers.ts";
import { openPages, type Pages } from "./pages.ts";

let pages: Pages;
let drop: () => Promise<void>;
let now = new Date("2026-11-24T10:00:00Z");

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  pages = await openPages(database.url, { now: () => now });
  await publish(pages.db, "fichiers", files, now);
  await publish(pages.db, "retiree", files, now);
  await withdraw(pages.db, "retiree", now);
  await say(pages.db, "fichiers", { state: "open" }, now);
});

afterAll(async () => {
  await pages.close();
  await drop();
});

const metaOf = (html: string, property: string) =>
  new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(html)?.[1]?.replaceAll("&#39;", "'") ?? "";

async function cardOf(path: string, language = "fr") {
  const html = await (await pages.get(path, { "accept-language": language })).text();
  return { path: metaOf(html, "og:image").replace("https://pomme.example", ""), alt: metaOf(html, "og:image:alt") };
}

async function drawn(path: string): Promise<Buffer> {
  const answer = await pages.get(path);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** How many pixels of the part of a card that is written on are not its ground. */
async function inkOf(png: Buffer, top: number, height: number): Promise<number> {
  const { data } = await sharp(png)
    .extract({ left: 60, top, width: 700, height })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let ink = 0;
  for (let at = 0; at < data.length; at += 3) if ((data[at] ?? 0) < 0xc0) ink += 1;
  return ink;
}

describe("what a shared link shows", () => {
  test("of an offer is a picture of 1200 × 630 with its title, its state and its price, kept for ever", async () => {
    const { path } = await cardOf("/offers/fichiers");
    expect(path).toMatch(/^\/cards\/offers\/fichiers\/fr\/[\w-]{16}\.png$/);
    const answer = await pages.get(path);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    const png = Buffer.from(await answer.arrayBuffer());
    expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
    for (const [top, height] of [
      [58, 64],
      [140, 260],
      [425, 50],
      [475, 75],
    ] as const)
      expect(await inkOf(png, top, height)).toBeGreaterThan(300);
  });

  test("is said in words for those who do not see it, in the language of the page", async () => {
    expect((await cardOf("/offers/fichiers")).alt).toBe(
      "Partager des fichiers et des agendas. La Pomme. Ouvert. Dit le 24 novembre 2026. Dès 2,50\u00a0€ par mois.",
    );
    expect((await cardOf("/offers/fichiers", "en")).alt).toContain("Said on 24 November 2026");
    expect((await cardOf("/about")).alt).toBe("La Pomme. Hébergeur de l’essaim. Rhône en priorité.");
  });

  test("changes its address and its drawing with each state", async () => {
    const seen = new Map<string, string>();
    for (const state of ["open", "by-approval", "waiting-list", "paused", "closed", "ending"] as const) {
      await say(pages.db, "fichiers", { state }, now);
      const { path } = await cardOf("/offers/fichiers");
      const png = await drawn(path);
      const line = await sharp(png).extract({ left: 60, top: 420, width: 60, height: 55 }).raw().toBuffer();
      seen.set(path, line.toString("base64"));
    }
    expect(seen.size).toBe(6);
    expect(new Set(seen.values()).size).toBe(6);
  });

  test("once nothing said holds any more, says since when", async () => {
    const before = now;
    now = new Date("2027-06-01T10:00:00Z");
    expect((await cardOf("/offers/fichiers")).alt).toContain("État inconnu. Rien de dit depuis le 24 novembre 2026");
    now = before;
  });

  test("bears the host's logo once it has one", async () => {
    const drawnBefore = await drawn((await cardOf("/")).path);
    const green = await sharp({ create: { width: 200, height: 200, channels: 3, background: "#00aa00" } })
      .png()
      .toBuffer();
    const read = await readLogo(new File([new Uint8Array(green)], "logo"));
    if (!read.done) throw new Error(read.reason);
    await pages.db.transaction().execute((tx) => keepLogo(tx, read.value, now));
    const centre = async (png: Buffer) => {
      const part = sharp(png).extract({ left: 104, top: 90, width: 1, height: 1 });
      return [...(await part.removeAlpha().raw().toBuffer())];
    };
    const drawnAfter = await drawn((await cardOf("/")).path);
    expect(await centre(drawnAfter)).toEqual([0, 0xaa, 0]);
    expect(await centre(drawnBefore)).not.toEqual([0, 0xaa, 0]);
  });

  test("at an old or invented address is found at the current one, without being drawn", async () => {
    const { path } = await cardOf("/offers/fichiers");
    for (const version of ["0123456789abcdef.png", "x.png", "constructor"]) {
      const answer = await pages.get(`/cards/offers/fichiers/fr/${version}`);
      expect(answer.status).toBe(302);
      expect(answer.headers.get("location")).toBe(path);
      expect(answer.headers.get("cache-control")).toBe("no-cache");
    }
  });

  test.each([
    "/cards/offers/retiree/fr/x.png",
    "/cards/offers/nobody/fr/x.png",
    "/cards/offers/fichiers/de/x.png",
    "/cards/host/toString/x.png",
    "/cards/nothing/fr/x.png",
  ])("is not to be had at %s", async (path) => {
    expect((await pages.get(path)).status).toBe(404);
  });

  test("of a site that nobody has set up is Essaim's own", async () => {
    const database = await freshDatabase();
    const empty = await openPages(database.url, { name: null });
    expect((await empty.get("/cards/host/fr/x.png")).status).toBe(404);
    await empty.close();
    await database.drop();
  });
});

describe("the gallery of cards", () => {
  const card = (bytes: number) => async () => new Uint8Array(bytes);

  test("draws each only once, however many ask at the same time", async () => {
    const gallery = openGallery();
    let drawings = 0;
    const draw = async () => {
      drawings += 1;
      return new Uint8Array(10);
    };
    await Promise.all(Array.from({ length: 20 }, () => gallery.show("a", draw)));
    await gallery.show("a", draw);
    expect(drawings).toBe(1);
  });

  test("turns away whoever would wait behind too many", async () => {
    const gallery = openGallery({ waiting: 2 });
    const { promise, resolve } = Promise.withResolvers<Uint8Array>();
    const first = gallery.show("a", () => promise);
    const second = gallery.show("b", card(1));
    expect(await gallery.show("c", card(1))).toBeNull();
    resolve(new Uint8Array(1));
    expect(await first).not.toBeNull();
    expect(await second).not.toBeNull();
    expect(await gallery.show("c", card(1))).not.toBeNull();
  });

  test("keeps what was shown last, and no more bytes than it may", async () => {
    const gallery = openGallery({ bytes: 25 });
    let drawings = 0;
    const draw = async () => {
      drawings += 1;
      return new Uint8Array(10);
    };
    for (const version of ["a", "b", "a", "c"]) await gallery.show(version, draw);
    expect(drawings).toBe(3);
    await gallery.show("a", draw);
    expect(drawings).toBe(3);
    await gallery.show("b", draw);
    expect(drawings).toBe(4);
  });

  test("forgets a drawing that failed", async () => {
    const gallery = openGallery();
    await expect(gallery.show("a", () => Promise.reject(new Error("no font")))).rejects.toThrow("no font");
    expect(await gallery.show("a", card(1))).not.toBeNull();
  });
});
