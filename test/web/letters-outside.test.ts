import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepFundingSettings } from "../../src/funding/settings.ts";
import { changeHost } from "../../src/hosts/changes.ts";
import { needHost } from "../../src/hosts/queries.ts";
import { countJobs, passTime } from "../support/delivery-site.ts";
import { eventually } from "../support/eventually.ts";
import { expectGood, lettersTo, letterTo } from "../support/letters.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { printed, signedIn, type Visitor, visitor } from "./desk.ts";

const desk = "bureau@pomme.example";
let mail: MailServer;
let site: TestSite;
let silent: TestSite;
let ada: Visitor;

beforeAll(async () => {
  mail = await startMailServer();
  const settings = { SMTP_URL: mail.url, MAIL_FROM: "essaim@pomme.example", TRUSTED_PROXIES: "127.0.0.0/8" };
  site = await startSite({ settings });
  silent = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  for (const one of [site, silent]) await publishContact(one);
  ada = await signedIn(site, "editor");
}, 60_000);
afterAll(async () => {
  for (const one of [site, silent]) await one?.[Symbol.asyncDispose]();
  await mail[Symbol.asyncDispose]();
});

async function publishContact({ db }: TestSite): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { profile } = await needHost(tx);
    await changeHost(tx, { ...profile, contact: { ...profile.contact, email: desk } }, new Date());
  });
}

const text = async (answer: Promise<Response>) => (await answer).text();

/** All that waits to be sent, as somebody reads it who has the database. */
async function waiting(): Promise<string> {
  const { rows } = await sql<{ payload: unknown }>`select payload from graphile_worker._private_jobs`.execute(site.db);
  return JSON.stringify(rows);
}

const quiet = () => eventually(async () => (await countJobs(site.db)) === 0);

