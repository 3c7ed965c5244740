import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findShareTemplate } from "../../federation/actors/share-template.ts";
import { Unreachable } from "../../src/foundation/errors.ts";
import type { Outbound } from "../../src/foundation/outbound.ts";
import { freshDatabase } from "../support/database.ts";
import { someFunding } from "../support/funding.ts";
import { openPages, type Pages } from "./pages.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let pages: Pages;
beforeAll(async () => {
  database = await freshDatabase();
  pages = await openPages(database.url, {
    shareTemplate: async (account) => {
      if (account.endsWith("@away.example")) throw new Unreachable("away");
      if (account.endsWith("@odd.example")) return "javascript:alert({content})";
      return account.endsWith("@masto.example") ? "https://masto.example/share?text={content}" : null;
    },
    followTemplate: async (account) =>
      account.endsWith("@masto.example") ? "https://masto.example/authorize_interaction?uri={uri}" : null,
  });
});
afterAll(async () => {
  await pages.close();
  await database.drop();
});

const textOf = (html: string) => /<textarea[^>]*>([^<]*)<\/textarea>/.exec(html)?.[1] ?? "";

describe("asking from one's own account", () => {
  test("begins with a sentence to the account for requests, and how it goes on", async () => {
    const html = await (await pages.get("/funding/compose")).text();
    expect(textOf(html)).toMatch(/^@demandes@pomme\.example .*600\u00a0€ par an.* #FondsGroupe$/);
    expect(html).toContain("Avant cela, rien n’est publié.");
  });

  test("leads to the composer of their server, with what they wrote", async () => {
    const text = "@demandes@pomme.example Un wiki & 100 % libre,\nà plusieurs ? #FondsGroupe";
    const answer = await pages.post("/funding/compose", { account: "@asso@masto.example", text });
    expect([answer.status, answer.headers.get("location")]).toEqual([
      ...[303, `https://masto.example/share?text=${encodeURIComponent(text)}`],
    ]);
  });

  test.each([
    ["", "Il manque votre adresse"],
    ["asso", "Il manque un"],
    ["@asso@rien.example", "ne se laisse pas ouvrir"],
    ["@asso@odd.example", "ne se laisse pas ouvrir"],
    ["@asso@away.example", "ne répond pas"],
  ])("with %j says what to do, and loses nothing", async (account, said) => {
    const text = "@demandes@pomme.example Mon texte à moi";
    const answer = await pages.post("/funding/compose", { account, text });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(said);
    expect(textOf(html)).toBe(text);
    expect(html).toContain(`value="${account}"`);
    expect(html.includes(`<code class="command">${text}</code>`)).toBe(/rien|odd|away/.test(account));
  });
});

describe("taking part from one's own account", () => {
  test("begins with a sentence to the account of the request", async () => {
    const { code, handle } = await someFunding(pages.db, new Date());
    const html = await (await pages.get(`/funding/${code}/compose`)).text();
    expect(textOf(html)).toBe(`@${handle}@pomme.example Je participe 20\u00a0€ #FondsGroupe`);
    expect(html).toContain(`name="target" value="${handle}"`);
    expect(html).not.toContain('name="boost"');
    expect((await pages.get("/funding/zzzz/compose")).status).toBe(404);
  });

  test("opens what the request's account said on their server, to boost it", async () => {
    const { code, id } = await someFunding(pages.db, new Date());
    const note = { id: randomUUID(), actor: id, kind: "announcement", content: "<p>Qui ?</p>", language: "fr" };
    await pages.db
      .insertInto("notes")
      .values({ ...note, hashtags: "[]", published: new Date() })
      .execute();
    const path = `/funding/${code}/compose`;
    expect(await (await pages.get(path)).text()).toContain('name="boost"');
    const post = `https://pomme.example/ap/notes/${note.id}`;
    const led = await pages.post(path, { boost: "@asso@masto.example" });
    expect(led.headers.get("location")).toBe(
      `https://masto.example/authorize_interaction?uri=${encodeURIComponent(post)}`,
    );
    const refused = await pages.post(path, { boost: "@asso@rien.example" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(`<code class="command">${post}</code>`);
  });
});

describe("where a server opens its composer", () => {
  const links = (...all: object[]): Outbound =>
    ({ request: async () => ({ status: 200, body: Buffer.from(JSON.stringify({ links: all })) }) }) as never;
  const create = "https://w3id.org/fep/3b86/Create";
  const subscribe = "http://ostatus.org/schema/1.0/subscribe";

  test.each([
    [
      "it says so",
      [{ rel: create, template: "https://a.example/share?text={content}" }],
      "https://a.example/share?text={content}",
    ],
    [
      "it is made of Mastodon",
      [{ rel: subscribe, template: "https://a.example/authorize_interaction?uri={uri}" }],
      "https://a.example/share?text={content}",
    ],
    [
      "it is made of Misskey",
      [{ rel: subscribe, template: "https://a.example/authorize-follow?acct={uri}" }],
      "https://a.example/share?text={content}",
    ],
    ["it has none", [{ rel: subscribe, template: "https://a.example/ostatus_subscribe?acct={uri}" }], null],
    ["it says nothing", [], null],
    ["its template takes no words", [{ rel: create, template: "https://a.example/share" }], null],
    ["its template is no page", [{ rel: create, template: "javascript:alert('{content}')" }], null],
  ])("when %s", async (_, all, wanted) => {
    expect(await findShareTemplate(links(...all), "asso@a.example")).toBe(wanted);
  });
});
