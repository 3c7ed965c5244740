import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cutOff, meetAgain } from "../../src/catalogue/blocking.ts";
import { receiveMessages } from "../../src/messages/changes.ts";
import type { Message } from "../../src/messages/messages.ts";
import { blockDomain } from "../../src/peers/block-changes.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor } from "./desk.ts";

let site: TestSite;
let ada: Visitor;
let host: string;
let availability: string;
beforeAll(async () => {
  site = await startSite({ settings: { ROLE: "web" } });
  ada = await signedIn(site, "editor", "ada@example.org");
  const handles = await site.db.selectFrom("handles").select(["id", "kind"]).execute();
  host = handles.find(({ kind }) => kind === "host")?.id ?? "";
  availability = handles.find(({ kind }) => kind === "availability")?.id ?? "";
});
afterAll(() => site[Symbol.asyncDispose]());

let count = 0;
/** Somebody elsewhere writes to the host; gives the number of the message. */
async function hear(more: Partial<Message> = {}, name = "alice"): Promise<number> {
  count += 1;
  const author = `https://social.example/users/${name}`;
  const actor = { id: author, type: "Person", name: "Alice Martin", handle: name, inbox: `${author}/inbox` };
  await site.db
    .insertInto("remoteActors")
    .values(actor)
    .onConflict((known) => known.doNothing())
    .execute();
  const message: Message = {
    ...{ id: `${author}/statuses/${count}`, author, recipients: [host], kind: "mention", visibility: "public" },
    ...{ content: "<p>Bonjour</p>", language: "fr", url: null, inReplyTo: null, continues: null, others: [] },
    ...{ published: new Date(), updated: null, ...more },
  };
  await site.db.transaction().execute((tx) => receiveMessages(tx, [message]));
  const row = await site.db.selectFrom("messages").select("number").where("id", "=", message.id).executeTakeFirst();
  return row?.number ?? 0;
}

const read = async (path: string, visitor = ada) => (await visitor.get(path)).text();
const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
const answers = () => site.db.selectFrom("answers").selectAll().orderBy("published").execute();

async function answer(number: number, more: Record<string, string> = {}, visitor = ada): Promise<Response> {
  const page = await read(`/admin/messages/${number}`, visitor);
  const form = { form: hidden(page, "form"), seen: hidden(page, "seen"), actor: host, language: "fr" };
  return visitor.post(`/admin/messages/${number}`, { ...form, text: "Oui, il reste trois places.", ...more });
}

describe("the list", () => {
  test("shows who wrote, what, and who else can read it", async () => {
    const number = await hear({ visibility: "direct", content: "<p>Est-ce que <b>vous</b> hébergez ?</p>" });
    const page = await read("/admin/messages");
    expect(page).toContain(`href="/admin/messages/${number}"`);
    expect(page).toContain("Est-ce que vous hébergez ?");
    expect(page).toContain("@alice@social.example · privé");
  });

  test("says what to do where there is nothing", async () => {
    const page = await read("/admin/messages?show=mine");
    expect(page).toContain("Aucune conversation ne vous est confiée.");
    expect(page).toContain('href="/admin/messages"');
  });

  test("shows nothing of a blocked domain", async () => {
    const number = await hear({ id: "https://bad.example/1", author: "https://bad.example/users/mallory" });
    const { db, origin } = site;
    const beyond = { cutOff, meetAgain };
    await db.transaction().execute((tx) => blockDomain(tx, { domain: "bad.example", origin, now: new Date(), beyond }));
    expect(await read("/admin/messages?show=all")).not.toContain("bad.example");
    expect((await ada.get(`/admin/messages/${number}`)).status).toBe(404);
  });

  test("goes on from page to page without losing or repeating one", async () => {
    for (let n = 0; n < 25; n += 1) await hear({}, `person${n}`);
    const seen: string[] = [];
    let path: string | undefined = "/admin/messages?show=all";
    while (path !== undefined) {
      const page: string = await read(path);
      seen.push(...[...page.matchAll(/<h3><a href="\/admin\/messages\/(\d+)"/g)].map(([, number = ""]) => number));
      path = /href="(\/admin\/messages\?show=all&amp;before=\d+)"/.exec(page)?.[1]?.replace("&amp;", "&");
    }
    const { places } = await site.db
      .selectFrom("messages")
      .select(({ fn }) => fn.countAll<number>().as("places"))
      .where("author", "not like", "%bad.example%")
      .executeTakeFirstOrThrow();
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(places);
  });
});

