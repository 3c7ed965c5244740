import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { listHost } from "../support/listed.ts";
import { type Peer, startPeer } from "../support/peer.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { printed, signedIn, type Visitor } from "./desk.ts";

let site: TestSite;
let ada: Visitor;
let elsewhere: Peer;
/** What stands at that other server, by path. */
const pages = new Map<string, string>();
beforeAll(async () => {
  site = await startSite();
  ada = await signedIn(site);
  elsewhere = await startPeer();
  elsewhere.behave(({ path }, response) => {
    const body = pages.get(path);
    response.writeHead(body === undefined ? 404 : 200, { "content-type": "text/plain" });
    response.end(body);
  });
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await elsewhere[Symbol.asyncDispose]();
});

const desk = "/admin/portal/unclaimed";
/** The same server by another name: an entry of it is not one of ours. */
const named = () => elsewhere.origin.replace("127.0.0.1", "localhost");
const listOf = (...names: readonly string[]) =>
  `file.class = federation\nfederation.name = Le Réseau\n${names.map((name) => `subs.${name} = ${elsewhere.origin}/${name}`).join("\n")}`;
const organization = (name: string) =>
  `file.class = organization\norganization.name = ${name}\norganization.website = ${named()}/\n`;
const fileOf = (text: string) => new File([text], "federation.properties", { type: "text/plain" });
const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
const entries = () => site.db.selectFrom("unclaimed").select(["id", "domain", "name"]).execute();

/** Has a list read, and waits for what it would bring. */
async function read(list: string): Promise<string> {
  const sent = await ada.post(desk, { file: fileOf(list) });
  expect(sent.status).toBe(303);
  const path = sent.headers.get("location") ?? "";
  await eventually(async () => !(await textOf(ada.get(path))).includes("Lecture en cours"));
  return path;
}

describe("a list of hosts at the desk", () => {
  test.each([
    [{}, "Donnez une adresse ou un fichier."],
    [{ address: "ftp://reseau.example/liste" }, "Ce n’est pas une adresse. Elle commence par https://"],
    [
      { address: "https://reseau.example/liste", file: new File(["a"], "a.json") },
      "Donnez une adresse ou un fichier, pas les deux.",
    ],
  ])("is refused where it is not said which: %j", async (form: Record<string, string | File>, reason) => {
    const answer = await ada.post(desk, form);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(printed(reason));
    if (typeof form["address"] === "string") expect(page).toContain(`value="${form["address"]}"`);
    expect(await site.db.selectFrom("unclaimedReadings").select("id").execute()).toEqual([]);
  });

  test("is read and shown before anything of it is taken, and taken once", async () => {
    pages.set("/courge", organization("Courge"));
    const path = await read(listOf("courge", "absent"));
    const seen = await textOf(ada.get(path));
    expect(seen).toContain("La liste nomme un hébergeur qui peut être repris.");
    expect(seen).toContain("fichier absent ou illisible");
    expect(await entries()).toEqual([]);
    expect((await ada.post(`${path}/take`)).status).toBe(303);
    await ada.post(`${path}/take`);
    expect(await entries()).toMatchObject([{ name: "Courge", domain: "localhost" }]);
    expect(await textOf(ada.get(path))).toContain(printed("C’est repris."));
    const deeds = await site.db.selectFrom("journal").select("deed").where("deed", "like", "list-%").execute();
    expect(deeds.map(({ deed }) => deed).sort()).toEqual(["list-entered", "list-read"]);
    expect(await textOf(ada.get("/directory"))).toContain("/directory/unclaimed");
  });

  test("that is left changes nothing, and cannot be taken after that", async () => {
    pages.set("/navet", organization("Navet"));
    const path = await read(listOf("navet"));
    await ada.post(`${path}/drop`);
    expect(await textOf(ada.get(path))).toContain(printed("Laissée : rien n’a changé."));
    await ada.post(`${path}/take`);
    expect((await entries()).map(({ name }) => name)).toEqual(["Courge"]);
  });

  test("that is none says what it should be, and one that cannot be had says so", async () => {
    expect(await textOf(ada.get(await read("file.class = service\nservice.name = Courriel")))).toContain(
      "Ce n’est ni le fichier d’une fédération",
    );
    const sent = await ada.post(desk, { address: `${elsewhere.origin}/rien` });
    const path = sent.headers.get("location") ?? "";
    await eventually(async () => (await textOf(ada.get(path))).includes("Il n’y a rien à cette adresse. Vérifiez-la."));
  });

  test("is for those who run the site: somebody who only reads takes and removes nothing", async () => {
    const reader = await signedIn(site, "reader");
    expect((await reader.post(desk, { file: fileOf(listOf("courge")) })).status).toBe(403);
    expect((await reader.post(`${desk}/removals`, { domain: "localhost" })).status).toBe(403);
    expect(await entries()).toHaveLength(1);
  });

  test("an entry is removed for good, until it is allowed again", async () => {
    expect((await ada.post(`${desk}/removals`, { domain: " " })).status).toBe(404);
    const gone = await ada.post(`${desk}/removals`, { domain: "localhost" });
    expect(await textOf(ada.get(gone.headers.get("location") ?? ""))).toContain("La fiche est retirée.");
    const path = await read(listOf("courge"));
    expect(await textOf(ada.get(path))).toContain("Retirés auparavant, non repris");
    await ada.post(`${path}/take`);
    expect(await entries()).toEqual([]);
    const allowed = await ada.post(`${desk}/removals/end`, { domain: "localhost" });
    expect(allowed.headers.get("location")).toBe(`${desk}?done=allowed`);
    await ada.post(`${await read(listOf("courge"))}/take`);
    expect(await entries()).toHaveLength(1);
  });
});

