import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "../support/database.ts";
import { files, lists, offer, publish, say, withdraw } from "./offers.ts";
import { openPages, type Pages } from "./pages.ts";

const now = new Date("2026-11-24T10:00:00Z");
let database: Awaited<ReturnType<typeof freshDatabase>>;
let pages: Pages;

beforeAll(async () => {
  database = await freshDatabase();
  pages = await openPages(database.url, { now: () => now });
  await publish(pages.db, "fichiers", files, now);
  await publish(pages.db, "listes", lists, now);
  await offer(pages.db, "secret", files, now);
  await publish(pages.db, "agenda", { ...files, title: "Agenda partagé" }, now);
  await withdraw(pages.db, "agenda", now);
});

afterAll(async () => {
  await pages.close();
  await database.drop();
});

const page = async (path: string, headers = {}) => {
  const response = await pages.get(path, headers);
  return { status: response.status, html: await response.text() };
};

describe("the one thing to do on an offer", () => {
  const doNow = async (slug: string) => {
    const { html } = await page(`/offers/${slug}`);
    return html.match(/<a class="button button-main button-wide" href="([^"]+)">([^<]+)</)?.slice(1);
  };

  test("where there is room, is to ask for a place here; the offer’s own page is beside it", async () => {
    await publish(pages.db, "ouverte", { ...files, url: "https://pomme.example/offre" }, now);
    await say(pages.db, "ouverte", { state: "open" }, now);
    expect(await doNow("ouverte")).toEqual(["/offers/ouverte/place", "Demander une place"]);
    expect((await page("/offers/ouverte")).html).toContain('href="https://pomme.example/offre"');
  });

  test("where each application is looked at, is to apply, not to wait for an opening", async () => {
    await publish(pages.db, "candidature", files, now);
    await say(pages.db, "candidature", { state: "by-approval" }, now);
    expect(await doNow("candidature")).toEqual(["/offers/candidature/place", "Présenter votre demande"]);
  });

  test("where all is taken, is to be on the list", async () => {
    await publish(pages.db, "complete", files, now);
    await say(pages.db, "complete", { state: "waiting-list" }, now);
    expect(await doNow("complete")).toEqual(["/offers/complete/place", "S’inscrire sur la liste d’attente"]);
  });

  test("where nobody knows whether there is room, is to ask the host, or to see how to reach it", async () => {
    await publish(pages.db, "inconnue", { ...files, url: "https://pomme.example/offre" }, now);
    expect(await doNow("inconnue")).toEqual(["https://pomme.example/offre", "Écrire à l’hébergeur"]);
    await publish(pages.db, "sans-adresse", files, now);
    expect(await doNow("sans-adresse")).toEqual(["/about", "Voir comment nous joindre"]);
  });

  test("where nobody gets in, is to be told of the opening", async () => {
    await publish(pages.db, "fermee", files, now);
    await say(pages.db, "fermee", { state: "closed" }, now);
    expect(await doNow("fermee")).toEqual(["#follow", "Être prévenu de l’ouverture"]);
  });
});

