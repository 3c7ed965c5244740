import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeHost } from "../../src/hosts/changes.ts";
import type { HostProfile } from "../../src/hosts/host.ts";
import { needHost } from "../../src/hosts/queries.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { printed, signedIn, type Visitor } from "./desk.ts";

let site: TestSite;
let ada: Visitor;
let bob: Visitor;
beforeAll(async () => {
  site = await startSite();
  ada = await signedIn(site, "editor", "ada@example.org");
  bob = await signedIn(site, "editor", "bob@example.org");
});
afterAll(() => site[Symbol.asyncDispose]());

const profile = async () => (await needHost(site.db)).profile;
const say = async (said: Partial<HostProfile>) =>
  site.db.transaction().execute(async (tx) => changeHost(tx, { ...(await needHost(tx)).profile, ...said }, new Date()));

/** What a page's form holds, as a browser would send it. */
async function formAt(browser: Visitor, path: string): Promise<Record<string, string[]>> {
  return formIn(await (await browser.get(path)).text());
}

function formIn(html: string): Record<string, string[]> {
  const form = /<form class="narrow".*?<\/form>/s.exec(html)?.[0] ?? "";
  const sent: Record<string, string[]> = {};
  const add = (name: string, value: string) => {
    sent[plain(name)] = [...(sent[plain(name)] ?? []), plain(value)];
  };
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, "name");
    const box = /type="(radio|checkbox)"/.test(tag);
    if (name !== null && (!box || / checked/.test(tag))) add(name, attribute(tag, "value") ?? "");
  }
  for (const [, name = "", text = ""] of form.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>(.*?)<\/textarea>/gs))
    add(name, text);
  for (const [, name = "", options = ""] of form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    add(name, /value="([^"]*)" selected/.exec(options)?.[1] ?? "");
  return sent;
}

const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? null;
const plain = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

const sections = [
  "identity",
  "structure",
  "territory",
  "contact",
  "commitments",
  "limits",
  "solidarity",
  "terms",
  "facts",
];

