import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { receiveMessages } from "../../src/messages/changes.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor } from "../web/desk.ts";
import { axeFaults } from "./axe.ts";
import { openBrowser, reading } from "./browser.ts";

let browser: Browser;
let site: TestSite;
let ada: Visitor;
let number: number;
let answer: string;
const alice = "https://piaille.example/users/alice";

beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite({ settings: { ROLE: "web" } });
  ada = await signedIn(site, "administrator");
  await fill(site);
  number = await write(`${alice}/1`, "Reste-t-il de la place ?");
  await reply("Oui, trois.");
  answer = (await site.db.selectFrom("answers").select("id").executeTakeFirstOrThrow()).id;
});

afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await browser.close();
});

/** Somebody wrote, somebody follows, somebody complains, something did not arrive. */
async function fill({ db, origin }: TestSite): Promise<void> {
  const actor = { id: alice, type: "Person", name: "Alice Martin", handle: "alice", inbox: `${alice}/inbox` };
  await db.insertInto("remoteActors").values(actor).execute();
  const host = await hostId();
  const follower = { actor: host, follower: alice, follow: `${alice}#f`, inbox: actor.inbox, accepted: true };
  await db.insertInto("followers").values(follower).execute();
  const peer = { ours: "none", theirs: "pending", name: "mille-sabots.example", seen: new Date() };
  const address = "https://mille-sabots.example";
  await db
    .insertInto("peers")
    .values({ ...peer, id: crypto.randomUUID(), origin: address, actor: `${address}/ap/instance` })
    .execute();
  await db
    .insertInto("blocks")
    .values({ id: crypto.randomUUID(), domain: "arnaque.example", reason: "Arnaques" })
    .execute();
  const report = { id: "https://c.example/1", reporter: "https://c.example/actor", content: "Trop cher" };
  await db
    .insertInto("reports")
    .values({ ...report, objects: [`${origin}/@la_pomme`] })
    .execute();
  const outgoing = crypto.randomUUID();
  await db
    .insertInto("outgoing")
    .values({ id: outgoing, actor: host, type: "Create", body: "{}", public: true })
    .execute();
  const stuck = { origin: "https://piaille.example", state: "failed", status: 502, problem: "answered 502" };
  await db
    .insertInto("deliveries")
    .values({ ...stuck, outgoing, inbox: actor.inbox })
    .execute();
}

async function hostId(): Promise<string> {
  return (await site.db.selectFrom("handles").select("id").where("kind", "=", "host").executeTakeFirstOrThrow()).id;
}

async function write(id: string, text: string): Promise<number> {
  const message = {
    ...({ id, author: alice, recipients: [await hostId()], kind: "mention", visibility: "public" } as const),
    ...{ content: `<p>${text}</p>`, language: "fr", url: null, inReplyTo: null, continues: null, others: [] },
    ...{ published: new Date(), updated: null },
  };
  await site.db.transaction().execute((tx) => receiveMessages(tx, [message]));
  const row = await site.db.selectFrom("messages").select("number").where("id", "=", id).executeTakeFirstOrThrow();
  return row.number;
}

async function reply(text: string): Promise<void> {
  const page = await (await ada.get(`/admin/messages/${number}`)).text();
  const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? "";
  await ada.post(`/admin/messages/${number}`, {
    form: crypto.randomUUID(),
    seen,
    actor: await hostId(),
    language: "fr",
    text,
  });
}

/** Opens a page of the desk as somebody who is signed in. */
function atDesk<Result>(options: BrowserContextOptions, use: (page: Page) => Promise<Result>): Promise<Result> {
  return reading(browser, options, async (page) => {
    const cookies = [...ada.cookies].map(([name, value]) => ({ name, value, url: site.origin }));
    await page.context().addCookies(cookies);
    page.setDefaultTimeout(15_000);
    return use(page);
  });
}

const addresses = [
  "/admin/messages",
  "/admin/messages?show=mine",
  "/admin/messages/N",
  "/admin/messages/N/answers/A",
  "/admin/messages/N/answers/A/removal",
  "/admin/messages/reports",
  "/admin/followers",
  "/admin/followers/people?server=piaille.example",
  "/admin/followers/peers",
  "/admin/followers/blocks",
  "/admin/followers/blocks/new?domain=piaille.example",
  "/admin/followers/deliveries",
  "/admin/followers/deliveries/server?origin=https%3A%2F%2Fpiaille.example&of=3&watch=1",
];
const open = (page: Page, address: string) =>
  page.goto(site.origin + address.replace("/N", `/${number}`).replace("/A", `/${answer}`));

describe.each(addresses)("%s", (address) => {
  test.each(["light", "dark"] as const)("has nothing that axe finds wrong, in the %s", async (colorScheme) => {
    const violations = await atDesk({ colorScheme }, async (page) => {
      expect((await open(page, address))?.status()).toBe(200);
      return axeFaults(page);
    });
    expect(violations).toEqual([]);
  });

  test("fits a screen of 320 pixels, has one title and one main action at most, and breaks no rule of its policy", async () => {
    await atDesk({ viewport: { width: 320, height: 640 } }, async (page) => {
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      await open(page, address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await page.locator(".button-main").count()).toBeLessThanOrEqual(1);
      expect(complaints).toEqual([]);
    });
  });
});

describe.each([true, false])("with JavaScript %s", (javaScriptEnabled) => {
  test("somebody at the desk answers a mention, corrects the answer and takes it back", async () => {
    const asked = await write(`${alice}/${javaScriptEnabled}`, "Acceptez-vous les chorales ?");
    await atDesk({ javaScriptEnabled }, async (page) => {
      await page.goto(`${site.origin}/admin/messages`);
      await page.getByRole("link", { name: "Répondre au plus ancien" }).click();
      await page.getByText("Acceptez-vous les chorales ?").waitFor();
      await page.getByRole("button", { name: "Envoyer la réponse" }).click();
      await page.getByRole("alert").getByRole("link", { name: "Il manque le texte" }).click();
      expect(await page.getByLabel("Texte de la réponse").evaluate((field) => field === document.activeElement)).toBe(
        true,
      );
      await page.getByLabel("Texte de la réponse").fill("Oui, toutes.\n\nVoyez https://pomme.example/prix");
      if (javaScriptEnabled) await page.getByText("46 signes sur").waitFor();
      await page.getByRole("button", { name: "Aperçu" }).click();
      await page.locator("#preview").getByRole("link", { name: "https://pomme.example/prix" }).waitFor();
      await page.getByText("46 signes sur").waitFor();
      await page.getByRole("button", { name: "Envoyer la réponse" }).click();
      await page.getByText("Votre réponse part maintenant.").waitFor();
      await page.getByRole("link", { name: "Modifier" }).click();
      await page.getByLabel("Texte de la réponse").fill("Oui, toutes sauf une.");
      await page.getByRole("button", { name: "Enregistrer et envoyer" }).click();
      await page.getByText("Oui, toutes sauf une.").waitFor();
      await page.getByRole("link", { name: "Retirer" }).click();
      await page.getByRole("button", { name: "Retirer la réponse" }).click();
      await page.getByText("a retiré cette réponse.").waitFor();
      expect(page.url()).toContain(`/admin/messages/${asked}`);
    });
  });
});
