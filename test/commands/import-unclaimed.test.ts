// Every file here is synthetic, in the form of those that federations publish: comments, quotes, empty values, old keys.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Database, openDatabase, openPool } from "../../src/foundation/database.ts";
import { serveFiles } from "../support/chatons.ts";
import { freshDatabase } from "../support/database.ts";
import { listHost } from "../support/listed.ts";
import { essaim, freshFolder, type Settings, settingsOf, setUp, startServer } from "../support/processes.ts";

const federation = (origin: string, names: readonly string[]) =>
  `# fichier federation.properties
# [File]
# Classe du fichier (valeur parmi Federation/Organization/Service/Device, obligatoire).
file.class = Federation
# Version de l'ontologie utilisée (type STRING, recommandé).
file.protocol = ChatonsInfos-0.5
file.datetime = 2023-11-13T23:09:34
file.generator = Christian avec ses doigts

# [Federation]
federation.name = Le Potager
federation.description = Collectif d'hébergeurs
federation.website = https://potager.example/
federation.contact.email =
federation.startdate = 29/11/2016

# [Subs]
${names.map((name, at) => `subs.${name}${at % 2 === 0 ? " = " : "="}${at % 3 === 0 ? `'${origin}/${name}.properties'` : `${origin}/${name}.properties`}`).join("\r\n")}
`;

const organization = (name: string, website: string, more = "") =>
  `file.class=Organization
file.protocol = ChatonsInfos-0.5
organization.name=${name}
organization.description=${name} héberge ses voisins. Écrire à ada@${name.toLowerCase()}.example
organization.website=${website}
organization.logo=
organization.contact.email=ada@${name.toLowerCase()}.example
organization.startDate=2016-11-29
organization.country.code=FR
${more}`;

/** What the command prints with --json. */
interface Printed {
  readonly entered: number;
  readonly left: readonly { readonly file: string; readonly reason: string }[];
}

async function take(source: string, settings: Settings): Promise<Printed> {
  const ended = await essaim(["import", source, "--unclaimed", "--json"], settings);
  expect(ended.code, ended.stderr).toBe(0);
  return JSON.parse(ended.stdout) as Printed;
}

const textOf = async (address: string) => (await fetch(address, { headers: { "accept-language": "fr" } })).text();

async function idOf(db: Database, domain: string): Promise<string> {
  return (await db.selectFrom("unclaimed").select("id").where("domain", "=", domain).executeTakeFirstOrThrow()).id;
}

