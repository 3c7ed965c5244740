import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepOffers } from "../../src/catalogue/keeping.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import { listHost } from "../support/listed.ts";
import { givenTogether, noteSigned } from "../support/signed-together.ts";
import { startSite, type TestSite } from "../support/site.ts";

const [rucher, fournil] = ["https://rucher.example", "https://fournil.example"];

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
  const { db } = site;
  const commitments = [{ claim: "Pas de publicité", evidence: null, asOf: null, answer: null }];
  const lead = await listHost(db, rucher, { name: "Le Rucher", titles: ["Un courriel"], profile: { commitments } });
  const partner = await listHost(db, fournil, { name: "Le Fournil", titles: ["Des sondages"] });
  await listHost(db, "https://grange.example", { name: "La Grange", titles: ["Un wiki"] });
  const now = new Date();
  const alone = {
    ...{ actor: `${rucher}/ap/actors/ensemble`, host: lead.actor, proposal: `${rucher}/ap/proposals/ensemble` },
    ...{ handle: "ensemble", slug: "ensemble", url: `${rucher}/offers/ensemble`, availability: null, joint: null },
    content: StoredOffer.parse({ title: "Des fichiers, et de l’aide", needs: ["file-sharing"] }),
    ...{ published: now, changed: now, version: "1" },
  };
  const named = { actor: partner.actor, url: `${fournil}/@hote`, profile: { name: "Le Fournil" } };
  const joint = givenTogether(alone, [named]);
  await db.transaction().execute(async (tx) => {
    await noteSigned(tx, [joint], now);
    await keepOffers(tx, [joint], now);
  });
});

afterAll(() => site[Symbol.asyncDispose]());

const read = async (path: string, language = "fr") =>
  await (await fetch(site.origin + path, { headers: { "accept-language": language } })).text();
const text = (html: string) => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/[\s\u00a0\u202f]+/g, " ");

describe("what several hosts give together", () => {
  test("can be chosen in the directory, says so and names all who give it, in both languages", async () => {
    const all = await read("/directory");
    expect(all).toContain('name="joint" value="yes"');
    const [fr, en] = [text(await read("/directory?joint=yes")), text(await read("/directory?joint=yes", "en"))];
    expect(fr).toContain("Plusieurs hébergeurs ensemble retirer");
    expect(fr).toContain("Offre commune avec Le Fournil");
    expect(en).toContain("Several hosts together remove");
    expect(en).toContain("Joint offer with Le Fournil");
    for (const said of [fr, en]) expect(said).not.toContain("Un wiki");
  });

  test("stands on the page of each of its hosts", async () => {
    for (const domain of ["rucher.example", "fournil.example"]) {
      const page = await read(`/directory/hosts/${domain}`);
      expect(page).toContain('href="/directory/hosts/rucher.example/offers/ensemble"');
      expect(text(page)).toContain("Offre commune avec Le Fournil");
    }
    expect(await read("/directory/hosts/grange.example")).not.toContain("offers/ensemble");
  });

  test("is compared with who does what, and with what each of its hosts commits to, not the lead alone", async () => {
    const said = text(await read("/directory/compare?offer=rucher.example/ensemble&offer=grange.example/offre-0"));
    expect(said).toContain("Le Fournil : formation");
    expect(said).toContain("Le Rucher : Pas de publicité (sans preuve donnée)");
    expect(said).toContain("Le Fournil : rien d’écrit");
    expect(said).toContain("La Grange, seul");
  });

  test("is read by programs with its partners, and told of by feeds with the names of all", async () => {
    const json = JSON.parse(await read("/directory.json?joint=yes"));
    expect(json.offers).toMatchObject([
      { slug: "ensemble", partners: [{ name: "Le Fournil", url: `${fournil}/@hote` }] },
    ]);
    expect(await read("/directory.csv?joint=yes")).toContain('"Le Fournil"');
    const feed = await read("/directory/feed.atom?joint=yes&lang=fr");
    expect(feed).toContain("Des fichiers, et de l’aide, Le Rucher et Le Fournil");
  });

  test("where it answers a need with another offer, one click asks all of these hosts together", async () => {
    const page = await read("/directory/questions/results?need=file-sharing&need=email");
    const [, ask = ""] = /href="(\/together\/ask\?[^"]+)"/.exec(page) ?? [];
    const asked = new URLSearchParams(ask.replaceAll("&amp;", "&").split("?")[1]);
    expect(asked.getAll("host")).toEqual(["fournil.example"]);
    expect(asked.getAll("offer")).toContain("rucher.example/ensemble");
    expect(asked.getAll("need")).toEqual(["email", "file-sharing"]);
  });
});