describe("the host's page at the desk", () => {
  test("says what is missing first, and leads there", async () => {
    const html = await (await ada.get("/admin/host")).text();
    expect(html).toContain("Il manque 5 choses à votre page");
    expect(html).toMatch(/button-main" href="\/admin\/host\/contact"/);
  });

  test.each(sections)("shows the section %s as it is, and saving it as it is changes nothing", async (section) => {
    await say(full);
    const before = await needHost(site.db);
    const form = await formAt(ada, `/admin/host/${section}`);
    const answer = await ada.post(`/admin/host/${section}`, { ...form, do: "save" });
    expect(answer.headers.get("location")).toBe("/admin/host?done=nothing");
    expect(await needHost(site.db)).toEqual(before);
  });

  test("keeps what is typed, says it on the public page, and notes who did it", async () => {
    const form = await formAt(ada, "/admin/host/contact");
    await ada.post("/admin/host/contact", {
      ...form,
      "contact.phone": "04 72 00 00 00",
      "contact.url": "pomme.example/ecrire",
      do: "save",
    });
    expect((await profile()).contact).toMatchObject({ phone: "04 72 00 00 00", url: "https://pomme.example/ecrire" });
    expect(await (await ada.get("/about")).text()).toContain("04 72 00 00 00");
    const last = await site.db.selectFrom("journal").selectAll().orderBy("id", "desc").executeTakeFirst();
    expect(last).toMatchObject({ who: "ada@example.org", deed: "host-changed", subject: "contact" });
  });

  test("gives refused input back with its reasons, and keeps nothing of it", async () => {
    const before = await profile();
    const answer = await ada.post("/admin/host/contact", {
      "contact.email": "pas une adresse",
      "contact.phone": "06 11 22 33 44",
      do: "save",
    });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('href="#contact.email"');
    expect(html).toContain('value="pas une adresse"');
    expect(html).toContain('value="06 11 22 33 44"');
    expect(await profile()).toEqual(before);
  });

  test("checks the numbers of registers, and guesses which register it is", async () => {
    const save = (value: string, scheme = "") =>
      ada.post("/admin/host/structure", {
        "identifiers.0.value": value,
        "identifiers.0.scheme": scheme,
        version: "x",
        do: "save",
      });
    await say({ identifiers: [] });
    expect(await (await save("448 762 527")).text()).toContain("Dites de quel registre est ce numéro");
    expect(await (await save("448 762 527", "siren")).text()).toContain("deux sont inversés");
    const { version } = await formAt(ada, "/admin/host/structure");
    const saved = await ada.post("/admin/host/structure", {
      "identifiers.0.value": "448 762 526",
      version: version ?? "",
      do: "save",
    });
    expect(saved.status).toBe(303);
    expect((await profile()).identifiers).toEqual([{ scheme: "siren", value: "448762526" }]);
  });

  test("finds places by name, number and postcode, and asks which one where several have the name", async () => {
    const form = await formAt(ada, "/admin/host/territory");
    const typed = "35\nSaint-Denis, rennes métropole";
    const wanted = { ...form, "territory.codes": typed, "territory.policy": "fallback", do: "save" };
    const asked = await ada.post("/admin/host/territory", wanted);
    const html = await asked.text();
    expect(asked.status).toBe(422);
    expect(html).toContain(printed("« Saint-Denis » : lequel ?"));
    expect(html).toContain("Saint-Denis (La Réunion)");
    expect((await ada.post("/admin/host/territory", { ...wanted, "pick.Saint-Denis": "com:97411" })).status).toBe(303);
    expect((await profile()).territory).toEqual({
      codes: ["dep:35", "com:97411", "epci:243500139"],
      policy: "fallback",
    });
    const unknown = await ada.post("/admin/host/territory", {
      ...wanted,
      form: "",
      "territory.codes": "Pommeville-les-Prés",
    });
    expect(await unknown.text()).toContain(printed("Nous ne trouvons pas « Pommeville-les-Prés »"));
  });

  test("grows a list without saving or losing anything", async () => {
    const before = await profile();
    const form = await formAt(ada, "/admin/host/commitments");
    const more = await ada.post("/admin/host/commitments", {
      ...form,
      "commitments.1.claim": "Écrit, pas enregistré",
      do: "more",
    });
    const again = formIn(await more.text());
    const rows = (sent: object) => Object.keys(sent).filter((name) => name.endsWith(".claim")).length;
    expect(rows(again)).toBe(rows(form) + 3);
    expect(again["commitments.1.claim"]).toEqual(["Écrit, pas enregistré"]);
    expect(await profile()).toEqual(before);
  });

  test("shows a change to its author before anyone else sees it, and loses nothing on the way back", async () => {
    const form = await formAt(ada, "/admin/host/identity");
    const wanted = { ...form, tagline: "Une phrase « neuve » & <courte>" };
    const shown = await (await ada.post("/admin/host/identity", { ...wanted, do: "preview" })).text();
    expect(shown).toContain("Rien n’est encore enregistré");
    expect(shown).toContain("Ce que montre Mastodon");
    expect(shown.match(/Une phrase « neuve » &amp; &lt;courte&gt;/g)?.length).toBeGreaterThan(1);
    expect((await profile()).tagline).not.toContain("neuve");
    const back = formIn(await (await ada.post("/admin/host/identity", { ...wanted, do: "edit" })).text());
    expect(back["tagline"]).toEqual(["Une phrase « neuve » & <courte>"]);
    expect(back["version"]).toEqual(form["version"]);
  });

  test("sent twice is saved once", async () => {
    const form = { ...(await formAt(ada, "/admin/host/terms")), dataLocation: "Lyon, dans nos locaux", do: "save" };
    const { version } = await needHost(site.db);
    const answers = await Promise.all([ada.post("/admin/host/terms", form), ada.post("/admin/host/terms", form)]);
    expect(answers.map((answer) => answer.headers.get("location"))).toEqual([
      "/admin/host?done=terms",
      "/admin/host?done=terms",
    ]);
    expect((await needHost(site.db)).version).toBe(version + 1);
  });
});

describe("two people at the same section", () => {
  test("see both versions, and nothing is lost", async () => {
    const [hers, his] = [await formAt(ada, "/admin/host/identity"), await formAt(bob, "/admin/host/identity")];
    await ada.post("/admin/host/identity", { ...hers, tagline: "Des outils pour le Rhône", do: "save" });
    const answer = await bob.post("/admin/host/identity", { ...his, tagline: "Des outils pour Lyon", do: "save" });
    const html = await answer.text();
    expect(answer.status).toBe(409);
    expect(html).toContain("Quelqu’un a changé cela pendant que vous écriviez");
    const shown = html.replaceAll(/<\/?(ins|del|span)[^>]*>/g, "");
    expect(shown).toContain('<td data-word="Version enregistrée depuis">Des outils pour le Rhône</td>');
    expect(html.match(/<td data-word="Votre version">.*?<\/td>/)?.[0]).toContain("Lyon");
    expect((await profile()).tagline).toBe("Des outils pour le Rhône");
    await bob.post("/admin/host/identity", { ...formIn(html), do: "save" });
    expect((await profile()).tagline).toBe("Des outils pour Lyon");
  });

  test("of the preview too: what a colleague saved meanwhile is noticed when one comes back", async () => {
    const his = await formAt(bob, "/admin/host/identity");
    const back = formIn(
      await (await bob.post("/admin/host/identity", { ...his, tagline: "La mienne", do: "edit" })).text(),
    );
    await say({ tagline: "La sienne" });
    expect((await bob.post("/admin/host/identity", { ...back, do: "save" })).status).toBe(409);
  });

  test("are not in each other's way in two sections", async () => {
    const [hers, his] = [await formAt(ada, "/admin/host/terms"), await formAt(bob, "/admin/host/contact")];
    await ada.post("/admin/host/terms", { ...hers, dataLocation: "Villeurbanne", do: "save" });
    expect(
      (await bob.post("/admin/host/contact", { ...his, "contact.phone": "04 78 00 00 00", do: "save" })).status,
    ).toBe(303);
    expect(await profile()).toMatchObject({ dataLocation: "Villeurbanne", contact: { phone: "04 78 00 00 00" } });
  });
});

test("the host's logo is chosen at the desk, shown on every page, and taken away again", async () => {
  const picture = await sharp({ create: { width: 120, height: 120, channels: 3, background: "#6a1b47" } })
    .png()
    .toBuffer();
  const send = (logo: File) => ada.post("/admin/host/logo", { logo, do: "save" });
  const refused = await send(new File(["<svg xmlns='http://www.w3.org/2000/svg'/>"], "logo.svg"));
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("Cette image est un SVG");
  const saved = await send(new File([new Uint8Array(picture)], "logo.png"));
  expect(saved.headers.get("location")).toBe("/admin/host?done=logo");
  const [, path = ""] = /<img class="emblem" src="(\/pictures\/[^"]+)"/.exec(await (await ada.get("/")).text()) ?? [];
  expect((await ada.get(path)).headers.get("content-type")).toBe("image/webp");
  await ada.post("/admin/host/logo", { do: "remove" });
  expect(await (await ada.get("/")).text()).not.toContain("/pictures/");
});

