import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { secretOf } from "../../src/foundation/secret.ts";
import { sendLetters } from "../../src/watches/letter-parts.tsx";
import { sweepWatches } from "../../src/watches/sweep.ts";
import { tellFollowed } from "../../src/watches/telling.ts";
import { freshDatabase } from "../support/database.ts";
import { eventually } from "../support/eventually.ts";
import { enterForeignHost, enterForeignOffer } from "../support/foreign-offers.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { openPages } from "./pages.ts";

const banal = "https://banal.example";
const search = "need=email";
let mail: MailServer;
let site: TestSite;

beforeAll(async () => {
  mail = await startMailServer();
  site = await startSite({ settings: { SMTP_URL: mail.url, MAIL_FROM: "essaim@pomme.example" } });
  await enterForeignHost(site.db, banal);
  await enterForeignOffer(site.db, banal, "courriel", { state: "closed" });
  await site.db.transaction().execute((tx) => tellFollowed(tx, new Date()));
});

afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await mail[Symbol.asyncDispose]();
});

/** Quoted-printable, as far as these letters need. */
const readable = (content: string) =>
  content
    .replaceAll(/=\n/g, "")
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (coded) => Buffer.from(coded.replaceAll("=", ""), "hex").toString());
const lettersTo = (address: string) =>
  mail.posted.filter(({ to }) => to.includes(address)).map(({ content }) => readable(content));
const letterTo = (address: string, at: number) => eventually(() => lettersTo(address)[at]);
const linkIn = (letter: string, last: "confirmation" | "end") =>
  new RegExp(`http://127\\S+/directory/watch/letters/[0-9a-f-]{36}/[\\w-]{43}/${last}`).exec(letter)?.[0] ?? "";
const readers = () => site.db.selectFrom("watchReaders").selectAll().execute();

async function ask(email: string, query = search, seconds = 60): Promise<Response> {
  const page = await (await fetch(`${site.origin}/directory/watch?${query}`)).text();
  const [, seal = ""] = /name="form" value="([^"]+)"/.exec(page) ?? [];
  if (seconds < 3) return send({ form: seal, search: query, email });
  await new Promise((resolve) => setTimeout(resolve, 3_050));
  return send({ form: seal, search: query, email });
}

const send = (form: Record<string, string>) =>
  fetch(`${site.origin}/directory/watch/letters`, {
    method: "POST",
    body: new URLSearchParams({ website: "", ...form }),
    headers: { origin: site.origin, "accept-language": "fr" },
    redirect: "manual",
  });

const press = (link: string, headers: Record<string, string> = { origin: site.origin }, body = "") =>
  fetch(link, {
    method: "POST",
    body,
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    redirect: "manual",
  });

async function tell(hours: number): Promise<void> {
  const now = new Date(Date.now() + hours * 3_600_000);
  const post = { origin: site.origin, mail: { smtpUrl: mail.url, mailFrom: "essaim@pomme.example" }, secret };
  await site.db.transaction().execute((tx) => tellFollowed(tx, now));
  await site.db.transaction().execute((tx) => sendLetters(tx, post, now));
}

const secret = secretOf(randomBytes(32));

