import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HostSheet } from "../../src/catalogue/catalogue.ts";
import { dropHost } from "../../src/catalogue/dropping.ts";
import { fillCatalogue } from "../../src/site-catalogue.ts";
import { freshDatabase } from "../support/database.ts";
import { knowNeighbours } from "../support/neighbours.ts";
import { files, publish, say } from "./offers.ts";
import { openPages, type Pages } from "./pages.ts";

const now = new Date("2026-11-24T10:00:00Z");
const origin = "https://pomme.example";
let database: Awaited<ReturnType<typeof freshDatabase>>;
let pages: Pages;
let neighbours: readonly HostSheet[];

beforeAll(async () => {
  database = await freshDatabase();
  const followTemplate = async () => "https://social.example/authorize?uri={uri}";
  pages = await openPages(database.url, { origin, now: () => now, followTemplate });
  await publish(pages.db, "fichiers", files, now);
  await say(pages.db, "fichiers", { state: "limited", slots: 7 }, now);
  await fillCatalogue(pages.db, origin);
  const closing = {
    ...{ announced: "2026-11-01", ends: "2027-06-30", successor: "https://la-contre-voie.example/" },
    ...{ exitGuide: null, notice: null },
  };
  neighbours = await knowNeighbours(
    pages.db,
    [
      { id: "arn" },
      { id: "la-contre-voie", trust: 3 },
      { id: "deuxfleurs", trust: 2 },
      { id: "immae", trust: 1 },
      { id: "nubo", trust: 0 },
      { id: "infini", profile: { closing } },
      { id: "sleto" },
      { id: "framaspace" },
    ],
    now,
  );
});

afterAll(async () => {
  await pages.close();
  await database.drop();
});

const read = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await pages.get(path, headers);
  return { status: answer.status, location: answer.headers.get("location"), html: await answer.text() };
};

const cardsIn = (html: string): readonly string[] => html.match(/<article class="card">.*?<\/article>/gs) ?? [];

