import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onceSent } from "../../src/web/sent-forms.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { password, signedIn, visitor } from "./desk.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site[Symbol.asyncDispose]());

describe("the door of the desk", () => {
  test("leads who is not signed in to where they can, and from there to the page that they wanted", async () => {
    await signedIn(site, "administrator", "ada@example.org");
    const browser = visitor(site);
    const turned = await browser.get("/admin?x=1");
    expect(turned.status).toBe(303);
    const address = turned.headers.get("location") ?? "";
    expect(await (await browser.get(address)).text()).toContain("Entrer dans le bureau");
    const entered = await browser.post("/admin/sign-in", { email: "ADA@example.org", password, back: "/admin?x=1" });
    expect(entered.headers.get("location")).toBe("/admin?x=1");
    const desk = await browser.get("/admin");
    expect(desk.status).toBe(200);
    expect(desk.headers.get("cache-control")).toBe("private, no-cache");
  });

  test("stays shut for a wrong password, and keeps the address that was typed", async () => {
    const browser = visitor(site);
    const answer = await browser.post("/admin/sign-in", { email: "ada@example.org", password: "une autre phrase" });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('value="ada@example.org"');
    expect(browser.cookies.size).toBe(0);
    expect((await browser.get("/admin")).status).toBe(303);
  });

  test("leads nowhere else than into the desk", async () => {
    for (const back of [
      "//evil.example",
      "https://evil.example/admin",
      "/admin/../x",
      "/admin\\evil",
      "/administration",
    ]) {
      const answer = await visitor(site).post("/admin/sign-in", { email: "ada@example.org", password, back });
      expect(answer.headers.get("location")).toBe("/admin");
    }
  });

  test("loses nothing of a form that came after the session had ended", async () => {
    const browser = visitor(site);
    const asked = await browser.post("/admin/offers/x?y=1", {
      title: 'Des « listes » & "plus"',
      needs: ["mail", "files"],
    });
    expect(asked.status).toBe(401);
    const kept = attribute(await asked.text(), "kept");
    const entered = await browser.post("/admin/sign-in", { email: "ada@example.org", password, kept });
    const page = await entered.text();
    expect(page).toContain('action="/admin/offers/x?y=1"');
    expect(attribute(page, "title")).toBe('Des « listes » & "plus"');
    expect(page.match(/name="needs"/g)).toHaveLength(2);
  });

  test("carries on nothing that was written by hand", async () => {
    const kept = JSON.stringify({ path: "https://evil.example/", entries: [], files: false });
    const answer = await visitor(site).post("/admin/sign-in", { email: "ada@example.org", password, kept });
    expect(answer.headers.get("location")).toBe("/admin");
  });

  test("lets readers read, and change nothing", async () => {
    const reader = await signedIn(site, "reader");
    expect((await reader.get("/admin")).status).toBe(200);
    expect((await reader.post("/admin/offers")).status).toBe(403);
  });

  test("is shut again by signing out, on this browser only", async () => {
    const [here, there] = [await signedIn(site), await signedIn(site)];
    expect((await here.post("/admin/sign-out")).headers.get("location")).toBe("/admin/sign-in?left");
    expect((await here.get("/admin")).status).toBe(303);
    expect((await there.get("/admin")).status).toBe(200);
  });
});

test("a form that is sent twice is done once, and both are led to the same page", async () => {
  const { id: account } = await site.db.selectFrom("accounts").select("id").executeTakeFirstOrThrow();
  const form = crypto.randomUUID();
  let done = 0;
  const send = () =>
    site.db.transaction().execute((tx) =>
      onceSent(tx, { form, account, now: new Date() }, async () => {
        done += 1;
        return `/admin/offers/${done}`;
      }),
    );
  expect(await Promise.all([send(), send(), send()])).toEqual(Array.from({ length: 3 }, () => "/admin/offers/1"));
  expect(done).toBe(1);
});

function attribute(html: string, name: string): string {
  const [, value = ""] = new RegExp(`name="${name}" value="([^"]*)"`).exec(html) ?? [];
  return value.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}