test("readers see it all and change nothing", async () => {
  const reader = await signedIn(site, "reader");
  expect((await reader.get("/admin/host/identity")).status).toBe(200);
  expect((await reader.post("/admin/host/identity", { name: "X" })).status).toBe(403);
});

/** Things that a form cannot show whole among the rest. */
const full: Partial<HostProfile> = {
  tagline: "Des outils sobres\nen deux lignes ",
  summary: "\n\nUn.\n\nDeux & <trois>.",
  legalForm: "une forme d’avant",
  languages: ["fr", "oc", "xx"],
  capabilities: ["accompaniment", "hosting"],
  identifiers: [{ scheme: "rcs", value: "Lyon B 1" }],
  memberOf: ["CHATONS", "Un réseau\nsur deux lignes"],
  commune: "com:69123",
  country: "FR",
  territory: { codes: ["com:97411", "dep:69", "epci:200046977"], policy: "priority" },
  contact: { email: "a@pomme.example", phone: null, url: null, address: "1 rue\n69000 Lyon" },
  commitments: [{ claim: "Pas de publicité\n(jamais)", evidence: null, asOf: "2026-01-01", answer: null }],
  doesNot: ["Réparer du matériel"],
  referrals: [{ to: "https://autre.example", why: null }],
  solidarity: { who: ["individual", "un code d’avant"], notFor: [], how: " Écrivez-nous. " },
  facts: [
    { name: "staff", value: { volunteers: 12, employees: 1 }, note: "2025" },
    { name: "created", value: 1995, note: null },
    { name: "vrai", value: true, note: null },
  ],
  extra: { librehost: { logo: "https://pomme.example/logo.png" } },
};