test("essaim import --unclaimed: from the file of a federation to the page, the claim by the owner, and the same file again", async () => {
  await using folder = await freshFolder();
  const database = await freshDatabase();
  const settings: Settings = { ...(await settingsOf(folder.path, database.url)), LANGUAGE: "en" };
  await setUp(folder.path, settings);
  const db = openDatabase(openPool(database.url, 2, () => {}));
  const site = settings["ORIGIN"] ?? "";
  const files = await serveFiles();
  // The one whose website answers: it stands on this machine, so that its owner can be asked.
  const [mine, elsewhere] = ["localhost", "https://chez-nous.example"];
  const names = ["courge", "navet", "radis", "ada", "fini", "absent"];
  const show = (path: string, text: string) => files.pages.set(path, text);
  show("/federation.properties", federation(files.origin, names));
  show(
    "/courge.properties",
    organization(
      "Courge",
      `http://localhost:${new URL(files.origin).port}/`,
      `subs.mail = '${files.origin}/mail.properties'`,
    ),
  );
  show("/mail.properties", "file.class = Service\nservice.name = Courriel\nsoftware.name = Roundcube\n");
  show("/navet.properties", organization("Navet", "https://www.navet.example/"));
  show("/radis.properties", organization("Radis", "https://radis.example"));
  show("/ada.properties", organization("Ada", "https://ada.example", "organization.type = INDIVIDUAL"));
  show("/fini.properties", organization("Fini", "https://fini.example", "organization.enddate = 31/12/2019"));

  const list = `${files.origin}/federation.properties`;
  const first = await take(list, settings);
  expect(first.entered).toBe(3);
  expect(Object.fromEntries(first.left.map(({ file, reason }) => [new URL(file).pathname, reason]))).toEqual({
    "/ada.properties": "a-person",
    "/fini.properties": "closed",
    "/absent.properties": "not-found",
  });

  await using server = startServer(settings);
  await server.printed(/Essaim answers/);
  const page = await textOf(`${site}/directory/unclaimed`);
  for (const name of ["Courge", "Navet", "Radis"]) expect(page).toContain(name);
  expect(page).toContain("Le Potager");
  expect(page).not.toMatch(/>Ada<|>Fini<|ada@/);
  for (const path of ["/directory?trust=all", "/directory.json", "/ap/instance/directory"])
    expect(await textOf(site + path), path).not.toMatch(/Courge|Navet|navet\.example/);

  // Named by two lists, and by another name in one of them: one entry.
  const librehost = (name: string, homeUrl: string) => JSON.stringify({ name, homeUrl, tagLine: "Libre" });
  show("/libre/navet.json", librehost("Le Navet", "https://navet.example"));
  show("/libre/persil.json", librehost("Persil", "https://persil.example"));
  const named = { navet: `${files.origin}/libre/navet.json`, persil: `${files.origin}/libre/persil.json` };
  await writeFile(join(folder.path, "directory.json"), JSON.stringify(named));
  expect(await take(join(folder.path, "directory.json"), settings)).toEqual({ entered: 2, left: [] });
  const domains = async () =>
    (await db.selectFrom("unclaimed").select("domain").orderBy("domain").execute()).map(({ domain }) => domain);
  expect(await domains()).toEqual([mine, "navet.example", "persil.example", "radis.example"]);

  // Its host lives elsewhere: only the owner of the website can say so.
  await listHost(db, elsewhere, { name: "Courge", trust: 2 });
  const id = await idOf(db, mine);
  const claim = () =>
    fetch(`${site}/directory/unclaimed/${id}/claim`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: site, "accept-language": "fr" },
      body: new URLSearchParams({ address: elsewhere }),
    });
  expect((await claim()).status).toBe(422);
  await db.updateTable("unclaimed").set({ asked: null }).execute();
  show("/.well-known/essaim-claim", `essaim: ${elsewhere}\n`);
  expect((await claim()).status).toBe(303);
  const there = await fetch(`${site}/directory/unclaimed/${id}`, { redirect: "manual" });
  expect(there.headers.get("location")).toBe("/directory/hosts/chez-nous.example");
  // Another is here itself by now, on its own domain.
  await listHost(db, "https://essaim.radis.example", { name: "Radis", trust: 2 });
  // And one wants no entry at all.
  const removal = await fetch(`${site}/directory/unclaimed/${await idOf(db, "navet.example")}/removal`, {
    method: "POST",
    headers: { origin: site },
    body: "",
  });
  expect(removal.status).toBe(422); // nobody answers at navet.example
  await db
    .insertInto("unclaimedRemovals")
    .values({ domain: "navet.example", removed: new Date(), how: "owner" })
    .execute();
  await db.deleteFrom("unclaimed").where("domain", "=", "navet.example").execute();

  for (const source of [list, list, join(folder.path, "directory.json")]) await take(source, settings);
  expect(await domains()).toEqual([mine, "persil.example", "radis.example"]);
  expect(await idOf(db, mine)).toBe(id);
  const again = await textOf(`${site}/directory/unclaimed`);
  expect(again).toContain("Persil");
  expect(again).not.toMatch(/Courge|Navet|Radis/);
  expect((await fetch(`${site}/directory/unclaimed/${id}`, { redirect: "manual" })).status).toBe(302);

  // What the list names no more goes; what it cannot read today stays.
  show("/federation.properties", federation(files.origin, ["radis", "absent"]));
  await take(list, settings);
  expect(await domains()).toEqual(["persil.example", "radis.example"]);

  await server.end("SIGTERM");
  await db.destroy();
  await database.drop();
});

test("essaim import --unclaimed says what is no such list, and enters nothing", async () => {
  await using folder = await freshFolder();
  const database = await freshDatabase();
  const settings: Settings = { ...(await settingsOf(folder.path, database.url)), LANGUAGE: "en" };
  await setUp(folder.path, settings);
  const files = await serveFiles({
    "/one.properties": organization("Courge", "https://courge.example"),
    "/other.json": '{"data":[]}',
    "/many.json": JSON.stringify(
      Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [`h${n}`, `https://h${n}.example/librehost.json`])),
    ),
  });
  for (const path of ["/one.properties", "/other.json", "/many.json", "/nothing"]) {
    const ended = await essaim(["import", files.origin + path, "--unclaimed"], settings);
    expect(ended.code, path).toBe(1);
    expect(ended.stderr, path).toMatch(/^\S.*\.\n$/m);
    expect(ended.stderr, path).not.toMatch(/\bat .*:\d+/);
  }
  expect((await essaim(["import", join(folder.path, "missing.json"), "--unclaimed"], settings)).code).toBe(2);
  const db = openDatabase(openPool(database.url, 2, () => {}));
  expect(await db.selectFrom("unclaimed").select("id").execute()).toEqual([]);
  await db.destroy();
  await database.drop();
});
