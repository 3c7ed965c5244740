import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "../support/database.ts";
import { openPages, type Pages } from "./pages.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let pages: Pages;

beforeAll(async () => {
  database = await freshDatabase();
  pages = await openPages(database.url, { demonstration: true });
});

afterAll(async () => {
  await pages.close();
  await database.drop();
});

describe("every answer", () => {
  test.each(["/", "/about", "/nothing", "/@la_pomme"])(
    "carries the headers that keep browsers safe (%s)",
    async (path) => {
      const { headers } = await pages.get(path);
      const policy = headers.get("content-security-policy") ?? "";
      for (const rule of [
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ])
        expect(policy).toContain(rule);
      expect(policy).not.toContain("unsafe");
      expect(policy).not.toContain("script-src");
      expect(headers.get("strict-transport-security")).toMatch(/max-age=\d+/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
      expect(headers.get("permissions-policy")).toContain("camera=()");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    },
  );

  test("promises https only where there is some", async () => {
    const own = await freshDatabase();
    const plain = await openPages(own.url, { origin: "http://localhost:8080" });
    const { headers } = await plain.get("/");
    expect(headers.get("strict-transport-security")).toBeNull();
    await plain.close();
    await own.drop();
  });

  test("says on a demonstration that it is one", async () => {
    expect(await (await pages.get("/about")).text()).toContain("Démonstration.");
  });
});

describe("the head of every page", () => {
  test.each(["/", "/about", "/funding", "/nothing"])("leads an association to its own space (%s)", async (path) => {
    const html = await (await pages.get(path)).text();
    expect(/<nav class="site-nav".*?<\/nav>/s.exec(html)?.[0]).toContain(
      '<a href="/association">Votre association</a>',
    );
  });
});

describe("the files of the look", () => {
  test("are kept for ever under their address, and looked at again under an older one", async () => {
    const html = await (await pages.get("/")).text();
    const css = /href="(\/assets\/[^"]+\.css)"/.exec(html)?.[1] ?? "";
    const current = await pages.get(css);
    expect(current.headers.get("content-type")).toBe("text/css; charset=utf-8");
    expect(current.headers.get("cache-control")).toContain("immutable");
    const older = await pages.get(css.replace(/assets\/[^/]+/, "assets/older"));
    expect(older.status).toBe(200);
    expect(older.headers.get("cache-control")).toBe("no-cache");
    expect((await pages.get("/assets/x/css/nothing.css")).status).toBe(404);
    expect((await pages.get("/assets/x/fonts/..%2f..%2fwords.ts")).status).toBe(404);
  });

  test("may be shown on other sites only where a link is shared", async () => {
    const html = await (await pages.get("/")).text();
    const picture = /og:image" content="https:\/\/pomme\.example([^"]+)"/.exec(html)?.[1] ?? "";
    const { headers } = await pages.get(picture);
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(headers.get("content-type")).toBe("image/png");
  });
});

describe("the choice of a language", () => {
  test("is remembered, and leads back to the page it was made on", async () => {
    const response = await pages.post("/language", { language: "en", back: "/about?x=1" });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/about?x=1");
    expect(response.headers.get("set-cookie")).toMatch(/^language=en; Path=\/; .*SameSite=Lax; HttpOnly; Secure$/);
  });

  test.each(["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", ""])(
    "never leads away (%s)",
    async (back) => {
      const location = (await pages.post("/language", { language: "en", back })).headers.get("location") ?? "";
      expect(new URL(location, "https://pomme.example").origin).toBe("https://pomme.example");
    },
  );
});

describe("a form", () => {
  test.each([
    [{ origin: "https://evil.example" }, 403],
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ "sec-fetch-site": "same-site" }, 403],
    [{ "sec-fetch-site": "same-origin", origin: "http://127.0.0.1:8080" }, 303],
    [{ origin: "https://pomme.example" }, 303],
  ])("sent with %j is answered with %i", async (headers, status) => {
    expect((await pages.post("/language", { language: "en", back: "/" }, headers)).status).toBe(status);
  });

  test("is not asked where a bearer token speaks for itself", async () => {
    const headers = { origin: "https://evil.example", authorization: "Bearer x" };
    expect((await pages.post("/language", { language: "en", back: "/" }, headers)).status).toBe(303);
  });
});

describe("what went wrong", () => {
  test("has a page with ways on, in the reader's language", async () => {
    const french = await pages.get("/nothing");
    expect(french.status).toBe(404);
    expect(await french.text()).toContain("Il n’y a rien à cette adresse");
    const english = await (await pages.get("/nothing", { "accept-language": "en" })).text();
    expect(english).toContain("There is nothing at this address");
    expect(english).toContain('content="noindex"');
  });

  test("is reported under the number that the page shows, even without a database", async () => {
    const own = await freshDatabase();
    const broken = await openPages(own.url);
    await own.drop();
    const response = await broken.get("/");
    expect(response.status).toBe(500);
    expect(await response.text()).toMatch(/<code>[0-9a-f]{8}<\/code>/);
    expect(broken.reported).toHaveLength(1);
    await broken.close();
  });
});
