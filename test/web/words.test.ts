import { afterAll, beforeAll, expect, test } from "vitest";
import { languages } from "../../src/foundation/language.ts";
import { Term } from "../../src/web/term.tsx";
import { confused, type TermCode, terms } from "../../src/web/terms.ts";
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

test.each(languages)("every word has its place on one page, in %s, and is explained in a breath", async (language) => {
  const html = await (await pages.get("/about/words", { "accept-language": language })).text();
  for (const [code, { word, meaning }] of Object.entries(terms[language])) {
    expect(html, code).toContain(`<div id="${code}"><dt>${word}</dt>`);
    expect(meaning.length, code).toBeLessThan(260);
    expect(meaning, code).toMatch(/\.$/);
  }
});

test("words that are taken for one another lead to each other, and are there", () => {
  for (const [code, others] of Object.entries(confused))
    for (const other of others) expect(Object.keys(terms.fr), code).toContain(other);
});

test("a word in a sentence explains itself without a script, and leads to the others", async () => {
  const [code, language]: [TermCode, "fr"] = ["newsletter", "fr"];
  const html = await Term({ code, language, children: "infolettre" }).toString();
  expect(html).toContain('<button class="gloss" type="button" popovertarget="word-newsletter">infolettre</button>');
  expect(html).toContain('id="word-newsletter" popover="auto"');
  expect(html).toContain('href="/about/words#newsletter"');
});
