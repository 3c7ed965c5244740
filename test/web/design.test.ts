import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectPath } from "../../src/foundation/project-path.ts";
import { changeHost } from "../../src/hosts/changes.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { iconNames } from "../../src/web/icon.tsx";
import { rolePairs } from "../../src/web/roles.ts";
import { freshDatabase } from "../support/database.ts";
import { openPages, type Pages } from "./pages.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let pages: Pages;

beforeAll(async () => {
  database = await freshDatabase();
  pages = await openPages(database.url);
});

afterAll(async () => {
  await pages.close();
  await database.drop();
});

const folder = projectPath("src", "web", "styles", "components");
const components = readdirSync(folder).map((file) => file.slice(0, -".css".length));
const design = async (query = "", language = "fr") =>
  (await pages.get(`/about/design${query}`, { "accept-language": language })).text();

describe("the page of the look", () => {
  test.each(components)("shows everything that %s.css draws", async (component) => {
    const html = await design();
    const shown = new Set([...html.matchAll(/class="([^"]+)"/g)].flatMap(([, names = ""]) => names.split(" ")));
    const css = readFileSync(`${folder}/${component}.css`, "utf8").replaceAll(/\/\*.*?\*\//gs, "");
    const selectors = [...css.matchAll(/([^{};]+)\{/g)].map(([, selector = ""]) => selector).join(" ");
    const drawn = new Set([...selectors.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = ""]) => name));
    expect(drawn.size).toBeGreaterThan(0);
    expect([...drawn].filter((name) => !shown.has(name))).toEqual([]);
    if (component !== "sample") expect(html).toContain(`<code>${component}.css</code>`);
  });

  test.each([
    ["fr", "Sur candidature", "What the"],
    ["en", "By application", "Ce que"],
  ])("speaks %s throughout", async (language, said, foreign) => {
    const html = await design("", language);
    expect(html).toContain(said);
    expect(html.replaceAll(/lang="[^"]*"[^>]*>[^<]*/g, "")).not.toContain(foreign);
  });

  test("says what every role of colour is for, and how far it stands out", async () => {
    for (const language of ["fr", "en"]) {
      const html = await design("", language);
      for (const { front } of rolePairs)
        expect(html).toMatch(new RegExp(`<code>${front}</code></th><td>[^<]+</td><td[^>]*>\\d+[,.]\\d</td>`));
    }
  });

  test("names every icon", async () => {
    const html = await design();
    for (const name of iconNames) expect(html).toContain(`<small>${name}</small>`);
  });

  test("uses no id twice, and no link of it leads nowhere", async () => {
    const html = await design();
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const wanted = [...html.matchAll(/(?:href="#|for="|popovertarget=")([^"]+)"/g)].map(([, id]) => id);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
    const described = [...html.matchAll(/(?:aria-labelledby|aria-describedby)="([^"]+)"/g)].flatMap(([, all = ""]) =>
      all.split(" "),
    );
    expect(described.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("can be seen in either light, and takes nothing else for one", async () => {
    expect(await design("?scheme=dark")).toContain('class="scheme scheme-dark"');
    expect(await design("?scheme=light")).toContain('class="scheme scheme-light"');
    expect(await design("?scheme=%22%3E")).toContain('class="scheme"');
  });

  test("is found from the page that says who hosts here, and from no menu", async () => {
    const html = await (await pages.get("/about")).text();
    expect(html.match(/href="\/about\/design"/g)).toHaveLength(1);
    expect(html.indexOf('href="/about/design"')).toBeGreaterThan(html.indexOf('id="software"'));
    expect(await (await pages.get("/")).text()).not.toContain("/about/design");
  });

  test("stands on a portal and before the set-up too", async () => {
    const own = await freshDatabase();
    const empty = await openPages(own.url, { name: null });
    expect((await empty.get("/about/design")).status).toBe(200);
    await empty.close();
    await own.drop();
    const host = await findHost(pages.db);
    if (host === null) throw new Error("nobody hosts here");
    const change = (capabilities: typeof host.profile.capabilities) =>
      pages.db.transaction().execute((tx) => changeHost(tx, { ...host.profile, capabilities }, new Date()));
    await change([]);
    expect((await pages.get("/about/design")).status).toBe(200);
    await change(host.profile.capabilities);
  });
});

describe("the style sheets", () => {
  test("no public page pays for the desk", async () => {
    const sheets = (html: string) => [...html.matchAll(/\/css\/(\w+)\.css/g)].map(([, name]) => name);
    expect(sheets(await (await pages.get("/")).text())).toEqual(["essaim"]);
    expect(sheets(await (await pages.get("/about")).text())).toEqual(["essaim", "drawings"]);
  });
});