describe("the directory", () => {
  test("shows our own offers and those of others alike: whose, where, when confirmed, from where, at what price", async () => {
    const { html } = await read("/directory?need=file-sharing");
    const cards = cardsIn(html);
    const own = cards.find((card) => card.includes("Partager des fichiers et des agendas")) ?? "";
    expect(own).toContain('href="/offers/fichiers"');
    expect(own).toContain("7 places");
    expect(own).toContain("Rhône en priorité");
    const theirs = cards.find((card) => card.includes('href="/directory/hosts/arn.example/offers/arn-groupe"')) ?? "";
    expect(theirs).toContain("publiée sur arn.example");
    expect(theirs).toContain("Bas-Rhin");
    expect(theirs).toMatch(/Confirmé le <time datetime="2026-11-24">/);
    expect(theirs).toContain('class="price"');
    expect(theirs).toContain('name="offer" value="arn.example/arn-groupe"');
  });

  test("says how many were found, in the heading and in the title that is read out first", async () => {
    const { html } = await read("/directory?need=file-sharing");
    const [, found = ""] = /<h2 id="found">([^<]+)<\/h2>/.exec(html) ?? [];
    expect(found).toMatch(/^(\d+ offres|Une offre) pour vous$/);
    expect(html).toMatch(new RegExp(`<title>Partage et synchronisation de fichiers\u00a0: ${found}`));
  });

  test("shows neither what is blocked nor what has proved nothing, and what nobody vouches for only when asked", async () => {
    const usual = await read("/directory");
    const all = await read("/directory?trust=all");
    for (const name of ["immae.example", "nubo.example"]) expect(usual.html + all.html).not.toContain(name);
    expect(usual.html).not.toContain("deuxfleurs.example");
    const { html } = await read("/directory?trust=all&q=deuxfleurs");
    const [card = ""] = cardsIn(html);
    expect(card).toContain("Personne ici n’en répond");
    expect(card).toContain('href="/directory/hosts/deuxfleurs.example#why"');
  });

  test("gives each search an address that can be passed on, whatever the form sends", async () => {
    const sent = "/directory?q=&territory=foug%C3%A8res&price_max=&gb=&users=&fresh=&alternative_to=&need=pad";
    expect(await read(sent)).toMatchObject({ status: 302, location: "/directory?need=pad&territory=com%3A35115" });
    const { html } = await read("/directory?need=pad&territory=com%3A35115");
    expect(html).toContain('value="Fougères"');
    expect(html).toMatch(/<input type="checkbox" name="need" value="pad" checked/);
    expect(html).toContain(
      '<link rel="canonical" href="https://pomme.example/directory?need=pad&amp;territory=com%3A35115"',
    );
  });

  test("lets take away what was chosen, one by one and all at once", async () => {
    const { html } = await read("/directory?need=file-sharing&isolation=shared");
    expect(html).toMatch(/href="\/directory\?isolation=shared#results">Partage et synchronisation de fichiers/);
    expect(html).toMatch(/href="\/directory\?need=file-sharing#results">[^<]+/);
    expect(html).toMatch(/<a class="tag" href="\/directory">/);
  });

  test("asks which place is meant where several have the name, and loses nothing of the search", async () => {
    const { status, html } = await read("/directory?need=pad&territory=Saint-Denis");
    expect(status).toBe(200);
    expect(html).toContain("lequel");
    expect(html).toContain('href="/directory?need=pad&amp;territory=com%3A93066#results"');
    expect(html).toContain('value="Saint-Denis"');
  });

  test("finds for all communes of a postcode, and lets one be chosen", async () => {
    const { status, html } = await read("/directory?need=file-sharing&territory=01170");
    expect(status).toBe(200);
    expect(html).toContain("Nous cherchons pour toutes");
    expect(html).toMatch(/href="\/directory\?need=file-sharing&amp;territory=com%3A01\d{3}#results"/);
    expect(cardsIn(html).length).toBeGreaterThan(0);
    expect(html).toContain('value="01170"');
  });

  test("says what to write where a place is unknown, and keeps what was typed", async () => {
    const { status, html } = await read("/directory?need=pad&territory=Trifouillis-les-Oies");
    expect(status).toBe(422);
    expect(html).toContain('<a href="#territory">');
    expect(html).toMatch(/id="territory"[^>]*value="Trifouillis-les-Oies"[^>]*aria-invalid="true"/);
    expect(html).toContain("par exemple «\u00a0Fougères\u00a0»");
    expect(html).toMatch(/value="pad" checked/);
  });

  test("leaves aside what it does not know, says so, and finds with the rest", async () => {
    const { status, html } = await read("/directory?need=file-sharing&need=flying&fresh=soon&utm_source=x");
    expect(status).toBe(200);
    expect(html).toContain("«\u00a0need=flying\u00a0»");
    expect(html).toContain("«\u00a0fresh=soon\u00a0»");
    expect(html).not.toContain("«\u00a0utm_source");
    expect(cardsIn(html).length).toBeGreaterThan(0);
    expect((await read("/directory?page=nonsense")).status).toBe(200);
  });

  test("counts what each further choice would leave", async () => {
    const { html } = await read("/directory");
    expect(html).toMatch(/value="file-sharing".*?<span class="option-count">\d+<\/span>/s);
  });

  test("says how a misspelt word was read", async () => {
    const { html } = await read("/directory?q=nexcloud");
    expect(html).toMatch(/Nous avons lu <em>nextcloud<\/em> au lieu de «\u00a0nexcloud\u00a0»/i);
  });

  test("goes on where a page ends, without showing anything twice", async () => {
    const seen = new Set<string>();
    let path = "/directory?trust=all";
    for (let page = 0; page < 10 && path !== ""; page++) {
      const { html } = await read(path);
      for (const card of cardsIn(html)) {
        const [, href = ""] = /<h3 class="card-title"[^>]*><a href="([^"]+)"/.exec(card) ?? [];
        expect(seen).not.toContain(href);
        seen.add(href);
      }
      path = /href="([^"]+)#results" rel="next"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    }
    expect(seen.size).toBeGreaterThan(12);
  });

  test("has three ways on where nothing is found", async () => {
    const { status, html } = await read("/directory?q=xylophone&need=pad");
    expect(status).toBe(200);
    expect(html).toContain("Aucune offre ne convient tout à fait");
    expect(html).toContain('href="/directory?need=pad#results"');
    expect(html).toContain('href="/directory/questions"');
    expect(html).toContain('href="/directory/watch?q=xylophone&amp;need=pad"');
  });

  test("says what its order means, and what it never is", async () => {
    const { html } = await read("/directory?territory=dep%3A67&sort=nearness");
    expect(html).toContain("Jamais selon la taille, jamais contre paiement");
    expect(html).toMatch(/href="\/directory\?territory=dep%3A67&amp;sort=nearness#results" aria-current="true"/);
    expect(html).toContain("Chez vous en priorité");
  });

  test("offers the same search as a feed and as data", async () => {
    const { html } = await read("/directory?need=file-sharing");
    for (const path of ["/directory/feed.atom", "/directory.json", "/directory.csv", "/directory/watch"])
      expect(html).toContain(`href="${path}?need=file-sharing"`);
    expect(html).toContain(
      'type="application/atom+xml" title="Les offres de cette recherche" href="/directory/feed.atom?need=file-sharing"',
    );
  });

  test("speaks English too", async () => {
    const { html } = await read("/directory?territory=Nowhere-at-all", { "accept-language": "en" });
    expect(html).toContain("We do not find “Nowhere-at-all”");
    expect(html).toContain("Never by size, never for payment.");
  });

  test("tells programs what stands on the page: the name of each offer, its own address, who proposes it", async () => {
    const { html } = await read("/directory?need=file-sharing");
    const list = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "{}");
    expect(list).toMatchObject({ "@context": "https://schema.org", "@type": "ItemList" });
    expect(list.itemListElement).toHaveLength(cardsIn(html).length);
    const own = { name: "Partager des fichiers et des agendas", url: `${origin}/offers/fichiers` };
    const items = list.itemListElement.map(({ item }: { item: object }) => item);
    expect(items).toContainEqual(
      expect.objectContaining({ ...own, "@type": "Service", provider: expect.objectContaining({ name: "La Pomme" }) }),
    );
    expect(list.itemListElement.map(({ position }: { position: number }) => position)).toEqual(
      items.map((_: object, at: number) => at + 1),
    );
    const nothing = await read("/directory?q=xyzzy&need=tickets");
    expect(cardsIn(nothing.html)).toEqual([]);
    expect(nothing.html).not.toContain("ld+json");
  });

  test("says quietly how many hosts have confirmed nothing, and leads to them, whatever was found", async () => {
    expect((await read("/directory")).html).not.toContain("/directory/unclaimed");
    const row = {
      file: "https://n.example/o",
      needs: [],
      source: "chatonsinfos",
      list: "https://r.example/f",
      read: now,
    };
    const entries = ["navet", "courge"].map((one) => ({
      ...{ ...row, id: crypto.randomUUID(), domain: `${one}.example`, name: one, entered: now },
      ...{ website: `https://${one}.example/`, file: `https://${one}.example/o` },
    }));
    await pages.db.insertInto("unclaimed").values(entries).execute();
    expect((await read("/directory?q=xyzzy")).html).not.toContain("celles-ci en ont au moins un");
    for (const path of ["/directory", "/directory?need=file-sharing", "/directory?q=xyzzy"])
      expect((await read(path)).html).toContain(
        '<a href="/directory/unclaimed">2 hébergeurs que des listes publiques nomment n’ont rien confirmé ici</a>',
      );
    await pages.db.deleteFrom("unclaimed").where("domain", "=", "navet.example").execute();
    const { html } = await read("/directory", { "accept-language": "en" });
    expect(html).toContain("One host that public lists name has confirmed nothing here");
    await pages.db.deleteFrom("unclaimed").execute();
  });

  test("shows what others wrote as text, whatever is in it", async () => {
    const { html } = await read("/directory?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E");
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json">)/); // data runs nothing
  });
});

