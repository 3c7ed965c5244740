import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyHub } from "../support/hub.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor, visitor } from "./desk.ts";

let site: TestSite;
let desk: Visitor;
beforeAll(async () => {
  site = await startSite();
  desk = await signedIn(site);
});
afterAll(() => site[Symbol.asyncDispose]());

/** The menu of a page: its headings, each with the addresses that stand under it. */
async function menuOf(path: string, by: Visitor = desk) {
  const [menu = ""] = /<nav class="desk-nav".*?<\/nav>/s.exec(await (await by.get(path)).text()) ?? [];
  const parts = [...menu.matchAll(/id="(menu-\w+)">([^<]+)<\/p><ul aria-labelledby="(menu-\w+)">(.*?)<\/ul>/gs)];
  const under = parts.map(([, id, heading, labelledBy, list = ""]) => ({
    ...{ id, heading, labelledBy },
    places: [...list.matchAll(/href="([^"]+)"/g)].map(([, href]) => href),
  }));
  return { menu, under };
}

describe("the menu of the desk", () => {
  test("has every room once, under a few headings that name their lists", async () => {
    const { menu, under } = await menuOf("/admin");
    expect(under.map(({ heading }) => heading)).toEqual([
      "Ce que vous proposez",
      "Ce qu’on vous demande",
      "Autour de vous",
      "Chez vous",
    ]);
    for (const { id, labelledBy } of under) expect(labelledBy).toBe(id);
    const rooms = [...menu.matchAll(/href="(\/admin[^"]*)"/g)].map(([, href]) => href);
    expect(rooms[0]).toBe("/admin");
    expect(rooms).toHaveLength(17);
    expect(new Set(rooms).size).toBe(17);
  });

  test("speaks English too", async () => {
    const english = visitor(site, "en");
    for (const [name, value] of desk.cookies) english.cookies.set(name, value);
    const { under } = await menuOf("/admin", english);
    expect(under.map(({ heading }) => heading)).toEqual([
      "What you offer",
      "What you are asked",
      "Around you",
      "Your own house",
    ]);
  });

  test.each(["/admin", "/admin/partners", "/admin/partners/new", "/admin/host/limits"])(
    "marks where one is on %s",
    async (path) => {
      const { menu } = await menuOf(path);
      const [, here] = /href="([^"]+)" aria-current="page"/.exec(menu) ?? [];
      expect(menu.match(/aria-current/g)).toHaveLength(1);
      expect(here).toBe(path.split("/").slice(0, 3).join("/"));
    },
  );

  test("shows nobody what is not theirs", async () => {
    const reader = await signedIn(site, "reader");
    expect((await menuOf("/admin", reader)).menu).not.toContain("/admin/team");
  });

  test("puts the portal of a hub first, which has no offers of its own", async () => {
    await using hub = await emptyHub("Le Carrefour");
    const { under } = await menuOf("/admin", await signedIn(hub));
    expect(under[0]?.places).toEqual(["/admin/portal"]);
    expect(under[1]?.places).not.toContain("/admin/requests");
  });
});