describe("a conversation", () => {
  test("shows what others wrote without anything that is fetched or acts", async () => {
    const content = `<p>Voir <a href="https://x.example/" onclick="x()">ici</a><img src="https://spy.example/p.png"><script>x()</script></p>`;
    const page = await read(`/admin/messages/${await hear({ content, language: "oc" })}`);
    expect(page).toContain('<a href="https://x.example/" rel="noopener nofollow noreferrer">ici</a>');
    expect(page).toContain('lang="oc"');
    expect(page).not.toMatch(/spy\.example|onclick|<script>x/);
  });

  test("says who reads a private message, those whom it names included", async () => {
    const alone = await hear({ visibility: "direct" }, "lea");
    const others = await hear(
      { visibility: "direct", others: ["https://c.example/u/1", "https://c.example/u/2"] },
      "leo",
    );
    expect(await read(`/admin/messages/${alone}`)).toContain("privé\u00a0: vous seuls le lisez");
    const page = await read(`/admin/messages/${others}`);
    expect(page).toContain("privé\u00a0: vous et 2 autres personnes le lisez");
    expect(page).toContain("Les autres personnes citées dans ce message privé ne la recevront pas.");
  });

  test("holds what answers each other, in whatever order it came", async () => {
    const first = "https://social.example/users/zoe/statuses/first";
    const second = "https://social.example/users/zoe/statuses/second";
    const third = await hear({ content: "<p>troisième</p>", inReplyTo: second, kind: "reply" }, "zoe");
    await hear({ id: second, content: "<p>deuxième</p>", inReplyTo: first, kind: "reply" }, "zoe");
    await hear({ id: first, content: "<p>première</p>" }, "zoe");
    const page = await read(`/admin/messages/${third}`);
    for (const word of ["première", "deuxième", "troisième"]) expect(page).toContain(word);
    expect((await read("/admin/messages")).match(/3 à traiter/g)).toHaveLength(1);
  });

  test("is looked after by a colleague, and goes on being so", async () => {
    const number = await hear({}, "max");
    const { id } = await site.db
      .selectFrom("accounts")
      .select("id")
      .where("email", "=", "ada@example.org")
      .executeTakeFirstOrThrow();
    await ada.post(`/admin/messages/${number}/assignee`, { assignee: id });
    expect(await read("/admin/messages?show=mine")).toContain(`/admin/messages/${number}"`);
    await ada.post(`/admin/messages/${number}/assignee`, { assignee: "" });
    expect(await read("/admin/messages?show=mine")).not.toContain(`/admin/messages/${number}"`);
  });

  test("keeps what colleagues tell each other, and gives an empty note back", async () => {
    const number = await hear({}, "ines");
    expect((await ada.post(`/admin/messages/${number}/remarks`, { remark: " " })).status).toBe(422);
    await ada.post(`/admin/messages/${number}/remarks`, { remark: "Je l’appelle <demain>." });
    expect(await read(`/admin/messages/${number}`)).toContain("Je l’appelle &lt;demain&gt;.");
  });

  test("is done without an answer, and to do again; what came since is not done with it", async () => {
    const number = await hear({}, "ugo");
    const latest = hidden(await read(`/admin/messages/${number}`), "latest");
    const late = await hear({ inReplyTo: `https://social.example/users/ugo/statuses/${count}`, kind: "reply" }, "ugo");
    await ada.post(`/admin/messages/${number}/done`, { latest });
    const waiting = async () =>
      (
        await site.db
          .selectFrom("messages")
          .select("number")
          .where("answered", "is", null)
          .where("author", "like", "%/ugo")
          .execute()
      ).map(({ number: one }) => one);
    expect(await waiting()).toEqual([late]);
    await ada.post(`/admin/messages/${number}/done`, { latest: String(late) });
    expect(await waiting()).toEqual([]);
    await ada.post(`/admin/messages/${number}/reopening`);
    expect(await waiting()).toEqual([late]);
  });
});

