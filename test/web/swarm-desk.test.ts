import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { know, peerWith } from "../support/known-hosts.ts";
import { startPeer } from "../support/peer.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { printed, signedIn, type Visitor } from "./desk.ts";

let site: TestSite;
let ada: Visitor;
beforeAll(async () => {
  site = await startSite();
  ada = await signedIn(site, "administrator");
  await eventually(async () => (await site.db.selectFrom("catalogueHosts").select("actor").execute()).length > 0);
});
afterAll(() => site[Symbol.asyncDispose]());
beforeEach(async () => {
  await site.db.deleteFrom("instances").where("source", "<>", "own").execute();
  for (const table of ["peers", "blocks", "vouches", "blocklists", "swarmSettings"] as const)
    await site.db.deleteFrom(table).execute();
});

const path = "/admin/followers/hosts";
const at = (origin: string) => `${path}/site?${new URLSearchParams({ origin })}`;
const read = async (address: string, visitor = ada) => (await visitor.get(address)).text();
const rucher = "https://rucher.example";

describe("the hosts that are known", () => {
  test("are listed by how far they are trusted, with how we came to know them", async () => {
    await know(site.db, { origin: rucher, name: "Le Rucher", trust: 2, namedBy: "https://amie.example" });
    await know(site.db, { origin: "https://bloque.example", name: "Bloqué", trust: 0, source: "peer" });
    const page = await read(path);
    expect(page).toContain("Le Rucher");
    expect(page).toContain("amie.example le cite");
    expect(page).toContain("connu, sans garant");
    const blocked = await read(`${path}?level=0`);
    expect([blocked.includes("Bloqué"), blocked.includes("Le Rucher")]).toEqual([true, false]);
  });

  test("are looked at one by one: why they are shown, and how far a visit is", async () => {
    await know(site.db, { origin: rucher, name: "Le Rucher", trust: 2 });
    const progress = JSON.stringify({ phase: "offers", done: 214, of: 600, next: null, began: new Date() });
    await site.db
      .updateTable("instances")
      .set({ progress, problem: "too-many-offers" })
      .where("origin", "=", rucher)
      .execute();
    const page = await read(at(rucher));
    expect(page).toContain("214 sur 600");
    expect(page).toContain("Nous avons gardé les 5 000 premières");
    expect(page).toContain("Il faut qu’un hébergeur en lien avec ce site");
    expect((await ada.get(at("https://personne.example"))).status).toBe(404);
    expect((await ada.get(`${path}/site?origin=javascript:1`)).status).toBe(404);
  });

  test("are vouched for, and no longer, by those who administer only", async () => {
    await know(site.db, { origin: rucher, name: "Le Rucher", trust: 2 });
    const sent = await ada.post(`${path}/site/vouch`, { origin: rucher, reason: "Nous partageons nos sauvegardes." });
    expect(sent.headers.get("location")).toContain("done=vouched");
    const page = await read(at(rucher));
    expect(page).toContain("Nous partageons nos sauvegardes.");
    expect(page).toContain("d’autres s’en portent garants");
    await ada.post(`${path}/site/vouch/withdrawal`, { origin: rucher });
    expect(await read(at(rucher))).toContain("connu, sans garant");
    const reader = await signedIn(site, "reader");
    expect((await reader.post(`${path}/site/vouch`, { origin: rucher })).status).toBe(403);
    expect(await read("/admin/team/journal").catch(() => "")).toBeDefined();
  });

  test("with too long a reason come back with what was typed", async () => {
    await know(site.db, { origin: rucher, trust: 2 });
    const long = "très ".repeat(120);
    const answer = await ada.post(`${path}/site/vouch`, { origin: rucher, reason: long });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(printed("C’est plus de 500 signes : dites-le plus court."));
    expect(page).toContain(long.trim());
  });

  test("that look like one another are told apart by their domain, in ASCII", async () => {
    await know(site.db, { origin: rucher, name: "Le Rucher", trust: 4, source: "peer" });
    await know(site.db, { origin: "https://xn--ruher-9be.example", name: "Lе Rucher", trust: 2 });
    const page = await read(at("https://xn--ruher-9be.example"));
    expect(page).toContain(printed("ressemble à Le Rucher (rucher.example)"));
    expect(page).toContain("xn--ruher-9be.example");
    expect(page).toContain("mêle des lettres de plusieurs alphabets");
  });

  test("follow what is settled here", async () => {
    const wrong = await ada.post(`${path}/settings`, { needed: "beaucoup" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="beaucoup"');
    await ada.post(`${path}/settings`, { needed: "2", welcome: "yes" });
    expect(await site.db.selectFrom("swarmSettings").select(["vouchesNeeded", "welcomeVouched"]).execute()).toEqual([
      { vouchesNeeded: 2, welcomeVouched: true },
    ]);
  });
});

describe("the instances that we are in touch with", () => {
  const peers = "/admin/followers/peers";
  const pending = { ours: "none", theirs: "pending", decision: null } as const;

  test("and that ask to follow us are held against those that are known, before anybody lets them in", async () => {
    await know(site.db, { origin: rucher, name: "Le Rucher", trust: 4, source: "peer" });
    const other = "https://xn--ruher-9be.example";
    const id = await peerWith(site.db, other, pending);
    await site.db.updateTable("peers").set({ name: "Lе Rucher" }).where("id", "=", id).execute();
    const page = await read(peers);
    expect(page).toContain(printed("Vérifiez que c’est bien l’instance que vous croyez"));
    expect(page).toContain(printed("ressemble à Le Rucher (rucher.example)"));
    expect(page).toContain("mêle des lettres de plusieurs alphabets");
    expect(page).toContain(printed("Tel quel : xn--ruher-9be.example"));
    const approve = /<form[^>]*approval"[^>]*>(.*?)<\/form>/s.exec(page)?.[1] ?? "";
    expect(approve).not.toContain("button-main");
  });

  test("and that look like ourselves are said to", async () => {
    await peerWith(site.db, "https://pomme.example", pending);
    await site.db.updateTable("peers").set({ name: "La P0mme" }).execute();
    expect(await read(peers)).toContain(printed("ressemble à La Pomme (127.0.0.1"));
  });

  test("and that look like nobody are accepted with one press, as ever", async () => {
    await know(site.db, { origin: rucher, name: "Le Rucher", trust: 4, source: "peer" });
    await peerWith(site.db, "https://verger.example", pending);
    const page = await read(peers);
    expect(page).not.toContain("Vérifiez que");
    expect(/<form[^>]*approval"[^>]*>(.*?)<\/form>/s.exec(page)?.[1]).toContain("button-main");
  });

  test("lead to their host among those that are known, where it is known", async () => {
    await know(site.db, { origin: rucher, name: "Le Rucher", trust: 4, source: "peer" });
    await peerWith(site.db, rucher);
    await peerWith(site.db, "https://verger.example");
    const page = await read(peers);
    const links = [...page.matchAll(/href="([^"]*hosts\/site[^"]*)"/g)].map(([, href]) => href);
    expect(links).toEqual([at(rucher)]);
    expect((await ada.get(links[0] ?? "")).status).toBe(200);
  });
});

test("an address that is Mastodon is said to be Mastodon", async () => {
  await using mastodon = await startPeer();
  mastodon.behave(({ path: asked }, response) => {
    const links = [{ rel: "http://nodeinfo.diaspora.software/ns/schema/2.0", href: `${mastodon.origin}/nodeinfo/2.0` }];
    const body = asked === "/nodeinfo/2.0" ? { software: { name: "mastodon" } } : { links };
    response.writeHead(asked.includes("nodeinfo") ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  });
  const answer = await ada.post("/admin/followers/peers", { url: mastodon.origin });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("Ce site fonctionne avec Mastodon, et non avec Essaim");
});

describe("a list of what others block", () => {
  const lists = "/admin/followers/blocks/lists";
  const csv = "#domain,#severity\r\nrucher.example,suspend\r\nailleurs.example,silence\r\nca**.example,suspend\r\n";

  test("that is sent as a file only suggests; what is ticked is blocked, and the rest may be set aside", async () => {
    await know(site.db, { origin: rucher, name: "Le Rucher", trust: 2 });
    const sent = await ada.post(`${lists}/file`, { file: new File([csv], "liste.csv", { type: "text/csv" }) });
    const list = sent.headers.get("location") ?? "";
    const page = await read(list);
    expect(page).toContain("2 serveurs sont proposés");
    expect(page).toContain("1 hébergeur");
    expect(page).toContain("le domaine est masqué par des étoiles");
    expect(page).not.toMatch(/type="checkbox"[^>]*checked/);
    expect(await site.db.selectFrom("blocks").selectAll().execute()).toEqual([]);
    const [address = ""] = list.split("?");
    expect((await ada.post(address, { do: "block" })).status).toBe(422);
    await ada.post(address, { do: "block", domain: ["rucher.example"] });
    await ada.post(address, { do: "dismiss", domain: "ailleurs.example" });
    expect(await site.db.selectFrom("blocks").select("domain").execute()).toEqual([{ domain: "rucher.example" }]);
    const { trust } = await site.db
      .selectFrom("catalogueHosts")
      .select("trust")
      .where("origin", "=", rucher)
      .executeTakeFirstOrThrow();
    expect(trust).toBe(0);
    expect(await read(address)).toContain("Cette liste ne propose plus rien");
    const taken = await ada.get(`${lists}/blocks.csv`);
    expect(await taken.text()).toBe(
      "#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate\r\nrucher.example,suspend,true,true,,false\r\n",
    );
  });

  test("at an address is read, and what is new there is suggested; it is never applied", async () => {
    await using shared = await startPeer();
    shared.behave((_, response) => void response.writeHead(200, { "content-type": "text/csv" }).end(csv));
    const sent = await ada.post(lists, { url: `${shared.origin}/liste.csv` });
    const list = (sent.headers.get("location") ?? "").split("?")[0] ?? "";
    await eventually(async () => (await read(list)).includes("2 serveurs sont proposés"));
    expect(await site.db.selectFrom("blocks").selectAll().execute()).toEqual([]);
    const wrong = await ada.post(lists, { url: "où ?" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("Nous n’arrivons pas à lire cette adresse");
  });

  test("is for administrators only", async () => {
    const editor = await signedIn(site, "editor");
    expect((await editor.get(lists)).status).toBe(403);
  });
});