describe("who gives an address", () => {
  test("gets one letter that asks whether it was they, and nothing else before they say so", async () => {
    const answer = await ask("ada@example.org");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/directory/watch?need=email&done=asked"]);
    const letter = await letterTo("ada@example.org", 0);
    expect(letter).toContain("Courrier électronique");
    expect(linkIn(letter, "confirmation")).not.toBe("");
    expect(letter).toMatch(/^List-Unsubscribe:\s+<http/m);
    expect(letter).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    await enterForeignOffer(site.db, banal, "avant", { title: "Avant de confirmer", state: "open" });
    await tell(0);
    expect(await readers()).toMatchObject([{ email: "ada@example.org", confirmed: null, written: null }]);
  });

  test("confirms with a button, since programs open links too", async () => {
    const link = linkIn(await letterTo("ada@example.org", 0), "confirmation");
    const page = await fetch(link);
    expect([page.status, page.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(await page.text()).toContain("Oui, m’écrire");
    expect((await readers())[0]?.confirmed).toBeNull();
    expect((await press(link)).status).toBe(303);
    expect(await (await fetch(link)).text()).toContain("C’est noté");
    expect((await readers())[0]?.confirmed).not.toBeNull();
  });

  test("is written to when something opens, once a day at most, and misses nothing", async () => {
    await enterForeignOffer(site.db, banal, "courriel", { state: "open" });
    await tell(1);
    const first = await letterTo("ada@example.org", 1);
    expect(first).toContain("Le courriel des associations, Le Four banal");
    expect(first).toContain(`${banal}/offers/courriel`);
    expect(first).toMatch(/S’ouvre\. Ouvert, confirmé le /);
    expect(first).not.toContain("Avant de confirmer");
    await enterForeignOffer(site.db, banal, "boites", { title: "Des boîtes", state: "open" });
    await tell(2);
    await tell(24);
    expect((await readers())[0]?.written?.getTime()).toBeLessThan(Date.now() + 1.5 * 3_600_000);
    await tell(26);
    const second = await letterTo("ada@example.org", 2);
    expect(second).toContain("Des boîtes");
    expect(second).not.toContain("Le courriel des associations");
  });

  test("learns nothing of who else gets letters: asking again looks the same, and sends none", async () => {
    const answer = await ask("ADA@example.org");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/directory/watch?need=email&done=asked"]);
    expect(await readers()).toHaveLength(1);
  });

  test("stops with a button, without signing in, and the address is erased with its search", async () => {
    const link = linkIn(await letterTo("ada@example.org", 0), "end");
    expect(await (await fetch(link)).text()).toContain("Arrêter et effacer mon adresse");
    expect(await readers()).toHaveLength(1);
    expect(await (await press(link)).text()).toContain("Votre adresse est effacée");
    expect(await readers()).toEqual([]);
    expect(await site.db.selectFrom("watches").selectAll().execute()).toEqual([]);
    expect((await press(link)).status).toBe(200);
  });

  test("can stop from their mail program alone, which posts from nowhere in particular", async () => {
    await ask("bob@example.org");
    const link = linkIn(await letterTo("bob@example.org", 0), "end");
    expect((await press(link, {}, "List-Unsubscribe=One-Click")).status).toBe(200);
    expect(await readers()).toEqual([]);
  });

  test("who never confirms is forgotten after 7 days", async () => {
    await ask("eve@example.org");
    const sweep = (days: number) =>
      site.db.transaction().execute((tx) => sweepWatches(tx, new Date(Date.now() + days * 86_400_000)));
    await sweep(6);
    expect(await readers()).toHaveLength(1);
    await sweep(8);
    expect(await readers()).toEqual([]);
    const link = linkIn(await letterTo("eve@example.org", 0), "confirmation");
    expect(await (await press(link)).text()).toContain("Ce lien ne sert plus");
  });
});

describe("the form", () => {
  test("says what is wrong with an address, and keeps what was typed", async () => {
    const answer = await ask("ada chez example");
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("Nous n’arrivons pas à lire cette adresse");
    expect(page).toContain('value="ada chez example"');
  });

  test("takes nothing from robots, nor a link that was made up", async () => {
    expect((await ask("ada@example.org", search, 0)).status).toBe(422);
    expect((await send({ form: "x", search, email: "ada@example.org", website: "spam" })).status).toBe(422);
    const madeUp = `${site.origin}/directory/watch/letters/${crypto.randomUUID()}/${"a".repeat(43)}/end`;
    expect((await fetch(madeUp)).status).toBe(404);
    expect(await readers()).toEqual([]);
  });
});

test("where no mail is set up, the page says so and offers the other ways", async () => {
  const database = await freshDatabase();
  const pages = await openPages(database.url);
  const page = await (await pages.get("/directory/watch?need=email")).text();
  expect(page).toContain("La Pomme n’envoie pas de courriel pour l’instant");
  expect(page).not.toContain('name="email"');
  expect(page).toContain("/directory/feed.atom?need=email");
  expect((await pages.post("/directory/watch/letters", { search, email: "ada@example.org" })).status).toBe(409);
  expect(await pages.db.selectFrom("watchReaders").selectAll().execute()).toEqual([]);
  await pages.close();
  await database.drop();
});

test("who never asked is sent no words that somebody else has typed", async () => {
  const answer = await ask("zoe@example.net", "q=gagnez+un+lot&need=email&software=Casino");
  expect(answer.status).toBe(303);
  const letter = await letterTo("zoe@example.net", 0);
  expect(letter).toContain("Courrier électronique");
  expect(letter).toContain("les mots tapés sur la page");
  expect(letter).not.toMatch(/gagnez|casino/i);
});