describe("an answer", () => {
  test("is sent once, however often the button is pressed, and settles what its author wrote", async () => {
    const number = await hear({}, "noe");
    const page = await read(`/admin/messages/${number}`);
    const form = { form: hidden(page, "form"), seen: hidden(page, "seen"), actor: host, language: "fr", text: "Oui." };
    const sent = await Promise.all([1, 2, 3].map(() => ada.post(`/admin/messages/${number}`, form)));
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await answers()).filter(({ message }) => message.includes("/noe/"))).toMatchObject([
      { text: "Oui.", visibility: "unlisted" },
    ]);
    expect(await read(`/admin/messages/${number}`)).toContain("traitée");
  });

  test("is shown before it is sent, and nothing is sent by that", async () => {
    const number = await hear({}, "eva");
    const before = await answers();
    const shown = await answer(number, { do: "preview", text: "Voyez https://pomme.example/prix.\n\nÀ bientôt" });
    const page = await shown.text();
    expect(page).toContain('<a href="https://pomme.example/prix">https://pomme.example/prix</a>.</p><p>À bientôt</p>');
    expect(page).toContain("52");
    expect(await answers()).toEqual(before);
  });

  test.each([
    { text: " \n ", reason: "Il manque le texte." },
    { text: "é".repeat(5_001), reason: "Le texte est trop long." },
    { language: "!!", reason: "Choisissez la langue" },
    { actor: "00000000-0000-4000-8000-000000000000", reason: "Choisissez au nom de quel compte" },
  ])("that cannot be sent comes back whole: $reason", async ({ reason, ...more }) => {
    const number = await hear({}, "tom");
    const refused = await answer(number, more);
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain(reason);
    expect(page).toContain(more.text ?? "Oui, il reste trois places.");
  });

  test("waits for another look when the conversation went on meanwhile, and keeps its text", async () => {
    const number = await hear({}, "luc");
    const page = await read(`/admin/messages/${number}`);
    const bob = await signedIn(site, "editor", "bob@example.org");
    await answer(number, { text: "Je m’en occupe." }, bob);
    const form = {
      form: crypto.randomUUID(),
      seen: hidden(page, "seen"),
      actor: host,
      language: "fr",
      text: "Moi aussi.",
    };
    const second = await ada.post(`/admin/messages/${number}`, form);
    const shown = await second.text();
    expect(second.status).toBe(422);
    expect(shown).toContain("La conversation a continué");
    expect(shown).toContain("Je m’en occupe.");
    expect(shown).toContain("Moi aussi.</textarea>");
    expect((await ada.post(`/admin/messages/${number}`, { ...form, seen: hidden(shown, "seen") })).status).toBe(303);
  });

  test("is said by one of those who were addressed", async () => {
    const number = await hear({ recipients: [host, availability] }, "ida");
    expect(await read(`/admin/messages/${number}`)).toContain("@disponibilites@");
    await answer(number, { actor: availability });
    expect((await answers()).at(-1)).toMatchObject({ actor: availability });
  });

  test("stops at sixty an hour for one person, without losing the text", async () => {
    const number = await hear({}, "kim");
    const cleo = await signedIn(site, "editor", "cleo@example.org");
    const { id: account } = await site.db
      .selectFrom("accounts")
      .select("id")
      .where("email", "=", "cleo@example.org")
      .executeTakeFirstOrThrow();
    const row = {
      message: `https://social.example/users/kim/statuses/${count}`,
      actor: host,
      visibility: "unlisted",
      text: "x",
      language: "fr",
      account,
      who: "Cleo",
      published: new Date(),
    };
    await site.db
      .insertInto("answers")
      .values(Array.from({ length: 60 }, () => ({ ...row, id: crypto.randomUUID() })))
      .execute();
    const refused = await answer(number, { text: "Encore une" }, cleo);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Encore une</textarea>");
    await site.db.deleteFrom("answers").where("account", "=", account).execute();
  });

  test("is changed by whoever was first; the other sees both versions", async () => {
    const number = await hear({}, "ana");
    await answer(number);
    const { id } = (await answers()).at(-1) ?? { id: "" };
    const path = `/admin/messages/${number}/answers/${id}`;
    const version = hidden(await read(path), "version");
    expect((await ada.post(path, { version, text: "Il en reste deux." })).status).toBe(303);
    const late = await ada.post(path, { version, text: "Il en reste une." });
    const page = await late.text();
    expect(late.status).toBe(422);
    expect(page).toContain("Il en reste deux.");
    expect(page).toContain("Il en reste une.</textarea>");
    expect(hidden(page, "version")).toBe("2");
  });

  test("is taken back after a second question, and leaves none of its words here", async () => {
    const number = await hear({}, "jo");
    await answer(number, { text: "Une erreur" });
    const { id } = (await answers()).at(-1) ?? { id: "" };
    expect(await read(`/admin/messages/${number}/answers/${id}/removal`)).toContain("Une erreur");
    await ada.post(`/admin/messages/${number}/answers/${id}/removal`);
    expect((await answers()).at(-1)).toMatchObject({ text: "" });
    const page = await read(`/admin/messages/${number}`);
    expect(page).toContain("a retiré cette réponse");
    expect(page).not.toContain("Une erreur");
    expect((await ada.get(`/admin/messages/${number}/answers/${id}`)).status).toBe(404);
  });

  test("is for those who may change things, and the journal says who wrote it", async () => {
    const number = await hear({}, "pia");
    const reader = await signedIn(site, "reader");
    expect((await answer(number, {}, reader)).status).toBe(403);
    await answer(number);
    const last = await site.db
      .selectFrom("journal")
      .select(["who", "deed", "subject"])
      .orderBy("id", "desc")
      .executeTakeFirst();
    expect(last).toEqual({ who: "ada@example.org", deed: "message-answered", subject: "@pia@social.example" });
  });
});

test("a complaint is looked at once, and kept among the handled ones", async () => {
  const report = { id: "https://c.example/flags/1", reporter: "https://c.example/actor", content: "<b>Trop cher</b>" };
  await site.db
    .insertInto("reports")
    .values({ ...report, objects: [`${site.origin}/@la_pomme`] })
    .execute();
  expect(await read("/admin/messages/reports")).toContain("&lt;b&gt;Trop cher&lt;/b&gt;");
  for (const _ of [1, 2]) await ada.post("/admin/messages/reports", { report: report.id });
  expect(await read("/admin/messages/reports")).toContain("Déjà traités");
  const deeds = await site.db.selectFrom("journal").select("deed").where("deed", "=", "report-handled").execute();
  expect(deeds).toHaveLength(1);
});
