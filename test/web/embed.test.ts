import { afterAll, beforeAll, expect, test } from "vitest";
import { addPick, createSection } from "../../src/portal/changes.ts";
import { readAtom } from "../support/atom.ts";
import { listHost } from "../support/listed.ts";
import { startSite, type TestSite } from "../support/site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ name: "Le Réseau <&>", handle: "reseau" });
  const attack = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;
  const { offers } = await listHost(site.db, "https://courge.example", {
    name: `Courge ${attack}`,
    titles: [`Courriel ${attack}`],
  });
  await site.db.transaction().execute(async (tx) => {
    const content = { title: "À reprendre", introduction: attack, language: "fr", fill: "picks", query: "" } as const;
    const id = await createSection(tx, { content, shown: true }, new Date());
    await addPick(tx, id, { kind: "offer", actor: offers[0] ?? "", name: "Courriel" }, new Date());
  });
});
afterAll(() => site[Symbol.asyncDispose]());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${site.origin}${path}`, { headers });

test("the list is a piece of HTML that any site may fetch, with nothing in it that acts, looks or names an id", async () => {
  const answer = await get("/embed/a-reprendre.html");
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  const text = await answer.text();
  expect(text).toMatch(/^<section class="essaim-list" lang="fr">/);
  const tags = text.match(/<[^>]*>/g) ?? [];
  const harmless = /^<\/?(section|h\d|p|ul|li|a|span|strong|time)(\s(class|lang|href|datetime)="[^"]*")*>$/;
  expect(tags.filter((tag) => !harmless.test(tag))).toEqual([]);
  expect(text).toContain('href="https://courge.example/offers/offre-0"');
  expect(
    [...text.matchAll(/class="([^"]+)"/g)].every(([, names]) =>
      (names ?? "").split(" ").every((name) => name.startsWith("essaim-")),
    ),
  ).toBe(true);
});

test("its address says the language and the level of its titles, whoever asks", async () => {
  const english = await (await get("/embed/a-reprendre.html?lang=en&heading=3", { "accept-language": "fr" })).text();
  expect(english).toContain('<section class="essaim-list" lang="en"><h3');
  expect(english).toContain("List kept by");
  const own = await (await get("/embed/a-reprendre.html", { "accept-language": "en" })).text();
  expect(own).toContain("Liste tenue par");
});

test("who has it already is told so", async () => {
  const etag = (await get("/embed/a-reprendre.html")).headers.get("etag") ?? "";
  const again = await get("/embed/a-reprendre.html", { "if-none-match": etag });
  expect(again.status).toBe(304);
  expect(again.headers.get("access-control-allow-origin")).toBe("*");
});

test("the feed is sound, whatever hosts write", async () => {
  const answer = await get("/embed/a-reprendre.atom?lang=en");
  expect(answer.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  const feed = readAtom(await answer.text());
  expect(JSON.stringify(feed)).toContain("Courriel");
});

test("the style is a file of its own, and what is not there is not found", async () => {
  expect((await get("/embed/list.css")).headers.get("content-type")).toBe("text/css; charset=utf-8");
  expect((await get("/embed/nothing.html")).status).toBe(404);
});