describe("whoever an entry is about", () => {
  const path = async () => `/directory/unclaimed/${(await entries())[0]?.id}`;
  const rested = () => site.db.updateTable("unclaimed").set({ asked: null }).execute();

  test.each([
    ["", "Ce n’est pas une adresse."],
    ["https://inconnue.example", "Cette instance n’est pas encore connue ici."],
    ["ailleurs.example", "Votre site ne le dit pas encore."],
    ["ailleurs.example", "Votre site vient d’être interrogé."],
  ])("is told why «%s» does not take its place, with what was typed", async (address, reason) => {
    if (reason.startsWith("Votre site ne")) {
      await listHost(site.db, "https://ailleurs.example", { name: "Courge", trust: 3 });
      await rested();
    }
    const answer = await ada.post(`${await path()}/claim`, { address });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(reason);
    expect(page).toContain(`value="${address}"`);
  });

  test("takes its place when the website names its instance", async () => {
    await rested();
    pages.set("/.well-known/essaim-claim", "essaim: https://ailleurs.example");
    expect((await ada.post(`${await path()}/claim`, { address: "ailleurs.example" })).status).toBe(303);
    const led = await ada.get(await path());
    expect([led.status, led.headers.get("location")]).toEqual([302, "/directory/hosts/ailleurs.example"]);
    expect(await textOf(ada.get("/directory/unclaimed"))).not.toContain("Courge");
  });

  test("removes it when the website says so, and not before", async () => {
    await rested();
    const refused = await ada.post(`${await path()}/removal`);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Votre site ne le dit pas encore.");
    await rested();
    pages.set("/.well-known/essaim-claim", "essaim: remove");
    const removed = await ada.post(`${await path()}/removal`);
    expect(removed.headers.get("location")).toBe("/directory/unclaimed/removed");
    expect(await textOf(ada.get("/directory/unclaimed/removed"))).toContain("La fiche est retirée");
    expect(await entries()).toEqual([]);
    expect((await ada.post(`/directory/unclaimed/${crypto.randomUUID()}/removal`)).status).toBe(404);
  });
});

describe("a list of instances at the desk", () => {
  const seeds = "/admin/followers/list";
  const list = JSON.stringify({
    data: [{ host: "neuve.example" }, { host: "ailleurs.example" }, { host: "bloquee.example" }, { host: "::" }],
  });
  const listed = () => site.db.selectFrom("instances").select("origin").where("source", "=", "seed").execute();

  test.each([
    [{}, "Donnez une adresse ou un fichier."],
    [{ address: "neuve" }, "Ce n’est pas une adresse. Elle commence par https://"],
    [
      { address: "http://127.0.0.1:9/liste.json" },
      "Il n’y a pas de liste à cette adresse, ou son serveur ne répond pas.",
    ],
    [{ file: new File(["<html>"], "liste.json") }, "Ce n’est pas une liste d’instances."],
    [{ file: new File(['{"data":{}}'], "liste.json") }, "Ce n’est pas une liste d’instances."],
  ])("is refused with its reason: %j", async (form: Record<string, string | File>, reason) => {
    const answer = await ada.post(`${seeds}/reading`, form);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(printed(reason));
    if (typeof form["address"] === "string") expect(page).toContain(`value="${form["address"]}"`);
  });

  test("is shown before it is taken: what is new is chosen, what is known or blocked is said", async () => {
    await site.db.insertInto("blocks").values({ id: crypto.randomUUID(), domain: "bloquee.example" }).execute();
    const page = await textOf(ada.post(`${seeds}/reading`, { file: new File([list], "liste.json") }));
    expect(page).toContain('name="origin" value="https://neuve.example"');
    expect(page).not.toContain('value="https://ailleurs.example"');
    expect(page).toContain("ailleurs.example, déjà connue");
    expect(page).toContain("bloquee.example, serveur bloqué ici");
    expect(await listed()).toEqual([]);
  });

  test("brings those that were chosen, as candidates, for administrators only", async () => {
    const nothing = await ada.post(seeds, {});
    expect(nothing.status).toBe(422);
    expect(await nothing.text()).toContain("Choisissez au moins une instance.");
    const reader = await signedIn(site, "reader");
    expect((await reader.post(seeds, { origin: "https://neuve.example" })).status).toBe(403);
    expect((await reader.get(seeds)).status).toBe(403);
    const added = await ada.post(seeds, { origin: ["https://neuve.example", "https://bloquee.example"] });
    expect(added.headers.get("location")).toBe(`${seeds}?added=1`);
    expect(await textOf(ada.get(`${seeds}?added=1`))).toContain("Une instance sera visitée.");
    expect(await listed()).toEqual([{ origin: "https://neuve.example" }]);
  });
});