describe("a partnership proposed to a host without a site", () => {
  const proposed = {
    ...{ kind: "joint-offer", offered: "hosting", wanted: "training", message: "Vous formez, nous hébergeons ?" },
    ...{ name: "Les Ateliers", email: "ateliers@ailleurs.example", language: "fr", expires: "2099-03-01" },
  };
  const propose = (browser: Visitor, more: object = {}) =>
    browser.post("/admin/partners/outside/new", { ...proposed, form: randomUUID(), ...more });
  let link = "";

  test("goes to it once the mail server takes it, sealed until then, under one id however often it is tried", async () => {
    mail.answer({ DATA: "451 later" });
    const form = randomUUID();
    for (const _ of ["once", "and again"]) expect((await propose(ada, { form })).status).toBe(303);
    await eventually(async () => (await waiting()).includes("sealed"));
    expect(await waiting()).not.toMatch(/ailleurs\.example|Vous formez|\/p\//);
    await eventually(async () => (await text(ada.get("/admin/server"))).includes("Une lettre n’a pas pu partir"));
    expect(await text(ada.get("/admin"))).toContain("Des lettres n’ont pas pu partir");
    mail.answer({});
    await eventually(async () => {
      await passTime(site.db);
      return mail.posted.length > 0;
    });
    await quiet();
    expect(await text(ada.get("/admin/server"))).toContain("Les lettres peuvent partir.");
    const all = lettersTo(mail, "ateliers@ailleurs.example");
    expect(all).toHaveLength(1);
    const letter = await letterTo(mail, "ateliers@ailleurs.example", "La Pomme vous propose un partenariat");
    expectGood(letter);
    expect(letter.text).toMatch(/La Pomme propose de travailler avec vous.*Vous formez, nous hébergeons/s);
    expect(letter.text).toContain("elle ne sert qu’à cela");
    [link = ""] = letter.paths;
  });

  test("is answered behind its link; the team is told so, without what was written", async () => {
    const them = visitor(site);
    expect(await text(them.get(link))).toContain("Vous formez, nous hébergeons");
    await them.post(link, { answer: "accept", reason: "Avec plaisir, appelez Jeanne." });
    const letter = await letterTo(mail, desk, "Les Ateliers accepte votre demande de partenariat");
    expectGood(letter);
    expect(letter.text).toContain("elle reste non vérifiée");
    expect(letter.text).not.toContain("Jeanne");
    expect(await text(ada.get(letter.paths[0] ?? ""))).toContain("Avec plaisir, appelez Jeanne.");
  });

  test("says to it when it is ended, once, though the button is pressed twice", async () => {
    const [, id = ""] = /outside\/([0-9a-f-]{36})/.exec((await propose(ada)).headers.get("location") ?? "") ?? [];
    for (const _ of ["once", "and again"]) await ada.post(`/admin/partners/outside/${id}/withdraw`);
    const letter = await letterTo(mail, "ateliers@ailleurs.example", "La Pomme retire sa proposition");
    expectGood(letter);
    await quiet();
    expect(
      lettersTo(mail, "ateliers@ailleurs.example").filter(({ subject }) => subject.includes("retire")),
    ).toHaveLength(1);
    expect(lettersTo(mail, desk)).toHaveLength(1); // what our own side does is not told to it
  });

  test("is written in the language of whoever reads it", async () => {
    await propose(ada, { language: "en", email: "workshops@elsewhere.example" });
    const letter = await letterTo(mail, "workshops@elsewhere.example", "La Pomme proposes a partnership");
    expect(letter.text).toMatch(/^Hello,\n\nLa Pomme proposes to work with you\./);
  });

  test("is passed on by hand where no mail is set up: the desk says so, and nothing waits to be sent", async () => {
    const editor = await signedIn(silent, "editor");
    const answer = await propose(editor);
    const path = answer.headers.get("location") ?? "";
    expect(path).toContain("done=asked-by-hand");
    expect(await text(editor.get(path))).toContain("La demande est prête");
    const shown = await text(editor.post(`${path.replace(/\?.*/, "")}/link`));
    expect(shown).toMatch(/\/p\/[\w-]{43}/);
    expect(shown).toContain(encodeURIComponent("Le Rucher propose de travailler avec vous."));
    expect(
      (await sql`select from graphile_worker.jobs where task_identifier = 'mail'`.execute(silent.db)).rows,
    ).toEqual([]);
  });
});

describe("what an association without an account asks of several hosts", () => {
  const asked = {
    ...{ name: "Les Lavandières", need: "Un Nextcloud et une formation pour 12 personnes.", needs: "file-sharing" },
    ...{ contact: "Claire, 06 00 00 00 00", who: "email", email: "claire@lavoir.example" },
    host: ["Chez Bernard <bernard@ailleurs.example>", "Mille Sabots <sabots@ailleurs.example>"],
  };
  const [bernard, sabots, claire] = ["bernard@ailleurs.example", "sabots@ailleurs.example", "claire@lavoir.example"];
  const subjectsTo = (address: string) => lettersTo(mail, address).map(({ subject }) => subject);
  let own = "";
  let toBernard = "";
  let toSabots = "";

  test("waits for a yes behind the link that it is mailed, with nothing of what was typed", async () => {
    const answer = await visitor(site).post("/together/ask", { ...asked, form: randomUUID() });
    expect(answer.status).toBe(200);
    const letter = await letterTo(mail, claire, "attend votre accord");
    expectGood(letter);
    expect(letter.text).not.toMatch(/Lavandières|Nextcloud|06 00/);
    [own = ""] = letter.paths;
    expect(await text(visitor(site).get(own))).toContain("Un Nextcloud et une formation");
    expect([...subjectsTo(bernard), ...subjectsTo(sabots)]).toEqual([]);
  });

  test("leaves once, and each host reads the need, but not how to reach the association", async () => {
    await site.db.transaction().execute((tx) => keepFundingSettings(tx, { hold: "nobody" }));
    for (const _ of ["once", "and again"]) await visitor(site).post(`${own}/sending`);
    const letters = [
      await letterTo(mail, bernard, printed("Demande de l’association « Les Lavandières »")),
      await letterTo(mail, sabots, "Les Lavandières"),
    ];
    for (const letter of letters) {
      expectGood(letter);
      expect(letter.text).toContain("Un Nextcloud et une formation pour 12 personnes.");
      expect(letter.text).toContain("La Pomme transmet la demande.");
      expect(letter.text).not.toMatch(/Claire|06 00|claire@/);
    }
    [toBernard, toSabots] = letters.map(({ paths }) => paths[0] ?? "") as [string, string];
    expect(toBernard).not.toBe(toSabots);
    expect(await text(visitor(site).get(toBernard))).not.toContain("06 00");
  });

  test("tells the association of each answer, by a link that works", async () => {
    await visitor(site).post(`${toBernard}/answer`, { answer: "lead", role: "hosting", words: "Volontiers." });
    await eventually(() => subjectsTo(claire).length === 2);
    await visitor(site).post(`${toSabots}/answer`, { answer: "partner", role: "training", words: "" });
    await eventually(() => subjectsTo(claire).length === 3);
    const letter = await letterTo(mail, claire, "Un hébergeur a répondu à votre demande");
    expectGood(letter);
    expect(letter.text).not.toContain("Volontiers");
    expect(await text(visitor(site).get(letter.paths[0] ?? ""))).toContain("Volontiers.");
  });

  test("writes to each host once of each piece of news, and of nothing that is none to it", async () => {
    const page = await text(visitor(site).get(own));
    const idOf = (name: string) =>
      site.db.selectFrom("askingHosts").select("id").where("name", "=", name).executeTakeFirstOrThrow();
    const [lead, partner] = [(await idOf("Chez Bernard")).id, (await idOf("Mille Sabots")).id];
    expect(page).toContain(lead);
    await visitor(site).post(`${own}/choice`, { lead, partner });
    await letterTo(mail, bernard, "vous choisit comme chef de file");
    await letterTo(mail, sabots, "souhaite que vous participiez");
    expect(await text(visitor(site).get(toBernard))).toContain("06 00");
    await visitor(site).post(`${toBernard}/result`, { text: "100 Go et deux jours.", amount: "580", period: "year" });
    const ready = await letterTo(mail, sabots, "attend votre accord");
    expect(await text(visitor(site).get(ready.paths[0] ?? ""))).toContain("100 Go et deux jours.");
    await visitor(site).post(`${toSabots}/agreement`, { version: "1" });
    await letterTo(mail, claire, "Un partenaire a donné son accord");
    await visitor(site).post(`${own}/conclusion`, { version: "1" });
    await letterTo(mail, bernard, "accepte la proposition");
    await letterTo(mail, sabots, "accepte la proposition");
    await quiet();
    expect(subjectsTo(bernard)).toHaveLength(3);
    expect(subjectsTo(sabots)).toHaveLength(4);
    for (const letter of [...lettersTo(mail, bernard), ...lettersTo(mail, sabots), ...lettersTo(mail, claire)])
      expectGood(letter);
  });

  test("is not offered by mail where no mail is set up", async () => {
    const page = await text(visitor(silent).post("/together/ask", { ...asked, form: randomUUID() }));
    expect(page).not.toMatch(/name="who"[^>]*value="email"/);
    expect(await silent.db.selectFrom("askings").selectAll().execute()).toEqual([]);
  });
});
