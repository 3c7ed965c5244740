import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Unreachable } from "../../src/foundation/errors.ts";
import { fillTemplate, readAccount } from "../../src/web/account.ts";
import { freshDatabase } from "../support/database.ts";
import { files, publish } from "./offers.ts";
import { openPages, type Pages } from "./pages.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let pages: Pages;

beforeAll(async () => {
  database = await freshDatabase();
  pages = await openPages(database.url, {
    followTemplate: async (account) => {
      if (account.endsWith("@away.example")) throw new Unreachable("away");
      if (account.endsWith("@plain.example")) return "http://plain.example/follow?uri={uri}";
      if (account.endsWith("@odd.example")) return "javascript:alert({uri})";
      return account.endsWith("@masto.example") ? "https://masto.example/authorize_interaction?uri={uri}" : null;
    },
    notes: [
      { content: "Une place s’ouvre", published: new Date("2026-11-20"), url: "https://pomme.example/ap/notes/1" },
    ],
    followers: 3,
  });
  await publish(pages.db, "fichiers", files);
});

afterAll(async () => {
  await pages.close();
  await database.drop();
});

describe("following from one's own server", () => {
  test.each([
    "@asso@masto.example",
    "asso@masto.example",
    " acct:asso@masto.example ",
    "https://masto.example/@asso",
    "https://masto.example/users/asso",
  ])("understands %s and leads there", async (account) => {
    const response = await pages.post("/follow", { account, target: "la_pomme" });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toMatch(
      /^https:\/\/masto\.example\/authorize_interaction\?uri=https%3A%2F%2Fpomme\.example%2Fap%2Factors%2F[0-9a-f-]{36}$/,
    );
  });

  test.each([
    ["", "Il manque votre adresse"],
    ["asso", "Il manque un"],
    ["asso@", "Nous n’arrivons pas à lire"],
    ["@asso@gts.example", "ne dit pas comment suivre"],
    ["@asso@away.example", "ne répond pas"],
    ["@asso@plain.example", "ne dit pas comment suivre"],
    ["@asso@odd.example", "ne dit pas comment suivre"],
  ])("keeps %j, says why it does not work, and gives the address to copy", async (account, reason) => {
    const response = await pages.post("/follow", { account, target: "fichiers" });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain(reason);
    expect(html).toContain(`value="${account}"`);
    expect(html).toContain("@fichiers@pomme.example");
    expect(html).toContain('aria-invalid="true"');
  });

  test("follows nobody who is not here", async () => {
    expect((await pages.post("/follow", { account: "@asso@masto.example", target: "personne" })).status).toBe(404);
  });

  test("lets the form of our page end on another server, and nothing else", async () => {
    const policy = (await pages.get("/")).headers.get("content-security-policy");
    expect(policy).toContain("form-action 'self' https:");
    expect(policy).not.toMatch(/form-action[^;]*http:(?!\/\/|s)/);
  });
});

describe("the page of an account", () => {
  test.each([
    ["/@la_pomme", "La Pomme"],
    ["/@disponibilites", "Les places de La Pomme"],
  ])("%s says what following it brings, and what it said last", async (path, name) => {
    const html = await (await pages.get(path)).text();
    expect(html).toContain(`<h1>${name}</h1>`);
    expect(html).toContain(`${path.slice(1)}@pomme.example`);
    expect(html).toContain("Une place s’ouvre");
    expect(html).toContain("3 comptes suivent cette page");
    expect(html).toContain('type="application/activity+json"');
  });

  test("of the instance is there, and asks for nothing", async () => {
    const html = await (await pages.get("/@instance")).text();
    expect(html).toContain("compte technique");
    expect(html).not.toContain('action="/follow"');
  });

  test("tells who the host is", async () => {
    const html = await (await pages.get("/about")).text();
    expect(html).toContain("Rhône en priorité");
    expect(html).toContain("Aucun moyen de nous joindre");
    expect(html).toContain("Essaim 0.1.0");
  });
});

describe("an address that somebody typed", () => {
  test.each([
    ["@Asso@Masto.Example", "Asso@masto.example"],
    ["asso@évènement.example", "asso@xn--vnement-2xah.example"],
    ["https://tube.example/a/asso/", "asso@tube.example"],
    ["asso@localhost:3000", "asso@localhost:3000"],
  ])("%s is %s", (typed, account) => {
    expect(readAccount(typed)).toEqual({ done: true, value: account });
  });

  test.each(["@@", "a@b/c", "a@b@c.example", "https://example.org/some/article", "asso@host name@x", "a@[::1"])(
    "%s is none",
    (typed) => {
      expect(readAccount(typed).done).toBe(false);
    },
  );

  test("fills a template of any vintage, and only over https unless the site itself is plain", () => {
    expect(fillTemplate("https://a.example/?u={object}&t={title}", "https://b.example/x", false)).toBe(
      "https://a.example/?u=https%3A%2F%2Fb.example%2Fx&t=",
    );
    expect(fillTemplate("http://a.example/?u={uri}", "https://b.example/x", false)).toBeNull();
    expect(fillTemplate("http://a.example/?u={uri}", "https://b.example/x", true)).not.toBeNull();
    expect(fillTemplate("https://me@a.example/?u={uri}", "https://b.example/x", true)).toBeNull();
  });
});
