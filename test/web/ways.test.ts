import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { flat, invent, perPerson } from "../support/invented-hosts.ts";
import { startSite, type TestSite } from "../support/site.ts";

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
  const rhone = { codes: ["dep:69"], policy: "priority" } as const;
  await invent(site.db, {
    ...{ name: "four-banal", territory: rhone, profile: { doesNot: ["Nous ne réparons pas les agendas perdus"] } },
    offers: [
      {
        slug: "bureau",
        content: {
          ...{ title: "Un bureau commun", needs: ["file-sharing", "calendar"], tiers: [perPerson(200)] },
          ...{ maintenance: "Mises à jour chaque mois", accompaniment: { included: ["training"] } },
        },
      },
      { slug: "conseil", content: { title: "Y voir clair", needs: [], accompaniment: { included: ["diagnostic"] } } },
    ],
  });
  await invent(site.db, {
    name: "tilleul",
    offers: [
      {
        slug: "sondages",
        content: { title: "Choisir une date", needs: ["polls"], tiers: [flat(300)] },
        state: "waiting-list",
      },
      { slug: "wiki", content: { title: "Un wiki", needs: ["wiki"] }, state: "closed" },
    ],
  });
  await invent(site.db, {
    ...{ name: "mille-sabots", territory: { codes: ["dep:35"], policy: "only" } },
    offers: [{ slug: "tout", content: { title: "Tout ensemble", needs: ["calendar", "polls"] } }],
  });
});

afterAll(() => site[Symbol.asyncDispose]());

const get = async (path: string, language = "fr") => {
  const response = await fetch(site.origin + path, { headers: { "accept-language": language }, redirect: "manual" });
  return { status: response.status, location: response.headers.get("location"), html: await response.text() };
};
const text = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/[\s\u00a0\u202f]+/g, " ");

describe("the three questions", () => {
  test("ask one thing a page, in plain words, with what each replaces and the words that are mixed up", async () => {
    const { status, html } = await get("/directory/questions");
    expect(status).toBe(200);
    const said = text(html);
    expect(said).toContain("à la place de Doodle");
    expect(said).toContain("Ce n’est pas une lettre d’information");
    expect(said).toContain("Libre ne veut pas dire gratuit");
    expect(html).toContain('action="/directory/questions/place"');
    expect(html).not.toContain('name="users"');
    expect(html).not.toContain("<script");
  });

  test("carry the answers in the address, and come back to one address for the same answers", async () => {
    const moved = await get("/directory/questions/place?need=polls&need=calendar&leave=doodle");
    expect(moved.status).toBe(303);
    expect(moved.location).toBe("/directory/questions/place?need=calendar&need=polls&alternative_to=Doodle");
    const { html } = await get(moved.location ?? "");
    expect(html).toContain('<input type="hidden" name="need" value="polls"');
    expect(html).toContain('<input type="hidden" name="alternative_to" value="Doodle"');
    expect(html).toContain('href="/directory/questions?need=calendar&amp;need=polls&amp;alternative_to=Doodle"');
  });

  test("read a place as it is written, and ask which one where there are several", async () => {
    const { location } = await get("/directory/questions/help?need=polls&place=Lyon&users=12&price_max=20,50");
    expect(location).toBe("/directory/questions/help?need=polls&territory=com%3A69123&users=12&price_max=20.50");
    const several = await get("/directory/questions/help?need=polls&place=Saint-Denis&users=12");
    expect(several.status).toBe(422);
    expect(several.html).toContain('name="territory" value="com:93066"');
    expect(several.html).toContain('value="12"');
    const chosen = await get("/directory/questions/help?need=polls&place=Saint-Denis&territory=com:93066");
    expect(chosen.location).toContain("territory=com%3A93066");
  });

  test.each([
    ["/directory/questions/place?leave=Gribouille&need=polls", "Nous ne connaissons pas cet outil", "Gribouille"],
    ["/directory/questions/help?place=Nullepart-les-Bains", "Nous ne trouvons pas ce lieu", "Nullepart-les-Bains"],
    ["/directory/questions/results?users=beaucoup", "Écrivez un nombre entier", "beaucoup"],
    ["/directory/questions/results?price_max=cher", "Écrivez un montant", "cher"],
  ])("lose nothing where something is wrong: %s", async (path, why, typed) => {
    const { status, html } = await get(path);
    expect(status).toBe(422);
    expect(text(html)).toContain(why);
    expect(html).toContain(`value="${typed}"`);
  });

  test("take no more than eight wishes at once, and keep what was ticked", async () => {
    const nine = ["email", "chat", "forum", "website", "pad", "wiki", "polls", "forms", "backup"];
    const { status, html } = await get(`/directory/questions/place?${nine.map((need) => `need=${need}`).join("&")}`);
    expect(status).toBe(422);
    expect(html.match(/checked/g)).toHaveLength(9);
  });

  test("speak English to those who read it", async () => {
    for (const path of ["", "/place", "/help", "/results?need=calendar&need=polls&users=3"])
      expect(text((await get(`/directory/questions${path}`, "en")).html)).not.toMatch(
        /Question suivante|Continuer|Ce qui/,
      );
  });
});

