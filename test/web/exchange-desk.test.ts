import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findImport } from "../../src/exchange/import-queries.ts";
import type { DeskImport, ImportState } from "../../src/exchange/imports.ts";
import { changeHost } from "../../src/hosts/changes.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { listOffers } from "../../src/offers/queries.ts";
import { serveFiles } from "../support/chatons.ts";
import { directory } from "../support/chatons-directory.ts";
import { eventually } from "../support/eventually.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor } from "./desk.ts";

let site: TestSite;
let editor: Visitor;
let administrator: Visitor;
beforeAll(async () => {
  site = await startSite();
  editor = await signedIn(site, "editor");
  administrator = await signedIn(site, "administrator");
});
afterAll(() => site[Symbol.asyncDispose]());

const librehost = (more: object) =>
  JSON.stringify({
    "@context": "https://schema.org",
    "@type": "NGO",
    name: "La Pomme",
    homeUrl: "https://pomme.example/",
    ...more,
  });
const fileOf = (text: string, name = "librehost.json") => new File([text], name);
const give = async (form: Record<string, string | File>) =>
  (await editor.post("/admin/exchange/imports", form)).headers.get("location") ?? "";
const comes = (path: string, state: ImportState): Promise<DeskImport> =>
  eventually(async () => {
    const found = await findImport(site.db, path.split("/").at(-1) ?? "");
    return found?.state === state ? found : null;
  });
const profile = async () => (await findHost(site.db))?.profile;

describe("an import at the desk", () => {
  test("shows what it would change before anything does, and takes only what is wanted", async () => {
    const path = await give({ file: fileOf(librehost({ tagLine: "Vos outils, ici", description: "Un texte neuf." })) });
    const { preview } = await comes(path, "seen");
    expect(preview?.differences.flatMap(({ fields }) => fields.map(({ name }) => name)).sort()).toContain("tagline");
    expect((await profile())?.tagline).toBeNull();
    const page = await (await editor.get(path)).text();
    expect(page).toContain("Vos outils, ici");
    expect(page).toContain("Garder ce qui est ici");
    await editor.post(`${path}/take`, { keep: ["host::summary"] });
    await comes(path, "taken");
    expect(await profile()).toMatchObject({ tagline: "Vos outils, ici", summary: "" });
    expect(await (await editor.get(path)).text()).toContain("C’est repris.");
  });

  test("is shown anew when a colleague has changed meanwhile what it would change", async () => {
    const path = await give({ file: fileOf(librehost({ tagLine: "Une autre phrase" })) });
    await comes(path, "seen");
    const host = await findHost(site.db);
    if (host === null) throw new Error("nobody hosts here");
    const now = new Date();
    await site.db
      .transaction()
      .execute((tx) => changeHost(tx, { ...host.profile, tagline: "La phrase d’une collègue" }, now));
    await editor.post(`${path}/take`);
    const again = await eventually(async () => {
      const found = await findImport(site.db, path.split("/").at(-1) ?? "");
      return found?.problem === "changed-meanwhile" ? found : null;
    });
    expect(again.state).toBe("seen");
    expect(await (await editor.get(path)).text()).toContain("La phrase d’une collègue");
    expect((await profile())?.tagline).toBe("La phrase d’une collègue");
    await editor.post(`${path}/take`);
    await comes(path, "taken");
    expect((await profile())?.tagline).toBe("Une autre phrase");
  });

  test("walks a whole directory by its address, and says all that was odd", async () => {
    const server = await serveFiles();
    const { pages } = directory(server.origin);
    for (const [path, text] of pages) server.pages.set(path, text);
    const before = (await listOffers(site.db)).length;
    const path = await give({ address: `${server.origin}/organization.properties` });
    const { preview } = await comes(path, "seen");
    expect(preview?.differences.filter(({ kind }) => kind === "service").length).toBeGreaterThan(150);
    expect(preview?.misread.length).toBeGreaterThan(100);
    expect((await listOffers(site.db)).length).toBe(before);
    const asked = server.asked.length;
    await editor.post(`${path}/take`);
    const taken = await comes(path, "taken");
    expect(taken.preview).toEqual(preview);
    expect(server.asked).toHaveLength(asked); // what was shown is what is taken
    expect((await listOffers(site.db)).every(({ state }) => state === "draft")).toBe(true);
    expect((await listOffers(site.db)).length).toBeGreaterThan(before);
  });

  test("says what to do about what is no such file, and changes nothing", async () => {
    const archive = fileOf(JSON.stringify({ format: "essaim", version: 1 }));
    const said = {
      "essaim import": archive,
      "pas complet": fileOf('{"name": '),
      "ChatonsInfos (.properties)": fileOf("un poème", "poème.txt"),
      "plusieurs hébergeurs": fileOf(JSON.stringify({ hosts: [{ id: "a" }, { id: "b" }] })),
    };
    for (const [words, file] of Object.entries(said)) {
      const path = await give({ file });
      await comes(path, "refused");
      expect(await (await editor.get(path)).text()).toContain(words);
    }
    const server = await serveFiles();
    const path = await give({ address: `${server.origin}/rien` });
    expect((await comes(path, "refused")).problem).toBe("no-such-file");
  });

  test("names what is missing in the form, which comes back with what was typed", async () => {
    const nothing = await editor.post("/admin/exchange/imports", { address: "" });
    expect(nothing.status).toBe(422);
    expect(await nothing.text()).toContain('href="#file"');
    const odd = await editor.post("/admin/exchange/imports", { address: "exemple.org/fichier" });
    expect(await odd.text()).toContain('value="exemple.org/fichier"');
  });

  test("can be dropped, and is not taken then; sent twice it is one", async () => {
    const form = { form: crypto.randomUUID(), file: fileOf(librehost({ tagLine: "Jamais" })) };
    const path = await give(form);
    expect(await give({ ...form })).toBe(path);
    await comes(path, "seen");
    await editor.post(`${path}/drop`);
    expect((await editor.post(`${path}/take`)).headers.get("location")).toBe(`${path}?late`);
    expect((await profile())?.tagline).not.toBe("Jamais");
  });

  test("is begun by no reader", async () => {
    const reader = await signedIn(site, "reader");
    expect((await reader.get("/admin/exchange")).status).toBe(200);
    expect((await reader.post("/admin/exchange/imports", { address: "https://a.example" })).status).toBe(403);
  });
});

describe("what leaves the site", () => {
  test("is a table for a spreadsheet", async () => {
    const table = await editor.get("/admin/exchange/offers.csv");
    expect(table.headers.get("content-disposition")).toContain("offres.csv");
    expect(new Uint8Array(await table.arrayBuffer()).subarray(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  });

  test("is the whole instance, for administrators, with keys only under a passphrase", async () => {
    expect((await editor.get("/admin/exchange/essaim.json")).status).toBe(403);
    const plain = (await (await administrator.get("/admin/exchange/essaim.json")).json()) as Record<string, unknown>;
    expect(plain).toMatchObject({ format: "essaim", origin: site.origin, sealed: null });
    const short = await administrator.post("/admin/exchange/essaim.json", { passphrase: "court" });
    expect(short.status).toBe(422);
    const sealed = await administrator.post("/admin/exchange/essaim.json", { passphrase: "quatre chevaux de bois" });
    expect(JSON.stringify(((await sealed.json()) as Record<string, unknown>)["sealed"])).toContain("BEGIN AGE");
    const deeds = await site.db.selectFrom("journal").select("deed").execute();
    expect(deeds.map(({ deed }) => deed)).toEqual(
      expect.arrayContaining(["import-begun", "import-taken", "exported", "exported-with-keys"]),
    );
  });
});