describe("a host of another instance", () => {
  test("is shown as a copy of which day, with its address in plain letters and the way to the original", async () => {
    const { status, html } = await read("/directory/hosts/arn.example");
    expect(status).toBe(200);
    expect(html).toContain("Ceci est une copie");
    expect(html).toContain("24 novembre 2026");
    expect(html).toContain("<code>arn.example</code>");
    expect(html).toContain('id="why"');
    expect(html).toContain('<a class="button button-main" href="https://arn.example/"');
    expect(html).toContain('<link rel="canonical" href="https://arn.example/"');
    expect(html).toContain('<meta name="robots" content="noindex"');
    expect(html).toContain(`<link rel="alternate" type="application/activity+json" href="${neighbours[0]?.actor}"`);
    expect(html).not.toContain("fediverse:creator");
    expect(html).toContain('href="/directory/hosts/arn.example/offers/arn-groupe"');
  });

  test("that closes says so above everything else, with its successor", async () => {
    const { html } = await read("/directory/hosts/infini.example");
    expect(html).toContain("Cet hébergeur ferme le 30 juin 2027");
    expect(html).toContain("la-contre-voie.example");
  });

  test("that closes says so on each of its offers too, with its dates and the way to its successor", async () => {
    const host = await read("/directory/hosts/infini.example");
    const [, path = ""] = /href="(\/directory\/hosts\/infini\.example\/offers\/[^"]+)"/.exec(host.html) ?? [];
    const { status, html } = await read(path);
    expect(status).toBe(200);
    expect(html).toContain("Cet hébergeur ferme le 30 juin 2027");
    expect(html).toContain("Ne lui confiez rien de nouveau");
    expect(html).toMatch(/qui prend la suite\u00a0: <a href="\/directory\/hosts\/la-contre-voie\.example"/);
    expect(html.indexOf("Cet hébergeur ferme")).toBeLessThan(html.indexOf("Ceci est une copie"));
    const unwarned = await read("/directory/hosts/arn.example/offers/arn-groupe");
    expect(unwarned.html).not.toContain("Cet hébergeur ferme");
  });

  test("is found whatever the letters, and our own leads to its own page", async () => {
    expect((await read("/directory/hosts/ARN.example")).status).toBe(200);
    expect(await read("/directory/hosts/pomme.example")).toMatchObject({ status: 302, location: "/about" });
    expect(await read("/directory/hosts/pomme.example/offers/fichiers")).toMatchObject({
      location: "/offers/fichiers",
    });
  });

  test("has its offers in full, with the price worked out, and the original as the way to ask", async () => {
    const { status, html } = await read("/directory/hosts/arn.example/offers/arn-groupe");
    expect(status).toBe(200);
    expect(html).toContain('href="https://arn.example/offers/arn-groupe"');
    expect(html).toContain("Voir l’offre chez");
    expect(html).toContain("Combien ça coûte");
    expect(html).toContain('<meta name="robots" content="noindex"');
  });

  test("can be followed at the source, by the address of one’s account", async () => {
    const [arn] = neighbours;
    const answer = await pages.post("/directory/follow", { target: arn?.actor ?? "", account: "@moi@social.example" });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(
      `https://social.example/authorize?uri=${encodeURIComponent(arn?.actor ?? "")}`,
    );
    const wrong = await pages.post("/directory/follow", { target: arn?.actor ?? "", account: "moi" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("@arn@arn.example");
    const stranger = await pages.post("/directory/follow", {
      target: "https://evil.example/a",
      account: "@moi@social.example",
    });
    expect(stranger.status).toBe(404);
  });

  test("that is unknown, blocked or still a candidate is not there, kindly", async () => {
    for (const name of ["nobody.example", "nubo.example", "immae.example", "..", "%00", "a b"]) {
      const { status, html } = await read(`/directory/hosts/${encodeURIComponent(name)}`);
      expect(status).toBe(404);
      if (name.endsWith(".example")) expect(html).toContain("Chercher dans l’annuaire");
    }
    const { status, html } = await read("/directory/hosts/arn.example/offers/gone");
    expect(status).toBe(404);
    expect(html).toContain('href="/directory/hosts/arn.example"');
  });

  test("that answers no more steps back, and one that has left is gone", async () => {
    const own = await freshDatabase();
    const other = await openPages(own.url, { origin, now: () => now });
    const [arn] = await knowNeighbours(other.db, [{ id: "arn" }, { id: "infini" }], now);
    await other.db
      .updateTable("instances")
      .set({ state: "hidden" })
      .where("origin", "=", "https://infini.example")
      .execute();
    const silent = await other.get("/directory/hosts/infini.example");
    expect(silent.status).toBe(404);
    expect(await silent.text()).toContain("Infini ne répond plus");
    await other.db.transaction().execute((tx) => dropHost(tx, arn?.actor ?? "", now));
    const gone = await other.get("/directory/hosts/arn.example");
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain("24 novembre 2026");
    await other.close();
    await own.drop();
  });
});