describe("what answers them", () => {
  test("an offer that grants everything, with why it fits and what it does not say", async () => {
    const { html } = await get(
      "/directory/questions/results?need=file-sharing&need=calendar&territory=com%3A69123&users=4&price_max=10&help=migration&help=training&keeper=host",
    );
    const said = text(html);
    expect(said).toContain("Une offre répond à tout");
    expect(said).toMatch(
      /Elle répond à ces besoins : .*prend du monde en ce moment.*8 € par mois pour 4 personnes, dans votre budget/,
    );
    expect(said).toContain("s’adresse à vous là où vous êtes (Rhône en priorité)");
    expect(said).toContain("Elle n’écrit pas si elle comprend : reprendre ce que vous avez déjà");
    expect(said).toContain("L’hébergeur le dit : « Nous ne réparons pas les agendas perdus");
  });

  test("where no single one does, the smallest combination of hosts, with its price and an address of its own", async () => {
    const { html } = await get("/directory/questions/results?need=calendar&need=polls&territory=com%3A69123&users=4");
    const said = text(html);
    expect(said).toContain("Aucune offre connue ici ne répond à tout, seule. Réunies");
    expect(said).toMatch(/Avec (Four banal et Tilleul|Tilleul et Four banal)/);
    expect(said).toContain("En tout : 11 € par mois");
    expect(said).not.toContain("Tout ensemble");
    const [, address = ""] = /href="(\/directory\/combination[^"]+)"/.exec(html) ?? [];
    const path = address.replaceAll("&amp;", "&");
    expect(path).toContain("offer=four-banal.example%2Fbureau&offer=tilleul.example%2Fsondages");
    const own = await get(path);
    expect(own.status).toBe(200);
    expect(text(own.html)).toContain("Couvre : agenda partagé");
    expect(text(own.html)).toContain("En tout : 11 € par mois");
  });

  test("those that are there for one place only are there for those in it", async () => {
    const { html } = await get("/directory/questions/results?need=calendar&need=polls&territory=com%3A35238");
    expect(text(html)).toContain("Une offre répond à tout");
    expect(html).toContain("/directory/hosts/mille-sabots.example/offers/tout");
  });

  test("what nobody grants is said, with what is shut, and ways on", async () => {
    const { html } = await get("/directory/questions/results?need=calendar&need=wiki&need=maps&territory=com%3A69123");
    const said = text(html);
    expect(said).toContain("Personne ici ne propose : wiki / base de connaissances et cartographie participative");
    expect(said).toContain("fermé aux nouvelles demandes en ce moment : wiki");
    expect(html).toContain("territory=dep%3A69");
    expect(html).toContain(
      'href="/directory/feed.atom?need=calendar&amp;need=wiki&amp;need=maps&amp;territory=com%3A69123"',
    );
  });

  test("whoever does not know what to ask is shown who helps to see clearly", async () => {
    const { html } = await get("/directory/questions/results");
    expect(text(html)).toContain("Vous ne savez pas encore ce qu’il vous faut");
    expect(html).toContain("/directory/hosts/four-banal.example/offers/conseil");
  });

  test("a combination of which an offer has gone says which", async () => {
    const { status, html } = await get(
      "/directory/combination?need=calendar&need=polls&offer=four-banal.example/bureau&offer=tilleul.example/parti",
    );
    expect(status).toBe(200);
    expect(text(html)).toContain("n’est plus proposée ici, ou ne l’a jamais été : tilleul.example/parti");
    expect(text(html)).toContain("Ensemble, elles ne couvrent pas : sondages et prise de rendez-vous.");
    expect((await get("/directory/combination?offer=nobody.example/x")).status).toBe(404);
  });
});

