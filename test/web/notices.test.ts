import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Transaction } from "../../src/foundation/database.ts";
import { secretOf } from "../../src/foundation/secret.ts";
import { draftFunding, openFunding } from "../../src/funding/changes.ts";
import type { FundingRequest } from "../../src/funding/funding.ts";
import { hostParty, partyFor } from "../../src/funding/parties.ts";
import { sendNotices } from "../../src/notices/letter-parts.tsx";
import { commitFunding } from "../../src/pledges/committing.ts";
import { makePledge } from "../../src/pledges/making.ts";
import { noticeLanguage } from "../../src/site-notices.ts";
import { promised } from "../support/campaigns.ts";
import { eventually } from "../support/eventually.ts";
import { asked, must, promise, someFunding } from "../support/funding.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { printed, signedIn, type Visitor, visitor } from "./desk.ts";
import { formIn, hiddenOf } from "./forms.ts";

const notices = "/funding/notices";
const hour = 3_600_000;
const association = randomUUID();
let mail: MailServer;
let site: TestSite;
let admin: Visitor;

beforeAll(async () => {
  mail = await startMailServer();
  site = await startSite({ settings: { SMTP_URL: mail.url, MAIL_FROM: "essaim@pomme.example" } });
  admin = await signedIn(site);
  await signedIn(site, "reader");
  const row = { id: association, name: "The Clothes Line", presentation: "", language: "en", state: "approved" };
  await site.db
    .insertInto("associations")
    .values({ ...row, created: new Date() })
    .execute();
  await site.db
    .insertInto("accounts")
    .values({ id: randomUUID(), association, role: "member", email: "line@fil.example" })
    .execute();
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await mail[Symbol.asyncDispose]();
});

const acting = { kind: "association" as const, id: association, name: "The Clothes Line" };
const now = () => new Date();
const change = <T>(work: (tx: Transaction) => Promise<T>) => site.db.transaction().execute(work);

/** A request of the host or of the association, towards which somebody has promised, told of. */
async function askedBy(who: "host" | "association", title: string): Promise<FundingRequest> {
  const request = await change(async (tx) => {
    const requester = await (who === "host" ? hostParty(tx, now()) : partyFor(tx, acting, now()));
    const { code } = must(await draftFunding(tx, asked({ title }), { requester, now: now() }));
    return must(await openFunding(tx, code, { by: requester.id, now: now() }));
  });
  await moreFor(request);
  return request;
}

async function moreFor({ id, ...request }: FundingRequest): Promise<void> {
  const numbers = site.db.selectFrom("notices").select("number").where("request", "=", id).orderBy("number", "desc");
  const last = await numbers.executeTakeFirst();
  await promised(site.db, { id, ...request }, "AMAP", promise(1_000), now());
  await eventually(async () => ((await numbers.executeTakeFirst())?.number === last?.number ? null : true));
}

const told = (request: string, what: string) =>
  eventually(() =>
    site.db
      .selectFrom("notices")
      .select("id")
      .where("request", "=", request)
      .where("what", "=", what)
      .where("seen", "is", null)
      .executeTakeFirst(),
  );

/** Writes the letters that are due in so many hours. */
async function write(hours: number): Promise<void> {
  const settings = { smtpUrl: mail.url, mailFrom: "essaim@pomme.example" };
  const post = {
    origin: site.origin,
    mail: settings,
    secret: secretOf(randomBytes(32)),
    languageOf: noticeLanguage("fr"),
  };
  await change((tx) => sendNotices(tx, post, new Date(Date.now() + hours * hour)));
}

/** Quoted-printable, as far as these letters need. */
const readable = (content: string) =>
  content
    .replaceAll(/=\n/g, "")
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (coded) => Buffer.from(coded.replaceAll("=", ""), "hex").toString());
const lettersTo = (address: string) =>
  mail.posted.filter(({ to }) => to.includes(address)).map(({ content }) => readable(content));
const letterTo = (address: string, at: number) => eventually(() => lettersTo(address)[at]);

