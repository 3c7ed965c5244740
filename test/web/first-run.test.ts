import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findFirstRun, needHost } from "../../src/hosts/queries.ts";
import { listOffers } from "../../src/offers/queries.ts";
import type { TestSite } from "../support/site.ts";
import { type BareSite, startBareSite } from "../support/site.ts";
import { printed, signedIn, type Visitor, visitor } from "./desk.ts";

let site: BareSite;
let ada: Visitor;
beforeEach(async () => {
  site = await startBareSite();
  ada = visitor(site);
});
afterEach(() => site[Symbol.asyncDispose]());

const account = { name: "La Pomme", handle: "la_pomme", email: "ada@example.org", password: "quatre mots sans lien" };
const setUp = (more: Record<string, string> = {}) =>
  ada.post("/admin/setup", {
    ...account,
    kind: "host",
    token: new URL(site.link).searchParams.get("token") ?? "",
    ...more,
  });
const to = (answer: Response) => answer.headers.get("location");
const step = (name: string, form: Record<string, string> = {}) =>
  ada.post(`/admin/first-run/${name}`, { do: "save", ...form });

describe("the guided set-up", () => {
  test("goes from the printed link to the host's page, step by step", async () => {
    expect(await (await ada.get(site.link.slice(site.origin.length))).text()).toContain("Étape 1 sur 5");
    expect(to(await setUp())).toBe("/admin/first-run");
    expect(to(await ada.get("/admin/first-run"))).toBe("/admin/first-run/territory");
    expect(await (await ada.get("/admin/first-run/territory")).text()).toContain("Étape 2 sur 5");
    expect(to(await step("territory", { "territory.codes": "Rhône", "territory.policy": "priority" }))).toBe(
      "/admin/first-run/reach",
    );
    const reach = {
      tagline: "Des outils libres",
      legalForm: "association",
      capabilities: "hosting",
      languages: "français, occitan",
      "contact.email": "bonjour@pomme.example",
    };
    expect(to(await step("reach", reach))).toBe("/admin/first-run/face");
    expect(to(await step("face"))).toBe("/admin/first-run/offer");
    expect(to(await step("offer", { do: "skip" }))).toBe("/admin/first-run/end");
    const { profile } = await needHost(site.db);
    expect(profile).toMatchObject({
      ...{
        territory: { codes: ["dep:69"], policy: "priority" },
        tagline: "Des outils libres",
        legalForm: "association",
      },
      ...{ capabilities: ["hosting"], languages: ["fr", "oc"], contact: { email: "bonjour@pomme.example" } },
    });
    const end = await (await ada.get("/admin/first-run/end")).text();
    expect(end).toContain("@la_pomme@");
    expect(end).toContain(printed("Vous avez passé : Une première offre."));
    expect(to(await ada.post("/admin/first-run/end"))).toBe("/admin");
  });

  test("is gone for good once it is ended: its link, and its pages", async () => {
    await setUp();
    await ada.post("/admin/first-run/end");
    for (const path of ["/admin/first-run", "/admin/first-run/reach", "/admin/first-run/end"])
      expect((await ada.get(path)).status, path).toBe(410);
    expect((await step("reach", { tagline: "Trop tard" })).status).toBe(410);
    expect((await needHost(site.db)).profile.tagline).toBeNull();
    const again = await ada.get(site.link.slice(site.origin.length));
    expect(again.status).toBe(410);
    expect(await again.text()).toContain("Ce site est déjà en route");
    expect(await findFirstRun(site.db)).toBeNull();
    expect(await (await ada.get("/admin")).text()).not.toContain("Terminer la mise en route");
  });

  test("can be left and come back to where it stood, by any colleague", async () => {
    await setUp();
    await step("territory", { "territory.codes": "Rhône", "territory.policy": "only" });
    await step("reach", { do: "skip" });
    const bob = await signedIn(site as unknown as TestSite, "editor", "bob@example.org");
    expect(to(await bob.get("/admin/first-run"))).toBe("/admin/first-run/face");
    expect(await findFirstRun(site.db)).toEqual({ territory: "done", reach: "skipped" });
    const today = await (await bob.get("/admin")).text();
    expect(today).toContain("Terminer la mise en route");
    expect(today).toContain("Il reste 2 étapes.");
    // What was done stays done when somebody passes by it.
    await step("territory", { do: "skip" });
    await step("reach", { "contact.email": "a@pomme.example" });
    expect(await findFirstRun(site.db)).toEqual({ territory: "done", reach: "done" });
  });

  test("gives refused answers back, and stays where it is", async () => {
    await setUp();
    const answer = await step("reach", { "contact.email": "pas une adresse", tagline: "Gardée à l’écran" });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('value="Gardée à l’écran"');
    expect(html).toContain('href="#contact.email"');
    expect(await findFirstRun(site.db)).toEqual({});
    expect((await needHost(site.db)).profile.tagline).toBeNull();
  });

  test("asks which place is meant where several have the name", async () => {
    await setUp();
    const asked = await step("territory", { "territory.codes": "Saint-Denis", "territory.policy": "priority" });
    expect(await asked.text()).toContain("Saint-Denis (Seine-Saint-Denis)");
    await step("territory", {
      "territory.codes": "Saint-Denis",
      "territory.policy": "priority",
      "pick.Saint-Denis": "com:93066",
    });
    expect((await needHost(site.db)).profile.territory?.codes).toEqual(["com:93066"]);
  });

  test("is shorter for a portal, which has no offers of its own", async () => {
    await setUp({ kind: "hub" });
    expect(await (await ada.get("/admin/first-run/territory")).text()).toContain("Étape 2 sur 4");
    expect(await (await ada.get("/admin/first-run/reach")).text()).not.toContain('name="capabilities"');
    await step("reach", { tagline: "Les hébergeurs du Rhône" });
    expect(to(await step("face"))).toBe("/admin/first-run/end");
    expect((await needHost(site.db)).profile).toMatchObject({ capabilities: [], tagline: "Les hébergeurs du Rhône" });
    expect(await (await ada.get("/admin/first-run/end")).text()).toContain("Rejoindre l’essaim");
  });

  test("takes over what the host publishes already, once however often it is sent", async () => {
    await setUp();
    const nothing = await step("offer", { way: "import" });
    expect(await nothing.text()).toContain("Donnez une adresse ou un fichier");
    expect(await (await step("offer")).text()).toContain("Choisissez par où commencer");
    expect(await (await step("offer", { address: "ftp://x" })).text()).toContain("pas une adresse du web");
    const form = {
      do: "save",
      way: "import",
      form: crypto.randomUUID(),
      file: new File(['{"@context":"https://schema.org"}'], "librehost.json"),
    };
    const answers = await Promise.all([
      ada.post("/admin/first-run/offer", form),
      ada.post("/admin/first-run/offer", form),
    ]);
    const [path, same] = answers.map(to);
    expect(path).toMatch(/^\/admin\/exchange\/imports\//);
    expect(same).toBe(path);
    expect((await ada.get(path ?? "")).status).toBe(200);
    expect(await findFirstRun(site.db)).toEqual({ offer: "done" });
  });

  test("begins an offer from a model, as a draft that nobody else sees, once", async () => {
    await setUp();
    expect(await (await ada.get("/admin/first-run/offer")).text()).toContain("Petites associations");
    const form = { way: "small", form: crypto.randomUUID() };
    const answers = await Promise.all([step("offer", form), step("offer", form)]);
    expect(answers.map(to)).toEqual(["/admin/first-run/end", "/admin/first-run/end"]);
    expect((await listOffers(site.db)).map(({ state }) => state)).toEqual(["draft"]);
    expect(await (await ada.get("/admin/first-run/end")).text()).toContain("Publier votre offre");
  });

  test("proposes an account name to who left it empty, and lets them look at it", async () => {
    const answer = await setUp({ handle: "", name: "Le Four à Pain" });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('value="le_four_a_pain"');
    expect(html).toContain("elle ne pourra plus changer");
  });
});