describe("the comparison", () => {
  const two = "offer=four-banal.example/bureau&offer=tilleul.example/sondages";

  test("shows offers of any host point by point, with prices for the same quantity", async () => {
    const { status, html } = await get(`/directory/compare?${two}&users=12&gb=40`);
    expect(status).toBe(200);
    expect(html.match(/<th scope="col"/g)).toHaveLength(3);
    expect(text(html)).toMatch(
      /Prix par mois pour vous \(les offres diffèrent\) Un bureau commun 24 € par mois Choisir une date 3 € par mois/,
    );
    expect(text(html)).toMatch(/Sauvegardes Un bureau commun rien d’écrit Choisir une date rien d’écrit/);
    expect(html).toContain('href="/directory/compare?offer=tilleul.example%2Fsondages&amp;users=12&amp;gb=40"');
  });

  test("says why a price cannot be worked out", async () => {
    const { html } = await get("/directory/compare?offer=four-banal.example/bureau&users=");
    expect(text(html)).toContain("Pas calculé : Il manque un nombre");
    const wrong = await get(`/directory/compare?${two}&users=douze`);
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="douze"');
  });

  test("refuses a fourth with words, and shows the three", async () => {
    const { status, html } = await get(
      `/directory/compare?${two}&offer=tilleul.example/wiki&offer=mille-sabots.example/tout`,
    );
    expect(status).toBe(422);
    expect(text(html)).toContain("Trois offres au plus");
    expect(text(html)).toContain("Ceci n’est pas montré : Tout ensemble (Mille sabots)");
    expect(html.match(/<th scope="col"/g)).toHaveLength(4);
  });

  test("says kindly which offer it does not know, and finds one by its actor or its page", async () => {
    const { status, html } = await get(
      "/directory/compare?offer=https://four-banal.example/ap/actors/bureau&offer=https://tilleul.example/offers/wiki&offer=parti.example/x",
    );
    expect(status).toBe(200);
    expect(text(html)).toContain("Nous ne connaissons pas, ou plus, d’offre à cette adresse : parti.example/x");
    expect(html.match(/<th scope="col"/g)).toHaveLength(3);
  });

  test("keeps what is not trusted out of sight", async () => {
    await site.db
      .updateTable("catalogueHosts")
      .set({ trust: 1 })
      .where("origin", "=", "https://mille-sabots.example")
      .execute();
    const { status } = await get("/directory/compare?offer=mille-sabots.example/tout");
    expect(status).toBe(404);
    await site.db
      .updateTable("catalogueHosts")
      .set({ trust: 4 })
      .where("origin", "=", "https://mille-sabots.example")
      .execute();
  });

  test("empty, it says three ways on", async () => {
    const { status, html } = await get("/directory/compare");
    expect(status).toBe(200);
    expect(html).toContain('href="/directory/questions"');
  });
});