describe("the page", () => {
  test("says to whoever has not shown who they are what it is for, and by which doors they come in", async () => {
    for (const [language, title] of [
      ["fr", "Ce qui s’est passé"],
      ["en", "What has happened"],
    ] as const) {
      const browser = visitor(site, language);
      expect(await (await browser.get("/funding")).text()).toContain(`<a href="${notices}">`);
      const answer = await browser.get(notices);
      const page = await answer.text();
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
      expect(page).toContain(`<h1>${title}</h1>`);
      for (const door of ["/association/sign-in", "/sign-in", "/admin/sign-in"])
        expect(page).toContain(`href="${door}?`);
      expect(page).not.toContain('<form method="post" action="/funding/notices"');
    }
  });

  test("shows what is new with its request, until it is read", async () => {
    const request = await askedBy("host", "Un wiki à plusieurs");
    const page = await (await admin.get(notices)).text();
    expect(page).toContain(`href="/funding/${request.code}"`);
    expect(page).toContain("De nouvelles promesses, ou des changements.");
    expect(page).toContain("Nouveau");
    expect((await admin.post(notices, { until: hiddenOf(page, "until") })).headers.get("location")).toBe(notices);
    const read = await (await admin.get(notices)).text();
    expect(read).toContain("De nouvelles promesses");
    expect(read).not.toContain("Nouveau");
  });

  test("shows nothing of it to somebody else", async () => {
    await askedBy("association", "Une laverie");
    expect(await (await admin.get(notices)).text()).not.toContain("Une laverie");
  });
});

describe("a letter", () => {
  test("tells once a day what has happened, in the language of the association", async () => {
    const request = await askedBy("association", "Des vélos");
    await write(1);
    await write(24);
    const letter = await letterTo("line@fil.example", 0);
    expect(letter).toContain("Hello,");
    expect(letter).toContain("New pledges, or changes.");
    expect(letter).toContain(`${site.origin}/funding/${request.code}`);
    expect(letter).toMatch(/^List-Unsubscribe:\s+<http/m);
    expect(letter).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    await write(48);
    await moreFor(request);
    await write(72);
    expect(await letterTo("line@fil.example", 1)).toContain("Des vélos");
    expect(lettersTo("line@fil.example")).toHaveLength(2);
  });

  test("asks at once to confirm, and is not written to those who only read at the desk", async () => {
    const request = await someFunding(site.db, now(), { title: "Un agenda" });
    await change(async (tx) => {
      const { id: by } = await hostParty(tx, now());
      must(await makePledge(tx, promise(60_000), { request: request.id, by, now: now() }));
    });
    await eventually(async () => ((await stateOf(request)) === "reached" ? true : null));
    const deed = { by: request.requester.id, now: now() };
    await change(async (tx) => must(await commitFunding(tx, request.code, { ...deed, until: null })));
    await told(request.id, "confirm");
    await write(0);
    const letter = await letterTo("administrator@example.org", 0);
    expect(letter).toContain("À_confirmer");
    expect(letter).toContain(printed("Confirmez votre promesse : la commande va être signée."));
    expect(lettersTo("reader@example.org")).toEqual([]);
  });
});

const stateOf = async ({ id }: FundingRequest) =>
  (await site.db.selectFrom("fundingRequests").select("state").where("id", "=", id).executeTakeFirstOrThrow()).state;

describe("who is written to", () => {
  const wishes = async () =>
    /href="(\/funding\/notices\/[^"]+)"/.exec(await (await admin.get(notices)).text())?.[1] ?? "";

  test("chooses when and of what, by a link that needs no sign-in", async () => {
    const link = await wishes();
    const browser = visitor(site);
    const page = await (await browser.get(link)).text();
    expect(formIn(page)).toMatchObject({ rhythm: ["daily"], reason: expect.arrayContaining(["promises", "near"]) });
    const answer = await browser.post(link, { form: "wishes", rhythm: "at-once", reason: ["to-do", "near"] });
    expect(answer.status).toBe(303);
    const saved = await (await browser.get(answer.headers.get("location") ?? "")).text();
    expect(saved).toContain("C’est noté.");
    expect(formIn(saved)).toMatchObject({ rhythm: ["at-once"], reason: ["to-do", "near"] });
    const before = lettersTo("administrator@example.org").length;
    await askedBy("host", "Un forum");
    await write(200);
    expect(lettersTo("administrator@example.org")).toHaveLength(before);
  });

  test("ends it all with the one click of a mail program", async () => {
    const link = await wishes();
    const one = await fetch(site.origin + link, {
      method: "POST",
      body: "List-Unsubscribe=One-Click",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      redirect: "manual",
    });
    expect(one.status).toBe(303);
    expect(formIn(await (await visitor(site).get(link)).text())).toMatchObject({ rhythm: ["never"] });
    expect(await (await visitor(site, "en").get(`${link}?done=stopped`)).text()).toContain("We do not write to you");
  });

  test("is nobody whose link was made up", async () => {
    const madeUp = (await wishes()).replace(/[^/]+$/, "a".repeat(43));
    expect((await visitor(site).get(madeUp)).status).toBe(404);
    expect((await visitor(site).post(madeUp)).status).toBe(404);
  });
});
