import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "../support/database.ts";
import { openPages, type Pages } from "./pages.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let pages: Pages;

beforeAll(async () => {
  database = await freshDatabase();
  pages = await openPages(database.url, {
    followTemplate: () => Promise.reject(new Error("this page asks no other server")),
  });
});

afterAll(async () => {
  await pages.close();
  await database.drop();
});

describe("someone who is sent here to act on an address elsewhere", () => {
  test("reads what this site is, and acts from their own server", async () => {
    const address = "https://elsewhere.example/@ada/1";
    const answer = await pages.get(`/authorize_interaction?uri=${encodeURIComponent(address)}`);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain("La Pomme, qui publie ici ses offres");
    expect(html).toContain(`<code class="command">${address}</code>`);
    expect(html).not.toContain(`href="${address}`);
    expect(html).toContain('name="robots" content="noindex"');
    expect(html).toContain('action="/follow"');
    const english = await pages.get("/authorize_interaction?uri=acct%3Aada%40elsewhere.example", {
      "accept-language": "en",
    });
    expect(await english.text()).toContain("You act from your own server");
  });

  test.each([
    "",
    "?uri=",
    "?uri=%3Cscript%3Ealert(1)%3C/script%3E",
    "?uri=javascript:alert(1)",
    `?uri=${"x".repeat(2_000)}`,
  ])("is never led away, nor shown as markup what stands in the address: %s", async (query) => {
    const answer = await pages.get(`/authorize_interaction${query}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("location")).toBeNull();
    const html = await answer.text();
    expect(html).not.toContain("<script");
    expect(html).not.toContain('href="javascript');
    expect(html.includes(`>${"x".repeat(501)}`)).toBe(false);
  });
});