describe("the map of territories", () => {
  test("counts the hosts of each department, drawn and as a list, each a link to the search", async () => {
    const { html } = await read("/directory/map");
    expect(html).toMatch(
      /<a class="map-area" href="\/directory\?territory=dep%3A67" aria-label="Bas-Rhin\u00a0: 1 hébergeur"/,
    );
    expect(html).toMatch(/<a href="\/directory\?territory=dep%3A69">Rhône<\/a><b> · 1 hébergeur/);
    expect(html).toContain("La Réunion");
  });

  test("names the hosts that name no place", async () => {
    const { html } = await read("/directory/map");
    const placeless = html.slice(html.indexOf('id="placeless"'));
    expect(placeless).toContain('href="/directory/hosts/la-contre-voie.example"');
    expect(placeless).not.toContain("deuxfleurs");
  });
});

describe("the home", () => {
  test("searches the whole swarm and shows what is open elsewhere", async () => {
    const { html } = await read("/");
    const band = html.slice(html.indexOf('id="swarm"'));
    expect(band).toContain('<form class="search" method="get" action="/directory">');
    expect(band).toMatch(/\d+ offres de \d+ hébergeurs/);
    expect(band).toContain("Ouvert ailleurs en ce moment");
    expect(html).toMatch(/<a href="\/directory"[^>]*>Annuaire<\/a>/);
  });

  test("says nothing of a swarm while nobody else is known", async () => {
    const own = await freshDatabase();
    const alone = await openPages(own.url, { origin });
    const html = await (await alone.get("/")).text();
    expect(html).not.toContain('id="swarm"');
    await alone.close();
    await own.drop();
  });
});

describe("what a page costs", () => {
  test("a directory page weighs at most 150 kB with everything it needs", async () => {
    for (const path of ["/directory", "/"]) expect(await weightOf(path)).toBeLessThan(150_000);
  });
});

async function weightOf(path: string): Promise<number> {
  const html = await (await pages.get(path)).text();
  const needed = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, one = ""]) => one);
  const base = needed[0]?.split("/").slice(0, 3).join("/") ?? "";
  const css = await (await pages.get(needed.find((one) => one.endsWith("essaim.css")) ?? "")).text();
  const fonts = [...css.matchAll(/url\("?\.\.\/(fonts\/[^")]+)/g)].map(([, one = ""]) => `${base}/${one}`);
  let weight = Buffer.byteLength(html);
  for (const one of new Set([...needed, ...fonts])) weight += (await (await pages.get(one)).arrayBuffer()).byteLength;
  return weight;
}