describe("the page of an offer", () => {
  test("says what is done and what is not, for whom, how it goes and how one leaves", async () => {
    const { status, html } = await page("/offers/fichiers");
    expect(status).toBe(200);
    for (const text of [
      "Installer votre espace",
      "Le dépannage de vos ordinateurs",
      "bénévole",
      "Rhône en priorité",
      "Vous demandez une place",
      "Chaque nuit, gardées 30 jours.",
      "Préavis\u00a0: un mois.",
      "Six mois de préavis.",
      "Nextcloud",
      "Prix solidaire",
      "@fichiers@pomme.example",
    ])
      expect(html).toContain(text);
  });

  test("leaves nothing out in English", async () => {
    const { html } = await page("/offers/fichiers", { "accept-language": "en" });
    expect(html).toContain("What we do, and what we do not do");
    expect(html).toContain("Rhône first");
    expect(html).toMatch(/<h1 lang="fr">/);
  });

  test("says plainly what is not written", async () => {
    const { html } = await page("/offers/listes");
    expect(html).toContain("Rien d’écrit.");
  });

  test("shows a state that ran out as unknown", async () => {
    await say(pages.db, "listes", { state: "open" }, new Date("2026-01-10T10:00:00Z"));
    const { html } = await page("/offers/listes");
    expect(html).toContain("state-unknown");
    expect(html).toContain("Pas confirmé depuis le");
  });

  test("is not there while it is a draft, nor under a name nobody gave", async () => {
    expect((await page("/offers/secret")).status).toBe(404);
    expect((await page("/offers/rien")).status).toBe(404);
    expect((await page("/@secret")).status).toBe(404);
  });

  test("is gone once withdrawn, with three ways on", async () => {
    const { status, html } = await page("/offers/agenda");
    expect(status).toBe(410);
    expect(html).toContain("Agenda partagé");
    expect(html).toContain("24 novembre 2026");
    expect(html.match(/href="(\/#offers|\/about|\/@la_pomme)"/g)?.length).toBeGreaterThanOrEqual(3);
  });

  test("is where its account leads", async () => {
    const response = await pages.get("/@fichiers");
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("/offers/fichiers");
  });
});

describe("the calculator", () => {
  const asked = (query: string) => page(`/offers/fichiers?${query}`);

  test("shows a price before anything is typed", async () => {
    const { html } = await page("/offers/fichiers");
    expect(html).toContain('name="quantity.GB"');
    expect(html).toContain("8,50\u00a0€");
  });

  test.each([
    ["quantity.GB=5&member=yes", "2,50\u00a0€"],
    ["quantity.GB=20&member=yes", "7,50\u00a0€"],
    ["quantity.GB=20&member=no", "8,50\u00a0€"],
    ["quantity.GB=200&member=yes", "37,50\u00a0€"],
    ["quantity.GB=1%20000&member=yes", "117,50\u00a0€"],
  ])("gives the price of %s: %s", async (query, price) => {
    const { status, html } = await asked(query);
    expect(status).toBe(200);
    expect(html).toMatch(new RegExp(`<tfoot>.*${price}.*</tfoot>`, "s"));
  });

  test.each([
    ["quantity.GB=3&member=yes", "Cette offre commence à 5 Go"],
    ["quantity.GB=&member=yes", "Il manque un nombre"],
    ["quantity.GB=beaucoup", "nombre entier"],
    ["quantity.GB=-4", "négatif"],
    ["quantity.GB=12,5", "nombre entier"],
    ["quantity.GB=99999999", "trop grand"],
    ["tier=rien&quantity.GB=20", "Cette formule n’existe pas"],
  ])("says why there is no price for %s, beside the field", async (query, reason) => {
    const { status, html } = await asked(query);
    expect(status).toBe(422);
    expect(html).toContain('role="alert"');
    expect(html.split(reason).length).toBeGreaterThanOrEqual(2);
    expect(html).not.toContain("<tfoot>");
  });

  test("keeps what was typed, harmless", async () => {
    const { html } = await asked(`quantity.GB=${encodeURIComponent('"><script>1')}`);
    expect(html).not.toContain("<script>");
    expect(html).toContain("&quot;&gt;&lt;script&gt;1");
  });

  test("asks each formula only for its own numbers", async () => {
    const { html } = await page("/offers/listes?tier=seats&quantity.users=3");
    expect(html).toMatch(/<tfoot>.*6\u00a0€.*<\/tfoot>/s);
    expect((await page("/offers/listes?tier=small&quantity.users=")).status).toBe(200);
    expect((await page("/offers/listes?tier=seats&quantity.users=1")).status).toBe(422);
  });

  test("draws the curve, and says it in words", async () => {
    const { html } = await asked("quantity.GB=20&member=yes");
    expect(html).toContain("vous\u00a0: 7,50\u00a0€");
    expect(html).toMatch(/<desc id="curve-text">.*27,50\u00a0€ pour 100 Go/s);
  });
});
